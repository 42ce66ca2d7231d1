package dk.grundskema.api.server.pages.publishing;

import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.notices.MailNews;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanHistory;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.plans.StandingNow;
import dk.grundskema.api.server.publishing.LinkKind;
import dk.grundskema.api.server.publishing.PublishDesk;
import dk.grundskema.api.server.publishing.PublishDesk.Counts;
import dk.grundskema.api.server.publishing.PublishDesk.News;
import dk.grundskema.api.server.publishing.PublishDesk.Outlook;
import dk.grundskema.api.server.publishing.PublishDesk.Past;
import dk.grundskema.api.web.app.publishing.PublishPage;
import dk.grundskema.api.web.app.publishing.PublishPage.Calendar;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands on the page on which a plan is published. */
@Component
final class Outlooks {
    private final PublishDesk desk;
    private final MailNews mails;
    private final PlanHistory history;
    private final Plans plans;
    private final StandingNow standing;

    Outlooks(PublishDesk desk, MailNews mails, PlanHistory history, Plans plans, StandingNow standing) {
        this.desk = desk;
        this.mails = mails;
        this.history = history;
        this.plans = plans;
        this.standing = standing;
    }

    /** The page. Throws as {@link PublishDesk#outlook}. */
    PublishPage page(Plan plan, @Nullable RevisionId revision, int done, PublishPage.Form form, Caller caller) {
        Outlook outlook = desk.outlook(plan.id(), revision, caller);
        List<Past> past = desk.past(plan.id());
        return new PublishPage(
                plan.id().value(),
                plan.version(),
                caller.permissions(plan.organisation()).contains(Permission.EDIT),
                mails.isOffered(),
                done > 0 && done == outlook.last(),
                outlook.last() == 0 || plan.inUse()
                        ? null
                        : new PublishPage.Unused(
                                caller.permissions(plan.organisation()).contains(Permission.PLAN)),
                new PublishPage.News(
                        outlook.last() == 0,
                        outlook.isNew(),
                        revision == null || revision.equals(plan.head()) ? null : older(revision),
                        conflicts(revision == null ? plan.head() : revision),
                        calendars(outlook, one -> one.kind() == LinkKind.STAFF),
                        calendars(outlook, one -> one.kind() != LinkKind.STAFF)),
                form,
                past.stream()
                        .map(one -> new PublishPage.Past(
                                one.number(), one.author(), Front.at(one.published()), one.note(), one.heldBack()))
                        .toList(),
                mails.isOffered() && outlook.last() > 0 ? mails(mails.of(plan.id(), outlook.last())) : null);
    }

    private long conflicts(RevisionId revision) {
        return standing.of(plans.revision(revision)).map(Standing::conflicts).orElse(0L);
    }

    private PublishPage.Older older(RevisionId revision) {
        PlanHistory.Step step = history.step(revision);
        return new PublishPage.Older(revision.value(), step.number(), step.text(), Front.at(step.made()));
    }

    private static List<Calendar> calendars(Outlook outlook, Predicate<News> which) {
        return outlook.all().stream()
                .filter(which)
                .map(one -> new Calendar(one.id(), one.kind().name(), one.name(), counts(one.counts()), one.words()))
                .toList();
    }

    private static PublishPage.Counts counts(Counts counts) {
        return new PublishPage.Counts(
                counts.added(), counts.moved(), counts.cancelled(), counts.room(), counts.people(), counts.others());
    }

    private static PublishPage.Mails mails(MailNews.Mails all) {
        return new PublishPage.Mails(
                all.isReady(),
                all.waiting(),
                all.sent(),
                all.uncertain(),
                all.failed(),
                all.declined(),
                all.withoutAddress());
    }
}
