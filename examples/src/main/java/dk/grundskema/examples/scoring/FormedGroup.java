package dk.grundskema.examples.scoring;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.spi.toolkit.Candidate;
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
 * @param students   who is in it, at least one
 * @param candidates the same, as they were named for its subject
 * @param meetings   its sessions of each week that have a time
 */
record FormedGroup(GroupId id, List<Student> students, List<Candidate> candidates, List<Meeting> meetings) {
    FormedGroup {
        students = List.copyOf(students);
        candidates = List.copyOf(candidates);
        meetings = List.copyOf(meetings);
    }

    /** Who teaches it; {@code null} means nobody. */
    @Nullable
    StaffId tutor() {
        return meetings.stream().flatMap(FormedGroup::there).findFirst().orElse(null);
    }

    private static Stream<StaffId> there(Meeting meeting) {
        return meeting.seats().stream().map(MeetingSeat::staffId).filter(Objects::nonNull);
    }

    /** Sessions that have a tutor. */
    long taught() {
        return meetings.stream().filter(one -> there(one).findAny().isPresent()).count();
    }

    int need() {
        return candidates.stream().mapToInt(Candidate::need).sum();
    }

    /** How far the levels of its members are apart. */
    int levelSpread() {
        var levels = candidates.stream().mapToInt(Candidate::level).summaryStatistics();
        return levels.getMax() - levels.getMin();
    }

    /** Areas of competence beyond the first; members who go with any have none. */
    long areasBeyondFirst() {
        Set<String> areas = new HashSet<>();
        candidates.stream().map(Candidate::area).filter(area -> !area.isEmpty()).forEach(areas::add);
        return Math.max(0, areas.size() - 1);
    }

    /** Classes beyond the first that its members come from. */
    long classesBeyondFirst() {
        Set<Object> classes = new HashSet<>();
        students.stream().map(Student::classGroup).filter(Objects::nonNull).forEach(classes::add);
        return Math.max(0, classes.size() - 1);
    }

    /** Different hours or days of its sessions beyond the first. */
    long beyondFirst(Function<Meeting, Object> what) {
        return Math.max(0, meetings.stream().map(what).distinct().count() - 1);
    }

    /** Rooms beyond the first; sessions without one go with any. */
    long roomsBeyondFirst() {
        var rooms = meetings.stream().map(Meeting::roomId).filter(Objects::nonNull);
        return Math.max(0, rooms.distinct().count() - 1);
    }

    /** Sessions beyond the first of each weekday. */
    long crowded() {
        return meetings.size()
                - meetings.stream().map(Meeting::weekday).distinct().count();
    }
}
