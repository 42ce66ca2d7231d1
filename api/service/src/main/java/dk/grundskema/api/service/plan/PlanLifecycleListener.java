package dk.grundskema.api.service.plan;

/** Extension point for features that store personal data of plans outside revisions. Each such feature registers a bean. */
public interface PlanLifecycleListener {
    /** Erases people from the data as part of the transaction. */
    void onForgetPeople(PlanId plan);

    /** Ends running work for the plan as part of the transaction, because it moves to the trash. A restored plan does not get it back. */
    default void onMoveToTrash(PlanId plan) {}

    /** Deletes all data of the plan as part of the transaction, because it is purged. */
    void onPurge(PlanId plan);
}
