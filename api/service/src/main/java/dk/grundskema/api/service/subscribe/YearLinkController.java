package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.PublicationViews.LinkView;
import dk.grundskema.api.service.publish.PublicationViews.LinksView;
import dk.grundskema.api.service.subscribe.FeedLinkService.NamedLink;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on links to the year of an organisation and the organisations below it, for users who may edit plans there. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/year-links")
@Tag(name = "Links")
final class YearLinkController {
    private final YearLinkService links;
    private final LinkAddresses addresses;

    YearLinkController(YearLinkService links, LinkAddresses addresses) {
        this.links = links;
        this.addresses = addresses;
    }

    @GetMapping
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "listYearLinks",
            summary = "The links by which the year of an organisation and of all below it is followed.")
    LinksView list(@PathVariable OrganisationId organisation) {
        return new LinksView(links.list(organisation).stream().map(this::view).toList());
    }

    @PostMapping
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "makeYearLink",
            summary =
                    "Makes a link to the year of an organisation: terms, holidays, camps, interventions and handovers of all published plans.")
    ResponseEntity<LinkView> create(
            @PathVariable OrganisationId organisation, @RequestBody LinkChange wish, Caller caller) {
        NamedLink made = links.create(organisation, wish.language(), caller);
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + organisation + "/year-links"))
                .body(view(made));
    }

    @PostMapping("/{link}/renew")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "renewYearLink",
            summary =
                    "Gives a link to a year another address: from now on nobody knows the old one. One that was revoked answers again.")
    LinkView renew(@PathVariable OrganisationId organisation, @PathVariable LinkId link, Caller caller) {
        return view(links.renew(organisation, link, caller));
    }

    @PostMapping("/{link}/revoke")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "revokeYearLink",
            summary = "Lets a link to a year answer nobody any more, until it is renewed.")
    LinkView revoke(@PathVariable OrganisationId organisation, @PathVariable LinkId link, Caller caller) {
        return view(links.revoke(organisation, link, caller));
    }

    @PutMapping("/{link}")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "changeYearLink",
            summary = "Lets the calendar of a year speak another language from now on.")
    LinkView change(
            @PathVariable OrganisationId organisation,
            @PathVariable LinkId link,
            @RequestBody LinkChange change,
            Caller caller) {
        return view(links.changeLanguage(organisation, link, change.language(), caller));
    }

    private LinkView view(NamedLink one) {
        return LinkView.of(one.link(), one.name(), addresses);
    }
}
