package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import java.util.List;

/**
 * Who is in a group, given or formed alike.
 *
 * @param id      the group
 * @param members who is in it
 */
public record GroupMembers(GroupId id, List<GroupMember> members) {
    /** Copies the list. */
    public GroupMembers {
        members = List.copyOf(members);
    }
}
