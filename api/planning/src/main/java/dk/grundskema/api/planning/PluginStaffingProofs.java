package dk.grundskema.api.planning;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.proof.CandidateExplainer;
import dk.grundskema.solver.proof.ConflictReport;
import dk.grundskema.solver.proof.CpSatLibrary;
import dk.grundskema.solver.proof.FaultReport;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.ProofLimits;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import dk.grundskema.solver.proof.StaffingProof;
import dk.grundskema.solver.proof.StaffingRemedies;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.List;

/** Proofs with the demands of the installed plugins. */
final class PluginStaffingProofs implements StaffingProofs {
    private static final ProofLimits REMEDIES_OF_A_SEAT = new ProofLimits(2, Duration.ofSeconds(10));
    private static final ProofLimits REMEDIES_BEFORE_PLANNING = new ProofLimits(2, Duration.ofSeconds(10));
    private static final ProofLimits FAULTS = new ProofLimits(5, Duration.ofMinutes(1));
    private static final ProofLimits BEFORE_PLANNING = new ProofLimits(2, Duration.ofSeconds(2));

    private final Planner planner;
    private final TimetableChecker checker;
    private final StaffingProof proof;
    private final StaffingRemedies remedies;

    /** Explainer of the timetable explained last: one meeting after another is explained, and preparing it takes longer than one. */
    private volatile SoftReference<PreparedExplainer> lastExplained = new SoftReference<>(null);

    private record PreparedExplainer(Problem problem, Timetable timetable, CandidateExplainer explainer) {}

    /**
     * @param planner expands the demands
     * @param checker independent checker
     * @param proof   exact search
     * @param remedies changes that help
     */
    PluginStaffingProofs(Planner planner, TimetableChecker checker, StaffingProof proof, StaffingRemedies remedies) {
        this.planner = planner;
        this.checker = checker;
        this.proof = proof;
        this.remedies = remedies;
    }

    @Override
    public boolean isAvailable() {
        return proof.isAvailable();
    }

    @Override
    public ConflictReport findConflicts(Problem problem) {
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
    public FaultReport explainFaults(Problem problem, Timetable timetable, List<RuleViolation> faults) {
        return proof.explainFaults(problem, planner.demands(problem), timetable, faults, FAULTS);
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
        return explainer(problem, timetable).explain(meeting);
    }

    @Override
    public List<SeatCandidateReport> explainMeetingWithCounterfactuals(
            Problem problem, Timetable timetable, SessionId meeting) {
        return explainer(problem, timetable).explainWithCounterfactuals(meeting);
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole timetables would take longer than preparing the explainer
    private CandidateExplainer explainer(Problem problem, Timetable timetable) {
        PreparedExplainer prepared = lastExplained.get();
        if (prepared == null || prepared.problem() != problem || prepared.timetable() != timetable) {
            prepared = new PreparedExplainer(
                    problem,
                    timetable,
                    new CandidateExplainer(
                            problem, planner.demands(problem), timetable, checker, CpSatLibrary.installed()));
            lastExplained = new SoftReference<>(prepared);
        }
        return prepared.explainer();
    }
}
