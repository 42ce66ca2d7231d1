package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.identity.Belonging;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.plans.RevisionOfPath;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Solves in the database, as clients see and change them. */
@Component
class SolveJobs implements Belonging, RevisionOfPath {
    private static final String JOB = "SELECT " + SolveRows.COLUMNS + " FROM solve_job ";
    private static final String OF_PLANS_THAT_ARE_THERE =
            "plan IN (SELECT plan.id FROM plan WHERE plan.deleted IS NULL)";

    private final JdbcClient database;
    private final InstantSource clock;

    SolveJobs(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a solve that waits. */
    void add(
            SolveId id,
            String task,
            OrganisationId organisation,
            PlanId plan,
            RevisionId base,
            String author,
            SolveJob.Asked asked) {
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
                .param("from", asked.continueFrom().name())
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

    /** The solve of that id, if there is one. */
    Optional<SolveJob> find(SolveId id) {
        return database.sql(JOB + "WHERE id = :id")
                .param("id", id.value())
                .query(SolveRows::job)
                .optional();
    }

    /**
     * The solve of that id.
     *
     * @throws Refusal 404 if there is none
     */
    SolveJob get(SolveId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The solve of that id, which nobody else changes until the transaction ends.
     *
     * @throws Refusal 404 if there is none
     */
    SolveJob locked(SolveId id) {
        return database.sql(JOB + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(SolveRows::job)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * A solve and its plan, both locked until the transaction's end: for whoever changes both. The plan comes first, as for those who let it
     * forget or drop it with its solves; the other way round they would wait for each other.
     */
    SolveJob lockedWithPlan(SolveId id) {
        database.sql("SELECT id FROM plan WHERE id = (SELECT plan FROM solve_job WHERE id = :id) FOR UPDATE")
                .param("id", id.value())
                .query(String.class)
                .list();
        return locked(id);
    }

    /** Those of a plan that wait or run, which nobody else changes until the transaction ends. */
    List<SolveJob> lockedThatGoOn(PlanId plan) {
        return database.sql(JOB + "WHERE plan = :plan AND state NOT IN ('DONE', 'FAILED') ORDER BY id FOR UPDATE")
                .param("plan", plan.value())
                .query(SolveRows::job)
                .list();
    }

    /**
     * Lets only one at a time count an organisation's solves, or take some of them from the queue, until the transaction ends. Whoever locks plans
     * or solves has done so before.
     */
    void lock(OrganisationId organisation) {
        database.sql("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                .param("id", organisation.value())
                .query(String.class)
                .list();
    }

    /** How many of an organisation's solves are in one of the states. */
    int count(OrganisationId organisation, List<SolveState> states) {
        return database.sql("SELECT COUNT(*) FROM solve_job WHERE organisation = :organisation AND state IN (:states)")
                .param("organisation", organisation.value())
                .param("states", states.stream().map(Enum::name).toList())
                .query(Integer.class)
                .single();
    }

    /** A plan's solves, the latest first; at most so many after one of them, or from the beginning. */
    List<SolveJob> of(PlanId plan, @Nullable SolveId after, int most) {
        return page("plan = :of", plan.value(), after, most);
    }

    /** Solves of an organisation's plans, but not of deleted ones, the latest first; at most so many after one of them, or from the beginning. */
    List<SolveJob> of(OrganisationId organisation, @Nullable SolveId after, int most) {
        return page("organisation = :of AND " + OF_PLANS_THAT_ARE_THERE, organisation.value(), after, most);
    }

    private List<SolveJob> page(String where, String of, @Nullable SolveId after, int most) {
        String from = after == null ? "" : """
                AND (created < (SELECT created FROM solve_job WHERE id = :after)
                     OR (created = (SELECT created FROM solve_job WHERE id = :after) AND id < :after))""";
        return database.sql(JOB + "WHERE " + where + " " + from + " ORDER BY created DESC, id DESC LIMIT :most")
                .param("of", of)
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(SolveRows::job)
                .list();
    }

    /** Where those of some solves that wait stand among all that wait, 1 for the next; one statement for all of them, none if none waits. */
    Map<SolveId, Integer> places(Collection<SolveJob> jobs) {
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

    /** How many things have been told of each of some solves; those that are gone are missing. */
    Map<SolveId, Long> events(Collection<SolveId> jobs) {
        record Told(SolveId id, long event) {}
        return jobs.isEmpty()
                ? Map.of()
                : database
                        .sql("SELECT id, event FROM solve_job WHERE id IN (:ids)")
                        .param("ids", jobs.stream().map(SolveId::value).toList())
                        .query((row, number) -> new Told(new SolveId(row.getString("id")), row.getLong("event")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Told::id, Told::event));
    }

    /** Asks whoever runs a solve to end it. */
    void stopping(SolveId id) {
        database.sql("UPDATE solve_job SET state = 'STOPPING', event = event + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Lets a waiting solve be run earlier or later. */
    void priority(SolveId id, int priority) {
        database.sql("UPDATE solve_job SET priority = :priority, event = event + 1 WHERE id = :id")
                .param("priority", priority)
                .param("id", id.value())
                .update();
    }

    /** Lets a solve that has ended wait again, from what it is to be based on. */
    void again(SolveId id, String task, RevisionId base, SolveEnd end) {
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
                .param("findings", SolveRows.told(findings))
                .param("revision", revision == null ? null : revision.value())
                .update();
    }

    /** Says what a solve's result became. */
    void became(SolveId id, RevisionId revision) {
        database.sql("UPDATE solve_job SET revision = :revision, event = event + 1 WHERE id = :id")
                .param("id", id.value())
                .param("revision", revision.value())
                .update();
    }

    @Override
    public String variable() {
        return "job";
    }

    @Override
    public Optional<RevisionId> revision(String id) {
        return find(new SolveId(id)).map(SolveJob::base);
    }

    @Override
    public Optional<OrganisationId> organisation(String id) {
        return Id.FORM.matcher(id).matches()
                ? database.sql("SELECT organisation FROM solve_job WHERE id = :id AND " + OF_PLANS_THAT_ARE_THERE)
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .map(OrganisationId::new)
                : Optional.empty();
    }
}
