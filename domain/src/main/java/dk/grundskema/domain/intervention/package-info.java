/** The interventions that a planner requests, each with a type and parameters. Uses {@code finding}. */
@NullMarked
package dk.grundskema.domain.intervention;

import org.jspecify.annotations.NullMarked;
