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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds required duties that are by themselves longer than the longest day of everybody who may take them. */
final class LongDayPrecheck {
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
            longDuty(need)
                    .ifPresent(found -> dates.computeIfAbsent(found, any -> new TreeSet<>())
                            .add(need.slots().getFirst().date()));
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

    private Optional<LongDuty> longDuty(StaffNeed need) {
        Interval shortest = need.slots().stream()
                .map(StaffNeedInterval::interval)
                .min(Comparator.comparingLong(Interval::minutes))
                .orElseThrow();
        var limits = new ArrayList<DutyLimit>();
        for (StaffId person : need.candidates()) {
            rules.limitWithoutLessons(person, WorkRules::longestDay)
                    .filter(limit -> limit.minutes() < shortest.minutes())
                    .ifPresent(limits::add);
        }
        if (need.apart()
                || limits.isEmpty()
                || limits.size() < need.candidates().size()) {
            return Optional.empty();
        }
        DutyLimit most = limits.stream().max(DutyLimit.STRICTEST_MAXIMUM).orElseThrow();
        StaffId first = need.candidates().stream().min(StaffId::compareTo).orElseThrow();
        LocalDateTime start = Interval.toLocalDateTime(shortest.start(), zone);
        LocalDateTime end = Interval.toLocalDateTime(shortest.end(), zone);
        return Optional.of(new LongDuty(
                rules.pointer(first) + "/longestDay/minutes",
                start.toLocalTime(),
                end.toLocalTime(),
                Duration.ofMinutes(shortest.minutes()),
                Duration.ofMinutes(most.minutes())));
    }
}
