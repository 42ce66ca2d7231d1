package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.List;

/** Who may lead a workshop and which rooms it may have, for validation and expansion. */
final class WorkshopPeople {
    private final Problem problem;

    WorkshopPeople(Problem problem) {
        this.problem = problem;
    }

    List<StaffId> leaders(Workshop workshop) {
        return workshop.leaders().isEmpty() ? withSkill(workshop.skill()) : workshop.leaders();
    }

    /** Returns who may be the second adult; empty if there is none. */
    List<StaffId> helpers(Workshop workshop) {
        if (!workshop.hasHelper()) {
            return List.of();
        }
        return workshop.helpers().isEmpty() ? withSkill(workshop.helperSkill()) : workshop.helpers();
    }

    private List<StaffId> withSkill(String skill) {
        return problem.staff().stream()
                .filter(one -> skill.isBlank() || WordMatcher.isAmong(one.skills(), skill))
                .map(StaffMember::id)
                .toList();
    }

    /** Returns the named rooms, or those of its kinds that hold the fewest students of a group. */
    List<RoomId> rooms(Workshop workshop) {
        if (!workshop.rooms().isEmpty()) {
            return workshop.rooms();
        }
        return problem.rooms().stream()
                .filter(room ->
                        workshop.roomKinds().isEmpty() || WordMatcher.isAmong(workshop.roomKinds(), room.kind()))
                .filter(room -> room.capacity() >= workshop.fewest())
                .map(Room::id)
                .toList();
    }
}
