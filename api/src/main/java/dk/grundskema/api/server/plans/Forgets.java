package dk.grundskema.api.server.plans;

/** Keeps something that says who takes part in plans, beside their revisions. Each room with such things has one of these as a bean. */
public interface Forgets {
    /** Lets go of it, as part of the transaction: a plan forgets who took part. */
    void forget(PlanId plan);

    /** Ends what is still being done for the plan, as part of the transaction: it is taken away, and may be had back without it. */
    default void putAway(PlanId plan) {}

    /** Lets go of all of it, as part of the transaction: the plan goes for good. */
    void drop(PlanId plan);
}
