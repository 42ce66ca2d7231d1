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
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
     * For plugins to name as their pre-check: sessions of which no time suits all their single students. They are said once, with the code {@code
     * <plugin>.no-common-time} and as arguments the first of these sessions, its students, its times, who is free at the fewest of them, and how many
     * more such sessions there are; then up to three times that would help most of their students, see {@link Windows#tell}.
     *
     * @param type   id of the plugin's type
     * @param usable when sessions may be held
     * @param place  pointer below the parameters, such as {@code usable}
     */
    public static List<Finding> noCommonTime(
            String type, List<UsableTime> usable, String place, Problem problem, Demand demand) {
        var findings = new FindingList(type, problem);
        var free = new FreeTime(problem);
        var lacking = demand.sessions().stream()
                .filter(one -> !one.students().isEmpty() && !free.suits(one))
                .toList();
        if (!lacking.isEmpty()) {
            Session first = lacking.getFirst();
            StudentId worst =
                    Collections.min(first.students(), Comparator.comparingLong(one -> free.times(one, first)));
            int others = lacking.size() - 1;
            int students = first.students().size();
            findings.warning(
                    "no-common-time", place, first.id(), students, first.times().size(), worst, others);
            free.wouldHelp(lacking, usable, findings, place);
        }
        return findings.all();
    }

    private boolean suits(Session session) {
        return session.times().stream()
                .anyMatch(time -> session.students().stream().allMatch(one -> isFree(one, time)));
    }

    private long times(StudentId student, Session session) {
        return session.times().stream().filter(time -> isFree(student, time)).count();
    }

    private void wouldHelp(List<Session> lacking, List<UsableTime> usable, FindingList findings, String place) {
        var students = new TreeSet<StudentId>();
        var weeks = new TreeSet<IsoWeek>();
        lacking.forEach(one -> {
            students.addAll(one.students());
            one.times().forEach(time -> weeks.addAll(time.weeks()));
        });
        MeetingTime any = lacking.getFirst().times().getFirst();
        int minutes = (int) Duration.between(any.start(), any.end()).toMinutes();
        Windows.tell(Windows.best(students, usable, minutes, weeks, this, problem, 3), findings, place);
    }
}
