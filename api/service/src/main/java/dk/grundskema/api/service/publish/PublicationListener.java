package dk.grundskema.api.service.publish;

import dk.grundskema.api.service.plan.PlanId;

/** Reacts to publications. Each package that does registers a bean of this type. */
public interface PublicationListener {
    /**
     * Records the pending work inside the transaction of the publication. Must be fast.
     *
     * @param published the publication
     * @param isNoticeWanted whether the author wants notices to be sent
     */
    default void onPublished(Publication published, boolean isNoticeWanted) {}

    /**
     * Moves what belongs to the publications of a plan to another plan of its family inside the transaction of a publication, before these publications
     * are deleted. The other plan has their copies already.
     */
    default void onMoved(PlanId from, PlanId to) {}

    /** Reacts after the publication is committed. Must return at once: long work goes to another thread. */
    default void onPublicationCommitted(PlanId plan) {}
}
