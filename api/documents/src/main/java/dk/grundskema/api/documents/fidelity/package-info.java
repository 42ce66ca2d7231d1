/** The fidelity report as a view for screen, paper and web, and as JSON. */
@NullMarked
package dk.grundskema.api.documents.fidelity;

import org.jspecify.annotations.NullMarked;
