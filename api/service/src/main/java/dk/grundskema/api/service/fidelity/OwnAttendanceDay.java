package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.service.absence.AttendanceRegister;
import dk.grundskema.api.service.fidelity.AttendancePage.MeetingItem;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.timetable.PlanTimetableReader.OwnVisibleTimetable;
import dk.grundskema.domain.people.Student;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A day of a staff member in all timetables in which the person works. */
final class OwnAttendanceDay {
    private final LocalDate date;
    private final List<PlanDay> parts;

    private OwnAttendanceDay(LocalDate date, List<PlanDay> parts) {
        this.date = date;
        this.parts = parts;
    }

    private record PlanDay(OwnVisibleTimetable own, AttendanceItemBuilder items) {}

    /**
     * Returns the day with its entries.
     *
     * @param rejected rejected input for one of the meetings; {@code null} if none
     */
    static OwnAttendanceDay of(
            List<OwnVisibleTimetable> mine,
            AttendanceRegister attendance,
            LocalDate date,
            @Nullable RejectedAttendance rejected) {
        Map<PlanId, AttendanceRegister.AttendanceDay> days = attendance.readDay(
                mine.stream().map(own -> own.seen().plan().id()).collect(Collectors.toSet()), date);
        return new OwnAttendanceDay(
                date,
                mine.stream()
                        .map(own -> new PlanDay(
                                own,
                                new AttendanceItemBuilder(
                                        own.seen(),
                                        Objects.requireNonNull(
                                                days.get(own.seen().plan().id())),
                                        true,
                                        date,
                                        rejected)))
                        .toList());
    }

    /** Returns all meetings of the day by time. */
    List<MeetingItem> items() {
        return parts.stream()
                .flatMap(one -> one.items().itemsOf(one.own().person(), date).stream())
                .sorted(Comparator.comparing(MeetingItem::start))
                .toList();
    }

    /** Returns all students of the staff member in a plan, on any day; empty if the plan is not in use. */
    List<Student> studentsOf(PlanId plan) {
        return parts.stream()
                .filter(one -> one.own().seen().plan().id().equals(plan))
                .flatMap(one -> one.items().studentsOf(one.own().person()).stream())
                .distinct()
                .toList();
    }
}
