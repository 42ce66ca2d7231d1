package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reverts unnecessary changes of a repair: all seats that a person took or gave up on one date, if medium cost does not
 * increase.
 */
final class SeatChangeReverter {
    private final RepairState state;
    private final int[] seats;
    private final long hardLimit;

    private record PreviousHolder(int seat, int person) {}

    SeatChangeReverter(RepairState state, int[] seats, long hardLimit) {
        this.state = state;
        this.seats = seats.clone();
        this.hardLimit = hardLimit;
    }

    /**
     * Reverts changes once for each seat's current and original holder.
     *
     * @param kept called after each reverted change; person-days and medium cost have not increased
     * @param spent whether the budget of time or steps is spent
     */
    void revertWhilePossible(Runnable kept, BooleanSupplier spent) {
        for (int i = 0; i < seats.length && !spent.getAsBoolean(); i++) {
            for (int person : new int[] {state.holder(seats[i]), state.originalHolder(seats[i])}) {
                if (person != Decisions.NONE && revertDay(person, state.day(seats[i]))) {
                    kept.run();
                }
            }
        }
    }

    private boolean revertDay(int person, int day) {
        state.updateCosts();
        long medium = state.cost(Level.MEDIUM);
        int days = state.days.count();
        List<PreviousHolder> before = new ArrayList<>();
        for (int seat : seats) {
            int holder = state.holder(seat);
            int original = state.originalHolder(seat);
            if (state.day(seat) == day && holder != original && (holder == person || original == person)) {
                before.add(new PreviousHolder(seat, holder));
                state.reassignSeat(seat, state.isVacancy(seat) ? Decisions.NONE : original);
            }
        }
        state.updateCosts();
        boolean isKept = !before.isEmpty()
                && state.cost(Level.HARD) <= hardLimit
                && state.cost(Level.MEDIUM) <= medium
                && state.days.count() <= days;
        if (!isKept) {
            before.reversed().forEach(one -> state.reassignSeat(one.seat(), one.person()));
            state.updateCosts();
        }
        return isKept;
    }
}
