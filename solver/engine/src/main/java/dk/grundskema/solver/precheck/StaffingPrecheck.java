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

/** Whether there are people enough: at each moment, on each day, in each week, in all. */
final class StaffingPrecheck {
    private static final String PLACE = "/staff";

    private final Staffing staffing = new Staffing();
    private final ZoneId zone;
    private final WorkRules rules;
    private final List<Need> needs;
    private final List<Worker> workers;
    private final Help help;

    private StaffingPrecheck(Problem problem, List<Need> needs, List<Worker> workers) {
        this.zone = problem.horizon().zone();
        this.rules = problem.work();
        this.needs = needs;
        this.workers = workers;
        this.help = new Help(staffing, workers, rules);
    }

    static StaffingPrecheck of(Problem problem, List<Demand> demands) {
        return new StaffingPrecheck(problem, Needs.of(problem, demands), Team.of(problem, demands));
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        Map<LocalDate, Long> onDays = new TreeMap<>();
        days(onDays, findings);
        moments(findings);
        weeksAndAll(onDays, findings);
        return findings;
    }

    private List<Need> together(Predicate<LocalDate> dates) {
        return needs.stream().filter(need -> !need.apart() && need.isOn(dates)).toList();
    }

    private Set<LocalDate> dates() {
        var dates = new TreeSet<LocalDate>();
        needs.forEach(need -> need.slots().forEach(slot -> dates.add(slot.date())));
        return dates;
    }

    /** Days that are short alike are said together. */
    private void days(Map<LocalDate, Long> onDays, List<Finding> findings) {
        var alike = new LinkedHashMap<Shortage, List<LocalDate>>();
        for (LocalDate date : dates()) {
            List<Need> ofDay = together(date::equals);
            long missing = staffing.missingSeats(ofDay, workers);
            if (missing > 0) {
                onDays.put(date, missing);
                LocalTime end = help.earlierEnd(ofDay, zone);
                alike.computeIfAbsent(shortage(ofDay, missing, end), any -> new ArrayList<>())
                        .add(date);
            }
        }
        alike.forEach((shortage, dates) -> findings.add(shortage.finding("day", PLACE, dates)));
    }

    private Shortage shortage(List<Need> some, long missing, @Nullable LocalTime end) {
        long wanted = some.stream().mapToLong(Need::seats).sum();
        long people = help.morePeople(some, missing);
        return new Shortage(wanted, wanted - missing, people, end);
    }

    private void weeksAndAll(Map<LocalDate, Long> onDays, List<Finding> findings) {
        List<Need> all = together(date -> true);
        boolean daysSayAll = !staffing.isBoundBeyondDays(all, workers)
                && all.stream()
                        .allMatch(need -> need.isOn(need.slots().getFirst().date()::equals));
        if (daysSayAll) {
            return;
        }
        long said = 0;
        var weeks = new TreeSet<IsoWeek>();
        dates().forEach(date -> weeks.add(IsoWeek.of(date)));
        for (IsoWeek week : weeks) {
            Predicate<LocalDate> inWeek = date -> IsoWeek.of(date).equals(week);
            List<Need> ofWeek = together(inWeek);
            long missing = staffing.missingSeats(ofWeek, workers);
            long onItsDays = onDays.entrySet().stream()
                    .filter(day -> inWeek.test(day.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (missing > onItsDays) {
                findings.add(shortage(ofWeek, missing, null).finding("week", PLACE, week.week()));
            }
            said += Math.max(missing, onItsDays);
        }
        long missing = staffing.missingSeats(all, workers);
        if (missing > said) {
            findings.add(shortage(all, missing, null).finding("all", PLACE, weeks.size()));
        }
    }

    /** More seats at once than there are people; the same hours on several dates are said together. */
    private void moments(List<Finding> findings) {
        var alike = new LinkedHashMap<Moment, List<LocalDate>>();
        List<Need> fixed =
                needs.stream().filter(need -> need.slots().size() == 1).toList();
        var seen = new TreeSet<Interval>();
        for (Need need : fixed) {
            Slot slot = need.slots().getFirst();
            if (need.apart()) {
                moment(List.of(need), slot, alike);
            } else if (seen.add(slot.interval())) {
                moment(
                        fixed.stream()
                                .filter(other -> !other.apart() && isRunning(other, slot))
                                .toList(),
                        slot,
                        alike);
            }
        }
        alike.forEach((moment, dates) -> findings.add(moment.finding(PLACE, dates)));
    }

    private static boolean isRunning(Need need, Slot atStartOf) {
        Interval interval = need.slots().getFirst().interval();
        long minute = atStartOf.interval().start();
        return interval.start() <= minute && minute < interval.end();
    }

    private void moment(List<Need> atOnce, Slot slot, Map<Moment, List<LocalDate>> alike) {
        var network = new FlowNetwork();
        var sources = new ArrayList<Integer>();
        workers.forEach(worker -> sources.add(network.nodeAfter(FlowNetwork.SOURCE, 1)));
        long wanted = 0;
        for (Need need : atOnce) {
            int node = network.node();
            network.edge(node, FlowNetwork.SINK, need.seats());
            wanted += need.seats();
            for (int i = 0; i < workers.size(); i++) {
                if (workers.get(i).can(need, need.slots().getFirst())) {
                    network.edge(sources.get(i), node, 1);
                }
            }
        }
        long given = network.mostFlow();
        if (given < wanted) {
            LocalTime start = Interval.moment(slot.interval().start(), zone).toLocalTime();
            LocalTime end = Interval.moment(slot.interval().end(), zone).toLocalTime();
            alike.computeIfAbsent(new Moment(start, end, wanted, given), any -> new ArrayList<>())
                    .add(slot.date());
        }
    }

    private record Moment(LocalTime start, LocalTime end, long wanted, long given) {
        Finding finding(String place, List<LocalDate> dates) {
            return Finding.warning("precheck.moment-short", place, start, end, dates, wanted, given, wanted - given);
        }
    }
}
