package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublishedPlan;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.publish.PublishingAuditor;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists and changes the calendar links of a plan. Records all changes in the audit log. */
@Component
class FeedLinkService {
    private final LinkRepository links;
    private final PublishingAuditor auditor;
    private final PublicationRepository publications;
    private final FeedLanguageChanger languages;
    private final PublishedPlanCache calendars;
    private final PlanStore plans;
    private final RequestTexts requestTexts;

    FeedLinkService(
            LinkRepository links,
            PublishingAuditor auditor,
            PublicationRepository publications,
            FeedLanguageChanger languages,
            PublishedPlanCache calendars,
            PlanStore plans,
            RequestTexts requestTexts) {
        this.links = links;
        this.auditor = auditor;
        this.publications = publications;
        this.languages = languages;
        this.calendars = calendars;
        this.plans = plans;
        this.requestTexts = requestTexts;
    }

    /**
     * A link with the name of its target.
     *
     * @param link the link
     * @param name display name of the owner of the calendar; the owner's id if the publication cannot be read
     */
    record NamedLink(FeedLink link, String name) {
        /** Returns only the link's id. */
        @Override
        public String toString() {
            return link.toString();
        }
    }

    /**
     * A link to an own calendar.
     *
     * @param plan  plan of the calendar
     * @param title title of the plan that its family began with
     * @param link  the link
     */
    record OwnLink(Plan plan, String title, NamedLink link) {}

    /**
     * Returns the links of a plan and its scenarios, ordered by kind and owner; empty before the first publication.
     *
     * @param kind kind of calendars; {@code null} means all
     */
    List<NamedLink> list(PlanId plan, @Nullable LinkKind kind) {
        PlanId found = shownPlan(plan);
        PublishedPlan last = findLastReadable(found);
        return links.find(found).stream()
                .filter(link -> kind == null || link.kind() == kind)
                .map(link -> named(link, last))
                .toList();
    }

    /** Returns the links to the caller's own calendars. The number of SQL statements does not depend on the number of links. */
    List<OwnLink> listOwn(Caller caller) {
        List<FeedLink> own = links.findByStaff(caller.ownStaff());
        Map<PlanId, Plan> found =
                plans
                        .findAll(own.stream()
                                .map(FeedLink::plan)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Plan::id, Function.identity()));
        Map<PlanId, Problem> problems = calendars.findLastProblems(found.keySet());
        Map<PlanId, String> titles = plans.familyTitles(found.values());
        var all = new ArrayList<OwnLink>();
        for (FeedLink link : own) {
            Plan plan = found.get(link.plan());
            if (plan != null) {
                all.add(new OwnLink(
                        plan,
                        titles.getOrDefault(plan.id(), ""),
                        new NamedLink(link, staffName(link, problems.get(plan.id())))));
            }
        }
        return all;
    }

    private static String staffName(FeedLink link, @Nullable Problem last) {
        return Optional.ofNullable(last)
                .flatMap(problem -> problem.staffMember(new StaffId(link.ownerId())))
                .map(StaffMember::name)
                .orElse(link.ownerId());
    }

    /** Gives a link a new address. A revoked link works again. Fails like {@link LinkRepository#renew}. */
    NamedLink renew(PlanId plan, LinkId link, Caller caller) {
        PlanId found = shownPlan(plan);
        return named(auditor.auditRenewal(caller.account(), () -> links.renew(found, link)));
    }

    /** Revokes a link until it is renewed. Fails like {@link LinkRepository#revoke}. */
    NamedLink revoke(PlanId plan, LinkId link, Caller caller) {
        PlanId found = shownPlan(plan);
        return named(auditor.auditRevocation(caller.account(), () -> links.revoke(found, link)));
    }

    /** Changes the language of a calendar. Fails like {@link FeedLanguageChanger#changeLanguage}. */
    NamedLink changeLanguage(PlanId plan, LinkId link, Language language, Caller caller) {
        PlanId found = shownPlan(plan);
        languages.prepareFeed(found, link);
        return named(
                auditor.auditLanguageChange(caller.account(), () -> languages.changeLanguage(found, link, language)));
    }

    private PlanId shownPlan(PlanId plan) {
        return publications.findShownPlan(plans.get(plan).id());
    }

    private NamedLink named(FeedLink link) {
        return named(link, findLastReadable(Objects.requireNonNull(link.plan())));
    }

    private @Nullable PublishedPlan findLastReadable(PlanId plan) {
        return publications.findShown(plan).flatMap(calendars::findReadable).orElse(null);
    }

    private NamedLink named(FeedLink link, @Nullable PublishedPlan last) {
        Language language = Language.of(requestTexts.language());
        return new NamedLink(link, last == null ? link.ownerId() : last.events().ownerName(link.owner(), language));
    }
}
