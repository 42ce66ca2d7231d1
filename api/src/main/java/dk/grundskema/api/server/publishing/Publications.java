package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was published of plans. A publication is one transaction; when it has returned, everybody's calendar is right as soon as it is asked for. */
@Component
public class Publications {
    private final PublicationRows rows;
    private final Drafts drafts;
    private final News news;
    private final Links links;
    private final Plans plans;
    private final Folding folding;
    private final Feeds feeds;
    private final List<HearsOfPublications> others;
    private final TransactionTemplate transaction;

    Publications(
            PublicationRows rows,
            Drafts drafts,
            News news,
            Links links,
            Plans plans,
            Folding folding,
            Feeds feeds,
            List<HearsOfPublications> others,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.drafts = drafts;
        this.news = news;
        this.links = links;
        this.plans = plans;
        this.folding = folding;
        this.feeds = feeds;
        this.others = List.copyOf(others);
        this.transaction = transaction;
    }

    /**
     * Publishes a revision of a plan.
     *
     * @param version the plan's version that the caller has seen
     * @throws Refusal 412 if the plan has another version by now; 409 if there is no timetable, or nothing new for anybody; 422 if it isn't a revision of
     *     the plan, or somebody is held back whom nobody knows
     */
    Publication publish(PlanId id, long version, NewPublication wish, AccountId author) {
        // What takes long is done before anybody else must wait for it.
        Coming early = drafts.of(plans.at(id, version), wish, author);
        Coming published = transaction.execute(status -> {
            Plan plan = plans.lockedAt(id, version);
            int last = rows.last(id).map(Publication::number).orElse(0);
            Coming coming = last == early.last() ? early : drafts.of(plan, wish, author);
            if (!news.any(coming)) {
                throw Refusal.conflict("publishing.nothing-new");
            }
            rows.giveSecret(id, coming.secret());
            Publication next = coming.next().publication();
            rows.insert(next, coming.exceptions());
            links.make(plan, next.number(), coming.next().events());
            others.forEach(one -> one.published(next, wish.sendNotices()));
            return coming;
        });
        drafts.published(published);
        folding.begin(id);
        return published.next().publication();
    }

    /**
     * Works out what a calendar says, so that nobody need wait for that while the plan is locked. In no transaction: what is worked out is locked until
     * its end, and the plan must be before.
     *
     * @throws Refusal 404 if the plan has no such link
     */
    void prepare(PlanId id, LinkId link) {
        feeds.fold(links.get(id, link), Integer.MAX_VALUE);
    }

    /**
     * Lets a calendar speak another language from now on. To those who follow it each event has changed, but nothing that they must be told of.
     *
     * @throws Refusal 404 if the plan has no such link
     */
    Link speak(PlanId id, LinkId link, Language language) {
        return transaction.execute(status -> {
            plans.locked(id);
            Link found = links.get(id, link);
            if (found.kind() != LinkKind.BUSY && found.language() != language) {
                feeds.speak(found, language);
            }
            links.speak(found, language);
            return links.get(id, link);
        });
    }

    /** A publication of a plan, if there is one of that number. */
    public Optional<Publication> find(PlanId plan, int number) {
        return rows.find(plan, number);
    }

    /** The last publication of a plan, if there is one. */
    public Optional<Publication> last(PlanId plan) {
        return rows.last(plan);
    }

    /** Publications with a number below another, the latest first, so many at most. */
    public List<Publication> before(PlanId plan, int number, int most) {
        return rows.before(plan, number, most);
    }
}
