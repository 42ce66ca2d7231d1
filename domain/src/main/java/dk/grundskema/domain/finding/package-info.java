/**
 * Findings about input, violations of rules in a finished timetable, and the checks that records make of their own components. Texts are written so
 * that the user who can correct the error understands them. Every package may use this one; it uses no other.
 */
@NullMarked
package dk.grundskema.domain.finding;

import org.jspecify.annotations.NullMarked;
