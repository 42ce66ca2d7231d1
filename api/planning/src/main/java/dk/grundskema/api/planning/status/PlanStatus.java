package dk.grundskema.api.planning.status;

/**
 * The status of a finished plan, counted from problem and timetable, the timetables of other plans in use, and absences. Each violation of a hard or medium rule is counted in one part. Contains
 * numbers only, so that it can be stored and shown to each reader of the plan.
 *
 * @param conflicts             places where a hard rule is broken
 * @param openSeats             required seats that nobody takes, as {@link OpenSeat#findAll}
 * @param otherShortfalls       places where a medium rule is broken, without open seats and what is not planned
 * @param guideShortfalls       requirements of law and guides that the plan does not meet in full
 * @param unmetWishes           places where a soft rule with a weight is not met
 * @param wishCost              weighted penalties of the soft rules
 * @param unplannedSessions     required sessions without a meeting
 * @param studentsWithoutGroup  students who are to be in a group and are in none
 * @param otherPlanConflicts  places where the plan and other plans in use break a hard rule only together
 * @param absentStaff          required seats held by people who are recorded as absent then
 * @param acceptedShortfalls   acceptances in force; a requirement that is also short in a place that nobody accepted counts among the requirements, too
 */
public record PlanStatus(
        long conflicts,
        long openSeats,
        long otherShortfalls,
        long guideShortfalls,
        long unmetWishes,
        long wishCost,
        long unplannedSessions,
        long studentsWithoutGroup,
        long otherPlanConflicts,
        long absentStaff,
        long acceptedShortfalls) {
    /** Raised whenever a part is counted in another way. A stored status of another format is counted again, also by a program without a release. */
    public static final int FORMAT = 4;

    /** What a status says in a word; the list of shortfalls says why. Unmet wishes are traded against each other and do not count. */
    public enum State {
        /** A hard rule is broken, alone or with other plans, or somebody who is absent holds a required seat. */
        DOES_NOT_HOLD,
        /** It holds, but a required seat is open, something is not planned, or a guideline or a requirement is short. */
        LACKS,
        /** Nothing is wrong, but for what the planner accepted. */
        HOLDS
    }

    /** Returns the state. */
    public State state() {
        if (conflicts > 0 || otherPlanConflicts > 0 || absentStaff > 0) {
            return State.DOES_NOT_HOLD;
        }
        return hasNoFaults() && guideShortfalls == 0 ? State.HOLDS : State.LACKS;
    }

    /** Returns whether no hard and no medium rule is broken. */
    public boolean hasNoFaults() {
        return conflicts == 0
                && otherPlanConflicts == 0
                && openSeats == 0
                && absentStaff == 0
                && otherShortfalls == 0
                && isFullyPlanned();
    }

    /**
     * Returns the status with what changes without the revision.
     *
     * @param conflictsWithOthers conflicts with other plans
     * @param absent              seats held by absent people
     */
    public PlanStatus withSurroundings(long conflictsWithOthers, long absent) {
        return new PlanStatus(
                conflicts,
                openSeats,
                otherShortfalls,
                guideShortfalls,
                unmetWishes,
                wishCost,
                unplannedSessions,
                studentsWithoutGroup,
                conflictsWithOthers,
                absent,
                acceptedShortfalls);
    }

    /** Returns whether each required session has a meeting and each student a group. */
    public boolean isFullyPlanned() {
        return unplannedSessions == 0 && studentsWithoutGroup == 0;
    }

    /** Returns the number of places where something is broken, open, short or unplanned, without requirements of guides and wishes. */
    public long faults() {
        return conflicts
                + otherPlanConflicts
                + openSeats
                + absentStaff
                + otherShortfalls
                + unplannedSessions
                + studentsWithoutGroup;
    }
}
