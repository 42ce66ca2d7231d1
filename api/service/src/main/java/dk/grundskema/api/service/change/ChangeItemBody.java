package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changes for a plan in use.
 *
 * @param kind      what changes
 * @param staffId   who; of {@code STAFF_AWAY} and {@code STAFF_HOURS}
 * @param roomId    which room; of {@code ROOM_GONE}. Of {@code LESSON_MOVES} the new room; absent means that the lesson keeps its rooms
 * @param studentId who; of {@code STUDENT_LEAVES} and {@code STUDENT_MOVES}
 * @param groupId   which class, or team or group that is given or formed, the student changes to or joins; of {@code STUDENT_MOVES} and
 *     {@code STUDENT_JOINS}. Of {@code SUBJECT_DROPPED} whose lessons end; absent means those of all
 * @param from      first minute, on the wall clock of the plan's zone; of {@code STAFF_AWAY} and {@code ROOM_GONE}. Absent means from the moment of the
 *     change on
 * @param until     the minute after the last; of {@code STAFF_AWAY} and {@code ROOM_GONE}. Absent means for good
 * @param day       the day; of {@code DAY_CLOSED} and {@code DAY_OPENED}. Of {@code STUDENT_LEAVES}, {@code STUDENT_MOVES} and {@code STUDENT_JOINS} a
 *     day of the first week. Of {@code STAFF_JOINS} and {@code ROOM_ADDED} the first day; absent means the day of the moment. Of
 *     {@code LESSON_MOVES} the first day of the new time, and of {@code SUBJECT_DROPPED} the first day without the subject
 * @param hours     hours a week by contract, 0 to 60; of {@code STAFF_HOURS}, and of {@code STAFF_JOINS}, where absent means 37
 * @param name      name of what is new; of {@code STAFF_JOINS}, {@code ROOM_ADDED} and {@code STUDENT_JOINS}. Ids are formed by the service
 * @param skills    words that interventions require, such as a subject; of {@code STAFF_JOINS}. Empty means none
 * @param weekdays  days of the week on which the person can be on duty; of {@code STAFF_JOINS}. Empty means all
 * @param roomKind  kind of the room; of {@code ROOM_ADDED}. Absent means a classroom
 * @param capacity  how many students the room holds, 1 to 30000; of {@code ROOM_ADDED}
 * @param siteId    site of the room; of {@code ROOM_ADDED}. Absent means the problem's first site
 * @param lessonId  which lesson of the existing timetable; of {@code LESSON_MOVES}
 * @param weekday   new day of the week; of {@code LESSON_MOVES}
 * @param start     new time of day at which it starts; of {@code LESSON_MOVES}
 * @param end       new time of day at which it ends; of {@code LESSON_MOVES}. Absent means that it keeps its length
 * @param subject   subject, as lessons name it; of {@code SUBJECT_DROPPED}
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
        @Nullable Double hours,
        @Nullable String name,
        SortedSet<String> skills,
        SortedSet<DayOfWeek> weekdays,
        @Nullable String roomKind,
        @Nullable Integer capacity,
        @Nullable SiteId siteId,
        @Nullable LessonId lessonId,
        @Nullable DayOfWeek weekday,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        @Nullable String subject) {
    private static final double FULL_TIME = 37;

    /** Copies the sets. */
    ChangeItemBody {
        skills = Collections.unmodifiableSortedSet(new TreeSet<>(skills));
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
    }

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
        /** A new staff member comes. */
        STAFF_JOINS,
        /** A new room can be used. */
        ROOM_ADDED,
        /** A new student joins a class, team or group. */
        STUDENT_JOINS,
        /** A student leaves all groups. */
        STUDENT_LEAVES,
        /** A student changes to another class, team or group. */
        STUDENT_MOVES,
        /** The school moves a lesson of the existing timetable. */
        LESSON_MOVES,
        /** The school gives up a subject: its lessons end. */
        SUBJECT_DROPPED;

        private Set<String> required() {
            return switch (this) {
                case STAFF_AWAY -> Set.of("staffId");
                case ROOM_GONE -> Set.of("roomId");
                case DAY_CLOSED -> Set.of("day");
                case DAY_OPENED -> Set.of("day");
                case STAFF_HOURS -> Set.of("staffId", "hours");
                case STAFF_JOINS -> Set.of("name");
                case ROOM_ADDED -> Set.of("name", "capacity");
                case STUDENT_JOINS -> Set.of("name", "groupId", "day");
                case STUDENT_LEAVES -> Set.of("studentId", "day");
                case STUDENT_MOVES -> Set.of("studentId", "groupId", "day");
                case LESSON_MOVES -> Set.of("lessonId", "day", "weekday", "start");
                case SUBJECT_DROPPED -> Set.of("subject", "day");
            };
        }

        private Set<String> optional() {
            return switch (this) {
                case STAFF_JOINS -> Set.of("hours", "skills", "weekdays", "day");
                case ROOM_ADDED -> Set.of("roomKind", "siteId", "day");
                case LESSON_MOVES -> Set.of("end", "roomId");
                case SUBJECT_DROPPED -> Set.of("groupId");
                case STAFF_AWAY, ROOM_GONE -> Set.of("from", "until");
                case DAY_CLOSED, DAY_OPENED, STAFF_HOURS, STUDENT_JOINS, STUDENT_LEAVES, STUDENT_MOVES -> Set.of();
            };
        }

        /** Returns whether changes of this kind have a field. */
        boolean has(String field) {
            return required().contains(field) || optional().contains(field);
        }

        /** Returns whether changes of this kind need a field. */
        boolean needs(String field) {
            return required().contains(field);
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
    Optional<StatedChange> toChange(String at, LocalDateTime now, List<Finding> findings) {
        List<Finding> own = fieldFindings(at);
        findings.addAll(own);
        return own.isEmpty() ? Optional.of(change(now)) : Optional.empty();
    }

    private List<Finding> fieldFindings(String at) {
        var findings = new ArrayList<Finding>();
        fields().forEach((name, value) -> {
            if (value == null && kind.needs(name)) {
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
        fields.put("name", name);
        fields.put("skills", skills.isEmpty() ? null : skills);
        fields.put("weekdays", weekdays.isEmpty() ? null : weekdays);
        fields.put("roomKind", roomKind);
        fields.put("capacity", capacity);
        fields.put("siteId", siteId);
        fields.put("lessonId", lessonId);
        fields.put("weekday", weekday);
        fields.put("start", start);
        fields.put("end", end);
        fields.put("subject", subject);
        return fields;
    }

    private StatedChange change(LocalDateTime now) {
        LocalDateTime begin = Objects.requireNonNullElse(from, now);
        LocalDate firstDay = Objects.requireNonNullElse(day, now.toLocalDate());
        return switch (kind) {
            case STAFF_AWAY -> new StatedChange.StaffAway(Objects.requireNonNull(staffId), begin, until);
            case ROOM_GONE -> new StatedChange.RoomGone(Objects.requireNonNull(roomId), begin, until);
            case DAY_CLOSED -> new StatedChange.DayClosed(Objects.requireNonNull(day));
            case DAY_OPENED -> new StatedChange.DayOpened(Objects.requireNonNull(day));
            case STAFF_HOURS ->
                new StatedChange.StaffHours(Objects.requireNonNull(staffId), Objects.requireNonNull(hours));
            case STAFF_JOINS ->
                new StatedChange.StaffJoins(
                        Objects.requireNonNull(name),
                        Objects.requireNonNullElse(hours, FULL_TIME),
                        skills,
                        weekdays,
                        firstDay);
            case ROOM_ADDED ->
                new StatedChange.RoomAdded(
                        Objects.requireNonNull(name),
                        Objects.requireNonNullElse(roomKind, RoomKind.CLASSROOM.toString()),
                        Objects.requireNonNull(capacity),
                        siteId,
                        firstDay);
            case STUDENT_JOINS ->
                new StatedChange.StudentJoins(Objects.requireNonNull(name), Objects.requireNonNull(groupId), firstDay);
            case LESSON_MOVES ->
                new StatedChange.LessonMoves(
                        Objects.requireNonNull(lessonId),
                        firstDay,
                        Objects.requireNonNull(weekday),
                        Objects.requireNonNull(start),
                        end,
                        roomId);
            case SUBJECT_DROPPED -> new StatedChange.SubjectDropped(Objects.requireNonNull(subject), groupId, firstDay);
            case STUDENT_LEAVES ->
                new StatedChange.StudentLeaves(Objects.requireNonNull(studentId), Objects.requireNonNull(day));
            case STUDENT_MOVES ->
                new StatedChange.StudentMoves(
                        Objects.requireNonNull(studentId),
                        Objects.requireNonNull(groupId),
                        Objects.requireNonNull(day));
        };
    }
}
