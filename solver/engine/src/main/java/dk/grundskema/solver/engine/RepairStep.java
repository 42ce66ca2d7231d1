package dk.grundskema.solver.engine;

/** One step of a repair: what is done to the plan in use, and how it is taken back. */
sealed interface RepairStep {
    /** The seat that it is about, or -1. */
    int seat();

    /** Does it. */
    void apply(RepairState state);

    /** Takes it back; the steps after it were taken back before. */
    void undo(RepairState state);

    /** Who has more to do by it, or -1. */
    int person();

    /** How many decisions it takes otherwise that the absence left alone. */
    default int ownChanges() {
        return 0;
    }

    /**
     * Somebody, or nobody, takes a waiting seat.
     *
     * @param seat   which
     * @param person who; -1 means that it stays empty
     */
    record Give(int seat, int person) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.give(seat, person, 1);
        }

        @Override
        public void undo(RepairState state) {
            state.give(seat, person, -1);
        }
    }

    /**
     * Whoever holds a seat leaves it for somebody else.
     *
     * @param seat   which
     * @param person who leaves
     */
    record Vacate(int seat, int person) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.vacate(seat);
        }

        @Override
        public void undo(RepairState state) {
            state.unvacate(seat);
        }

        @Override
        public int ownChanges() {
            return 1;
        }
    }

    /**
     * A seat goes from one to another.
     *
     * @param seat       which
     * @param from       who had it; -1 means nobody
     * @param person     who has it then; -1 means that it stays empty
     * @param ownChanges 1 if it is decided otherwise than in the plan in use though it did not fall open, else 0
     */
    record Reseat(int seat, int from, int person, int ownChanges) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.reseat(seat, person);
        }

        @Override
        public void undo(RepairState state) {
            state.reseat(seat, from);
        }
    }

    /**
     * A session is held at another time, when its people can.
     *
     * @param seat    seat that fell open in it
     * @param session which session
     * @param from    choice of time before
     * @param to      choice of time now
     * @param before  room before
     * @param room    room now
     */
    record Move(int seat, int session, int from, int to, int before, int room) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.move(seat, session, from, to, room, before, 1);
        }

        @Override
        public void undo(RepairState state) {
            state.move(seat, session, from, to, room, before, -1);
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
     * Two guests change places: a team has its subjects the other way round.
     *
     * @param guest     one of them
     * @param other     the other
     * @param guestTo   choice of the first that means the host of the second
     * @param otherTo   choice of the second that means the host of the first
     * @param guestFrom choice of the first before
     * @param otherFrom choice of the second before
     */
    record Swap(int guest, int other, int guestFrom, int guestTo, int otherFrom, int otherTo) implements RepairStep {
        @Override
        public void apply(RepairState state) {
            state.swap(guest, guestTo, other, otherTo, 1);
        }

        @Override
        public void undo(RepairState state) {
            state.swap(guest, guestFrom, other, otherFrom, -1);
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
