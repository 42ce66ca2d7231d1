package dk.grundskema.solver.testkit;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a room, by default a classroom for thirty at the first site that can always be used. */
public final class RoomBuilder {
    private final RoomId id;
    private String name;
    private String kind = "classroom";
    private final List<Period> except = new ArrayList<>();
    private int capacity = 30;
    private @Nullable SiteId site;

    private RoomBuilder(RoomId id) {
        this.id = id;
        name = "Room " + id;
    }

    /** Returns a builder of the room with an id. */
    public static RoomBuilder aRoom(String id) {
        return aRoom(new RoomId(id));
    }

    /** Returns a builder of the room with an id. */
    public static RoomBuilder aRoom(RoomId id) {
        return new RoomBuilder(id);
    }

    /** Sets the name. */
    public RoomBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets the kind of room. */
    public RoomBuilder kind(String value) {
        kind = value;
        return this;
    }

    /** Adds a time at which the room cannot be used. */
    public RoomBuilder except(Period period) {
        except.add(period);
        return this;
    }

    /** Sets how many students it holds. */
    public RoomBuilder capacity(int students) {
        capacity = students;
        return this;
    }

    /** Sets the site. */
    public RoomBuilder site(String value) {
        site = new SiteId(value);
        return this;
    }

    /** Returns the room. */
    public Room build() {
        return new Room(id, name, site, kind, capacity, new Availability(List.of(), except));
    }
}
