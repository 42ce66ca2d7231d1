package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.planning.ChangedProblem;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.timetable.TimetableReader;
import dk.grundskema.api.timetable.TimetableWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
 * Problems and timetables in the database, each once, and those used lately in memory. A document is its content: it is never changed, and whoever
 * has its hash has it.
 */
@Component
public class Documents {
    /** So many problems and as many timetables stay in memory; a large school's are some megabytes. */
    private static final int REMEMBERED = 40;

    /** Within so long whoever found a document here has referred to it, or never will. */
    static final Duration ABOUT_TO_BE_NEEDED = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final TransactionTemplate apart;
    private final JdbcClient database;
    private final InstantSource clock;
    private final PluginHouse house;
    private final Lately<String, Kept.OfProblem> problems = new Lately<>(REMEMBERED);
    private final Lately<String, Kept.OfTimetable> timetables = new Lately<>(REMEMBERED);

    /** Whoever edits by hand makes one change after the other to the same few problems. */
    private final Lately<String, Json.Structure> trees = new Lately<>(6);

    private final Lately<List<String>, Kept.OfProblem> judges = new Lately<>(REMEMBERED);

    Documents(JdbcClient database, InstantSource clock, PluginHouse house, PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.database = database;
        this.clock = clock;
        this.house = house;
    }

    /**
     * Keeps a problem that was sent.
     *
     * @param json its text
     * @param at   pointer to it in what was sent
     * @throws Refusal with everything that is wrong with it, if it can't be planned
     */
    public Kept.OfProblem keepProblem(String json, String at) {
        return switch (house.problem(json)) {
            case Read.Bad<Problem> bad -> throw Refusal.unusable(under(at, bad.findings()));
            case Read.Good<Problem> good -> {
                List<Finding> errors = house.validate(good.value()).stream()
                        .filter(Finding::isError)
                        .toList();
                if (!errors.isEmpty()) {
                    throw Refusal.unusable(under(at, errors));
                }
                String present = PresentParameters.of(json, house.plugins());
                String hash = present.equals(json) ? good.hash() : hash(present);
                var kept = new Kept.OfProblem(hash, good.value());
                keep(kept.hash(), "PROBLEM", present, null);
                problems.put(kept.hash(), kept);
                yield kept;
            }
        };
    }

    /**
     * Keeps a problem that was made of one that is kept, such as one with other plans' commitments in it; it isn't validated again.
     *
     * @param json its text
     * @param from hash of the kept one
     */
    Kept.OfProblem keepDerived(String json, String from) {
        if (house.problem(json) instanceof Read.Good<Problem> good) {
            var kept = new Kept.OfProblem(good.hash(), good.value());
            keep(kept.hash(), "PROBLEM", json, from);
            problems.put(kept.hash(), kept);
            return kept;
        }
        throw new IllegalStateException(
                "A problem that was made of another can't be read.\nMaybe a part of it was left out?");
    }

    /** Keeps a document that was kept before, elsewhere; whoever calls this has made sure that it is what its hash says. */
    void keepAsItWas(String hash, boolean isProblem, String text) {
        if (isProblem) {
            keep(hash, "PROBLEM", text, null);
        } else {
            keep(hash, "TIMETABLE", text, read(hash, text).value().problem());
        }
    }

    /**
     * Keeps a problem in which only locks and the availability of staff are others than in one that is kept; so it need not be read again.
     *
     * @param from    the kept one
     * @param changed the same with other locks or availability, which can be planned
     */
    public Kept.OfProblem keepChanged(Kept.OfProblem from, Problem changed) {
        Json.Structure root = trees.get(from.hash(), hash -> tree(text(hash)));
        ChangedProblem written = ChangedProblem.of(root, changed);
        var kept = new Kept.OfProblem(written.hash(), changed);
        keep(kept.hash(), "PROBLEM", written.text(), null);
        problems.put(kept.hash(), kept);
        trees.put(kept.hash(), written.json());
        return kept;
    }

    private static Json.Structure tree(String text) {
        if (JsonParsing.parse(text) instanceof Read.Good<Json> good && good.value() instanceof Json.Structure root) {
            return root;
        }
        throw new IllegalStateException("A problem that was kept is no JSON any more.");
    }

    private String hash(String problem) {
        if (house.problem(problem) instanceof Read.Good<Problem> good) {
            return good.hash();
        }
        throw new IllegalStateException(
                "A problem can't be read in the present form of its parameters.\nMaybe a plugin's migration isn't repeatable?");
    }

    private static List<Finding> under(String at, List<Finding> findings) {
        return findings.stream().map(one -> one.under(at)).toList();
    }

    /** Keeps a timetable. */
    public Kept.OfTimetable keep(Timetable timetable) {
        String text = TimetableWriter.text(timetable);
        var kept = new Kept.OfTimetable(Sha256.of(text), timetable);
        keep(kept.hash(), "TIMETABLE", text, timetable.problem());
        timetables.put(kept.hash(), kept);
        return kept;
    }

    private void keep(String hash, String kind, String text, @Nullable String madeOf) {
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

    private void insert(String hash, String kind, byte[] content, @Nullable String madeOf) {
        database.sql("""
                        INSERT INTO document (hash, kind, content, made_of, created, let_go)
                        VALUES (:hash, :kind, :content, :madeOf, :now, :now)""")
                .param("hash", hash)
                .param("kind", kind)
                .param("content", content)
                .param("madeOf", madeOf)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Keeps a problem that was made from one that was kept; whether the plugins that are there can read it doesn't matter. */
    String keepProblem(Json.Structure problem) {
        String text = JsonText.of(problem);
        if (JsonParsing.parse(text) instanceof Read.Good<Json> good) {
            keep(good.hash(), "PROBLEM", text, null);
            return good.hash();
        }
        throw new IllegalStateException("A problem was written that is no JSON.");
    }

    /** Lets a document go if nothing refers to it any more; if somebody may be about to do so, a while later. */
    public void dropUnused(String hash) {
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
                            AND NOT EXISTS (SELECT 1 FROM solve_job
                                            WHERE reference = :hash OR effective = :hash OR best = :hash)""")
                    .param("hash", hash)
                    .param("since", Timestamp.from(now.minus(ABOUT_TO_BE_NEEDED)))
                    .update());
        } catch (DataIntegrityViolationException needed) {
            LOG.debug("The document ({}) is still needed.", hash);
        }
        problems.remove(hash);
        timetables.remove(hash);
    }

    /**
     * Hash of the problem that a timetable was made of, if that is here. It is what was noted when the timetable was kept, and no archive is taken
     * whose timetables are of problems that it doesn't have itself: what others have is never found by its hash alone.
     */
    Optional<String> madeOf(String timetable) {
        return database.sql("""
                        SELECT p.hash FROM document t JOIN document p ON p.hash = t.made_of AND p.kind = 'PROBLEM'
                        WHERE t.hash = :hash AND t.kind = 'TIMETABLE'""").param("hash", timetable).query(String.class).optional();
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
     * The problem of that hash.
     *
     * @throws Refusal 409 if it can't be read with the plugins that are there
     */
    public Kept.OfProblem problem(String hash) {
        return problems.get(hash, this::readProblem);
    }

    private Kept.OfProblem readProblem(String hash) {
        return switch (house.problem(text(hash))) {
            case Read.Good<Problem> good -> new Kept.OfProblem(hash, good.value());
            case Read.Bad<Problem> bad -> throw MissingPlugins.refusal(bad.findings());
        };
    }

    /** The timetable of that hash. */
    public Kept.OfTimetable timetable(String hash) {
        return timetables.get(hash, this::readTimetable);
    }

    private Kept.OfTimetable readTimetable(String hash) {
        return read(hash, text(hash));
    }

    private static Kept.OfTimetable read(String hash, String text) {
        return switch (new TimetableReader().read(text)) {
            case Read.Good<Timetable> good -> new Kept.OfTimetable(hash, good.value());
            case Read.Bad<Timetable> bad ->
                throw new IllegalStateException(
                        "The timetable (%s) that was kept can't be read any more: %s.".formatted(hash, bad.findings()));
        };
    }

    /**
     * The problem that a timetable is judged by: the one that the plan is of, unless that has changed so much that the timetable names what is no
     * longer there; then the one that the timetable was made of, which is kept with it.
     */
    public Kept.OfProblem judging(Kept.OfProblem present, Kept.OfTimetable timetable) {
        String own = timetable.value().problem();
        if (own.equals(present.hash())) {
            return present;
        }
        return judges.get(List.of(present.hash(), timetable.hash()), fresh -> {
            boolean fits = house.validate(present.value(), present.hash(), timetable.value()).stream()
                    .noneMatch(Finding::isError);
            return fits ? present : madeOf(timetable.hash()).map(this::problem).orElse(present);
        });
    }

    /**
     * The JSON of a document.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is none of that hash
     */
    public String text(String hash) {
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
