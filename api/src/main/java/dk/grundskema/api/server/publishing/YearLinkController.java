package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.publishing.LinkController.LinkChange;
import dk.grundskema.api.server.publishing.PublicationViews.LinkView;
import dk.grundskema.api.server.publishing.PublicationViews.LinksView;
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

/** Links to the year of an organisation and all below it, over REST, for those who may edit plans there. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/year-links")
@Tag(name = "Links")
final class YearLinkController {
    private final YearLinks links;
    private final PublishingNoted noted;
    private final LinkAddresses addresses;
    private final Organisations organisations;

    YearLinkController(YearLinks links, PublishingNoted noted, LinkAddresses addresses, Organisations organisations) {
        this.links = links;
        this.noted = noted;
        this.addresses = addresses;
        this.organisations = organisations;
    }

    @GetMapping
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "listYearLinks",
            summary = "The links by which the year of an organisation and of all below it is followed.")
    LinksView list(@PathVariable OrganisationId organisation) {
        return new LinksView(links.of(organisation).stream().map(this::view).toList());
    }

    @PostMapping
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "makeYearLink",
            summary =
                    "Makes a link to the year of an organisation: terms, holidays, camps, interventions and handovers of all published plans.")
    ResponseEntity<LinkView> make(
            @PathVariable OrganisationId organisation, @RequestBody LinkChange wish, Caller caller) {
        Link made = noted.made(caller.account(), () -> links.make(organisation, wish.language()));
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + organisation + "/year-links"))
                .body(view(made));
    }

    @PostMapping("/{link}/renew")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "renewYearLink",
            summary =
                    "Gives a link to a year another address: from now on nobody knows the old one. One that was revoked answers again.")
    LinkView renew(@PathVariable OrganisationId organisation, @PathVariable LinkId link, Caller caller) {
        return view(noted.renewed(caller.account(), () -> links.renew(organisation, link)));
    }

    @PostMapping("/{link}/revoke")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "revokeYearLink",
            summary = "Lets a link to a year answer nobody any more, until it is renewed.")
    LinkView revoke(@PathVariable OrganisationId organisation, @PathVariable LinkId link, Caller caller) {
        return view(noted.revoked(caller.account(), () -> links.revoke(organisation, link)));
    }

    @PutMapping("/{link}")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "changeYearLink",
            summary = "Lets the calendar of a year speak another language from now on.")
    LinkView change(
            @PathVariable OrganisationId organisation,
            @PathVariable LinkId link,
            @RequestBody LinkChange change,
            Caller caller) {
        return view(noted.spoken(caller.account(), () -> links.speak(organisation, link, change.language())));
    }

    private LinkView view(Link link) {
        String name = organisations.get(link.organisation()).name();
        return LinkView.of(link, name, addresses);
    }
}
