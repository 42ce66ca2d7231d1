package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Belonging;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Id;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans and their revisions in the database. Each change is one transaction; when it has returned, it is kept whatever happens. */
@Component
public class Plans implements Belonging {
    private final JdbcClient database;
    private final InstantSource clock;
    private final FreshIds ids;
    private final TransactionTemplate transaction;
    private final Revisions revisions;
    private final Documents documents;
    private final PeopleNoted people;
    private final StudentNumbers numbers;

    Plans(
            JdbcClient database,
            InstantSource clock,
            FreshIds ids,
            TransactionTemplate transaction,
            Revisions revisions,
            Documents documents,
            PeopleNoted people,
            StudentNumbers numbers) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.revisions = revisions;
        this.documents = documents;
        this.people = people;
        this.numbers = numbers;
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
            revisions.insert(new Revisions.Place(revision, id, 1, 1, parent), first, author);
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
        return new Change(code, arguments, documents.problem(of.problem()), documents.timetableOf(of));
    }

    /**
     * A revision of a plan or of another one of its family.
     *
     * @param at pointer to its id in what was sent
     * @throws Refusal 422 if there is none
     */
    public Revision ofFamily(Plan plan, RevisionId id, String at) {
        return revisions
                .ofFamily(plan.family(), id)
                .orElseThrow(() -> Refusal.unusable("plan.not-a-revision", at, id.value()));
    }

    /** The plan that a new one is a scenario of, however far back; the new one itself if it is none. */
    private PlanId family(PlanId fresh, @Nullable RevisionId parent) {
        return parent == null ? fresh : get(revision(parent).plan()).family();
    }

    /**
     * Makes a revision of the one that the plan is at, and moves the plan to it. Students keep the numbers that the plan has given them.
     *
     * @param version the plan's version that the change is based on
     * @throws Refusal 412 with what changed meanwhile, if the plan has another version by now; 404 if it is gone
     */
    public Plan change(PlanId id, long version, Change change, AccountId author) {
        return transaction.execute(status -> {
            Plan plan = lockedAt(id, version);
            var revision = new RevisionId(ids.id());
            var place = new Revisions.Place(revision, id, revisions.lastNumber(id) + 1, version + 1, plan.head());
            Change numbered = numbers.told(plan, numbers.in(plan, change));
            revisions.insert(place, numbered, author);
            noteWhom(plan, numbered, author);
            move(plan, revision, revision);
            return get(id);
        });
    }

    /**
     * Changes something of a plan that is in no revision, such as its title; the plan gets a new version.
     *
     * @param assignment what is set, in SQL
     * @param value      what {@code :value} in it means; {@code null} means SQL's own
     * @param code       what was done: key of a text
     * @param arguments  what that text mentions
     * @throws Refusal 412 as for {@link #change}
     */
    Plan set(
            PlanId id,
            long version,
            String assignment,
            @Nullable Object value,
            String code,
            List<String> arguments,
            AccountId author) {
        return transaction.execute(status -> {
            lockedAt(id, version);
            database.sql("UPDATE plan SET " + assignment + ", version = version + 1 WHERE id = :id")
                    .param("value", value)
                    .param("id", id.value())
                    .update();
            Plan plan = database.sql(PlanRows.PLAN + "WHERE id = :id")
                    .param("id", id.value())
                    .query(PlanRows::plan)
                    .single();
            revisions.step(plan, code, arguments, author);
            return plan;
        });
    }

    /** The plan, locked until the transaction's end, if it still has the version; throws as {@link #change}. */
    public Plan lockedAt(PlanId id, long version) {
        return current(locked(id), version);
    }

    /**
     * The plan, locked until the transaction's end: nobody takes it away before. Whoever locks more than that locks the plan first, then its solves,
     * then its organisation; in another order two would wait for each other.
     *
     * @throws Refusal 404 if it is gone
     */
    public Plan locked(PlanId id) {
        return database.sql(PlanRows.PLAN + "WHERE id = :id AND deleted IS NULL FOR UPDATE")
                .param("id", id.value())
                .query(PlanRows::plan)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The plan, if it still has a version: for whoever is about to work long on it. {@link #change} looks once more.
     *
     * @throws Refusal 412 as for {@link #change}; 404 if it is gone
     */
    public Plan at(PlanId id, long version) {
        return current(get(id), version);
    }

    /**
     * The revision that a plan is at, if the plan still has a version: for whoever is about to put another problem in the place of its own.
     *
     * @throws Refusal as {@link #at}; 409 if a plugin is missing that it takes to read it, for such a plan is for looking at
     */
    Revision changeable(PlanId id, long version) {
        Revision now = revision(at(id, version).head());
        documents.problem(now.problem());
        return now;
    }

    private Plan current(Plan plan, long version) {
        if (plan.version() != version) {
            throw StalePlan.of(plan, version, revisions.since(plan.id(), version));
        }
        return plan;
    }

    private void noteWhom(Plan plan, Change change, AccountId author) {
        String before = revision(plan.head()).problem();
        if (!before.equals(change.problem().hash())) {
            people.changed(
                    author,
                    plan,
                    documents.problem(before).value(),
                    change.problem().value());
        }
    }

    /** Moves a plan to a revision; the plan gets a new version. */
    void move(Plan plan, RevisionId head, RevisionId tip) {
        database.sql("UPDATE plan SET head = :head, tip = :tip, version = version + 1 WHERE id = :id")
                .param("head", head.value())
                .param("tip", tip.value())
                .param("id", plan.id().value())
                .update();
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
        return revisions.get(id);
    }

    /**
     * Revisions of a plan, the latest first.
     *
     * @param before only those with a smaller number
     * @param most   how many at most
     */
    public List<Revision> revisions(PlanId plan, int before, int most) {
        return revisions.of(plan, before, most);
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
