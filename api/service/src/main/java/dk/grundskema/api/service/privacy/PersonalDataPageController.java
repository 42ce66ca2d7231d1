package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.people.PersonalDataPage;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.privacy.PersonDataExporter.FoundPeople;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an organisation exports and erases personal data of its plans. */
@PageController
@Hidden // not part of the public API
final class PersonalDataPageController {
    private static final CellCodec CELLS = CellCodec.withoutPlan();
    private static final FoundPeople NOBODY = new FoundPeople(List.of(), false);

    private final PersonDataExporter exporter;
    private final PlanAnonymiser planAnonymiser;
    private final PlanStore plans;
    private final OrganisationRepository organisations;
    private final ErrorMessages errorMessages;
    private final RequestTexts requestTexts;
    private final LocalizedTemplates templates;

    PersonalDataPageController(
            PersonDataExporter exporter,
            PlanAnonymiser planAnonymiser,
            PlanStore plans,
            OrganisationRepository organisations,
            ErrorMessages errorMessages,
            RequestTexts requestTexts,
            PageRenderer pageRenderer) {
        this.exporter = exporter;
        this.planAnonymiser = planAnonymiser;
        this.plans = plans;
        this.organisations = organisations;
        this.errorMessages = errorMessages;
        this.requestTexts = requestTexts;
        this.templates = pageRenderer.templates(PersonalDataPage.class, "people");
    }

    /**
     * The result of a submitted form.
     *
     * @param person    typed person
     * @param ofPerson  error of that
     * @param meant     matches
     * @param date      typed date
     * @param ofDate    error of that
     * @param ofSure    error if the confirmation is missing
     * @param isDone    whether plans were anonymised
     * @param forgotten titles of those plans
     */
    private record PersonalDataResult(
            String person,
            String ofPerson,
            FoundPeople meant,
            String date,
            String ofDate,
            String ofSure,
            boolean isDone,
            List<String> forgotten) {
        static final PersonalDataResult NOTHING = new PersonalDataResult("", "", NOBODY, "", "", "", false, List.of());

        static PersonalDataResult ofPerson(String person, String ofPerson, FoundPeople meant) {
            return new PersonalDataResult(person, ofPerson, meant, "", "", "", false, List.of());
        }

        static PersonalDataResult ofDate(String date, String ofDate, String ofSure) {
            return new PersonalDataResult("", "", NOBODY, date, ofDate, ofSure, false, List.of());
        }

        static PersonalDataResult done(List<String> forgotten) {
            return new PersonalDataResult("", "", NOBODY, "", "", "", true, forgotten);
        }

        /** Omits typed values, which may be a child's name. */
        @Override
        public String toString() {
            return ofPerson + ofDate + ofSure;
        }
    }

    @GetMapping("/organisations/{organisation}/personal-data")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPersonalData(@PathVariable OrganisationId organisation, HttpServletRequest request) {
        return respond(HttpStatus.OK, organisation, PersonalDataResult.NOTHING, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status, OrganisationId organisation, PersonalDataResult came, HttpServletRequest request) {
        var page = new PersonalDataPage(
                organisation.value(),
                organisations.get(organisation).name(),
                Optional.ofNullable(organisations.effectiveRetentionDays(organisation))
                        .orElse(-1),
                came.person(),
                came.ofPerson(),
                came.meant().people().stream()
                        .map(PersonalDataPageController::personMatch)
                        .toList(),
                came.meant().hasMore(),
                came.date(),
                came.ofDate(),
                came.ofSure(),
                came.isDone(),
                came.forgotten());
        return templates.render(status, request, "personal-data", page.head(), Map.of("page", page));
    }

    private static PersonalDataPage.PersonMatch personMatch(FoundPerson one) {
        return new PersonalDataPage.PersonMatch(
                one.id(), one.name(), one.isStudent(), one.classes(), one.plans(), one.others());
    }

    /**
     * Exports everything about one person as a file. A POST, so that no address contains the person.
     *
     * @param who a name, a part of one, or an id
     * @return the page again if there is no match or more than one; {@code null} if the file was written
     */
    @PostMapping("/organisations/{organisation}/personal-data/person")
    @RequiresPermission(Permission.ADMINISTER)
    @Nullable
    ResponseEntity<byte[]> takePersonalData(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String who,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        String typed = who.strip();
        if (typed.isEmpty()) {
            return respondNobodyFound("pages.no-person", organisation, typed, request);
        }
        Optional<FoundPeople> given =
                exporter.exportOrFindMatches(organisation, typed, caller, () -> openFile(response));
        if (given.isEmpty()) {
            return null;
        }
        FoundPeople meant = given.get();
        return meant.people().isEmpty()
                ? respondNobodyFound("pages.nobody-called", organisation, typed, request)
                : respond(HttpStatus.OK, organisation, PersonalDataResult.ofPerson(typed, "", meant), request);
    }

    /** The file name does not identify the person. */
    private static OutputStream openFile(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("person.json").build().toString());
        return PersonExportResponse.open(response);
    }

    private ResponseEntity<byte[]> respondNobodyFound(
            String reason, OrganisationId organisation, String typed, HttpServletRequest request) {
        var came = PersonalDataResult.ofPerson(typed, requestTexts.texts().text(reason), NOBODY);
        return respond(HttpStatus.UNPROCESSABLE_CONTENT, organisation, came, request);
    }

    /** @param sure non-empty if the visitor confirmed that it cannot be undone */
    @PostMapping("/organisations/{organisation}/personal-data")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> submitForgetting(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String sure,
            Caller caller,
            HttpServletRequest request) {
        String ofSure = sure.isEmpty() ? requestTexts.texts().text("pages.be-sure") : "";
        try {
            Optional<LocalDate> date = CELLS.readDate(before).asOptional();
            String ofDate = date.isEmpty() ? requestTexts.texts().text("pages.no-date") : "";
            if (date.isEmpty() || !ofSure.isEmpty()) {
                return respondWithErrors(organisation, before, ofDate, ofSure, request);
            }
            List<String> forgotten = plans.findAll(planAnonymiser.forget(organisation, date.get(), caller)).stream()
                    .sorted(Comparator.comparing(one -> one.id().value()))
                    .map(Plan::title)
                    .toList();
            return respond(HttpStatus.OK, organisation, PersonalDataResult.done(forgotten), request);
        } catch (RefusalException refusal) {
            return respondWithErrors(
                    organisation, before, errorMessages.joinMessages(refusal.findings()), ofSure, request);
        }
    }

    private ResponseEntity<byte[]> respondWithErrors(
            OrganisationId organisation, String date, String ofDate, String ofSure, HttpServletRequest request) {
        return respond(
                HttpStatus.UNPROCESSABLE_CONTENT,
                organisation,
                PersonalDataResult.ofDate(date, ofDate, ofSure),
                request);
    }
}
