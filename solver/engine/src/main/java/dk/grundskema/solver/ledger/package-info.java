/**
 * The ledger: who got how much of what, and what it took from ordinary teaching, read off the problem and the finished timetable alone. It
 * knows neither rules, nor score, nor what expands interventions; of a plugin it asks the type, never the demand.
 */
@NullMarked
package dk.grundskema.solver.ledger;

import org.jspecify.annotations.NullMarked;
