package dk.grundskema.api.service.testing;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meetings that are not as they were. */
public final class MeetingVariants {
    private MeetingVariants() {}

    /** The same at another time of the day. */
    public static Meeting at(Meeting one, LocalTime start, LocalTime end) {
        return copy(one, start, end, one.seats());
    }

    /** The same in another room. */
    public static Meeting inRoom(Meeting one, @Nullable RoomId room) {
        return copy(
                one,
                one.sessionId(),
                one.originId(),
                one.title(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                one.groupIds(),
                one.studentIds(),
                one.seats(),
                room);
    }

    /** The same on other days: that of the first date, in its week and those of the others. */
    public static Meeting onDates(Meeting one, LocalDate... dates) {
        return part(one, one.sessionId(), one.originId(), dates);
    }

    /** Returns a part split off from it, on other days. */
    public static Meeting splitPart(Meeting one, String id, LocalDate... dates) {
        return part(one, new SessionId(id), one.sessionId(), dates);
    }

    private static Meeting part(Meeting one, SessionId id, @Nullable SessionId origin, LocalDate... dates) {
        SortedSet<IsoWeek> weeks = Stream.of(dates).map(IsoWeek::of).collect(Collectors.toCollection(TreeSet::new));
        return copy(
                one,
                id,
                origin,
                one.title(),
                weeks,
                dates[0].getDayOfWeek(),
                one.start(),
                one.end(),
                one.groupIds(),
                one.studentIds(),
                one.seats(),
                one.roomId());
    }

    /** Returns it with the last seat vacant. */
    public static Meeting withoutLastPerson(Meeting one) {
        List<MeetingSeat> seats = new ArrayList<>(one.seats());
        MeetingSeat last = seats.removeLast();
        seats.add(new MeetingSeat(last.role(), null, last.required(), last.locked()));
        return copy(one, one.start(), one.end(), seats);
    }

    /** Returns it without its last seat. */
    public static Meeting withoutLastSeat(Meeting one) {
        return copy(
                one, one.start(), one.end(), one.seats().subList(0, one.seats().size() - 1));
    }

    /** Returns it with an additional person. */
    public static Meeting withAnotherPerson(Meeting one, StaffId another) {
        List<MeetingSeat> seats = new ArrayList<>(one.seats());
        seats.add(new MeetingSeat(seats.getFirst().role(), another, false, false));
        return copy(one, one.start(), one.end(), seats);
    }

    /** Returns it with a person's seats vacant. */
    public static Meeting withoutPerson(Meeting one, StaffId by) {
        return withReplacement(one, by, null);
    }

    /** Returns it with all seats vacant. */
    public static Meeting withoutPeople(Meeting one) {
        List<MeetingSeat> seats = one.seats().stream()
                .map(seat -> new MeetingSeat(seat.role(), null, seat.required(), seat.locked()))
                .toList();
        return copy(one, one.start(), one.end(), seats);
    }

    /** Returns it with another person in a person's seats. */
    public static Meeting withReplacement(Meeting one, StaffId was, @Nullable StaffId by) {
        List<MeetingSeat> seats = one.seats().stream()
                .map(seat -> was.equals(seat.staffId())
                        ? new MeetingSeat(seat.role(), by, seat.required(), seat.locked())
                        : seat)
                .toList();
        return copy(one, one.start(), one.end(), seats);
    }

    private static Meeting copy(Meeting one, LocalTime start, LocalTime end, List<MeetingSeat> seats) {
        return copy(one, one.title(), start, end, one.groupIds(), one.studentIds(), seats);
    }

    private static Meeting copy(
            Meeting one,
            String title,
            LocalTime start,
            LocalTime end,
            List<GroupId> groups,
            List<StudentId> students,
            List<MeetingSeat> seats) {
        return copy(
                one,
                one.sessionId(),
                one.originId(),
                title,
                one.weeks(),
                one.weekday(),
                start,
                end,
                groups,
                students,
                seats,
                one.roomId());
    }

    private static Meeting copy(
            Meeting one,
            SessionId id,
            @Nullable SessionId origin,
            String title,
            SortedSet<IsoWeek> weeks,
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            List<GroupId> groups,
            List<StudentId> students,
            List<MeetingSeat> seats,
            @Nullable RoomId room) {
        return new Meeting(
                id,
                origin,
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                title,
                one.subject(),
                weeks,
                weekday,
                start,
                end,
                room,
                one.extraRoomIds(),
                groups,
                students,
                one.excusedStudentIds(),
                one.within(),
                seats,
                one.workload(),
                one.locked());
    }

    /** Returns it with one student and without its groups. */
    public static Meeting withSingleStudent(Meeting one, StudentId student) {
        return copy(one, one.title(), one.start(), one.end(), List.of(), List.of(student), one.seats());
    }

    /** With another title. */
    public static Meeting titled(Meeting one, String title) {
        return copy(one, title, one.start(), one.end(), one.groupIds(), one.studentIds(), one.seats());
    }

    /** Returns all meetings except one. */
    public static List<Meeting> without(List<Meeting> all, Meeting one) {
        var others = new ArrayList<>(all);
        others.removeIf(each -> each.sessionId().equals(one.sessionId()));
        return others;
    }

    /** Returns all meetings, with one replaced by the given one. */
    public static List<Meeting> with(List<Meeting> all, Meeting one) {
        List<Meeting> others = new ArrayList<>(without(all, one));
        others.add(one);
        return others;
    }
}
