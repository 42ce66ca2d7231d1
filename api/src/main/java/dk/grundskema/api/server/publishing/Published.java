package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.CalendarEvents;
import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.CalendarSpan;
import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A publication with what its calendars say. */
final class Published {
    private final Publication publication;
    private final Problem problem;
    private final Timetable timetable;
    private final EventIds ids;
    private final CalendarEvents events;
    private final Set<CalendarOwner> owners;

    Published(Publication publication, Problem problem, Timetable timetable, EventIds ids, CalendarEvents events) {
        this.publication = publication;
        this.problem = problem;
        this.timetable = timetable;
        this.ids = ids;
        this.events = events;
        this.owners = new HashSet<>(events.owners());
    }

    Publication publication() {
        return publication;
    }

    Problem problem() {
        return problem;
    }

    Timetable timetable() {
        return timetable;
    }

    EventIds ids() {
        return ids;
    }

    CalendarEvents events() {
        return events;
    }

    ZoneId zone() {
        return problem.horizon().zone();
    }

    CalendarSpan span() {
        return CalendarSpan.of(problem.horizon());
    }

    /** The events of an owner's calendar. */
    List<CalendarEvent> of(CalendarOwner owner, Language language) {
        return events.of(owner, language);
    }

    /**
     * Says of events that an owner's calendar has no longer, by their ids, what became of them.
     *
     * @param was what it had; {@code null} means nothing
     */
    Function<String, Optional<StillHeld>> stillHeld(@Nullable Published was, CalendarOwner owner, Language language) {
        Map<String, List<String>> beside = was == null ? Map.of() : was.events().beside(owner);
        return uid -> events.stillHeld(uid, owner, beside.getOrDefault(uid, List.of()), language);
    }

    /** Whether the plan has an owner; a class stays in it when nothing is held for it any more. */
    boolean isThere(CalendarOwner owner) {
        return owners.contains(owner)
                || (owner.kind() == CalendarOwner.Kind.GROUP
                        && problem.group(new GroupId(owner.id())).isPresent());
    }

    /** Whether an owner's calendar stays at what it had. */
    boolean isHeldBack(CalendarOwner owner) {
        return owner.kind() == CalendarOwner.Kind.STAFF
                && publication.heldBack().contains(new StaffId(owner.id()));
    }
}
