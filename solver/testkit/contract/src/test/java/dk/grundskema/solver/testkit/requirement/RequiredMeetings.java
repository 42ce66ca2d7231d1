package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that an intervention must have, derived from its parameters alone. All meetings of one kind with
 * the same participants must be covered by such requirements; a meeting that none of them accepts is reported.
 *
 * @param title      what people call it, for messages
 * @param kind       kind of the meetings
 * @param groups     groups that take part, exactly
 * @param students   single students who take part beside the groups, exactly
 * @param weeks      weeks in which they are held
 * @param count      number of meetings, at least 1: in each of the weeks, or altogether
 * @param isWeekly   whether {@code count} is meant for each week
 * @param isRequired whether too few are a shortfall. Without it the requirement only limits when and how they are held
 * @param minutes    length of each by the wall clock; 0 means that each takes up the whole of one of the times
 * @param times      parts of the week in which each must lie
 * @param seats      roles of the seats that each has, in any order; a role occurs as often as there are seats of it
 * @param workload   what a meeting counts as work
 * @param contents   title, subject and form, of which each meeting must have one; empty means any
 * @param rooms      rooms of which each meeting has one; empty means that it has none, {@code null} that its room is not compared
 * @param furtherRooms rooms that a meeting may have in addition; {@code null} means that they are not compared
 * @param mayExcuse  whether students may be excused from lessons for the meetings; {@code null} means that it is not compared
 * @param ids        ids of which each meeting, or the session of which it is a part, has one; empty means that they are not compared
 * @param within     meetings out of which students may be taken for each
 */
public record RequiredMeetings(
        String title,
        String kind,
        Set<GroupId> groups,
        Set<StudentId> students,
        SortedSet<IsoWeek> weeks,
        int count,
        boolean isWeekly,
        boolean isRequired,
        long minutes,
        List<WeekPart> times,
        List<RequiredSeat> seats,
        Workload workload,
        List<Content> contents,
        @Nullable Set<RoomId> rooms,
        @Nullable Set<RoomId> furtherRooms,
        @Nullable Boolean mayExcuse,
        Set<SessionId> ids,
        Set<SessionId> within) {
    /**
     * A part of the week.
     *
     * @param week    the only week, in which the date may be closed; {@code null} means each of the weeks, but for closed dates
     * @param weekday weekday on which a meeting starts
     * @param from    earliest start
     * @param to      latest end; when not after {@code from}, on the next day
     */
    public record WeekPart(@Nullable IsoWeek week, DayOfWeek weekday, LocalTime from, LocalTime to) {
        /** Creates a part of each week. */
        public WeekPart(DayOfWeek weekday, LocalTime from, LocalTime to) {
            this(null, weekday, from, to);
        }

        /** Returns a part of a single date. */
        public static WeekPart on(LocalDate date, LocalTime from, LocalTime to) {
            return new WeekPart(IsoWeek.of(date), date.getDayOfWeek(), from, to);
        }
    }

    /**
     * A seat of each meeting.
     *
     * @param role       its role
     * @param required   whether a meeting without a holder is a shortfall
     * @param candidates staff members who may fill it if they are available; {@code null} means that its holder is not compared
     * @param series     name of a series, unique in the intervention: in all meetings with seats of the series, the same persons are in them; {@code null}
     *     means none
     */
    public record RequiredSeat(
            String role,
            boolean required,
            @Nullable Set<StaffId> candidates,
            @Nullable String series) {
        /** Copies the candidates. */
        public RequiredSeat {
            candidates = candidates == null ? null : Set.copyOf(candidates);
        }
    }

    /**
     * What a meeting is about.
     *
     * @param title   title; {@code null} means any
     * @param subject subject; {@code null} means any
     * @param form    form; {@code null} means any
     */
    public record Content(
            @Nullable String title,
            @Nullable String subject,
            @Nullable String form) {}

    /** @throws IllegalArgumentException if no week, time or meeting is required */
    public RequiredMeetings {
        groups = Set.copyOf(groups);
        students = Set.copyOf(students);
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        times = List.copyOf(times);
        seats = List.copyOf(seats);
        contents = List.copyOf(contents);
        rooms = rooms == null ? null : Set.copyOf(rooms);
        furtherRooms = furtherRooms == null ? null : Set.copyOf(furtherRooms);
        ids = Set.copyOf(ids);
        within = Set.copyOf(within);
        if (weeks.isEmpty() || times.isEmpty() || count < 1) {
            throw new IllegalArgumentException(
                    "The meetings (%s) are required (%d) times in the weeks (%s) at the times (%s).\nMaybe leave the requirement out?"
                            .formatted(title, count, weeks, times));
        }
    }

    /** Starts a builder of required weekly meetings. Without further calls there is one a week, for nobody in particular, without seats. */
    public static Builder builder(String title, String kind) {
        return new Builder(title, kind);
    }

    /** Builds requirements. Each method sets the component of the same name and returns the builder. */
    public static final class Builder {
        private final String title;
        private final String kind;
        private Set<GroupId> groups = Set.of();
        private Set<StudentId> students = Set.of();
        private SortedSet<IsoWeek> weeks = Collections.emptySortedSet();
        private int count = 1;
        private boolean isWeekly = true;
        private boolean isRequired = true;
        private long minutes;
        private List<WeekPart> times = List.of();
        private final List<RequiredSeat> seats = new ArrayList<>();
        private Workload workload = Workload.defaults();
        private List<Content> contents = List.of();
        private @Nullable Set<RoomId> rooms;
        private @Nullable Set<RoomId> furtherRooms;
        private @Nullable Boolean mayExcuse;
        private Set<SessionId> ids = Set.of();
        private Set<SessionId> within = Set.of();

        private Builder(String title, String kind) {
            this.title = title;
            this.kind = kind;
        }

        /** Sets the groups that take part. */
        public Builder groups(Collection<GroupId> value) {
            groups = Set.copyOf(value);
            return this;
        }

        /** Sets the single students who take part. */
        public Builder students(Collection<StudentId> value) {
            students = Set.copyOf(value);
            return this;
        }

        /** Sets the weeks. */
        public Builder weeks(SortedSet<IsoWeek> value) {
            weeks = value;
            return this;
        }

        /** Sets the only week. */
        public Builder week(IsoWeek value) {
            return weeks(new TreeSet<>(Set.of(value)));
        }

        /** Sets the number of meetings. */
        public Builder count(int value) {
            count = value;
            return this;
        }

        /** Sets that the number of meetings is meant for all weeks together. */
        public Builder altogether() {
            isWeekly = false;
            return this;
        }

        /** Sets whether too few meetings are a shortfall. */
        public Builder required(boolean value) {
            isRequired = value;
            return this;
        }

        /** Sets the length. */
        public Builder minutes(long value) {
            minutes = value;
            return this;
        }

        /** Sets the parts of the week in which they must lie. */
        public Builder times(List<WeekPart> value) {
            times = value;
            return this;
        }

        /** Adds a number of seats with a role, whose holders are not compared. */
        public Builder seats(int number, String role, boolean isRequiredSeat) {
            seats.addAll(Collections.nCopies(number, new RequiredSeat(role, isRequiredSeat, null, null)));
            return this;
        }

        /** Adds a number of seats with a role for some staff members. */
        public Builder seats(int number, String role, boolean isRequiredSeat, Collection<StaffId> candidates) {
            return seats(number, role, isRequiredSeat, candidates, null);
        }

        /** Adds a number of seats of a series with a role for some staff members; {@code null} means no series. */
        public Builder seats(
                int number,
                String role,
                boolean isRequiredSeat,
                Collection<StaffId> candidates,
                @Nullable String series) {
            seats.addAll(Collections.nCopies(
                    number, new RequiredSeat(role, isRequiredSeat, Set.copyOf(candidates), series)));
            return this;
        }

        /** Sets the rooms of which each meeting has one, and no further room; empty means that it has none. */
        public Builder rooms(Collection<RoomId> value) {
            rooms = Set.copyOf(value);
            return furtherRooms(List.of());
        }

        /** Sets the only possible room; {@code null} means that it has none. */
        public Builder room(@Nullable RoomId value) {
            rooms = value == null ? Set.of() : Set.of(value);
            return this;
        }

        /** Sets the rooms that a meeting may have in addition. */
        public Builder furtherRooms(Collection<RoomId> value) {
            furtherRooms = Set.copyOf(value);
            return this;
        }

        /** Sets whether students may be excused from lessons for the meetings. */
        public Builder mayExcuse(boolean value) {
            mayExcuse = value;
            return this;
        }

        /** Sets the ids of which each meeting, or the session of which it is a part, has one. */
        public Builder ids(Collection<SessionId> value) {
            ids = Set.copyOf(value);
            return this;
        }

        /** Sets the only possible id. */
        public Builder id(String value) {
            return ids(List.of(new SessionId(value)));
        }

        /** Sets the meetings out of which students may be taken. */
        public Builder within(Collection<SessionId> value) {
            within = Set.copyOf(value);
            return this;
        }

        /** Sets what a meeting counts as work. */
        public Builder workload(Workload value) {
            workload = value;
            return this;
        }

        /** Sets the possible contents. */
        public Builder contents(List<Content> value) {
            contents = value;
            return this;
        }

        /** Sets the only possible content; {@code null} means any. */
        public Builder content(@Nullable String ofTitle, @Nullable String subject, @Nullable String form) {
            return contents(List.of(new Content(ofTitle, subject, form)));
        }

        /** Returns whether there is any week and any time, so that the requirement can be built. */
        public boolean isPossible() {
            return !weeks.isEmpty() && !times.isEmpty();
        }

        /** @throws IllegalArgumentException under the conditions of the record's constructor */
        public RequiredMeetings build() {
            return new RequiredMeetings(
                    title,
                    kind,
                    groups,
                    students,
                    weeks,
                    count,
                    isWeekly,
                    isRequired,
                    minutes,
                    times,
                    seats,
                    workload,
                    contents,
                    rooms,
                    furtherRooms,
                    mayExcuse,
                    ids,
                    within);
        }
    }
}
