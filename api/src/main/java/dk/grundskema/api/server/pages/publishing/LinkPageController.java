package dk.grundskema.api.server.pages.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.publishing.LinkDesk;
import dk.grundskema.api.server.publishing.LinkDesk.Handed;
import dk.grundskema.api.server.publishing.LinkId;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.publishing.LinksPage;
import dk.grundskema.api.web.app.publishing.LinksPage.Kind;
import dk.grundskema.api.web.app.publishing.PublishPages;
import dk.grundskema.domain.people.Language;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page with the links by which a plan's calendars are followed. What scripts ask for is answered with the changed link alone. */
@RestController
@Hidden // no part of what programs are offered
final class LinkPageController {
    private static final String SCRIPT = "HX-Request";

    private final Plans plans;
    private final LinkDesk desk;
    private final Organisations organisations;
    private final Speaking speaking;
    private final Front front;
    private final Spoken<PublishPages> pages;

    LinkPageController(Plans plans, LinkDesk desk, Organisations organisations, Speaking speaking, Front front) {
        this.plans = plans;
        this.desk = desk;
        this.organisations = organisations;
        this.speaking = speaking;
        this.front = front;
        this.pages = front.speaking(PublishPages::new);
    }

    @GetMapping("/plans/{plan}/links")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> showLinks(@PathVariable PlanId plan, HttpServletRequest request) {
        Plan found = plans.get(plan);
        String organisation = organisations.get(found.organisation()).name();
        var page = new LinksPage(plan.value(), organisation, parts(found));
        return pages.page(request, (own, visitor) -> own.links(visitor, front.bar(found, PlanPart.PUBLISH), page));
    }

    private List<LinksPage.Part> parts(Plan plan) {
        List<Handed> all = desk.of(plan.id());
        if (all.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<LinksPage.Part>();
        for (Kind kind : Kind.values()) {
            List<Handed> some = kind == Kind.YEAR
                    ? desk.ofYear(plan.organisation())
                    : all.stream()
                            .filter(one -> one.kind().name().equals(kind.name()))
                            .sorted(Comparator.comparing(Handed::name, Collator.getInstance(speaking.language())))
                            .toList();
            if (!some.isEmpty() || kind == Kind.YEAR) {
                parts.add(new LinksPage.Part(
                        kind, some.stream().map(one -> link(plan.id(), one, "")).toList()));
            }
        }
        return parts;
    }

    private static LinksPage.Link link(PlanId plan, Handed one, String change) {
        return new LinksPage.Link(
                plan.value(),
                one.id().value(),
                Kind.valueOf(one.kind().name()),
                one.name(),
                one.page(),
                one.language().name(),
                at(one.revoked()),
                at(one.seen()),
                change);
    }

    private static @Nullable LocalDateTime at(@Nullable Instant moment) {
        return moment == null ? null : Front.at(moment);
    }

    @PostMapping("/plans/{plan}/links/{link}/renew")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> renewOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return answer(plan, desk.renew(plan, link, caller), "renewed", request);
    }

    @PostMapping("/plans/{plan}/links/{link}/revoke")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> revokeOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return answer(plan, desk.revoke(plan, link, caller), "revoked", request);
    }

    @PostMapping("/plans/{plan}/links/{link}/language")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> speakOnPage(
            @PathVariable PlanId plan,
            @PathVariable LinkId link,
            @RequestParam(defaultValue = "DA") Language language,
            Caller caller,
            HttpServletRequest request) {
        return answer(plan, desk.speak(plan, link, language, caller), "spoken", request);
    }

    @PostMapping("/plans/{plan}/year-links")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> makeYearOnPage(@PathVariable PlanId plan, Caller caller) {
        desk.makeOfYear(plans.get(plan).organisation(), Language.of(speaking.language()), caller);
        return Front.to("/plans/" + plan + "/links");
    }

    @PostMapping("/plans/{plan}/year-links/{link}/renew")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> renewYearOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return answer(plan, desk.renewOfYear(plans.get(plan).organisation(), link, caller), "renewed", request);
    }

    @PostMapping("/plans/{plan}/year-links/{link}/revoke")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> revokeYearOnPage(
            @PathVariable PlanId plan, @PathVariable LinkId link, Caller caller, HttpServletRequest request) {
        return answer(plan, desk.revokeOfYear(plans.get(plan).organisation(), link, caller), "revoked", request);
    }

    private ResponseEntity<byte[]> answer(PlanId plan, Handed one, String change, HttpServletRequest request) {
        return request.getHeader(SCRIPT) == null
                ? Front.to("/plans/" + plan + "/links")
                : pages.page(request, (own, visitor) -> own.link(visitor, link(plan, one, change)));
    }
}
