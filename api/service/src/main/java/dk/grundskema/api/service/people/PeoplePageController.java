package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.PeopleAdministration;
import dk.grundskema.api.platform.account.PeopleAdministration.Invitation;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PublicAddress;
import dk.grundskema.api.service.people.PeoplePage.PasswordCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which administrators manage accounts and roles. A code is shown only in the response to the request that created it. */
@PageController
@Hidden // not part of the public API
final class PeoplePageController {
    private final PeopleAdministration administration;
    private final PeopleFormMapper peopleFormMapper;
    private final OrganisationRepository organisations;
    private final PublicAddress addresses;
    private final LocalizedTemplates templates;

    PeoplePageController(
            PeopleAdministration administration,
            PeopleFormMapper peopleFormMapper,
            OrganisationRepository organisations,
            PublicAddress addresses,
            PageRenderer pageRenderer) {
        this.administration = administration;
        this.peopleFormMapper = peopleFormMapper;
        this.organisations = organisations;
        this.addresses = addresses;
        this.templates = pageRenderer.templates(PeoplePage.class, "people");
    }

    /**
     * @param after id of the account after which the page begins
     * @param done  what the visitor has just done
     */
    @GetMapping("/organisations/{organisation}/people")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPeople(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable AccountId after,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        String known = done.matches("changed|removed") ? done : "";
        return respondWithPeople(HttpStatus.OK, organisation, after, null, known, PersonForm.EMPTY, request);
    }

    private ResponseEntity<byte[]> respondWithPeople(
            HttpStatus status,
            OrganisationId organisation,
            @Nullable AccountId after,
            @Nullable PasswordCode code,
            String done,
            PersonForm form,
            HttpServletRequest request) {
        var found = administration.findPeople(organisation, after);
        var page = new PeoplePage(
                organisation.value(),
                organisations.get(organisation).name(),
                peopleFormMapper.accountRows(found.items()),
                Optional.ofNullable(found.nextKey(one -> one.id().value())).orElse(""),
                code,
                done,
                form,
                peopleFormMapper.staff(administration.staff(organisation)));
        return templates.render(
                status, request, "people", page.head(), Map.of("page", page, "roles", PersonForm.ROLES));
    }

    @PostMapping("/organisations/{organisation}/people")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> submitInvitation(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signin,
            @RequestParam(defaultValue = "") Set<String> role,
            @RequestParam(defaultValue = "") String staff,
            Caller caller,
            HttpServletRequest request) {
        var form = PeopleFormMapper.readForm(name, signin, role, staff, true);
        var invited = new PasswordCode[1];
        PeopleFormMapper.FormOutcome tried = peopleFormMapper.attempt(form, () -> {
            Invitation made = administration.invite(
                    organisation, name, signin, PeopleFormMapper.roles(form), PeopleFormMapper.staff(form), caller);
            invited[0] = passwordCode(organisation, made);
        });
        return respondWithPeople(
                tried.status(),
                organisation,
                null,
                invited[0],
                "",
                tried.isDone() ? PersonForm.EMPTY : tried.form(),
                request);
    }

    private PasswordCode passwordCode(OrganisationId organisation, Invitation made) {
        return new PasswordCode(
                administration.get(organisation, made.id()).name(), made.code(), addresses.of("/password"));
    }

    @GetMapping("/organisations/{organisation}/people/{account}")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPerson(
            @PathVariable OrganisationId organisation, @PathVariable AccountId account, HttpServletRequest request) {
        return respondWithPerson(HttpStatus.OK, organisation, account, null, request);
    }

    private ResponseEntity<byte[]> respondWithPerson(
            HttpStatus status,
            OrganisationId organisation,
            AccountId account,
            @Nullable PersonForm typed,
            HttpServletRequest request) {
        PeopleAdministration.Person one = administration.get(organisation, account);
        var page = new PersonPage(
                organisation.value(),
                PeopleFormMapper.accountRow(one),
                one.version(),
                typed == null ? PeopleFormMapper.formOf(one) : typed,
                peopleFormMapper.staff(administration.staff(organisation)));
        return templates.render(
                status, request, "person", page.head(), Map.of("page", page, "roles", PersonForm.ROLES));
    }

    @PostMapping("/organisations/{organisation}/people/{account}")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> submitPerson(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signin,
            @RequestParam(defaultValue = "") String active,
            Caller caller,
            HttpServletRequest request) {
        PersonForm known = PeopleFormMapper.formOf(administration.get(organisation, account));
        PersonForm form = PeopleFormMapper.readForm(name, signin, known.roles(), known.staff(), !active.isEmpty());
        return respondAfterChange(
                organisation,
                account,
                form,
                request,
                () -> administration.change(organisation, account, version, name, signin, !active.isEmpty(), caller));
    }

    @PostMapping("/organisations/{organisation}/people/{account}/roles")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> submitRoles(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") Set<String> role,
            @RequestParam(defaultValue = "") String staff,
            Caller caller,
            HttpServletRequest request) {
        PersonForm known = PeopleFormMapper.formOf(administration.get(organisation, account));
        PersonForm form = PeopleFormMapper.readForm(known.name(), known.signInName(), role, staff, known.isActive());
        return respondAfterChange(
                organisation,
                account,
                form,
                request,
                () -> administration.setRoles(
                        organisation,
                        account,
                        version,
                        PeopleFormMapper.roles(form),
                        PeopleFormMapper.staff(form),
                        caller));
    }

    private ResponseEntity<byte[]> respondAfterChange(
            OrganisationId organisation,
            AccountId account,
            PersonForm form,
            HttpServletRequest request,
            Runnable work) {
        PeopleFormMapper.FormOutcome tried = peopleFormMapper.attempt(form, work);
        return tried.isDone()
                ? PageRenderer.redirectTo("/organisations/" + organisation + "/people?done=changed")
                : respondWithPerson(tried.status(), organisation, account, tried.form(), request);
    }

    @PostMapping("/organisations/{organisation}/people/{account}/code")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> makeCode(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            Caller caller,
            HttpServletRequest request) {
        PersonForm form = PeopleFormMapper.formOf(administration.get(organisation, account));
        var made = new PasswordCode[1];
        PeopleFormMapper.FormOutcome tried = peopleFormMapper.attempt(
                form,
                () -> made[0] =
                        passwordCode(organisation, administration.renewPasswordCode(organisation, account, caller)));
        return tried.isDone()
                ? respondWithPeople(HttpStatus.OK, organisation, null, made[0], "", PersonForm.EMPTY, request)
                : respondWithPerson(tried.status(), organisation, account, tried.form(), request);
    }

    @PostMapping("/organisations/{organisation}/people/{account}/remove")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> removePerson(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        PersonForm form = PeopleFormMapper.formOf(administration.get(organisation, account));
        PeopleFormMapper.FormOutcome tried =
                peopleFormMapper.attempt(form, () -> administration.remove(organisation, account, version, caller));
        return tried.isDone()
                ? PageRenderer.redirectTo("/organisations/" + organisation + "/people?done=removed")
                : respondWithPerson(tried.status(), organisation, account, tried.form(), request);
    }

    /** @param before only entries with a smaller number; 0 means the latest */
    @GetMapping("/organisations/{organisation}/audit")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> showAudit(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "0") long before,
            Caller caller,
            HttpServletRequest request) {
        var page = peopleFormMapper.auditPage(
                organisations.get(organisation),
                administration.auditEntries(organisation, before <= 0 ? Long.MAX_VALUE : before, caller));
        return templates.render(request, "audit", page.head(), Map.of("page", page));
    }
}
