package dk.grundskema.api.server.publishing;

import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far feeds were worked out, in the database. */
@Component
class FeedRows {
    /** What was changed so often at most has been written so often, or been published to so often. */
    private static final String ANEW = """
            UPDATE feed_state SET publication = since - 1, content = NULL, step = step + 1, anew = :now,
                   beyond = beyond + step + 1 + COALESCE((SELECT MAX(b.number) FROM publication b JOIN feed_link l ON l.plan = b.plan
                                                          WHERE l.id = feed_state.link), 0)
            WHERE\s""";

    private final JdbcClient database;
    private final InstantSource clock;

    FeedRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How far a feed was worked out.
     *
     * @param publication the publication up to which it was; what was before {@code since} is nothing to it
     * @param isEmpty     whether nothing is kept of it yet
     * @param step        counts how often it was written
     * @param last        the plan's last publication; 0 means that there is none
     * @param language    language of the link
     * @param anew        whether it was worked out anew
     */
    record Head(int publication, boolean isEmpty, long step, int last, Language language, Anew anew) {
        boolean isBehind() {
            return publication < last;
        }
    }

    /**
     * How what is kept of a feed that was worked out anew, or in another language, becomes what people are told.
     *
     * @param beyond how often each of its events counts as changed besides; 0 means that it never was
     * @param at     when it was; {@code null} means never
     */
    record Anew(int beyond, @Nullable Instant at) {
        static Anew of(ResultSet row) throws SQLException {
            Timestamp at = row.getTimestamp("anew");
            return new Anew(row.getInt("beyond"), at == null ? null : at.toInstant());
        }

        FeedState told(FeedState state) {
            return at == null ? state : state.anew(beyond, at);
        }
    }

    /** @throws Refusal 404 if it is gone by now */
    Head head(LinkId link) {
        return database.sql("""
                        SELECT s.publication, s.content IS NULL AS is_empty, s.step, s.beyond, s.anew, l.language,
                               (SELECT MAX(b.number) FROM publication b WHERE b.plan = l.plan) AS last
                        FROM feed_link l JOIN feed_state s ON s.link = l.id WHERE l.id = :link""")
                .param("link", link.value())
                .query((row, number) -> new Head(
                        row.getInt("publication"),
                        row.getBoolean("is_empty"),
                        row.getLong("step"),
                        row.getInt("last"),
                        Language.valueOf(row.getString("language")),
                        Anew.of(row)))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * What is kept of a feed; empty if it was written since, or if it can't be read, and is worked out anew from now on.
     *
     * @param reading reads it, if it is of the form that it has today
     */
    <K> Optional<K> kept(LinkId link, long step, Function<byte[], Optional<K>> reading) {
        Optional<byte[]> content = database.sql(
                        "SELECT content FROM feed_state WHERE link = :link AND step = :step AND content IS NOT NULL")
                .param("link", link.value())
                .param("step", step)
                .query((row, number) -> row.getBytes("content"))
                .optional();
        Optional<K> kept = content.flatMap(reading);
        if (content.isPresent() && kept.isEmpty()) {
            anew(link, step);
        }
        return kept;
    }

    /** How often, and when, a link's calendar was given another language; to those who follow busy times all of them have changed then. */
    Anew spoken(LinkId link) {
        return database.sql("SELECT spoken_times AS beyond, spoken AS anew FROM feed_link WHERE id = :link")
                .param("link", link.value())
                .query((row, number) -> Anew.of(row))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Keeps what was worked out, unless somebody else has written meanwhile; says whether it did. */
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

    private void anew(LinkId link, long step) {
        database.sql(ANEW + "link = :link AND step = :step")
                .param("now", now())
                .param("link", link.value())
                .param("step", step)
                .update();
    }

    /** Lets all feeds of a plan be worked out anew from their beginning. Whoever works one out just now has read an earlier step, and so doesn't bring back what it was made of. */
    void anew(PlanId plan) {
        database.sql(ANEW + "link IN (SELECT id FROM feed_link WHERE plan = :plan)")
                .param("now", now())
                .param("plan", plan.value())
                .update();
    }

    /** The first publication that some feed of a plan waits for; empty if none does. */
    Optional<Integer> next(PlanId plan) {
        return database.sql("""
                        SELECT MIN(s.publication) + 1 FROM feed_state s JOIN feed_link l ON l.id = s.link
                        WHERE l.plan = :plan AND l.revoked IS NULL
                          AND s.publication < (SELECT MAX(b.number) FROM publication b WHERE b.plan = :plan)""")
                .param("plan", plan.value())
                .query(Integer.class)
                .optional();
    }

    /** The next whole second, for calendars tell no parts of them. */
    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
}
