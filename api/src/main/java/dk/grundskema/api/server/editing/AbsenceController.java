package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.AbsenceViews.AbsenceView;
import dk.grundskema.api.server.editing.AbsenceViews.AbsencesView;
import dk.grundskema.api.server.editing.AbsenceViews.OpenView;
import dk.grundskema.api.server.editing.AbsenceViews.RepairView;
import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Absence;
import dk.grundskema.solver.engine.HandChange;
import dk.grundskema.solver.engine.SolveLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Absences of staff over REST, and the repairs that they take. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/absences")
@Tag(name = "Absences")
final class AbsenceController {
    private static final int DEFAULT_SECONDS = 5;
    private static final int MOST_SECONDS = 60;
    private static final long MOST_STEPS = 10_000_000;

    private final Plans plans;
    private final Documents documents;
    private final Absences absences;
    private final Benches benches;
    private final Repairing repairing;
    private final InstantSource clock;

    AbsenceController(
            Plans plans,
            Documents documents,
            Absences absences,
            Benches benches,
            Repairing repairing,
            InstantSource clock) {
        this.plans = plans;
        this.documents = documents;
        this.absences = absences;
        this.benches = benches;
        this.repairing = repairing;
        this.clock = clock;
    }

    /**
     * An absence to be entered.
     *
     * @param staffId who is away
     * @param from    first minute, on the wall clock of the plan's zone
     * @param until   the minute after the last
     * @param reason  why; empty if nobody says. It is kept apart and shown to nobody but those who may edit the plan
     */
    record NewAbsence(
            StaffId staffId,
            LocalDateTime from,
            LocalDateTime until,
            @Default("\"\"") String reason) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the reason is too long or has control characters */
        NewAbsence {
            new Checks().line("reason", reason).done();
        }

        /** No reason. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    @PostMapping
    @Needs(Permission.EDIT)
    @Operation(operationId = "addAbsence", summary = "Enters that somebody of the staff is away for a while.")
    ResponseEntity<AbsenceView> add(@PathVariable PlanId plan, @RequestBody NewAbsence asked, Caller caller) {
        Problem problem = documents
                .problem(plans.revision(plans.get(plan).head()).problem())
                .value();
        var findings = new ArrayList<Finding>();
        if (problem.staffMember(asked.staffId()).isEmpty()) {
            findings.add(Finding.error(
                    "edit.no-such-staff", "/staffId", asked.staffId().value()));
        }
        if (!asked.until().isAfter(asked.from())) {
            findings.add(Finding.error("editing.ends-before-start", "/until", asked.from(), asked.until()));
        }
        boolean isOutside = asked.until().isBefore(problem.horizon().firstDay().atStartOfDay())
                || asked.from().isAfter(problem.horizon().lastDay().plusDays(1).atStartOfDay());
        if (isOutside) {
            findings.add(Finding.error(
                    "edit.outside-horizon",
                    "/from",
                    problem.horizon().firstDay(),
                    problem.horizon().lastDay()));
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        var absence = new Absence(asked.staffId(), asked.from(), asked.until());
        var entered = absences.add(plan, absence, asked.reason(), caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan + "/absences/" + entered.id()))
                .body(view(entered));
    }

    private static AbsenceView view(Absences.Entered one) {
        return new AbsenceView(
                one.id(),
                one.absence().staffId(),
                one.absence().from(),
                one.absence().until(),
                one.reason());
    }

    @GetMapping
    @Needs(Permission.EDIT)
    @Operation(operationId = "listAbsences", summary = "Who of a plan's staff is away when.")
    AbsencesView list(@PathVariable PlanId plan) {
        return new AbsencesView(absences.of(plans.get(plan).id()).stream()
                .map(AbsenceController::view)
                .toList());
    }

    @GetMapping("/{absence}")
    @Needs(Permission.EDIT)
    @Operation(operationId = "getAbsence", summary = "An absence.")
    AbsenceView get(@PathVariable PlanId plan, @PathVariable String absence) {
        return view(absences.get(plans.get(plan).id(), absence));
    }

    @DeleteMapping("/{absence}")
    @Needs(Permission.EDIT)
    @Operation(operationId = "removeAbsence", summary = "Takes an absence back; what a repair made of the plan stays.")
    ResponseEntity<Void> remove(@PathVariable PlanId plan, @PathVariable String absence) {
        absences.remove(plans.get(plan).id(), absence);
        return ResponseEntity.noContent().build();
    }

    /** @param now what has begun by then is a fact, on the wall clock of the plan's zone; absent means now */
    @GetMapping("/{absence}/candidates")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "listStandIns",
            summary = "Which seats an absence leaves open, who could take each, and what it costs.")
    OpenView candidates(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller) {
        Absence away = absences.get(plans.get(plan).id(), absence).absence();
        Standing standing = benches.standing(plan);
        return repairing.open(standing, away, moment(standing, now), caller);
    }

    private LocalDateTime moment(Standing standing, @Nullable LocalDateTime now) {
        return now != null
                ? now
                : LocalDateTime.ofInstant(
                        clock.instant(), standing.problem().value().horizon().zone());
    }

    /**
     * How a plan is to be repaired.
     *
     * @param seconds how long is looked for a repair at most, 1 to 60; absent means 5. It ends sooner when nothing is left to look at
     * @param steps   the same as a number of looks at what a change costs, 1 to 10,000,000; then seconds are not given
     * @param now     what has begun by then is a fact, on the wall clock of the plan's zone; absent means now
     */
    record RepairBody(
            @Nullable Integer seconds,
            @Nullable Long steps,
            @Nullable LocalDateTime now) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or both are given */
        RepairBody {
            new Checks()
                    .that(seconds == null || steps == null, "steps", "editing.seconds-and-steps")
                    .range("seconds", seconds == null ? 1 : seconds, 1, MOST_SECONDS)
                    .range("steps", steps == null ? 1 : steps, 1, MOST_STEPS)
                    .done();
        }

        SolveLimits limits() {
            return steps != null
                    ? SolveLimits.ofSteps(steps)
                    : SolveLimits.of(Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds));
        }
    }

    @PostMapping("/{absence}/repair")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "repair",
            summary = "Repairs a plan around an absence with as few changes as possible, and lists them.")
    ResponseEntity<RepairView> repair(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RepairBody asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Absence away = absences.get(plans.get(plan).id(), absence).absence();
        Standing standing = benches.standing(plan);
        RepairView view =
                repairing.repair(standing, away, moment(standing, asked.now()), asked.limits(), version, caller);
        return ResponseEntity.ok().eTag(Precondition.tag(view.version())).body(view);
    }

    /**
     * Who takes a seat that fell open.
     *
     * @param sessionId the seat's session
     * @param position  place of the seat among those of its meeting, from 0
     * @param staffId   who takes it; absent leaves it empty
     * @param now       what has begun by then is a fact, on the wall clock of the plan's zone; absent means now
     */
    record Taking(
            SessionId sessionId,
            int position,
            @Nullable StaffId staffId,
            @Nullable LocalDateTime now) {}

    @PostMapping("/{absence}/take")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "takeSeat",
            summary = "Gives one seat that fell open to somebody, the rest of the plan as it stands.")
    ResponseEntity<EditView> take(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Taking asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Absence away = absences.get(plans.get(plan).id(), absence).absence();
        Standing standing = benches.standing(plan);
        var change = new HandChange.Seating(asked.sessionId(), asked.position(), asked.staffId());
        EditView view = repairing.take(standing, away, moment(standing, asked.now()), change, version, caller);
        return ResponseEntity.ok().eTag(Precondition.tag(view.version())).body(view);
    }
}
