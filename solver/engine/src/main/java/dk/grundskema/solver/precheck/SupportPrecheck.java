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
import dk.grundskema.solver.rules.Offer;
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
 * Whom support is thought for, seen from what is demanded alone: who gets something supplementary and can get nothing beside it, and for whom more is
 * demanded than a day or a week has room for. It never exaggerates: who may join a group, or is in a class in whose lessons somebody may co-teach, is
 * taken to get that.
 */
public final class SupportPrecheck {
    private static final int NAMED = 3;

    private final Problem problem;
    private final List<Demand> demands;
    private final Map<InterventionId, Offer> offers;
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private final Map<LessonId, Lesson> lessons = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param problem a problem without errors
     * @param demands what its interventions demand, in their order
     * @param offers  what support each of them gives
     */
    public SupportPrecheck(Problem problem, List<Demand> demands, Map<InterventionId, Offer> offers) {
        this.problem = problem;
        this.demands = List.copyOf(demands);
        this.offers = Map.copyOf(offers);
        problem.groups().forEach(group -> members.put(group.id(), group.members()));
        problem.lessons().forEach(lesson -> lessons.put(lesson.id(), lesson));
    }

    /** Warnings, none of which stops a solve; at most one for each supplementary intervention, one for days and one for weeks. */
    public List<Finding> findings() {
        neverAlone();
        var least = new LeastSupport(problem, members);
        for (int i = 0; i < demands.size(); i++) {
            Offer offer = offer(i);
            if (offer.category() != Category.AROUND) {
                least.add(demands.get(i), offer.interruptions());
            }
        }
        var limits = problem.support();
        most("precheck.support-a-day", least.days(), limits.minutesPerDay());
        most("precheck.support-a-week", least.weeks(), limits.minutesPerWeek());
        return List.copyOf(findings);
    }

    private Offer offer(int intervention) {
        InterventionId id = problem.interventions().get(intervention).id();
        return offers.getOrDefault(id, new Offer(Category.AROUND, List.of()));
    }

    /** Who gets something supplementary could get something in class or in a small group. */
    private void neverAlone() {
        Set<StudentId> beside = new HashSet<>();
        for (int i = 0; i < demands.size(); i++) {
            Category category = offer(i).category();
            if (category == Category.IN_CLASS || category == Category.SMALL_GROUP) {
                beside.addAll(students(demands.get(i), true));
            }
        }
        for (int i = 0; i < demands.size(); i++) {
            if (offer(i).category() == Category.SUPPLEMENTARY) {
                var alone = new TreeSet<>(students(demands.get(i), false));
                alone.removeAll(beside);
                if (!alone.isEmpty()) {
                    InterventionId id = problem.interventions().get(i).id();
                    findings.add(Finding.warning(
                            "precheck.supplementary-alone",
                            "/interventions/" + i,
                            few(alone),
                            others(alone),
                            id,
                            alone.size()));
                }
            }
        }
    }

    /**
     * Who gets something of a demand.
     *
     * @param mayJoin whether who may join a group counts, too
     */
    private Set<StudentId> students(Demand demand, boolean mayJoin) {
        Set<StudentId> all = new HashSet<>();
        demand.tasks().forEach(task -> all.addAll(mayJoin ? List.of() : task.studentIds()));
        for (Session session : demand.sessions()) {
            Lesson lesson = session.lesson() == null ? null : lessons.get(session.lesson());
            addMembers(lesson == null ? session.groups() : lesson.groupIds(), all);
            all.addAll(lesson == null ? session.students() : lesson.studentIds());
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

    /** No student is to get more than there is room for; said once, of whom it is worst. */
    private <W extends Comparable<? super W>> void most(String code, Map<StudentId, Map<W, Long>> minutes, long room) {
        var worst = new ArrayList<Much<W>>();
        minutes.forEach((student, some) -> some.entrySet().stream()
                .map(one -> new Much<>(student, one.getKey(), one.getValue()))
                .filter(one -> one.minutes > room)
                .min(Much.worstFirst())
                .ifPresent(worst::add));
        worst.stream()
                .min(Much.worstFirst())
                .ifPresent(one -> findings.add(
                        Finding.warning(code, "/support", one.student, worst.size() - 1, one.minutes, one.when, room)));
    }

    /** How much a student is to get on a day or in a week. */
    private record Much<W extends Comparable<? super W>>(StudentId student, W when, long minutes) {
        static <W extends Comparable<? super W>> Comparator<Much<W>> worstFirst() {
            return Comparator.comparingLong((Much<W> one) -> -one.minutes)
                    .thenComparing(Much::student)
                    .thenComparing(Much::when);
        }
    }

    private static List<StudentId> few(Collection<StudentId> students) {
        return students.stream().limit(NAMED).toList();
    }

    private static int others(Collection<StudentId> students) {
        return Math.max(0, students.size() - NAMED);
    }
}
