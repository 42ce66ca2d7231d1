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
record StaffCapacityGroup(
        int count,
        WorkRules rules,
        long left,
        Map<LocalDate, Long> facts,
        List<NeedLink> links,
        SortedMap<IsoWeek, SortedMap<LocalDate, List<SeatInterval>>> weeks) {

    /** The index of a need and one of its times. */
    record NeedLink(int need, Interval interval) {}

    private record GroupingKey(WorkRules rules, long left, Map<LocalDate, Long> facts, List<NeedLink> links) {}

    /** Groups staff that are interchangeable. */
    static List<StaffCapacityGroup> groupAlike(List<StaffNeed> needs, Collection<StaffCapacity> staffCapacities) {
        var counts = new LinkedHashMap<GroupingKey, Integer>();
        for (StaffCapacity capacity : staffCapacities) {
            var links = links(capacity, needs);
            counts.merge(
                    new GroupingKey(capacity.rules(), capacity.left(), capacity.facts(), links),
                    capacity.count(),
                    Integer::sum);
        }
        var rosters = new ArrayList<StaffCapacityGroup>();
        counts.forEach((alike, count) -> rosters.add(new StaffCapacityGroup(
                count, alike.rules(), alike.left(), alike.facts(), alike.links(), weeks(alike.links(), needs))));
        return rosters;
    }

    /** Returns the minutes of each one's lessons on some dates. */
    long factMinutes(Collection<LocalDate> dates) {
        return dates.stream().mapToLong(date -> facts.getOrDefault(date, 0L)).sum();
    }

    private static List<NeedLink> links(StaffCapacity capacity, List<StaffNeed> needs) {
        var free = new HashMap<Interval, Boolean>();
        var links = new ArrayList<NeedLink>();
        for (int i = 0; i < needs.size(); i++) {
            StaffNeed need = needs.get(i);
            if (capacity.isCandidate(need)) {
                int place = i;
                need.slots().stream()
                        .map(StaffNeedInterval::interval)
                        .distinct()
                        .filter(interval -> free.computeIfAbsent(interval, capacity::isFree))
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
