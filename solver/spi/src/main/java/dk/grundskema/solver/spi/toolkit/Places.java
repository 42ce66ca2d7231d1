package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.List;

/** Where something may be held. */
public final class Places {
    private Places() {}

    /**
     * Rooms of one site, so that nobody has to leave the own school.
     *
     * @param named rooms that the planner names, also those of other sites; empty means all of a kind
     * @param kind  kind of room that will do if none is named, such as {@code classroom}
     * @return in the problem's order; empty if there is none
     */
    public static List<RoomId> rooms(Problem problem, SiteId site, Collection<RoomId> named, String kind) {
        return problem.rooms().stream()
                .filter(room -> problem.siteOr(room.site()).equals(site))
                .filter(room -> named.isEmpty() ? room.kind().equals(kind) : named.contains(room.id()))
                .map(Room::id)
                .toList();
    }

    /**
     * Rooms that hold so many.
     *
     * @param named rooms that the planner names; empty means all
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
