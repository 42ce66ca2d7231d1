package dk.grundskema.solver.bound;

import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds seats that one person cannot hold together, because their sessions have fixed times that overlap. */
final class ClashLimits {
    /** A seat's session at one date: seconds do not matter, minutes since 1970 in UTC. */
    private record SeatTime(long start, long end, int seat) {}

    private final Blueprint blueprint;
    private final int[] fixed;

    ClashLimits(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.fixed = blueprint.decisions().startValues();
    }

    /** Returns for each moment the seats whose sessions are held then, at least two, without repetitions. */
    Set<List<Integer>> simultaneousSeats() {
        List<SeatTime> times = seatTimes();
        Set<List<Integer>> found = new LinkedHashSet<>();
        var active = new TreeSet<>(Comparator.comparingLong(SeatTime::end).thenComparingInt(SeatTime::seat));
        for (int i = 0; i < times.size(); i++) {
            SeatTime next = times.get(i);
            while (!active.isEmpty() && active.first().end() <= next.start()) {
                active.removeFirst();
            }
            active.add(next);
            boolean isLastStart = i + 1 == times.size() || times.get(i + 1).start() > next.start();
            if (isLastStart && active.size() > 1) {
                found.add(
                        active.stream().map(SeatTime::seat).distinct().sorted().toList());
            }
        }
        return found;
    }

    /** Returns limits: each person holds at most one of seats at the same time. */
    List<Limit> limits(Choices choices) {
        var limits = new ArrayList<Limit>();
        Set<List<Integer>> known = new HashSet<>();
        for (List<Integer> seats : simultaneousSeats()) {
            for (int person = 0; person < blueprint.staff().size(); person++) {
                int holder = person;
                List<Integer> literals = seats.stream()
                        .map(seat -> choices.value(blueprint.decisions().seat(seat), holder))
                        .filter(literal -> literal != Choices.FALSE)
                        .toList();
                boolean isTaken = literals.contains(Choices.TRUE);
                List<Integer> open = literals.stream()
                        .filter(literal -> literal != Choices.TRUE)
                        .toList();
                if ((open.size() > 1 || (isTaken && !open.isEmpty())) && known.add(open)) {
                    limits.add(new Limit(open.stream().mapToInt(i -> i).toArray(), 0, isTaken ? 0 : 1));
                }
            }
        }
        return limits;
    }

    private List<SeatTime> seatTimes() {
        var times = new ArrayList<SeatTime>();
        var zone = blueprint.problem().horizon().zone();
        IntStream.range(0, blueprint.seats().size()).forEach(seat -> {
            for (int session : blueprint.sessionsOf()[seat]) {
                int slot = fixed[blueprint.decisions().slot(session)];
                boolean isFixed = blueprint.isSettled(session)
                        && slot != Decisions.NONE
                        && !blueprint.isGuest(session)
                        && blueprint.sessions().get(session).awakeWith() == null;
                if (isFixed) {
                    MeetingTime time = blueprint.times().get(session).get(slot);
                    for (IsoWeek week : time.weeks()) {
                        Interval interval = time.interval(week, zone);
                        times.add(new SeatTime(interval.start(), interval.end(), seat));
                    }
                }
            }
        });
        times.sort(Comparator.comparingLong(SeatTime::start)
                .thenComparingLong(SeatTime::end)
                .thenComparingInt(SeatTime::seat));
        return times;
    }
}
