package dk.grundskema.api.server.plans;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Problems and timetables in the database: compressed texts, each once, named by their hashes, until nothing refers to them any more. */
@Component
final class DocumentRows {
    /** Within so long whoever found a document here has referred to it, or never will. */
    static final Duration ABOUT_TO_BE_NEEDED = Duration.ofHours(1);

    /** What a document is, as the database says it. */
    enum Kind {
        PROBLEM,
        TIMETABLE
    }

    private static final Logger LOG = LoggerFactory.getLogger(DocumentRows.class);

    private final TransactionTemplate apart;
    private final JdbcClient database;
    private final InstantSource clock;

    DocumentRows(JdbcClient database, InstantSource clock, PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a document, if it isn't here yet.
     *
     * @param madeOf hash of the problem that it was made of; {@code null} means that it was made of none
     */
    void keep(String hash, Kind kind, String text, @Nullable String madeOf) {
        if (isHereStill(hash)) {
            return;
        }
        try {
            // In a part of its own, so that finding it there already spoils nobody's transaction.
            apart.executeWithoutResult(status -> insert(hash, kind, compressed(text), madeOf));
        } catch (DuplicateKeyException e) {
            LOG.debug("Two kept the document ({}) at once.", hash);
            isHereStill(hash);
        }
    }

    /** Whether there is a document of that hash, which from now on nobody drops before whoever asks has had time to refer to it. */
    private boolean isHereStill(String hash) {
        return database.sql("UPDATE document SET wanted = :now, let_go = :now WHERE hash = :hash")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", hash)
                        .update()
                > 0;
    }

    private void insert(String hash, Kind kind, byte[] content, @Nullable String madeOf) {
        database.sql("""
                        INSERT INTO document (hash, kind, content, made_of, created, let_go)
                        VALUES (:hash, :kind, :content, :madeOf, :now, :now)""")
                .param("hash", hash)
                .param("kind", kind.name())
                .param("content", content)
                .param("madeOf", madeOf)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Lets a document go if nothing refers to it any more; if somebody may be about to do so, a while later. */
    void dropUnused(String hash) {
        Instant now = clock.instant();
        database.sql("UPDATE document SET let_go = :now WHERE hash = :hash")
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .update();
        drop(hash, now);
    }

    /** Drops a document that nothing refers to and that nobody wanted lately. */
    void drop(String hash, Instant now) {
        try {
            apart.executeWithoutResult(status -> database.sql("""
                            DELETE FROM document WHERE hash = :hash AND (wanted IS NULL OR wanted <= :since)
                            AND NOT EXISTS (SELECT 1 FROM document WHERE kind = 'TIMETABLE' AND made_of = :hash)
                            AND NOT EXISTS (SELECT 1 FROM revision WHERE problem = :hash OR timetable = :hash)
                            AND NOT EXISTS (SELECT 1 FROM publication WHERE problem = :hash OR timetable = :hash)
                            AND NOT EXISTS (SELECT 1 FROM solve_job
                                            WHERE reference = :hash OR effective = :hash OR best = :hash)""")
                    .param("hash", hash)
                    .param("since", Timestamp.from(now.minus(ABOUT_TO_BE_NEEDED)))
                    .update());
        } catch (DataIntegrityViolationException needed) {
            LOG.debug("The document ({}) is still needed.", hash);
        }
    }

    /** Hash of the problem that a timetable was made of, if that is here. */
    Optional<String> madeOf(String timetable) {
        return database.sql("""
                        SELECT p.hash FROM document t JOIN document p ON p.hash = t.made_of AND p.kind = 'PROBLEM'
                        WHERE t.hash = :hash AND t.kind = 'TIMETABLE'""").param("hash", timetable).query(String.class).optional();
    }

    /** Whether there is a document of that hash, which nobody drops before whoever asks has had time to refer to it. That it was asked is noted seldom. */
    boolean isHereFor(String hash) {
        Instant lately = clock.instant().minus(ABOUT_TO_BE_NEEDED.dividedBy(2));
        boolean isWanted = database.sql("SELECT COUNT(*) FROM document WHERE hash = :hash AND wanted > :lately")
                        .param("hash", hash)
                        .param("lately", Timestamp.from(lately))
                        .query(Long.class)
                        .single()
                > 0;
        return isWanted || isHereStill(hash);
    }

    /** Whether there is a document of that hash. */
    boolean has(String hash) {
        return database.sql("SELECT COUNT(*) FROM document WHERE hash = :hash")
                        .param("hash", hash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * The text of a document.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is none of that hash
     */
    String text(String hash) {
        return decompressed(database.sql("SELECT content FROM document WHERE hash = :hash")
                .param("hash", hash)
                .query((row, number) -> row.getBytes("content"))
                .single());
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new QuickZip(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String decompressed(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compresses quickly rather than well: whoever changes a plan by hand waits for it. */
    private static final class QuickZip extends GZIPOutputStream {
        QuickZip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
