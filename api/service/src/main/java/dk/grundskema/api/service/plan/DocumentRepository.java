package dk.grundskema.api.service.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Stores problems and timetables in the table {@code document}. Each document is compressed, stored once under the hash of its content, and
 * deleted when nothing refers to it any more. A document found to exist is reserved for {@link #GRACE_PERIOD}, so that it is not deleted
 * between the lookup and the row that refers to it.
 */
@Component
public final class DocumentRepository {
    /** How long a document stays reserved after it was stored or looked up, until a row must refer to it. */
    public static final Duration GRACE_PERIOD = Duration.ofHours(1);

    /** Kind of a document, as stored in the database. */
    enum DocumentKind {
        PROBLEM,
        TIMETABLE
    }

    private static final Logger LOG = LoggerFactory.getLogger(DocumentRepository.class);

    private static final String SOURCE_PROBLEMS = " FROM document t JOIN document p ON p.hash = t.made_of"
            + " AND p.kind = 'PROBLEM' WHERE t.hash IN (:hashes) AND t.kind = 'TIMETABLE'";

    private final TransactionTemplate nestedTransaction;
    private final JdbcClient database;
    private final InstantSource clock;

    public DocumentRepository(JdbcClient database, InstantSource clock, PlatformTransactionManager transactions) {
        this.nestedTransaction = new TransactionTemplate(transactions);
        this.nestedTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores a document unless it exists; if it exists, reserves it.
     *
     * @param madeOf hash of the problem that it was derived from; {@code null} means none
     */
    void store(String hash, DocumentKind kind, String text, @Nullable String madeOf) {
        byte[] content = compressed(text);
        while (!insertOrReserve(hash, kind, content, madeOf) && !reserveIfPresent(hash)) {
            LOG.debug("The document ({}) was deleted while it was stored; storing it again.", hash);
        }
    }

    /** Inserts a document, or reserves it if it exists. Returns false if another transaction inserted it at the same time. */
    private boolean insertOrReserve(String hash, DocumentKind kind, byte[] content, @Nullable String madeOf) {
        try {
            // Uses a nested transaction, so that a duplicate key does not roll back the caller's transaction.
            nestedTransaction.executeWithoutResult(status -> merge(hash, kind, content, madeOf));
            return true;
        } catch (DuplicateKeyException e) {
            LOG.debug("The document ({}) was stored concurrently; using the existing row.", hash);
            return false;
        }
    }

    /** Reserves a document. Returns whether it exists. */
    private boolean reserveIfPresent(String hash) {
        return database.sql("UPDATE document SET wanted = :now, let_go = :now WHERE hash = :hash")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", hash)
                        .update()
                > 0;
    }

    private void merge(String hash, DocumentKind kind, byte[] content, @Nullable String madeOf) {
        database.sql("""
                        MERGE INTO document USING (
                            SELECT CAST(:hash AS VARCHAR) AS hash, CAST(:now AS TIMESTAMP WITH TIME ZONE) AS now) one
                        ON document.hash = one.hash
                        WHEN MATCHED THEN UPDATE SET wanted = one.now, let_go = one.now
                        WHEN NOT MATCHED THEN INSERT (hash, kind, content, made_of, created, let_go)
                            VALUES (one.hash, :kind, :content, CAST(:madeOf AS VARCHAR), one.now, one.now)""")
                .param("hash", hash)
                .param("kind", kind.name())
                .param("content", content)
                .param("madeOf", madeOf)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Deletes a document if nothing refers to it and it is not reserved; otherwise {@link UnusedDocumentCollector} deletes it later. */
    void releaseIfUnused(String hash) {
        Instant now = clock.instant();
        database.sql("UPDATE document SET let_go = :now WHERE hash = :hash")
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .update();
        deleteIfUnused(hash, now);
    }

    /** Deletes a document if nothing refers to it and it is not reserved. */
    void deleteIfUnused(String hash, Instant now) {
        try {
            nestedTransaction.executeWithoutResult(status -> database.sql("""
                            DELETE FROM document WHERE hash = :hash AND (wanted IS NULL OR wanted <= :since)
                            AND NOT EXISTS (SELECT 1 FROM document WHERE kind = 'TIMETABLE' AND made_of = :hash)
                            AND NOT EXISTS (SELECT 1 FROM revision WHERE problem = :hash OR timetable = :hash)
                            AND NOT EXISTS (SELECT 1 FROM publication WHERE problem = :hash OR timetable = :hash)
                            AND NOT EXISTS (SELECT 1 FROM solve_job
                                            WHERE reference = :hash OR effective = :hash OR best = :hash)
                            AND NOT EXISTS (SELECT 1 FROM change_preview
                                            WHERE problem = :hash OR least = :hash OR fresh = :hash)""")
                    .param("hash", hash)
                    .param("since", Timestamp.from(now.minus(GRACE_PERIOD)))
                    .update());
        } catch (DataIntegrityViolationException needed) {
            LOG.debug("The document ({}) is still referenced; it is not deleted.", hash);
        }
    }

    /** Returns the hash of the problem that a timetable was made for; empty if that problem does not exist. */
    Optional<String> findSourceProblem(String timetable) {
        return Optional.ofNullable(findSourceProblems(List.of(timetable)).get(timetable));
    }

    /** Returns the hashes of the problems that timetables were made for, by timetable, in one query. Leaves out problems that do not exist. */
    Map<String, String> findSourceProblems(Collection<String> timetables) {
        var problems = new HashMap<String, String>();
        if (!timetables.isEmpty()) {
            database.sql("SELECT t.hash, p.hash AS problem" + SOURCE_PROBLEMS)
                    .param("hashes", timetables)
                    .query(row -> {
                        problems.put(row.getString("hash"), row.getString("problem"));
                    });
        }
        return problems;
    }

    /**
     * Returns the same as {@link #findSourceProblems}, and reads the problems in the same query, so that the current request reads their texts
     * without another.
     */
    Map<String, String> prefetchSourceProblems(Collection<String> timetables) {
        var problems = new HashMap<String, String>();
        if (!timetables.isEmpty()) {
            var contents = new HashMap<String, byte[]>();
            database.sql("SELECT t.hash, p.hash AS problem, p.content" + SOURCE_PROBLEMS)
                    .param("hashes", timetables)
                    .query(row -> {
                        problems.put(row.getString("hash"), row.getString("problem"));
                        contents.put(row.getString("problem"), row.getBytes("content"));
                    });
            PlanContext.rememberContents(contents);
        }
        return problems;
    }

    /** Reserves a document. Returns whether it exists. Skips the write if the document was reserved recently. */
    boolean reserve(String hash) {
        Instant lately = clock.instant().minus(GRACE_PERIOD.dividedBy(2));
        boolean isWanted = database.sql("SELECT COUNT(*) FROM document WHERE hash = :hash AND wanted > :lately")
                        .param("hash", hash)
                        .param("lately", Timestamp.from(lately))
                        .query(Long.class)
                        .single()
                > 0;
        return isWanted || reserveIfPresent(hash);
    }

    /** Returns whether the document exists. */
    boolean exists(String hash) {
        return database.sql("SELECT COUNT(*) FROM document WHERE hash = :hash")
                        .param("hash", hash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Returns the text of a document.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if it does not exist
     */
    String readText(String hash) {
        byte[] known = PlanContext.takeContent(hash);
        return decompressed(
                known == null
                        ? database.sql("SELECT content FROM document WHERE hash = :hash")
                                .param("hash", hash)
                                .query((row, number) -> row.getBytes("content"))
                                .single()
                        : known);
    }

    /** Reads several documents in one query, so that the current request reads their texts without another. Missing ones are left out. */
    void prefetch(Collection<String> hashes) {
        if (!hashes.isEmpty()) {
            var contents = new HashMap<String, byte[]>();
            database.sql("SELECT hash, content FROM document WHERE hash IN (:hashes)")
                    .param("hashes", hashes)
                    .query(row -> {
                        contents.put(row.getString("hash"), row.getBytes("content"));
                    });
            PlanContext.rememberContents(contents);
        }
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

    /** Compresses for speed instead of size, because users wait for it when they edit by hand. */
    private static final class QuickZip extends GZIPOutputStream {
        QuickZip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
