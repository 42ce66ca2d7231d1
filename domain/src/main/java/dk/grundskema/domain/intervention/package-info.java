/**
 * What a planner asks for: an intervention of a type, with parameters. Uses {@code finding}.
 */
@NullMarked
package dk.grundskema.domain.intervention;

import org.jspecify.annotations.NullMarked;
