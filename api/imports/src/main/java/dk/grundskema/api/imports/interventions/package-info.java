/** Interventions created from the lists that plugins define. */
@NullMarked
package dk.grundskema.api.imports.interventions;

import org.jspecify.annotations.NullMarked;
