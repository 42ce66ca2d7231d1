package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Belonging;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans and their revisions in the database. Each change is one transaction; when it has returned, it is kept whatever happens. */
@Component
public class Plans implements Belonging {
    private static final String REVISION =
            "SELECT id, plan, number, parent, code, arguments, author, made, problem, timetable, plugins FROM revision ";
    private static final String PLAN = "SELECT id, organisation, title, version, head, tip, created FROM plan ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final FreshIds ids;
    private final TransactionTemplate transaction;
    private final PluginRegistry plugins;

    Plans(
            JdbcClient database,
            InstantSource clock,
            FreshIds ids,
            TransactionTemplate transaction,
            PluginRegistry plugins) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.plugins = plugins;
    }

    /**
     * Makes a plan.
     *
     * @param parent the revision that it begins as, if it is a scenario of another plan; {@code null} means that it is none
     */
    public Plan create(
            OrganisationId organisation, String title, Change first, @Nullable RevisionId parent, AccountId author) {
        return transaction.execute(status -> {
            var id = new PlanId(ids.id());
            var revision = new RevisionId(ids.id());
            database.sql("""
                            INSERT INTO plan (id, organisation, title, version, head, tip, created)
                            VALUES (:id, :organisation, :title, 1, :head, :head, :now)""")
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("title", title)
                    .param("head", revision.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            insert(revision, id, 1, parent, first, author);
            return get(id);
        });
    }

    /**
     * Makes a revision of the one that the plan is at, and moves the plan to it.
     *
     * @param version the plan's version that the change is based on
     * @throws Refusal 412 with what changed meanwhile, if the plan has another version by now; 404 if it is gone
     */
    public Plan change(PlanId id, long version, Change change, AccountId author) {
        return transaction.execute(status -> {
            Plan plan = lockedAt(id, version);
            var revision = new RevisionId(ids.id());
            insert(revision, id, lastNumber(id) + 1, plan.head(), change, author);
            move(plan, revision, revision);
            return get(id);
        });
    }

    /**
     * Goes back to what the revision that the plan is at was made from.
     *
     * @throws Refusal 412 as for {@link #change}; 409 if there is nothing to undo
     */
    public Plan undo(PlanId id, long version) {
        return transaction.execute(status -> {
            Plan plan = lockedAt(id, version);
            RevisionId parent = revision(plan.head()).parent();
            if (parent == null || !revision(parent).plan().equals(id)) {
                throw Refusal.conflict("plan.nothing-to-undo");
            }
            move(plan, parent, plan.tip());
            return get(id);
        });
    }

    /**
     * Takes back the last undo.
     *
     * @throws Refusal 412 as for {@link #change}; 409 if nothing was undone
     */
    public Plan redo(PlanId id, long version) {
        return transaction.execute(status -> {
            Plan plan = lockedAt(id, version);
            if (plan.tip().equals(plan.head())) {
                throw Refusal.conflict("plan.nothing-to-redo");
            }
            Revision next = revision(plan.tip());
            while (!plan.head().equals(next.parent())) {
                RevisionId parent = next.parent();
                if (parent == null) {
                    throw new IllegalStateException("The tip (%s) of the plan (%s) doesn't come from its head (%s)."
                            .formatted(plan.tip(), id, plan.head()));
                }
                next = revision(parent);
            }
            move(plan, next.id(), plan.tip());
            return get(id);
        });
    }

    /** The plan, locked until the transaction's end, if it still has the version. */
    private Plan lockedAt(PlanId id, long version) {
        Plan plan = database.sql(PLAN + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Plans::plan)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (plan.version() != version) {
            throw StalePlan.of(plan, version, revision(plan.head()));
        }
        return plan;
    }

    private void move(Plan plan, RevisionId head, RevisionId tip) {
        database.sql("UPDATE plan SET head = :head, tip = :tip, version = version + 1 WHERE id = :id")
                .param("head", head.value())
                .param("tip", tip.value())
                .param("id", plan.id().value())
                .update();
    }

    private int lastNumber(PlanId id) {
        return database.sql("SELECT MAX(number) FROM revision WHERE plan = :plan")
                .param("plan", id.value())
                .query(Integer.class)
                .single();
    }

    private void insert(
            RevisionId id, PlanId plan, int number, @Nullable RevisionId parent, Change change, AccountId author) {
        Kept.OfTimetable timetable = change.timetable();
        database.sql("""
                        INSERT INTO revision
                          (id, plan, number, parent, code, arguments, author, made, problem, timetable, plugins)
                        VALUES
                          (:id, :plan, :number, :parent, :code, :arguments, :author, :now, :problem, :timetable, :plugins)""")
                .param("id", id.value())
                .param("plan", plan.value())
                .param("number", number)
                .param("parent", parent == null ? null : parent.value())
                .param("code", change.code())
                .param(
                        "arguments",
                        JsonText.of(Json.fromJava(change.arguments())).strip())
                .param("author", author.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("problem", change.problem().hash())
                .param("timetable", timetable == null ? null : timetable.hash())
                .param(
                        "plugins",
                        JsonText.of(Json.fromJava(versions(change.problem().value())))
                                .strip())
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

    /** The plan of that id, if there is one. */
    public Optional<Plan> find(PlanId id) {
        return database.sql(PLAN + "WHERE id = :id")
                .param("id", id.value())
                .query(Plans::plan)
                .optional();
    }

    /**
     * The plan of that id.
     *
     * @throws Refusal 404 if there is none
     */
    public Plan get(PlanId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Plans of an organisation, in the order of their ids.
     *
     * @param after the last one of the page before; {@code null} means from the beginning
     * @param most  how many at most
     */
    public List<Plan> of(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql(PLAN + "WHERE organisation = :organisation AND id > :after ORDER BY id LIMIT :most")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(Plans::plan)
                .list();
    }

    /**
     * The revision of that id.
     *
     * @throws Refusal 404 if there is none
     */
    public Revision revision(RevisionId id) {
        return database.sql(REVISION + "WHERE id = :id")
                .param("id", id.value())
                .query(Plans::revision)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Revisions of a plan, the latest first.
     *
     * @param before only those with a smaller number
     * @param most   how many at most
     */
    public List<Revision> revisions(PlanId plan, int before, int most) {
        return database.sql(REVISION + "WHERE plan = :plan AND number < :before ORDER BY number DESC LIMIT :most")
                .param("plan", plan.value())
                .param("before", before)
                .param("most", most)
                .query(Plans::revision)
                .list();
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        return new Plan(
                new PlanId(row.getString("id")),
                new OrganisationId(row.getString("organisation")),
                row.getString("title"),
                row.getLong("version"),
                new RevisionId(row.getString("head")),
                new RevisionId(row.getString("tip")),
                row.getTimestamp("created").toInstant());
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        var plugins = new TreeMap<String, Integer>();
        if (json(row.getString("plugins")) instanceof Json.Structure versions) {
            versions.fields().forEach((type, version) -> {
                if (version instanceof Json.Numeric numeric) {
                    plugins.put(type, numeric.value().intValueExact());
                }
            });
        }
        List<Json> arguments =
                json(row.getString("arguments")) instanceof Json.Listing list ? list.elements() : List.of();
        return new Revision(
                new RevisionId(row.getString("id")),
                new PlanId(row.getString("plan")),
                row.getInt("number"),
                parent == null ? null : new RevisionId(parent),
                row.getString("code"),
                arguments.stream()
                        .map(each -> String.valueOf(Json.toJava(each)))
                        .toList(),
                new AccountId(row.getString("author")),
                row.getTimestamp("made").toInstant(),
                row.getString("problem"),
                row.getString("timetable"),
                plugins);
    }

    private static Json json(String text) {
        return JsonParsing.parse(text) instanceof Read.Good<Json> good ? good.value() : Json.Nothing.NOTHING;
    }

    @Override
    public String variable() {
        return "plan";
    }

    @Override
    public Optional<OrganisationId> organisation(String id) {
        return Id.FORM.matcher(id).matches() ? find(new PlanId(id)).map(Plan::organisation) : Optional.empty();
    }
}
