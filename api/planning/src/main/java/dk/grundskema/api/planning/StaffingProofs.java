package dk.grundskema.api.planning;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import java.util.List;

/** What can be proved about the staffing of valid problems and their timetables. */
public interface StaffingProofs {
    /** Returns whether proofs are available; without CP-SAT's library every answer is "unknown". */
    boolean isAvailable();

    /** Returns facts of a problem that cannot hold together, within two seconds; empty means that none was found, not that a plan exists. */
    List<StaffingConflict> findConflicts(Problem problem);

    /** Returns the open seats of a timetable, and how many are proved to be unavoidable. */
    OpenSeatBound boundOpenSeats(Problem problem, Timetable timetable);

    /** Returns for each open seat of a timetable whether it can be filled. */
    List<SeatVerdict> explainOpenSeats(Problem problem, Timetable timetable);

    /** Returns the seats of a meeting with what speaks against each candidate; empty if it has none. Needs no library. */
    List<SeatCandidateReport> explainMeeting(Problem problem, Timetable timetable, SessionId meeting);
}
