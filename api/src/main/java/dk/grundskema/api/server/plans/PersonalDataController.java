package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.StudentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    PersonalDataController(Dossier dossier, Forgetting forgetting, Audit audit) {
        this.dossier = dossier;
        this.forgetting = forgetting;
        this.audit = audit;
    }

    /**
     * Everything about one person.
     *
     * @param person the id that plans know the person by
     * @param plans  what each document of each plan says
     * @param audit  who saw or changed any of it, the latest first
     */
    record PersonView(String person, List<Dossier.Said> plans, List<Noted> audit) {
        /** Only the id. */
        @Override
        public String toString() {
            return person;
        }
    }

    /**
     * Somebody saw or changed something about the person.
     *
     * @param at      when
     * @param account who; {@code null} means that nobody asked for it
     * @param plan    in which plan; {@code null} means none in particular
     * @param isOfAll whether it was about everybody of the plan
     * @param kind    what was done
     * @param action  how
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

    @GetMapping("/person")
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "exportPerson",
            summary = "Everything that the organisation's plans hold about one person.")
    PersonView export(@PathVariable OrganisationId organisation, @RequestParam StudentId id, Caller caller) {
        List<Dossier.Said> said = dossier.about(organisation, id.value());
        if (said.isEmpty()) {
            throw Refusal.notFound();
        }
        audit.exported(caller.account(), organisation, id, "audit.person-exported");
        List<String> plans = said.stream().map(Dossier.Said::plan).distinct().toList();
        List<Noted> noted = audit.of(organisation, "", id.value(), Long.MAX_VALUE, MOST_ENTRIES).stream()
                .filter(one -> one.person() != null || plans.contains(one.plan()))
                .map(Noted::of)
                .toList();
        return new PersonView(id.value(), said, noted);
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
            throw Refusal.unusable("forget.in-the-future", "/endedBefore", asked.endedBefore());
        }
        return new Forgotten(forgetting.endedBefore(organisation, asked.endedBefore(), caller.account()));
    }
}
