package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.place.KindsOfRooms;
import dk.grundskema.domain.place.RoomId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of the base timetable: a module, a meal, the evening.
 *
 * @param id            short word, the same in all kinds of day for what is the same to people; lower-case letters, digits
 *     and hyphens, at most 30 characters; once in a kind of day
 * @param title         what people call it; {@code null} means the text of its id or kind in the problem's language
 * @param kind          what it is
 * @param start         time of day at which it begins
 * @param end           time of day at which it ends; when not after {@code start}, on the next day
 * @param perTeam       whether each team has it alone, with staff of its own; {@code null} means so for modules and trips, and
 *     for all others the whole camp together
 * @param staff         required seats, for each team or for the whole camp as {@code perTeam} says, 0 to 40; {@code null}
 *     means one for each team at a handover, the same but at least two at arrival and departure, and two otherwise. Source
 *     for the two of a module: Læringslokomotivet, what works ("two staff in each module"); the others are ours
 * @param optionalStaff further seats that may stay empty, 0 to 20
 * @param roomKinds     kinds of room that it can be held in, in addition to {@code rooms}; empty means none by kind
 * @param rooms         rooms that it can be held in; it needs no room if this and {@code roomKinds} are empty
 * @param duty          what it is to those on duty; {@code null} means work
 * @param creditPercent share of its minutes that counts as hours worked, 0 to 100, such as that of a night on the spot where an
 *     agreement says so; it changes no rest. {@code null} means 100, which for nights is ours; only for work
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
        @KindsOfRooms List<String> roomKinds,
        List<RoomId> rooms,
        @Nullable Duty duty,
        @Nullable Integer creditPercent) {
    /** What a block is. */
    public enum Kind {
        /** Teaching in a subject. */
        MODULE,
        /** Breakfast, lunch, dinner. */
        MEAL,
        /** Something that begins or ends a day or a week the same way each time. */
        RITUAL,
        /** Running, play, sport. */
        MOVEMENT,
        /** Time of the students' own, with adults near. */
        FREE_TIME,
        /** Quiet work: homework, logbook, conversations. */
        QUIET_HOUR,
        /** What the evening is spent on together. */
        EVENING,
        /** The staff alone: what happened, what comes. */
        HANDOVER,
        /** Somebody gets everybody out of bed. */
        WAKE_UP,
        /** Everybody helps to clean and tidy. */
        CLEANING,
        /** From lights out until the morning, mostly past midnight. */
        NIGHT,
        /** Everybody comes and moves in. */
        ARRIVAL,
        /** Everybody packs and goes home. */
        DEPARTURE,
        /** Out of the house together. */
        TRIP;

        /** The kind as sessions name it: lower case, words joined by hyphens. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a block is to those on duty in it. */
    public enum Duty {
        /** Being there, a night on the spot too: it counts as hours and against rest. */
        WORK,
        /** At home within call, with no students: it counts as rest and gives no hours. */
        STAND_BY
    }

    /** Seats of a block that names no number. */
    private static final int USUAL_STAFF = 2;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range, or it has no length or more than 16 hours */
    public Block {
        roomKinds = List.copyOf(roomKinds);
        rooms = List.copyOf(rooms);
        var checks = new Checks()
                .that(CampParameters.isWord(id), "id", "camp.id-malformed", id)
                .lasting("end", start, end)
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
                    .that(duty != Duty.STAND_BY, "creditPercent", "camp.credit-without-work", creditPercent);
        }
        checks.done();
    }

    /** A block that is ordinary work. */
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

    /** Whether each team has it alone. */
    boolean isPerTeam() {
        return perTeam == null ? kind == Kind.MODULE || kind == Kind.TRIP : perTeam;
    }

    /** Whether students take part. */
    boolean hasStudents() {
        return kind != Kind.HANDOVER && isWork();
    }

    /** Whether it counts as hours and against rest. */
    boolean isWork() {
        return duty != Duty.STAND_BY;
    }

    /** Share of its minutes that counts as hours worked; 100 says nothing where it is no work. */
    int credit() {
        return creditPercent == null ? 100 : creditPercent;
    }

    /** Whether those of one block can't be in the other: students have one at a time, and so has the staff at a handover. */
    boolean isInTheWayOf(Block other) {
        return isWork() && other.isWork() && hasStudents() == other.hasStudents();
    }

    /** Required seats of one session of the block in a camp of so many teams. */
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

    /** Whether it ends on the day after it begins. */
    boolean endsNextDay() {
        return !end.isAfter(start);
    }

    /** When it begins on a date. */
    LocalDateTime startOn(LocalDate date) {
        return date.atTime(start);
    }

    /** When it ends if it begins on a date. */
    LocalDateTime endOn(LocalDate date) {
        return date.plusDays(endsNextDay() ? 1 : 0).atTime(end);
    }

    /** Length in minutes of the wall clock. */
    int minutes() {
        int length = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
        return length > 0 ? length : length + 24 * 60;
    }
}
