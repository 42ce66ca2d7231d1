package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.IdentityViews.MyOrganisation;
import dk.grundskema.api.server.identity.IdentityViews.OrganisationPage;
import dk.grundskema.api.server.identity.IdentityViews.OrganisationView;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.domain.finding.Checks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations over REST. */
@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "Organisations")
final class OrganisationController {
    private final Organisations organisations;
    private final FreshIds ids;

    OrganisationController(Organisations organisations, FreshIds ids) {
        this.organisations = organisations;
        this.ids = ids;
    }

    @GetMapping
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "listOrganisations", summary = "Organisations that I have to do with.")
    OrganisationPage list(@RequestParam(required = false) @Nullable OrganisationId after, Caller caller) {
        var page = Page.of(organisations.all().stream()
                .filter(one -> caller.knows(one.id()))
                .filter(one -> after == null || one.id().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(one -> one.id().value())) // a database may have another order
                .limit(Page.LOOKED_FOR)
                .toList());
        return new OrganisationPage(
                page.shown(one -> MyOrganisation.of(one, caller)),
                page.next(one -> one.id().value()));
    }

    /**
     * An organisation to be made.
     *
     * @param name what people call it
     */
    record NewOrganisation(String name) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the name can't be one */
        NewOrganisation {
            new Checks().name("name", name).done();
        }
    }

    @PostMapping("/{organisation}/organisations")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "createOrganisation", summary = "Make an organisation below another.")
    ResponseEntity<OrganisationView> create(
            @PathVariable OrganisationId organisation, @RequestBody NewOrganisation asked) {
        var id = new OrganisationId(ids.id());
        organisations.add(id, asked.name(), organisation);
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + id))
                .eTag(Precondition.tag(1))
                .body(OrganisationView.of(organisations.get(id)));
    }

    @GetMapping("/{organisation}")
    @Needs(Permission.READ)
    @Operation(operationId = "getOrganisation", summary = "An organisation.")
    ResponseEntity<OrganisationView> get(@PathVariable OrganisationId organisation) {
        return answer(organisations.get(organisation));
    }

    /**
     * What an organisation is to be.
     *
     * @param name          what people call it
     * @param retentionDays days after the end of a plan until it forgets who took part, 0 to 36500; {@code null} means as the organisation
     *                      above says, and never if none does
     */
    record ChangedOrganisation(String name, @Nullable Integer retentionDays) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the name can't be one, or the days are out of range */
        ChangedOrganisation {
            new Checks()
                    .name("name", name)
                    .rangeIfAny("retentionDays", retentionDays, 0, 36_500)
                    .done();
        }
    }

    @PutMapping("/{organisation}")
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "changeOrganisation",
            summary = "Change what an organisation is called and how long its plans remember who took part.")
    ResponseEntity<OrganisationView> change(
            @PathVariable OrganisationId organisation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangedOrganisation asked) {
        organisations.set(organisation, Precondition.version(ifMatch), asked.name(), asked.retentionDays());
        return answer(organisations.get(organisation));
    }

    private static ResponseEntity<OrganisationView> answer(Organisation one) {
        return Precondition.tagged(one.version(), OrganisationView.of(one));
    }
}
