package dk.grundskema.solver.change;

/** One reversible step of a repair. */
sealed interface RepairStep {
    /** Returns the seat that the step changes, or -1. */
    int seat();

    /** Applies the step. */
    void apply(RepairState state);

    /** Reverts the step; all later steps must have been reverted before. */
    void undo(RepairState state);

    /** Returns the person whose duties increase, or -1. */
    int person();

    /** Returns the number of decisions that it changes although the absence does not require it. */
    default int ownChanges() {
        return 0;
    }

    /**
     * Assigns a waiting seat.
     *
     * @param seat the seat
     * @param person the new holder; -1 leaves it empty
     */
    record GiveStep(int seat, int person) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.assignWaitingSeat(seat, person, 1);
        }

        @Override
        public void undo(RepairState state) {
            state.assignWaitingSeat(seat, person, -1);
        }
    }

    /**
     * Vacates a seat for another holder.
     *
     * @param seat the seat
     * @param person the person who leaves it
     */
    record VacateStep(int seat, int person) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.vacate(seat);
        }

        @Override
        public void undo(RepairState state) {
            state.undoVacate(seat);
        }

        @Override
        public int ownChanges() {
            return 1;
        }
    }

    /**
     * Reassigns a seat.
     *
     * @param seat the seat
     * @param from the previous holder; -1 means nobody
     * @param person the new holder; -1 leaves it empty
     * @param ownChanges 1 if it differs from the plan in use although it did not become vacant, else 0
     */
    record ReseatStep(int seat, int from, int person, int ownChanges) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.reassignSeat(seat, person);
        }

        @Override
        public void undo(RepairState state) {
            state.reassignSeat(seat, from);
        }
    }

    /**
     * Moves a session to a time when its staff are available.
     *
     * @param seat its vacant seat
     * @param session the session
     * @param from previous choice of time
     * @param to new choice of time
     * @param before previous room
     * @param room new room
     */
    record MoveStep(int seat, int session, int from, int to, int before, int room) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.moveSession(seat, session, from, to, room, before, 1);
        }

        @Override
        public void undo(RepairState state) {
            state.moveSession(seat, session, from, to, room, before, -1);
        }

        @Override
        public int ownChanges() {
            return 1;
        }

        @Override
        public int person() {
            return -1;
        }
    }

    /**
     * Swaps two guests: a team has two subjects in the opposite order.
     *
     * @param guest the first guest
     * @param other the second guest
     * @param guestTo new choice of the first, which is the host of the second
     * @param otherTo new choice of the second, which is the host of the first
     * @param guestFrom previous choice of the first
     * @param otherFrom previous choice of the second
     */
    record SwapStep(int guest, int other, int guestFrom, int guestTo, int otherFrom, int otherTo)
            implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.swapGuests(guest, guestTo, other, otherTo, 1);
        }

        @Override
        public void undo(RepairState state) {
            state.swapGuests(guest, guestFrom, other, otherFrom, -1);
        }

        @Override
        public int ownChanges() {
            return 2;
        }

        @Override
        public int seat() {
            return -1;
        }

        @Override
        public int person() {
            return -1;
        }
    }
}
