package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import dk.grundskema.solver.change.ChangedPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what stored previews do, and prepares their planning. */
@Component
class ChangePreviewReader {
    /** Number of cached previews. One of a large school takes some tens of megabytes. */
    private static final int CACHE_SIZE = 8;

    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final RecordedAbsences recordedAbsences;
    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<List<String>, ComputedPreview> computed =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    ChangePreviewReader(
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            RecordedAbsences recordedAbsences,
            PluginPlanningFacade planning) {
        this.recordedAbsences = recordedAbsences;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.planning = planning;
    }

    /**
     * Prepares the planning of a change. Times at which people are busy in other plans are taken into account. Each change covers the duties of all who are
     * recorded as absent, so that none of them gets a duty in exchange for another; only who is locked in a series keeps it.
     *
     * @throws RefusalException 404 if the plan is gone, 409 if a plugin is missing
     */
    PreparedChange prepare(StoredPreview stored) {
        Plan plan = plans.get(stored.plan());
        Revision base = plans.revision(stored.base());
        documents.prefetch(Stream.of(base.problem(), base.timetable(), stored.problem(), stored.least(), stored.fresh())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        RatedPlan from = documents.changeBase(
                documents.problem(base.problem()),
                Objects.requireNonNull(documents.timetableOf(base)),
                stored.changes() == 0);
        StoredDocument.StoredTimetable timetable = from.timetable();
        List<Absence> away = recordedAbsences.all(plan.id());
        Problem before = RecordedAbsences.withoutNew(
                commitments.withCommitments(plan, from.problem()).value(), timetable.value(), away);
        Problem busy = commitments
                .withCommitments(plan, documents.problem(stored.problem()))
                .value();
        Map<Boolean, List<Absence>> isCovered =
                RecordedAbsences.splitByLocks(busy, timetable.value(), away, stored.now());
        Problem after = RecordedAbsences.withoutNew(
                new AbsenceChange(timetable.value(), Objects.requireNonNull(isCovered.get(true)), stored.now())
                        .apply(busy),
                timetable.value(),
                Objects.requireNonNull(isCovered.get(false)));
        var operation = new ChangePlanner(planning, before, timetable.value(), stored.now());
        return new PreparedChange(operation, after, operation.prepare(after, stored.problem()));
    }

    /** Returns what a change does; empty until the least change is known. */
    Optional<ComputedPreview> read(StoredPreview stored) {
        return stored.least() == null
                ? Optional.empty()
                : Optional.of(computed.get(key(stored), any -> compute(stored)));
    }

    /** Remembers what a change does, as it was just planned. */
    void remember(StoredPreview stored, ComputedPreview planned) {
        computed.put(key(stored), planned);
    }

    private static List<String> key(StoredPreview stored) {
        return List.of(
                stored.id(),
                Objects.requireNonNullElse(stored.least(), ""),
                Objects.requireNonNullElse(stored.fresh(), ""));
    }

    private ComputedPreview compute(StoredPreview stored) {
        PreparedChange prepared = prepare(stored);
        var least = documents.timetable(Objects.requireNonNull(stored.least())).value();
        String fresh = stored.fresh();
        ChangedPlan afresh = fresh == null
                ? null
                : prepared.changer().describe(documents.timetable(fresh).value());
        return new ComputedPreview(prepared.describe(least), afresh);
    }
}
