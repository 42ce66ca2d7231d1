package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.plugins.smallgroups.Candidate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small group of a finished plan.
 *
 * @param id         its id
 * @param students   its members, at least one
 * @param candidates the same members as candidates for its subject
 * @param meetings   its sessions of each week that have a time
 */
record FormedGroup(GroupId id, List<Student> students, List<Candidate> candidates, List<Meeting> meetings) {
    FormedGroup {
        students = List.copyOf(students);
        candidates = List.copyOf(candidates);
        meetings = List.copyOf(meetings);
    }

    /** Returns its tutor; {@code null} means none. */
    @Nullable
    StaffId tutor() {
        return meetings.stream().flatMap(FormedGroup::staffOf).findFirst().orElse(null);
    }

    private static Stream<StaffId> staffOf(Meeting meeting) {
        return meeting.seats().stream().map(MeetingSeat::staffId).filter(Objects::nonNull);
    }

    /** Returns the number of sessions that have a tutor. */
    long taughtSessions() {
        return meetings.stream()
                .filter(one -> staffOf(one).findAny().isPresent())
                .count();
    }

    int need() {
        return candidates.stream().mapToInt(Candidate::need).sum();
    }

    /** Returns the difference between the highest and lowest level of its members. */
    int levelSpread() {
        var levels = candidates.stream().mapToInt(Candidate::level).summaryStatistics();
        return levels.getMax() - levels.getMin();
    }

    /** Returns the number of areas of competence beyond the first. Members without an area fit any. */
    long areasBeyondFirst() {
        Set<String> areas = new HashSet<>();
        candidates.stream().map(Candidate::area).filter(area -> !area.isEmpty()).forEach(areas::add);
        return Math.max(0, areas.size() - 1);
    }

    /** Returns the number of its members' classes beyond the first. */
    long classesBeyondFirst() {
        Set<Object> classes = new HashSet<>();
        students.stream().map(Student::classGroup).filter(Objects::nonNull).forEach(classes::add);
        return Math.max(0, classes.size() - 1);
    }

    /** Returns the number of different hours or days of its sessions beyond the first. */
    long beyondFirst(Function<Meeting, Object> what) {
        return Math.max(0, meetings.stream().map(what).distinct().count() - 1);
    }

    /** Returns the number of rooms beyond the first. Sessions without a room fit any. */
    long roomsBeyondFirst() {
        var rooms = meetings.stream().map(Meeting::roomId).filter(Objects::nonNull);
        return Math.max(0, rooms.distinct().count() - 1);
    }

    /** Returns the number of sessions beyond the first of each weekday. */
    long sessionsBeyondFirstOfDay() {
        return meetings.size()
                - meetings.stream().map(Meeting::weekday).distinct().count();
    }
}
