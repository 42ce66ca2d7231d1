package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.publishing.PublicationViews.LinkView;
import dk.grundskema.api.server.publishing.PublicationViews.LinksView;
import dk.grundskema.api.server.publishing.PublicationViews.OwnLinkView;
import dk.grundskema.api.server.publishing.PublicationViews.OwnLinksView;
import dk.grundskema.domain.people.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Links by which calendars are followed, over REST: who has one may read, so they are shown to those who may edit the plan, and each of the staff sees the own ones. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Links")
final class LinkController {
    private final Links links;
    private final PublishingNoted noted;
    private final Publications publications;
    private final PublishedCalendars calendars;
    private final LinkAddresses addresses;
    private final Plans plans;
    private final Speaking speaking;

    LinkController(
            Links links,
            PublishingNoted noted,
            Publications publications,
            PublishedCalendars calendars,
            LinkAddresses addresses,
            Plans plans,
            Speaking speaking) {
        this.links = links;
        this.noted = noted;
        this.publications = publications;
        this.calendars = calendars;
        this.addresses = addresses;
        this.plans = plans;
        this.speaking = speaking;
    }

    /** @param kind only links to calendars of these; without it all */
    @GetMapping("/plans/{plan}/links")
    @Needs(Permission.EDIT)
    @Operation(operationId = "listLinks", summary = "All links by which a plan's calendars are followed.")
    LinksView list(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable LinkKind kind) {
        PlanId found = plans.get(plan).id();
        Published last = publications.last(found).flatMap(calendars::ifReadable).orElse(null);
        List<LinkView> all = links.of(found).stream()
                .filter(link -> kind == null || link.kind() == kind)
                .map(link -> view(link, last))
                .toList();
        return new LinksView(all);
    }

    @PostMapping("/plans/{plan}/links/{link}/renew")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "renewLink",
            summary =
                    "Gives a link another address: from now on nobody knows the old one. One that was revoked answers again.")
    LinkView renew(@PathVariable PlanId plan, @PathVariable LinkId link, Caller caller) {
        PlanId found = plans.get(plan).id();
        return view(noted.renewed(caller.account(), () -> links.renew(found, link)));
    }

    @PostMapping("/plans/{plan}/links/{link}/revoke")
    @Needs(Permission.EDIT)
    @Operation(operationId = "revokeLink", summary = "Lets a link answer nobody any more, until it is renewed.")
    LinkView revoke(@PathVariable PlanId plan, @PathVariable LinkId link, Caller caller) {
        PlanId found = plans.get(plan).id();
        return view(noted.revoked(caller.account(), () -> links.revoke(found, link)));
    }

    /**
     * How a calendar is to speak.
     *
     * @param language language of all that it says
     */
    record LinkChange(Language language) {}

    @PutMapping("/plans/{plan}/links/{link}")
    @Needs(Permission.EDIT)
    @Operation(operationId = "changeLink", summary = "Lets a calendar speak another language from now on.")
    LinkView change(
            @PathVariable PlanId plan, @PathVariable LinkId link, @RequestBody LinkChange change, Caller caller) {
        publications.prepare(plan, link);
        return view(noted.spoken(caller.account(), () -> publications.speak(plan, link, change.language())));
    }

    @GetMapping("/me/links")
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "getMyLinks", summary = "Links to the caller's own calendars.")
    OwnLinksView mine(Caller caller) {
        var all = new ArrayList<OwnLinkView>();
        for (OrganisationId organisation : caller.organisations(Permission.OWN)) {
            for (Link link : links.ofStaff(organisation, caller.staff(organisation))) {
                PlanId plan = Objects.requireNonNull(link.plan());
                all.add(new OwnLinkView(plan.value(), plans.get(plan).title(), view(link)));
            }
        }
        return new OwnLinksView(all);
    }

    private LinkView view(Link link) {
        return view(
                link,
                publications
                        .last(Objects.requireNonNull(link.plan()))
                        .flatMap(calendars::ifReadable)
                        .orElse(null));
    }

    /** Whose calendar it is, by the id where the name can't be read. */
    private LinkView view(Link link, @Nullable Published last) {
        Language language = Language.of(speaking.language());
        String name = last == null ? link.ownerId() : last.events().name(link.owner(), language);
        return LinkView.of(link, name, addresses);
    }
}
