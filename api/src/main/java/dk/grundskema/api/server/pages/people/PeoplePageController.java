package dk.grundskema.api.server.pages.people;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.PeopleDesk;
import dk.grundskema.api.server.identity.PeopleDesk.Invited;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.publishing.LinkAddresses;
import dk.grundskema.api.web.app.people.PeoplePage;
import dk.grundskema.api.web.app.people.PeoplePage.Code;
import dk.grundskema.api.web.app.people.PeoplePages;
import dk.grundskema.api.web.app.people.PersonForm;
import dk.grundskema.api.web.app.people.PersonPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which administrators say who may what. A code is shown on the answer to whoever asked for it, and nowhere else. */
@RestController
@Hidden // no part of what programs are offered
final class PeoplePageController {
    private final PeopleDesk desk;
    private final Persons persons;
    private final Organisations organisations;
    private final LinkAddresses addresses;
    private final Spoken<PeoplePages> pages;

    PeoplePageController(
            PeopleDesk desk, Persons persons, Organisations organisations, LinkAddresses addresses, Front front) {
        this.desk = desk;
        this.persons = persons;
        this.organisations = organisations;
        this.addresses = addresses;
        this.pages = front.speaking(PeoplePages::new);
    }

    /**
     * @param after id of the account after which the page begins
     * @param done  what the visitor has just done
     */
    @GetMapping("/organisations/{organisation}/people")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPeople(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable AccountId after,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        String known = done.matches("changed|removed") ? done : "";
        return people(HttpStatus.OK, organisation, after, null, known, PersonForm.EMPTY, request);
    }

    private ResponseEntity<byte[]> people(
            HttpStatus status,
            OrganisationId organisation,
            @Nullable AccountId after,
            @Nullable Code code,
            String done,
            PersonForm form,
            HttpServletRequest request) {
        var found = desk.of(organisation, after);
        var page = new PeoplePage(
                organisation.value(),
                organisations.get(organisation).name(),
                persons.listed(found.items()),
                Optional.ofNullable(found.next(one -> one.id().value())).orElse(""),
                code,
                done,
                form,
                persons.staff(desk.staff(organisation)));
        return pages.page(status, request, (own, visitor) -> own.people(visitor, page));
    }

    @PostMapping("/organisations/{organisation}/people")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> typeInvitation(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signin,
            @RequestParam(defaultValue = "") Set<String> role,
            @RequestParam(defaultValue = "") String staff,
            Caller caller,
            HttpServletRequest request) {
        var form = Persons.form(name, signin, role, staff, true);
        var invited = new Code[1];
        Persons.Tried tried = persons.attempt(form, () -> {
            Invited made = desk.invite(organisation, name, signin, Persons.roles(form), Persons.staff(form), caller);
            invited[0] = code(organisation, made);
        });
        return people(
                tried.status(),
                organisation,
                null,
                invited[0],
                "",
                tried.isDone() ? PersonForm.EMPTY : tried.form(),
                request);
    }

    private Code code(OrganisationId organisation, Invited made) {
        return new Code(desk.get(organisation, made.id()).name(), made.code(), addresses.at("/password"));
    }

    @GetMapping("/organisations/{organisation}/people/{account}")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPerson(
            @PathVariable OrganisationId organisation, @PathVariable AccountId account, HttpServletRequest request) {
        return person(HttpStatus.OK, organisation, account, null, request);
    }

    private ResponseEntity<byte[]> person(
            HttpStatus status,
            OrganisationId organisation,
            AccountId account,
            @Nullable PersonForm typed,
            HttpServletRequest request) {
        PeopleDesk.Person one = desk.get(organisation, account);
        var page = new PersonPage(
                organisation.value(),
                Persons.shown(one),
                one.version(),
                typed == null ? Persons.kept(one) : typed,
                persons.staff(desk.staff(organisation)));
        return pages.page(status, request, (own, visitor) -> own.person(visitor, page));
    }

    @PostMapping("/organisations/{organisation}/people/{account}")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> typePerson(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signin,
            @RequestParam(defaultValue = "") String active,
            Caller caller,
            HttpServletRequest request) {
        PersonForm known = Persons.kept(desk.get(organisation, account));
        PersonForm form = Persons.form(name, signin, known.roles(), known.staff(), !active.isEmpty());
        return changed(
                organisation,
                account,
                form,
                request,
                () -> desk.change(organisation, account, version, name, signin, !active.isEmpty(), caller));
    }

    @PostMapping("/organisations/{organisation}/people/{account}/roles")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> typeRoles(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") Set<String> role,
            @RequestParam(defaultValue = "") String staff,
            Caller caller,
            HttpServletRequest request) {
        PersonForm known = Persons.kept(desk.get(organisation, account));
        PersonForm form = Persons.form(known.name(), known.signInName(), role, staff, known.isActive());
        return changed(
                organisation,
                account,
                form,
                request,
                () -> desk.setRoles(organisation, account, version, Persons.roles(form), Persons.staff(form), caller));
    }

    private ResponseEntity<byte[]> changed(
            OrganisationId organisation,
            AccountId account,
            PersonForm form,
            HttpServletRequest request,
            Runnable work) {
        Persons.Tried tried = persons.attempt(form, work);
        return tried.isDone()
                ? Front.to("/organisations/" + organisation + "/people?done=changed")
                : person(tried.status(), organisation, account, tried.form(), request);
    }

    @PostMapping("/organisations/{organisation}/people/{account}/code")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> makeCode(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            Caller caller,
            HttpServletRequest request) {
        PersonForm form = Persons.kept(desk.get(organisation, account));
        var made = new Code[1];
        Persons.Tried tried =
                persons.attempt(form, () -> made[0] = code(organisation, desk.newCode(organisation, account, caller)));
        return tried.isDone()
                ? people(HttpStatus.OK, organisation, null, made[0], "", PersonForm.EMPTY, request)
                : person(tried.status(), organisation, account, tried.form(), request);
    }

    @PostMapping("/organisations/{organisation}/people/{account}/remove")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> removePerson(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        PersonForm form = Persons.kept(desk.get(organisation, account));
        Persons.Tried tried = persons.attempt(form, () -> desk.remove(organisation, account, version, caller));
        return tried.isDone()
                ? Front.to("/organisations/" + organisation + "/people?done=removed")
                : person(tried.status(), organisation, account, tried.form(), request);
    }

    /** @param before number of an entry: only earlier ones; 0 means the latest */
    @GetMapping("/organisations/{organisation}/audit")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> showAudit(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "0") long before,
            Caller caller,
            HttpServletRequest request) {
        var page = persons.audit(
                organisations.get(organisation),
                desk.noted(organisation, before <= 0 ? Long.MAX_VALUE : before, caller));
        return pages.page(request, (own, visitor) -> own.audit(visitor, page));
    }
}
