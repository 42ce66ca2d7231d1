/**
 * Who, what, when, where: the finished result, and the existing lessons it is laid around. Immutable, ids only.
 */
@NullMarked
package dk.grundskema.domain.timetable;

import org.jspecify.annotations.NullMarked;
