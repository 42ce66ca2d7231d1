package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.domain.people.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the language of a subscribed calendar. */
@Component
public class FeedLanguageChanger {
    private final LinkRepository links;
    private final PlanStore plans;
    private final FeedCalculator feeds;
    private final TransactionTemplate transaction;

    public FeedLanguageChanger(
            LinkRepository links, PlanStore plans, FeedCalculator feeds, TransactionTemplate transaction) {
        this.links = links;
        this.plans = plans;
        this.feeds = feeds;
        this.transaction = transaction;
    }

    /**
     * Calculates the feed before the plan is locked, so that the lock is short. Runs without a transaction: a transaction would hold the
     * feed's lock until its end, but the plan must be locked first.
     *
     * @throws RefusalException 404 if the plan has no such link
     */
    void prepareFeed(PlanId id, LinkId link) {
        feeds.advance(links.get(id, link), Integer.MAX_VALUE);
    }

    /**
     * Changes the language of a calendar. Clients see all events as changed; readers get no news.
     *
     * @throws RefusalException 404 if the plan has no such link
     */
    FeedLink changeLanguage(PlanId id, LinkId link, Language language) {
        return transaction.execute(status -> {
            plans.lock(id);
            FeedLink found = links.get(id, link);
            if (found.kind() != LinkKind.BUSY && found.language() != language) {
                feeds.changeLanguage(found, language);
            }
            links.setLanguage(found, language);
            return links.get(id, link);
        });
    }
}
