package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestMemo;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkRowMapper;
import dk.grundskema.domain.people.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the calculated state of feeds in the database. Each write increments a step counter, which readers and writers compare. */
@Component
public class FeedRepository {
    /**
     * Start of the update that resets feeds. An event cannot have changed more often than its feed was written or its plan published, so
     * {@code beyond} grows by both.
     */
    private static final String RENEW_SQL = """
            UPDATE feed_state SET publication = since - 1, content = NULL, step = step + 1, anew = :now,
                   beyond = beyond + step + 1 + COALESCE((SELECT MAX(b.number) FROM publication b JOIN feed_link l ON l.plan = b.plan
                                                          WHERE l.id = feed_state.link), 0)
            WHERE\s""";

    private static final String PROGRESS = """
            l.plan, l.language, s.publication, s.content IS NULL AS is_empty, s.step, s.beyond, s.anew,
            (SELECT MAX(b.number) FROM publication b WHERE b.plan = l.plan) AS last
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    public FeedRepository(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * State of a feed.
     *
     * @param plan        plan of the link; {@code null} for the year of an organisation
     * @param publication last publication that the feed includes; publications before {@code since} are ignored
     * @param isEmpty     whether no content is stored
     * @param step        number of writes
     * @param last        last publication of the plan; 0 if there is none
     * @param language    language of the link
     * @param anew        correction if the feed was recalculated
     */
    record FeedProgress(
            @Nullable PlanId plan,
            int publication,
            boolean isEmpty,
            long step,
            int last,
            Language language,
            Recalculation anew) {
        boolean isBehind() {
            return publication < last;
        }
    }

    /**
     * Correction of a feed that was recalculated or changed its language: the sequence numbers of its events must not decrease for clients.
     *
     * @param beyond amount to add to the sequence number of each event; 0 if never recalculated
     * @param at     time of the recalculation; {@code null} if never
     */
    record Recalculation(int beyond, @Nullable Instant at) {
        static Recalculation of(ResultSet row) throws SQLException {
            Timestamp at = row.getTimestamp("anew");
            return new Recalculation(row.getInt("beyond"), at == null ? null : at.toInstant());
        }

        FeedState applyTo(FeedState state) {
            return at == null ? state : state.withRaisedSequences(beyond, at);
        }
    }

    /** @throws RefusalException 404 if the link no longer exists */
    FeedProgress findProgress(LinkId link) {
        return database.sql(
                        "SELECT " + PROGRESS + "FROM feed_link l JOIN feed_state s ON s.link = l.id WHERE l.id = :link")
                .param("link", link.value())
                .query((row, number) -> progress(row))
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    private static FeedProgress progress(ResultSet row) throws SQLException {
        String plan = row.getString("plan");
        return new FeedProgress(
                plan == null ? null : new PlanId(plan),
                row.getInt("publication"),
                row.getBoolean("is_empty"),
                row.getLong("step"),
                row.getInt("last"),
                Language.valueOf(row.getString("language")),
                Recalculation.of(row));
    }

    /**
     * A feed as it is stored.
     *
     * @param progress its state
     * @param content  its content; {@code null} if none is stored
     */
    record FeedRow(FeedProgress progress, byte @Nullable [] content) {}

    /** @throws RefusalException 404 if the link no longer exists */
    FeedRow find(LinkId link) {
        return database.sql("SELECT s.content, " + PROGRESS
                        + "FROM feed_link l JOIN feed_state s ON s.link = l.id WHERE l.id = :link")
                .param("link", link.value())
                .query((row, number) -> feed(row))
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    private static FeedRow feed(ResultSet row) throws SQLException {
        return new FeedRow(progress(row), row.getBytes("content"));
    }

    /**
     * A link with its feed.
     *
     * @param link the link
     * @param feed the feed
     */
    record LinkedFeed(FeedLink link, FeedRow feed) {}

    /** Returns the link to the calendar of one of the staff members in a plan, unless it is revoked, with its feed. */
    Optional<LinkedFeed> findByStaff(PlanId plan, Collection<Caller.OwnStaff> people) {
        return people.isEmpty()
                ? Optional.empty()
                : database
                        .sql("SELECT " + LinkRowMapper.COLUMNS + ", s.content, " + PROGRESS + """
                                FROM feed_link l JOIN feed_state s ON s.link = l.id JOIN plan p ON p.id = l.plan
                                WHERE p.deleted IS NULL AND l.plan = :plan AND l.kind = 'STAFF' AND l.revoked IS NULL
                                AND (l.organisation, l.owner) IN (:people) ORDER BY l.owner""")
                        .param("plan", plan.value())
                        .param("people", Caller.OwnStaff.rowValues(people))
                        .query((row, number) -> new LinkedFeed(LinkRowMapper.link(row, number), feed(row)))
                        .list()
                        .stream()
                        .findFirst();
    }

    /**
     * Returns the stored content of a feed; empty if it was written since. Content that cannot be read is reset, and the result is empty.
     *
     * @param reading parses the content; empty if it has an outdated format
     */
    <K> Optional<K> findContent(LinkId link, long step, Function<byte[], Optional<K>> reading) {
        return database.sql(
                        "SELECT content FROM feed_state WHERE link = :link AND step = :step AND content IS NOT NULL")
                .param("link", link.value())
                .param("step", step)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .flatMap(content -> parse(link, step, content, reading));
    }

    /** Parses the content of a feed, as {@link #findContent}. */
    <K> Optional<K> parse(LinkId link, long step, byte[] content, Function<byte[], Optional<K>> reading) {
        Optional<K> kept = reading.apply(content);
        if (kept.isEmpty()) {
            reset(link, step);
        }
        return kept;
    }

    /** Returns how often and when the language of the link's calendar changed. For subscribers of busy times, all events changed then. */
    Recalculation languageChange(LinkId link) {
        return RequestMemo.<LinkId, Recalculation>values("language changes")
                .computeIfAbsent(link, this::readLanguageChange);
    }

    private Recalculation readLanguageChange(LinkId link) {
        return database.sql("SELECT spoken_times AS beyond, spoken AS anew FROM feed_link WHERE id = :link")
                .param("link", link.value())
                .query((row, number) -> Recalculation.of(row))
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    /** Stores the content unless another writer was faster. Returns whether it was stored. */
    boolean write(LinkId link, long step, int publication, byte[] content) {
        return database.sql("""
                        UPDATE feed_state SET publication = :publication, step = :step + 1, content = :content
                        WHERE link = :link AND step = :step""")
                        .param("publication", publication)
                        .param("step", step)
                        .param("content", content)
                        .param("link", link.value())
                        .update()
                > 0;
    }

    private void reset(LinkId link, long step) {
        database.sql(RENEW_SQL + "link = :link AND step = :step")
                .param("now", nextSecond())
                .param("link", link.value())
                .param("step", step)
                .update();
    }

    /**
     * Resets all feeds of a plan, so that they are calculated again from the beginning. A running calculation has read an older step, so it
     * cannot write outdated content.
     */
    void reset(PlanId plan) {
        database.sql(RENEW_SQL + "link IN (SELECT id FROM feed_link WHERE plan = :plan)")
                .param("now", nextSecond())
                .param("plan", plan.value())
                .update();
    }

    /** Returns the first publication that a feed of the plan does not include yet; empty if all feeds are current. */
    Optional<Integer> nextPublication(PlanId plan) {
        return database.sql("""
                        SELECT MIN(s.publication) + 1 FROM feed_state s JOIN feed_link l ON l.id = s.link
                        WHERE l.plan = :plan AND l.revoked IS NULL
                          AND s.publication < (SELECT MAX(b.number) FROM publication b WHERE b.plan = :plan)""")
                .param("plan", plan.value())
                .query(Integer.class)
                .optional();
    }

    /** Returns the next whole second, because calendars have no fractions of seconds. */
    private Timestamp nextSecond() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
}
