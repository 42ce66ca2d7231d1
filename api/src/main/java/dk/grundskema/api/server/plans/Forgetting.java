package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.platform.AnsweredRequests;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets plans that have ended forget who took part. All their revisions refer to anonymous documents from then on; the documents with names go as soon
 * as no plan refers to them any more. What was planned, and how many took part, can still be told.
 */
@Component
public class Forgetting {
    /** Whose days the dates of plans' ends are. */
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final JdbcClient database;
    private final Documents documents;
    private final UnusedDocuments unused;
    private final Organisations organisations;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final List<Forgets> others;
    private final AnsweredRequests answered;

    Forgetting(
            JdbcClient database,
            Documents documents,
            UnusedDocuments unused,
            Organisations organisations,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction,
            List<Forgets> others,
            AnsweredRequests answered) {
        this.answered = answered;
        this.database = database;
        this.documents = documents;
        this.unused = unused;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
        this.others = List.copyOf(others);
    }

    /** Today, where the schools are. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Lets those plans forget whose time has come by what each organisation has said; one that fails doesn't keep the others. */
    public void whatIsDue() {
        whatIsDue(today());
    }

    /** The same on a given day. */
    void whatIsDue(LocalDate today) {
        for (Organisation organisation : organisations.all()) {
            Integer days = organisations.retentionDays(organisation.id());
            if (days != null) {
                endedBefore(organisation.id(), today.minusDays(days), null);
            }
        }
    }

    /**
     * Lets an organisation's plans forget that have ended before a date.
     *
     * @param asked who asked for it; {@code null} means that their time had come
     * @return those in which something was to be forgotten
     */
    public List<PlanId> endedBefore(OrganisationId organisation, LocalDate date, @Nullable AccountId asked) {
        var forgot = new ArrayList<PlanId>();
        for (PlanId plan : plans(organisation)) {
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> forgets(plan, organisation, date, asked)))) {
                    forgot.add(plan);
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "The plan {} could not forget who took part ({}).",
                        plan,
                        e.getClass().getName());
            }
        }
        return forgot;
    }

    /** All plans, those too that are deleted but can be had back. */
    private List<PlanId> plans(OrganisationId organisation) {
        return database.sql("SELECT id FROM plan WHERE organisation = :organisation ORDER BY id")
                .param("organisation", organisation.value())
                .query((row, number) -> new PlanId(row.getString("id")))
                .list();
    }

    private record Documented(
            String revision, String problem, @Nullable String timetable) {}

    private boolean forgets(PlanId plan, OrganisationId organisation, LocalDate date, @Nullable AccountId asked) {
        database.sql("SELECT id FROM plan WHERE id = :id FOR UPDATE")
                .param("id", plan.value())
                .query(String.class)
                .list();
        String head = database.sql("SELECT r.problem FROM plan p JOIN revision r ON r.id = p.head WHERE p.id = :id")
                .param("id", plan.value())
                .query(String.class)
                .single();
        if (!lastDay(documents.json(head)).isBefore(date)) {
            return false; // what others of its revisions say of its end was given up
        }
        List<Documented> revisions = database.sql(
                        "SELECT id, problem, timetable FROM revision WHERE plan = :plan ORDER BY number")
                .param("plan", plan.value())
                .query((row, number) ->
                        new Documented(row.getString("id"), row.getString("problem"), row.getString("timetable")))
                .list();
        Set<String> problems = new HashSet<>();
        revisions.forEach(one -> problems.add(one.problem()));
        Map<String, String> replaced = new HashMap<>();
        problems.forEach(hash -> replaced.put(hash, documents.keepProblem(Anonymous.problem(documents.json(hash)))));
        for (Documented one : revisions) {
            String timetable = one.timetable();
            if (timetable != null) {
                documents // with others' commitments in it
                        .madeOf(timetable)
                        .ifPresent(made -> replaced.computeIfAbsent(
                                made, hash -> documents.keepProblem(Anonymous.problem(documents.json(hash)))));
                replaced.computeIfAbsent(timetable, hash -> anonymous(hash, replaced));
            }
        }
        replaced.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        if (replaced.isEmpty()) {
            others.forEach(one -> one.forget(plan)); // something may have come beside the revisions since they forgot
            return false;
        }
        revisions.forEach(one -> refer(one, replaced));
        database.sql("UPDATE plan SET version = version + 1 WHERE id = :id")
                .param("id", plan.value())
                .update();
        others.forEach(one -> one.forget(plan));
        answered.forgetAbout(organisation.value());
        unused.drop(replaced.keySet());
        audit.forgotten(asked, organisation, plan, "audit.plan-forgot");
        return true;
    }

    /** The plugins of a plan that ended long ago may be gone, so no more of it is read than that. */
    private static LocalDate lastDay(Json.Structure problem) {
        if (problem.fields().get("horizon") instanceof Json.Structure horizon
                && horizon.fields().get("firstWeek") instanceof Json.Text first
                && horizon.fields().get("weeks") instanceof Json.Numeric weeks) {
            return IsoWeek.parse(first.value())
                    .date(DayOfWeek.MONDAY)
                    .plusWeeks(weeks.value().intValueExact())
                    .minusDays(1);
        }
        throw new IllegalStateException("A problem that was kept has no horizon.");
    }

    private String anonymous(String hash, Map<String, String> replaced) {
        Timetable timetable = documents.timetable(hash).value();
        String problem = replaced.getOrDefault(timetable.problem(), timetable.problem());
        return documents.keep(Anonymous.timetable(timetable, problem)).hash();
    }

    private void refer(Documented one, Map<String, String> replaced) {
        String timetable = one.timetable();
        database.sql("UPDATE revision SET problem = :problem, timetable = :timetable WHERE id = :id")
                .param("problem", replaced.getOrDefault(one.problem(), one.problem()))
                .param("timetable", timetable == null ? null : replaced.getOrDefault(timetable, timetable))
                .param("id", one.revision())
                .update();
    }
}
