package dk.grundskema.solver.model;

/** A planning entity that holds one or two open decisions. */
public sealed interface OpenDecision permits PlacementEntity, SeatEntity, MembershipEntity {
    /** Returns the value of one of its decisions. */
    int value(int decision);

    /** Sets one of its decisions. Call it only between the solver's before/after change notifications. */
    void set(int decision, int value);

    /** Returns Timefold's name of the variable that holds the decision. */
    String variableName(int decision);
}
