package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Candidates who may be in one group, and when groups of them may meet: of one school and subject, and under the same decision about lessons, so that no student misses a lesson
 * because another one may.
 *
 * @param name       part of ids: the subject, the site, the school and the number of the decision, separated by slashes
 * @param subject    subject of the groups, in the spelling of the first candidate
 * @param site       site of the candidates' school
 * @param excuse     decision that lets them miss lessons; {@code null} means none
 * @param candidates ordered by area and level, so that neighbours fit together
 * @param free       free times of the students
 */
record CandidatePool(
        String name,
        String subject,
        SiteId site,
        @Nullable Decision excuse,
        List<Candidate> candidates,
        FreeTime free) {
    private static final Comparator<Candidate> BY_EQUAL_PROPERTIES = Comparator.comparing(
                    (Candidate one) -> WordMatcher.normalise(one.area()))
            .thenComparingInt(Candidate::level)
            .thenComparing(Candidate::studentId);

    /** Copies the list. */
    CandidatePool {
        candidates = candidates.stream().sorted(BY_EQUAL_PROPERTIES).toList();
    }

    /**
     * Returns the pools of candidates in order of their names; leaves out candidates whose student is unknown.
     *
     * @param outside students who may miss lessons, and the decision
     * @param free    free times of the problem's students
     */
    static List<CandidatePool> of(
            Collection<Candidate> all, List<ExcusedStudents> outside, Problem problem, FreeTime free) {
        Map<String, List<Candidate>> members = new TreeMap<>();
        Map<String, CandidatePool> pools = new TreeMap<>();
        for (Candidate one : all) {
            problem.student(one.studentId()).ifPresent(student -> {
                CandidatePool own = of(one, student, outside, problem, free);
                pools.putIfAbsent(own.name, own);
                members.computeIfAbsent(own.name, any -> new ArrayList<>()).add(one);
            });
        }
        return pools.values().stream()
                .map(pool -> new CandidatePool(
                        pool.name,
                        pool.subject,
                        pool.site,
                        pool.excuse,
                        members.getOrDefault(pool.name, List.of()),
                        free))
                .toList();
    }

    private static CandidatePool of(
            Candidate one, Student student, List<ExcusedStudents> outside, Problem problem, FreeTime free) {
        SiteId site = problem.siteOrDefault(student.site());
        var name =
                new StringBuilder(WordMatcher.idPart(one.subject())).append('/').append(site);
        if (student.school() != null) {
            name.append('/').append(student.school());
        }
        Decision excuse = null;
        for (int i = 0; excuse == null && i < outside.size(); i++) {
            if (outside.get(i).studentIds().contains(one.studentId())) {
                excuse = outside.get(i).decision();
                name.append("/outside-").append(i + 1);
            }
        }
        return new CandidatePool(name.toString(), one.subject(), site, excuse, List.of(one), free);
    }

    /** Returns the students in order. */
    List<StudentId> students() {
        return candidates.stream().map(Candidate::studentId).toList();
    }

    /** Returns whether a candidate can attend at a time: the student is available and has no lesson then, unless a decision excuses it. */
    boolean canCome(Candidate one, MeetingTime time) {
        return excuse != null ? free.isAvailable(one.studentId(), time) : free.isFree(one.studentId(), time);
    }

    /** Returns the times at which enough candidates for a group can attend; if there are fewer candidates, all of them. */
    List<MeetingTime> groupTimes(Collection<MeetingTime> some, int smallest) {
        int enough = Math.min(smallest, candidates.size());
        return some.stream()
                .filter(time ->
                        candidates.stream().filter(one -> canCome(one, time)).count() >= enough)
                .toList();
    }

    /**
     * Returns the number of possible groups, at least 1.
     *
     * @param smallest fewest students in a group, 1 or more
     * @param carried  number of groups that the tutors can teach
     * @param given    most groups that the planner allows; {@code null} means any number
     */
    int groupCount(int smallest, int carried, @Nullable Integer given) {
        int most = Math.min(carried, candidates.size() / smallest);
        return Math.max(1, given == null ? most : Math.min(most, given));
    }

    /** Returns the candidates who can attend at fewer than {@code asked} disjoint times. */
    List<Candidate> candidatesLackingTimes(int asked, Collection<MeetingTime> times) {
        return candidates.stream()
                .filter(one -> MeetingTimeOverlap.countDisjoint(times.stream()
                                .filter(time -> canCome(one, time))
                                .toList())
                        < asked)
                .toList();
    }

    /** Returns the staff members who teach one of the candidates the subject in ordinary lessons. */
    SortedSet<StaffId> teachers() {
        var teachers = new TreeSet<StaffId>();
        candidates.forEach(one -> teachers.addAll(free.lessons().teachers(one.studentId(), one.subject())));
        return teachers;
    }

    /**
     * Returns the decision of which candidate joins which small group. Groups may stay empty. Ids are {@code <intervention>/<name>/<number>}.
     *
     * @param count number of possible groups, 1 or more
     * @param title returns the display name of a group by its number from 1
     */
    Grouping grouping(Intervention<?> intervention, int count, int smallest, int largest, IntFunction<String> title) {
        var groups = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Group(
                        new GroupId(intervention.id() + "/" + name + "/" + number),
                        title.apply(number),
                        Group.Kind.SMALL_GROUP,
                        List.of()))
                .toList();
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        candidates.forEach(one -> needs.put(one.studentId(), one.need()));
        return new Grouping(
                intervention.id(), groups, List.copyOf(needs.keySet()), smallest, largest, true, Map.of(), needs);
    }
}
