package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.views.SeenTimetables.Seen;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Item;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Pupil;
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

/** The meetings of a day of a plan, with what was entered of each. */
final class AttendanceItems {
    private final Seen seen;
    private final Attendance.Day day;
    private final boolean isOwn;
    private final Set<SessionId> planned;
    private final LocalDate listed;
    private final @Nullable Tried tried;

    /**
     * @param seen   the timetable
     * @param day    what was entered of the day
     * @param isOwn  whether what came of them is entered by who is on duty
     * @param listed the day whose list they stand in
     * @param tried  what was typed of one of them just now and isn't kept; {@code null} if nothing was
     */
    AttendanceItems(Seen seen, Attendance.Day day, boolean isOwn, LocalDate listed, @Nullable Tried tried) {
        this.seen = seen;
        this.day = day;
        this.isOwn = isOwn;
        this.listed = listed;
        this.tried = tried;
        this.planned = seen.views().timetable().meetings().stream()
                .map(Meeting::sessionId)
                .collect(Collectors.toSet());
    }

    /** All that is planned on the day. */
    List<Item> all(LocalDate date) {
        return seen.views().on(date).stream()
                .filter(this::isEntered)
                .map(this::item)
                .toList();
    }

    /** All that somebody has on the day, with ordinary lessons, of which nothing is entered. */
    List<Item> of(Named<StaffId> person, LocalDate date) {
        return seen.views().ofPerson(person).stream()
                .filter(entry -> entry.date().equals(date))
                .map(this::item)
                .toList();
    }

    /** A meeting of the day. */
    Stream<Item> one(SessionId session, LocalDate date) {
        return seen.views().on(date).stream()
                .filter(entry -> entry.occurrence().meeting().sessionId().equals(session))
                .limit(1)
                .map(this::item);
    }

    /** All students whom somebody has in any meeting of which something can be entered. */
    List<Student> studentsOf(Named<StaffId> person) {
        return seen.views().ofPerson(person).stream()
                .filter(this::isEntered)
                .map(entry -> entry.occurrence().meeting())
                .distinct()
                .flatMap(meeting -> day.taking(meeting).stream())
                .distinct()
                .toList();
    }

    private boolean isEntered(Entry entry) {
        return !entry.isUntouched()
                && planned.contains(entry.occurrence().meeting().sessionId());
    }

    private Item item(Entry entry) {
        Meeting meeting = entry.occurrence().meeting();
        Delivery entered = day.of(meeting.sessionId()).orElse(null);
        List<Pupil> pupils = isEntered(entry)
                ? day.taking(meeting).stream()
                        .map(one -> new Pupil(
                                one.id().value(),
                                one.name(),
                                entered != null && entered.absent().contains(one.id())))
                        .toList()
                : List.of();
        return new Item(
                isEntered(entry)
                        ? "/plans/%s%s/attendance".formatted(seen.plan().id(), isOwn ? "/own" : "")
                        : "",
                meeting.sessionId().value(),
                entry.date(),
                listed,
                entry.start(),
                entry.end(),
                entry.title(),
                names(entry.rooms()),
                Stream.of(names(entry.teams()), names(entry.staff()))
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining(" · ")),
                entered == null ? null : entered.held(),
                entered == null ? "" : entered.reason(),
                pupils,
                tried != null && tried.isOf(seen.plan().id(), meeting.sessionId(), entry.date())
                        ? tried.unkept()
                        : null);
    }

    private static String names(List<? extends Named<?>> all) {
        return all.stream().map(Named::name).collect(Collectors.joining(", "));
    }
}
