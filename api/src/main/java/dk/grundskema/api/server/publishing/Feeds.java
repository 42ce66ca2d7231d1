package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What feeds say. It follows from the publications, one after the other; how far that was worked out is kept, and whoever asks before it was works it
 * out. So nothing is lost if nobody does after a publication, and two who do at once come to the same.
 */
@Component
public class Feeds {
    private static final int REMEMBERED = 100;

    private final JdbcClient database;
    private final PublicationRows publications;
    private final PublishedCalendars calendars;
    private final InstantSource clock;
    private final Lately<List<Object>, KeptFeed> lately = new Lately<>(REMEMBERED);

    Feeds(JdbcClient database, PublicationRows publications, PublishedCalendars calendars, InstantSource clock) {
        this.database = database;
        this.publications = publications;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * How far a feed was worked out.
     *
     * @param publication the publication up to which it was; 0 means that none was
     * @param step        counts how often it was written
     * @param last        the plan's last publication
     * @param language    language of the link
     */
    private record Head(int publication, long step, int last, Language language) {}

    /**
     * What a feed says after all publications so far.
     *
     * @throws Refusal 404 if it is gone by now
     */
    public FeedNow now(Link link) {
        if (link.kind() == LinkKind.BUSY) {
            return now(ofThePerson(link)).busy(link);
        }
        while (true) {
            Head head = head(link.id());
            if (head.publication() >= head.last()) {
                return now(link, head, kept(link.id(), head));
            }
            fold(link, head);
        }
    }

    /**
     * Counts how often what a feed says was written, after all publications so far.
     *
     * @throws Refusal 404 if it is gone by now
     */
    public long version(Link link) {
        if (link.kind() == LinkKind.BUSY) {
            return version(ofThePerson(link));
        }
        Head head = head(link.id());
        while (head.publication() < head.last()) {
            fold(link, head);
            head = head(link.id());
        }
        return head.step();
    }

    private FeedNow now(Link link, Head head, @Nullable KeptFeed feed) {
        if (feed == null) {
            throw Refusal.notFound(); // nothing was ever published of what it is to
        }
        boolean isGone =
                feed.isOwnerGone() && feed.state().told(clock.instant()).isEmpty();
        return new FeedNow(
                link,
                head.step(),
                feed.publication(),
                feed.published(),
                feed.state(),
                feed.title(),
                head.language().locale(),
                feed.span(),
                isGone);
    }

    /** The link to all that somebody has whose busy times another is to. */
    private Link ofThePerson(Link busy) {
        return database.sql(LinkRows.LINK + "l.plan = :plan AND l.kind = 'STAFF' AND l.owner = :owner")
                .param("plan", Objects.requireNonNull(busy.plan()).value())
                .param("owner", busy.ownerId())
                .query(LinkRows::link)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Works a feed out, up to the last publication, if nobody has; one that says only when somebody is busy is made of that of the person. */
    void fold(Link link) {
        if (link.kind() != LinkKind.BUSY) {
            version(link);
        }
    }

    private void fold(Link link, Head head) {
        KeptFeed feed = kept(link.id(), head);
        for (int number = head.publication() + 1; number <= head.last(); number++) {
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
        KeptFeed folded = Objects.requireNonNull(feed);
        if (write(link.id(), head, head.last(), folded)) {
            lately.put(List.of(link.id(), head.step() + 1), folded);
        }
    }

    /** Lets a feed speak another language from now on; the plan is locked, so that nothing is published meanwhile. */
    void speak(Link link, Language language) {
        boolean isDone = false;
        while (!isDone) {
            fold(link);
            Head head = head(link.id());
            KeptFeed feed = kept(link.id(), head);
            Publication last =
                    publications.last(Objects.requireNonNull(link.plan())).orElseThrow(Refusal::notFound);
            if (feed == null || head.publication() < last.number()) {
                continue; // it was forgotten meanwhile
            }
            Publication reached =
                    publications.find(last.plan(), feed.publication()).orElse(last);
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Instant at = now.isBefore(last.published()) ? last.published() : now;
            isDone = write(
                    link.id(), head, head.publication(), feed.in(language, calendars.of(reached), link.owner(), at));
        }
        database.sql("UPDATE feed_link SET language = :language WHERE id = :link")
                .param("language", language.name())
                .param("link", link.id().value())
                .update();
    }

    /** Keeps what was worked out, unless somebody else has written meanwhile. It may yet be rolled back, so it isn't remembered here. */
    private boolean write(LinkId link, Head from, int publication, KeptFeed feed) {
        return database.sql("""
                        UPDATE feed_state SET publication = :publication, step = :step + 1, content = :content
                        WHERE link = :link AND step = :step""")
                        .param("publication", publication)
                        .param("step", from.step())
                        .param("content", feed.bytes())
                        .param("link", link.value())
                        .update()
                > 0;
    }

    private Head head(LinkId link) {
        return database.sql("""
                        SELECT s.publication, s.step, l.language,
                               (SELECT MAX(b.number) FROM publication b WHERE b.plan = l.plan) AS last
                        FROM feed_link l JOIN feed_state s ON s.link = l.id WHERE l.id = :link""")
                .param("link", link.value())
                .query((row, number) -> new Head(
                        row.getInt("publication"),
                        row.getLong("step"),
                        row.getInt("last"),
                        Language.valueOf(row.getString("language"))))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** What was worked out of a feed; {@code null} means nothing yet. */
    private @Nullable KeptFeed kept(LinkId link, Head head) {
        if (head.publication() == 0) {
            return null;
        }
        return lately.get(List.of(link, head.step()), fresh -> read(link));
    }

    private KeptFeed read(LinkId link) {
        return KeptFeed.of(database.sql("SELECT content FROM feed_state WHERE link = :link")
                .param("link", link.value())
                .query((row, number) -> row.getBytes("content"))
                .single());
    }
}
