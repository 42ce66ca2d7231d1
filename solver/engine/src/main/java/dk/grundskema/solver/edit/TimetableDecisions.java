package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;

/** Reads the decisions of a timetable. */
final class TimetableDecisions {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Timetable timetable;
    private final int[] values;

    private TimetableDecisions(Blueprint blueprint, Timetable timetable) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.timetable = timetable;
        this.values = ReferenceReader.readDecisions(blueprint, timetable);
    }

    /**
     * Returns the decisions of a timetable. Sleeping sessions, which the timetable does not contain, take the values of their locks.
     *
     * @param blueprint the indexed problem
     * @param problem   the problem, with its locks
     */
    static int[] read(Blueprint blueprint, Problem problem, Timetable timetable) {
        var reading = new TimetableDecisions(blueprint, timetable);
        for (SessionLock lock : problem.locks()) {
            int session = blueprint.index().session().find(lock.sessionId());
            if (session >= 0 && blueprint.sessions().get(session).awakeWith() != null) {
                reading.readSleepingSession(session, lock);
            }
        }
        return reading.values;
    }

    private void readSleepingSession(int session, SessionLock lock) {
        Session one = blueprint.sessions().get(session);
        if (timetable.meetings().stream()
                .anyMatch(meeting -> meeting.sessionId().equals(one.id()))) {
            return;
        }
        if (lock.time() != null) {
            setIfAllowed(decisions.slot(session), blueprint.times().get(session).indexOf(lock.time()));
        }
        if (lock.roomId() != null) {
            setIfAllowed(decisions.room(session), blueprint.index().room().find(lock.roomId()));
        }
        for (SeatLock seat : lock.seats()) {
            int place = seat.position() - blueprint.problem().countTeacherSeats(one);
            StaffId who = seat.staffId();
            if (place >= 0 && place < blueprint.seatsOf()[session].length && who != null) {
                int number = blueprint.seatsOf()[session][place];
                setIfAllowed(decisions.seat(number), blueprint.index().staff().find(who));
            }
        }
    }

    private void setIfAllowed(int decision, int value) {
        if (value >= 0 && values[decision] == Decisions.NONE && decisions.allows(decision, value)) {
            values[decision] = value;
        }
    }
}
