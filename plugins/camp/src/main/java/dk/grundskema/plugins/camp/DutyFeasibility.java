package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Determines which staff could take one more duty in the finished timetable, and what prevents the others. It knows the working-time rules of the person, else
 * of the camp, but not stricter ones that another intervention adds. It ignores a school's agreed shorter rest, so it may omit a person who could take the duty.
 */
final class DutyFeasibility {
    /** Reason that prevents a staff member from taking a duty. */
    enum DutyState {
        /** No reason. */
        FREE,
        /** Another duty or lesson at that time. */
        BUSY,
        /** At another site so shortly before or after that there is no time for the way. */
        TOO_FAR,
        /** Not available at that time. */
        AWAY,
        /** Required rest, maximum hours, the length of the day or free dates. */
        AT_LIMIT
    }

    private record TimedDuty(
            Interval interval, LocalDate date, @Nullable SiteId site, long counted, boolean isWork) {}

    private final FinishedCamp camp;
    private final Map<StaffId, List<TimedDuty>> duties = new HashMap<>();
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    DutyFeasibility(FinishedCamp camp, Timetable timetable) {
        this.camp = camp;
        var zone = camp.problem().horizon().zone();
        for (Meeting meeting : timetable.meetings()) {
            for (LocalDate date : meeting.time().dates()) {
                var duty = dutyOf(new DatedMeeting(meeting, date));
                new HashSet<>(meeting.seats().stream().map(MeetingSeat::staffId).toList())
                        .forEach(person -> add(person, duty));
            }
        }
        for (var lesson : camp.problem().lessons()) {
            for (var week : lesson.time().weeks()) {
                var interval = lesson.time().interval(week, zone);
                var duty = new TimedDuty(
                        interval,
                        lesson.time().date(week),
                        siteOf(lesson.site(), lesson.roomId()),
                        interval.minutes(),
                        true);
                lesson.staffIds().forEach(person -> add(person, duty));
            }
        }
        camp.staff()
                .forEach(person -> unavailable.put(
                        person.id(),
                        person.availability()
                                .unavailableIntervals(camp.problem().horizon())));
    }

    private void add(@Nullable StaffId person, TimedDuty duty) {
        if (person != null) {
            duties.computeIfAbsent(person, any -> new ArrayList<>()).add(duty);
        }
    }

    private TimedDuty dutyOf(DatedMeeting held) {
        var interval = camp.interval(held);
        var workload = held.meeting().workload();
        return new TimedDuty(
                interval,
                held.date(),
                siteOf(held.meeting()),
                workload.countedMinutes(interval.minutes()),
                workload.work());
    }

    /** Returns the site of a meeting: the camp's, or that of its room; {@code null} for a cover at home and for others' meetings without a room. */
    private @Nullable SiteId siteOf(Meeting meeting) {
        boolean isAtCamp =
                meeting.interventionId().equals(camp.id()) && !meeting.kind().equals(AppointmentDemand.COVER);
        if (isAtCamp) {
            return camp.problem().siteOrDefault(camp.parameters().site());
        }
        return meeting.roomId() == null ? null : siteOf(null, meeting.roomId());
    }

    private SiteId siteOf(@Nullable SiteId own, @Nullable RoomId room) {
        Problem problem = camp.problem();
        return own == null && room != null
                ? problem.siteOrDefault(problem.room(room).map(Room::site).orElse(null))
                : problem.siteOrDefault(own);
    }

    /** Returns the minutes of the way; from an unknown site those of the longest one. */
    private int travelMinutes(@Nullable SiteId from, SiteId to) {
        Problem problem = camp.problem();
        return from != null
                ? problem.travelMinutes(from, to)
                : problem.sites().stream()
                        .mapToInt(site -> problem.travelMinutes(site.id(), to))
                        .max()
                        .orElse(0);
    }

    /** Returns whether two duties that do not overlap leave less time than the way between their sites takes. */
    private boolean isTooFar(TimedDuty duty, TimedDuty wanted) {
        long between = Math.max(
                wanted.interval().start() - duty.interval().end(),
                duty.interval().start() - wanted.interval().end());
        return between < travelMinutes(duty.site(), camp.problem().siteOrDefault(wanted.site()));
    }

    /** Returns the state of each of the camp's suitable staff for one more duty, without those who already have it. */
    Map<DutyState, List<StaffId>> staffByState(DatedMeeting held, Predicate<StaffMember> fitting) {
        Map<DutyState, List<StaffId>> states = new EnumMap<>(DutyState.class);
        for (StaffMember person : camp.staff()) {
            if (fitting.test(person) && !held.staff().contains(person.id())) {
                states.computeIfAbsent(stateOf(person, held), any -> new ArrayList<>())
                        .add(person.id());
            }
        }
        return states;
    }

    /** Returns whether a staff member is away for all or part of a meeting. */
    boolean isAway(StaffId person, DatedMeeting held) {
        Interval when = camp.interval(held);
        return unavailable.getOrDefault(person, List.of()).stream().anyMatch(when::overlaps);
    }

    private DutyState stateOf(StaffMember person, DatedMeeting held) {
        TimedDuty wanted = dutyOf(held);
        if (isAway(person.id(), held)) {
            return DutyState.AWAY;
        }
        var own = duties.getOrDefault(person.id(), List.of());
        if (own.stream().anyMatch(duty -> duty.interval().overlaps(wanted.interval()))) {
            return DutyState.BUSY;
        }
        if (own.stream().anyMatch(duty -> isTooFar(duty, wanted))) {
            return DutyState.TOO_FAR;
        }
        var work = new ArrayList<>(own.stream().filter(TimedDuty::isWork).toList());
        work.add(wanted);
        work.sort(Comparator.comparing(TimedDuty::interval));
        WorkRules rules = rulesOf(person);
        boolean lawful = runFits(work, wanted, rules.dailyRestMinutes(), rules.longestDailyRun())
                && runFits(work, wanted, rules.weeklyRestMinutes(), rules.longestWeeklyRun())
                && hoursFit(work, wanted, rules, person)
                && datesFit(work, wanted, rules);
        return lawful ? DutyState.FREE : DutyState.AT_LIMIT;
    }

    private WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        WorkRules camps = camp.parameters().work();
        return own != null ? own : camps != null ? camps : camp.problem().work();
    }

    /** Returns whether the run of duties containing the wanted one, separated by less than a rest period, is short enough. */
    private static boolean runFits(List<TimedDuty> work, TimedDuty wanted, long rest, long longest) {
        long start = Long.MIN_VALUE;
        long end = Long.MIN_VALUE;
        boolean isIn = false;
        for (TimedDuty duty : work) {
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

    private boolean hoursFit(List<TimedDuty> work, TimedDuty wanted, WorkRules rules, StaffMember person) {
        LocalDate first = camp.problem().horizon().firstDay();
        int period = rules.referencePeriod(first, wanted.date());
        long before = period == 0 ? Math.round(person.hoursAlreadyWorked() * 60) : 0;
        return isWithinHours(work, duty -> duty.date().equals(wanted.date()), rules.minutesPerDay())
                && isWithinHours(work, duty -> weekOf(duty).equals(weekOf(wanted)), rules.minutesPerWeek())
                && before + countedMinutes(work, duty -> rules.referencePeriod(first, duty.date()) == period)
                        <= rules.mostMinutesInReferencePeriod();
    }

    /** Returns whether the school's own limits of dates leave room for the wanted duty, those that are rules. */
    private boolean datesFit(List<TimedDuty> work, TimedDuty wanted, WorkRules rules) {
        var spans = new TreeMap<LocalDate, Interval>();
        work.forEach(duty -> spans.merge(duty.date(), duty.interval(), DutyFeasibility::span));
        long most = rule(rules.longestDay()).map(DutyLimit::minutes).orElse(Integer.MAX_VALUE);
        long rest = rule(rules.restBetweenDates()).map(DutyLimit::minutes).orElse(0);
        Interval day = Objects.requireNonNull(spans.get(wanted.date()));
        var before = spans.lowerEntry(wanted.date());
        var after = spans.higherEntry(wanted.date());
        return day.minutes() <= most
                && (before == null || day.start() - before.getValue().end() >= rest)
                && (after == null || after.getValue().start() - day.end() >= rest)
                && freeDatesFit(work, wanted, rules);
    }

    private boolean freeDatesFit(List<TimedDuty> work, TimedDuty wanted, WorkRules rules) {
        FreeDates free = rules.freeDates();
        if (free == null || free.level() != Level.HARD) {
            return true;
        }
        Set<LocalDate> taken = work.stream().flatMap(this::datesOf).collect(Collectors.toSet());
        return datesOf(wanted)
                .map(IsoWeek::of)
                .allMatch(week ->
                        taken.stream().map(IsoWeek::of).filter(week::equals).count() <= 7 - free.perWeek());
    }

    /** Returns the dates of which the duty takes a minute. */
    private Stream<LocalDate> datesOf(TimedDuty duty) {
        ZoneId zone = camp.problem().horizon().zone();
        LocalDate last =
                Interval.toLocalDateTime(duty.interval().end() - 1, zone).toLocalDate();
        return duty.date().datesUntil(last.plusDays(1));
    }

    private static Interval span(Interval one, Interval other) {
        return new Interval(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    private static Optional<DutyLimit> rule(@Nullable DutyLimit limit) {
        return Optional.ofNullable(limit).filter(any -> any.level() == Level.HARD);
    }

    private static IsoWeek weekOf(TimedDuty duty) {
        return IsoWeek.of(duty.date());
    }

    private static boolean isWithinHours(List<TimedDuty> work, Predicate<TimedDuty> when, @Nullable Long limit) {
        return limit == null || countedMinutes(work, when) <= limit;
    }

    private static long countedMinutes(List<TimedDuty> work, Predicate<TimedDuty> when) {
        return work.stream().filter(when).mapToLong(TimedDuty::counted).sum();
    }
}
