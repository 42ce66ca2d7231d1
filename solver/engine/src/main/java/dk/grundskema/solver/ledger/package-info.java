/**
 * The ledger: how much support each student, class and staff member has, and how much ordinary teaching it replaces, based on the problem and the
 * finished timetable alone. It does not use rules, scores or the expansion of interventions; of a plugin it uses the type, never the demand.
 */
@NullMarked
package dk.grundskema.solver.ledger;

import org.jspecify.annotations.NullMarked;
