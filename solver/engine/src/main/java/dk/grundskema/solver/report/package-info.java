/** Figures of a finished timetable: loads, ledger, fidelity. */
@NullMarked
package dk.grundskema.solver.report;

import org.jspecify.annotations.NullMarked;
