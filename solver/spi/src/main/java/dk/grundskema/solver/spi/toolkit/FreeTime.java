package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When people could take part in something: not in lessons of their own, nor while they are away. What is still to be planned is not known. */
public final class FreeTime {
    private final Problem problem;
    private final OwnLessons lessons;

    /** Worked out when asked for: of a municipality's people few are asked about. */
    private final Map<Object, List<Interval>> away = new ConcurrentHashMap<>();

    private final Map<StaffId, List<MeetingTime>> besides = new HashMap<>();

    /** @param problem whose lessons and availability count */
    public FreeTime(Problem problem) {
        this.problem = problem;
        this.lessons = new OwnLessons(problem);
    }

    /** Whose lessons are whose. */
    public OwnLessons lessons() {
        return lessons;
    }

    /** Somebody is busy with something besides. */
    public void busy(StaffId who, MeetingTime time) {
        besides.computeIfAbsent(who, any -> new ArrayList<>()).add(time);
    }

    /** Whether a member of staff is free at a time in all of its weeks. */
    public boolean isFree(StaffId who, MeetingTime time) {
        return besides.getOrDefault(who, List.of()).stream().noneMatch(own -> Overlaps.overlap(own, time))
                && lessons.inTheWay(who, time).isEmpty()
                && isThere(who, time);
    }

    /** Whether a student is free at a time in all of its weeks. */
    public boolean isFree(StudentId who, MeetingTime time) {
        return lessons.inTheWay(who, time).isEmpty() && isThere(who, time);
    }

    /** Whether a member of staff is there at a time in all of its weeks, lessons or not. */
    public boolean isThere(StaffId who, MeetingTime time) {
        return isThere(away(who), time);
    }

    /** Whether a student is there at a time in all of its weeks, lessons or not. */
    public boolean isThere(StudentId who, MeetingTime time) {
        return isThere(away(who), time);
    }

    private boolean isThere(List<Interval> away, MeetingTime time) {
        return away.isEmpty()
                || time.intervals(problem.horizon().zone()).stream()
                        .noneMatch(when -> away.stream().anyMatch(when::overlaps));
    }

    private List<Interval> away(StaffId who) {
        return away.computeIfAbsent(who, any -> away(problem.staffMember(who).map(StaffMember::availability)));
    }

    private List<Interval> away(StudentId who) {
        return away.computeIfAbsent(who, any -> away(problem.student(who).map(Student::availability)));
    }

    private List<Interval> away(Optional<Availability> availability) {
        return availability.map(one -> one.unavailable(problem.horizon())).orElseGet(List::of);
    }

    /**
     * For plugins to name as their pre-check: sessions of which no time suits all their single students, with the code {@code
     * <plugin>.no-common-time} and as arguments the session, its students, its times, and who is free at the fewest of them.
     *
     * @param type  id of the plugin's type
     * @param place pointer below the parameters, such as {@code usable}
     */
    public static List<Finding> noCommonTime(String type, String place, Problem problem, Demand demand) {
        var findings = new FindingList(type, problem);
        var free = new FreeTime(problem);
        for (Session session : demand.sessions()) {
            var students = session.students();
            boolean suits = session.times().stream()
                    .anyMatch(time -> students.stream().allMatch(one -> free.isFree(one, time)));
            if (!suits) {
                students.stream()
                        .min(Comparator.comparingLong(one -> session.times().stream()
                                .filter(time -> free.isFree(one, time))
                                .count()))
                        .ifPresent(worst -> findings.warning(
                                "no-common-time",
                                place,
                                session.id(),
                                students.size(),
                                session.times().size(),
                                worst));
            }
        }
        return findings.all();
    }
}
