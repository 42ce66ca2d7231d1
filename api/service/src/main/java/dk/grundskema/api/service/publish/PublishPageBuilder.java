package dk.grundskema.api.service.publish;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.page.PageRenderer;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.plan.history.ViolationCountReader;
import dk.grundskema.api.service.publish.PublicationAdministration.CalendarChangeCounts;
import dk.grundskema.api.service.publish.PublicationAdministration.CalendarNews;
import dk.grundskema.api.service.publish.PublicationAdministration.PublicationOutlook;
import dk.grundskema.api.service.publish.PublicationAdministration.PublicationSummary;
import dk.grundskema.api.service.publish.PublishPage.CalendarChanges;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the model of the page on which a plan is published. */
@Component
final class PublishPageBuilder {
    private final PublicationAdministration administration;
    private final PublicationMailStatus mails;
    private final PlanHistory history;
    private final PlanStore plans;
    private final ViolationCountReader violationCountReader;

    PublishPageBuilder(
            PublicationAdministration administration,
            PublicationMailStatus mails,
            PlanHistory history,
            PlanStore plans,
            ViolationCountReader violationCountReader) {
        this.administration = administration;
        this.mails = mails;
        this.history = history;
        this.plans = plans;
        this.violationCountReader = violationCountReader;
    }

    /** Returns the page. Fails like {@link PublicationAdministration#preview}. */
    PublishPage build(Plan plan, @Nullable RevisionId revision, int done, PublishPage.PublishForm form, Caller caller) {
        PublicationOutlook outlook = administration.preview(plan.id(), revision, caller);
        List<PublicationSummary> past = administration.listPast(plan.id());
        return new PublishPage(
                plan.id().value(),
                plan.version(),
                caller.permissionsIn(plan.organisation()).contains(Permission.EDIT),
                mails.isOffered(),
                done > 0 && done == outlook.last(),
                outlook.last() == 0 || plan.inUse()
                        ? null
                        : new PublishPage.UnusedPlanNotice(
                                caller.permissionsIn(plan.organisation()).contains(Permission.PLAN)),
                new PublishPage.PendingChanges(
                        outlook.last() == 0,
                        outlook.isNew(),
                        revision == null || revision.equals(plan.head()) ? null : olderRevision(revision),
                        countConflicts(revision == null ? plan.head() : revision),
                        calendarChanges(outlook, one -> one.kind() == LinkKind.STAFF),
                        calendarChanges(outlook, one -> one.kind() != LinkKind.STAFF)),
                form,
                past.stream()
                        .map(one -> new PublishPage.PastPublication(
                                one.number(),
                                one.author(),
                                PageRenderer.toLocalDateTime(one.published()),
                                one.note(),
                                one.heldBack()))
                        .toList(),
                mails.isOffered() && outlook.last() > 0
                        ? mailCounts(mails.countMails(plan.id(), outlook.last()))
                        : null);
    }

    private long countConflicts(RevisionId revision) {
        return violationCountReader
                .countsOf(plans.revision(revision))
                .map(ViolationCounts::conflicts)
                .orElse(0L);
    }

    private PublishPage.OlderRevision olderRevision(RevisionId revision) {
        PlanHistory.HistoryRevision step = history.revision(revision);
        return new PublishPage.OlderRevision(
                revision.value(), step.number(), step.text(), PageRenderer.toLocalDateTime(step.made()));
    }

    private static List<CalendarChanges> calendarChanges(PublicationOutlook outlook, Predicate<CalendarNews> which) {
        return outlook.all().stream()
                .filter(which)
                .map(one -> new CalendarChanges(
                        one.id(), one.kind().name(), one.name(), changeCounts(one.counts()), one.words()))
                .toList();
    }

    private static PublishPage.ChangeCounts changeCounts(CalendarChangeCounts counts) {
        return new PublishPage.ChangeCounts(
                counts.added(), counts.moved(), counts.cancelled(), counts.room(), counts.people(), counts.others());
    }

    private static PublishPage.MailStatusCounts mailCounts(PublicationMailStatus.PublicationMailCounts all) {
        return new PublishPage.MailStatusCounts(
                all.isReady(),
                all.waiting(),
                all.sent(),
                all.uncertain(),
                all.failed(),
                all.declined(),
                all.withoutAddress());
    }
}
