package dk.grundskema.api.planning;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.ConflictReport;
import dk.grundskema.solver.proof.FaultReport;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import java.util.List;

/** What can be proved about the staffing of valid problems and their timetables. */
public interface StaffingProofs {
    /** Returns whether proofs are available; without CP-SAT's library every answer is "unknown". */
    boolean isAvailable();

    /** Returns facts of a problem that cannot hold together, within two seconds; none means that none was found, not that a plan exists. */
    ConflictReport findConflicts(Problem problem);

    /** Returns the open seats of a timetable, and how many are proved to be unavoidable. */
    OpenSeatBound boundOpenSeats(Problem problem, Timetable timetable);

    /** Returns for each open seat of a timetable whether it can be filled. */
    List<SeatVerdict> explainOpenSeats(Problem problem, Timetable timetable);

    /** Returns for each of some broken rules of a timetable whether other people in the filled seats can keep it, within a minute. */
    FaultReport explainFaults(Problem problem, Timetable timetable, List<RuleViolation> faults);

    /** Returns changes that fill an open seat of a timetable, each planned and checked, within ten seconds; position counted from 1. */
    RemedyReport findRemedies(Problem problem, Timetable timetable, SessionId meeting, int position);

    /** Returns changes that resolve the contradictions of a problem, each confirmed by an exact model of all of it, within five seconds. */
    RemedyReport findRemedies(Problem problem, List<StaffingConflict> conflicts);

    /**
     * Returns the seats of a meeting with what speaks against each candidate; empty if it has none. Needs no library, except for what would have to
     * change.
     */
    List<SeatCandidateReport> explainMeeting(Problem problem, Timetable timetable, SessionId meeting);

    /** Returns the same with what would have to change for each candidate, which takes much longer; without the library nothing is added. */
    List<SeatCandidateReport> explainMeetingWithCounterfactuals(
            Problem problem, Timetable timetable, SessionId meeting);
}
