package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.solver.engine.SolveLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores previews of changes in the table {@code change_preview}. */
@Component
class ChangePreviewRepository {
    /** Interval after which a preview that is being planned counts as ended, because its process no longer reports it. */
    static final Duration LOST_AFTER = Duration.ofSeconds(30);

    /** How long previews are stored. */
    private static final Duration LIFETIME = Duration.ofDays(7);

    /** Number of previews stored for a plan. */
    private static final int MOST_PER_PLAN = 10;

    private static final String RUNNING = " state IN ('SEARCHING', 'COMPARING')";

    private final JdbcClient database;
    private final DocumentStore documents;
    private final InstantSource clock;

    ChangePreviewRepository(JdbcClient database, DocumentStore documents, InstantSource clock) {
        this.database = database;
        this.documents = documents;
        this.clock = clock;
    }

    /** Stores a new preview, and deletes old ones of the plan. */
    void add(StoredPreview made) {
        SolveLimits afresh = made.afresh();
        database.sql("""
                        INSERT INTO change_preview (id, plan, author, created, version, base, moment, changes, problem,
                          limit_millis, limit_steps, fresh_millis, fresh_steps, state, alive)
                        VALUES (:id, :plan, :author, :created, :version, :base, :moment, :changes, :problem,
                          :millis, :steps, :freshMillis, :freshSteps, :state, :created)""")
                .param("id", made.id())
                .param("plan", made.plan().value())
                .param("author", made.author().value())
                .param("created", Timestamp.from(made.created()))
                .param("version", made.version())
                .param("base", made.base().value())
                .param("moment", made.now().toString())
                .param("changes", made.changes())
                .param("problem", made.problem())
                .param("millis", millis(made.limits()))
                .param("steps", made.limits().steps())
                .param("freshMillis", afresh == null ? null : millis(afresh))
                .param("freshSteps", afresh == null ? null : afresh.steps())
                .param("state", made.state().name())
                .update();
        deleteOld(made.plan());
    }

    private static @Nullable Long millis(SolveLimits limits) {
        Duration time = limits.time();
        return time == null ? null : time.toMillis();
    }

    private void deleteOld(PlanId plan) {
        Instant since = clock.instant().minus(LIFETIME);
        List<StoredPreview> all = findByPlan(plan);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).state().isRunning()
                    && (i >= MOST_PER_PLAN || all.get(i).created().isBefore(since))) {
                delete(all.get(i));
            }
        }
    }

    /** Returns the previews of a plan, the latest first. */
    List<StoredPreview> findByPlan(PlanId plan) {
        return database.sql("SELECT * FROM change_preview WHERE plan = :plan ORDER BY created DESC, id")
                .param("plan", plan.value())
                .query(this::preview)
                .list();
    }

    /** Returns a preview of a plan; empty if there is none. */
    Optional<StoredPreview> find(PlanId plan, String id) {
        return database.sql("SELECT * FROM change_preview WHERE id = :id AND plan = :plan")
                .param("id", id)
                .param("plan", plan.value())
                .query(this::preview)
                .optional();
    }

    /**
     * Returns a preview of a plan.
     *
     * @throws RefusalException 404 if there is none
     */
    StoredPreview get(PlanId plan, String id) {
        return find(plan, id).orElseThrow(RefusalException::notFound);
    }

    /** Reports that a preview is being planned. Returns whether it is still wanted. */
    boolean reportAlive(String id) {
        return database.sql("UPDATE change_preview SET alive = :now WHERE id = :id AND" + RUNNING)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Records the least change, which must be stored already. Returns whether the preview is still wanted. */
    boolean recordLeast(String id, String hash, PreviewState state) {
        return database.sql("UPDATE change_preview SET least = :hash, state = :state WHERE id = :id AND" + RUNNING)
                        .param("hash", hash)
                        .param("state", state.name())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Records the plan made afresh, which must be stored already. Returns whether the preview is still wanted. */
    boolean recordFresh(String id, String hash) {
        return database.sql("UPDATE change_preview SET fresh = :hash, state = 'DONE' WHERE id = :id AND" + RUNNING)
                        .param("hash", hash)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Records that a preview failed. One whose least change is known can still be kept. */
    void fail(String id) {
        database.sql("UPDATE change_preview SET state = 'FAILED' WHERE id = :id AND" + RUNNING)
                .param("id", id)
                .update();
    }

    /** Deletes a preview. Does nothing if it is gone. */
    void delete(StoredPreview preview) {
        database.sql("DELETE FROM change_preview WHERE id = :id")
                .param("id", preview.id())
                .update();
        // Timetables first, because they refer to problems.
        Stream.of(preview.least(), preview.fresh(), preview.problem())
                .filter(Objects::nonNull)
                .forEach(documents::releaseIfUnused);
    }

    private StoredPreview preview(ResultSet row, int number) throws SQLException {
        Long freshMillis = row.getObject("fresh_millis", Long.class);
        Long freshSteps = row.getObject("fresh_steps", Long.class);
        var state = PreviewState.valueOf(row.getString("state"));
        Instant alive = row.getTimestamp("alive").toInstant();
        boolean isLost = state.isRunning() && alive.plus(LOST_AFTER).isBefore(clock.instant());
        return new StoredPreview(
                row.getString("id"),
                new PlanId(row.getString("plan")),
                new AccountId(row.getString("author")),
                row.getTimestamp("created").toInstant(),
                row.getLong("version"),
                new RevisionId(row.getString("base")),
                LocalDateTime.parse(row.getString("moment")),
                row.getInt("changes"),
                row.getString("problem"),
                limits(row.getObject("limit_millis", Long.class), row.getObject("limit_steps", Long.class)),
                freshMillis == null && freshSteps == null ? null : limits(freshMillis, freshSteps),
                isLost ? PreviewState.FAILED : state,
                row.getString("least"),
                row.getString("fresh"));
    }

    private static SolveLimits limits(@Nullable Long millis, @Nullable Long steps) {
        return new SolveLimits(millis == null ? null : Duration.ofMillis(millis), steps, null);
    }
}
