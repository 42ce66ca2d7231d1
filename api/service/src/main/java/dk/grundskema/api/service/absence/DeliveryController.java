package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
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
 * REST operations to record meetings. They need no version of the plan: if several users record the same meeting and date, the last one counts.
 */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Deliveries")
final class DeliveryController {
    private final AttendanceRegister attendance;
    private final DeliveryRepository deliveries;
    private final PlanStore plans;

    DeliveryController(AttendanceRegister attendance, DeliveryRepository deliveries, PlanStore plans) {
        this.attendance = attendance;
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
    record DeliveryBody(
            @Default("true") boolean held, @Default("\"\"") String reason, SortedSet<StudentId> absent) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the reason is too long or contains control characters */
        DeliveryBody {
            new RecordValidator().singleLine("reason", reason).throwIfInvalid();
        }

        Delivery toDelivery(SessionId session, LocalDate date) {
            return new Delivery(session, date, held, reason, absent);
        }

        /** Omits the students. */
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
    @RequiresPermission(Permission.READ_STUDENTS)
    @Operation(operationId = "listDeliveries", summary = "What came of a plan's meetings, and who was not there.")
    DeliveriesView list(@PathVariable PlanId plan) {
        return new DeliveriesView(deliveries.findByPlan(plans.get(plan).id()));
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @PutMapping("/deliveries")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "putDelivery",
            summary = "Enters what came of a meeting on a date, whatever was entered before.")
    Delivery put(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestBody DeliveryBody outcome,
            Caller caller) {
        return attendance.record(plan, outcome.toDelivery(session, date), false, caller);
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @DeleteMapping("/deliveries")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "204")
    @Operation(operationId = "removeDelivery", summary = "Takes back what was entered about a meeting on a date.")
    ResponseEntity<Void> remove(
            @PathVariable PlanId plan, @RequestParam SessionId session, @RequestParam LocalDate date, Caller caller) {
        attendance.removeEntry(plan, session, date, false, caller);
        return ResponseEntity.noContent().build();
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @PutMapping("/own/deliveries")
    @RequiresPermission(Permission.OWN)
    @Operation(
            operationId = "putOwnDelivery",
            summary = "Enters what came of a meeting in which the caller is on duty.")
    Delivery putOwn(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestBody DeliveryBody outcome,
            Caller caller) {
        return attendance.record(plan, outcome.toDelivery(session, date), true, caller);
    }

    /**
     * @param session which meeting
     * @param date    on which of its dates
     */
    @DeleteMapping("/own/deliveries")
    @RequiresPermission(Permission.OWN)
    @ApiResponse(responseCode = "204")
    @Operation(
            operationId = "removeOwnDelivery",
            summary = "Takes back what was entered about a meeting in which the caller is on duty.")
    ResponseEntity<Void> removeOwn(
            @PathVariable PlanId plan, @RequestParam SessionId session, @RequestParam LocalDate date, Caller caller) {
        attendance.removeEntry(plan, session, date, true, caller);
        return ResponseEntity.noContent().build();
    }
}
