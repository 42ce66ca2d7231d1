package dk.grundskema.domain.place;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.Availability;
import org.jspecify.annotations.Nullable;

/**
 * A room, or another place where something can be held (a yard, a wood).
 *
 * @param id           the id
 * @param name         what people call it
 * @param site         site of the room; {@code null} means the problem's first site
 * @param kind         kind of room, a word that interventions require, such as {@code classroom}
 * @param capacity     how many students it holds, 1 to 30000; the largest value is used for a place without a limit
 * @param availability when it can be used
 */
public record Room(
        RoomId id,
        String name,
        @Nullable SiteId site,
        @Default("\"classroom\"") String kind,
        @Default("30") int capacity,
        Availability availability) {
    /** Largest capacity, which timetable programs use for a place without a limit. */
    public static final int MOST_CAPACITY = 30_000;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text is blank or too long or the capacity is out of range */
    public Room {
        new RecordValidator()
                .name("name", name)
                .name("kind", kind)
                .range("capacity", capacity, 1, MOST_CAPACITY)
                .throwIfInvalid();
    }
}
