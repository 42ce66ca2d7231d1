/** Pages on which a planner says who is away and finds who takes over. */
@NullMarked
package dk.grundskema.api.web.app.absences;

import org.jspecify.annotations.NullMarked;
