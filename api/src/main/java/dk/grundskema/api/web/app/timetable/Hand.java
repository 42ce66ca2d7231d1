package dk.grundskema.api.web.app.timetable;

import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs who changes a timetable by hand on a page.
 *
 * @param version the plan's version that the page shows; what a change is based on
 * @param locks   what the planner fixed, by session
 * @param back    what undo would take back; {@code null} means that there is nothing
 * @param forth   what redo would bring back; {@code null} means that nothing was undone
 * @param own     the revision that the plan is at and those before it, the latest first, as far as they are the visitor's own doing; what was
 *     set by hand in one of them is the visitor's to move on, though it is locked
 */
public record Hand(
        long version,
        Map<SessionId, SessionLock> locks,
        @Nullable Step back,
        @Nullable Step forth,
        List<String> own) {
    /** Copies the collections. */
    public Hand {
        locks = Map.copyOf(locks);
        own = List.copyOf(own);
    }

    /**
     * Something that was done to the plan.
     *
     * @param revision the revision that it made
     * @param text     what was done, in words
     */
    public record Step(String revision, String text) {}

    /** What of a meeting is fixed. */
    public enum Fixed {
        /** When it is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** What is taught in it. */
        SUBJECT,
        /** Somebody who is there. */
        SEATS
    }

    /**
     * A seat that the plan decides about.
     *
     * @param position place among the seats of its meeting, from 0
     * @param staff    id of who sits there; empty means nobody
     * @param name     what that one is called; empty means nobody
     * @param brief    the same as short as tells people apart
     * @param required whether the plan is thin when nobody sits there
     * @param locked   whether the planner fixed who does
     * @param role     what that one comes for to a lesson of the existing timetable, in words; empty elsewhere, or if nobody does
     */
    public record Place(
            int position, String staff, String name, String brief, boolean required, boolean locked, String role) {
        /** Without the name. */
        @Override
        public String toString() {
            return position + " " + staff;
        }
    }

    /**
     * A meeting as scripts know it.
     *
     * @param session  id of its session
     * @param title    what people call it
     * @param weeks    weeks in which it is held
     * @param weekday  day on which it starts, as programs write it
     * @param date     the date on which it stands on the page
     * @param start    time of day at which it starts, as programs write it
     * @param end      time of day at which it ends
     * @param movable  whether its time is the plan's to decide
     * @param fixed    what of it the planner fixed
     * @param seats    its seats that the plan decides about
     */
    public record Held(
            String session,
            String title,
            List<String> weeks,
            String weekday,
            String date,
            String start,
            String end,
            boolean movable,
            List<String> fixed,
            List<Place> seats) {
        /** Copies the lists. */
        public Held {
            weeks = List.copyOf(weeks);
            fixed = List.copyOf(fixed);
            seats = List.copyOf(seats);
        }

        /** Whether anything of it is fixed. */
        public boolean isFixed() {
            return !fixed.isEmpty();
        }

        /** Those who come to a lesson of the existing timetable by the plan; empty for all else. */
        public List<Place> helpers() {
            return seats.stream().filter(one -> !one.role().isEmpty()).toList();
        }

        /** The same for scripts. */
        public String json() {
            return JsonText.of(RecordWriter.toJson(this));
        }

        /** The id alone. */
        @Override
        public String toString() {
            return session;
        }
    }

    /** What there is to take hold of in something that is held. */
    public Held of(Entry entry) {
        Meeting meeting = entry.occurrence().meeting();
        List<Place> seats = places(entry, meeting);
        return new Held(
                meeting.sessionId().value(),
                meeting.title(),
                meeting.weeks().stream().map(IsoWeek::toString).toList(),
                meeting.weekday().name(),
                entry.date().toString(),
                meeting.start().toString(),
                meeting.end().toString(),
                entry.existing() == null,
                fixed(meeting, seats).stream().map(Enum::name).toList(),
                seats);
    }

    /** A lesson's own hour, room and teachers are the school's; nobody fixed them here, so nobody can free them. */
    private List<Fixed> fixed(Meeting meeting, List<Place> seats) {
        SessionLock lock = locks.get(meeting.sessionId());
        var all = new ArrayList<Fixed>();
        if (meeting.locked().time() || (lock != null && lock.time() != null)) {
            all.add(Fixed.TIME);
        }
        if (meeting.locked().room() || (lock != null && lock.roomId() != null)) {
            all.add(Fixed.ROOM);
        }
        if (lock != null && lock.subject() != null) {
            all.add(Fixed.SUBJECT);
        }
        if (seats.stream().anyMatch(Place::locked)) {
            all.add(Fixed.SEATS);
        }
        return all;
    }

    /** Who teaches a lesson of the existing timetable is nothing that the plan decides. */
    private static List<Place> places(Entry entry, Meeting meeting) {
        int first = entry.existing() == null ? 0 : entry.existing().teachers().size();
        var all = new ArrayList<Place>();
        for (int position = first; position < meeting.seats().size(); position++) {
            MeetingSeat seat = meeting.seats().get(position);
            StaffId who = seat.staffId();
            var person =
                    entry.staff().stream().filter(one -> one.id().equals(who)).findFirst();
            all.add(new Place(
                    position,
                    who == null ? "" : who.value(),
                    person.map(Entry.Named::name).orElse(""),
                    person.map(Entry.Named::brief).orElse(""),
                    seat.required(),
                    seat.locked(),
                    role(entry, who)));
        }
        return all;
    }

    private static String role(Entry entry, @Nullable StaffId who) {
        return entry.helpers().stream()
                .filter(helper -> helper.person().id().equals(who))
                .map(Entry.Helper::role)
                .findFirst()
                .orElse("");
    }
}
