package dk.grundskema.api.service.privacy;

import dk.grundskema.api.service.access.AuditLog;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.http.Refusal;
import dk.grundskema.api.service.http.ResultPage;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StudentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private static final int MOST_ENTRIES = 10_000;

    private final PersonMentionFinder personMentionFinder;
    private final PlanForgetter planForgetter;
    private final AuditLog audit;
    private final List<PersonalDataSource> personalDataSources;

    PersonalDataController(
            PersonMentionFinder personMentionFinder,
            PlanForgetter planForgetter,
            AuditLog audit,
            List<PersonalDataSource> personalDataSources) {
        this.personalDataSources = List.copyOf(personalDataSources);
        this.personMentionFinder = personMentionFinder;
        this.planForgetter = planForgetter;
        this.audit = audit;
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
            List<AuditedAccess> audit,
            @Nullable String next) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return person;
        }
    }

    /**
     * Somebody saw or changed something about the person.
     *
     * @param at      when it was seen or changed
     * @param account who did it; {@code null} means that nobody asked for it
     * @param plan    in which plan; {@code null} means none in particular
     * @param isOfAll whether it was about everybody of the plan
     * @param kind    what was done
     * @param action  how it was done, as a stable code or the id of the operation that was used
     */
    record AuditedAccess(
            Instant at,
            @Nullable String account,
            @Nullable String plan,
            boolean isOfAll,
            AuditLog.Kind kind,
            String action) {
        static AuditedAccess of(AuditLog.Entry one) {
            return new AuditedAccess(
                    one.at(),
                    one.account().isEmpty() ? null : one.account(),
                    one.plan(),
                    one.person() == null,
                    one.kind(),
                    one.action());
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
            throw Refusal.forbidden(); // ids can be guessed from class lists, and the response contains names
        }
        writeExport(organisation, id, caller, () -> openResponse(response));
    }

    /**
     * Writes the export while data is read, so that the many revisions of a plan are not in memory at once.
     *
     * @param out supplies the target; called only when data was found
     * @throws Refusal 404 if there is no data about the person
     */
    void writeExport(OrganisationId organisation, StudentId id, Caller caller, Supplier<OutputStream> out) {
        var writing = new AtomicReference<@Nullable PersonExportWriter>();
        Set<String> plans = new TreeSet<>();
        Supplier<PersonExportWriter> begun = () -> {
            PersonExportWriter known = writing.get();
            if (known == null) {
                audit.recordExport(caller.account(), organisation, id, "audit.person-exported");
                known = new PersonExportWriter(out.get(), id.value());
                writing.set(known);
            }
            return known;
        };
        personMentionFinder.findMentions(organisation, id.value()).forEach(said -> {
            begun.get().add("plans", said);
            plans.add(said.plan());
        });
        personalDataSources.stream()
                .flatMap(one -> one.findAboutPerson(organisation, id.value()))
                .forEach(known -> {
                    begun.get().add("beside", known);
                    Optional.ofNullable(known.plan()).ifPresent(plans::add);
                });
        PersonExportWriter all = writing.get();
        if (all == null) {
            throw Refusal.notFound();
        }
        var noted =
                ResultPage.of(audit.findAboutPerson(organisation, id.value(), plans, MOST_ENTRIES + 1), MOST_ENTRIES);
        noted.map(AuditedAccess::of).forEach(one -> all.add("audit", one));
        String next = noted.nextKey(one -> String.valueOf(one.number()));
        if (next != null) {
            all.add("next", next);
        }
        all.end();
    }

    /**
     * Returns whether data outside revisions exists for an id. Timetables of solves do not count, because they only contain people of their
     * plan.
     *
     * @param person an id, or any text
     */
    boolean hasOtherData(OrganisationId organisation, String person) {
        return Id.FORM.matcher(person).matches()
                && personalDataSources.stream()
                        .flatMap(one -> one.findAboutPerson(organisation, person))
                        .anyMatch(known -> !known.kind().equals("solve"));
    }

    static OutputStream openResponse(HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try {
            return response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        if (asked.endedBefore().isAfter(planForgetter.today())) {
            throw Refusal.unusable(
                    "forget.in-the-future", "/endedBefore", asked.endedBefore().toString());
        }
        return new ForgottenPlans(
                planForgetter.forgetPlansEndedBefore(organisation, asked.endedBefore(), caller.account()));
    }
}
