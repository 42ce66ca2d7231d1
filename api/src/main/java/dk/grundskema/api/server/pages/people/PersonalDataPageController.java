package dk.grundskema.api.server.pages.people;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Namesake;
import dk.grundskema.api.server.plans.PersonalDataDesk;
import dk.grundskema.api.server.plans.PersonalDataDesk.Meant;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.people.PeoplePages;
import dk.grundskema.api.web.app.people.PersonalDataPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which an organisation shows and lets go what its plans know about people. */
@RestController
@Hidden // no part of what programs are offered
final class PersonalDataPageController {
    private static final Meant NOBODY = new Meant(List.of(), false);

    private final PersonalDataDesk desk;
    private final Organisations organisations;
    private final Wrong wrong;
    private final Speaking speaking;
    private final Spoken<PeoplePages> pages;

    PersonalDataPageController(
            PersonalDataDesk desk, Organisations organisations, Wrong wrong, Speaking speaking, Front front) {
        this.desk = desk;
        this.organisations = organisations;
        this.wrong = wrong;
        this.speaking = speaking;
        this.pages = front.speaking(PeoplePages::new);
    }

    /**
     * What came of what was typed.
     *
     * @param person    whose data was asked for
     * @param ofPerson  what is wrong with that
     * @param meant     who may be meant
     * @param date      the date that was typed
     * @param ofDate    what is wrong with that
     * @param ofSure    what is missing for it to be done
     * @param isDone    whether it was
     * @param forgotten titles of the plans that have forgotten
     */
    private record Came(
            String person,
            String ofPerson,
            Meant meant,
            String date,
            String ofDate,
            String ofSure,
            boolean isDone,
            List<String> forgotten) {
        static final Came NOTHING = new Came("", "", NOBODY, "", "", "", false, List.of());

        static Came ofPerson(String person, String ofPerson, Meant meant) {
            return new Came(person, ofPerson, meant, "", "", "", false, List.of());
        }

        static Came ofDate(String date, String ofDate, String ofSure) {
            return new Came("", "", NOBODY, date, ofDate, ofSure, false, List.of());
        }

        static Came done(List<String> forgotten) {
            return new Came("", "", NOBODY, "", "", "", true, forgotten);
        }

        /** Without what was typed, which may be a child's name. */
        @Override
        public String toString() {
            return ofPerson + ofDate + ofSure;
        }
    }

    @GetMapping("/organisations/{organisation}/personal-data")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPersonalData(@PathVariable OrganisationId organisation, HttpServletRequest request) {
        return page(HttpStatus.OK, organisation, Came.NOTHING, request);
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, OrganisationId organisation, Came came, HttpServletRequest request) {
        var page = new PersonalDataPage(
                organisation.value(),
                organisations.get(organisation).name(),
                Optional.ofNullable(organisations.retentionDays(organisation)).orElse(-1),
                came.person(),
                came.ofPerson(),
                came.meant().people().stream()
                        .map(PersonalDataPageController::shown)
                        .toList(),
                came.meant().hasMore(),
                came.date(),
                came.ofDate(),
                came.ofSure(),
                came.isDone(),
                came.forgotten());
        return pages.page(status, request, (own, visitor) -> own.personalData(visitor, page));
    }

    private static PersonalDataPage.Person shown(Namesake one) {
        return new PersonalDataPage.Person(
                one.id(), one.name(), one.isStudent(), one.classes(), one.plans(), one.others());
    }

    /**
     * Everything about one person, as a file; who it is about stands in no address.
     *
     * @param who the person's name or a part of it, or the id that plans know the person by
     * @return the page again if it is nobody, or if it isn't clear who is meant; {@code null} means that the file is written
     */
    @PostMapping("/organisations/{organisation}/personal-data/person")
    @Needs(Permission.ADMINISTER)
    @Nullable
    ResponseEntity<byte[]> takePersonalData(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String who,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        String typed = who.strip();
        if (typed.isEmpty()) {
            return nobody("pages.no-person", organisation, typed, request);
        }
        Optional<Meant> given = desk.give(organisation, typed, caller, response);
        if (given.isEmpty()) {
            return null;
        }
        Meant meant = given.get();
        return meant.people().isEmpty()
                ? nobody("pages.nobody-called", organisation, typed, request)
                : page(HttpStatus.OK, organisation, Came.ofPerson(typed, "", meant), request);
    }

    private ResponseEntity<byte[]> nobody(
            String why, OrganisationId organisation, String typed, HttpServletRequest request) {
        var came = Came.ofPerson(typed, speaking.texts().text(why), NOBODY);
        return page(HttpStatus.UNPROCESSABLE_CONTENT, organisation, came, request);
    }

    /** @param sure whether the visitor has said that it can't be undone */
    @PostMapping("/organisations/{organisation}/personal-data")
    @Needs(Permission.ADMINISTER)
    ResponseEntity<byte[]> typeForgetting(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String sure,
            Caller caller,
            HttpServletRequest request) {
        String ofSure = sure.isEmpty() ? speaking.texts().text("pages.be-sure") : "";
        try {
            LocalDate date = LocalDate.parse(before);
            if (ofSure.isEmpty()) {
                List<String> forgotten = desk.forget(organisation, date, caller);
                return page(HttpStatus.OK, organisation, Came.done(forgotten), request);
            }
            return wrong(organisation, before, "", ofSure, request);
        } catch (DateTimeParseException noDate) {
            return wrong(organisation, before, speaking.texts().text("pages.no-date"), ofSure, request);
        } catch (Refusal refusal) {
            return wrong(organisation, before, wrong.all(refusal.findings()), ofSure, request);
        }
    }

    private ResponseEntity<byte[]> wrong(
            OrganisationId organisation, String date, String ofDate, String ofSure, HttpServletRequest request) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, organisation, Came.ofDate(date, ofDate, ofSure), request);
    }
}
