package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.StudentFold.Segment;
import dk.grundskema.solver.score.StudentFoldCompiler.Settled;
import dk.grundskema.solver.spi.Sight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the folds of one student after the other, one for all who are alike, and works out what lessons alone cost. */
final class StudentFolds {
    private record Alike(int profile, Likeness times, List<Sight> sights) {}

    private record Folded(StudentFold fold, List<Settled> settled) {}

    private static final int[] NONE = {};
    private static final long[] NOTHING = {};

    private final Blueprint blueprint;
    private final StudentRules rules;
    private final LessonsOfStudents lessonsOf;
    private final TimeNumbers numbers;
    private final DutyList list;
    private final SumCharge charge = new SumCharge();
    private final Map<Alike, Folded> known = new HashMap<>();
    private final long[] settled;
    private final @Nullable StudentFold[] folds;
    private final long[][] bases;
    private final int[][] lessons;

    StudentFolds(Blueprint blueprint, StudentRules rules, LessonsOfStudents lessonsOf, TimeNumbers numbers) {
        this.blueprint = blueprint;
        this.rules = rules;
        this.lessonsOf = lessonsOf;
        this.numbers = numbers;
        this.list = new DutyList(blueprint);
        this.settled = new long[rules.all().size()];
        int students = blueprint.students().size();
        this.folds = new StudentFold[students];
        this.bases = new long[students][];
        this.lessons = new int[students][];
        Arrays.fill(bases, NOTHING);
        Arrays.fill(lessons, NONE);
    }

    long[] settled() {
        return settled;
    }

    @Nullable
    StudentFold[] folds() {
        return folds;
    }

    long[][] bases() {
        return bases;
    }

    int[][] lessons() {
        return lessons;
    }

    /** Adds a student who may take part in something at times of these numbers, in ascending order. */
    void add(int number, int[] times) {
        Student student = blueprint.students().get(number);
        int profile = lessonsOf.profile(number);
        var alike = new Alike(
                profile, new Likeness(Arrays.stream(times).asLongStream().toArray()), rules.sights(student));
        Folded folded = known.computeIfAbsent(alike, fresh -> fold(student, profile, times));
        folded.settled().forEach(one -> settle(student, one));
        for (int rule : folded.fold().alone()) {
            if (!rules.rule(rule).isSeeingSessionsOnly()) {
                settled[rule] += cost(rule, student, lessonsOf.spots(profile));
            }
        }
        if (times.length > 0) {
            folds[number] = folded.fold();
            bases[number] = base(student, folded.fold());
            lessons[number] = folded.fold().rest().isEmpty() ? NONE : lessonsOf.spots(profile);
        } else if (!folded.fold().rest().isEmpty()) {
            settleWhole(student, lessonsOf.spots(profile));
        }
    }

    private Folded fold(Student student, int profile, int[] times) {
        var compiler = new StudentFoldCompiler(blueprint.spots(), numbers, lessonsOf.spots(profile), times);
        rules.layers(student).forEach(compiler::add);
        return new Folded(
                compiler.fold(rules.alone(student), rules.whole(student).rules()), compiler.settled());
    }

    private void settle(Student student, Settled one) {
        for (int rule : one.rules()) {
            settled[rule] += one.times() * cost(rule, student, one.lessons());
        }
    }

    private long cost(int rule, Student student, int[] spots) {
        if (spots.length == 0) {
            return 0;
        }
        list.begin(student, true);
        for (int spot : spots) {
            list.add(spot, 1);
        }
        charge.total = 0;
        rules.rule(rule).cost().of(list, charge);
        return charge.total;
    }

    /** What segments cost with lessons alone, which is settled too. */
    private long[] base(Student student, StudentFold fold) {
        long[] base = new long[fold.costs()];
        for (Segment segment : fold.segments()) {
            for (int i = 0; i < segment.rules().length; i++) {
                int rule = segment.rules()[i];
                long cost = segment.times() * cost(rule, student, segment.lessons());
                base[segment.offset() + i] = cost;
                settled[rule] += cost;
            }
        }
        return Arrays.stream(base).allMatch(cost -> cost == 0) ? NOTHING : base;
    }

    private void settleWhole(Student student, int[] spots) {
        WholeCosts whole = rules.whole(student);
        int[] ofRule = whole.numbers();
        long[] costs = whole.of(student, spots, list, charge);
        for (int i = 0; i < costs.length; i++) {
            settled[ofRule[i]] += costs[i];
        }
    }
}
