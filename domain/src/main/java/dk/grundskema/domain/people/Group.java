package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.List;

/**
 * Students who do something together: a class, a team of a camp.
 *
 * @param id      the id
 * @param name    what people call it
 * @param kind    what sort of group it is
 * @param members who is in it; empty means nobody yet
 */
public record Group(
        GroupId id, String name, @Default("\"TEAM\"") Kind kind, List<GroupMember> members) {
    /** What sort of group it is. */
    public enum Kind {
        /** A class of a school. */
        CLASS,
        /** A part of one class or of several classes: a half class, an elective, a language. */
        COURSE,
        /** A team of a camp. */
        TEAM,
        /** A few students with one tutor. */
        SMALL_GROUP,
        /** Two students, or three. */
        PAIR
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long, or a student is named twice */
    public Group {
        members = List.copyOf(members);
        new RecordValidator()
                .name("name", name)
                .distinct(
                        "members", members.stream().map(GroupMember::studentId).toList())
                .throwIfInvalid();
    }
}
