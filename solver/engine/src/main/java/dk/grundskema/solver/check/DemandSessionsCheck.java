package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares each meeting with the session that was asked for: weeks, time, length, subject and form, seats, and what it counts as work. The search
 * cannot differ from the demand in these; a timetable from a file, or one changed by hand, can.
 */
final class DemandSessionsCheck implements CoreCheck {
    private static final int MINUTES_A_DAY = 24 * 60;

    /** Role of the seats of a lesson's teachers. */
    private static final String TEACHER = "teacher";

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        Map<SessionId, List<Meeting>> parts = new LinkedHashMap<>();
        var guests = GuestMatching.of(plan);
        Map<SessionId, SessionLock> locks = new HashMap<>();
        plan.problem().locks().forEach(lock -> locks.put(lock.sessionId(), lock));
        for (CheckedMeeting held : plan.held()) {
            Session session = held.session();
            if (session != null) {
                parts.computeIfAbsent(session.id(), fresh -> new ArrayList<>()).add(held.meeting());
                checkContent(held, session, guests, faults);
                checkSeats(held, plan, faults);
                checkLockMarks(held, locks.get(session.id()), faults);
                faults.medium("core.empty-group", plan.attendance().isAsleep(session) ? 1 : 0, held.id());
            }
            SessionId origin = held.meeting().originId();
            boolean isSeries = origin == null || plan.demanded().sessions().containsKey(origin);
            faults.medium(
                    "core.unknown-origin",
                    isSeries ? 0 : 1,
                    held.id(),
                    new Figure(origin == null ? "" : origin.value()));
        }
        parts.forEach((id, meetings) -> {
            Session session = plan.demanded().sessions().get(id);
            if (session != null && !session.isGuest()) {
                checkTimes(meetings.size() > 1 ? timesOfParts(session, plan) : session, meetings, faults);
            }
        });
        for (Session session : plan.demanded().sessions().values()) {
            boolean isAlwaysHeld = session.isFixedInTime()
                    && !session.required()
                    && session.relief() == null
                    && !plan.attendance().isAsleep(session);
            faults.medium(
                    "core.unplaced-session", isAlwaysHeld && !parts.containsKey(session.id()) ? 1 : 0, session.id());
        }
    }

    private static void checkContent(
            CheckedMeeting held, Session session, GuestMatching guests, CoreViolations faults) {
        Meeting meeting = held.meeting();
        var differences = new ContentDifferences()
                .word("kind", meeting.kind(), session.kind())
                .id("intervention", meeting.interventionId(), session.intervention());
        if (!guests.hasGuest(held)) {
            differences
                    .word("title", meeting.title(), session.title())
                    .word("subject", meeting.subject(), session.subject())
                    .form(meeting.form(), session.form());
        }
        faults.medium("core.asked-content", differences.isEmpty() ? 0 : 1, held.id(), differences.toFigure());
        int further = session.lesson() == null ? meeting.extraRoomIds().size() : 0; // a lesson has rooms of its own
        faults.medium("core.asked-rooms", further, held.id());
        var pay = ContentDifferences.ofWorkload(meeting.workload(), session.workload());
        faults.medium("core.asked-workload", pay.isEmpty() ? 0 : 1, held.id(), pay.toFigure());
    }

    /** Counts optional seats that the meeting has not, and seats with another role. Another rule reports required seats that are left out. */
    private static void checkSeats(CheckedMeeting held, CheckedPlan plan, CoreViolations faults) {
        List<MeetingSeat> own = SeatAlignment.ownSeats(held);
        int[] places = SeatAlignment.places(held.asked(), own);
        long others = 0;
        for (int i = 0; i < held.asked().size(); i++) {
            Seat asked = held.asked().get(i);
            boolean isThere = places[i] < 0
                    ? asked.required()
                    : own.get(places[i]).role().equals(asked.role())
                            && own.get(places[i]).required() == asked.required();
            others += isThere ? 0 : 1;
        }
        faults.medium("core.asked-seats", others + countOtherTeacherSeats(held), held.id());
        for (int i = 0; i < held.asked().size(); i++) {
            StaffId holder = places[i] < 0 ? null : own.get(places[i]).staffId();
            boolean isOutsider = holder != null
                    && !held.asked().get(i).candidates().contains(holder)
                    && !mayTakePart(held, holder, i, plan);
            faults.medium("core.asked-holder", isOutsider ? 1 : 0, holder == null ? "" : holder, held.id());
        }
    }

    /** Returns the session as it is asked for if all staff are available, since a part is held in some of its weeks only. */
    private static Session timesOfParts(Session session, CheckedPlan plan) {
        return plan.atAnyTime().get().sessions().getOrDefault(session.id(), session);
    }

    /**
     * Whether somebody may take a seat in some of a session's weeks. The candidates of a whole series are available in all of its weeks; another rule
     * reports who is not available in those of a part.
     */
    private static boolean mayTakePart(CheckedMeeting held, StaffId holder, int seat, CheckedPlan plan) {
        Session session = Objects.requireNonNull(held.session());
        boolean isWhole = held.meeting().originId() == null
                && session.times().stream()
                        .anyMatch(time -> time.weeks().equals(held.meeting().weeks()));
        List<Seat> seats = isWhole ? List.of() : plan.atAnyTime().get().seatsOf(session.id());
        return seat < seats.size() && seats.get(seat).candidates().contains(holder);
    }

    /** Counts seats of a lesson's teachers that are not shown as theirs. Another rule compares who sits in them. */
    private static long countOtherTeacherSeats(CheckedMeeting held) {
        return held.meeting().seats().stream()
                .limit(held.countTeacherSeats())
                .filter(seat -> !seat.role().equals(TEACHER) || !seat.required())
                .count();
    }

    /** Counts properties that the meeting marks as locked although the problem does not lock them, or the other way round. */
    private static void checkLockMarks(CheckedMeeting held, @Nullable SessionLock lock, CoreViolations faults) {
        MeetingLock marked = held.meeting().locked();
        boolean isTimeLocked = lock != null && lock.time() != null;
        boolean isRoomLocked = lock != null && lock.roomId() != null;
        Set<Integer> locked = new HashSet<>();
        if (lock != null) {
            lock.seats().stream().map(SeatLock::position).forEach(locked::add);
        }
        for (int place = 0; place < held.countTeacherSeats(); place++) {
            locked.add(place);
        }
        List<MeetingSeat> seats = held.meeting().seats();
        long others = Stream.of(marked.time() == isTimeLocked, marked.room() == isRoomLocked)
                .filter(same -> !same)
                .count();
        for (int place = 0; place < seats.size(); place++) {
            others += seats.get(place).locked() == locked.contains(place) ? 0 : 1;
        }
        faults.medium("core.asked-locks", others, held.id());
    }

    /**
     * Checks weeks and times of all parts of a session. Parts whose weeks were moved by hand state the weeks that they stand for; such a part must
     * still be held in as many weeks.
     */
    private static void checkTimes(Session session, List<Meeting> parts, CoreViolations faults) {
        if (parts.size() == 1 && session.times().contains(parts.getFirst().time())) {
            return;
        }
        MeetingTime asked = closestChoice(session, parts);
        SortedSet<IsoWeek> covered = new TreeSet<>();
        for (Meeting part : parts) {
            for (IsoWeek week : weeksOf(part)) {
                if (!asked.weeks().contains(week)) {
                    faults.medium("core.asked-other-week", 1, part.sessionId(), week);
                } else if (!covered.add(week)) {
                    faults.medium("core.asked-twice", 1, part.sessionId(), week);
                }
            }
            if (session.lesson() == null) { // a lesson keeps its own time, see LockCheck
                checkTimeOfDay(session, part, faults);
            }
        }
        for (IsoWeek week : asked.weeks()) {
            faults.medium("core.asked-week", covered.contains(week) ? 0 : 1, session.id(), week);
        }
    }

    private static void checkTimeOfDay(Session session, Meeting part, CoreViolations faults) {
        List<MeetingTime> choices = choicesInWeeksOf(part, session);
        boolean isChoice = choices.stream()
                .anyMatch(time -> isAtSameTimeOfDay(time, part) && time.end().equals(part.end()));
        if (isChoice) {
            return;
        }
        long length = minutes(part.time());
        long nearest = session.times().stream()
                .map(DemandSessionsCheck::minutes)
                .min(Comparator.comparingLong(one -> Math.abs(one - length)))
                .orElse(length);
        faults.medium("core.asked-length", Math.abs(nearest - length), part.sessionId(), length, nearest);
        boolean startsThen = choices.stream().anyMatch(time -> isAtSameTimeOfDay(time, part));
        if (!startsThen || nearest == length) {
            LocalDate date = part.time().firstDate();
            faults.medium("core.asked-time", 1, part.sessionId(), date, part.start(), part.end());
        }
    }

    /** Returns the times to choose from in a week of a part; without any, all: another rule reports its weeks. */
    private static List<MeetingTime> choicesInWeeksOf(Meeting part, Session session) {
        List<MeetingTime> choices = session.times().stream()
                .filter(time -> !Collections.disjoint(time.weeks(), weeksOf(part)))
                .toList();
        return choices.isEmpty() ? session.times() : choices;
    }

    /** Returns the weeks that a part stands for: those asked for if it was moved by hand and is held in as many weeks, else those in which it is held. */
    private static SortedSet<IsoWeek> weeksOf(Meeting part) {
        return part.demandedWeeks().size() == part.weeks().size() ? part.demandedWeeks() : part.weeks();
    }

    /** Returns the choice whose weeks and time of day differ least from the parts. A meeting in one part has the weeks of its own time of day. */
    private static MeetingTime closestChoice(Session session, List<Meeting> parts) {
        Set<IsoWeek> held = new HashSet<>();
        parts.forEach(part -> held.addAll(weeksOf(part)));
        Meeting first = parts.getFirst();
        return session.times().stream()
                .min(Comparator.comparing((MeetingTime one) -> Collections.disjoint(one.weeks(), held))
                        .thenComparing(one -> parts.size() == 1 && !isAtSameTimeOfDay(one, first))
                        .thenComparingLong(one -> countDifferent(one.weeks(), held))
                        .thenComparing(one -> one.weekday() != first.weekday())
                        .thenComparing(one -> !one.start().equals(first.start())))
                .orElseThrow();
    }

    private static boolean isAtSameTimeOfDay(MeetingTime time, Meeting part) {
        return time.weekday() == part.weekday() && time.start().equals(part.start());
    }

    private static long countDifferent(Collection<IsoWeek> some, Collection<IsoWeek> others) {
        return some.stream().filter(week -> !others.contains(week)).count()
                + others.stream().filter(week -> !some.contains(week)).count();
    }

    /** Returns the length by the wall clock. */
    private static long minutes(MeetingTime time) {
        long minutes = Duration.between(time.start(), time.end()).toMinutes();
        return minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
    }
}
