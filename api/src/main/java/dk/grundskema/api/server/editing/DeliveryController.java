package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Deliveries;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What came of meetings, over REST. It needs no version of the plan: of two who enter something about the same meeting and date the last one is
 * right.
 */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Deliveries")
final class DeliveryController {
    private final Benches benches;
    private final Deliveries deliveries;
    private final Plans plans;

    DeliveryController(Benches benches, Deliveries deliveries, Plans plans) {
        this.benches = benches;
        this.deliveries = deliveries;
        this.plans = plans;
    }

    /**
     * What came of a meeting on a date.
     *
     * @param held   whether it was held
     * @param reason why it was not held, or was held otherwise than planned; empty means that there is nothing to say
     * @param absent students who were to take part and were not there
     */
    record Outcome(
            @Default("true") boolean held, @Default("\"\"") String reason, SortedSet<StudentId> absent) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the reason is too long or has control characters */
        Outcome {
            new Checks().line("reason", reason).done();
        }

        /** No students. */
        @Override
        public String toString() {
            return String.valueOf(held);
        }
    }

    /**
     * What was entered about a plan.
     *
     * @param items in order of dates
     */
    record DeliveriesView(List<Delivery> items) {}

    @GetMapping("/deliveries")
    @Needs(Permission.READ_STUDENTS)
    @Operation(operationId = "listDeliveries", summary = "What came of a plan's meetings, and who was not there.")
    DeliveriesView list(@PathVariable PlanId plan) {
        return new DeliveriesView(deliveries.of(plans.get(plan).id()));
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @PutMapping("/deliveries")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "putDelivery",
            summary = "Enters what came of a meeting on a date, whatever was entered before.")
    Delivery put(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestBody Outcome outcome,
            Caller caller) {
        Standing standing = benches.standing(plan);
        return enter(standing, meeting(standing, session, date), date, outcome, caller);
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @DeleteMapping("/deliveries")
    @Needs(Permission.EDIT)
    @ApiResponse(responseCode = "204")
    @Operation(operationId = "removeDelivery", summary = "Takes back what was entered about a meeting on a date.")
    ResponseEntity<Void> remove(
            @PathVariable PlanId plan, @RequestParam SessionId session, @RequestParam LocalDate date, Caller caller) {
        Standing standing = benches.standing(plan);
        Set<StudentId> taking = find(standing, session, date)
                .map(meeting -> taking(standing, meeting))
                .orElse(Set.of());
        return removed(standing, session, date, taking, caller);
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @PutMapping("/own/deliveries")
    @Needs(Permission.OWN)
    @Operation(
            operationId = "putOwnDelivery",
            summary = "Enters what came of a meeting in which the caller is on duty.")
    Delivery putOwn(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestBody Outcome outcome,
            Caller caller) {
        Standing standing = benches.standing(plan);
        return enter(standing, own(standing, session, date, caller), date, outcome, caller);
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @DeleteMapping("/own/deliveries")
    @Needs(Permission.OWN)
    @ApiResponse(responseCode = "204")
    @Operation(
            operationId = "removeOwnDelivery",
            summary = "Takes back what was entered about a meeting in which the caller is on duty.")
    ResponseEntity<Void> removeOwn(
            @PathVariable PlanId plan, @RequestParam SessionId session, @RequestParam LocalDate date, Caller caller) {
        Standing standing = benches.standing(plan);
        Meeting meeting = own(standing, session, date, caller);
        return removed(standing, session, date, taking(standing, meeting), caller);
    }

    private ResponseEntity<Void> removed(
            Standing standing, SessionId session, LocalDate date, Set<StudentId> taking, Caller caller) {
        if (!deliveries.remove(standing.plan(), session, date, taking, caller.account())) {
            throw Refusal.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    /** The meeting, in which the caller sits; what is somebody else's is not there. */
    private static Meeting own(Standing standing, SessionId session, LocalDate date, Caller caller) {
        Set<StaffId> who = caller.staff(standing.plan().organisation());
        Meeting meeting = meeting(standing, session, date);
        boolean isOwn = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .anyMatch(who::contains);
        if (!isOwn) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "editing.not-held-then", session.value(), date.toString());
        }
        return meeting;
    }

    private static Meeting meeting(Standing standing, SessionId session, LocalDate date) {
        return find(standing, session, date)
                .orElseThrow(() ->
                        Refusal.of(HttpStatus.NOT_FOUND, "editing.not-held-then", session.value(), date.toString()));
    }

    private static Optional<Meeting> find(Standing standing, SessionId session, LocalDate date) {
        return standing.timetable().value().meetings().stream()
                .filter(one -> one.sessionId().equals(session))
                .filter(one -> one.time().dates().contains(date))
                .findFirst();
    }

    private static Set<StudentId> taking(Standing standing, Meeting meeting) {
        return Participants.of(standing.problem().value(), standing.timetable().value(), meeting);
    }

    private Delivery enter(Standing standing, Meeting meeting, LocalDate date, Outcome outcome, Caller caller) {
        Set<StudentId> taking = taking(standing, meeting);
        var findings = new ArrayList<Finding>();
        int place = 0;
        for (StudentId one : outcome.absent()) {
            if (!taking.contains(one)) {
                findings.add(Finding.error("editing.takes-no-part", "/absent/" + place, one.value()));
            }
            place++;
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        var delivery = new Delivery(meeting.sessionId(), date, outcome.held(), outcome.reason(), outcome.absent());
        deliveries.put(standing.plan(), delivery, taking, caller.account());
        return delivery;
    }
}
