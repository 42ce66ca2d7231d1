package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** REST views of the lists of a plan's problem, as stored. */
final class ProblemPartViews {
    private ProblemPartViews() {}

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
