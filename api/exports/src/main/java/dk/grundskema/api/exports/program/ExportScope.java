package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a plan that is exported.
 *
 * @param staff staff member whose meetings are exported; {@code null} means all
 * @param group class or other group whose meetings are exported, with those of its students' groups; {@code null} means all
 */
public record ExportScope(@Nullable StaffId staff, @Nullable GroupId group) {
    /** Returns the scope of a whole plan. */
    public static ExportScope wholePlan() {
        return new ExportScope(null, null);
    }
}
