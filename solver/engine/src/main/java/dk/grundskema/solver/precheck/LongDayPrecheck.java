package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds required duties that are by themselves longer than the longest day of everybody who may take them. */
final class LongDayPrecheck {
    /** A duty by its time of day; {@code place} is where the limit of somebody with the longest day stands. */
    private record LongDuty(String place, LocalTime start, LocalTime end, Duration length, Duration limit) {}

    private final StaffWorkRules rules;
    private final List<StaffNeed> needs;
    private final ZoneId zone;

    LongDayPrecheck(Problem problem, List<Demand> demands) {
        this.rules = new StaffWorkRules(problem, demands);
        this.needs = StaffNeedReader.read(problem, demands);
        this.zone = problem.horizon().zone();
    }

    /** Returns a warning for each length and time of day, with all its dates. */
    List<Finding> findings() {
        var dates = new LinkedHashMap<LongDuty, TreeSet<LocalDate>>();
        for (StaffNeed need : needs) {
            StaffNeedInterval shortest = need.slots().stream()
                    .min(Comparator.comparingLong(slot -> slot.interval().minutes()))
                    .orElseThrow();
            longDuty(need, shortest.interval())
                    .ifPresent(found ->
                            dates.computeIfAbsent(found, any -> new TreeSet<>()).add(shortest.date()));
        }
        return dates.entrySet().stream()
                .map(entry -> Finding.warning(
                        "precheck.long-duty",
                        entry.getKey().place(),
                        List.copyOf(entry.getValue()),
                        entry.getKey().start(),
                        entry.getKey().end(),
                        entry.getKey().length(),
                        entry.getKey().limit()))
                .toList();
    }

    private Optional<LongDuty> longDuty(StaffNeed need, Interval shortest) {
        var limits = new TreeMap<StaffId, DutyLimit>();
        for (StaffId person : need.candidates()) {
            rules.limitWithoutLessons(person, WorkRules::longestDay)
                    .filter(limit -> limit.minutes() < shortest.minutes())
                    .ifPresent(limit -> limits.put(person, limit));
        }
        if (need.apart()
                || limits.isEmpty()
                || limits.size() < need.candidates().size()) {
            return Optional.empty();
        }
        int most = limits.values().stream().mapToInt(DutyLimit::minutes).max().orElseThrow();
        StaffId first = limits.entrySet().stream()
                .filter(entry -> entry.getValue().minutes() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
        LocalDateTime start = Interval.toLocalDateTime(shortest.start(), zone);
        LocalDateTime end = Interval.toLocalDateTime(shortest.end(), zone);
        return Optional.of(new LongDuty(
                rules.pointer(first, WorkRules::longestDay) + "/longestDay/minutes",
                start.toLocalTime(),
                end.toLocalTime(),
                Duration.ofMinutes(shortest.minutes()),
                Duration.ofMinutes(most)));
    }
}
