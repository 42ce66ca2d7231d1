package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.IdentityViews.MyOrganisation;
import dk.grundskema.api.platform.account.IdentityViews.OrganisationPage;
import dk.grundskema.api.platform.account.IdentityViews.OrganisationView;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.domain.finding.RecordValidator;
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

/** REST operations on organisations. */
@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "Organisations")
final class OrganisationController {
    private final OrganisationRepository organisations;
    private final IdGenerator ids;

    OrganisationController(OrganisationRepository organisations, IdGenerator ids) {
        this.organisations = organisations;
        this.ids = ids;
    }

    @GetMapping
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "listOrganisations", summary = "Organisations that I have to do with.")
    OrganisationPage list(@RequestParam(required = false) @Nullable OrganisationId after, Caller caller) {
        var page = ResultPage.of(organisations.all().stream()
                .filter(one -> caller.belongsTo(one.id()))
                .filter(one -> after == null || one.id().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(one -> one.id().value())) // the database's order may differ
                .limit(ResultPage.QUERY_LIMIT)
                .toList());
        return new OrganisationPage(
                page.map(one -> MyOrganisation.of(one, caller)),
                page.nextKey(one -> one.id().value()));
    }

    /**
     * An organisation to be made.
     *
     * @param name what people call it
     */
    record NewOrganisation(String name) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is invalid */
        NewOrganisation {
            new RecordValidator().name("name", name).throwIfInvalid();
        }
    }

    @PostMapping("/{organisation}/organisations")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "createOrganisation", summary = "Make an organisation below another.")
    ResponseEntity<OrganisationView> create(
            @PathVariable OrganisationId organisation, @RequestBody NewOrganisation asked) {
        var id = new OrganisationId(ids.newId());
        organisations.add(id, asked.name(), organisation);
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + id))
                .eTag(VersionTag.tag(1))
                .body(OrganisationView.of(organisations.get(id)));
    }

    @GetMapping("/{organisation}")
    @RequiresPermission(Permission.READ)
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
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is invalid, or the days are out of range */
        ChangedOrganisation {
            new RecordValidator()
                    .name("name", name)
                    .rangeIfAny("retentionDays", retentionDays, 0, 36_500)
                    .throwIfInvalid();
        }
    }

    @PutMapping("/{organisation}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(
            operationId = "changeOrganisation",
            summary = "Change what an organisation is called and how long its plans remember who took part.")
    ResponseEntity<OrganisationView> change(
            @PathVariable OrganisationId organisation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangedOrganisation asked) {
        organisations.update(organisation, VersionTag.parseIfMatch(ifMatch), asked.name(), asked.retentionDays());
        return answer(organisations.get(organisation));
    }

    private static ResponseEntity<OrganisationView> answer(Organisation one) {
        return VersionTag.okWithTag(one.version(), OrganisationView.of(one));
    }
}
