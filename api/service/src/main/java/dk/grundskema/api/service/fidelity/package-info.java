/** Results of a finished timetable: fulfilment of requirements, ledger, workload, attendance pages. */
@NullMarked
package dk.grundskema.api.service.fidelity;

import org.jspecify.annotations.NullMarked;
