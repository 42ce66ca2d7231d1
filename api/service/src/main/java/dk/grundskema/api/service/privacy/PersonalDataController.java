package dk.grundskema.api.service.privacy;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.StudentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations to export and erase personal data. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}")
@Tag(name = "Personal data")
final class PersonalDataController {
    private final PersonDataExporter exporter;
    private final PlanAnonymiser planAnonymiser;

    PersonalDataController(PersonDataExporter exporter, PlanAnonymiser planAnonymiser) {
        this.exporter = exporter;
        this.planAnonymiser = planAnonymiser;
    }

    /**
     * Everything about one person.
     *
     * @param person the id that plans know the person by
     * @param plans  what each document of each plan says
     * @param beside what is kept beside plans' revisions: absences, attendance, accounts, timetables of solves that became no revision
     * @param audit  who saw or changed any of it, the latest first
     * @param next   what {@code listAudit} is asked for the rest of the audit with; {@code null} means that all of it is here
     */
    record PersonView(
            String person,
            List<PersonMentionFinder.DocumentMentions> plans,
            List<PersonalDataSource.PersonalDataItem> beside,
            List<PersonDataExporter.AuditedAccess> audit,
            @Nullable String next) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return person;
        }
    }

    @GetMapping(path = "/person", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.ADMINISTER)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    @Operation(
            operationId = "exportPerson",
            summary = "Everything that is kept about one person of an organisation's plans.")
    void export(
            @PathVariable OrganisationId organisation,
            @RequestParam StudentId id,
            Caller caller,
            HttpServletResponse response) {
        if (!caller.permissionsIn(organisation).contains(Permission.READ_STUDENTS)) {
            throw RefusalException.forbidden(); // ids can be guessed from class lists, and the response contains names
        }
        exporter.export(organisation, id, caller, () -> PersonExportResponse.open(response));
    }

    /**
     * What is to be forgotten.
     *
     * @param endedBefore plans that ended before this date forget who took part; not after today
     */
    record ForgetRequest(LocalDate endedBefore) {}

    /**
     * What was forgotten.
     *
     * @param plans ids of the plans in which students and staff are numbers from now on, and were names before
     */
    record ForgottenPlans(List<PlanId> plans) {
        /** Copies the list. */
        ForgottenPlans {
            plans = List.copyOf(plans);
        }
    }

    @PostMapping("/forget")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(
            operationId = "forgetPeople",
            summary = "Make students and staff numbers, for good, in all revisions of plans that ended before a date.")
    ForgottenPlans forget(@PathVariable OrganisationId organisation, @RequestBody ForgetRequest asked, Caller caller) {
        return new ForgottenPlans(planAnonymiser.forget(organisation, asked.endedBefore(), caller));
    }
}
