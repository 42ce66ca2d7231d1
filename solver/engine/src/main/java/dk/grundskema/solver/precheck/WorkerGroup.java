package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People who are interchangeable with respect to some needs.
 *
 * @param count number of people
 * @param rules their working-time rules
 * @param left minutes of work that remain for each of them in the reference period
 * @param facts minutes of each one's lessons, by date
 * @param links which of the needs they can fill at which times
 * @param weeks when they can fill some seat, by week and date, in order
 */
record WorkerGroup(
        int count,
        WorkRules rules,
        long left,
        Map<LocalDate, Long> facts,
        List<NeedLink> links,
        SortedMap<IsoWeek, SortedMap<LocalDate, List<SeatInterval>>> weeks) {

    /** The index of a need and one of its times. */
    record NeedLink(int need, Interval interval) {}

    private record GroupingKey(WorkRules rules, long left, Map<LocalDate, Long> facts, List<NeedLink> links) {}

    /** Groups workers that are interchangeable. */
    static List<WorkerGroup> groupAlike(List<StaffNeed> needs, Collection<Worker> workers) {
        var counts = new LinkedHashMap<GroupingKey, Integer>();
        for (Worker worker : workers) {
            var links = links(worker, needs);
            counts.merge(
                    new GroupingKey(worker.rules(), worker.left(), worker.facts(), links),
                    worker.count(),
                    Integer::sum);
        }
        var rosters = new ArrayList<WorkerGroup>();
        counts.forEach((alike, count) -> rosters.add(new WorkerGroup(
                count, alike.rules(), alike.left(), alike.facts(), alike.links(), weeks(alike.links(), needs))));
        return rosters;
    }

    /** Returns the minutes of each one's lessons on some dates. */
    long factMinutes(Collection<LocalDate> dates) {
        return dates.stream().mapToLong(date -> facts.getOrDefault(date, 0L)).sum();
    }

    private static List<NeedLink> links(Worker worker, List<StaffNeed> needs) {
        var free = new HashMap<Interval, Boolean>();
        var links = new ArrayList<NeedLink>();
        for (int i = 0; i < needs.size(); i++) {
            StaffNeed need = needs.get(i);
            if (worker.isCandidate(need)) {
                int place = i;
                need.slots().stream()
                        .map(StaffNeedInterval::interval)
                        .distinct()
                        .filter(interval -> free.computeIfAbsent(interval, worker::isFree))
                        .forEach(interval -> links.add(new NeedLink(place, interval)));
            }
        }
        return links;
    }

    private static SortedMap<IsoWeek, SortedMap<LocalDate, List<SeatInterval>>> weeks(
            List<NeedLink> links, List<StaffNeed> needs) {
        var dates = new TreeMap<LocalDate, TreeMap<Interval, SeatInterval>>();
        for (NeedLink link : links) {
            for (StaffNeedInterval slot : needs.get(link.need()).slots()) {
                if (slot.interval().equals(link.interval())) {
                    dates.computeIfAbsent(slot.date(), any -> new TreeMap<>())
                            .merge(
                                    slot.interval(),
                                    new SeatInterval(slot.interval(), slot.minutes(), slot.minutes()),
                                    (known, more) -> known.orMinutes(slot.minutes()));
                }
            }
        }
        var weeks = new TreeMap<IsoWeek, SortedMap<LocalDate, List<SeatInterval>>>();
        dates.forEach((date, stints) -> weeks.computeIfAbsent(IsoWeek.of(date), any -> new TreeMap<>())
                .put(date, List.copyOf(stints.values())));
        return weeks;
    }
}
