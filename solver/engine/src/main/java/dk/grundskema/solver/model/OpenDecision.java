package dk.grundskema.solver.model;

/** A planning entity: one or two decisions that the solver takes. */
public sealed interface OpenDecision permits PlacementEntity, SeatEntity, MembershipEntity {
    /** How one of its decisions stands. */
    int value(int decision);

    /** Sets one of its decisions; called between the solver's announcements of a change. */
    void set(int decision, int value);

    /** Timefold's name of the variable that holds the decision. */
    String variable(int decision);
}
