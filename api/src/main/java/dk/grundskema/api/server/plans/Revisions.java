package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Revisions in the database, and what was done to plans between them. Whoever writes here holds the plan locked. */
@Component
final class Revisions {
    /** So much is told to whoever wanted to change what no longer is. */
    private static final int MOST_TOLD = 20;

    /** In each part of a union, so that no long history is read for its end. The plan is in it, for H2 takes only the whole index for the order. */
    private static final String LATEST = "ORDER BY plan DESC, plan_version DESC LIMIT :most";

    private final JdbcClient database;
    private final InstantSource clock;
    private final PluginRegistry plugins;

    Revisions(JdbcClient database, InstantSource clock, PluginRegistry plugins) {
        this.database = database;
        this.clock = clock;
        this.plugins = plugins;
    }

    /**
     * Where a new revision stands.
     *
     * @param id      its id
     * @param plan    of which plan
     * @param number  counts the plan's revisions, from 1
     * @param version the version that the plan gets by it
     * @param parent  what it is made from; {@code null} means that the plan begins there
     */
    record Place(
            RevisionId id,
            PlanId plan,
            int number,
            long version,
            @Nullable RevisionId parent) {}

    void insert(Place place, Change change, AccountId author) {
        RevisionId parent = place.parent();
        Kept.OfTimetable timetable = change.timetable();
        database.sql("""
                        INSERT INTO revision
                          (id, plan, number, plan_version, parent, code, arguments, author, made, problem, timetable, plugins)
                        VALUES
                          (:id, :plan, :number, :version, :parent, :code, :arguments, :author, :now, :problem, :timetable,
                           :plugins)""")
                .param("id", place.id().value())
                .param("plan", place.plan().value())
                .param("number", place.number())
                .param("version", place.version())
                .param("parent", parent == null ? null : parent.value())
                .param("code", change.code())
                .param("arguments", JsonText.line(Json.fromJava(change.arguments())))
                .param("author", author.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("problem", change.problem().hash())
                .param("timetable", timetable == null ? null : timetable.hash())
                .param(
                        "plugins",
                        JsonText.line(Json.fromJava(versions(change.problem().value()))))
                .update();
    }

    private SortedMap<String, Integer> versions(Problem problem) {
        var versions = new TreeMap<String, Integer>();
        problem.interventions()
                .forEach(one -> plugins.find(one.type())
                        .ifPresent(
                                plugin -> versions.put(one.type(), plugin.type().parameterVersion())));
        return versions;
    }

    /** Notes what gave a plan the version that it has now, where no revision does. */
    void step(Plan plan, String code, List<String> arguments, AccountId author) {
        database.sql("""
                        INSERT INTO plan_step (plan, plan_version, number, code, arguments, author, made)
                        VALUES (:plan, :version, :number, :code, :arguments, :author, :now)""")
                .param("plan", plan.id().value())
                .param("version", plan.version())
                .param("number", get(plan.head()).number())
                .param("code", code)
                .param("arguments", JsonText.line(Json.fromJava(arguments)))
                .param("author", author.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What was done since a plan had a version, the latest first, but not without end. */
    List<Refusal.Meanwhile> since(PlanId plan, long version) {
        return database.sql("""
                        SELECT s.*, a.name,
                          (SELECT r.problem FROM plan p JOIN revision r ON r.id = p.head WHERE p.id = :plan) AS problem
                        FROM (
                          (SELECT plan_version, number, code, arguments, author, made FROM revision
                           WHERE plan = :plan AND plan_version > :version %1$s)
                          UNION ALL
                          (SELECT plan_version, number, code, arguments, author, made FROM plan_step
                           WHERE plan = :plan AND plan_version > :version %1$s)) s
                        LEFT JOIN account a ON a.id = s.author
                        ORDER BY s.plan_version DESC LIMIT :most""".formatted(LATEST))
                .param("plan", plan.value())
                .param("version", version)
                .param("most", MOST_TOLD)
                .query((row, number) -> new Refusal.Meanwhile(
                        row.getInt("number"),
                        row.getString("code"),
                        PlanRows.texts(row.getString("arguments")),
                        row.getString("author"),
                        row.getString("name"),
                        row.getTimestamp("made").toInstant(),
                        row.getString("problem")))
                .list();
    }

    /**
     * Something that was done to a plan.
     *
     * @param version   the version that the plan got by it
     * @param revision  the revision that it made; {@code null} if it made none, as undo doesn't
     * @param code      what was done: key of a text
     * @param arguments what that text mentions
     * @param author    who did it
     * @param made      when
     */
    record Done(
            long version,
            @Nullable RevisionId revision,
            String code,
            List<String> arguments,
            AccountId author,
            Instant made) {}

    /** What was done to a plan before it had a version, the latest first, so much at most. */
    List<Done> before(PlanId plan, long version, int most) {
        return database.sql("""
                        SELECT s.* FROM (
                          (SELECT plan_version, id, code, arguments, author, made FROM revision
                           WHERE plan = :plan AND plan_version < :version %1$s)
                          UNION ALL
                          (SELECT plan_version, CAST(NULL AS VARCHAR), code, arguments, author, made FROM plan_step
                           WHERE plan = :plan AND plan_version < :version %1$s)) s
                        ORDER BY s.plan_version DESC LIMIT :most""".formatted(LATEST))
                .param("plan", plan.value())
                .param("version", version)
                .param("most", most)
                .query((row, number) -> {
                    String id = row.getString("id");
                    return new Done(
                            row.getLong("plan_version"),
                            id == null ? null : new RevisionId(id),
                            row.getString("code"),
                            PlanRows.texts(row.getString("arguments")),
                            new AccountId(row.getString("author")),
                            row.getTimestamp("made").toInstant());
                })
                .list();
    }

    int lastNumber(PlanId plan) {
        return database.sql("SELECT MAX(number) FROM revision WHERE plan = :plan")
                .param("plan", plan.value())
                .query(Integer.class)
                .single();
    }

    /**
     * The revision of that id.
     *
     * @throws Refusal 404 if there is none
     */
    Revision get(RevisionId id) {
        return database.sql(PlanRows.REVISION + "WHERE id = :id")
                .param("id", id.value())
                .query(PlanRows::revision)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The revisions of those ids, in no order. */
    List<Revision> all(Collection<RevisionId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(PlanRows.REVISION + "WHERE id IN (:ids)")
                        .param("ids", ids.stream().map(RevisionId::value).toList())
                        .query(PlanRows::revision)
                        .list();
    }

    /**
     * The revisions that lead from each head to the tip of the same plan and come right after the head; none of a plan whose head is its tip. They
     * are in no order, and one statement finds them all.
     */
    List<Revision> after(Collection<RevisionId> heads, Collection<RevisionId> tips) {
        return tips.isEmpty()
                ? List.of()
                : database.sql("""
                        WITH RECURSIVE line (id, parent) AS (
                          SELECT id, parent FROM revision WHERE id IN (:tips)
                          UNION ALL SELECT r.id, r.parent FROM revision r JOIN line l ON r.id = l.parent
                          WHERE l.parent NOT IN (:heads))
                        """ + PlanRows.REVISION + "WHERE id IN (SELECT id FROM line WHERE parent IN (:heads))")
                        .param("heads", heads.stream().map(RevisionId::value).toList())
                        .param("tips", tips.stream().map(RevisionId::value).toList())
                        .query(PlanRows::revision)
                        .list();
    }

    /** Hash of the problem that each of these plans is at. */
    Map<PlanId, String> present(Collection<PlanId> plans) {
        var problems = new HashMap<PlanId, String>();
        if (!plans.isEmpty()) {
            database.sql("SELECT p.id, r.problem FROM plan p JOIN revision r ON r.id = p.head WHERE p.id IN (:plans)")
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .query(row -> {
                        problems.put(new PlanId(row.getString("id")), row.getString("problem"));
                    });
        }
        return problems;
    }

    /** The revision of that id, if it is one of a family's plans. */
    Optional<Revision> ofFamily(PlanId family, RevisionId id) {
        return database.sql(PlanRows.REVISION
                        + "WHERE id = :id AND plan IN (SELECT id FROM plan WHERE family = :family AND deleted IS NULL)")
                .param("id", id.value())
                .param("family", family.value())
                .query(PlanRows::revision)
                .optional();
    }

    /** The revision that a plan was at when it had a version; empty if it had none yet. */
    Optional<Revision> at(PlanId plan, long version) {
        return database.sql(PlanRows.REVISION + """
                        WHERE plan = :plan AND number = (
                          SELECT s.number FROM (
                            SELECT plan_version, number FROM revision WHERE plan = :plan AND plan_version <= :version
                            UNION ALL SELECT plan_version, number FROM plan_step
                            WHERE plan = :plan AND plan_version <= :version) s
                          ORDER BY s.plan_version DESC, s.number DESC LIMIT 1)""")
                .param("plan", plan.value())
                .param("version", version)
                .query(PlanRows::revision)
                .optional();
    }

    /** Revisions of a plan with a number below another, the latest first, so many at most. */
    List<Revision> of(PlanId plan, int before, int most) {
        return database.sql(
                        PlanRows.REVISION + "WHERE plan = :plan AND number < :before ORDER BY number DESC LIMIT :most")
                .param("plan", plan.value())
                .param("before", before)
                .param("most", most)
                .query(PlanRows::revision)
                .list();
    }
}
