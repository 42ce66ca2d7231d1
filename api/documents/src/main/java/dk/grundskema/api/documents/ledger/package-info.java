/** The ledger of hours and lessons as tables and as JSON. */
@NullMarked
package dk.grundskema.api.documents.ledger;

import org.jspecify.annotations.NullMarked;
