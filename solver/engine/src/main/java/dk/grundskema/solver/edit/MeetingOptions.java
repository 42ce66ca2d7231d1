package dk.grundskema.solver.edit;

import java.util.List;

/**
 * What could be otherwise about a meeting, each tried with the rest of the plan unchanged.
 *
 * @param wishes  what the wishes say about it
 * @param targets other times, or modules that can swap subjects with it, and its own, in chronological order
 * @param rooms   the rooms in which it can be held, and its own
 * @param members the students in its groups whose group the plan decides
 */
public record MeetingOptions(
        MeetingWishes wishes, List<MeetingTarget> targets, List<RoomChoice> rooms, List<MemberChoices> members) {
    /** Copies the lists. */
    public MeetingOptions {
        targets = List.copyOf(targets);
        rooms = List.copyOf(rooms);
        members = List.copyOf(members);
    }
}
