/**
 * Plans changed by hand: what a change breaks and costs, locks, absences of staff and the repairs that they take, what was held and who was
 * there.
 */
@NullMarked
package dk.grundskema.api.server.editing;

import org.jspecify.annotations.NullMarked;
