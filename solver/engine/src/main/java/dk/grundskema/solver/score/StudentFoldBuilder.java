package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.StudentFold.Segment;
import dk.grundskema.solver.score.StudentFoldCompiler.LessonOnlyStretch;
import dk.grundskema.solver.spi.DutyVisibility;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the folds of all students, one shared fold for identical students, and computes the cost of lessons alone. */
final class StudentFoldBuilder {
    private record FoldKey(int profile, StretchSignature times, List<DutyVisibility> sights) {}

    private record CachedFold(StudentFold fold, List<LessonOnlyStretch> settled) {}

    private static final int[] NONE = {};
    private static final long[] NO_COSTS = {};

    private final Blueprint blueprint;
    private final StudentRules rules;
    private final StudentLessonProfiles lessonsOf;
    private final TimeNumbering numbers;
    private final DutyList list;
    private final SummingPenaltyCollector charge = new SummingPenaltyCollector();
    private final Map<FoldKey, CachedFold> foldsByKey = new HashMap<>();
    private final long[] settled;
    private final @Nullable StudentFold[] folds;
    private final long[][] bases;
    private final int[][] lessons;

    StudentFoldBuilder(
            Blueprint blueprint, StudentRules rules, StudentLessonProfiles lessonsOf, TimeNumbering numbers) {
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
        Arrays.fill(bases, NO_COSTS);
        Arrays.fill(lessons, NONE);
    }

    long[] settledCosts() {
        return settled;
    }

    @Nullable
    StudentFold[] folds() {
        return folds;
    }

    long[][] baseCosts() {
        return bases;
    }

    int[][] lessons() {
        return lessons;
    }

    /** Adds a student who may take part in sessions at these times, given as numbers in ascending order. */
    void addStudent(int number, int[] times) {
        Student student = blueprint.students().get(number);
        int profile = lessonsOf.profileOf(number);
        var alike = new FoldKey(
                profile,
                new StretchSignature(Arrays.stream(times).asLongStream().toArray()),
                rules.sights(student));
        CachedFold folded = foldsByKey.computeIfAbsent(alike, fresh -> createFold(student, profile, times));
        folded.settled().forEach(one -> addSettledCost(student, one));
        for (int rule : folded.fold().alone()) {
            if (!rules.rule(rule).isIgnoringLessons()) {
                settled[rule] += costOf(rule, student, lessonsOf.spotsOfProfile(profile));
            }
        }
        if (times.length > 0) {
            folds[number] = folded.fold();
            bases[number] = computeBase(student, folded.fold());
            lessons[number] = folded.fold().rest().isEmpty() ? NONE : lessonsOf.spotsOfProfile(profile);
        } else if (!folded.fold().rest().isEmpty()) {
            addSettledWholeCosts(student, lessonsOf.spotsOfProfile(profile));
        }
    }

    private CachedFold createFold(Student student, int profile, int[] times) {
        var compiler = new StudentFoldCompiler(blueprint.spots(), numbers, lessonsOf.spotsOfProfile(profile), times);
        rules.layers(student).forEach(compiler::add);
        return new CachedFold(
                compiler.createFold(
                        rules.singleDutyRules(student),
                        rules.wholeViewRules(student).rules()),
                compiler.lessonOnlyStretches());
    }

    private void addSettledCost(Student student, LessonOnlyStretch one) {
        for (int rule : one.rules()) {
            settled[rule] += one.times() * costOf(rule, student, one.lessons());
        }
    }

    private long costOf(int rule, Student student, int[] spots) {
        if (spots.length == 0) {
            return 0;
        }
        list.begin(student, true);
        for (int spot : spots) {
            list.add(spot, 1);
        }
        charge.total = 0;
        rules.rule(rule).cost().charge(list, charge);
        return charge.total;
    }

    /** Computes the cost of segments with lessons alone, which is constant too. */
    private long[] computeBase(Student student, StudentFold fold) {
        long[] base = new long[fold.costs()];
        for (Segment segment : fold.segments()) {
            for (int i = 0; i < segment.rules().length; i++) {
                int rule = segment.rules()[i];
                long cost = segment.times() * costOf(rule, student, segment.lessons());
                base[segment.offset() + i] = cost;
                settled[rule] += cost;
            }
        }
        return Arrays.stream(base).allMatch(cost -> cost == 0) ? NO_COSTS : base;
    }

    private void addSettledWholeCosts(Student student, int[] spots) {
        AllDutiesCosts whole = rules.wholeViewRules(student);
        int[] ofRule = whole.ruleNumbers();
        long[] costs = whole.costsOf(student, spots, list, charge);
        for (int i = 0; i < costs.length; i++) {
            settled[ofRule[i]] += costs[i];
        }
    }
}
