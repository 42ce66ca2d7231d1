/** What a finished timetable gives of what was asked: outcome, ledger, loads, attendance pages. */
@NullMarked
package dk.grundskema.api.service.fidelity;

import org.jspecify.annotations.NullMarked;
