package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.solver.change.Absence;
import java.util.List;

/** Knows who is recorded as absent. */
public interface AbsenceSource {
    /** Returns the absences recorded for a plan or another of its family, without their reasons, in chronological order. */
    List<Absence> findAbsences(PlanId plan);
}
