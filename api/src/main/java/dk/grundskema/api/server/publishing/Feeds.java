package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.publishing.FeedRows.Head;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What feeds say. It follows from the publications, one after the other; how far that was worked out is kept, and whoever asks before it was works it
 * out. So nothing is lost if nobody does after a publication, and two who do at once come to the same.
 */
@Component
public class Feeds {
    private final JdbcClient database;
    private final FeedRows rows;
    private final PublicationRows publications;
    private final PublishedCalendars calendars;
    private final InstantSource clock;

    Feeds(
            JdbcClient database,
            FeedRows rows,
            PublicationRows publications,
            PublishedCalendars calendars,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.publications = publications;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What a feed says after all publications so far.
     *
     * @throws Refusal 404 if it is gone by now, or if nothing was ever published of what it is to
     */
    public FeedNow now(Link link) {
        if (link.kind() == LinkKind.BUSY) {
            return now(ofThePerson(link)).busy(link, rows.spoken(link.id()));
        }
        while (true) {
            Head head = folded(link);
            if (head.isEmpty()) {
                throw Refusal.notFound();
            }
            Optional<KeptFeed> kept = kept(link, head);
            if (kept.isPresent()) {
                return now(link, head, kept.get());
            }
        }
    }

    /**
     * Counts how often what a feed says was written, after all publications so far.
     *
     * @throws Refusal 404 if it is gone by now
     */
    public long version(Link link) {
        return link.kind() == LinkKind.BUSY
                ? folded(ofThePerson(link)).step() + rows.spoken(link.id()).beyond()
                : folded(link).step();
    }

    private FeedNow now(Link link, Head head, KeptFeed feed) {
        boolean isGone =
                feed.isOwnerGone() && feed.state().told(clock.instant()).isEmpty();
        return new FeedNow(
                link,
                head.step(),
                feed.publication(),
                feed.published(),
                head.anew().told(feed.state()),
                feed.stillHeld(),
                feed.title(),
                head.language().locale(),
                feed.span(),
                isGone);
    }

    /** The link to all that somebody has whose busy times another is to. */
    private Link ofThePerson(Link busy) {
        return LinkRows.ofPerson(database, Objects.requireNonNull(busy.plan()), busy.ownerId(), LinkKind.STAFF)
                .orElseThrow(Refusal::notFound);
    }

    /** Works a feed out, up to a publication, if nobody has; one that says only when somebody is busy is made of that of the person. */
    void fold(Link link, int upTo) {
        if (link.kind() != LinkKind.BUSY) {
            Head head = rows.head(link.id());
            while (head.publication() < Math.min(upTo, head.last())) {
                fold(link, head, upTo);
                head = rows.head(link.id());
            }
        }
    }

    private Head folded(Link link) {
        Head head = rows.head(link.id());
        while (head.isBehind()) {
            fold(link, head, head.last());
            head = rows.head(link.id());
        }
        return head;
    }

    private void fold(Link link, Head head, int upTo) {
        Optional<KeptFeed> kept = kept(link, head);
        if (kept.isEmpty() && !head.isEmpty()) {
            return; // others are at it
        }
        KeptFeed feed = kept.orElse(null);
        int last = Math.min(upTo, head.last());
        for (int number = head.publication() + 1; number <= last; number++) {
            Published next = calendars.of(Objects.requireNonNull(link.plan()), number);
            if (feed == null || feed.publication() == 0) {
                feed = KeptFeed.none(next, link.owner(), head.language());
            }
            // Nothing has ended of what wasn't there before
            boolean reaches = feed.publication() > 0 || next.isThere(link.owner());
            if (reaches && !next.isHeldBack(link.owner())) {
                feed = feed.next(next, link.owner(), head.language());
            }
        }
        rows.write(link.id(), head.step(), last, Objects.requireNonNull(feed).bytes());
    }

    /** Has a feed speak another language from now on, whose link is told so afterwards; the plan is locked, so that nothing is published meanwhile. */
    void speak(Link link, Language language) {
        boolean isDone = false;
        while (!isDone) {
            Head head = folded(link);
            Optional<KeptFeed> kept = kept(link, head);
            isDone = kept.isPresent() && speak(link, language, head, kept.get());
        }
    }

    private boolean speak(Link link, Language language, Head head, KeptFeed feed) {
        Publication last =
                publications.last(Objects.requireNonNull(link.plan())).orElseThrow(Refusal::notFound);
        Publication reached = publications.find(last.plan(), feed.publication()).orElse(last);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant earliest = last.published().plusSeconds(1);
        Instant at = now.isBefore(earliest) ? earliest : now;
        KeptFeed said = feed.in(language, calendars.of(reached), link.owner(), at);
        return rows.write(link.id(), head.step(), head.publication(), said.bytes());
    }

    /**
     * What was worked out of a feed; empty if that is nothing yet, or was written by others since, or is worked out anew from now on. It is read each time,
     * which takes less than remembering it (docs/adr/0033-feeds.md).
     */
    private Optional<KeptFeed> kept(Link link, Head head) {
        return head.isEmpty() ? Optional.empty() : rows.kept(link.id(), head.step(), KeptFeed::of);
    }
}
