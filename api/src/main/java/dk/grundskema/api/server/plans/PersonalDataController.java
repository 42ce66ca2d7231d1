package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.KnowsPeople;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Refusal;
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

/** What is kept about people, and letting it go, over REST. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}")
@Tag(name = "Personal data")
final class PersonalDataController {
    private static final int MOST_ENTRIES = 10_000;

    private final Dossier dossier;
    private final Forgetting forgetting;
    private final Audit audit;
    private final List<KnowsPeople> others;

    PersonalDataController(Dossier dossier, Forgetting forgetting, Audit audit, List<KnowsPeople> others) {
        this.others = List.copyOf(others);
        this.dossier = dossier;
        this.forgetting = forgetting;
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
            List<Dossier.Said> plans,
            List<KnowsPeople.Known> beside,
            List<Noted> audit,
            @Nullable String next) {
        /** Only the id. */
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
    record Noted(
            Instant at,
            @Nullable String account,
            @Nullable String plan,
            boolean isOfAll,
            Audit.Kind kind,
            String action) {
        static Noted of(Audit.Entry one) {
            return new Noted(
                    one.at(),
                    one.account().isEmpty() ? null : one.account(),
                    one.plan(),
                    one.person() == null,
                    one.kind(),
                    one.action());
        }
    }

    @GetMapping(path = "/person", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ADMINISTER)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    @Operation(
            operationId = "exportPerson",
            summary = "Everything that is kept about one person of an organisation's plans.")
    void export(
            @PathVariable OrganisationId organisation,
            @RequestParam StudentId id,
            Caller caller,
            HttpServletResponse response) {
        if (!caller.permissions(organisation).contains(Permission.READ_STUDENTS)) {
            throw Refusal.forbidden(); // ids can be guessed from class lists, and the answer has names
        }
        write(organisation, id, caller, () -> out(response));
    }

    /**
     * Writes it as it is found.
     *
     * @param out where to; asked for only when something is known about the person
     * @throws Refusal 404 if nothing is
     */
    // What a plan's many revisions say of somebody is never in memory all at once.
    void write(OrganisationId organisation, StudentId id, Caller caller, Supplier<OutputStream> out) {
        var writing = new AtomicReference<@Nullable PersonWriting>();
        Set<String> plans = new TreeSet<>();
        Supplier<PersonWriting> begun = () -> {
            PersonWriting known = writing.get();
            if (known == null) {
                audit.exported(caller.account(), organisation, id, "audit.person-exported");
                known = new PersonWriting(out.get(), id.value());
                writing.set(known);
            }
            return known;
        };
        dossier.about(organisation, id.value()).forEach(said -> {
            begun.get().add("plans", said);
            plans.add(said.plan());
        });
        others.stream().flatMap(one -> one.about(organisation, id.value())).forEach(known -> {
            begun.get().add("beside", known);
            Optional.ofNullable(known.plan()).ifPresent(plans::add);
        });
        PersonWriting all = writing.get();
        if (all == null) {
            throw Refusal.notFound();
        }
        var noted = Page.of(audit.about(organisation, id.value(), plans, MOST_ENTRIES + 1), MOST_ENTRIES);
        noted.shown(Noted::of).forEach(one -> all.add("audit", one));
        String next = noted.next(one -> String.valueOf(one.number()));
        if (next != null) {
            all.add("next", next);
        }
        all.end();
    }

    /**
     * Whether something beside plans' revisions is kept about somebody of that id. A solve's timetable doesn't count: it is of people of its plan.
     *
     * @param person an id, or any text, which nothing is kept about
     */
    boolean isKnownBeside(OrganisationId organisation, String person) {
        return Id.FORM.matcher(person).matches()
                && others.stream()
                        .flatMap(one -> one.about(organisation, person))
                        .anyMatch(known -> !known.kind().equals("solve"));
    }

    static OutputStream out(HttpServletResponse response) {
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
    record Forget(LocalDate endedBefore) {}

    /**
     * What was forgotten.
     *
     * @param plans ids of the plans in which students and staff are numbers from now on, and were names before
     */
    record Forgotten(List<PlanId> plans) {
        /** Copies the list. */
        Forgotten {
            plans = List.copyOf(plans);
        }
    }

    @PostMapping("/forget")
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "forgetPeople",
            summary = "Make students and staff numbers, for good, in all revisions of plans that ended before a date.")
    Forgotten forget(@PathVariable OrganisationId organisation, @RequestBody Forget asked, Caller caller) {
        if (asked.endedBefore().isAfter(forgetting.today())) {
            throw Refusal.unusable(
                    "forget.in-the-future", "/endedBefore", asked.endedBefore().toString());
        }
        return new Forgotten(forgetting.endedBefore(organisation, asked.endedBefore(), caller.account()));
    }
}
