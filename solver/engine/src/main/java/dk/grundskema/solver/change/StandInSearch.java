package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds stand-ins for the weeks of a series in which a holder is away: one person for all of these weeks if there is one, otherwise week by week. A
 * stand-in has no duty, lesson or absence then; the independent checker confirms that no conflict and no further shortfall follows. Those whose day
 * changes anyway come first, then those who are most with the same groups. A week that nobody is free for is taken by somebody who gives another seat of
 * this time to a stand-in.
 */
final class StandInSearch {
    /** Exchanges that are tried in all, as each is checked: a long absence has many weeks. */
    private static final int MOST_EXCHANGES = 60;

    private final ChangeRequest request;
    private final Problem problem;
    private final LostAvailability lost;
    private final TimetableChecker checker;
    private final ZoneId zone;
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<SessionId, List<Seat>> seats = new HashMap<>();
    private final Map<StaffId, List<Interval>> lessons = new HashMap<>();

    /** A vacant seat of a series that somebody held in these weeks. */
    private record OpenSeat(Meeting meeting, int place, Seat seat, StaffId former) {}

    private Timetable plan;
    /** What people break in the present plan. */
    private final Map<StaffId, List<RuleViolation>> knownViolations = new HashMap<>();

    private final Set<PersonDay> changedDays = new HashSet<>();

    private int exchangesLeft = MOST_EXCHANGES;

    /** @param demands demands of the changed problem if all staff were always available */
    StandInSearch(ChangeRequest request, LostAvailability lost, TimetableChecker checker, List<Demand> demands) {
        this.request = request;
        this.problem = request.after();
        this.lost = lost;
        this.checker = checker;
        this.zone = lost.zone();
        this.plan = request.timetable();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats()
                    .forEach(seat -> seat.sessions()
                            .forEach(id -> seats.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(seat)));
        }
        seats.values().forEach(some -> some.sort(Comparator.comparingInt(Seat::position)));
        for (Lesson lesson : problem.lessons()) {
            lesson.teachers()
                    .forEach(who -> lessons.computeIfAbsent(who, any -> new ArrayList<>())
                            .addAll(lesson.time().intervals(zone)));
        }
    }

    /** Returns the timetable with stand-ins where there are any. */
    Timetable cover(Timetable joined) {
        plan = joined;
        Set<OpenSeat> tried = new HashSet<>();
        for (Optional<OpenSeat> next = nextOpenSeat(tried); next.isPresent(); next = nextOpenSeat(tried)) {
            if (tried.isEmpty()) {
                changedDays.addAll(
                        PlanDifference.between(request.timetable(), joined).days());
            }
            tried.add(next.get());
            if (!coverWhole(next.get())) {
                coverByWeek(next.get());
            }
        }
        return plan;
    }

    private Optional<OpenSeat> nextOpenSeat(Set<OpenSeat> tried) {
        return openSeats().stream().filter(one -> !tried.contains(one)).findFirst();
    }

    /** Returns the vacant seats, required ones first, then in order of time. */
    private List<OpenSeat> openSeats() {
        var open = new ArrayList<OpenSeat>();
        for (Meeting meeting : plan.meetings()) {
            if (lost.isPast(meeting)) {
                continue;
            }
            Meeting was = earlier(meeting);
            List<Seat> asked = seats.getOrDefault(meeting.origin(), List.of());
            int first = was == null ? 0 : problem.countTeacherSeats(session(meeting));
            for (int place = first; was != null && place < meeting.seats().size(); place++) {
                StaffId former =
                        place < was.seats().size() ? was.seats().get(place).staffId() : null;
                if (former != null
                        && meeting.seats().get(place).staffId() == null
                        && place - first < asked.size()
                        && lost.isAway(former, meeting)) {
                    open.add(new OpenSeat(meeting, place, asked.get(place - first), former));
                }
            }
        }
        open.sort(Comparator.comparing((OpenSeat one) -> !one.seat().required())
                .thenComparing(one -> one.meeting().time().firstDate())
                .thenComparing(one -> one.meeting().start())
                .thenComparing(one -> one.meeting().sessionId()));
        return open;
    }

    private Session session(Meeting meeting) {
        Session session = sessions.get(meeting.origin());
        if (session == null) {
            throw new IllegalStateException(
                    "The meeting (%s) is of no session that is asked for.\nMaybe the change was not validated?"
                            .formatted(meeting.sessionId()));
        }
        return session;
    }

    /** Returns the series of the plan in use, or the part of one, that a meeting is part of; {@code null} if it was held only once or at another time. */
    private @Nullable Meeting earlier(Meeting meeting) {
        return request.timetable().meetings().stream()
                .filter(one -> (one.weeks().size() > 1 || one.originId() != null)
                        && one.origin().equals(meeting.origin())
                        && one.weekday() == meeting.weekday()
                        && one.start().equals(meeting.start())
                        && one.weeks().containsAll(meeting.weeks()))
                .findFirst()
                .orElse(null);
    }

    private boolean coverWhole(OpenSeat one) {
        return tryStandIns(one.meeting(), one.place(), one.seat(), Set.of(one.former()))
                || (one.meeting().weeks().size() == 1 && tryExchanges(one, one.meeting()));
    }

    /** Covers single weeks; those that nobody can take stay together. */
    private void coverByWeek(OpenSeat one) {
        if (one.meeting().weeks().size() < 2) {
            return;
        }
        Meeting rest = one.meeting();
        for (IsoWeek week : one.meeting().weeks()) {
            Timetable before = plan;
            SeparateWeek separate = separate(rest, week);
            boolean isCovered = tryStandIns(separate.week(), one.place(), one.seat(), Set.of(one.former()))
                    || tryExchanges(one, separate.week());
            if (separate.others() == null) {
                return;
            }
            if (isCovered) {
                rest = separate.others();
            } else {
                plan = before;
            }
        }
    }

    /**
     * A meeting of one week and the rest of its series.
     *
     * @param others {@code null} if there is none
     */
    private record SeparateWeek(Meeting week, @Nullable Meeting others) {}

    /** Separates a week of a meeting of the plan; the first part keeps the id. */
    private SeparateWeek separate(Meeting meeting, IsoWeek week) {
        Meeting single = meeting.inWeeks(week::equals).orElseThrow();
        Meeting others = meeting.inWeeks(other -> !other.equals(week)).orElse(null);
        if (others == null) {
            return new SeparateWeek(meeting, null);
        }
        boolean isFirst = week.equals(meeting.weeks().first());
        Meeting named = isFirst ? single : renamed(single);
        Meeting left = isFirst ? renamed(others) : others;
        replace(meeting, List.of(left, named));
        return new SeparateWeek(named, left);
    }

    /** Gives the seat to somebody whose only duty then is a seat that a stand-in can take. */
    private boolean tryExchanges(OpenSeat one, Meeting meeting) {
        List<Interval> times = meeting.time().intervals(zone);
        List<StaffId> possible = one.seat().candidates().stream()
                .filter(who -> !who.equals(one.former()) && isFreeOfLessons(who, times))
                .sorted(Comparator.comparingLong((StaffId who) -> countNewDays(who, meeting))
                        .thenComparing(who -> who))
                .toList();
        for (StaffId who : possible) {
            List<Meeting> duties = dutiesAt(who, times);
            if (duties.size() == 1
                    && exchangesLeft-- > 0
                    && tryExchange(
                            one,
                            meeting,
                            who,
                            duties.getFirst(),
                            meeting.weeks().first())) {
                return true;
            }
        }
        return false;
    }

    private boolean tryExchange(OpenSeat one, Meeting meeting, StaffId who, Meeting duty, IsoWeek week) {
        if (duty.sessionId().equals(meeting.sessionId())
                || !duty.weeks().contains(week)
                || !sessions.containsKey(duty.origin())) {
            return false;
        }
        int first = problem.countTeacherSeats(session(duty));
        List<Seat> asked = seats.getOrDefault(duty.origin(), List.of());
        int place = 0;
        while (!who.equals(duty.seats().get(place).staffId())) {
            place++;
        }
        if (place < first
                || place - first >= asked.size()
                || duty.seats().get(place).locked()) {
            return false;
        }
        Timetable before = plan;
        Meeting given = withHolder(separate(duty, week).week(), place, null);
        if (!lost.isPast(given)) {
            replace(given, List.of(given));
            replace(meeting, List.of(withHolder(meeting, one.place(), who)));
            if (isNoWorse(before, who)
                    && tryStandIns(given, place, asked.get(place - first), Set.of(who, one.former()))) {
                knownViolations.clear();
                meeting.time().dates().forEach(date -> changedDays.add(new PersonDay(who, date)));
                return true;
            }
        }
        plan = before;
        return false;
    }

    private List<Meeting> dutiesAt(StaffId who, List<Interval> times) {
        return plan.meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> who.equals(seat.staffId()))
                        && one.time().intervals(zone).stream()
                                .anyMatch(when -> times.stream().anyMatch(when::overlaps)))
                .toList();
    }

    /** Returns a part with an id after its first week. */
    private Meeting renamed(Meeting part) {
        Set<SessionId> taken = new HashSet<>();
        plan.meetings().forEach(one -> taken.add(one.sessionId()));
        SessionId origin = part.origin();
        String id = origin + "@" + part.weeks().first();
        String free = id;
        for (int number = 2; taken.contains(new SessionId(free)); number++) {
            free = id + "+" + number;
        }
        return part.withId(new SessionId(free), origin);
    }

    /** @param others people who do not come into question */
    private boolean tryStandIns(Meeting meeting, int place, Seat seat, Set<StaffId> others) {
        Timetable before = plan;
        for (StaffId who : candidates(meeting, seat, others)) {
            Meeting covered = withHolder(meeting, place, who);
            replace(meeting, List.of(covered));
            if (isNoWorse(before, who)) {
                knownViolations.clear();
                meeting.time().dates().forEach(date -> changedDays.add(new PersonDay(who, date)));
                return true;
            }
            plan = before;
        }
        return false;
    }

    /** Whether the person with the new duty breaks nothing that was kept before. */
    private boolean isNoWorse(Timetable before, StaffId who) {
        List<RuleViolation> known = new ArrayList<>(knownViolations.computeIfAbsent(
                who, any -> checker.checkStaffing(problem, before, any).violations()));
        List<RuleViolation> fresh = checker.checkStaffing(problem, plan, who).violations().stream()
                .filter(each -> !known.remove(each))
                .toList();
        return fresh.stream().noneMatch(each -> each.level() == Level.HARD)
                && count(fresh, Level.MEDIUM) <= count(known, Level.MEDIUM);
    }

    private static long count(List<RuleViolation> some, Level level) {
        return some.stream().filter(each -> each.level() == level).count();
    }

    /** Returns those who are free then, in order of preference. */
    private List<StaffId> candidates(Meeting meeting, Seat seat, Set<StaffId> others) {
        List<Interval> times = meeting.time().intervals(zone);
        return seat.candidates().stream()
                .filter(who -> !others.contains(who)
                        && isFreeOfLessons(who, times)
                        && dutiesAt(who, times).isEmpty())
                .sorted(Comparator.comparingLong((StaffId who) -> countNewDays(who, meeting))
                        .thenComparingLong(who -> -countSharedMeetings(who, meeting))
                        .thenComparing(who -> who))
                .toList();
    }

    /** Whether somebody is there then, without a lesson. */
    private boolean isFreeOfLessons(StaffId who, List<Interval> times) {
        return times.stream().noneMatch(when -> lost.isUnavailable(who, when))
                && lessons.getOrDefault(who, List.of()).stream()
                        .noneMatch(when -> times.stream().anyMatch(when::overlaps));
    }

    private long countNewDays(StaffId who, Meeting meeting) {
        return meeting.time().dates().stream()
                .filter(date -> !changedDays.contains(new PersonDay(who, date)))
                .count();
    }

    private long countSharedMeetings(StaffId who, Meeting meeting) {
        return plan.meetings().stream()
                .filter(one -> !Collections.disjoint(one.groupIds(), meeting.groupIds())
                        && one.seats().stream().anyMatch(seat -> who.equals(seat.staffId())))
                .count();
    }

    private static Meeting withHolder(Meeting meeting, int place, @Nullable StaffId who) {
        var seats = new ArrayList<>(meeting.seats());
        MeetingSeat seat = seats.get(place);
        seats.set(place, new MeetingSeat(seat.role(), who, seat.required(), seat.locked()));
        return meeting.withSeats(seats);
    }

    /** Replaces a meeting of the plan by others. */
    private void replace(Meeting meeting, List<Meeting> others) {
        var meetings = new ArrayList<Meeting>();
        plan.meetings().stream()
                .filter(one -> !one.sessionId().equals(meeting.sessionId()))
                .forEach(meetings::add);
        meetings.addAll(others);
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        plan = plan.withMeetings(meetings);
    }
}
