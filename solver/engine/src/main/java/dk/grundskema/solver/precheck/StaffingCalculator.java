package dk.grundskema.solver.precheck;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Compares needs with capacities by maximum flow through the nodes person, week, day, time and need. The capacities of
 * the nodes are upper bounds, so that a missing flow proves a shortage. Interchangeable people share their nodes
 * ({@link StaffCapacityGroup}).
 */
final class StaffingCalculator {
    private final DayCapacityCalculator days = new DayCapacityCalculator();
    private final WeekCapacityCalculator weeks = new WeekCapacityCalculator(days);

    /** Returns a lower bound on the seats that these people cannot legally fill; 0 if there is no shortage. */
    long missingSeats(List<StaffNeed> needs, Collection<StaffCapacity> staffCapacities) {
        List<StaffCapacityGroup> rosters = StaffCapacityGroup.groupAlike(needs, staffCapacities);
        long seats = countMissing(CapacityMeasure.SEATS, needs, rosters);
        long minutes = countMissing(CapacityMeasure.MINUTES, needs, rosters);
        long longest = needs.stream().mapToLong(StaffNeed::minutes).max().orElse(1);
        return Math.max(seats, Math.ceilDiv(minutes, Math.max(1, longest)));
    }

    /** Returns the maximum number of these seats that one unrestricted person can fill. */
    long mostSeats(List<StaffNeed> needs, StaffCapacity anyone) {
        StaffCapacityGroup roster =
                StaffCapacityGroup.groupAlike(needs, List.of(anyone)).getFirst();
        return roster.weeks().values().stream()
                .mapToLong(week -> weeks.capacityOf(roster, week).seats())
                .sum();
    }

    /** Whether a weekly limit, or the reference period, restricts a person more than the single days do. */
    boolean isBoundBeyondDays(List<StaffNeed> needs, Collection<StaffCapacity> staffCapacities) {
        return StaffCapacityGroup.groupAlike(needs, staffCapacities).stream().anyMatch(this::isBoundBeyondDays);
    }

    private boolean isBoundBeyondDays(StaffCapacityGroup roster) {
        Capacity inWeeks = Capacity.NONE;
        for (var week : roster.weeks().values()) {
            Capacity inDays = Capacity.NONE;
            for (var day : week.entrySet()) {
                inDays = inDays.plus(days.capacityOf(roster, day.getKey(), day.getValue()));
            }
            Capacity inWeek = weeks.capacityOf(roster, week);
            if (inWeek.isBelow(inDays)) {
                return true;
            }
            inWeeks = inWeeks.plus(inWeek);
        }
        return roster.left() < inWeeks.minutes();
    }

    private long countMissing(CapacityMeasure count, List<StaffNeed> needs, List<StaffCapacityGroup> rosters) {
        var network = new FlowNetwork();
        int[] sinks = new int[needs.size()];
        long wanted = 0;
        for (int i = 0; i < sinks.length; i++) {
            StaffNeed need = needs.get(i);
            sinks[i] = network.addNode();
            network.addEdge(sinks[i], FlowNetwork.SINK, need.seats() * count.of(need));
            wanted += need.seats() * count.of(need);
        }
        rosters.forEach(roster -> addToNetwork(roster, count, needs, sinks, network));
        return wanted - network.maximumFlow();
    }

    private void addToNetwork(
            StaffCapacityGroup roster, CapacityMeasure count, List<StaffNeed> needs, int[] sinks, FlowNetwork network) {
        var all = new TreeMap<LocalDate, List<SeatInterval>>();
        roster.weeks().values().forEach(all::putAll);
        Capacity inAll = WeekCapacityCalculator.capacityWithin(roster.left(), all);
        int whole = network.addNodeAfter(FlowNetwork.SOURCE, timesCount(roster, count.of(inAll)));
        var nodes = new HashMap<Interval, Integer>();
        for (var week : roster.weeks().values()) {
            int inWeek = network.addNodeAfter(whole, timesCount(roster, count.of(weeks.capacityOf(roster, week))));
            week.forEach((date, stints) -> {
                Capacity onDay = days.capacityOf(roster, date, stints);
                int day = network.addNodeAfter(inWeek, timesCount(roster, count.of(onDay)));
                for (SeatInterval stint : stints) {
                    nodes.put(stint.interval(), network.addNodeAfter(day, timesCount(roster, count.of(stint))));
                }
            });
        }
        for (StaffCapacityGroup.NeedLink link : roster.links()) {
            Integer node = nodes.get(link.interval());
            if (node != null) {
                network.addEdge(node, sinks[link.need()], timesCount(roster, count.of(needs.get(link.need()))));
            }
        }
    }

    private static long timesCount(StaffCapacityGroup roster, long capacity) {
        return Math.min(capacity, Integer.MAX_VALUE) * roster.count();
    }
}
