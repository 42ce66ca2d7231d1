package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKindNames;
import java.util.List;

/**
 * Conversations of each student with one and the same member of staff, the contact person. Source: Læringslokomotivet,
 * guidelines (student conversations); how many, how long and when is ours.
 *
 * @param perStudent         number for each student, 1 to 20; spread over the camp's days, at most one a day
 * @param minutes            length of a conversation in minutes, 5 to 120
 * @param blocks             ids of the blocks out of which a student may be taken; empty means all free time and quiet hours
 * @param roomKinds          kinds of room that one can be held in, in addition to {@code rooms}; if both are empty, a
 *     {@code classroom}, as for the default modules
 * @param rooms              rooms that one can be held in
 * @param contacts           contact persons chosen by the planner; the plan chooses those of all other students
 * @param preparationMinutes paid preparation and evaluation of each conversation, 0 to 600
 */
public record Conversations(
        @Default("3") int perStudent,
        @Default("20") int minutes,
        List<String> blocks,
        @RoomKindNames List<String> roomKinds,
        List<RoomId> rooms,
        List<Contact> contacts,
        @Default("10") int preparationMinutes) {
    private static final List<String> USUAL_KINDS = List.of("classroom");

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or something is named twice */
    public Conversations {
        blocks = List.copyOf(blocks);
        roomKinds = List.copyOf(roomKinds);
        rooms = List.copyOf(rooms);
        contacts = List.copyOf(contacts);
        new RecordValidator()
                .range("perStudent", perStudent, 1, 20)
                .range("minutes", minutes, 5, 120)
                .distinct("blocks", blocks)
                .distinct("roomKinds", roomKinds)
                .distinct("rooms", rooms)
                .range("preparationMinutes", preparationMinutes, 0, 600)
                .throwIfInvalid();
    }

    /** Returns three conversations of twenty minutes for each student, in free time and quiet hours, in any classroom. */
    static Conversations defaults() {
        return new Conversations(3, 20, List.of(), List.of(), List.of(), List.of(), 10);
    }

    /** Returns whether a student may be taken out of a block; the caller checks that the block has students. */
    boolean allowsBlock(Block block) {
        if (blocks.isEmpty()) {
            return block.kind() == Block.Kind.FREE_TIME || block.kind() == Block.Kind.QUIET_HOUR;
        }
        return blocks.contains(block.id());
    }

    /** Returns the kinds of room, or the usual kind if no rooms are given. */
    List<String> fittingRoomKinds() {
        return roomKinds.isEmpty() && rooms.isEmpty() ? USUAL_KINDS : roomKinds;
    }
}
