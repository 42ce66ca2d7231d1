package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.OrganisationResolver;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.Id;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads plans and changes them with optimistic locking. A plan row points to its head revision; revisions are immutable and form a tree through
 * their parents. Each change is one transaction: it locks the plan, compares the version that the client saw, inserts a revision or records a step,
 * and increments the version. {@code tip} is the revision that redo leads towards; it equals the head unless something was undone.
 */
@Component
public class PlanStore implements OrganisationResolver {
    private final JdbcClient database;
    private final InstantSource clock;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;
    private final RevisionRepository revisions;
    private final DocumentStore documents;
    private final StudentChangeAuditor studentChangeAuditor;
    private final StudentNumberRepository numbers;

    PlanStore(
            JdbcClient database,
            InstantSource clock,
            IdGenerator ids,
            TransactionTemplate transaction,
            RevisionRepository revisions,
            DocumentStore documents,
            StudentChangeAuditor studentChangeAuditor,
            StudentNumberRepository numbers) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.revisions = revisions;
        this.documents = documents;
        this.studentChangeAuditor = studentChangeAuditor;
        this.numbers = numbers;
    }

    /**
     * Creates a plan.
     *
     * @param parent revision that it starts from if it is a scenario of another plan; else {@code null}
     */
    public Plan create(
            OrganisationId organisation,
            String title,
            RevisionContent first,
            @Nullable RevisionId parent,
            AccountId author) {
        return transaction.execute(status -> {
            var id = new PlanId(ids.newId());
            var revision = new RevisionId(ids.newId());
            database.sql("""
                            INSERT INTO plan (id, organisation, title, version, head, tip, created, family, family_title)
                            VALUES (:id, :organisation, :title, 1, :head, :head, :now, :family,
                              (SELECT MAX(other.family_title) FROM plan other WHERE other.family = :family))""")
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("title", title)
                    .param("head", revision.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("family", familyOf(id, parent).value())
                    .update();
            revisions.insert(new RevisionRepository.NewRevision(revision, id, 1, 1, parent), first, author);
            studentChangeAuditor.auditPlanCreated(
                    author, organisation, id, first.problem().value());
            return get(id);
        });
    }

    /**
     * Creates a scenario: a plan that starts from a revision of another plan.
     *
     * @param origin the other plan
     * @param from   revision of any plan of its family
     */
    public Plan createScenario(Plan origin, String title, Revision from, AccountId author) {
        var arguments = List.of(origin.title(), String.valueOf(from.number()));
        return create(origin.organisation(), title, copyOf("revision.branched", arguments, from), from.id(), author);
    }

    /**
     * Creates a revision with the content of an earlier one, or of one of a scenario.
     *
     * @throws RefusalException as {@link #change}
     */
    public Plan restoreRevision(PlanId id, long version, Revision to, AccountId author) {
        return change(id, version, copyOf("revision.returned", List.of(String.valueOf(to.number())), to), author);
    }

    private RevisionContent copyOf(String code, List<String> arguments, Revision of) {
        return new RevisionContent(code, arguments, documents.problem(of.problem()), documents.timetableOf(of));
    }

    /**
     * Returns a revision of a plan or of another plan of its family.
     *
     * @param at pointer to its id in the request
     * @throws RefusalException 422 if there is none
     */
    public Revision familyRevision(Plan plan, RevisionId id, String at) {
        return revisions
                .findInFamily(plan.family(), id)
                .orElseThrow(() -> RefusalException.unusable("plan.not-a-revision", at, id.value()));
    }

    /**
     * Returns what staff call a plan: the title of the plan that its family began with, or that this had when it was deleted for good. A scenario's
     * title says what is tried.
     */
    public String familyTitle(Plan plan) {
        return familyTitles(List.of(plan)).getOrDefault(plan.id(), plan.title());
    }

    /** Returns {@link #familyTitle} of plans, in at most one query. */
    public Map<PlanId, String> familyTitles(Collection<Plan> some) {
        var titles = new HashMap<PlanId, String>();
        some.forEach(plan -> titles.put(plan.id(), plan.title()));
        List<String> scenarios = some.stream()
                .filter(plan -> !plan.family().equals(plan.id()))
                .map(plan -> plan.id().value())
                .toList();
        if (!scenarios.isEmpty()) {
            database.sql("""
                            SELECT p.id, COALESCE(p.family_title, f.title, p.title) AS title
                            FROM plan p LEFT JOIN plan f ON f.id = p.family WHERE p.id IN (:scenarios)""").param("scenarios", scenarios).query(row -> {
                titles.put(new PlanId(row.getString("id")), row.getString("title"));
            });
        }
        return titles;
    }

    /** Returns the family of a new plan: that of the plan it is a scenario of, or its own id. */
    private PlanId familyOf(PlanId fresh, @Nullable RevisionId parent) {
        return parent == null ? fresh : get(revision(parent).plan()).family();
    }

    /**
     * Creates a revision based on the head and makes it the head. Students keep the numbers assigned to them.
     *
     * @param version version of the plan that the change is based on
     * @throws RefusalException 412 with the changes since if the plan has another version; 404 if it does not exist
     */
    public Plan change(PlanId id, long version, RevisionContent change, AccountId author) {
        return transaction.execute(status -> {
            LockedPlan locked = lockWithLastNumber(id);
            Plan plan = requireVersion(locked.plan(), version);
            var revision = new RevisionId(ids.newId());
            var place =
                    new RevisionRepository.NewRevision(revision, id, locked.lastNumber() + 1, version + 1, plan.head());
            RevisionContent numbered = numbers.withStudentNumber(plan, numbers.assignNumbers(plan, change));
            revisions.insert(place, numbered, author);
            auditStudentChanges(plan, numbered, author);
            return moveTo(plan, revision, revision);
        });
    }

    /**
     * Changes an attribute of a plan that is not part of revisions, such as its title, and increments the version.
     *
     * @param assignment SQL assignment
     * @param value      value of {@code :value} in it; {@code null} means SQL's NULL
     * @param code       what was done: key of a text
     * @param arguments  arguments of that text
     * @throws RefusalException 412 as for {@link #change}
     */
    public Plan updateAttribute(
            PlanId id,
            long version,
            String assignment,
            @Nullable Object value,
            String code,
            List<String> arguments,
            AccountId author) {
        return transaction.execute(status -> {
            lockAtVersion(id, version);
            database.sql("UPDATE plan SET " + assignment + ", version = version + 1 WHERE id = :id")
                    .param("value", value)
                    .param("id", id.value())
                    .update();
            Plan plan = database.sql(PlanRowMapper.PLAN + "WHERE id = :id")
                    .param("id", id.value())
                    .query(PlanRowMapper::plan)
                    .single();
            PlanContext.forget(id);
            revisions.insertStep(plan, code, arguments, author);
            return plan;
        });
    }

    /** Locks a plan until the end of the transaction and returns it if it has this version; throws as {@link #change}. */
    public Plan lockAtVersion(PlanId id, long version) {
        return requireVersion(lock(id), version);
    }

    /**
     * Locks a plan until the end of the transaction, so that it cannot be deleted meanwhile. To prevent deadlocks, always lock in this order:
     * plan, its solves, its organisation.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public Plan lock(PlanId id) {
        return lockWithLastNumber(id).plan();
    }

    /**
     * A plan that is locked until the end of the transaction.
     *
     * @param plan       the plan
     * @param lastNumber number of its latest revision; reliable if the plan has the version that the request is based on, because a statement that
     *                   waited for the lock reads other tables as they were before it waited
     */
    private record LockedPlan(Plan plan, int lastNumber) {}

    private LockedPlan lockWithLastNumber(PlanId id) {
        PlanContext.forget(id);
        return database.sql("""
                        SELECT id, organisation, title, version, head, tip, created, family, in_use, archived,
                          (SELECT MAX(r.number) FROM revision r WHERE r.plan = plan.id) AS last_number
                        FROM plan WHERE id = :id AND deleted IS NULL FOR UPDATE""")
                .param("id", id.value())
                .query((row, number) -> new LockedPlan(
                        PlanContext.remember(PlanRowMapper.plan(row, number)), row.getInt("last_number")))
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    /**
     * Returns the plan if it has this version. Called before long work; {@link #change} checks again.
     *
     * @throws RefusalException 412 as for {@link #change}; 404 if it does not exist
     */
    public Plan getAtVersion(PlanId id, long version) {
        return requireVersion(get(id), version);
    }

    /**
     * Returns the head revision if the plan has this version. Called before replacing the problem.
     *
     * @throws RefusalException as {@link #getAtVersion}; 409 if a plugin is missing, because such a plan is read-only
     */
    public Revision getChangeableHead(PlanId id, long version) {
        Revision now = revision(getAtVersion(id, version).head());
        documents.problem(now.problem());
        return now;
    }

    private Plan requireVersion(Plan plan, long version) {
        if (plan.version() != version) {
            throw StalePlanRefusalFactory.of(plan, version, revisions.findStepsSince(plan.id(), version));
        }
        return plan;
    }

    private void auditStudentChanges(Plan plan, RevisionContent change, AccountId author) {
        String before = revision(plan.head()).problem();
        if (!before.equals(change.problem().hash())) {
            studentChangeAuditor.auditProblemChange(
                    author,
                    plan,
                    documents.problem(before).value(),
                    change.problem().value());
        }
    }

    /** Moves a plan to a revision and increments its version. Returns the plan as it is then. */
    Plan moveTo(Plan plan, RevisionId head, RevisionId tip) {
        database.sql("UPDATE plan SET head = :head, tip = :tip, version = version + 1 WHERE id = :id")
                .param("head", head.value())
                .param("tip", tip.value())
                .param("id", plan.id().value())
                .update();
        return PlanContext.remember(new Plan(
                plan.id(),
                plan.organisation(),
                plan.title(),
                plan.version() + 1,
                head,
                tip,
                plan.created(),
                plan.family(),
                plan.inUse(),
                plan.archived()));
    }

    /** Returns the plan with this id, as the current request saw it last; empty if it does not exist. */
    public Optional<Plan> find(PlanId id) {
        return Optional.ofNullable(PlanContext.plan(id))
                .or(() -> findWithHead(id).filter(one -> !one.isDeleted()).map(PlanRowMapper.FoundPlan::plan));
    }

    /** Returns the organisation of the plan of a revision, deleted or not. The request remembers the plan and its head. */
    public Optional<OrganisationId> organisationOf(RevisionId revision) {
        return findWithHead("= (SELECT r.plan FROM revision r WHERE r.id = :id)", revision.value())
                .map(one -> one.plan().organisation());
    }

    private Optional<PlanRowMapper.FoundPlan> findWithHead(PlanId id) {
        return findWithHead("= :id", id.value());
    }

    private Optional<PlanRowMapper.FoundPlan> findWithHead(String which, String id) {
        return database.sql(PlanRowMapper.WITH_HEAD + which)
                .param("id", id)
                .query(PlanRowMapper::planWithHead)
                .optional();
    }

    /**
     * Returns the plan with this id.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public Plan get(PlanId id) {
        return find(id).orElseThrow(RefusalException::notFound);
    }

    /** Returns the plans with these ids that exist, in no particular order. */
    public List<Plan> findAll(Collection<PlanId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(PlanRowMapper.PLAN + "WHERE id IN (:ids) AND deleted IS NULL")
                        .param("ids", ids.stream().map(PlanId::value).toList())
                        .query(PlanRowMapper::plan)
                        .list();
    }

    /**
     * Returns plans of an organisation that are neither archived nor deleted, ordered by id.
     *
     * @param after last plan of the previous page; {@code null} means the beginning
     * @param most  maximum number of plans
     */
    public List<Plan> findListed(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql(
                        PlanRowMapper.PLAN
                                + "WHERE organisation = :organisation AND deleted IS NULL AND archived IS NULL AND id > :after ORDER BY id LIMIT :most")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(PlanRowMapper::plan)
                .list();
    }

    /**
     * Returns the latest plans of an organisation that are neither archived nor deleted, the latest first.
     *
     * @param most maximum number of plans
     */
    public List<Plan> findLatest(OrganisationId organisation, int most) {
        return database.sql(
                        PlanRowMapper.PLAN
                                + "WHERE organisation = :organisation AND deleted IS NULL AND archived IS NULL ORDER BY created DESC, id LIMIT :most")
                .param("organisation", organisation.value())
                .param("most", most)
                .query(PlanRowMapper::plan)
                .list();
    }

    /**
     * Returns the revision with this id.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public Revision revision(RevisionId id) {
        return revisions.get(id);
    }

    /**
     * Returns revisions of a plan, latest first.
     *
     * @param before only those with a smaller number
     * @param most   maximum number of revisions
     */
    public List<Revision> revisions(PlanId plan, int before, int most) {
        return revisions.findByPlan(plan, before, most);
    }

    @Override
    public String pathVariable() {
        return "plan";
    }

    @Override
    public Optional<OrganisationId> organisationOf(String id) {
        return Id.FORM.matcher(id).matches()
                ? findWithHead(new PlanId(id)).map(one -> one.plan().organisation()) // includes plans in the trash
                : Optional.empty();
    }
}
