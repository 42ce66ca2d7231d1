package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.PlanChange;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changes for a plan in use.
 *
 * @param kind      what changes
 * @param staffId   who; of {@code STAFF_AWAY} and {@code STAFF_HOURS}
 * @param roomId    which room; of {@code ROOM_GONE}
 * @param studentId who; of {@code STUDENT_LEAVES} and {@code STUDENT_MOVES}
 * @param groupId   which class or given team the student changes to; of {@code STUDENT_MOVES}
 * @param from      first minute, on the wall clock of the plan's zone; of {@code STAFF_AWAY} and {@code ROOM_GONE}. Absent means from the moment of the
 *     change on
 * @param until     the minute after the last; of {@code STAFF_AWAY} and {@code ROOM_GONE}. Absent means for good
 * @param day       the day; of {@code DAY_CLOSED} and {@code DAY_OPENED}. Of {@code STUDENT_LEAVES} and {@code STUDENT_MOVES} a day of the first week
 * @param hours     hours a week by contract, 0 to 60; of {@code STAFF_HOURS}
 */
record ChangeItemBody(
        ChangeItemBody.ChangeKind kind,
        @Nullable StaffId staffId,
        @Nullable RoomId roomId,
        @Nullable StudentId studentId,
        @Nullable GroupId groupId,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        @Nullable LocalDate day,
        @Nullable Double hours) {
    private static final Set<String> PERIOD = Set.of("from", "until");

    /** What changes. */
    enum ChangeKind {
        /** A staff member is away. */
        STAFF_AWAY,
        /** A room cannot be used. */
        ROOM_GONE,
        /** Nothing is held on a day. */
        DAY_CLOSED,
        /** Something can be held on a day that was closed. */
        DAY_OPENED,
        /** A staff member has other hours by contract. */
        STAFF_HOURS,
        /** A student leaves all groups. */
        STUDENT_LEAVES,
        /** A student changes to another class or given team. */
        STUDENT_MOVES;

        private Set<String> required() {
            return switch (this) {
                case STAFF_AWAY -> Set.of("staffId");
                case ROOM_GONE -> Set.of("roomId");
                case DAY_CLOSED, DAY_OPENED -> Set.of("day");
                case STAFF_HOURS -> Set.of("staffId", "hours");
                case STUDENT_LEAVES -> Set.of("studentId", "day");
                case STUDENT_MOVES -> Set.of("studentId", "groupId", "day");
            };
        }

        private boolean hasPeriod() {
            return this == STAFF_AWAY || this == ROOM_GONE;
        }

        /** Returns whether changes of this kind have a field. */
        boolean has(String field) {
            return required().contains(field) || (hasPeriod() && PERIOD.contains(field));
        }

        /** Returns the kinds in the order in which they are offered. */
        static List<ChangeKind> all() {
            return Arrays.asList(values());
        }
    }

    /** Returns the ids only, without those of students. */
    @Override
    public String toString() {
        return kind + " " + Objects.requireNonNullElse(staffId == null ? roomId : staffId, "");
    }

    /**
     * Returns the change; empty with findings if fields are missing, or there are some that the kind does not have.
     *
     * @param at       pointer to this change
     * @param now      moment of the change
     * @param findings where findings are added
     */
    Optional<PlanChange> toChange(String at, LocalDateTime now, List<Finding> findings) {
        List<Finding> own = fieldFindings(at);
        findings.addAll(own);
        return own.isEmpty() ? Optional.of(change(now)) : Optional.empty();
    }

    private List<Finding> fieldFindings(String at) {
        var findings = new ArrayList<Finding>();
        fields().forEach((name, value) -> {
            if (value == null && kind.required().contains(name)) {
                findings.add(Finding.error("plan-change.missing-field", at + "/" + name, kind, name));
            } else if (value != null && !kind.has(name)) {
                findings.add(Finding.error("plan-change.other-field", at + "/" + name, kind, name));
            }
        });
        return findings;
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("staffId", staffId);
        fields.put("roomId", roomId);
        fields.put("studentId", studentId);
        fields.put("groupId", groupId);
        fields.put("from", from);
        fields.put("until", until);
        fields.put("day", day);
        fields.put("hours", hours);
        return fields;
    }

    private PlanChange change(LocalDateTime now) {
        LocalDateTime start = Objects.requireNonNullElse(from, now);
        return switch (kind) {
            case STAFF_AWAY -> new PlanChange.StaffAway(Objects.requireNonNull(staffId), start, until);
            case ROOM_GONE -> new PlanChange.RoomGone(Objects.requireNonNull(roomId), start, until);
            case DAY_CLOSED -> new PlanChange.DayClosed(Objects.requireNonNull(day));
            case DAY_OPENED -> new PlanChange.DayOpened(Objects.requireNonNull(day));
            case STAFF_HOURS ->
                new PlanChange.StaffHours(Objects.requireNonNull(staffId), Objects.requireNonNull(hours));
            case STUDENT_LEAVES ->
                new PlanChange.StudentLeaves(Objects.requireNonNull(studentId), Objects.requireNonNull(day));
            case STUDENT_MOVES ->
                new PlanChange.StudentMoves(
                        Objects.requireNonNull(studentId),
                        Objects.requireNonNull(groupId),
                        Objects.requireNonNull(day));
        };
    }
}
