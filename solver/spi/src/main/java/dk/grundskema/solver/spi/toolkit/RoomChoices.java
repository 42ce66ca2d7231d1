package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.List;

/** Selects rooms for sessions. */
public final class RoomChoices {
    private RoomChoices() {}

    /**
     * Returns rooms of one site, so that students need not leave their own school.
     *
     * @param named the planner's rooms, including those of other sites; empty means all of a kind
     * @param kind  kind of room if none is given, such as {@code classroom}
     * @return in the problem's order; empty if there is none
     */
    public static List<RoomId> rooms(Problem problem, SiteId site, Collection<RoomId> named, String kind) {
        return problem.rooms().stream()
                .filter(room -> problem.siteOrDefault(room.site()).equals(site))
                .filter(room -> named.isEmpty() ? room.kind().equals(kind) : named.contains(room.id()))
                .map(Room::id)
                .toList();
    }

    /**
     * Returns rooms that hold a number of students.
     *
     * @param named the planner's rooms; empty means all
     * @return in the problem's order; empty if none is large enough
     */
    public static List<RoomId> rooms(Problem problem, Collection<RoomId> named, int students) {
        return problem.rooms().stream()
                .filter(room -> named.isEmpty() || named.contains(room.id()))
                .filter(room -> room.capacity() >= students)
                .map(Room::id)
                .toList();
    }
}
