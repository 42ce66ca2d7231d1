package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of a workshop band. Levels and weights are ours. */
final class WorkshopBandRules {
    private static final String SOURCE = "KL, A school that can do more for more, Bækkegården";

    /** Arguments: amount, group. */
    static final RuleType GROUP_SIZE = RuleType.hard("workshop-band.group-size", RuleType.OURS);
    /** Arguments: amount, group. Not hard, because the search fills groups one student at a time. */
    static final RuleType FEW_STUDENTS = RuleType.medium("workshop-band.few-students", 10, RuleType.OURS);
    /** Arguments: amount, student, title of the workshop, limit. */
    static final RuleType PUNCH_CARD = RuleType.hard("workshop-band.punch-card", SOURCE);
    /** Arguments: amount, title of the workshop, limit. */
    static final RuleType MANY_ROUNDS = RuleType.hard("workshop-band.many-rounds", RuleType.OURS);
    /** Arguments: amount, title of the workshop, limit. */
    static final RuleType FEW_ROUNDS = RuleType.medium("workshop-band.few-rounds", 1000, RuleType.OURS);
    /** Arguments: amount, student. */
    static final RuleType NO_WISH = RuleType.medium("workshop-band.no-wish", 20, SOURCE);
    /** Arguments: amount in points, student. */
    static final RuleType WISH_MISSED = RuleType.soft("workshop-band.wish-missed", 5, SOURCE);
    /** Arguments: amount, student. */
    static final RuleType SAME_AGAIN = RuleType.soft("workshop-band.same-again", 20, RuleType.OURS);
    /** Arguments: amount, title of the workshop, adult. */
    static final RuleType MANY_ADULTS = RuleType.soft("workshop-band.many-adults", 10, RuleType.OURS);

    static final List<RuleType> TYPES = List.of(
            GROUP_SIZE,
            FEW_STUDENTS,
            PUNCH_CARD,
            MANY_ROUNDS,
            FEW_ROUNDS,
            NO_WISH,
            WISH_MISSED,
            SAME_AGAIN,
            MANY_ADULTS);

    private final WorkshopBandParameters band;
    private final Map<GroupId, Integer> workshops = new LinkedHashMap<>();
    private final List<Scope> students;
    private final Map<StudentId, Map<Integer, Integer>> points;

    private WorkshopBandRules(
            Intervention<WorkshopBandParameters> intervention, Problem problem, List<Grouping> groupings) {
        this.band = intervention.parameters();
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < band.workshops().size(); i++) {
            indexes.put(band.workshops().get(i).id(), i);
        }
        for (Grouping round : groupings) {
            for (Group group : round.groups()) {
                String[] parts = group.id().value().split("/", -1);
                workshops.put(group.id(), Objects.requireNonNull(indexes.get(parts[parts.length - 2])));
            }
        }
        this.students = scopes(groupings, problem);
        this.points = band.wishes().stream()
                .filter(one -> indexes.containsKey(one.workshop()))
                .collect(Collectors.groupingBy(
                        WorkshopWish::studentId,
                        Collectors.toMap(
                                one -> Objects.requireNonNull(indexes.get(one.workshop())), WorkshopWish::points)));
    }

    /** Returns a scope for each student, with the rounds in order of time. */
    private static List<Scope> scopes(List<Grouping> groupings, Problem problem) {
        Map<Student, List<Membership>> rounds = new LinkedHashMap<>();
        for (Grouping round : groupings) {
            round.students()
                    .forEach(id -> problem.student(id)
                            .ifPresent(student -> rounds.computeIfAbsent(student, fresh -> new ArrayList<>())
                                    .add(new Membership(round, student))));
        }
        return rounds.entrySet().stream()
                .map(one -> new Scope(one.getKey().id(), List.of(), List.of(), one.getValue()))
                .toList();
    }

    static List<Rule> of(Intervention<WorkshopBandParameters> intervention, Problem problem, Demand demand) {
        var rules = new WorkshopBandRules(intervention, problem, demand.groupings());
        Map<String, String> titles =
                rules.band.workshops().stream().collect(Collectors.toMap(Workshop::id, Workshop::title));
        return List.of(
                rules.groupSize(),
                rules.fewStudents(),
                rules.punchCard(),
                rules.manyRounds(),
                rules.fewRounds(),
                rules.noWish(),
                rules.wishMissed(),
                rules.sameAgain(),
                CommonRules.fewAdults(MANY_ADULTS, session -> titles.get(workshopId(session))));
    }

    private static String workshopId(Session session) {
        String[] parts = session.id().value().split("/", -1);
        return parts[parts.length - 4];
    }

    private Workshop workshop(GroupId group) {
        return band.workshops().get(Objects.requireNonNull(workshops.get(group)));
    }

    /** Charges a group each student above its most. */
    private Rule groupSize() {
        return GroupRules.perGroup(
                GROUP_SIZE,
                workshops.keySet(),
                Map.of(),
                (group, view) -> Math.max(0, view.groupSize(0) - workshop(group).most()));
    }

    /** Charges an offered group each student below its fewest. */
    private Rule fewStudents() {
        return GroupRules.perGroup(
                FEW_STUDENTS,
                workshops.keySet(),
                Map.of(),
                (group, view) -> Math.max(0, workshop(group).fewest() - view.groupSize(0)));
    }

    /** Charges a student each round in a workshop beyond its limit. */
    private Rule punchCard() {
        return LocalRule.local(PUNCH_CARD, students, (scope, view, charge) -> {
            int[] times = new int[band.workshops().size()];
            for (int round = 0; round < scope.memberships().size(); round++) {
                int joined = joined(view, round);
                if (joined >= 0) {
                    times[joined]++;
                }
            }
            for (int i = 0; i < times.length; i++) {
                Workshop workshop = band.workshops().get(i);
                int limit = workshop.limit(band);
                charge.add(Math.max(0, times[i] - limit), scope.key(), workshop.title(), limit);
            }
        });
    }

    /** Returns the workshop that a student joins in a round; -1 if there is none. */
    private int joined(ScopeView view, int round) {
        GroupId group = view.joinedGroup(round);
        return group == null ? -1 : workshops.getOrDefault(group, -1);
    }

    private Rule manyRounds() {
        return LocalRule.local(MANY_ROUNDS, workshopScopes(), (scope, view, charge) -> {
            Workshop workshop = (Workshop) scope.key();
            Integer most = workshop.mostRounds();
            if (most != null) {
                charge.add(Math.max(0, rounds(scope, view, workshop) - most), workshop.title(), most);
            }
        });
    }

    private Rule fewRounds() {
        return LocalRule.local(FEW_ROUNDS, workshopScopes(), (scope, view, charge) -> {
            Workshop workshop = (Workshop) scope.key();
            int least = workshop.leastRounds();
            charge.add(Math.max(0, least - rounds(scope, view, workshop)), workshop.title(), least);
        });
    }

    /** Returns a scope for each workshop with its groups, those of a round next to each other. */
    private List<Scope> workshopScopes() {
        var scopes = new ArrayList<Scope>();
        for (int i = 0; i < band.workshops().size(); i++) {
            int index = i;
            List<GroupId> groups = workshops.entrySet().stream()
                    .filter(one -> one.getValue() == index)
                    .map(Map.Entry::getKey)
                    .toList();
            scopes.add(new Scope(band.workshops().get(i), List.of(), groups, List.of()));
        }
        return scopes;
    }

    private static int rounds(Scope scope, ScopeView view, Workshop workshop) {
        int rounds = 0;
        for (int first = 0; first < scope.groups().size(); first += workshop.sections()) {
            boolean isOffered = false;
            for (int section = 0; section < workshop.sections(); section++) {
                isOffered |= view.groupSize(first + section) > 0;
            }
            rounds += isOffered ? 1 : 0;
        }
        return rounds;
    }

    /** Charges a student with wishes who is in some round, but never in a workshop that the student wished for. */
    private Rule noWish() {
        return LocalRule.local(NO_WISH, studentsWithWishes(), (scope, view, charge) -> {
            Map<Integer, Integer> own = wishes(scope);
            int joined = 0;
            int wished = 0;
            for (int round = 0; round < scope.memberships().size(); round++) {
                int workshop = joined(view, round);
                joined += workshop >= 0 ? 1 : 0;
                wished += own.containsKey(workshop) ? 1 : 0;
            }
            charge.add(joined > 0 && wished == 0 ? 1 : 0, scope.key());
        });
    }

    private List<Scope> studentsWithWishes() {
        Set<StudentId> with = points.keySet();
        return students.stream()
                .filter(one -> one.key() instanceof StudentId id && with.contains(id))
                .toList();
    }

    private Map<Integer, Integer> wishes(Scope scope) {
        return points.getOrDefault((StudentId) scope.key(), Map.of());
    }

    /** Charges a student in each round the points that its workshop has less than 10. */
    private Rule wishMissed() {
        return LocalRule.local(WISH_MISSED, studentsWithWishes(), (scope, view, charge) -> {
            Map<Integer, Integer> own = wishes(scope);
            int missed = 0;
            for (int round = 0; round < scope.memberships().size(); round++) {
                int workshop = joined(view, round);
                missed += workshop >= 0 ? WorkshopWish.MOST_POINTS - own.getOrDefault(workshop, 0) : 0;
            }
            charge.add(missed, scope.key());
        });
    }

    /** Charges a student each round in the same workshop as the round before, unless the student wished for it. */
    private Rule sameAgain() {
        return LocalRule.local(SAME_AGAIN, students, (scope, view, charge) -> {
            Map<Integer, Integer> own = wishes(scope);
            int again = 0;
            for (int round = 1; round < scope.memberships().size(); round++) {
                int workshop = joined(view, round);
                boolean isSame = workshop >= 0 && workshop == joined(view, round - 1);
                again += isSame && !own.containsKey(workshop) ? 1 : 0;
            }
            charge.add(again, scope.key());
        });
    }
}
