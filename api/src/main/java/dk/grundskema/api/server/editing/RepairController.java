package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.AbsenceViews.OpenView;
import dk.grundskema.api.server.editing.AbsenceViews.RepairView;
import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.engine.Absence;
import dk.grundskema.solver.engine.HandChange;
import dk.grundskema.solver.engine.SolveLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an absence leaves open, and the repairs that it takes, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/absences/{absence}")
@Tag(name = "Absences")
final class RepairController {
    private static final int DEFAULT_SECONDS = 5;
    private static final int MOST_SECONDS = 60;
    private static final long MOST_STEPS = 10_000_000;

    private final Plans plans;
    private final Absences absences;
    private final Benches benches;
    private final Repairing repairing;
    private final InstantSource clock;

    RepairController(Plans plans, Absences absences, Benches benches, Repairing repairing, InstantSource clock) {
        this.plans = plans;
        this.absences = absences;
        this.benches = benches;
        this.repairing = repairing;
        this.clock = clock;
    }

    /** @param now what has begun by then is a fact, on the wall clock of the plan's zone; absent means now */
    @GetMapping("/candidates")
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

    @PostMapping("/repair")
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
        Absence away = absences.get(plans.at(plan, version).id(), absence).absence();
        Standing standing = benches.standing(plan);
        RepairView view =
                repairing.repair(standing, away, moment(standing, asked.now()), asked.limits(), version, caller);
        return Precondition.tagged(view.version(), view);
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

    @PostMapping("/take")
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
        Absence away = absences.get(plans.at(plan, version).id(), absence).absence();
        Standing standing = benches.standing(plan);
        var change = new HandChange.Seating(asked.sessionId(), asked.position(), asked.staffId());
        EditView view = repairing.take(standing, away, moment(standing, asked.now()), change, version, caller);
        return Precondition.tagged(view.version(), view);
    }
}
