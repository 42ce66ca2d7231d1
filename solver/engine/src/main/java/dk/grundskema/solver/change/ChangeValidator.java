package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds why a plan cannot be changed at a moment: the moment, what has begun, and locks. */
public final class ChangeValidator {
    private final ChangeRequest request;
    private final List<Finding> findings = new ArrayList<>();
    private final LostAvailability lost;

    private ChangeValidator(ChangeRequest request) {
        this.request = request;
        this.lost = new LostAvailability(request);
    }

    /**
     * Returns everything that speaks against a change.
     *
     * @param demands demands of the changed problem
     * @return errors with empty pointers; empty if the change can be planned
     */
    public static List<Finding> validate(ChangeRequest request, List<Demand> demands) {
        List<Finding> moment =
                momentFindings(request.before().horizon(), request.now().toLocalDate());
        if (!moment.isEmpty()) {
            return moment;
        }
        var validator = new ChangeValidator(request);
        Map<SessionId, Session> sessions = new HashMap<>();
        demands.forEach(demand -> demand.sessions().forEach(session -> sessions.put(session.id(), session)));
        validator.checkZone();
        validator.checkPast(sessions, formedGroups(demands));
        validator.checkLocks(sessions);
        return List.copyOf(validator.findings);
    }

    /** Returns an error if a plan of a horizon cannot be changed on a date, because it is before or after the plan. */
    public static List<Finding> momentFindings(Horizon horizon, LocalDate date) {
        return horizon.contains(date)
                ? List.of()
                : List.of(Finding.error(
                        "change.outside-plan",
                        "",
                        date,
                        horizon.firstDay(),
                        horizon.lastDay(),
                        String.valueOf(date.getYear()),
                        String.valueOf(horizon.firstDay().getYear()),
                        String.valueOf(horizon.lastDay().getYear())));
    }

    private void checkZone() {
        var before = request.before().horizon().zone();
        var after = request.after().horizon().zone();
        if (!before.equals(after)) {
            findings.add(Finding.error("change.other-zone", "", before.getId(), after.getId()));
        }
    }

    /** Returns the groups that interventions form: the problem does not have them. */
    private static Set<GroupId> formedGroups(List<Demand> demands) {
        Set<GroupId> formed = new HashSet<>();
        demands.forEach(demand ->
                demand.groupings().forEach(grouping -> grouping.groups().forEach(group -> formed.add(group.id()))));
        return formed;
    }

    /** What has begun must stay possible to describe: its people, rooms and sessions must exist in the changed problem. */
    @SuppressWarnings("ReferenceEquality") // the same object says that the problem before is not known
    private void checkPast(Map<SessionId, Session> sessions, Set<GroupId> formed) {
        Problem after = request.after();
        Set<Object> groups = new HashSet<>();
        after.groups().forEach(group -> groups.add(group.id()));
        Set<Object> given = new HashSet<>();
        request.before().groups().forEach(group -> given.add(group.id()));
        boolean isProblemBeforeUnknown = request.before() == request.after();
        Set<Object> missing = new LinkedHashSet<>();
        for (Meeting meeting : request.timetable().meetings()) {
            if (!lost.isPast(meeting)) {
                continue;
            }
            Session session = sessions.get(meeting.origin());
            if (session == null) {
                findings.add(Finding.error(
                        "change.past-not-asked",
                        "",
                        meeting.title(),
                        meeting.origin(),
                        meeting.time().firstDate()));
                continue;
            }
            if (isOtherLesson(session, meeting)) {
                findings.add(Finding.error(
                        "change.past-lesson-moved",
                        "",
                        meeting.title(),
                        Objects.requireNonNull(session.lesson()),
                        meeting.weekday(),
                        meeting.start()));
                continue;
            }
            for (MeetingSeat seat : meeting.seats()) {
                StaffId who = seat.staffId();
                if (who != null && after.staffMember(who).isEmpty()) {
                    missing.add(who);
                }
            }
            for (RoomId room : meeting.extraRoomIds()) {
                addMissingRoom(room, missing);
            }
            addMissingRoom(meeting.roomId(), missing);
            for (GroupId group : meeting.groupIds()) {
                boolean isGiven = given.contains(group) || (isProblemBeforeUnknown && !formed.contains(group));
                if (isGiven && !groups.contains(group)) {
                    missing.add(group);
                }
            }
            for (StudentId student : meeting.studentIds()) {
                if (after.student(student).isEmpty()) {
                    missing.add(student);
                }
            }
        }
        missing.forEach(one -> findings.add(Finding.error("change.past-uses-missing", "", one)));
    }

    /** Whether the changed problem has a lesson that was held at another time, in another room or with other teachers in weeks that are over. */
    private boolean isOtherLesson(Session session, Meeting meeting) {
        if (session.lesson() == null) {
            return false;
        }
        Lesson lesson = request.after().lesson(session.lesson()).orElseThrow();
        boolean isAtItsTime = lesson.time().weekday() == meeting.weekday()
                && lesson.time().start().equals(meeting.start())
                && lesson.time().end().equals(meeting.end())
                && meeting.weeks().stream()
                        .filter(week -> lost.isPast(meeting.time().interval(week, lost.zone())))
                        .allMatch(week -> lesson.time().weeks().contains(week));
        List<StaffId> teachers = lesson.teachers();
        boolean hasItsTeachers = meeting.seats().size() >= teachers.size()
                && IntStream.range(0, teachers.size())
                        .allMatch(place -> teachers.get(place)
                                .equals(meeting.seats().get(place).staffId()));
        return !isAtItsTime || !hasItsTeachers || !Objects.equals(lesson.roomId(), meeting.roomId());
    }

    private void addMissingRoom(@Nullable RoomId room, Set<Object> missing) {
        if (room != null && request.after().room(room).isEmpty()) {
            missing.add(room);
        }
    }

    /** Names each lock that demands a person, a room, a date or a lesson that the change takes away. */
    private void checkLocks(Map<SessionId, Session> sessions) {
        for (SessionLock lock : request.after().locks()) {
            for (Meeting meeting : request.timetable().meetings()) {
                if (meeting.origin().equals(lock.sessionId())) {
                    checkLock(lock, meeting, sessions.get(lock.sessionId()));
                }
            }
        }
    }

    private void checkLock(SessionLock lock, Meeting meeting, @Nullable Session session) {
        for (IsoWeek week : meeting.weeks()) {
            Interval when = meeting.time().interval(week, lost.zone());
            if (lost.isPast(when)) {
                continue;
            }
            LocalDate date = meeting.time().date(week);
            for (SeatLock seat : lock.seats()) {
                if (seat.staffId() != null && lost.isAway(seat.staffId(), when)) {
                    addLock("change.contradicts-seat-lock", meeting, date, seat.staffId());
                    return;
                }
            }
            if (isMovedLesson(session, week)
                    && (lock.time() != null
                            || lock.roomId() != null
                            || !lock.seats().isEmpty())) {
                addLock("change.contradicts-lesson-lock", meeting, date, date);
                return;
            }
            if (lock.roomId() != null && lost.isRoomLost(lock.roomId(), when)) {
                addLock("change.contradicts-room-lock", meeting, date, lock.roomId());
                return;
            }
            boolean isNewlyClosed = request.after().horizon().isClosed(date)
                    && !request.before().horizon().isClosed(date);
            if (lock.time() != null && isNewlyClosed) {
                addLock("change.contradicts-time-lock", meeting, date, date);
                return;
            }
        }
    }

    /** Whether a session belongs to a lesson that the school does not hold in a week any more, and did before. */
    private boolean isMovedLesson(@Nullable Session session, IsoWeek week) {
        return session != null
                && session.lesson() != null
                && isHeld(request.before(), session.lesson(), week)
                && !isHeld(request.after(), session.lesson(), week);
    }

    private static boolean isHeld(Problem problem, LessonId lesson, IsoWeek week) {
        return problem.lesson(lesson).stream()
                .anyMatch(one -> one.time().weeks().contains(week));
    }

    private void addLock(String code, Meeting meeting, LocalDate date, Object what) {
        findings.add(Finding.error(code, "", meeting.title(), date, meeting.start(), what, meeting.origin()));
    }
}
