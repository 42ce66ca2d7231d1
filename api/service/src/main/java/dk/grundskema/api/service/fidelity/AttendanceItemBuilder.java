package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.service.absence.AttendanceRegister;
import dk.grundskema.api.service.fidelity.AttendancePage.MeetingItem;
import dk.grundskema.api.service.fidelity.AttendancePage.Pupil;
import dk.grundskema.api.service.timetable.PlanTimetableReader.VisibleTimetable;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the meetings of a day of a plan with their attendance entries. */
final class AttendanceItemBuilder {
    private final VisibleTimetable visibleTimetable;
    private final AttendanceRegister.AttendanceDay day;
    private final boolean isOwn;
    private final Set<SessionId> plannedSessions;
    private final LocalDate listDate;
    private final @Nullable RejectedAttendance rejectedAttendance;

    /**
     * @param visibleTimetable   the timetable
     * @param day    entries of the day
     * @param isOwn  whether the staff members on duty enter the attendance, not a planner
     * @param listDate date of the list
     * @param rejectedAttendance  rejected input; {@code null} if none
     */
    AttendanceItemBuilder(
            VisibleTimetable visibleTimetable,
            AttendanceRegister.AttendanceDay day,
            boolean isOwn,
            LocalDate listDate,
            @Nullable RejectedAttendance rejectedAttendance) {
        this.visibleTimetable = visibleTimetable;
        this.day = day;
        this.isOwn = isOwn;
        this.listDate = listDate;
        this.rejectedAttendance = rejectedAttendance;
        this.plannedSessions = visibleTimetable.views().timetable().meetings().stream()
                .map(Meeting::sessionId)
                .collect(Collectors.toSet());
    }

    /** Returns all planned meetings of the day. */
    List<MeetingItem> itemsOn(LocalDate date) {
        return visibleTimetable.views().startingOn(date).stream()
                .filter(this::acceptsEntry)
                .map(this::item)
                .toList();
    }

    /** Returns all meetings of a staff member on the day, including ordinary lessons, which have no entries. */
    List<MeetingItem> itemsOf(NamedEntity<StaffId> person, LocalDate date) {
        return visibleTimetable.views().ofPerson(person).stream()
                .filter(entry -> entry.date().equals(date))
                .map(this::item)
                .toList();
    }

    /** Returns a meeting of the day. */
    Stream<MeetingItem> findItem(SessionId session, LocalDate date) {
        return visibleTimetable.views().startingOn(date).stream()
                .filter(entry -> entry.occurrence().meeting().sessionId().equals(session))
                .limit(1)
                .map(this::item);
    }

    /** Returns all students in the staff member's meetings that can have entries. */
    List<Student> studentsOf(NamedEntity<StaffId> person) {
        return visibleTimetable.views().ofPerson(person).stream()
                .filter(this::acceptsEntry)
                .map(entry -> entry.occurrence().meeting())
                .distinct()
                .flatMap(meeting -> day.participants(meeting).stream())
                .distinct()
                .toList();
    }

    private boolean acceptsEntry(TimetableEntry entry) {
        return !entry.isUntouched()
                && plannedSessions.contains(entry.occurrence().meeting().sessionId());
    }

    private MeetingItem item(TimetableEntry entry) {
        Meeting meeting = entry.occurrence().meeting();
        Delivery entered = day.entryOf(meeting.sessionId()).orElse(null);
        List<Pupil> pupils = acceptsEntry(entry)
                ? day.participants(meeting).stream()
                        .map(one -> new Pupil(
                                one.id().value(),
                                one.name(),
                                entered != null && entered.absent().contains(one.id())))
                        .toList()
                : List.of();
        return new MeetingItem(
                acceptsEntry(entry)
                        ? "/plans/%s%s/attendance"
                                .formatted(visibleTimetable.plan().id(), isOwn ? "/own" : "")
                        : "",
                meeting.sessionId().value(),
                entry.date(),
                listDate,
                entry.start(),
                entry.end(),
                entry.title(),
                joinNames(entry.rooms()),
                Stream.of(joinNames(entry.teams()), joinNames(entry.staff()))
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining(" · ")),
                entered == null ? null : entered.held(),
                entered == null ? "" : entered.reason(),
                pupils,
                rejectedAttendance != null
                                && rejectedAttendance.concerns(
                                        visibleTimetable.plan().id(), meeting.sessionId(), entry.date())
                        ? rejectedAttendance.unkept()
                        : null);
    }

    private static String joinNames(List<? extends NamedEntity<?>> all) {
        return all.stream().map(NamedEntity::name).collect(Collectors.joining(", "));
    }
}
