/** Makes interventions of the lists that belong to their types. */
@NullMarked
package dk.grundskema.api.imports.lists;

import org.jspecify.annotations.NullMarked;
