package dk.grundskema.api.planning.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A group that the plan formed and that somebody leaves. The group stays with the others.
 *
 * @param group     the group
 * @param from      first week without one of those who leave
 * @param remaining students who are still in it when all of them have left
 * @param waiting   students without a group who could take a place: they may join, no veto is against it, and they can come to all its meetings to come; those who need it most first. Empty if there is no place
 * @param emptyDates dates to come on which the plan holds meetings of the group though nobody is in it
 */
public record GroupDeparture(
        GroupId group, IsoWeek from, List<StudentId> remaining, List<StudentId> waiting, int emptyDates) {
    /** Copies the lists. */
    public GroupDeparture {
        remaining = List.copyOf(remaining);
        waiting = List.copyOf(waiting);
    }

    /**
     * Returns the groups that somebody leaves in weeks to come in which they are of use, in the order of the plan.
     *
     * @param changed the changed problem
     * @param before  plan in use
     * @param after   plan after the change
     * @param now     moment of the change
     * @param demands demands of the changed problem; asked for only if somebody leaves a group
     */
    static List<GroupDeparture> find(
            Problem changed, Timetable before, Timetable after, LocalDateTime now, Supplier<List<Demand>> demands) {
        boolean isAnyMemberGone = before.groups().stream()
                .filter(group -> changed.group(group.id()).isEmpty())
                .anyMatch(group -> !membersOf(after, group.id()).containsAll(group.members()));
        return isAnyMemberGone ? new Finder(changed, before, after, now, demands.get()).find() : List.of();
    }

    private static List<GroupMember> membersOf(Timetable plan, GroupId group) {
        return plan.groups().stream()
                .filter(one -> one.id().equals(group))
                .flatMap(one -> one.members().stream())
                .toList();
    }

    private static Set<StudentId> membersIn(Timetable plan, GroupId group, IsoWeek week) {
        Set<StudentId> members = new TreeSet<>();
        membersOf(plan, group).stream()
                .filter(one -> one.weeks().isEmpty() || one.weeks().contains(week))
                .forEach(one -> members.add(one.studentId()));
        return members;
    }

    /** Finds departures in one change. */
    private record Finder(Problem changed, Timetable before, Timetable after, LocalDateTime now, List<Demand> demands) {
        List<GroupDeparture> find() {
            var departures = new ArrayList<GroupDeparture>();
            for (GroupMembers group : before.groups()) {
                demands.stream()
                        .flatMap(demand -> demand.groupings().stream())
                        .filter(one -> one.groups().stream()
                                .anyMatch(formed -> formed.id().equals(group.id())))
                        .findFirst()
                        .flatMap(grouping -> departure(group.id(), grouping))
                        .ifPresent(departures::add);
            }
            return departures;
        }

        private Optional<GroupDeparture> departure(GroupId group, Grouping grouping) {
            var gone = new TreeSet<IsoWeek>();
            for (IsoWeek week : weeksToCome(group, grouping)) {
                if (!membersIn(after, group, week).containsAll(membersIn(before, group, week))) {
                    gone.add(week);
                }
            }
            if (gone.isEmpty()) {
                return Optional.empty();
            }
            Set<StudentId> remaining = membersIn(after, group, gone.last());
            List<StudentId> waiting = remaining.size() < grouping.largest()
                    ? grouping.students().stream()
                            .filter(one -> isWaiting(one, grouping, gone.first()))
                            .filter(one -> grouping.allows(one, group) && canJoin(one, group, remaining))
                            .sorted(Comparator.comparingInt((StudentId one) -> -grouping.needOf(one)))
                            .toList()
                    : List.of();
            return Optional.of(new GroupDeparture(
                    group, gone.first(), List.copyOf(remaining), waiting, countEmptyDates(group, gone)));
        }

        private int countEmptyDates(GroupId group, Set<IsoWeek> gone) {
            return (int) after.meetings().stream()
                    .filter(meeting -> meeting.groupIds().equals(List.of(group)))
                    .flatMap(meeting -> meeting.weeks().stream())
                    .filter(week ->
                            gone.contains(week) && membersIn(after, group, week).isEmpty())
                    .count();
        }

        /** Returns the weeks to come in which a group meets; for a group without meetings of its own those in which its intervention is held. */
        private SortedSet<IsoWeek> weeksToCome(GroupId group, Grouping grouping) {
            List<Meeting> all = Stream.of(before, after)
                    .flatMap(plan -> plan.meetings().stream())
                    .filter(meeting -> meeting.interventionId().equals(grouping.intervention()))
                    .toList();
            List<Meeting> own = all.stream()
                    .filter(meeting -> meeting.groupIds().contains(group))
                    .toList();
            var weeks = new TreeSet<IsoWeek>();
            (own.isEmpty() ? all : own).forEach(meeting -> weeks.addAll(meeting.weeks()));
            weeks.removeIf(week -> week.date(DayOfWeek.MONDAY).atStartOfDay().isBefore(now));
            return weeks;
        }

        private boolean isWaiting(StudentId student, Grouping grouping, IsoWeek from) {
            return changed.weeksPresent(student).contains(from)
                    && grouping.groups().stream()
                            .noneMatch(group -> membersOf(after, group.id()).stream()
                                    .anyMatch(one -> one.studentId().equals(student)));
        }

        private boolean canJoin(StudentId student, GroupId group, Collection<StudentId> members) {
            return members.stream().noneMatch(member -> isVetoed(student, member) || isVetoed(member, student))
                    && after.meetings().stream()
                            .filter(meeting -> meeting.groupIds().contains(group))
                            .allMatch(meeting -> timeToCome(meeting)
                                    .map(time -> canCome(student, meeting, time))
                                    .orElse(true));
        }

        private boolean isVetoed(StudentId one, StudentId other) {
            return changed.student(one)
                    .filter(student -> student.neverWith().contains(other))
                    .isPresent();
        }

        private Optional<MeetingTime> timeToCome(Meeting meeting) {
            var weeks = new TreeSet<>(meeting.weeks());
            weeks.removeIf(week -> week.date(DayOfWeek.MONDAY).atStartOfDay().isBefore(now));
            return weeks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MeetingTime(weeks, meeting.weekday(), meeting.start(), meeting.end()));
        }

        private boolean canCome(StudentId student, Meeting meeting, MeetingTime time) {
            var free = new FreeTime(changed);
            boolean mayMissLessons = demands.stream()
                    .flatMap(demand -> demand.sessions().stream())
                    .filter(session -> session.id().equals(meeting.origin()))
                    .map(Session::excuse)
                    .anyMatch(excuse -> excuse != null);
            return (mayMissLessons ? free.isAvailable(student, time) : free.isFree(student, time))
                    && after.meetings().stream()
                            .filter(other -> takesPart(student, other, time.weeks()))
                            .noneMatch(other -> MeetingTimeOverlap.overlaps(other.time(), time));
        }

        /** Returns whether a student takes part in a meeting that a plan added, in one of some weeks. */
        private boolean takesPart(StudentId student, Meeting meeting, SortedSet<IsoWeek> weeks) {
            var common = new HashSet<>(meeting.weeks());
            common.retainAll(weeks);
            return meeting.studentIds().contains(student)
                    || meeting.groupIds().stream()
                            .anyMatch(group -> common.stream()
                                    .anyMatch(week ->
                                            membersIn(after, group, week).contains(student)));
        }
    }
}
