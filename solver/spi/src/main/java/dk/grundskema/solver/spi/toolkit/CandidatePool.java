package dk.grundskema.solver.spi.toolkit;

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
 * Candidates who may be in one group: of one school and subject, and under the same decision about lessons, so that nobody misses a lesson because
 * somebody else may.
 *
 * @param name       a part of ids: the subject, the site, the school and the number of the decision, with slashes between
 * @param subject    subject of the groups, as the first candidate has it
 * @param site       where the candidates go to school
 * @param excuse     decision by which they may miss lessons; {@code null} means that they may not
 * @param candidates in the order of area and level, so that neighbours fit together
 * @param free       when they are free
 */
public record CandidatePool(
        String name,
        String subject,
        SiteId site,
        @Nullable Decision excuse,
        List<Candidate> candidates,
        FreeTime free) {
    private static final Comparator<Candidate> ALIKE = Comparator.comparing((Candidate one) -> Words.plain(one.area()))
            .thenComparingInt(Candidate::level)
            .thenComparing(Candidate::studentId);

    /** Copies the list. */
    public CandidatePool {
        candidates = candidates.stream().sorted(ALIKE).toList();
    }

    /**
     * Pools of candidates, in the order of their names; candidates whom the problem doesn't know are left out.
     *
     * @param outside who may miss lessons by which decision
     * @param free    when the problem's students are free
     */
    public static List<CandidatePool> of(
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
        SiteId site = problem.siteOr(student.site());
        var name = new StringBuilder(Words.idPart(one.subject())).append('/').append(site);
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

    /** Who they are, in their order. */
    public List<StudentId> students() {
        return candidates.stream().map(Candidate::studentId).toList();
    }

    /** Whether a candidate can come at a time: is there, and in no lesson unless a decision excuses it. */
    public boolean canCome(Candidate one, MeetingTime time) {
        return excuse != null ? free.isThere(one.studentId(), time) : free.isFree(one.studentId(), time);
    }

    /** Those of some times at which enough of them for a group can come, or all if they are fewer. */
    public List<MeetingTime> times(Collection<MeetingTime> some, int smallest) {
        int enough = Math.min(smallest, candidates.size());
        return some.stream()
                .filter(time ->
                        candidates.stream().filter(one -> canCome(one, time)).count() >= enough)
                .toList();
    }

    /**
     * How many groups there may be of them, at least 1.
     *
     * @param smallest fewest students in a group, 1 or more
     * @param carried  how many groups there are tutors for
     * @param given    most groups that the planner gives; {@code null} means any number
     */
    public int groups(int smallest, int carried, @Nullable Integer given) {
        int most = Math.min(carried, candidates.size() / smallest);
        return Math.max(1, given == null ? most : Math.min(most, given));
    }

    /** Those who can come at fewer than so many of some times apart from each other. */
    public List<Candidate> without(int asked, Collection<MeetingTime> times) {
        return candidates.stream()
                .filter(one -> CommonTime.apart(times.stream()
                                .filter(time -> canCome(one, time))
                                .toList())
                        < asked)
                .toList();
    }

    /** Who teaches one of them the subject. */
    public SortedSet<StaffId> teachers() {
        var teachers = new TreeSet<StaffId>();
        candidates.forEach(one -> teachers.addAll(free.lessons().teachers(one.studentId(), one.subject())));
        return teachers;
    }

    /**
     * Small groups to be formed of them, any of which may stay empty. Ids are {@code <intervention>/<name>/<number>}.
     *
     * @param count how many there may be, 1 or more
     * @param title what people call a group, by its number from 1
     */
    public Grouping grouping(
            Intervention<?> intervention, int count, int smallest, int largest, IntFunction<String> title) {
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
