package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.fidelity.BreakdownFormatter;
import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.ledger.LedgerTexts;
import dk.grundskema.api.exports.workbook.FidelityWorkbook;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.absence.DeliveryRepository;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.history.AssessmentCache;
import dk.grundskema.api.service.timetable.FileResponse;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Compares timetables of plans with their requirements and builds the ledger, for pages and the REST API. Comparisons are cached by problem and
 * timetable.
 */
@Component
public class FidelityReporter {
    /** Maximum number of cached results. */
    private static final int CACHE_SIZE = 6;

    private final TimetableViewProvider timetableViewProvider;
    private final PluginPlanningFacade planning;
    private final AssessmentCache assessments;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final DeliveryRepository deliveries;
    private final LeastRecentlyUsedCache<List<Object>, FidelityView> fidelityViewCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    FidelityReporter(
            TimetableViewProvider timetableViewProvider,
            PluginPlanningFacade planning,
            AssessmentCache assessments,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            DeliveryRepository deliveries) {
        this.timetableViewProvider = timetableViewProvider;
        this.planning = planning;
        this.assessments = assessments;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.deliveries = deliveries;
    }

    /**
     * Returns the comparison of a plan's timetable with the requirements of its interventions' guidelines, as the caller may see it.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if the plan has no timetable; 409 if it requires a missing plugin
     */
    public FidelityView fidelity(PlanId plan, Caller caller) {
        return fidelity(timetableViewProvider.resolve(plan, caller));
    }

    /** Returns the comparison as a workbook. Fails like {@link #fidelity(PlanId, Caller)}. */
    public ResponseEntity<byte[]> fidelityWorkbook(PlanId plan, Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        return FileResponse.of(
                "fidelity.xlsx",
                FileResponse.WORKBOOK,
                FidelityWorkbook.bytes(fidelity(viewedTimetable), viewedTimetable.language()));
    }

    /** Returns the comparison of the given timetable. */
    FidelityView fidelity(ViewedTimetable viewedTimetable) {
        return fidelityViewCache.get(
                List.of(
                        viewedTimetable.tag(),
                        viewedTimetable.problem().hash(),
                        viewedTimetable.timetable().hash(),
                        reasonDependencies(viewedTimetable)),
                fresh -> format(viewedTimetable));
    }

    private FidelityView format(ViewedTimetable viewedTimetable) {
        var timetable = viewedTimetable.timetable().value();
        var names = nameResolverFactory
                .names(viewedTimetable.problem(), viewedTimetable.students())
                .withTimetable(timetable);
        var texts = requestTexts.texts().withNames(names);
        return new FidelityFormatter(texts, new BreakdownFormatter(texts.withNames(names.forTables())))
                .toView(assessments.explain(
                        viewedTimetable.plan(), viewedTimetable.problem(), viewedTimetable.timetable()));
    }

    /** Returns what the comparison depends on besides the timetable: equal texts mean equal comparisons. */
    String reasonDependencies(ViewedTimetable viewedTimetable) {
        return assessments.surroundings(viewedTimetable.plan(), viewedTimetable.problem());
    }

    /** Returns the ledger, including entered attendance, without names of students. Fails like {@link #fidelity}. */
    public dk.grundskema.api.documents.ledger.LedgerSummaryBuilder.LedgerSummary ledger(PlanId plan, Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        var problem = viewedTimetable.problem().value();
        var timetable = deliveries.withEnteredDeliveries(
                plan, viewedTimetable.timetable().value());
        var words = LedgerTexts.of(viewedTimetable.language(), problem, planning.typeNames(viewedTimetable.language()));
        return dk.grundskema.api.documents.ledger.LedgerSummaryBuilder.summarize(
                planning.ledger(problem, timetable), words);
    }
}
