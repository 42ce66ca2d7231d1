package dk.grundskema.api.cli;

import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.ConflictReport;
import dk.grundskema.solver.proof.FaultReport;
import dk.grundskema.solver.proof.FaultVerdict;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import java.util.List;

/** Proofs set by the test. */
final class FakeStaffingProofs implements StaffingProofs {
    boolean available = true;
    boolean limited;
    OpenSeatBound bound = new OpenSeatBound(0, 0);
    List<StaffingConflict> conflicts = List.of();
    List<SeatVerdict> verdicts = List.of();
    List<FaultVerdict> faultVerdicts = List.of();
    List<SeatCandidateReport> seats = List.of();
    RemedyReport remedies = new RemedyReport(List.of(), 0, false);

    @Override
    public boolean isAvailable() {
        return available;
    }

    @Override
    public ConflictReport findConflicts(Problem problem) {
        return new ConflictReport(conflicts, limited);
    }

    @Override
    public OpenSeatBound boundOpenSeats(Problem problem, Timetable timetable) {
        return bound;
    }

    @Override
    public List<SeatVerdict> explainOpenSeats(Problem problem, Timetable timetable) {
        return verdicts;
    }

    @Override
    public FaultReport explainFaults(Problem problem, Timetable timetable, List<RuleViolation> faults) {
        List<FaultVerdict> verdicts = faultVerdicts.isEmpty()
                ? faults.stream()
                        .map(one -> new FaultVerdict(one, Avoidability.UNKNOWN, List.of(), List.of(), null))
                        .toList()
                : faultVerdicts;
        return new FaultReport(verdicts, false);
    }

    @Override
    public RemedyReport findRemedies(Problem problem, Timetable timetable, SessionId meeting, int position) {
        return remedies;
    }

    @Override
    public RemedyReport findRemedies(Problem problem, List<StaffingConflict> some) {
        return remedies;
    }

    @Override
    public List<SeatCandidateReport> explainMeetingWithCounterfactuals(
            Problem problem, Timetable timetable, SessionId meeting) {
        return explainMeeting(problem, timetable, meeting);
    }

    @Override
    public List<SeatCandidateReport> explainMeeting(Problem problem, Timetable timetable, SessionId meeting) {
        return seats;
    }
}
