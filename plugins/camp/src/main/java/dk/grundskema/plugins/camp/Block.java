package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKindNames;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of the base timetable: a module, a meal, the evening.
 *
 * @param id            short word, equal in all kinds of day for the same activity; lower-case letters, digits and hyphens, at most 30 characters;
 *     unique in a kind of day
 * @param title         display title; {@code null} means the text of its id or kind in the problem's language
 * @param kind          kind of block
 * @param start         time of day at which it begins
 * @param end           time of day at which it ends; when not after {@code start}, on the next day
 * @param perTeam       whether each team holds the block alone, with staff of its own; {@code null} means true for modules and trips, and false for
 *     all others
 * @param staff         required seats, for each team or for the whole camp depending on {@code perTeam}, 0 to 40; {@code null} means one for each
 *     team at a handover, the same but at least two at arrival and departure, and two otherwise. Source for the two of a module: Læringslokomotivet,
 *     what works ("two staff in each module"); the others are ours
 * @param optionalStaff further seats that may stay empty, 0 to 20
 * @param roomKinds     kinds of room that it can be held in, in addition to {@code rooms}; empty means none by kind
 * @param rooms         rooms that it can be held in; it needs no room if this and {@code roomKinds} are empty
 * @param duty          kind of duty for the staff members in it; {@code null} means work
 * @param creditPercent share of its minutes that counts as hours worked, 0 to 100, such as less for a night on site under an agreement; it does not
 *     affect rest. {@code null} means 100, which is ours for nights; only for work
 */
public record Block(
        String id,
        @Nullable String title,
        Kind kind,
        LocalTime start,
        LocalTime end,
        @Nullable Boolean perTeam,
        @Nullable Integer staff,
        @Default("0") int optionalStaff,
        @RoomKindNames List<String> roomKinds,
        List<RoomId> rooms,
        @Nullable Duty duty,
        @Nullable Integer creditPercent) {
    /** What a block is. */
    public enum Kind {
        /** Teaching in a subject. */
        MODULE,
        /** Breakfast, lunch or dinner. */
        MEAL,
        /** An activity that begins or ends a day or a week the same way each time. */
        RITUAL,
        /** Running, play or sport. */
        MOVEMENT,
        /** The students' own time, with adults nearby. */
        FREE_TIME,
        /** Quiet work: homework, logbook, conversations. */
        QUIET_HOUR,
        /** A shared evening activity. */
        EVENING,
        /** Staff only: review of the day and preparation of the next. */
        HANDOVER,
        /** Staff wake everybody up. */
        WAKE_UP,
        /** Everybody helps to clean and tidy. */
        CLEANING,
        /** From lights out until the morning, mostly past midnight. */
        NIGHT,
        /** Everybody arrives and moves in. */
        ARRIVAL,
        /** Everybody packs and goes home. */
        DEPARTURE,
        /** An excursion of the whole team or camp. */
        TRIP;

        /** Returns the kind as used in session ids: lower case, words joined by hyphens. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a block is to those on duty in it. */
    public enum Duty {
        /** On the spot, also at night: counts as hours worked and interrupts rest. */
        WORK,
        /** On call at home, without students: counts as rest and gives no hours. */
        STAND_BY
    }

    /** Seats of a block for which no number is given. */
    private static final int USUAL_STAFF = 2;

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range, or the length is
     *         zero or more than 16 hours
     */
    public Block {
        roomKinds = List.copyOf(roomKinds);
        rooms = List.copyOf(rooms);
        var checks = new RecordValidator()
                .require(CampParameters.isValidWord(id), "id", "camp.id-malformed", id)
                .duration("end", start, end)
                .range("optionalStaff", optionalStaff, 0, 20)
                .distinct("roomKinds", roomKinds)
                .distinct("rooms", rooms);
        if (title != null) {
            checks.name("title", title);
        }
        if (staff != null) {
            checks.range("staff", staff, 0, 40);
        }
        if (creditPercent != null) {
            checks.range("creditPercent", creditPercent, 0, 100)
                    .require(duty != Duty.STAND_BY, "creditPercent", "camp.credit-without-work", creditPercent);
        }
        checks.throwIfInvalid();
    }

    /** Creates a block that is ordinary work. */
    public Block(
            String id,
            @Nullable String title,
            Kind kind,
            LocalTime start,
            LocalTime end,
            @Nullable Boolean perTeam,
            @Nullable Integer staff,
            int optionalStaff,
            List<String> roomKinds,
            List<RoomId> rooms) {
        this(id, title, kind, start, end, perTeam, staff, optionalStaff, roomKinds, rooms, null, null);
    }

    /** Returns the same block with another number of required seats. */
    Block withStaff(int seats) {
        return new Block(
                id, title, kind, start, end, perTeam, seats, optionalStaff, roomKinds, rooms, duty, creditPercent);
    }

    /** Returns whether each team has the block alone. */
    boolean isPerTeam() {
        return perTeam == null ? kind == Kind.MODULE || kind == Kind.TRIP : perTeam;
    }

    /** Returns whether students take part. */
    boolean hasStudents() {
        return kind != Kind.HANDOVER && isWork();
    }

    /** Returns whether it counts as hours worked and interrupts rest. */
    boolean isWork() {
        return duty != Duty.STAND_BY;
    }

    /**
     * Returns the percentage of its minutes that counts as hours worked, 0 to 100; 100 has no meaning where the block is not
     * work.
     */
    int effectiveCreditPercent() {
        return creditPercent == null ? 100 : creditPercent;
    }

    /**
     * Returns whether participants of one block cannot be in the other: students attend one block at a time, and so do staff at a
     * handover.
     */
    boolean conflictsWith(Block other) {
        return isWork() && other.isWork() && hasStudents() == other.hasStudents();
    }

    /** Returns the required seats of one session of the block in a camp with that many teams. */
    int requiredSeats(int teams) {
        if (staff != null) {
            return staff;
        }
        return switch (kind) {
            case HANDOVER -> isPerTeam() ? 1 : teams;
            case ARRIVAL, DEPARTURE -> isPerTeam() ? 1 : Math.max(USUAL_STAFF, teams);
            case MODULE, MEAL, RITUAL, MOVEMENT, FREE_TIME, QUIET_HOUR, EVENING, WAKE_UP, CLEANING, NIGHT, TRIP ->
                USUAL_STAFF;
        };
    }

    /** Returns whether it ends on the day after it begins. */
    boolean endsNextDay() {
        return !end.isAfter(start);
    }

    /** Returns the start of the block on a date. */
    LocalDateTime startOn(LocalDate date) {
        return date.atTime(start);
    }

    /** Returns the end of the block that starts on a date. */
    LocalDateTime endOn(LocalDate date) {
        return date.plusDays(endsNextDay() ? 1 : 0).atTime(end);
    }

    /** Returns its length in minutes of wall-clock time. */
    int minutes() {
        int length = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
        return length > 0 ? length : length + 24 * 60;
    }
}
