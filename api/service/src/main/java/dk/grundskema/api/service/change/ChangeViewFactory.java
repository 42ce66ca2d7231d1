package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.ChangeFormatter;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.change.ChangePreview.Coverage;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.absence.DeliveryRepository;
import dk.grundskema.api.service.change.ChangeViews.BeforeAndAfterView;
import dk.grundskema.api.service.change.ChangeViews.ChangePreviewView;
import dk.grundskema.api.service.change.ChangeViews.FreshPlanView;
import dk.grundskema.api.service.change.ChangeViews.LeastChangeView;
import dk.grundskema.api.service.change.ChangeViews.PreviewSectionView;
import dk.grundskema.api.service.edit.EffectViewFactory;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.change.ChangedPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates views of changes, in the caller's language and with the names that the caller may see. */
@Component
class ChangeViewFactory {
    private final ChangePreviewReader previewReader;
    private final DocumentStore documents;
    private final EffectViewFactory effectViewFactory;
    private final RequestTexts requestTexts;
    private final DeliveryRepository deliveries;

    ChangeViewFactory(
            ChangePreviewReader previewReader,
            DocumentStore documents,
            EffectViewFactory effectViewFactory,
            RequestTexts requestTexts,
            DeliveryRepository deliveries) {
        this.previewReader = previewReader;
        this.documents = documents;
        this.effectViewFactory = effectViewFactory;
        this.requestTexts = requestTexts;
        this.deliveries = deliveries;
    }

    /** Returns the view of a preview. */
    ChangePreviewView view(Plan plan, StoredPreview stored, Caller caller) {
        LeastChangeView least = null;
        FreshPlanView fresh = null;
        ComputedPreview computed = previewReader.read(stored).orElse(null);
        if (computed != null) {
            ChangeFormatter formatter = formatter(plan, stored, computed.least(), caller);
            least = least(computed.least(), formatter);
            fresh = fresh(computed.fresh(), computed.least(), formatter);
        }
        List<Finding> findings = stored.state() == PreviewState.FAILED
                ? List.of(Finding.error(
                        stored.least() == null ? "plan-change.ended" : "plan-change.comparison-ended", ""))
                : List.of();
        return new ChangePreviewView(
                stored.id(),
                stored.state(),
                stored.created(),
                stored.version(),
                plan.version() != stored.version(),
                stored.now(),
                least,
                fresh,
                requestTexts.describeFindings(findings));
    }

    private ChangeFormatter formatter(Plan plan, StoredPreview stored, ChangePreview preview, Caller caller) {
        var words = effectViewFactory.forPlan(
                plan, documents.problem(stored.problem()), preview.after().timetable(), caller);
        return new ChangeFormatter(
                words.texts(),
                words.names(),
                preview,
                deliveries.findWithEntered(plan.id(), preview.before().timetable()));
    }

    private static LeastChangeView least(ChangePreview preview, ChangeFormatter formatter) {
        ChangedPlan before = preview.before();
        ChangedPlan after = preview.after();
        Coverage coverage = preview.coverage();
        return new LeastChangeView(
                preview.daysOfOthers().size(),
                preview.daysInOtherRoom().size(),
                preview.daysWithOtherPartner().size(),
                after.difference().dates().size(),
                coverage.takenOver(),
                coverage.nobody(),
                coverage.withoutRoom(),
                new BeforeAndAfterView(preview.count(before, Level.HARD), preview.count(after, Level.HARD)),
                new BeforeAndAfterView(preview.shortfallsBefore(), preview.shortfallsAfter()),
                new BeforeAndAfterView(before.wishCost(), after.wishCost()),
                formatter.sections().stream()
                        .map(one -> new PreviewSectionView(one.kind(), one.title(), one.lines()))
                        .toList());
    }

    private static @Nullable FreshPlanView fresh(
            @Nullable ChangedPlan fresh, ChangePreview preview, ChangeFormatter formatter) {
        return fresh == null
                ? null
                : new FreshPlanView(
                        formatter.isBetter(fresh),
                        preview.count(fresh, Level.HARD),
                        preview.count(fresh, Level.MEDIUM),
                        preview.changedDays(fresh).size(),
                        formatter.comparison(fresh).lines());
    }
}
