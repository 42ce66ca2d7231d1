package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.timetable.TimetableEntry;
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
 * Data that a page needs for manual changes of a timetable.
 *
 * @param version plan version that the page shows and changes are based on
 * @param locks   locks of the planner, by session
 * @param back    step that undo would revert; {@code null} if none
 * @param forth   step that redo would restore; {@code null} if none
 * @param own     current revision and those before it, latest first, as long as the visitor made them; the visitor may move what was set
 *     manually in them, although it is locked
 */
public record ManualEditView(
        long version,
        Map<SessionId, SessionLock> locks,
        @Nullable RevisionStep back,
        @Nullable RevisionStep forth,
        List<String> own) {
    /** Copies the collections. */
    public ManualEditView {
        locks = Map.copyOf(locks);
        own = List.copyOf(own);
    }

    /**
     * A change of the plan.
     *
     * @param revision revision that it created
     * @param text     description of the change
     */
    public record RevisionStep(String revision, String text) {}

    /** Parts of a meeting that can be locked. */
    public enum LockedAspect {
        /** Its time. */
        TIME,
        /** Its room. */
        ROOM,
        /** Its subject. */
        SUBJECT,
        /** People in its seats. */
        SEATS
    }

    /**
     * A seat that the plan decides.
     *
     * @param position index among the seats of the meeting, from 0
     * @param staff    id of the staff member; empty if vacant
     * @param name     name of the staff member; empty if vacant
     * @param brief    shortest unambiguous form of the name
     * @param required whether the plan is understaffed if the seat is vacant
     * @param locked   whether the planner locked the seat
     * @param role     role of the staff member in a lesson of the existing timetable; empty for other meetings or if vacant
     */
    public record EditableSeat(
            int position, String staff, String name, String brief, boolean required, boolean locked, String role) {
        /** Leaves out the name. */
        @Override
        public String toString() {
            return position + " " + staff;
        }
    }

    /**
     * Client-side data of a meeting.
     *
     * @param session id of its session
     * @param title   display name
     * @param weeks   weeks in which it is held
     * @param weekday day on which it starts, in API format
     * @param date    its date on the page
     * @param start   start time, in API format
     * @param end     end time
     * @param movable whether the plan decides its time
     * @param fixed   locked parts
     * @param seats   seats that the plan decides
     */
    public record EditableMeeting(
            String session,
            String title,
            List<String> weeks,
            String weekday,
            String date,
            String start,
            String end,
            boolean movable,
            List<String> fixed,
            List<EditableSeat> seats) {
        /** Copies the lists. */
        public EditableMeeting {
            weeks = List.copyOf(weeks);
            fixed = List.copyOf(fixed);
            seats = List.copyOf(seats);
        }

        /** Returns whether any part is locked. */
        public boolean isFixed() {
            return !fixed.isEmpty();
        }

        /** Returns the filled seats of a lesson of the existing timetable; empty for other meetings. */
        public List<EditableSeat> helpers() {
            return seats.stream().filter(one -> !one.role().isEmpty()).toList();
        }

        /** Returns the meeting as JSON. */
        public String json() {
            return JsonFormatter.format(RecordWriter.toJson(this));
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return session;
        }
    }

    /** Returns the editable part of an entry. */
    public EditableMeeting of(TimetableEntry entry) {
        Meeting meeting = entry.occurrence().meeting();
        List<EditableSeat> seats = editableSeats(entry, meeting);
        return new EditableMeeting(
                meeting.sessionId().value(),
                meeting.title(),
                meeting.weeks().stream().map(IsoWeek::toString).toList(),
                meeting.weekday().name(),
                entry.date().toString(),
                meeting.start().toString(),
                meeting.end().toString(),
                entry.existing() == null,
                lockedAspects(meeting, seats).stream().map(Enum::name).toList(),
                seats);
    }

    /**
     * Returns the locked parts. Time, room and teachers of an existing lesson belong to the school, so they are not reported as locked here
     * and cannot be unlocked.
     */
    private List<LockedAspect> lockedAspects(Meeting meeting, List<EditableSeat> seats) {
        SessionLock lock = locks.get(meeting.sessionId());
        var all = new ArrayList<LockedAspect>();
        if (meeting.locked().time() || (lock != null && lock.time() != null)) {
            all.add(LockedAspect.TIME);
        }
        if (meeting.locked().room() || (lock != null && lock.roomId() != null)) {
            all.add(LockedAspect.ROOM);
        }
        if (lock != null && lock.subject() != null) {
            all.add(LockedAspect.SUBJECT);
        }
        if (seats.stream().anyMatch(EditableSeat::locked)) {
            all.add(LockedAspect.SEATS);
        }
        return all;
    }

    /** Returns the seats that the plan decides. The teachers of an existing lesson are not among them. */
    private static List<EditableSeat> editableSeats(TimetableEntry entry, Meeting meeting) {
        int first = entry.existing() == null ? 0 : entry.existing().teachers().size();
        var all = new ArrayList<EditableSeat>();
        for (int position = first; position < meeting.seats().size(); position++) {
            MeetingSeat seat = meeting.seats().get(position);
            StaffId who = seat.staffId();
            var person =
                    entry.staff().stream().filter(one -> one.id().equals(who)).findFirst();
            all.add(new EditableSeat(
                    position,
                    who == null ? "" : who.value(),
                    person.map(TimetableEntry.NamedEntity::name).orElse(""),
                    person.map(TimetableEntry.NamedEntity::brief).orElse(""),
                    seat.required(),
                    seat.locked(),
                    role(entry, who)));
        }
        return all;
    }

    private static String role(TimetableEntry entry, @Nullable StaffId who) {
        return entry.helpers().stream()
                .filter(helper -> helper.person().id().equals(who))
                .map(TimetableEntry.LessonHelper::role)
                .findFirst()
                .orElse("");
    }
}
