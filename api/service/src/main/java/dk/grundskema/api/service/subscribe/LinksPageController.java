package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinksPage;
import dk.grundskema.api.service.publish.PublicationFormatter;
import dk.grundskema.api.service.publish.PublicationHistory;
import dk.grundskema.api.service.subscribe.FeedLinkService.NamedLink;
import dk.grundskema.domain.people.Language;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page with a plan's calendar links. Answers script requests with the changed link only. */
@PageController
@Hidden // not part of the REST API
final class LinksPageController {
    private static final String SCRIPT = "HX-Request";

    private final PlanStore plans;
    private final PublicationHistory publications;
    private final FeedLinkService links;
    private final YearLinkService yearLinks;
    private final LinkAddresses addresses;
    private final OrganisationRepository organisations;
    private final RequestTexts requestTexts;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    LinksPageController(
            PlanStore plans,
            PublicationHistory publications,
            FeedLinkService links,
            YearLinkService yearLinks,
            LinkAddresses addresses,
            OrganisationRepository organisations,
            RequestTexts requestTexts,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.publications = publications;
        this.links = links;
        this.yearLinks = yearLinks;
        this.addresses = addresses;
        this.organisations = organisations;
        this.requestTexts = requestTexts;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(LinksPage.class, "publishing");
    }

    @GetMapping("/plans/{plan}/links")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showLinks(@PathVariable PlanId plan, HttpServletRequest request) {
        Plan found = plans.get(plan);
        String organisation = organisations.get(found.organisation()).name();
        var page = new LinksPage(
                plan.value(),
                organisation,
                publications.findOtherShownPlan(found).orElse(null),
                sections(found));
        PlanBar bar = planBars.create(found, PlanPart.PUBLISH);
        return templates.render(
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head().withPlan(bar),
                        "links",
                        Map.of("page", page, "formatter", new PublicationFormatter(own.texts()))));
    }

    private List<LinksPage.LinkSection> sections(Plan plan) {
        List<NamedLink> all = links.list(plan.id(), null);
        if (all.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<LinksPage.LinkSection>();
        for (LinkKind kind : LinkKind.values()) { // the kinds have the order of the page
            List<NamedLink> some = kind == LinkKind.YEAR
                    ? yearLinks.list(plan.organisation())
                    : all.stream()
                            .filter(one -> one.link().kind() == kind)
                            .sorted(Comparator.comparing(
                                    NamedLink::name, Collator.getInstance(requestTexts.language())))
                            .toList();
            if (!some.isEmpty() || kind == LinkKind.YEAR) {
                parts.add(new LinksPage.LinkSection(
                        kind,
                        some.stream().map(one -> linkRow(plan.id(), one, "")).toList()));
            }
        }
        return parts;
    }

    private LinksPage.LinkRow linkRow(PlanId plan, NamedLink one, String change) {
        FeedLink link = one.link();
        return new LinksPage.LinkRow(
                plan.value(),
                link.id().value(),
                link.kind(),
                one.name(),
                addresses.page(link),
                link.language().name(),
                toLocalDateTime(link.revoked()),
                toLocalDateTime(link.seen()),
                change);
    }

    private static @Nullable LocalDateTime toLocalDateTime(@Nullable Instant moment) {
        return moment == null ? null : PageRenderer.toLocalDateTime(moment);
    }

    @PostMapping("/plans/{plan}/links/{link}/renew")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> renewOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return respond(plan, links.renew(plan, link, caller), "renewed", request);
    }

    @PostMapping("/plans/{plan}/links/{link}/revoke")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> revokeOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return respond(plan, links.revoke(plan, link, caller), "revoked", request);
    }

    @PostMapping("/plans/{plan}/links/{link}/language")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> speakOnPage(
            @PathVariable PlanId plan,
            @PathVariable LinkId link,
            @RequestParam(defaultValue = "DA") Language language,
            Caller caller,
            HttpServletRequest request) {
        return respond(plan, links.changeLanguage(plan, link, language, caller), "spoken", request);
    }

    @PostMapping("/plans/{plan}/year-links")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> makeYearOnPage(@PathVariable PlanId plan, Caller caller) {
        yearLinks.create(plans.get(plan).organisation(), Language.of(requestTexts.language()), caller);
        return PageRenderer.redirectTo("/plans/" + plan + "/links");
    }

    @PostMapping("/plans/{plan}/year-links/{link}/renew")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> renewYearOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return respond(plan, yearLinks.renew(plans.get(plan).organisation(), link, caller), "renewed", request);
    }

    @PostMapping("/plans/{plan}/year-links/{link}/revoke")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> revokeYearOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return respond(plan, yearLinks.revoke(plans.get(plan).organisation(), link, caller), "revoked", request);
    }

    private ResponseEntity<byte[]> respond(PlanId plan, NamedLink one, String change, HttpServletRequest request) {
        return request.getHeader(SCRIPT) == null
                ? PageRenderer.redirectTo("/plans/" + plan + "/links")
                : templates.render(
                        request,
                        (own, visitor) -> own.renderPart(
                                visitor,
                                "link",
                                Map.of(
                                        "link",
                                        linkRow(plan, one, change),
                                        "formatter",
                                        new PublicationFormatter(own.texts()))));
    }
}
