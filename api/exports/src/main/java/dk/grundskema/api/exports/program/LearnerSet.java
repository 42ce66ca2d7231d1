package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Students of one class who take part in a lesson.
 *
 * @param classId the class
 * @param group   group of which they are; {@code null} means none
 * @param part    number of a part of the class whose students are not known, from 1; 0 means none, so that without a group it is the whole class
 */
record LearnerSet(GroupId classId, @Nullable GroupId group, int part) {
    static LearnerSet wholeClass(GroupId classId) {
        return new LearnerSet(classId, null, 0);
    }

    /** Returns whether it is the whole class. */
    boolean isWholeClass() {
        return group == null && part == 0;
    }

    /** Returns whether it is the class itself or a part without a group. */
    boolean isWithoutGroup() {
        return group == null;
    }
}
