package dk.grundskema.solver.precheck;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** Sets needs against what people can legally give, as the greatest flow from person over week, day and time to need. */
final class Staffing {
    private final DayCapacity days = new DayCapacity();
    private final WeekCapacity weeks = new WeekCapacity(days);

    /** Seats among the needs that these people can't fill legally, at least; 0 if counting finds nothing short. */
    long missingSeats(List<Need> needs, Collection<Worker> workers) {
        List<Roster> rosters = Roster.of(needs, workers);
        long seats = missing(Count.SEATS, needs, rosters);
        long minutes = missing(Count.MINUTES, needs, rosters);
        long longest = needs.stream().mapToLong(Need::minutes).max().orElse(1);
        return Math.max(seats, Math.ceilDiv(minutes, Math.max(1, longest)));
    }

    /** The most seats of these needs that one person can fill who could do anything at any time. */
    long mostSeats(List<Need> needs, Worker anybody) {
        Roster roster = Roster.of(needs, List.of(anybody)).getFirst();
        return roster.weeks().values().stream()
                .mapToLong(week -> weeks.of(roster, week).seats())
                .sum();
    }

    /** Whether somebody can give less in a week than on its days one by one, or less in all than in the weeks. */
    boolean isBoundBeyondDays(List<Need> needs, Collection<Worker> workers) {
        return Roster.of(needs, workers).stream().anyMatch(this::isBoundBeyondDays);
    }

    private boolean isBoundBeyondDays(Roster roster) {
        Capacity inWeeks = Capacity.NONE;
        for (var week : roster.weeks().values()) {
            Capacity inDays = Capacity.NONE;
            for (var day : week.entrySet()) {
                inDays = inDays.plus(days.of(roster, day.getKey(), day.getValue()));
            }
            Capacity inWeek = weeks.of(roster, week);
            if (inWeek.isBelow(inDays)) {
                return true;
            }
            inWeeks = inWeeks.plus(inWeek);
        }
        return roster.left() < inWeeks.minutes();
    }

    private long missing(Count count, List<Need> needs, List<Roster> rosters) {
        var network = new FlowNetwork();
        int[] sinks = new int[needs.size()];
        long wanted = 0;
        for (int i = 0; i < sinks.length; i++) {
            Need need = needs.get(i);
            sinks[i] = network.node();
            network.edge(sinks[i], FlowNetwork.SINK, need.seats() * count.of(need));
            wanted += need.seats() * count.of(need);
        }
        rosters.forEach(roster -> add(roster, count, needs, sinks, network));
        return wanted - network.mostFlow();
    }

    private void add(Roster roster, Count count, List<Need> needs, int[] sinks, FlowNetwork network) {
        var all = new TreeMap<LocalDate, List<Stint>>();
        roster.weeks().values().forEach(all::putAll);
        Capacity inAll = WeekCapacity.within(roster.left(), all);
        int whole = network.nodeAfter(FlowNetwork.SOURCE, times(roster, count.of(inAll)));
        var nodes = new HashMap<Interval, Integer>();
        for (var week : roster.weeks().values()) {
            int inWeek = network.nodeAfter(whole, times(roster, count.of(weeks.of(roster, week))));
            week.forEach((date, stints) -> {
                Capacity onDay = days.of(roster, date, stints);
                int day = network.nodeAfter(inWeek, times(roster, count.of(onDay)));
                for (Stint stint : stints) {
                    nodes.put(stint.interval(), network.nodeAfter(day, times(roster, count.of(stint))));
                }
            });
        }
        for (Roster.Link link : roster.links()) {
            Integer node = nodes.get(link.interval());
            if (node != null) {
                network.edge(node, sinks[link.need()], times(roster, count.of(needs.get(link.need()))));
            }
        }
    }

    private static long times(Roster roster, long capacity) {
        return Math.min(capacity, Integer.MAX_VALUE) * roster.count();
    }
}
