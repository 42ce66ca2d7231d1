/** Pages on which planners edit lists, needs and interventions of a plan. */
@NullMarked
package dk.grundskema.api.service.input;

import org.jspecify.annotations.NullMarked;
