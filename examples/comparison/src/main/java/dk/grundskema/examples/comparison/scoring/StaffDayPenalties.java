package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Penalties for staff at a school date by date, including lessons of the existing timetable: overlaps, working hours, gaps. */
final class StaffDayPenalties {
    private static final int QUARTER = 15;

    /**
     * A stretch of a date. {@code isFact} means a lesson that is not decided; {@code counted} is the number of minutes that count
     * as hours.
     */
    private record DatedDuty(Interval when, boolean isFact, long counted) {}

    private final Problem problem;
    private final Function<StaffId, List<Meeting>> meetings;
    private final ZoneId zone;

    /** @param meetings returns the meetings in which a person has a seat of their own, without the lessons that they teach */
    StaffDayPenalties(Problem problem, Function<StaffId, List<Meeting>> meetings) {
        this.problem = problem;
        this.meetings = meetings;
        this.zone = problem.horizon().zone();
    }

    /** Returns the minutes for which a person is in two places, at least one of which is decided. */
    long personInTwoPlaces() {
        return problem.staff().stream()
                .mapToLong(one -> overlapMinutes(datesOf(one.id())))
                .sum();
    }

    /** Returns the minutes of decided meetings while a person is unavailable. */
    long unavailable() {
        long minutes = 0;
        for (StaffMember one : problem.staff()) {
            List<Interval> away = one.availability().unavailableIntervals(problem.horizon());
            for (Meeting meeting : meetings.apply(one.id())) {
                for (Interval when : meeting.time().intervals(zone)) {
                    minutes += away.stream().mapToLong(when::overlapMinutes).sum();
                }
            }
        }
        return minutes;
    }

    /** Returns the minutes beyond the larger of the maximum average hours and the minutes of existing lessons. */
    long beyondReferenceHours() {
        long minutes = 0;
        for (StaffMember one : problem.staff()) {
            WorkRules law = one.work() == null ? problem.work() : one.work();
            Map<Integer, Map<LocalDate, List<DatedDuty>>> periods = new HashMap<>();
            datesOf(one.id())
                    .forEach((date, duties) -> periods.computeIfAbsent(period(law, date), fresh -> new HashMap<>())
                            .put(date, duties));
            for (var dates : periods.values()) {
                long facts = minutes(dates, DatedDuty::isFact);
                long all = minutes(dates, duty -> true);
                minutes += Math.max(0, all - Math.max(law.mostMinutesInReferencePeriod(), facts));
            }
        }
        return minutes;
    }

    /** Returns the number of complete reference periods since the start of the plan. */
    private int period(WorkRules law, LocalDate date) {
        long days = date.toEpochDay() - problem.horizon().firstDay().toEpochDay();
        return (int) (days / 7 / law.referenceWeeks());
    }

    /** Returns the minutes beyond the larger of the maximum daily hours and the minutes of existing lessons. */
    long beyondDailyHours() {
        long minutes = 0;
        for (StaffMember one : problem.staff()) {
            WorkRules law = one.work() == null ? problem.work() : one.work();
            Long limit = law.minutesPerDay();
            for (var day : datesOf(one.id()).entrySet()) {
                var date = Map.of(day.getKey(), day.getValue());
                long most = limit == null ? Long.MAX_VALUE : Math.max(limit, minutes(date, DatedDuty::isFact));
                minutes += Math.max(0, minutes(date, duty -> true) - most);
            }
        }
        return minutes;
    }

    private static long minutes(Map<LocalDate, List<DatedDuty>> dates, Predicate<DatedDuty> which) {
        return dates.values().stream()
                .flatMap(List::stream)
                .filter(which)
                .mapToLong(DatedDuty::counted)
                .sum();
    }

    /**
     * Returns the quarters of an hour in gaps longer than one quarter in a person's day, except gaps between lessons that are
     * facts.
     */
    long gaps() {
        long quarters = 0;
        for (StaffMember one : problem.staff()) {
            for (List<DatedDuty> day : datesOf(one.id()).values()) {
                quarters += gaps(day);
            }
        }
        return quarters;
    }

    private static long gaps(List<DatedDuty> day) {
        long quarters = 0;
        long end = Long.MAX_VALUE;
        boolean isFact = true;
        for (DatedDuty duty : day) {
            long hole = duty.when().start() - end;
            quarters += hole > QUARTER && !(isFact && duty.isFact()) ? hole / QUARTER : 0;
            boolean isLater = end == Long.MAX_VALUE || duty.when().end() > end;
            boolean isSame = duty.when().end() == end;
            isFact = isLater ? duty.isFact() : isSame ? isFact && duty.isFact() : isFact;
            end = isLater ? duty.when().end() : end;
        }
        return quarters;
    }

    private Map<LocalDate, List<DatedDuty>> datesOf(StaffId who) {
        Map<LocalDate, List<DatedDuty>> dates = new TreeMap<>();
        problem.lessons().stream()
                .filter(lesson -> lesson.staffIds().contains(who))
                .forEach(lesson -> add(lesson.time(), true, Workload.defaults(), dates));
        meetings.apply(who)
                .forEach(meeting -> Stream.generate(() -> meeting)
                        .limit(meeting.seats().stream()
                                .filter(seat -> who.equals(seat.staffId()))
                                .count())
                        .forEach(one -> add(one.time(), false, one.workload(), dates)));
        dates.values().forEach(day -> day.sort(Comparator.comparing(DatedDuty::when)));
        return dates;
    }

    private void add(MeetingTime time, boolean isFact, Workload workload, Map<LocalDate, List<DatedDuty>> dates) {
        for (IsoWeek week : time.weeks()) {
            Interval when = time.interval(week, zone);
            dates.computeIfAbsent(time.date(week), any -> new ArrayList<>())
                    .add(new DatedDuty(when, isFact, workload.countedMinutes(when.minutes())));
        }
    }

    private static long overlapMinutes(Map<LocalDate, List<DatedDuty>> dates) {
        long minutes = 0;
        for (List<DatedDuty> day : dates.values()) {
            for (int i = 0; i < day.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean isDecided = !day.get(i).isFact() || !day.get(j).isFact();
                    minutes += isDecided
                            ? day.get(i).when().overlapMinutes(day.get(j).when())
                            : 0;
                }
            }
        }
        return minutes;
    }
}
