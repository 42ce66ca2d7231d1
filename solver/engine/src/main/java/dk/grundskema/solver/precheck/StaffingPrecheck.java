package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks whether there is enough staff at each moment, on each day, in each week and in total. */
final class StaffingPrecheck {
    private static final String PLACE = "/staff";

    private final StaffingCalculator staffing = new StaffingCalculator();
    private final ZoneId zone;
    private final WorkRules rules;
    private final List<StaffNeed> needs;
    private final List<StaffCapacity> staffCapacities;
    private final RemedyFinder remedies;

    private StaffingPrecheck(Problem problem, List<StaffNeed> needs, List<StaffCapacity> staffCapacities) {
        this.zone = problem.horizon().zone();
        this.rules = problem.work();
        this.needs = needs;
        this.staffCapacities = staffCapacities;
        this.remedies = new RemedyFinder(staffing, staffCapacities, rules);
    }

    static StaffingPrecheck of(Problem problem, List<Demand> demands) {
        return new StaffingPrecheck(
                problem, StaffNeedReader.read(problem, demands), StaffCapacityFactory.createAll(problem, demands));
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        Map<LocalDate, Long> onDays = new TreeMap<>();
        checkDays(onDays, findings);
        checkMoments(findings);
        checkWeeksAndTotal(onDays, findings);
        return findings;
    }

    private List<StaffNeed> needsOn(Predicate<LocalDate> dates) {
        return needs.stream().filter(need -> !need.apart() && need.isOn(dates)).toList();
    }

    private Set<LocalDate> dates() {
        var dates = new TreeSet<LocalDate>();
        needs.forEach(need -> need.slots().forEach(slot -> dates.add(slot.date())));
        return dates;
    }

    /** Reports days with equal shortages together. */
    private void checkDays(Map<LocalDate, Long> onDays, List<Finding> findings) {
        var alike = new LinkedHashMap<Shortage, List<LocalDate>>();
        for (LocalDate date : dates()) {
            List<StaffNeed> ofDay = needsOn(date::equals);
            long missing = staffing.missingSeats(ofDay, staffCapacities);
            if (missing > 0) {
                onDays.put(date, missing);
                LocalTime end = remedies.findEarlierEnd(ofDay, zone);
                alike.computeIfAbsent(createShortage(ofDay, missing, end), any -> new ArrayList<>())
                        .add(date);
            }
        }
        alike.forEach((shortage, dates) -> findings.add(shortage.toFinding("day", PLACE, dates)));
    }

    private Shortage createShortage(List<StaffNeed> some, long missing, @Nullable LocalTime end) {
        long wanted = some.stream().mapToLong(StaffNeed::seats).sum();
        long people = remedies.findAdditionalPeople(some, missing);
        return new Shortage(wanted, wanted - missing, people, end);
    }

    private void checkWeeksAndTotal(Map<LocalDate, Long> onDays, List<Finding> findings) {
        List<StaffNeed> all = needsOn(date -> true);
        boolean daysSayAll = !staffing.isBoundBeyondDays(all, staffCapacities)
                && all.stream()
                        .allMatch(need -> need.isOn(need.slots().getFirst().date()::equals));
        if (daysSayAll) {
            return;
        }
        long reported = 0;
        var weeks = new TreeSet<IsoWeek>();
        dates().forEach(date -> weeks.add(IsoWeek.of(date)));
        for (IsoWeek week : weeks) {
            Predicate<LocalDate> inWeek = date -> IsoWeek.of(date).equals(week);
            List<StaffNeed> ofWeek = needsOn(inWeek);
            long missing = staffing.missingSeats(ofWeek, staffCapacities);
            long onItsDays = onDays.entrySet().stream()
                    .filter(day -> inWeek.test(day.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (missing > onItsDays) {
                findings.add(createShortage(ofWeek, missing, null).toFinding("week", PLACE, week.week()));
            }
            reported += Math.max(missing, onItsDays);
        }
        long missing = staffing.missingSeats(all, staffCapacities);
        if (missing > reported) {
            findings.add(createShortage(all, missing, null).toFinding("all", PLACE, weeks.size()));
        }
    }

    /** Finds moments with more seats than people; reports equal times on several dates together. */
    private void checkMoments(List<Finding> findings) {
        var alike = new LinkedHashMap<MomentShortage, List<LocalDate>>();
        List<StaffNeed> fixed =
                needs.stream().filter(need -> need.slots().size() == 1).toList();
        var seen = new TreeSet<Interval>();
        for (StaffNeed need : fixed) {
            StaffNeedInterval slot = need.slots().getFirst();
            if (need.apart()) {
                checkMoment(List.of(need), slot, alike);
            } else if (seen.add(slot.interval())) {
                checkMoment(
                        fixed.stream()
                                .filter(other -> !other.apart() && isRunning(other, slot))
                                .toList(),
                        slot,
                        alike);
            }
        }
        alike.forEach((moment, dates) -> findings.add(moment.toFinding(PLACE, dates)));
    }

    private static boolean isRunning(StaffNeed need, StaffNeedInterval atStartOf) {
        Interval interval = need.slots().getFirst().interval();
        long minute = atStartOf.interval().start();
        return interval.start() <= minute && minute < interval.end();
    }

    private void checkMoment(
            List<StaffNeed> atOnce, StaffNeedInterval slot, Map<MomentShortage, List<LocalDate>> alike) {
        var network = new FlowNetwork();
        var sources = new ArrayList<Integer>();
        staffCapacities.forEach(capacity -> sources.add(network.addNodeAfter(FlowNetwork.SOURCE, 1)));
        long wanted = 0;
        for (StaffNeed need : atOnce) {
            int node = network.addNode();
            network.addEdge(node, FlowNetwork.SINK, need.seats());
            wanted += need.seats();
            for (int i = 0; i < staffCapacities.size(); i++) {
                if (staffCapacities.get(i).canFill(need, need.slots().getFirst())) {
                    network.addEdge(sources.get(i), node, 1);
                }
            }
        }
        long given = network.maximumFlow();
        if (given < wanted) {
            LocalTime start =
                    Interval.toLocalDateTime(slot.interval().start(), zone).toLocalTime();
            LocalTime end =
                    Interval.toLocalDateTime(slot.interval().end(), zone).toLocalTime();
            alike.computeIfAbsent(new MomentShortage(start, end, wanted, given), any -> new ArrayList<>())
                    .add(slot.date());
        }
    }

    private record MomentShortage(LocalTime start, LocalTime end, long wanted, long given) {
        Finding toFinding(String place, List<LocalDate> dates) {
            return Finding.warning("precheck.moment-short", place, start, end, dates, wanted, given, wanted - given);
        }
    }
}
