package dk.grundskema.domain.demand;

import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
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
 * Something to be held. Either it has times of its own to choose from, or it is placed <em>into</em> one of several hosts
 * (a subject into one of a team's modules) and takes its host's time, room and seats.
 *
 * @param id                 stable id, the same whenever the same intervention is expanded
 * @param intervention       which intervention asks for it
 * @param kind               what it is, a word such as {@code module} or {@code meal}
 * @param form               how it is held, a word of the intervention's; empty if there is nothing to say
 * @param title              what people call it
 * @param subject            subject taught; empty if none
 * @param site               where it is
 * @param times              times to choose from; a single one is fixed; empty exactly when it has hosts
 * @param hosts              sessions of fixed time into one of which this one is placed; each host takes one guest
 * @param rooms              rooms to choose from; a single one is fixed; empty means that it needs none
 * @param groups             groups that take part
 * @param students           single students who take part beside the groups
 * @param within             sessions out of which its students may be taken, so that overlapping them is no clash for students;
 *     rooms and staff are still in one place at a time
 * @param inside             lessons of the existing timetable inside which it may be held, as pairs work together in their own class: its
 *     students are then taking part in them, so that overlapping them is no clash and no lesson is missed. Staff and rooms are still in one
 *     place at a time; empty means none
 * @param awakeWith          group to be formed for which it is held: while no student has joined it the session sleeps, whatever else is
 *     decided about it. Asleep it and its seats cost nothing, occupy nobody and no room, are missed by nobody and are in no timetable; {@code
 *     null} means that it never sleeps
 * @param onClosedDays       whether it may be held on days that are closed, such as a course in a holiday
 * @param required           whether the plan is thin when it finds no time
 * @param work               whether its seats count as work and against rest; a stand-by at home does not
 * @param creditPercent      share of its minutes that counts as hours worked for whoever is on duty, 0 to 100; less than
 *     100 where a night on the spot is agreed to count for less. It changes no rest; without {@code work} it says nothing
 * @param preparationMinutes minutes of paid preparation and evaluation for each of its seats and each time it is held,
 *     0 to 600; they count in hours, not in rest
 * @param lesson             lesson of the existing timetable that this session is, at the lesson's hour and in weeks of it; {@code null} means that it is
 *     none. The lesson stays the fact that it is: its groups, students, teachers and room are busy on its account, not on the session's,
 *     and the finished meeting names them, its teachers in locked seats {@code teacher} before the session's own. What the session
 *     adds are its own seats, for which it is a duty like any other, and one further room if it has {@code rooms} to choose from, which
 *     is taken only while one of these seats is filled. Its own {@code groups}, {@code students} and {@code within} say nothing
 * @param relief             whom its first seat frees from a lesson; {@code null} means nobody. Such a session is not required and
 *     has no students; it is in a timetable only if somebody takes it, or something of it is locked
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
        List<SessionId> within,
        Set<LessonId> inside,
        @Nullable GroupId awakeWith,
        boolean onClosedDays,
        boolean required,
        boolean work,
        int creditPercent,
        int preparationMinutes,
        @Nullable LessonId lesson,
        @Nullable Relief relief,
        @Nullable Decision excuse) {
    /**
     * @throws IllegalArgumentException if it has both times and hosts or neither, the preparation is out of range, a relief is required, or a
     *     lesson has several times or a relief
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

    /** Whether it is placed into a host. */
    public boolean isGuest() {
        return !hosts.isEmpty();
    }

    /** Whether it can only be held at one time. */
    public boolean isFixedInTime() {
        return times.size() == 1;
    }

    /** What it counts for those who are on duty in it. */
    public Workload workload() {
        return new Workload(work, creditPercent, preparationMinutes);
    }

    /** Begins a session with nothing but what every session has; the rest is added by the builder. */
    public static Builder of(SessionId id, InterventionId intervention, String kind, String title, SiteId site) {
        return new Builder(id, intervention, kind, title, site);
    }

    /** Puts a session together step by step; each method sets the component of its name and returns the builder. */
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
        private List<SessionId> within = List.of();
        private Set<LessonId> inside = Set.of();
        private @Nullable GroupId awakeWith;
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

        /** How it is held. */
        public Builder form(String value) {
            form = value;
            return this;
        }

        /** Subject taught. */
        public Builder subject(String value) {
            subject = value;
            return this;
        }

        /** Times to choose from. */
        public Builder times(List<MeetingTime> value) {
            times = value;
            return this;
        }

        /** The only time. */
        public Builder at(MeetingTime value) {
            return times(List.of(value));
        }

        /** Sessions into one of which it is placed. */
        public Builder hosts(List<SessionId> value) {
            hosts = value;
            return this;
        }

        /** Rooms to choose from. */
        public Builder rooms(List<RoomId> value) {
            rooms = value;
            return this;
        }

        /** Groups that take part. */
        public Builder groups(List<GroupId> value) {
            groups = value;
            return this;
        }

        /** Single students who take part. */
        public Builder students(List<StudentId> value) {
            students = value;
            return this;
        }

        /** Sessions that its students may be taken out of. */
        public Builder within(List<SessionId> value) {
            within = value;
            return this;
        }

        /** Lessons inside which it may be held. */
        public Builder inside(Set<LessonId> value) {
            inside = value;
            return this;
        }

        /** Group without whose members it sleeps. */
        public Builder awakeWith(@Nullable GroupId value) {
            awakeWith = value;
            return this;
        }

        /** Whether it may be held on closed days. */
        public Builder onClosedDays(boolean value) {
            onClosedDays = value;
            return this;
        }

        /** Whether the plan is thin when it finds no time. */
        public Builder required(boolean value) {
            required = value;
            return this;
        }

        /** Whether its seats count as work. */
        public Builder work(boolean value) {
            work = value;
            return this;
        }

        /** Share of its minutes that counts as hours worked. */
        public Builder creditPercent(int value) {
            creditPercent = value;
            return this;
        }

        /** Minutes of preparation for each seat. */
        public Builder preparationMinutes(int value) {
            preparationMinutes = value;
            return this;
        }

        /** Lesson of the existing timetable that it is. */
        public Builder lesson(@Nullable LessonId value) {
            lesson = value;
            return this;
        }

        /** Whom its first seat frees from a lesson. */
        public Builder relief(@Nullable Relief value) {
            relief = value;
            return this;
        }

        /** Decision by which students may miss lessons. */
        public Builder excuse(@Nullable Decision value) {
            excuse = value;
            return this;
        }

        /** @throws IllegalArgumentException as the record's constructor does */
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
                    within,
                    inside,
                    awakeWith,
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
