package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session as it came out: when, where, who. A guest (a camp module's subject) has no meeting of its own; its host's
 * meeting carries its title and subject.
 *
 * @param sessionId          the session; for a module that of its block, so that a swap of subjects does not change it
 * @param originId           session that this is a part of after a split by date; {@code null} means not split
 * @param demandedWeeks      requested weeks, where they differ from {@code weeks}; otherwise empty
 * @param interventionId     which intervention it belongs to
 * @param kind               kind of session, such as {@code module} or {@code meal}
 * @param form               form of the session; empty if not specified
 * @param title              what people call it
 * @param subject            subject taught; empty if none
 * @param weeks              weeks in which it is held, at least one
 * @param weekday            day on which it starts
 * @param start              time of day at which it starts
 * @param end                time of day at which it ends; when not after {@code start}, on the next day
 * @param roomId             room; {@code null} means none
 * @param extraRoomIds       further rooms that it takes up
 * @param groupIds           groups that take part
 * @param studentIds         single students who take part beside the groups
 * @param excusedStudentIds  students whom a named decision takes out of ordinary lessons for it
 * @param within             meetings out of which its students may be taken
 * @param seats              who is there, in the order of the session's seats
 * @param workload           credit of each staff member in it
 * @param locked             what the planner fixed
 */
public record Meeting(
        SessionId sessionId,
        @Nullable SessionId originId,
        SortedSet<IsoWeek> demandedWeeks,
        InterventionId interventionId,
        String kind,
        @Default("\"\"") String form,
        String title,
        @Default("\"\"") String subject,
        SortedSet<IsoWeek> weeks,
        DayOfWeek weekday,
        LocalTime start,
        LocalTime end,
        @Nullable RoomId roomId,
        List<RoomId> extraRoomIds,
        List<GroupId> groupIds,
        List<StudentId> studentIds,
        List<StudentId> excusedStudentIds,
        List<SessionId> within,
        List<MeetingSeat> seats,
        Workload workload,
        MeetingLock locked) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if it has no week or no duration, or a text has control characters */
    public Meeting {
        demandedWeeks = Collections.unmodifiableSortedSet(new TreeSet<>(demandedWeeks));
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        extraRoomIds = List.copyOf(extraRoomIds);
        groupIds = List.copyOf(groupIds);
        studentIds = List.copyOf(studentIds);
        excusedStudentIds = List.copyOf(excusedStudentIds);
        within = List.copyOf(within);
        seats = List.copyOf(seats);
        new RecordValidator()
                .visibleText("kind", kind)
                .visibleText("form", form)
                .visibleText("title", title)
                .visibleText("subject", subject)
                .notEmpty("weeks", weeks)
                .duration("end", start, end)
                .throwIfInvalid();
    }

    /** Returns the same meeting with other seats. */
    public Meeting withSeats(List<MeetingSeat> others) {
        return copy(copy -> copy.seats = others);
    }

    /** Returns the same meeting with other students who take part singly, and others who are excused from lessons for it. */
    public Meeting withStudents(List<StudentId> students, List<StudentId> excused) {
        return copy(copy -> {
            copy.studentIds = students;
            copy.excusedStudentIds = excused;
        });
    }

    /** Returns the same meeting with other meetings out of which its students may be taken. */
    public Meeting withWithin(List<SessionId> others) {
        return copy(copy -> copy.within = others);
    }

    /** Returns the same meeting with other marks of what the planner fixed. */
    public Meeting withLocked(MeetingLock other) {
        return copy(copy -> copy.locked = other);
    }

    /** Returns the same meeting at another time, in the same room. */
    public Meeting withTime(MeetingTime time) {
        return copy(copy -> {
            copy.weeks = time.weeks();
            copy.weekday = time.weekday();
            copy.start = time.start();
            copy.end = time.end();
        });
    }

    /** Returns the same meeting in another room, or in none; further rooms stay. */
    public Meeting withRoom(@Nullable RoomId room) {
        return copy(copy -> copy.roomId = room);
    }

    /**
     * Returns the same meeting in other rooms.
     *
     * @param room    main room; {@code null} means none
     * @param further additional rooms
     */
    public Meeting withRooms(@Nullable RoomId room, List<RoomId> further) {
        return copy(copy -> {
            copy.roomId = room;
            copy.extraRoomIds = further;
        });
    }

    /**
     * Returns the same meeting in other weeks.
     *
     * @param others   at least one week
     * @param demanded requested weeks, where they differ from {@code others}; otherwise empty
     */
    public Meeting withWeeks(SortedSet<IsoWeek> others, SortedSet<IsoWeek> demanded) {
        return copy(copy -> {
            copy.weeks = others;
            copy.demandedWeeks = demanded;
        });
    }

    /** Returns the same meeting with another id, as a part of a session after a split by date; {@code null} means that it is the session itself. */
    public Meeting withId(SessionId id, @Nullable SessionId origin) {
        return copy(copy -> {
            copy.sessionId = id;
            copy.originId = origin;
        });
    }

    private Meeting copy(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.build();
    }

    /** Returns the session that it is or is a part of. */
    public SessionId origin() {
        return originId == null ? sessionId : originId;
    }

    /** Returns the week that the meeting stands for in one of its weeks; another one if the date was moved by hand. */
    public IsoWeek demandedWeek(IsoWeek held) {
        List<IsoWeek> demanded = List.copyOf(demandedWeeks);
        int place = List.copyOf(weeks).indexOf(held);
        return place < demanded.size() ? demanded.get(place) : held;
    }

    /** Returns the meeting in some of its weeks; empty if there are none. */
    public Optional<Meeting> inWeeks(Predicate<IsoWeek> which) {
        SortedSet<IsoWeek> some = weeks.stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<IsoWeek> demanded =
                some.stream().map(this::demandedWeek).collect(Collectors.toCollection(TreeSet::new));
        if (some.isEmpty() || some.size() == weeks.size()) {
            return some.isEmpty() ? Optional.empty() : Optional.of(this);
        }
        return Optional.of(withWeeks(some, demanded.equals(some) ? new TreeSet<>() : demanded));
    }

    /** Returns the weeks, weekday, start and end as one value. */
    public MeetingTime time() {
        return new MeetingTime(weeks, weekday, start, end);
    }

    private static final class Copy {
        private final Meeting original;
        private SessionId sessionId;
        private @Nullable SessionId originId;
        private SortedSet<IsoWeek> demandedWeeks;
        private SortedSet<IsoWeek> weeks;
        private DayOfWeek weekday;
        private LocalTime start;
        private LocalTime end;
        private @Nullable RoomId roomId;
        private List<RoomId> extraRoomIds;
        private List<StudentId> studentIds;
        private List<StudentId> excusedStudentIds;
        private List<SessionId> within;
        private List<MeetingSeat> seats;
        private MeetingLock locked;

        Copy(Meeting original) {
            this.original = original;
            this.sessionId = original.sessionId;
            this.originId = original.originId;
            this.demandedWeeks = original.demandedWeeks;
            this.weeks = original.weeks;
            this.weekday = original.weekday;
            this.start = original.start;
            this.end = original.end;
            this.roomId = original.roomId;
            this.extraRoomIds = original.extraRoomIds;
            this.studentIds = original.studentIds;
            this.excusedStudentIds = original.excusedStudentIds;
            this.within = original.within;
            this.seats = original.seats;
            this.locked = original.locked;
        }

        Meeting build() {
            return new Meeting(
                    sessionId,
                    originId,
                    demandedWeeks,
                    original.interventionId,
                    original.kind,
                    original.form,
                    original.title,
                    original.subject,
                    weeks,
                    weekday,
                    start,
                    end,
                    roomId,
                    extraRoomIds,
                    original.groupIds,
                    studentIds,
                    excusedStudentIds,
                    within,
                    seats,
                    original.workload,
                    locked);
        }
    }
}
