package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Belonging;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
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
    /** So many revisions are told to whoever wanted to change what no longer is. */
    private static final int MOST_TOLD = 20;

    private final JdbcClient database;
    private final InstantSource clock;
    private final FreshIds ids;
    private final TransactionTemplate transaction;
    private final PluginRegistry plugins;
    private final Documents documents;
    private final PeopleNoted people;

    Plans(
            JdbcClient database,
            InstantSource clock,
            FreshIds ids,
            TransactionTemplate transaction,
            PluginRegistry plugins,
            Documents documents,
            PeopleNoted people) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.plugins = plugins;
        this.documents = documents;
        this.people = people;
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
                            INSERT INTO plan (id, organisation, title, version, head, tip, created, family)
                            VALUES (:id, :organisation, :title, 1, :head, :head, :now, :family)""")
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("title", title)
                    .param("head", revision.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("family", family(id, parent).value())
                    .update();
            insert(revision, id, 1, 1, parent, first, author);
            people.made(author, organisation, id, first.problem().value());
            return get(id);
        });
    }

    /**
     * Makes a scenario: a plan that begins as a revision of another.
     *
     * @param origin the other plan
     * @param from   the revision, of any plan of its family
     */
    public Plan branch(Plan origin, String title, Revision from, AccountId author) {
        var arguments = List.of(origin.title(), String.valueOf(from.number()));
        return create(origin.organisation(), title, copy("revision.branched", arguments, from), from.id(), author);
    }

    /**
     * Makes a revision with the content of an earlier one, or of a scenario's.
     *
     * @throws Refusal as {@link #change}
     */
    public Plan goBack(PlanId id, long version, Revision to, AccountId author) {
        return change(id, version, copy("revision.returned", List.of(String.valueOf(to.number())), to), author);
    }

    private Change copy(String code, List<String> arguments, Revision of) {
        String timetable = of.timetable();
        return new Change(
                code,
                arguments,
                documents.problem(of.problem()),
                timetable == null ? null : documents.timetable(timetable));
    }

    /**
     * A revision of a plan or of another one of its family.
     *
     * @param at pointer to its id in what was sent
     * @throws Refusal 422 if there is none
     */
    Revision ofFamily(Plan plan, RevisionId id, String at) {
        return database.sql(PlanRows.REVISION
                        + "WHERE id = :id AND plan IN (SELECT id FROM plan WHERE family = :family AND deleted IS NULL)")
                .param("id", id.value())
                .param("family", plan.family().value())
                .query(PlanRows::revision)
                .optional()
                .orElseThrow(() -> Refusal.unusable("plan.not-a-revision", at, id.value()));
    }

    /** The plan that a new one is a scenario of, however far back; the new one itself if it is none. */
    private PlanId family(PlanId fresh, @Nullable RevisionId parent) {
        return parent == null ? fresh : get(revision(parent).plan()).family();
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
            insert(revision, id, lastNumber(id) + 1, version + 1, plan.head(), change, author);
            noteWhom(plan, change, author);
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

    /**
     * Changes something of a plan that is in no revision, such as its title; the plan gets a new version.
     *
     * @param assignment what is set, in SQL
     * @param value      what {@code :value} in it means; {@code null} means SQL's own
     * @throws Refusal 412 as for {@link #change}
     */
    Plan set(PlanId id, long version, String assignment, @Nullable Object value) {
        return transaction.execute(status -> {
            lockedAt(id, version);
            database.sql("UPDATE plan SET " + assignment + ", version = version + 1 WHERE id = :id")
                    .param("value", value)
                    .param("id", id.value())
                    .update();
            return database.sql(PlanRows.PLAN + "WHERE id = :id")
                    .param("id", id.value())
                    .query(PlanRows::plan)
                    .single();
        });
    }

    /** The plan, locked until the transaction's end, if it still has the version. */
    private Plan lockedAt(PlanId id, long version) {
        Plan plan = database.sql(PlanRows.PLAN + "WHERE id = :id AND deleted IS NULL FOR UPDATE")
                .param("id", id.value())
                .query(PlanRows::plan)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (plan.version() != version) {
            throw StalePlan.of(plan, version, revision(plan.head()), since(plan, version));
        }
        return plan;
    }

    /** Revisions that were made since the plan had a version, the latest first, but not without end. */
    private List<Revision> since(Plan plan, long version) {
        return database.sql(PlanRows.REVISION
                        + "WHERE plan = :plan AND plan_version > :version ORDER BY number DESC LIMIT :most")
                .param("plan", plan.id().value())
                .param("version", version)
                .param("most", MOST_TOLD)
                .query(PlanRows::revision)
                .list();
    }

    private void noteWhom(Plan plan, Change change, AccountId author) {
        String before = revision(plan.head()).problem();
        if (!before.equals(change.problem().hash())) {
            people.changed(
                    author,
                    plan.organisation(),
                    plan.id(),
                    documents.problem(before).value(),
                    change.problem().value());
        }
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
            RevisionId id,
            PlanId plan,
            int number,
            long version,
            @Nullable RevisionId parent,
            Change change,
            AccountId author) {
        Kept.OfTimetable timetable = change.timetable();
        database.sql("""
                        INSERT INTO revision
                          (id, plan, number, plan_version, parent, code, arguments, author, made, problem, timetable, plugins)
                        VALUES
                          (:id, :plan, :number, :version, :parent, :code, :arguments, :author, :now, :problem, :timetable,
                           :plugins)""")
                .param("id", id.value())
                .param("plan", plan.value())
                .param("number", number)
                .param("version", version)
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

    /** The plan of that id, if there is one. */
    public Optional<Plan> find(PlanId id) {
        return database.sql(PlanRows.PLAN + "WHERE id = :id AND deleted IS NULL")
                .param("id", id.value())
                .query(PlanRows::plan)
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
     * Plans of an organisation that are in its lists, in the order of their ids.
     *
     * @param after the last one of the page before; {@code null} means from the beginning
     * @param most  how many at most
     */
    public List<Plan> of(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql(
                        PlanRows.PLAN
                                + "WHERE organisation = :organisation AND deleted IS NULL AND archived IS NULL AND id > :after ORDER BY id LIMIT :most")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(PlanRows::plan)
                .list();
    }

    /**
     * The revision of that id.
     *
     * @throws Refusal 404 if there is none
     */
    public Revision revision(RevisionId id) {
        return database.sql(PlanRows.REVISION + "WHERE id = :id")
                .param("id", id.value())
                .query(PlanRows::revision)
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
        return database.sql(
                        PlanRows.REVISION + "WHERE plan = :plan AND number < :before ORDER BY number DESC LIMIT :most")
                .param("plan", plan.value())
                .param("before", before)
                .param("most", most)
                .query(PlanRows::revision)
                .list();
    }

    @Override
    public String variable() {
        return "plan";
    }

    @Override
    public Optional<OrganisationId> organisation(String id) {
        return Id.FORM.matcher(id).matches()
                ? database.sql("SELECT organisation FROM plan WHERE id = :id") // of one that can be restored, too
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .map(OrganisationId::new)
                : Optional.empty();
    }
}
