package dk.grundskema.api.planning;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.proof.CandidateExplainer;
import dk.grundskema.solver.proof.CpSatLibrary;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.ProofLimits;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import dk.grundskema.solver.proof.StaffingProof;
import dk.grundskema.solver.proof.StaffingRemedies;
import java.time.Duration;
import java.util.List;

/**
 * Proofs with the demands of the installed plugins.
 *
 * @param planner expands the demands
 * @param checker independent checker
 * @param proof   exact search
 * @param remedies changes that help
 */
record PluginStaffingProofs(Planner planner, TimetableChecker checker, StaffingProof proof, StaffingRemedies remedies)
        implements StaffingProofs {
    private static final ProofLimits REMEDIES_OF_A_SEAT = new ProofLimits(2, Duration.ofSeconds(10));
    private static final ProofLimits REMEDIES_BEFORE_PLANNING = new ProofLimits(2, Duration.ofSeconds(5));
    private static final ProofLimits BEFORE_PLANNING = new ProofLimits(2, Duration.ofSeconds(2));

    @Override
    public boolean isAvailable() {
        return proof.isAvailable();
    }

    @Override
    public List<StaffingConflict> findConflicts(Problem problem) {
        return proof.findConflicts(problem, planner.demands(problem), BEFORE_PLANNING);
    }

    @Override
    public OpenSeatBound boundOpenSeats(Problem problem, Timetable timetable) {
        return proof.boundOpenSeats(problem, planner.demands(problem), timetable, ProofLimits.ofCommand());
    }

    @Override
    public List<SeatVerdict> explainOpenSeats(Problem problem, Timetable timetable) {
        return proof.explainOpenSeats(problem, planner.demands(problem), timetable, ProofLimits.ofCommand());
    }

    @Override
    public RemedyReport findRemedies(Problem problem, Timetable timetable, SessionId meeting, int position) {
        return remedies.fillSeat(problem, timetable, meeting, position, REMEDIES_OF_A_SEAT);
    }

    @Override
    public RemedyReport findRemedies(Problem problem, List<StaffingConflict> conflicts) {
        return remedies.resolve(problem, conflicts, REMEDIES_BEFORE_PLANNING);
    }

    @Override
    public List<SeatCandidateReport> explainMeeting(Problem problem, Timetable timetable, SessionId meeting) {
        return new CandidateExplainer(problem, planner.demands(problem), timetable, checker, CpSatLibrary.installed())
                .explain(meeting);
    }
}
