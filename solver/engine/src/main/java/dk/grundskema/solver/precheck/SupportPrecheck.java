package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.rules.SupportOffer;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks from the demands alone whether students get supplementary support without any main support, and whether more
 * support is demanded for a student than a day or a week allows. The check is sound: students who may join a group, or
 * whose lessons may be co-taught, count as supported.
 */
public final class SupportPrecheck {
    private static final int NAMED = 3;

    private final Problem problem;
    private final List<Demand> demands;
    private final Map<InterventionId, SupportOffer> offers;
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private final Map<LessonId, Lesson> lessons = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param problem a problem without errors
     * @param demands the demands of its interventions, in their order
     * @param offers support offer of each intervention
     */
    public SupportPrecheck(Problem problem, List<Demand> demands, Map<InterventionId, SupportOffer> offers) {
        this.problem = problem;
        this.demands = List.copyOf(demands);
        this.offers = Map.copyOf(offers);
        problem.groups().forEach(group -> members.put(group.id(), group.members()));
        problem.lessons().forEach(lesson -> lessons.put(lesson.id(), lesson));
    }

    /**
     * Returns warnings, which do not prevent a solve; at most one per supplementary intervention, one for days and one
     * for weeks.
     */
    public List<Finding> findings() {
        checkSupplementaryAlone();
        var least = new MinimumSupport(problem, members);
        for (int i = 0; i < demands.size(); i++) {
            SupportOffer offer = offerOf(i);
            if (offer.category() != Category.AROUND) {
                least.addDemand(demands.get(i), offer.interruptions());
            }
        }
        var limits = problem.support();
        checkLimit("precheck.support-a-day", least.days(), limits.minutesPerDay());
        checkLimit("precheck.support-a-week", least.weeks(), limits.minutesPerWeek());
        return List.copyOf(findings);
    }

    private SupportOffer offerOf(int intervention) {
        InterventionId id = problem.interventions().get(intervention).id();
        return offers.getOrDefault(id, new SupportOffer(Category.AROUND, List.of()));
    }

    /** Checks that students with supplementary support could get support in class or in a small group. */
    private void checkSupplementaryAlone() {
        Set<StudentId> beside = new HashSet<>();
        for (int i = 0; i < demands.size(); i++) {
            Category category = offerOf(i).category();
            if (category == Category.IN_CLASS || category == Category.SMALL_GROUP) {
                beside.addAll(students(demands.get(i), true));
            }
        }
        for (int i = 0; i < demands.size(); i++) {
            if (offerOf(i).category() == Category.SUPPLEMENTARY) {
                var alone = new TreeSet<>(students(demands.get(i), false));
                alone.removeAll(beside);
                if (!alone.isEmpty()) {
                    InterventionId id = problem.interventions().get(i).id();
                    findings.add(Finding.warning(
                            "precheck.supplementary-alone",
                            "/interventions/" + i,
                            firstNamed(alone),
                            countUnnamed(alone),
                            id,
                            alone.size()));
                }
            }
        }
    }

    /**
     * Returns the students of a demand.
     *
     * @param mayJoin whether students who may join a group count and tasks do not
     */
    private Set<StudentId> students(Demand demand, boolean mayJoin) {
        Set<StudentId> all = new HashSet<>();
        demand.tasks().forEach(task -> all.addAll(mayJoin ? List.of() : task.studentIds()));
        for (Session session : demand.sessions()) {
            Lesson lesson = session.lesson() == null ? null : lessons.get(session.lesson());
            addMembers(lesson == null ? session.groups() : lesson.groupIds(), all);
            all.addAll(lesson == null ? session.students() : lesson.studentIds());
            if (lesson != null) {
                problem.students().stream()
                        .filter(one ->
                                one.classGroup() != null && lesson.groupIds().contains(one.classGroup()))
                        .forEach(one -> all.add(one.id()));
            }
        }
        for (Grouping grouping : demand.groupings()) {
            grouping.groups().stream()
                    .map(Group::members)
                    .flatMap(List::stream)
                    .forEach(one -> all.add(one.studentId()));
            all.addAll(mayJoin ? grouping.students() : List.of());
        }
        return all;
    }

    private void addMembers(Collection<GroupId> groups, Set<StudentId> to) {
        groups.forEach(group -> members.getOrDefault(group, List.of()).forEach(member -> to.add(member.studentId())));
    }

    /** Checks that no student gets more than the limit; reports only the worst case. */
    private <W extends Comparable<? super W>> void checkLimit(
            String code, Map<StudentId, Map<W, Long>> minutes, long room) {
        var worst = new ArrayList<SupportAmount<W>>();
        minutes.forEach((student, some) -> some.entrySet().stream()
                .map(one -> new SupportAmount<>(student, one.getKey(), one.getValue()))
                .filter(one -> one.minutes > room)
                .min(SupportAmount.worstFirst())
                .ifPresent(worst::add));
        worst.stream()
                .min(SupportAmount.worstFirst())
                .ifPresent(one -> findings.add(
                        Finding.warning(code, "/support", one.student, worst.size() - 1, one.minutes, one.when, room)));
    }

    /** The support of a student on a day or in a week. */
    private record SupportAmount<W extends Comparable<? super W>>(StudentId student, W when, long minutes) {
        static <W extends Comparable<? super W>> Comparator<SupportAmount<W>> worstFirst() {
            return Comparator.comparingLong((SupportAmount<W> one) -> -one.minutes)
                    .thenComparing(SupportAmount::student)
                    .thenComparing(SupportAmount::when);
        }
    }

    private static List<StudentId> firstNamed(Collection<StudentId> students) {
        return students.stream().limit(NAMED).toList();
    }

    private static int countUnnamed(Collection<StudentId> students) {
        return Math.max(0, students.size() - NAMED);
    }
}
