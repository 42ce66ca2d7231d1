package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores revisions, and steps that changed a plan without a revision. Callers that write must hold the lock on the plan. */
@Component
public final class RevisionRepository {
    /** Most concurrent changes reported in a refusal. */
    private static final int MAX_CONCURRENT_CHANGES = 20;

    /** Limits each part of a union, so that a long history is not read completely. Sorting by plan as well lets H2 use the index. */
    private static final String LATEST = "ORDER BY plan DESC, plan_version DESC LIMIT :most";

    private final JdbcClient database;
    private final InstantSource clock;
    private final PluginRegistry plugins;

    RevisionRepository(JdbcClient database, InstantSource clock, PluginRegistry plugins) {
        this.database = database;
        this.clock = clock;
        this.plugins = plugins;
    }

    /**
     * Position of a new revision.
     *
     * @param id      id of the revision
     * @param plan    id of the plan
     * @param number  number within the plan, from 1
     * @param version version that the plan gets
     * @param parent  revision it is made from; {@code null} if the plan starts here
     */
    record NewRevision(
            RevisionId id,
            PlanId plan,
            int number,
            long version,
            @Nullable RevisionId parent) {}

    void insert(NewRevision place, RevisionContent change, AccountId author) {
        RevisionId parent = place.parent();
        StoredDocument.StoredTimetable timetable = change.timetable();
        var revision = new Revision(
                place.id(),
                place.plan(),
                place.number(),
                parent,
                change.code(),
                change.arguments(),
                author,
                clock.instant().truncatedTo(ChronoUnit.MICROS), // as the databases store it
                change.problem().hash(),
                timetable == null ? null : timetable.hash(),
                pluginVersions(change.problem().value()));
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
                .param("arguments", JsonFormatter.formatOnOneLine(Json.fromJava(change.arguments())))
                .param("author", author.value())
                .param("now", Timestamp.from(revision.made()))
                .param("problem", revision.problem())
                .param("timetable", revision.timetable())
                .param("plugins", JsonFormatter.formatOnOneLine(Json.fromJava(revision.plugins())))
                .update();
        PlanContext.remember(revision);
        PlanContext.rememberStatus(revision.id(), Optional.empty());
    }

    private SortedMap<String, Integer> pluginVersions(Problem problem) {
        var versions = new TreeMap<String, Integer>();
        problem.interventions()
                .forEach(one -> plugins.find(one.type())
                        .ifPresent(
                                plugin -> versions.put(one.type(), plugin.type().parameterVersion())));
        return versions;
    }

    /** Records a step that gave a plan its current version without a revision. */
    public void insertStep(Plan plan, String code, List<String> arguments, AccountId author) {
        database.sql("""
                        INSERT INTO plan_step (plan, plan_version, number, code, arguments, author, made)
                        VALUES (:plan, :version, :number, :code, :arguments, :author, :now)""")
                .param("plan", plan.id().value())
                .param("version", plan.version())
                .param("number", get(plan.head()).number())
                .param("code", code)
                .param("arguments", JsonFormatter.formatOnOneLine(Json.fromJava(arguments)))
                .param("author", author.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Returns the latest changes since a plan had this version, latest first, at most {@value #MAX_CONCURRENT_CHANGES}. */
    List<RefusalException.ConcurrentChange> findStepsSince(PlanId plan, long version) {
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
                .param("most", MAX_CONCURRENT_CHANGES)
                .query((row, number) -> new RefusalException.ConcurrentChange(
                        row.getInt("number"),
                        row.getString("code"),
                        PlanRowMapper.readTexts(row.getString("arguments")),
                        row.getString("author"),
                        row.getString("name"),
                        row.getTimestamp("made").toInstant(),
                        row.getString("problem")))
                .list();
    }

    /**
     * A change to a plan.
     *
     * @param version   version that the plan got by it
     * @param revision  revision that it made; {@code null} if none, as for undo
     * @param code      what was done: key of a text
     * @param arguments arguments of that text
     * @param author    account that did it
     * @param made      when it was done
     */
    public record PlanStep(
            long version,
            @Nullable RevisionId revision,
            String code,
            List<String> arguments,
            AccountId author,
            Instant made) {}

    /** Returns changes to a plan before it had this version, latest first, at most {@code most}. */
    public List<PlanStep> findStepsBefore(PlanId plan, long version, int most) {
        return database.sql("""
                        SELECT s.*, (SELECT a.name FROM account a WHERE a.id = s.author) AS name FROM (
                          (SELECT plan_version, id, code, arguments, author, made FROM revision
                           WHERE plan = :plan AND plan_version < :version %1$s)
                          UNION ALL
                          (SELECT plan_version, CAST(NULL AS VARCHAR), code, arguments, author, made FROM plan_step
                           WHERE plan = :plan AND plan_version < :version %1$s)
                          ORDER BY plan_version DESC LIMIT :most) s
                        ORDER BY s.plan_version DESC""".formatted(LATEST))
                .param("plan", plan.value())
                .param("version", version)
                .param("most", most)
                .query((row, number) -> step(row))
                .list();
    }

    /** Returns the latest change to each plan, in one query. */
    public Map<PlanId, PlanStep> findLastSteps(Collection<PlanId> plans) {
        var last = new HashMap<PlanId, PlanStep>();
        if (!plans.isEmpty()) {
            // A join with the plan lets both databases use the index for each plan.
            database.sql("""
                            SELECT s.*, (SELECT a.name FROM account a WHERE a.id = s.author) AS name FROM (
                              SELECT r.plan, r.plan_version, r.id, r.code, r.arguments, r.author, r.made
                              FROM plan p JOIN revision r ON r.plan = p.id
                                AND r.plan_version = (SELECT MAX(plan_version) FROM revision WHERE plan = p.id)
                              WHERE p.id IN (:plans)
                              UNION ALL
                              SELECT t.plan, t.plan_version, CAST(NULL AS VARCHAR), t.code, t.arguments, t.author, t.made
                              FROM plan p JOIN plan_step t ON t.plan = p.id
                                AND t.plan_version = (SELECT MAX(plan_version) FROM plan_step WHERE plan = p.id)
                              WHERE p.id IN (:plans)) s""")
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .query(row -> {
                        PlanStep one = step(row);
                        last.merge(
                                new PlanId(row.getString("plan")),
                                one,
                                (some, other) -> some.version() > other.version() ? some : other);
                    });
        }
        return last;
    }

    private static PlanStep step(ResultSet row) throws SQLException {
        String id = row.getString("id");
        var author = new AccountId(row.getString("author"));
        AccountRepository.rememberName(author, row.getString("name"));
        return new PlanStep(
                row.getLong("plan_version"),
                id == null ? null : new RevisionId(id),
                row.getString("code"),
                PlanRowMapper.readTexts(row.getString("arguments")),
                author,
                row.getTimestamp("made").toInstant());
    }

    /**
     * Returns the revision with this id.
     *
     * @throws RefusalException 404 if it does not exist
     */
    Revision get(RevisionId id) {
        Revision known = PlanContext.revision(id);
        return known == null ? read(id) : known;
    }

    private Revision read(RevisionId id) {
        return database.sql(PlanRowMapper.REVISION + "WHERE id = :id")
                .param("id", id.value())
                .query(PlanRowMapper::revision)
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    /** Returns the revisions with these ids, in no particular order. */
    public List<Revision> findAll(Collection<RevisionId> ids) {
        Set<RevisionId> missing =
                ids.stream().filter(id -> PlanContext.revision(id) == null).collect(Collectors.toSet());
        List<Revision> read = missing.isEmpty()
                ? List.of()
                : database.sql(PlanRowMapper.REVISION + "WHERE id IN (:ids)")
                        .param("ids", missing.stream().map(RevisionId::value).toList())
                        .query(PlanRowMapper::revision)
                        .list();
        return Stream.concat(
                        ids.stream()
                                .filter(id -> !missing.contains(id))
                                .map(PlanContext::revision)
                                .filter(Objects::nonNull),
                        read.stream())
                .toList();
    }

    /**
     * Returns, for each plan, the revision that follows its head on the path to its tip, in no particular order and with one query. Plans whose
     * head is their tip have none.
     */
    List<Revision> findFollowing(Collection<RevisionId> heads, Collection<RevisionId> tips) {
        return tips.isEmpty()
                ? List.of()
                : database.sql("""
                        WITH RECURSIVE line (id, parent) AS (
                          SELECT id, parent FROM revision WHERE id IN (:tips)
                          UNION ALL SELECT r.id, r.parent FROM revision r JOIN line l ON r.id = l.parent
                          WHERE l.parent NOT IN (:heads))
                        """ + PlanRowMapper.REVISION
                                + "WHERE id IN (SELECT id FROM line WHERE parent IN (:heads))")
                        .param("heads", heads.stream().map(RevisionId::value).toList())
                        .param("tips", tips.stream().map(RevisionId::value).toList())
                        .query(PlanRowMapper::revision)
                        .list();
    }

    /** Returns the hash of the current problem of each plan. */
    Map<PlanId, String> headProblemHashes(Collection<PlanId> plans) {
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

    /** Returns the revision with this id if it belongs to a plan of the family. */
    Optional<Revision> findInFamily(PlanId family, RevisionId id) {
        Revision known = PlanContext.revision(id);
        Plan plan = known == null ? null : PlanContext.plan(known.plan());
        if (plan != null && plan.family().equals(family)) {
            return Optional.ofNullable(known);
        }
        return database.sql(PlanRowMapper.REVISION
                        + "WHERE id = :id AND plan IN (SELECT id FROM plan WHERE family = :family AND deleted IS NULL)")
                .param("id", id.value())
                .param("family", family.value())
                .query(PlanRowMapper::revision)
                .optional();
    }

    /** Returns the revision a plan was at when it had this version; empty if it had none yet. */
    public Optional<Revision> findAtVersion(PlanId plan, long version) {
        return database.sql(PlanRowMapper.REVISION + """
                        WHERE plan = :plan AND number = (
                          SELECT s.number FROM (
                            SELECT plan_version, number FROM revision WHERE plan = :plan AND plan_version <= :version
                            UNION ALL SELECT plan_version, number FROM plan_step
                            WHERE plan = :plan AND plan_version <= :version) s
                          ORDER BY s.plan_version DESC, s.number DESC LIMIT 1)""")
                .param("plan", plan.value())
                .param("version", version)
                .query(PlanRowMapper::revision)
                .optional();
    }

    /** Returns revisions of a plan with a number below another, latest first, at most {@code most}. */
    List<Revision> findByPlan(PlanId plan, int before, int most) {
        return database.sql(PlanRowMapper.REVISION
                        + "WHERE plan = :plan AND number < :before ORDER BY number DESC LIMIT :most")
                .param("plan", plan.value())
                .param("before", before)
                .param("most", most)
                .query(PlanRowMapper::revision)
                .list();
    }
}
