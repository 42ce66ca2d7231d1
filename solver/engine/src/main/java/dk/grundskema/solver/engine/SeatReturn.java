package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Takes changes back that a repair can do without: all seats that somebody took or gave away on one date, at no cost in guidelines. */
final class SeatReturn {
    private final RepairState state;
    private final int[] seats;
    private final long hardLimit;

    private record Before(int seat, int person) {}

    SeatReturn(RepairState state, int[] seats, long hardLimit) {
        this.state = state;
        this.seats = seats.clone();
        this.hardLimit = hardLimit;
    }

    /**
     * Takes back as long as something can be.
     *
     * @param kept  told of each change that is as good, with fewer person-days or as many
     * @param spent whether time or steps have run out
     */
    void run(Runnable kept, BooleanSupplier spent) {
        for (int i = 0; i < seats.length && !spent.getAsBoolean(); i++) {
            for (int person : new int[] {state.holder(seats[i]), state.original(seats[i])}) {
                if (person != Decisions.NONE && isReturned(person, state.day(seats[i]))) {
                    kept.run();
                }
            }
        }
    }

    private boolean isReturned(int person, int day) {
        state.look();
        long medium = state.cost(Level.MEDIUM);
        int days = state.days.count();
        List<Before> before = new ArrayList<>();
        for (int seat : seats) {
            int holder = state.holder(seat);
            int original = state.original(seat);
            if (state.day(seat) == day && holder != original && (holder == person || original == person)) {
                before.add(new Before(seat, holder));
                state.reseat(seat, state.hasFallen(seat) ? Decisions.NONE : original);
            }
        }
        state.look();
        boolean isKept = !before.isEmpty()
                && state.cost(Level.HARD) <= hardLimit
                && state.cost(Level.MEDIUM) <= medium
                && state.days.count() <= days;
        if (!isKept) {
            before.reversed().forEach(one -> state.reseat(one.seat(), one.person()));
            state.look();
        }
        return isKept;
    }
}
