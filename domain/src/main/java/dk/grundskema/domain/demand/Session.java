package dk.grundskema.domain.demand;

import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.MeetingTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An activity to be held. Either it has its own times to choose from, or it is a guest that is placed <em>into</em> one of several hosts (a subject
 * into one of a team's modules) and takes its host's time, room and seats.
 *
 * @param id                 stable id, the same each time the same intervention is expanded
 * @param intervention       the intervention
 * @param kind               a word such as {@code module} or {@code meal}
 * @param form               form of the activity, a word of the intervention; empty if not specified
 * @param title              display title
 * @param subject            subject taught; empty if none
 * @param site               site
 * @param times              times to choose from; a single one is fixed; empty exactly when it has hosts
 * @param hosts              sessions of fixed time into one of which this one is placed; each host takes one guest
 * @param rooms              rooms to choose from; a single one is fixed; empty means that it needs none
 * @param groups             groups that take part
 * @param students           single students who take part in addition to the groups
 * @param attendance         people who take part in addition to staff, groups and students, without records of their own, 0 to 30,000; the room
 *     must have places for them, too
 * @param within             sessions out of which its students may be taken, so that an overlap is no clash for students; rooms and staff may still
 *     not overlap
 * @param inside             lessons of the existing timetable inside which it may be held, as pairs work together in their own class. Its students
 *     take part in the lesson, so that an overlap is no clash and no lesson is missed. Staff and rooms may still not overlap; empty means none
 * @param awakeWith          group to be formed for which it is held. While no student has joined the group, the session sleeps, whatever else is
 *     decided about it: the session and its seats cost nothing, use no person and no room, do not count as missing and are not in the timetable.
 *     {@code null} means that it never sleeps
 * @param absenceAllowed     whether students of its groups may be away from it, as from a lesson: a student who is unavailable at its time misses it
 *     without a shortfall
 * @param onClosedDays       whether it may be held on closed days, such as a course in a holiday
 * @param required           whether the plan has a shortfall if it finds no time
 * @param work               whether its seats count as work and against rest; a stand-by at home does not
 * @param creditPercent      share of its minutes that counts as hours worked for staff members on duty, 0 to 100; less than 100 where an agreement
 *     gives less credit for a night on site. It does not affect rest; without {@code work} it is ignored
 * @param preparationMinutes minutes of paid preparation and evaluation for each seat and each date, 0 to 600; they count in hours, not in rest
 * @param lesson             lesson of the existing timetable that this session is, at the lesson's time of day and in weeks of it; {@code null}
 *     means none. The lesson remains given: its groups, students, teachers and room are busy because of the lesson, not the session. The finished
 *     meeting lists them, its teachers in locked seats {@code teacher} before the session's own. The session adds its own seats, which are ordinary
 *     duties, and one extra room if it has {@code rooms} to choose from, which is used only while one of these seats is filled. Its own
 *     {@code groups}, {@code students} and {@code within} are ignored
 * @param relief             relief of another staff member from a lesson by the first seat; {@code null} means none. Such a session is not required
 *     and has no students; it is in a timetable only if a seat is filled, or a property of it is locked
 * @param excuse             named decision by which its students may miss ordinary lessons; {@code null} means they may not
 */
public record Session(
        SessionId id,
        InterventionId intervention,
        String kind,
        String form,
        String title,
        String subject,
        SiteId site,
        List<MeetingTime> times,
        List<SessionId> hosts,
        List<RoomId> rooms,
        List<GroupId> groups,
        List<StudentId> students,
        int attendance,
        List<SessionId> within,
        Set<LessonId> inside,
        @Nullable GroupId awakeWith,
        boolean absenceAllowed,
        boolean onClosedDays,
        boolean required,
        boolean work,
        int creditPercent,
        int preparationMinutes,
        @Nullable LessonId lesson,
        @Nullable Relief relief,
        @Nullable Decision excuse) {
    /**
     * @throws IllegalArgumentException if the session has both times and hosts or neither, the credit or the preparation is out of range, a relief
     *     is required or has students, or a lesson has several times or a relief
     */
    public Session {
        times = List.copyOf(times);
        hosts = List.copyOf(hosts);
        rooms = List.copyOf(rooms);
        groups = List.copyOf(groups);
        students = List.copyOf(students);
        within = List.copyOf(within);
        inside = Collections.unmodifiableSet(new LinkedHashSet<>(inside));
        if (times.isEmpty() == hosts.isEmpty()) {
            throw new IllegalArgumentException(
                    "The session (%s) has the times (%s) and the hosts (%s); it needs one of the two.\nMaybe its weeks are all closed?"
                            .formatted(id, times, hosts));
        }
        if (relief != null && (required || !groups.isEmpty() || !students.isEmpty())) {
            throw new IllegalArgumentException(
                    "The session (%s) frees somebody from a lesson, yet it is required or has students.\nMaybe required(false) was forgotten?"
                            .formatted(id));
        }
        if (lesson != null && (times.size() != 1 || relief != null)) {
            throw new IllegalArgumentException(
                    "The session (%s) is the lesson (%s), yet it has the times (%s) or frees somebody (%s).\nMaybe give it the lesson's time?"
                            .formatted(id, lesson, times, relief));
        }
        if (attendance < 0 || attendance > Room.MOST_CAPACITY) {
            throw new IllegalArgumentException(
                    "The session (%s) is attended by (%d) people without records; 0 to %d were expected.\nMaybe the number is a difference?"
                            .formatted(id, attendance, Room.MOST_CAPACITY));
        }
        if (creditPercent < 0 || creditPercent > 100) {
            throw new IllegalArgumentException(
                    "The session (%s) counts with (%d) percent; 0 to 100 were expected.\nMaybe a fraction was meant?"
                            .formatted(id, creditPercent));
        }
        if (preparationMinutes < 0 || preparationMinutes > 600) {
            throw new IllegalArgumentException(
                    "The session (%s) has (%d) minutes of preparation; 0 to 600 were expected.\nMaybe hours were meant?"
                            .formatted(id, preparationMinutes));
        }
    }

    /** Returns whether the session is placed into a host. */
    public boolean isGuest() {
        return !hosts.isEmpty();
    }

    /** Returns whether the session has exactly one possible time. */
    public boolean isFixedInTime() {
        return times.size() == 1;
    }

    /** Returns how the session counts for the staff members on duty in it. */
    public Workload workload() {
        return new Workload(work, creditPercent, preparationMinutes);
    }

    /** Starts a builder with the components that every session needs. */
    public static Builder builder(SessionId id, InterventionId intervention, String kind, String title, SiteId site) {
        return new Builder(id, intervention, kind, title, site);
    }

    /** Returns a builder that has all components of this session. */
    public Builder toBuilder() {
        return new Builder(id, intervention, kind, title, site)
                .form(form)
                .subject(subject)
                .times(times)
                .hosts(hosts)
                .rooms(rooms)
                .groups(groups)
                .students(students)
                .attendance(attendance)
                .within(within)
                .inside(inside)
                .awakeWith(awakeWith)
                .absenceAllowed(absenceAllowed)
                .onClosedDays(onClosedDays)
                .required(required)
                .work(work)
                .creditPercent(creditPercent)
                .preparationMinutes(preparationMinutes)
                .lesson(lesson)
                .relief(relief)
                .excuse(excuse);
    }

    /** Builds a session. Each method sets the component of the same name and returns the builder. */
    public static final class Builder {
        private final SessionId id;
        private final InterventionId intervention;
        private final String kind;
        private final String title;
        private final SiteId site;
        private String form = "";
        private String subject = "";
        private List<MeetingTime> times = List.of();
        private List<SessionId> hosts = List.of();
        private List<RoomId> rooms = List.of();
        private List<GroupId> groups = List.of();
        private List<StudentId> students = List.of();
        private int attendance;
        private List<SessionId> within = List.of();
        private Set<LessonId> inside = Set.of();
        private @Nullable GroupId awakeWith;
        private boolean absenceAllowed;
        private boolean onClosedDays;
        private boolean required = true;
        private boolean work = true;
        private int creditPercent = 100;
        private int preparationMinutes;
        private @Nullable LessonId lesson;
        private @Nullable Relief relief;
        private @Nullable Decision excuse;

        private Builder(SessionId id, InterventionId intervention, String kind, String title, SiteId site) {
            this.id = Objects.requireNonNull(id);
            this.intervention = Objects.requireNonNull(intervention);
            this.kind = Objects.requireNonNull(kind);
            this.title = Objects.requireNonNull(title);
            this.site = Objects.requireNonNull(site);
        }

        /** Sets how the session is held. */
        public Builder form(String value) {
            form = value;
            return this;
        }

        /** Sets the subject taught. */
        public Builder subject(String value) {
            subject = value;
            return this;
        }

        /** Sets the times to choose from. */
        public Builder times(List<MeetingTime> value) {
            times = value;
            return this;
        }

        /** Sets the only possible time. */
        public Builder at(MeetingTime value) {
            return times(List.of(value));
        }

        /** Sets the sessions into one of which this session is placed. */
        public Builder hosts(List<SessionId> value) {
            hosts = value;
            return this;
        }

        /** Sets the rooms to choose from. */
        public Builder rooms(List<RoomId> value) {
            rooms = value;
            return this;
        }

        /** Sets the groups that take part. */
        public Builder groups(List<GroupId> value) {
            groups = value;
            return this;
        }

        /** Sets the single students who take part. */
        public Builder students(List<StudentId> value) {
            students = value;
            return this;
        }

        /** Sets the number of people who take part without records. */
        public Builder attendance(int value) {
            attendance = value;
            return this;
        }

        /** Sets the sessions that the students may be taken out of. */
        public Builder within(List<SessionId> value) {
            within = value;
            return this;
        }

        /** Sets the lessons inside which the session may be held. */
        public Builder inside(Set<LessonId> value) {
            inside = value;
            return this;
        }

        /** Sets the group without whose members the session sleeps. */
        public Builder awakeWith(@Nullable GroupId value) {
            awakeWith = value;
            return this;
        }

        /** Sets whether students may be away from the session. */
        public Builder absenceAllowed(boolean value) {
            absenceAllowed = value;
            return this;
        }

        /** Sets whether the session may be held on closed days. */
        public Builder onClosedDays(boolean value) {
            onClosedDays = value;
            return this;
        }

        /** Sets whether the plan has a shortfall if the session finds no time. */
        public Builder required(boolean value) {
            required = value;
            return this;
        }

        /** Sets whether the seats count as work. */
        public Builder work(boolean value) {
            work = value;
            return this;
        }

        /** Sets the share of the minutes that counts as hours worked, in percent. */
        public Builder creditPercent(int value) {
            creditPercent = value;
            return this;
        }

        /** Sets the preparation time of each seat, in minutes. */
        public Builder preparationMinutes(int value) {
            preparationMinutes = value;
            return this;
        }

        /** Sets the lesson of the existing timetable that this session is. */
        public Builder lesson(@Nullable LessonId value) {
            lesson = value;
            return this;
        }

        /** Sets the relief that the first seat gives to another staff member. */
        public Builder relief(@Nullable Relief value) {
            relief = value;
            return this;
        }

        /** Sets the decision that lets students miss lessons. */
        public Builder excuse(@Nullable Decision value) {
            excuse = value;
            return this;
        }

        /** @throws IllegalArgumentException under the conditions of the record's constructor */
        public Session build() {
            return new Session(
                    id,
                    intervention,
                    kind,
                    form,
                    title,
                    subject,
                    site,
                    times,
                    hosts,
                    rooms,
                    groups,
                    students,
                    attendance,
                    within,
                    inside,
                    awakeWith,
                    absenceAllowed,
                    onClosedDays,
                    required,
                    work,
                    creditPercent,
                    preparationMinutes,
                    lesson,
                    relief,
                    excuse);
        }
    }
}
