package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.views.SeenTimetables.Own;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Item;
import dk.grundskema.domain.people.Student;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day of somebody, in all timetables in which they work. */
final class OwnDay {
    private final LocalDate date;
    private final List<Part> parts;

    private OwnDay(LocalDate date, List<Part> parts) {
        this.date = date;
        this.parts = parts;
    }

    private record Part(Own own, AttendanceItems items) {}

    /**
     * With what was entered of it.
     *
     * @param tried what was typed of one of the meetings just now and isn't kept; {@code null} if nothing was
     */
    static OwnDay of(List<Own> mine, Attendance attendance, LocalDate date, @Nullable Tried tried) {
        return new OwnDay(
                date,
                mine.stream()
                        .map(own -> new Part(
                                own,
                                new AttendanceItems(
                                        own.seen(),
                                        attendance.on(own.seen().plan().id(), date),
                                        true,
                                        date,
                                        tried)))
                        .toList());
    }

    /** All that they have on the day, in the order of time. */
    List<Item> items() {
        return parts.stream()
                .flatMap(one -> one.items().of(one.own().person(), date).stream())
                .sorted(Comparator.comparing(Item::start))
                .toList();
    }

    /** All students whom they have in a plan, on whatever day; nobody if it isn't in use. */
    List<Student> studentsOf(PlanId plan) {
        return parts.stream()
                .filter(one -> one.own().seen().plan().id().equals(plan))
                .flatMap(one -> one.items().studentsOf(one.own().person()).stream())
                .distinct()
                .toList();
    }
}
