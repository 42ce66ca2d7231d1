package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.TimetableCalendars;
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

/** A publication with its documents and the calendar events calculated from them. */
public final class PublishedPlan {
    private final Publication publication;
    private final Problem problem;
    private final Timetable timetable;
    private final EventIdGenerator ids;
    private final TimetableCalendars events;
    private final Set<CalendarOwner> owners;

    PublishedPlan(
            Publication publication,
            Problem problem,
            Timetable timetable,
            EventIdGenerator ids,
            TimetableCalendars events) {
        this.publication = publication;
        this.problem = problem;
        this.timetable = timetable;
        this.ids = ids;
        this.events = events;
        this.owners = new HashSet<>(events.owners());
    }

    public Publication publication() {
        return publication;
    }

    public Problem problem() {
        return problem;
    }

    public Timetable timetable() {
        return timetable;
    }

    EventIdGenerator ids() {
        return ids;
    }

    public TimetableCalendars events() {
        return events;
    }

    public ZoneId zone() {
        return problem.horizon().zone();
    }

    public CalendarSpan span() {
        return CalendarSpan.of(problem.horizon());
    }

    /** Returns the events of an owner's calendar. */
    public List<CalendarEvent> eventsOf(CalendarOwner owner, Language language) {
        return events.eventsOf(owner, language);
    }

    /**
     * Returns a function from the id of an event that the owner's calendar lost to what became of the event.
     *
     * @param was publication that the owner had before; {@code null} if none
     */
    Function<String, Optional<EventTakeover>> stillHeld(
            @Nullable PublishedPlan was, CalendarOwner owner, Language language) {
        Map<String, List<String>> beside = was == null ? Map.of() : was.events().coOwnerIdsByEvent(owner);
        return uid -> events.findTakeover(uid, owner, beside.getOrDefault(uid, List.of()), language);
    }

    /** Returns whether the owner is in the plan. A class remains in the plan even if it has no events. */
    public boolean isThere(CalendarOwner owner) {
        return owners.contains(owner)
                || (owner.kind() == CalendarOwner.Kind.GROUP
                        && problem.group(new GroupId(owner.id())).isPresent());
    }

    /** Returns whether the owner's calendar stays unchanged. */
    public boolean isHeldBack(CalendarOwner owner) {
        return owner.kind() == CalendarOwner.Kind.STAFF
                && publication.heldBack().contains(new StaffId(owner.id()));
    }
}
