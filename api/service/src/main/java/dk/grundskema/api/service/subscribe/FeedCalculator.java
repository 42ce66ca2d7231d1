package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestMemo;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRowMapper;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublishedPlan;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.subscribe.FeedRepository.FeedProgress;
import dk.grundskema.api.service.subscribe.FeedRepository.FeedRow;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calculates the content of calendar feeds. A feed follows from the plan's publications in order; the stored state holds the result up to
 * one publication. A request for a feed that is behind advances it first, so a feed that {@link FeedRefresher} missed is only slower. Each
 * write checks the step counter of the state, so concurrent calculations give the same result. Busy feeds have no state; they are derived
 * from the person's feed.
 */
@Component
public class FeedCalculator {
    private final JdbcClient database;
    private final FeedRepository feedRepository;
    private final PublicationRepository publications;
    private final PublishedPlanCache publishedPlanCache;
    private final InstantSource clock;

    public FeedCalculator(
            JdbcClient database,
            FeedRepository feedRepository,
            PublicationRepository publications,
            PublishedPlanCache publishedPlanCache,
            InstantSource clock) {
        this.database = database;
        this.feedRepository = feedRepository;
        this.publications = publications;
        this.publishedPlanCache = publishedPlanCache;
        this.clock = clock;
    }

    /**
     * Returns the feed after all publications so far.
     *
     * @throws RefusalException 404 if the link no longer exists, or if nothing was published for its target
     */
    public FeedSnapshot currentFeed(FeedLink link) {
        if (link.kind() == LinkKind.BUSY) {
            return currentFeed(personLink(link)).busyOnly(link, feedRepository.languageChange(link.id()));
        }
        return currentFeed(link, feedRepository.find(link.id()));
    }

    /**
     * Returns the feed of one of the staff members in a plan after all publications so far; empty if they have no link there, or it is revoked.
     *
     * @throws RefusalException 404 if nothing was published for the staff member
     */
    Optional<FeedSnapshot> findCurrentFeed(PlanId plan, Collection<Caller.OwnStaff> people) {
        return feedRepository.findByStaff(plan, people).map(found -> currentFeed(found.link(), found.feed()));
    }

    /** @param read the feed as it was read, which may be behind or written since */
    private FeedSnapshot currentFeed(FeedLink link, FeedRow read) {
        FeedRow row = read;
        while (true) {
            FeedProgress head = row.progress();
            byte[] content = row.content();
            boolean isWritten = head.isBehind() && isAdvanced(link, head, content != null);
            if (!isWritten) {
                if (content == null) {
                    throw RefusalException.notFound();
                }
                Optional<StoredFeed> kept = feedRepository.parse(link.id(), head.step(), content, StoredFeed::of);
                if (kept.isPresent()) {
                    return currentFeed(link, head, kept.get());
                }
            }
            row = feedRepository.find(link.id());
        }
    }

    /**
     * Advances a feed that is behind. Returns whether it was possible; if a publication needs a missing plugin, a feed that has content stays as it was.
     *
     * @throws RefusalException 409 if a publication needs a missing plugin and the feed has no content
     */
    private boolean isAdvanced(FeedLink link, FeedProgress head, boolean hasContent) {
        try {
            advance(link, head, head.last());
            return true;
        } catch (RefusalException unreadable) {
            if (hasContent && unreadable.status() == HttpStatus.CONFLICT) {
                return false;
            }
            throw unreadable;
        }
    }

    /**
     * Returns a counter that grows with each write of the feed, after all publications so far.
     *
     * @throws RefusalException 404 if the link no longer exists
     */
    public long version(FeedLink link) {
        return link.kind() == LinkKind.BUSY
                ? advanceToLatest(personLink(link)).step()
                        + feedRepository.languageChange(link.id()).beyond()
                : advanceToLatest(link).step();
    }

    private FeedSnapshot currentFeed(FeedLink link, FeedProgress head, StoredFeed feed) {
        boolean isGone =
                feed.isOwnerGone() && feed.state().eventsToShow(clock.instant()).isEmpty();
        return new FeedSnapshot(
                link,
                head.step(),
                feed.publication(),
                feed.published(),
                head.anew().applyTo(feed.state()),
                feed.stillHeld(),
                feed.title(),
                head.language().locale(),
                feed.span(),
                isGone);
    }

    /** Returns the link to the full calendar of the person whose busy times the given link shows. */
    private FeedLink personLink(FeedLink busy) {
        return RequestMemo.<LinkId, FeedLink>values("links of persons")
                .computeIfAbsent(
                        busy.id(),
                        fresh -> LinkRowMapper.findByPerson(
                                        database, Objects.requireNonNull(busy.plan()), busy.ownerId(), LinkKind.STAFF)
                                .orElseThrow(RefusalException::notFound));
    }

    /** Advances a feed up to a publication, if it is behind. Does nothing for busy feeds, which are derived from the person's feed. */
    void advance(FeedLink link, int upTo) {
        if (link.kind() != LinkKind.BUSY) {
            FeedProgress head = feedRepository.findProgress(link.id());
            while (head.publication() < Math.min(upTo, head.last())) {
                advance(link, head, upTo);
                head = feedRepository.findProgress(link.id());
            }
        }
    }

    private FeedProgress advanceToLatest(FeedLink link) {
        FeedProgress head = feedRepository.findProgress(link.id());
        while (head.isBehind() && isAdvanced(link, head, !head.isEmpty())) {
            head = feedRepository.findProgress(link.id());
        }
        return head;
    }

    private void advance(FeedLink link, FeedProgress head, int upTo) {
        Optional<StoredFeed> kept = findStored(link, head);
        if (kept.isEmpty() && !head.isEmpty()) {
            return; // another thread is working on it
        }
        StoredFeed feed = kept.orElse(null);
        int last = Math.min(upTo, head.last());
        for (int number = head.publication() + 1; number <= last; number++) {
            PublishedPlan next = publishedPlanCache.get(Objects.requireNonNull(head.plan()), number);
            if (feed == null || feed.publication() == 0) {
                feed = StoredFeed.empty(next, link.owner(), head.language());
            }
            // A feed without content ignores publications that do not contain its owner
            boolean reaches = feed.publication() > 0 || next.isThere(link.owner());
            if (reaches && !next.isHeldBack(link.owner())) {
                feed = feed.next(next, link.owner(), head.language());
            }
        }
        feedRepository.write(
                link.id(), head.step(), last, Objects.requireNonNull(feed).bytes());
    }

    /**
     * Changes the language of a feed. The caller updates the link afterwards. The plan must be locked, so that no publication comes in
     * between.
     */
    void changeLanguage(FeedLink link, Language language) {
        boolean isDone = false;
        while (!isDone) {
            FeedProgress head = advanceToLatest(link);
            Optional<StoredFeed> kept = findStored(link, head);
            isDone = kept.isPresent() && changeLanguage(link, language, head, kept.get());
        }
    }

    private boolean changeLanguage(FeedLink link, Language language, FeedProgress head, StoredFeed feed) {
        Publication last =
                publications.findLast(Objects.requireNonNull(head.plan())).orElseThrow(RefusalException::notFound);
        Publication lastPublication =
                publications.find(last.plan(), feed.publication()).orElse(last);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant earliest = last.published().plusSeconds(1);
        Instant at = now.isBefore(earliest) ? earliest : now;
        StoredFeed said = feed.inLanguage(language, publishedPlanCache.get(lastPublication), link.owner(), at);
        return feedRepository.write(link.id(), head.step(), head.publication(), said.bytes());
    }

    /**
     * Returns the stored feed; empty if there is none, if it was written since, or if it must be calculated anew. Reads the database each
     * time: cached feeds would slow down garbage collection (docs/adr/0033-feeds.md).
     */
    private Optional<StoredFeed> findStored(FeedLink link, FeedProgress head) {
        return head.isEmpty() ? Optional.empty() : feedRepository.findContent(link.id(), head.step(), StoredFeed::of);
    }
}
