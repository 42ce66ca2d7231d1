package dk.grundskema.api.service.publish;

import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.http.Refusal;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes plans and reads their publications. Each publication is one transaction: it locks the plan, checks its version, stores the
 * publication and creates missing links. The draft is calculated before the transaction, so that the lock is short; it is calculated again
 * only if another publication came in between. Listeners record their work in the transaction and do it after the commit. Feeds are
 * calculated on request, so every calendar is current once {@code publish} returns.
 */
@Component
public class PlanPublisher {
    private final PublicationRepository rows;
    private final PublicationDrafter drafts;
    private final CalendarChangeFinder news;
    private final LinkRepository links;
    private final PlanStore plans;
    private final List<PublicationListener> others;
    private final TransactionTemplate transaction;

    public PlanPublisher(
            PublicationRepository rows,
            PublicationDrafter drafts,
            CalendarChangeFinder news,
            LinkRepository links,
            PlanStore plans,
            List<PublicationListener> others,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.drafts = drafts;
        this.news = news;
        this.links = links;
        this.plans = plans;
        this.others = List.copyOf(others);
        this.transaction = transaction;
    }

    /**
     * Publishes a revision of a plan.
     *
     * @param version plan version that the caller has seen
     * @throws Refusal 412 if the plan's version changed; 409 if there is no timetable, or no calendar changes; 422 if the revision does not
     *     belong to the plan, or a staff member who is held back is unknown
     */
    public Publication publish(PlanId id, long version, NewPublication wish, AccountId author) {
        // Calculate the draft before the plan is locked.
        PublicationDraft early = drafts.draft(plans.getAtVersion(id, version), wish, author);
        PublicationDraft published = transaction.execute(status -> {
            Plan plan = plans.lockAtVersion(id, version);
            int last = rows.findLast(id).map(Publication::number).orElse(0);
            PublicationDraft coming = last == early.lastNumber() ? early : drafts.draft(plan, wish, author);
            if (!news.hasChanges(coming)) {
                throw Refusal.conflict("publishing.nothing-new");
            }
            rows.setSecretIfMissing(id, coming.secret());
            Publication next = coming.next().publication();
            rows.insert(next, coming.exceptions());
            links.createMissing(plan, next.number(), coming.next().events());
            others.forEach(one -> one.onPublished(next, wish.sendNotices()));
            return coming;
        });
        drafts.rememberPublished(published);
        others.forEach(one -> one.afterCommit(id));
        return published.next().publication();
    }
}
