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
 * What people can do who are alike as far as some needs go.
 *
 * @param count how many people
 * @param rules their working-time rules
 * @param left  minutes of work that the reference period leaves each of them
 * @param facts minutes that each of them teaches already, by date
 * @param links which of the needs they can fill when
 * @param weeks when they can fill some seat, by week and date, in order
 */
record Roster(
        int count,
        WorkRules rules,
        long left,
        Map<LocalDate, Long> facts,
        List<Link> links,
        SortedMap<IsoWeek, SortedMap<LocalDate, List<Stint>>> weeks) {

    /** One of the needs, by its place among them, and one of its times. */
    record Link(int need, Interval interval) {}

    private record Alike(WorkRules rules, long left, Map<LocalDate, Long> facts, List<Link> links) {}

    /** Everybody, with people who are alike as one. */
    static List<Roster> of(List<Need> needs, Collection<Worker> workers) {
        var counts = new LinkedHashMap<Alike, Integer>();
        for (Worker worker : workers) {
            var links = links(worker, needs);
            counts.merge(new Alike(worker.rules(), worker.left(), worker.facts(), links), worker.count(), Integer::sum);
        }
        var rosters = new ArrayList<Roster>();
        counts.forEach((alike, count) -> rosters.add(new Roster(
                count, alike.rules(), alike.left(), alike.facts(), alike.links(), weeks(alike.links(), needs))));
        return rosters;
    }

    /** Minutes that each of them teaches already on some dates. */
    long factMinutes(Collection<LocalDate> dates) {
        return dates.stream().mapToLong(date -> facts.getOrDefault(date, 0L)).sum();
    }

    private static List<Link> links(Worker worker, List<Need> needs) {
        var free = new HashMap<Interval, Boolean>();
        var links = new ArrayList<Link>();
        for (int i = 0; i < needs.size(); i++) {
            Need need = needs.get(i);
            if (worker.isCandidate(need)) {
                int place = i;
                need.slots().stream()
                        .map(Slot::interval)
                        .distinct()
                        .filter(interval -> free.computeIfAbsent(interval, worker::isFree))
                        .forEach(interval -> links.add(new Link(place, interval)));
            }
        }
        return links;
    }

    private static SortedMap<IsoWeek, SortedMap<LocalDate, List<Stint>>> weeks(List<Link> links, List<Need> needs) {
        var dates = new TreeMap<LocalDate, TreeMap<Interval, Stint>>();
        for (Link link : links) {
            for (Slot slot : needs.get(link.need()).slots()) {
                if (slot.interval().equals(link.interval())) {
                    dates.computeIfAbsent(slot.date(), any -> new TreeMap<>())
                            .merge(
                                    slot.interval(),
                                    new Stint(slot.interval(), slot.minutes(), slot.minutes()),
                                    (known, more) -> known.or(slot.minutes()));
                }
            }
        }
        var weeks = new TreeMap<IsoWeek, SortedMap<LocalDate, List<Stint>>>();
        dates.forEach((date, stints) -> weeks.computeIfAbsent(IsoWeek.of(date), any -> new TreeMap<>())
                .put(date, List.copyOf(stints.values())));
        return weeks;
    }
}
