package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.RoomKindNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many teams are taught at the same time in subjects that need certain rooms, also where modules get no room in the plan. It counts the
 * subjects whose kinds of room are all among these.
 *
 * @param roomKinds kinds of room, at least one
 * @param most      most teams at the same time, 0 to 40; {@code null} means as many as the camp's site has such rooms
 * @param level     how binding it is; a wish has the weight that the plan gives its rule
 */
public record RoomLimit(
        @RoomKindNames List<String> roomKinds,
        @Nullable Integer most,
        @Default("\"HARD\"") Level level) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if there is no kind, one is named twice, or the number is out of range */
    public RoomLimit {
        roomKinds = List.copyOf(roomKinds);
        new RecordValidator()
                .notEmpty("roomKinds", roomKinds)
                .distinct("roomKinds", roomKinds)
                .rangeIfAny("most", most, 0, Teams.MOST)
                .throwIfInvalid();
    }

    /** Returns whether a subject needs such a room. */
    boolean appliesTo(Subject subject) {
        return !subject.roomKinds().isEmpty() && roomKinds.containsAll(subject.roomKinds());
    }
}
