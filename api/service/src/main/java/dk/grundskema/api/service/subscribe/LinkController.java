package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublicationViews.LinkView;
import dk.grundskema.api.service.publish.PublicationViews.LinksView;
import dk.grundskema.api.service.publish.PublicationViews.OwnLinkView;
import dk.grundskema.api.service.publish.PublicationViews.OwnLinksView;
import dk.grundskema.api.service.publish.PublishedPlan;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.publish.PublishingAuditor;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST operations on calendar links. A link grants read access to anyone, so only users who may edit the plan see all links; staff members
 * see their own.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Links")
final class LinkController {
    private final LinkRepository links;
    private final PublishingAuditor noted;
    private final PublicationRepository publications;
    private final FeedLanguageChanger languages;
    private final PublishedPlanCache calendars;
    private final LinkAddresses addresses;
    private final PlanStore plans;
    private final RequestTexts speaking;

    LinkController(
            LinkRepository links,
            PublishingAuditor noted,
            PublicationRepository publications,
            FeedLanguageChanger languages,
            PublishedPlanCache calendars,
            LinkAddresses addresses,
            PlanStore plans,
            RequestTexts speaking) {
        this.links = links;
        this.noted = noted;
        this.publications = publications;
        this.languages = languages;
        this.calendars = calendars;
        this.addresses = addresses;
        this.plans = plans;
        this.speaking = speaking;
    }

    /** @param kind only links to calendars of these; without it all */
    @GetMapping("/plans/{plan}/links")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "listLinks", summary = "All links by which a plan's calendars are followed.")
    LinksView list(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable LinkKind kind) {
        PlanId found = plans.get(plan).id();
        PublishedPlan last =
                publications.findLast(found).flatMap(calendars::findReadable).orElse(null);
        List<LinkView> all = links.find(found).stream()
                .filter(link -> kind == null || link.kind() == kind)
                .map(link -> view(link, last))
                .toList();
        return new LinksView(all);
    }

    @PostMapping("/plans/{plan}/links/{link}/renew")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "renewLink",
            summary =
                    "Gives a link another address: from now on nobody knows the old one. One that was revoked answers again.")
    LinkView renew(@PathVariable PlanId plan, @PathVariable LinkId link, Caller caller) {
        PlanId found = plans.get(plan).id();
        return view(noted.auditRenewal(caller.account(), () -> links.renew(found, link)));
    }

    @PostMapping("/plans/{plan}/links/{link}/revoke")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "revokeLink", summary = "Lets a link answer nobody any more, until it is renewed.")
    LinkView revoke(@PathVariable PlanId plan, @PathVariable LinkId link, Caller caller) {
        PlanId found = plans.get(plan).id();
        return view(noted.auditRevocation(caller.account(), () -> links.revoke(found, link)));
    }

    /**
     * How a calendar is to speak.
     *
     * @param language language of all that it says
     */
    record LinkChange(Language language) {}

    @PutMapping("/plans/{plan}/links/{link}")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "changeLink", summary = "Lets a calendar speak another language from now on.")
    LinkView change(
            @PathVariable PlanId plan, @PathVariable LinkId link, @RequestBody LinkChange change, Caller caller) {
        languages.prepareFeed(plan, link);
        return view(noted.auditLanguageChange(
                caller.account(), () -> languages.changeLanguage(plan, link, change.language())));
    }

    @GetMapping("/me/links")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getMyLinks", summary = "Links to the caller's own calendars.")
    OwnLinksView mine(Caller caller) {
        List<FeedLink> own = links.findByStaff(caller.ownStaff());
        List<Plan> all = plans.findAll(
                own.stream().map(FeedLink::plan).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<PlanId, String> titles = all.stream().collect(Collectors.toMap(Plan::id, Plan::title));
        Map<PlanId, Problem> problems = calendars.findLastProblems(titles.keySet());
        return new OwnLinksView(own.stream()
                .filter(link -> titles.containsKey(link.plan()))
                .map(link -> ownView(
                        link, titles.getOrDefault(link.plan(), ""), Optional.ofNullable(problems.get(link.plan()))))
                .toList());
    }

    private OwnLinkView ownView(FeedLink link, String title, Optional<Problem> last) {
        String name = last.flatMap(problem -> problem.staffMember(new StaffId(link.ownerId())))
                .map(StaffMember::name)
                .orElse(link.ownerId());
        return new OwnLinkView(Objects.requireNonNull(link.plan()).value(), title, LinkView.of(link, name, addresses));
    }

    private LinkView view(FeedLink link) {
        return view(
                link,
                publications
                        .findLast(Objects.requireNonNull(link.plan()))
                        .flatMap(calendars::findReadable)
                        .orElse(null));
    }

    /** Converts a link. Uses the owner's id as the name if the publication cannot be read. */
    private LinkView view(FeedLink link, @Nullable PublishedPlan last) {
        Language language = Language.of(speaking.language());
        String name = last == null ? link.ownerId() : last.events().ownerName(link.owner(), language);
        return LinkView.of(link, name, addresses);
    }
}
