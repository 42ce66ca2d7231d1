package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.OrganisationResolver;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.privacy.PathRevisionResolver;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores solves as seen and changed by clients. Methods that lock keep the order plan, solve, organisation. */
@Component
class SolveJobRepository implements OrganisationResolver, PathRevisionResolver {
    private static final String JOB = "SELECT " + SolveRowMapper.COLUMNS + " FROM solve_job ";
    private static final String OF_PLANS_THAT_ARE_THERE =
            "plan IN (SELECT plan.id FROM plan WHERE plan.deleted IS NULL)";

    private final JdbcClient database;
    private final InstantSource clock;

    SolveJobRepository(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores a queued solve. */
    void add(
            SolveId id,
            String task,
            OrganisationId organisation,
            PlanId plan,
            RevisionId base,
            String author,
            SolveJob.SolveOptions asked) {
        database.sql("""
                        INSERT INTO solve_job
                          (id, organisation, plan, author, created, base, continue_from, reference, seed, searches, priority,
                           limit_millis, limit_steps, limit_unimproved_millis, state, task, queued, deaths,
                           elapsed_millis, steps, moves, findings, event)
                        VALUES
                          (:id, :organisation, :plan, :author, :now, :base, :from, :reference, :seed, :searches, :priority,
                           :millis, :steps, :unimproved, 'QUEUED', :task, :now, 0, 0, 0, 0, '[]', 1)""")
                .param("id", id.value())
                .param("task", task)
                .param("organisation", organisation.value())
                .param("plan", plan.value())
                .param("author", author)
                .param("now", Timestamp.from(clock.instant()))
                .param("base", base.value())
                .param("from", Objects.requireNonNull(asked.continueFrom()).name())
                .param("reference", asked.reference())
                .param("seed", asked.seed())
                .param("searches", asked.searches())
                .param("priority", asked.priority())
                .param("millis", millis(asked.end().time()), Types.BIGINT)
                .param("steps", asked.end().steps(), Types.BIGINT)
                .param("unimproved", millis(asked.end().unimproved()), Types.BIGINT)
                .update();
    }

    static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    /** Returns the solve with this id; empty if it does not exist. */
    Optional<SolveJob> find(SolveId id) {
        return database.sql(JOB + "WHERE id = :id")
                .param("id", id.value())
                .query(SolveRowMapper::job)
                .optional();
    }

    /**
     * Returns the solve with this id.
     *
     * @throws RefusalException 404 if it does not exist
     */
    SolveJob get(SolveId id) {
        return find(id).orElseThrow(RefusalException::notFound);
    }

    /**
     * Locks a solve until the end of the transaction and returns it.
     *
     * @throws RefusalException 404 if it does not exist
     */
    SolveJob lockJob(SolveId id) {
        return database.sql(JOB + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(SolveRowMapper::job)
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    /**
     * Locks a plan and then its solve until the end of the transaction, and returns the solve. The purge and anonymisation of plans use the same
     * order, which prevents deadlocks.
     */
    SolveJob lockWithPlan(SolveId id) {
        database.sql("SELECT id FROM plan WHERE id = (SELECT plan FROM solve_job WHERE id = :id) FOR UPDATE")
                .param("id", id.value())
                .query(String.class)
                .list();
        return lockJob(id);
    }

    /** Locks and returns the queued and running solves of a plan until the end of the transaction. */
    List<SolveJob> lockActive(PlanId plan) {
        return database.sql(JOB + "WHERE plan = :plan AND state NOT IN ('DONE', 'FAILED') ORDER BY id FOR UPDATE")
                .param("plan", plan.value())
                .query(SolveRowMapper::job)
                .list();
    }

    /**
     * Serialises counting and dequeuing of an organisation's solves until the end of the transaction. Plans and solves must be locked before.
     */
    void lockOrganisation(OrganisationId organisation) {
        database.sql("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                .param("id", organisation.value())
                .query(String.class)
                .list();
    }

    /** Returns the number of an organisation's solves in these states. */
    int count(OrganisationId organisation, List<SolveState> states) {
        return database.sql("SELECT COUNT(*) FROM solve_job WHERE organisation = :organisation AND state IN (:states)")
                .param("organisation", organisation.value())
                .param("states", states.stream().map(Enum::name).toList())
                .query(Integer.class)
                .single();
    }

    /** Returns solves of a plan, latest first, at most {@code most}, after the given one if not {@code null}. */
    List<SolveJob> findLatest(PlanId plan, @Nullable SolveId after, int most) {
        return queryPage("plan = :of", plan.value(), after, most);
    }

    /**
     * Returns solves of an organisation's plans that are not deleted, latest first, at most {@code most}, after the given one if not
     * {@code null}.
     */
    List<SolveJob> findLatest(OrganisationId organisation, @Nullable SolveId after, int most) {
        return queryPage("organisation = :of AND " + OF_PLANS_THAT_ARE_THERE, organisation.value(), after, most);
    }

    private List<SolveJob> queryPage(String where, String of, @Nullable SolveId after, int most) {
        String from = after == null ? "" : """
                AND (created < (SELECT created FROM solve_job WHERE id = :after)
                     OR (created = (SELECT created FROM solve_job WHERE id = :after) AND id < :after))""";
        return database.sql(JOB + "WHERE " + where + " " + from + " ORDER BY created DESC, id DESC LIMIT :most")
                .param("of", of)
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(SolveRowMapper::job)
                .list();
    }

    /** Returns the queue positions of those of the given solves that are queued, 1 for the next, with one query. */
    Map<SolveId, Integer> queuePositions(Collection<SolveJob> jobs) {
        record Place(SolveId id, int place) {}
        List<String> waiting = jobs.stream()
                .filter(job -> job.state() == SolveState.QUEUED)
                .map(job -> job.id().value())
                .toList();
        return waiting.isEmpty()
                ? Map.of()
                : database
                        .sql("""
                                SELECT id, place FROM (
                                  SELECT id, ROW_NUMBER() OVER (ORDER BY priority DESC, queued, id) AS place
                                  FROM solve_job WHERE state = 'QUEUED') waiting
                                WHERE id IN (:ids)""")
                        .param("ids", waiting)
                        .query((row, number) -> new Place(new SolveId(row.getString("id")), row.getInt("place")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Place::id, Place::place));
    }

    /** Returns the latest event numbers of solves; deleted solves are absent. */
    Map<SolveId, Long> eventCounts(Collection<SolveId> jobs) {
        record EventCount(SolveId id, long event) {}
        return jobs.isEmpty()
                ? Map.of()
                : database
                        .sql("SELECT id, event FROM solve_job WHERE id IN (:ids)")
                        .param("ids", jobs.stream().map(SolveId::value).toList())
                        .query((row, number) -> new EventCount(new SolveId(row.getString("id")), row.getLong("event")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(EventCount::id, EventCount::event));
    }

    /** Requests the worker to stop a solve. */
    void requestStop(SolveId id) {
        database.sql("UPDATE solve_job SET state = 'STOPPING', event = event + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Changes the priority of a queued solve. */
    void setPriority(SolveId id, int priority) {
        database.sql("UPDATE solve_job SET priority = :priority, event = event + 1 WHERE id = :id")
                .param("priority", priority)
                .param("id", id.value())
                .update();
    }

    /** Queues a solve that has ended again, with another base revision. */
    void requeue(SolveId id, String task, RevisionId base, SolveJobLimits end) {
        database.sql("""
                        UPDATE solve_job SET state = 'QUEUED', task = :task, queued = :now, base = :base, ended = NULL, worker = NULL, deaths = 0,
                          findings = '[]', revision = NULL, limit_millis = :millis, limit_steps = :steps,
                          limit_unimproved_millis = :unimproved, event = event + 1
                        WHERE id = :id""")
                .param("id", id.value())
                .param("task", task)
                .param("now", Timestamp.from(clock.instant()))
                .param("base", base.value())
                .param("millis", millis(end.time()), Types.BIGINT)
                .param("steps", end.steps(), Types.BIGINT)
                .param("unimproved", millis(end.unimproved()), Types.BIGINT)
                .update();
    }

    /** Ends a solve. */
    void end(SolveId id, SolveState state, List<Finding> findings, @Nullable RevisionId revision) {
        database.sql("""
                        UPDATE solve_job SET state = :state, ended = :now, worker = NULL, findings = :findings, revision = :revision,
                          event = event + 1
                        WHERE id = :id""")
                .param("id", id.value())
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("findings", SolveRowMapper.findingsJson(findings))
                .param("revision", revision == null ? null : revision.value())
                .update();
    }

    /** Records the revision made from a solve's result. */
    void recordRevision(SolveId id, RevisionId revision) {
        database.sql("UPDATE solve_job SET revision = :revision, event = event + 1 WHERE id = :id")
                .param("id", id.value())
                .param("revision", revision.value())
                .update();
    }

    @Override
    public String pathVariable() {
        return "job";
    }

    @Override
    public Optional<RevisionId> revision(String id) {
        return find(new SolveId(id)).map(SolveJob::base);
    }

    @Override
    public Optional<OrganisationId> organisationOf(String id) {
        return Id.FORM.matcher(id).matches()
                ? database.sql("SELECT organisation FROM solve_job WHERE id = :id AND " + OF_PLANS_THAT_ARE_THERE)
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .map(OrganisationId::new)
                : Optional.empty();
    }
}
