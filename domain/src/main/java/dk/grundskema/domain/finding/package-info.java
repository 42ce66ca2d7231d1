/**
 * What is wrong, said so that the person who can mend it understands: findings about input, faults of a finished
 * timetable, and the checks that records make of themselves. Everybody may use this; it uses nobody.
 */
@NullMarked
package dk.grundskema.domain.finding;

import org.jspecify.annotations.NullMarked;
