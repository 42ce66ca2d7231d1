package dk.grundskema.api.service.publish;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.plan.history.PlanStatusView.VacantSeatView;
import dk.grundskema.api.service.publish.PublicationHistory.ShownPlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the model of the page on which a plan is published. */
@Component
final class PublishPageBuilder {
    private final PublicationPreviewer previewer;
    private final PublicationHistory publications;
    private final AffectedStaffFinder affectedStaffFinder;
    private final PublicationMailStatus mails;
    private final PlanHistory history;
    private final PlanStore plans;
    private final PlanStatusReader planStatusReader;
    private final PlanStatusPresenter planStatusPresenter;

    PublishPageBuilder(
            PublicationPreviewer previewer,
            PublicationHistory publications,
            AffectedStaffFinder affectedStaffFinder,
            PublicationMailStatus mails,
            PlanHistory history,
            PlanStore plans,
            PlanStatusReader planStatusReader,
            PlanStatusPresenter planStatusPresenter) {
        this.previewer = previewer;
        this.publications = publications;
        this.affectedStaffFinder = affectedStaffFinder;
        this.mails = mails;
        this.history = history;
        this.plans = plans;
        this.planStatusReader = planStatusReader;
        this.planStatusPresenter = planStatusPresenter;
    }

    /** Returns the page. Fails like {@link PublicationPreviewer#preview}. */
    PublishPage build(Plan plan, @Nullable RevisionId revision, int done, PublishPage.PublishForm form, Caller caller) {
        PublicationPreview preview = previewer.preview(plan, NewPublication.of(revision), caller.account());
        Revision published = plans.revision(preview.revision());
        Optional<PlanStatus> status = planStatusReader.find(published);
        ShownPlan shown = publications.findOtherShownPlan(plan).orElse(null);
        boolean mayPublish = caller.permissionsIn(plan.organisation()).contains(Permission.EDIT);
        List<VacantSeatView> acceptedSeats =
                mayPublish && preview.isNew() ? planStatusPresenter.describeAcceptedSeats(published) : List.of();
        return new PublishPage(
                plan.id().value(),
                plan.version(),
                mayPublish,
                mails.isOffered(),
                done > 0 && done == preview.last(),
                shown,
                mayPublish && shown == null && preview.last() > 1
                        ? affectedStaffFinder.findReadable(plan.id()).orElse(null)
                        : null,
                preview.last() == 0 || plan.inUse()
                        ? null
                        : new PublishPage.UnusedPlanNotice(
                                caller.permissionsIn(plan.organisation()).contains(Permission.PLAN)),
                new PublishPage.PendingChanges(
                        preview.last() == 0,
                        preview.isNew(),
                        revision == null || revision.equals(plan.head()) ? null : olderRevision(revision),
                        status.map(PlanStatus::conflicts).orElse(0L),
                        status.map(PlanStatus::openSeats).orElse(0L) + acceptedSeats.size(),
                        acceptedSeats,
                        mayPublish && preview.isNew()
                                ? planStatusPresenter.describeAbsentSeatsOfCalendars(published)
                                : List.of(),
                        preview.staff(),
                        preview.others()),
                form,
                publications.latest(plan.id()).map(PublishPageBuilder::pastPublication),
                mails.isOffered() && preview.last() > 0 ? mails.countMails(plan.id(), preview.last()) : null);
    }

    private PublishPage.OlderRevision olderRevision(RevisionId revision) {
        PlanHistory.HistoryRevision step = history.revision(revision);
        return new PublishPage.OlderRevision(
                revision.value(), step.number(), step.text(), PageRenderer.toLocalDateTime(step.made()));
    }

    private static PublishPage.PastPublication pastPublication(PublicationHistory.AuthoredPublication one) {
        Publication made = one.publication();
        return new PublishPage.PastPublication(
                made.number(),
                Optional.ofNullable(one.author()).orElse(""),
                PageRenderer.toLocalDateTime(made.published()),
                made.note(),
                made.heldBack().size());
    }
}
