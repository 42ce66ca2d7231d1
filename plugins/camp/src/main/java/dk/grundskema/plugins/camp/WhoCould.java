package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who could have been somewhere as the finished timetable stands, and what kept the others from it. A school's agreed shorter rest is not
 * made use of, so somebody may be missing among those who could; nobody is there who couldn't.
 */
final class WhoCould {
    /** What keeps somebody from a duty. */
    enum State {
        /** Nothing. */
        FREE,
        /** Another duty or lesson at the time. */
        BUSY,
        /** Not available at the time. */
        AWAY,
        /** The rest or the hours that are owed. */
        AT_LIMIT
    }

    private record Duty(Interval interval, LocalDate date, long counted, boolean isWork) {}

    private final FinishedCamp camp;
    private final Map<StaffId, List<Duty>> duties = new HashMap<>();
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    WhoCould(FinishedCamp camp, Timetable timetable) {
        this.camp = camp;
        var zone = camp.problem().horizon().zone();
        for (Meeting meeting : timetable.meetings()) {
            for (LocalDate date : meeting.time().dates()) {
                var duty = duty(new Held(meeting, date));
                new HashSet<>(meeting.seats().stream().map(MeetingSeat::staffId).toList())
                        .forEach(person -> add(person, duty));
            }
        }
        for (var lesson : camp.problem().lessons()) {
            for (var week : lesson.time().weeks()) {
                var interval = lesson.time().interval(week, zone);
                var duty = new Duty(interval, lesson.time().date(week), interval.minutes(), true);
                lesson.staffIds().forEach(person -> add(person, duty));
            }
        }
        camp.staff()
                .forEach(person -> unavailable.put(
                        person.id(),
                        person.availability().unavailable(camp.problem().horizon())));
    }

    private void add(@Nullable StaffId person, Duty duty) {
        if (person != null) {
            duties.computeIfAbsent(person, any -> new ArrayList<>()).add(duty);
        }
    }

    private Duty duty(Held held) {
        var interval = camp.interval(held);
        var workload = held.meeting().workload();
        return new Duty(interval, held.date(), workload.countedMinutes(interval.minutes()), workload.work());
    }

    /** What keeps each of the camp's staff who fit from one more duty; those who are in it are left out. */
    Map<State, List<StaffId>> states(Held held, Predicate<StaffMember> fitting) {
        Map<State, List<StaffId>> states = new EnumMap<>(State.class);
        for (StaffMember person : camp.staff()) {
            if (fitting.test(person) && !held.staff().contains(person.id())) {
                states.computeIfAbsent(state(person, held), any -> new ArrayList<>())
                        .add(person.id());
            }
        }
        return states;
    }

    /** Whether somebody is away for the whole of a meeting or a part of it. */
    boolean isAway(StaffId person, Held held) {
        Interval when = camp.interval(held);
        return unavailable.getOrDefault(person, List.of()).stream().anyMatch(when::overlaps);
    }

    private State state(StaffMember person, Held held) {
        Duty wanted = duty(held);
        if (isAway(person.id(), held)) {
            return State.AWAY;
        }
        var own = duties.getOrDefault(person.id(), List.of());
        if (own.stream().anyMatch(duty -> duty.interval().overlaps(wanted.interval()))) {
            return State.BUSY;
        }
        var work = new ArrayList<>(own.stream().filter(Duty::isWork).toList());
        work.add(wanted);
        work.sort(Comparator.comparing(Duty::interval));
        WorkRules rules = rulesOf(person);
        boolean lawful = runFits(work, wanted, rules.dailyRestMinutes(), rules.longestDailyRun())
                && runFits(work, wanted, rules.weeklyRestMinutes(), rules.longestWeeklyRun())
                && hoursFit(work, wanted, rules, person);
        return lawful ? State.FREE : State.AT_LIMIT;
    }

    private WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        WorkRules camps = camp.parameters().work();
        return own != null ? own : camps != null ? camps : camp.problem().work();
    }

    /** Whether the run of duties that the wanted one would be in, with less than a rest between them, is short enough. */
    private static boolean runFits(List<Duty> work, Duty wanted, long rest, long longest) {
        long start = Long.MIN_VALUE;
        long end = Long.MIN_VALUE;
        boolean isIn = false;
        for (Duty duty : work) {
            if (start == Long.MIN_VALUE || duty.interval().start() - end >= rest) {
                if (isIn) {
                    break;
                }
                start = duty.interval().start();
                end = duty.interval().end();
            }
            end = Math.max(end, duty.interval().end());
            isIn |= duty.equals(wanted);
        }
        return end - start <= longest;
    }

    private boolean hoursFit(List<Duty> work, Duty wanted, WorkRules rules, StaffMember person) {
        LocalDate first = camp.problem().horizon().firstDay();
        int period = rules.referencePeriod(first, wanted.date());
        long before = period == 0 ? Math.round(person.hoursAlreadyWorked() * 60) : 0;
        return fits(work, duty -> duty.date().equals(wanted.date()), rules.hoursPerDay())
                && fits(work, duty -> weekOf(duty).equals(weekOf(wanted)), rules.hoursPerWeek())
                && before + sum(work, duty -> rules.referencePeriod(first, duty.date()) == period)
                        <= rules.mostMinutesInReferencePeriod();
    }

    private static IsoWeek weekOf(Duty duty) {
        return IsoWeek.of(duty.date());
    }

    private static boolean fits(List<Duty> work, Predicate<Duty> when, @Nullable Integer hours) {
        return hours == null || sum(work, when) <= hours * 60L;
    }

    private static long sum(List<Duty> work, Predicate<Duty> when) {
        return work.stream().filter(when).mapToLong(Duty::counted).sum();
    }
}
