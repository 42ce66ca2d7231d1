package dk.grundskema.examples.scoring;

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

/** What people do date by date at a school, lessons of the existing timetable among it: where they clash, how long they work, how it falls. */
final class StaffDays {
    private static final int QUARTER = 15;

    /** A stretch of a date; {@code isFact} if it is a lesson that isn't decided; {@code counted} is what it counts in hours. */
    private record Duty(Interval when, boolean isFact, long counted) {}

    private final Problem problem;
    private final Function<StaffId, List<Meeting>> meetings;
    private final ZoneId zone;

    /** @param meetings in which meetings somebody has a seat of their own, so not those of lessons that they teach */
    StaffDays(Problem problem, Function<StaffId, List<Meeting>> meetings) {
        this.problem = problem;
        this.meetings = meetings;
        this.zone = problem.horizon().zone();
    }

    /** Minutes for which somebody is in two places, one of which at least is decided. */
    long personInTwoPlaces() {
        return problem.staff().stream()
                .mapToLong(one -> twice(datesOf(one.id())))
                .sum();
    }

    /** Minutes of what is decided for people while they are away. */
    long unavailable() {
        long minutes = 0;
        for (StaffMember one : problem.staff()) {
            List<Interval> away = one.availability().unavailable(problem.horizon());
            for (Meeting meeting : meetings.apply(one.id())) {
                for (Interval when : meeting.time().intervals(zone)) {
                    minutes += away.stream().mapToLong(when::overlap).sum();
                }
            }
        }
        return minutes;
    }

    /** Minutes beyond what people may work on average, or teach anyway. */
    long tooLong() {
        long minutes = 0;
        for (StaffMember one : problem.staff()) {
            WorkRules law = one.work() == null ? problem.work() : one.work();
            Map<Integer, Map<LocalDate, List<Duty>>> periods = new HashMap<>();
            datesOf(one.id())
                    .forEach((date, duties) -> periods.computeIfAbsent(period(law, date), fresh -> new HashMap<>())
                            .put(date, duties));
            for (var dates : periods.values()) {
                long facts = minutes(dates, Duty::isFact);
                long all = minutes(dates, duty -> true);
                minutes += Math.max(0, all - Math.max(law.mostMinutesInReferencePeriod(), facts));
            }
        }
        return minutes;
    }

    /** Number of weeks since the plan began, in lengths of reference periods. */
    private int period(WorkRules law, LocalDate date) {
        long days = date.toEpochDay() - problem.horizon().firstDay().toEpochDay();
        return (int) (days / 7 / law.referenceWeeks());
    }

    /** Minutes beyond what people may work on a day, or teach anyway. */
    long tooLongDays() {
        long minutes = 0;
        for (StaffMember one : problem.staff()) {
            WorkRules law = one.work() == null ? problem.work() : one.work();
            Integer hours = law.hoursPerDay();
            for (var day : datesOf(one.id()).entrySet()) {
                var date = Map.of(day.getKey(), day.getValue());
                long most = hours == null ? Long.MAX_VALUE : Math.max(hours * 60L, minutes(date, Duty::isFact));
                minutes += Math.max(0, minutes(date, duty -> true) - most);
            }
        }
        return minutes;
    }

    private static long minutes(Map<LocalDate, List<Duty>> dates, Predicate<Duty> which) {
        return dates.values().stream()
                .flatMap(List::stream)
                .filter(which)
                .mapToLong(Duty::counted)
                .sum();
    }

    /** Quarters of holes of more than one in a day of somebody, unless they are between lessons that are facts. */
    long gaps() {
        long quarters = 0;
        for (StaffMember one : problem.staff()) {
            for (List<Duty> day : datesOf(one.id()).values()) {
                quarters += gaps(day);
            }
        }
        return quarters;
    }

    private static long gaps(List<Duty> day) {
        long quarters = 0;
        long end = Long.MAX_VALUE;
        boolean isFact = true;
        for (Duty duty : day) {
            long hole = duty.when().start() - end;
            quarters += hole > QUARTER && !(isFact && duty.isFact()) ? hole / QUARTER : 0;
            boolean isLater = end == Long.MAX_VALUE || duty.when().end() > end;
            boolean isSame = duty.when().end() == end;
            isFact = isLater ? duty.isFact() : isSame ? isFact && duty.isFact() : isFact;
            end = isLater ? duty.when().end() : end;
        }
        return quarters;
    }

    private Map<LocalDate, List<Duty>> datesOf(StaffId who) {
        Map<LocalDate, List<Duty>> dates = new TreeMap<>();
        problem.lessons().stream()
                .filter(lesson -> lesson.staffIds().contains(who))
                .forEach(lesson -> add(lesson.time(), true, Workload.defaults(), dates));
        meetings.apply(who)
                .forEach(meeting -> Stream.generate(() -> meeting)
                        .limit(meeting.seats().stream()
                                .filter(seat -> who.equals(seat.staffId()))
                                .count())
                        .forEach(one -> add(one.time(), false, one.workload(), dates)));
        dates.values().forEach(day -> day.sort(Comparator.comparing(Duty::when)));
        return dates;
    }

    private void add(MeetingTime time, boolean isFact, Workload workload, Map<LocalDate, List<Duty>> dates) {
        for (IsoWeek week : time.weeks()) {
            Interval when = time.interval(week, zone);
            dates.computeIfAbsent(time.date(week), any -> new ArrayList<>())
                    .add(new Duty(when, isFact, workload.countedMinutes(when.minutes())));
        }
    }

    private static long twice(Map<LocalDate, List<Duty>> dates) {
        long minutes = 0;
        for (List<Duty> day : dates.values()) {
            for (int i = 0; i < day.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean isDecided = !day.get(i).isFact() || !day.get(j).isFact();
                    minutes += isDecided ? day.get(i).when().overlap(day.get(j).when()) : 0;
                }
            }
        }
        return minutes;
    }
}
