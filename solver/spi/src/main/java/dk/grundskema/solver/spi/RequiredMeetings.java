package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that an intervention must have, derived from its parameters alone for the check of a finished timetable. All meetings of one kind with
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
 * @param minutes    length of each by the wall clock
 * @param times      parts of the week in which each must lie
 * @param seats      roles of the seats that each has, in any order; a role occurs as often as there are seats of it
 * @param workload   what a meeting counts as work
 * @param subject    subject; {@code null} means any
 * @param form       form; {@code null} means any
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
        @Nullable String subject,
        @Nullable String form) {
    /**
     * A part of the week.
     *
     * @param weekday weekday on which a meeting starts
     * @param from    earliest start
     * @param to      latest end; when not after {@code from}, on the next day
     */
    public record WeekPart(DayOfWeek weekday, LocalTime from, LocalTime to) {}

    /**
     * A seat of each meeting.
     *
     * @param role     its role
     * @param required whether a meeting without a holder is a shortfall
     */
    public record RequiredSeat(String role, boolean required) {}

    /** @throws IllegalArgumentException if no week, time or meeting is required */
    public RequiredMeetings {
        groups = Set.copyOf(groups);
        students = Set.copyOf(students);
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        times = List.copyOf(times);
        seats = List.copyOf(seats);
        if (weeks.isEmpty() || times.isEmpty() || count < 1) {
            throw new IllegalArgumentException(
                    "The meetings (%s) are required (%d) times in the weeks (%s) at the times (%s).\nMaybe leave the requirement out?"
                            .formatted(title, count, weeks, times));
        }
    }
}
