package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.PublicationViews.LinkView;
import dk.grundskema.api.service.publish.PublicationViews.LinksView;
import dk.grundskema.api.service.publish.PublicationViews.OwnLinkView;
import dk.grundskema.api.service.publish.PublicationViews.OwnLinksView;
import dk.grundskema.api.service.subscribe.FeedLinkService.NamedLink;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final FeedLinkService links;
    private final LinkAddresses addresses;

    LinkController(FeedLinkService links, LinkAddresses addresses) {
        this.links = links;
        this.addresses = addresses;
    }

    /** @param kind only links to calendars of these; without it all */
    @GetMapping("/plans/{plan}/links")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "listLinks", summary = "All links by which a plan's calendars are followed.")
    LinksView list(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable LinkKind kind) {
        return new LinksView(links.list(plan, kind).stream().map(this::view).toList());
    }

    @PostMapping("/plans/{plan}/links/{link}/renew")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "renewLink",
            summary =
                    "Gives a link another address: from now on nobody knows the old one. One that was revoked answers again.")
    LinkView renew(@PathVariable PlanId plan, @PathVariable LinkId link, Caller caller) {
        return view(links.renew(plan, link, caller));
    }

    @PostMapping("/plans/{plan}/links/{link}/revoke")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "revokeLink", summary = "Lets a link answer nobody any more, until it is renewed.")
    LinkView revoke(@PathVariable PlanId plan, @PathVariable LinkId link, Caller caller) {
        return view(links.revoke(plan, link, caller));
    }

    @PutMapping("/plans/{plan}/links/{link}")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "changeLink", summary = "Lets a calendar speak another language from now on.")
    LinkView change(
            @PathVariable PlanId plan, @PathVariable LinkId link, @RequestBody LinkChange change, Caller caller) {
        return view(links.changeLanguage(plan, link, change.language(), caller));
    }

    @GetMapping("/me/links")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getMyLinks", summary = "Links to the caller's own calendars.")
    OwnLinksView mine(Caller caller) {
        return new OwnLinksView(links.listOwn(caller).stream()
                .map(one -> new OwnLinkView(one.plan().id().value(), one.title(), view(one.link())))
                .toList());
    }

    private LinkView view(NamedLink one) {
        return LinkView.of(one.link(), one.name(), addresses);
    }
}
