package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.http.IdempotencyRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanContext;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import dk.grundskema.api.service.plan.PlanStatusRepository;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.UnusedDocumentCollector;
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
 * Anonymises plans that have ended. All their revisions are changed to refer to anonymised copies of their documents; the originals are deleted
 * as soon as no plan refers to them. What was planned, and the number of participants, remains.
 */
@Component
public class PlanAnonymiser {
    /** Time zone of the dates on which plans end. */
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final Logger LOG = LoggerFactory.getLogger(PlanAnonymiser.class);

    private final JdbcClient database;
    private final DocumentStore documents;
    private final PlanStatusRepository statuses;
    private final UnusedDocumentCollector unused;
    private final OrganisationRepository organisations;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final List<PlanLifecycleListener> lifecycleListeners;
    private final IdempotencyRepository storedResponses;

    PlanAnonymiser(
            JdbcClient database,
            DocumentStore documents,
            PlanStatusRepository statuses,
            UnusedDocumentCollector unused,
            OrganisationRepository organisations,
            AuditLog audit,
            InstantSource clock,
            TransactionTemplate transaction,
            List<PlanLifecycleListener> lifecycleListeners,
            IdempotencyRepository storedResponses) {
        this.storedResponses = storedResponses;
        this.database = database;
        this.documents = documents;
        this.statuses = statuses;
        this.unused = unused;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
        this.lifecycleListeners = List.copyOf(lifecycleListeners);
    }

    /** Returns today's date in the schools' time zone. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Anonymises the plans whose retention has expired according to their organisation. A failure of one does not prevent the others. */
    public void forgetDuePlans() {
        forgetDuePlans(today());
    }

    /** Anonymises the plans that are due on this day. */
    void forgetDuePlans(LocalDate today) {
        for (Organisation organisation : organisations.all()) {
            Integer days = organisations.effectiveRetentionDays(organisation.id());
            if (days != null) {
                forgetPlansEndedBefore(organisation.id(), today.minusDays(days), null);
            }
        }
    }

    /**
     * Anonymises all revisions of an organisation's plans that ended before a date. This cannot be undone.
     *
     * @return the plans that contained names before
     * @throws RefusalException 422 if the date is after today
     */
    List<PlanId> forget(OrganisationId organisation, LocalDate endedBefore, Caller caller) {
        if (endedBefore.isAfter(today())) {
            throw RefusalException.unusable("forget.in-the-future", "/endedBefore", endedBefore.toString());
        }
        return forgetPlansEndedBefore(organisation, endedBefore, caller.account());
    }

    /**
     * Anonymises an organisation's plans that ended before a date.
     *
     * @param asked account that requested it; {@code null} means that the retention expired
     * @return the plans that were changed
     */
    public List<PlanId> forgetPlansEndedBefore(OrganisationId organisation, LocalDate date, @Nullable AccountId asked) {
        var forgot = new ArrayList<PlanId>();
        for (PlanId plan : plans(organisation)) {
            try {
                if (Boolean.TRUE.equals(
                        transaction.execute(status -> forgetIfEnded(plan, organisation, date, asked)))) {
                    forgot.add(plan);
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "Plan {} could not be anonymised ({}); continuing with the other plans.",
                        plan,
                        e.getClass().getName());
            }
        }
        return forgot;
    }

    /** Returns all plans, including those in the trash. */
    private List<PlanId> plans(OrganisationId organisation) {
        return database.sql("SELECT id FROM plan WHERE organisation = :organisation ORDER BY id")
                .param("organisation", organisation.value())
                .query((row, number) -> new PlanId(row.getString("id")))
                .list();
    }

    private record RevisionDocuments(
            String revision, String problem, @Nullable String timetable) {}

    private boolean forgetIfEnded(PlanId plan, OrganisationId organisation, LocalDate date, @Nullable AccountId asked) {
        database.sql("SELECT id FROM plan WHERE id = :id FOR UPDATE")
                .param("id", plan.value())
                .query(String.class)
                .list();
        String head = database.sql("SELECT r.problem FROM plan p JOIN revision r ON r.id = p.head WHERE p.id = :id")
                .param("id", plan.value())
                .query(String.class)
                .single();
        if (!lastDay(documents.json(head)).isBefore(date)) {
            return false; // only the head counts: earlier revisions may have planned another end
        }
        List<RevisionDocuments> revisions = database.sql(
                        "SELECT id, problem, timetable FROM revision WHERE plan = :plan ORDER BY number")
                .param("plan", plan.value())
                .query((row, number) -> new RevisionDocuments(
                        row.getString("id"), row.getString("problem"), row.getString("timetable")))
                .list();
        Set<String> problems = new HashSet<>();
        revisions.forEach(one -> problems.add(one.problem()));
        Map<String, String> replaced = new HashMap<>();
        problems.forEach(hash ->
                replaced.put(hash, documents.storeUnread(DocumentAnonymiser.anonymiseProblem(documents.json(hash)))));
        for (RevisionDocuments one : revisions) {
            String timetable = one.timetable();
            if (timetable != null) {
                documents // the effective problem, with commitments to other plans
                        .findSourceProblem(timetable)
                        .ifPresent(made -> replaced.computeIfAbsent(
                                made,
                                hash -> documents.storeUnread(
                                        DocumentAnonymiser.anonymiseProblem(documents.json(hash)))));
                replaced.computeIfAbsent(timetable, hash -> anonymiseTimetable(hash, replaced));
            }
        }
        replaced.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        if (replaced.isEmpty()) {
            lifecycleListeners.forEach(
                    one -> one.onForgetPeople(plan)); // new data may have come outside the revisions since they forgot
            return false;
        }
        revisions.forEach(one -> updateRevision(one, replaced));
        database.sql("UPDATE plan SET version = version + 1 WHERE id = :id")
                .param("id", plan.value())
                .update();
        PlanContext.clear();
        lifecycleListeners.forEach(one -> one.onForgetPeople(plan));
        storedResponses.deleteAnswersAbout(organisation.value());
        unused.deleteUnused(replaced.keySet());
        audit.recordForgotten(asked, organisation, plan, "audit.plan-forgot");
        return true;
    }

    /** Reads only the horizon as JSON, because the plugins of an old plan may no longer be installed. */
    private static LocalDate lastDay(Json.JsonObject problem) {
        if (problem.fields().get("horizon") instanceof Json.JsonObject horizon
                && horizon.fields().get("firstWeek") instanceof Json.JsonString first
                && horizon.fields().get("weeks") instanceof Json.JsonNumber weeks) {
            return IsoWeek.parse(first.value())
                    .date(DayOfWeek.MONDAY)
                    .plusWeeks(weeks.value().intValueExact())
                    .minusDays(1);
        }
        throw new IllegalStateException("A stored problem has no horizon.");
    }

    private String anonymiseTimetable(String hash, Map<String, String> replaced) {
        Timetable timetable = documents.timetable(hash).value();
        String problem = replaced.getOrDefault(timetable.problem(), timetable.problem());
        return documents
                .store(DocumentAnonymiser.anonymiseTimetable(timetable, problem))
                .hash();
    }

    private void updateRevision(RevisionDocuments one, Map<String, String> replaced) {
        String timetable = one.timetable();
        database.sql("UPDATE revision SET problem = :problem, timetable = :timetable WHERE id = :id")
                .param("problem", replaced.getOrDefault(one.problem(), one.problem()))
                .param("timetable", timetable == null ? null : replaced.getOrDefault(timetable, timetable))
                .param("id", one.revision())
                .update();
        statuses.delete(new RevisionId(one.revision()));
    }
}
