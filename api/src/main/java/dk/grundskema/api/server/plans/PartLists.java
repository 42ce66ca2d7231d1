package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Lists of a plan's problem by themselves, as they were written. */
final class PartLists {
    private PartLists() {}

    /**
     * The staff of a plan.
     *
     * @param items in the problem's order
     */
    record StaffList(
            @Schema(implementation = StaffMember.class) List<Json> items) {}

    /**
     * The students of a plan.
     *
     * @param items in the problem's order
     */
    record StudentList(
            @Schema(implementation = Student.class) List<Json> items) {}

    /**
     * The rooms of a plan.
     *
     * @param items in the problem's order
     */
    record RoomList(@Schema(implementation = Room.class) List<Json> items) {}

    /**
     * The interventions of a plan.
     *
     * @param items in the problem's order
     */
    record InterventionList(
            @Schema(implementation = Intervention.class) List<Json> items) {}
}
