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

/** Answers when people are free: not in their own lessons and not unavailable. It does not know sessions that are still to be planned. */
public final class FreeTime {
    /** Computed on demand: plugins ask about few of a municipality's people. */
    private static final DerivedOnce<Map<Object, List<Interval>>> AWAY =
            new DerivedOnce<>(any -> new ConcurrentHashMap<>());

    private final Problem problem;
    private final LessonsByPerson lessons;
    private final Map<Object, List<Interval>> away;

    private final Map<StaffId, List<MeetingTime>> besides = new HashMap<>();

    /** @param problem the problem with lessons and availability */
    public FreeTime(Problem problem) {
        this.problem = problem;
        this.lessons = LessonsByPerson.of(problem);
        this.away = AWAY.of(problem);
    }

    /** Returns the lessons per person. */
    public LessonsByPerson lessons() {
        return lessons;
    }

    /** Marks a staff member as busy at a further time. */
    public void addBusyTime(StaffId who, MeetingTime time) {
        besides.computeIfAbsent(who, any -> new ArrayList<>()).add(time);
    }

    /** Returns whether a staff member is free at a time in all of its weeks. */
    public boolean isFree(StaffId who, MeetingTime time) {
        return besides.getOrDefault(who, List.of()).stream().noneMatch(own -> MeetingTimeOverlap.overlaps(own, time))
                && lessons.overlapping(who, time).isEmpty()
                && isAvailable(who, time);
    }

    /** Returns whether a student is free at a time in all of its weeks. */
    public boolean isFree(StudentId who, MeetingTime time) {
        return lessons.overlapping(who, time).isEmpty() && isAvailable(who, time);
    }

    /** Returns whether a staff member is available at a time in all of its weeks, regardless of lessons. */
    public boolean isAvailable(StaffId who, MeetingTime time) {
        return isAvailable(unavailableIntervals(who), time);
    }

    /** Returns whether a student is available at a time in all of its weeks, regardless of lessons. */
    public boolean isAvailable(StudentId who, MeetingTime time) {
        return isAvailable(unavailableIntervals(who), time);
    }

    /** Both are in order, so that one pass compares them. */
    private boolean isAvailable(List<Interval> away, MeetingTime time) {
        if (away.isEmpty()) {
            return true;
        }
        int next = 0;
        for (Interval when : time.intervals(problem.horizon().zone())) {
            while (next < away.size() && away.get(next).end() <= when.start()) {
                next++;
            }
            if (next < away.size() && away.get(next).overlaps(when)) {
                return false;
            }
        }
        return true;
    }

    private List<Interval> unavailableIntervals(StaffId who) {
        return away.computeIfAbsent(
                who, any -> unavailableIntervals(problem.staffMember(who).map(StaffMember::availability)));
    }

    private List<Interval> unavailableIntervals(StudentId who) {
        return away.computeIfAbsent(
                who, any -> unavailableIntervals(problem.student(who).map(Student::availability)));
    }

    private List<Interval> unavailableIntervals(Optional<Availability> availability) {
        return availability
                .map(one -> one.unavailableIntervals(problem.horizon()))
                .orElseGet(List::of);
    }

    /**
     * Pre-check for plugins: reports sessions without a time that suits all their single students. They give one finding with the code
     * {@code <plugin>.no-common-time} and as arguments the first of these sessions, its students, its times, the student who is free at the fewest
     * of them, and the number of further such sessions. Up to three times that would help most of the first session's students follow, see
     * {@link UsableTimeSuggestions#report}.
     *
     * @param type   id of the plugin's type
     * @param usable when sessions may be held
     * @param place  pointer below the parameters, such as {@code usable}
     */
    public static List<Finding> precheckCommonTime(
            String type, List<UsableTime> usable, String place, Problem problem, Demand demand) {
        var findings = new FindingCollector(type, problem);
        var free = new FreeTime(problem);
        var lacking = demand.sessions().stream()
                .filter(one -> !one.students().isEmpty() && !free.hasCommonTime(one))
                .toList();
        if (!lacking.isEmpty()) {
            Session first = lacking.getFirst();
            StudentId worst =
                    Collections.min(first.students(), Comparator.comparingLong(one -> free.countFreeTimes(one, first)));
            int others = lacking.size() - 1;
            int students = first.students().size();
            findings.warning(
                    "no-common-time", place, first.id(), students, first.times().size(), worst, others);
            free.reportHelpfulTimes(lacking, usable, findings, place);
        }
        return findings.all();
    }

    private boolean hasCommonTime(Session session) {
        return session.times().stream()
                .anyMatch(time -> session.students().stream().allMatch(one -> isFree(one, time)));
    }

    private long countFreeTimes(StudentId student, Session session) {
        return session.times().stream().filter(time -> isFree(student, time)).count();
    }

    private void reportHelpfulTimes(
            List<Session> lacking, List<UsableTime> usable, FindingCollector findings, String place) {
        var students = new TreeSet<StudentId>();
        var weeks = new TreeSet<IsoWeek>();
        lacking.forEach(one -> {
            students.addAll(one.students());
            one.times().forEach(time -> weeks.addAll(time.weeks()));
        });
        MeetingTime any = lacking.getFirst().times().getFirst();
        int minutes = (int) Duration.between(any.start(), any.end()).toMinutes();
        UsableTimeSuggestions.report(
                UsableTimeSuggestions.findBest(students, usable, minutes, weeks, this, problem, 3), findings, place);
    }
}
