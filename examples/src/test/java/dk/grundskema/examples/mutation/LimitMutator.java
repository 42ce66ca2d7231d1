package dk.grundskema.examples.mutation;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RecordCopy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Breaks the limits of a day camp in one place at a time: those of its subjects by exchanging what is taught in two modules of a team, those of its
 * staff by another person in a seat. The kind of each mutation is the rule that it breaks. Counts on its own where a limit is broken.
 */
final class LimitMutator {
    /**
     * What the camp allows.
     *
     * @param subject    a subject that may be taught in one block only
     * @param block      id of that block
     * @param inOneRoom  a subject that one team at a time can have
     * @param longestDay most minutes of a day
     * @param rest       fewest minutes between two dates
     * @param freeDates  fewest free dates of a week
     */
    record Limits(String subject, String block, String inOneRoom, int longestDay, int rest, int freeDates) {}

    /** Places for each rule. */
    private static final int PLACES = 20;

    private record Day(LocalTime start, LocalTime end) {
        static Day of(Meeting meeting) {
            return new Day(meeting.start(), meeting.end());
        }

        Day with(Day other) {
            return new Day(start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
        }

        long minutes() {
            return ChronoUnit.MINUTES.between(start, end);
        }
    }

    private final Problem problem;
    private final Timetable plan;
    private final Limits limits;
    private final Map<StaffId, TreeMap<LocalDate, Day>> days = new HashMap<>();
    private final Map<String, List<Mutation>> found = new TreeMap<>();

    LimitMutator(Problem problem, Timetable plan, Limits limits) {
        this.problem = problem;
        this.plan = plan;
        this.limits = limits;
        for (Meeting meeting : plan.meetings()) {
            for (MeetingSeat seat : meeting.seats()) {
                if (seat.staffId() != null) {
                    days.computeIfAbsent(seat.staffId(), any -> new TreeMap<>())
                            .merge(date(meeting), Day.of(meeting), Day::with);
                }
            }
        }
    }

    List<Mutation> mutations() {
        List<Meeting> modules = plan.meetings().stream()
                .filter(meeting ->
                        meeting.kind().equals("module") && !meeting.subject().isEmpty())
                .toList();
        for (Meeting one : modules) {
            for (Meeting other : modules) {
                if (one.groupIds().equals(other.groupIds()) && !one.subject().equals(other.subject())) {
                    exchange(one, other, modules);
                }
            }
        }
        for (Meeting meeting : plan.meetings()) {
            for (StaffMember person : problem.staff()) {
                if (meeting.seats().stream().noneMatch(seat -> person.id().equals(seat.staffId()))) {
                    replaceHolder(meeting, person.id());
                }
            }
        }
        return found.values().stream().flatMap(Collection::stream).toList();
    }

    /** Adds the exchange of two modules of a team for each limit that it breaks with what the second module brings into the first. */
    private void exchange(Meeting one, Meeting other, List<Meeting> modules) {
        String subject = other.subject();
        if (subject.equals(limits.subject()) && !block(one).equals(limits.block())) {
            addExchange("camp.allowed-blocks", one, other);
        }
        boolean isDouble = modules.stream()
                .filter(held -> !held.equals(other) && held.groupIds().equals(one.groupIds()))
                .anyMatch(held -> held.subject().equals(subject)
                        && date(held).equals(date(one))
                        && Math.abs(number(held) - number(one)) == 1);
        if (isDouble) {
            addExchange("camp.double-module", one, other);
        }
        boolean isTaken = modules.stream()
                .anyMatch(held -> held.subject().equals(limits.inOneRoom())
                        && !held.groupIds().equals(one.groupIds())
                        && held.time().equals(one.time()));
        if (subject.equals(limits.inOneRoom()) && isTaken) {
            addExchange("camp.rooms-at-once", one, other);
        }
    }

    private static String block(Meeting meeting) {
        String id = meeting.sessionId().value();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static int number(Meeting module) {
        return Integer.parseInt(block(module).substring("module-".length()));
    }

    private void addExchange(String rule, Meeting one, Meeting other) {
        var meetings = new ArrayList<>(plan.meetings());
        meetings.set(meetings.indexOf(one), withContentOf(one, other));
        meetings.set(meetings.indexOf(other), withContentOf(other, one));
        add(rule, one, Set.of(one.sessionId()), meetings);
    }

    private static Meeting withContentOf(Meeting meeting, Meeting other) {
        return RecordCopy.with(
                meeting, Map.of("title", other.title(), "subject", other.subject(), "form", other.form()));
    }

    /** Adds the plan with a person in the first seat of a meeting, for each limit that the person keeps without it and breaks with it. */
    private void replaceHolder(Meeting meeting, StaffId person) {
        TreeMap<LocalDate, Day> own = days.getOrDefault(person, new TreeMap<>());
        LocalDate date = date(meeting);
        Day before = own.get(date);
        Day after = before == null ? Day.of(meeting) : before.with(Day.of(meeting));
        if (after.minutes() > limits.longestDay() && (before == null || before.minutes() <= limits.longestDay())) {
            addHolder("core.long-day", meeting, person);
        }
        var last = own.lowerEntry(date);
        if (last != null && last.getKey().equals(date.minusDays(1))) {
            long rest = 24 * 60
                    - ChronoUnit.MINUTES.between(after.start(), last.getValue().end());
            long restBefore = before == null
                    ? Integer.MAX_VALUE
                    : 24 * 60
                            - ChronoUnit.MINUTES.between(
                                    before.start(), last.getValue().end());
            if (rest < limits.rest() && restBefore >= limits.rest()) {
                addHolder("core.rest-between-dates", meeting, person);
            }
        }
        long dates = own.keySet().stream()
                .filter(one -> IsoWeek.of(one).equals(IsoWeek.of(date)))
                .count();
        if (before == null && dates == 7 - limits.freeDates()) {
            addHolder("core.free-dates", meeting, person);
        }
    }

    private void addHolder(String rule, Meeting meeting, StaffId person) {
        var seats = new ArrayList<>(meeting.seats());
        if (seats.isEmpty()) {
            return;
        }
        seats.set(0, RecordCopy.with(seats.getFirst(), "staffId", person));
        var meetings = new ArrayList<>(plan.meetings());
        meetings.set(meetings.indexOf(meeting), RecordCopy.with(meeting, "seats", seats));
        add(rule, meeting, Set.of(person), meetings);
    }

    private void add(String rule, Meeting meeting, Set<Object> objects, List<Meeting> meetings) {
        List<Mutation> some = Objects.requireNonNull(found.computeIfAbsent(rule, any -> new ArrayList<>()));
        if (some.size() < PLACES) {
            some.add(new Mutation(
                    rule, meeting.sessionId().value(), objects, RecordCopy.with(plan, "meetings", meetings)));
        }
    }

    private static LocalDate date(Meeting meeting) {
        return meeting.time().firstDate();
    }
}
