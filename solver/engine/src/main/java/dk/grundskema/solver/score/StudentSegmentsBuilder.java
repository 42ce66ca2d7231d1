package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.StudentSegments.Segment;
import dk.grundskema.solver.score.StudentSegmentsCompiler.LessonOnlyStretch;
import dk.grundskema.solver.spi.DutyVisibility;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the segments of all students, shared by identical students, and computes the cost of lessons alone. */
final class StudentSegmentsBuilder {
    private record SegmentsKey(int profile, StretchSignature times, List<DutyVisibility> visibilities) {}

    private record CachedSegments(StudentSegments studentSegments, List<LessonOnlyStretch> settled) {}

    private static final int[] NONE = {};
    private static final long[] NO_COSTS = {};

    private final Blueprint blueprint;
    private final StudentRules rules;
    private final StudentLessonProfiles lessonsOf;
    private final TimeNumbering numbers;
    private final DutyList list;
    private final SummingPenaltyCollector charge = new SummingPenaltyCollector();
    private final Map<SegmentsKey, CachedSegments> segmentsByKey = new HashMap<>();
    private final long[] settled;
    private final @Nullable StudentSegments[] segmentsOfStudents;
    private final long[][] bases;
    private final int[][] lessons;

    StudentSegmentsBuilder(
            Blueprint blueprint, StudentRules rules, StudentLessonProfiles lessonsOf, TimeNumbering numbers) {
        this.blueprint = blueprint;
        this.rules = rules;
        this.lessonsOf = lessonsOf;
        this.numbers = numbers;
        this.list = new DutyList(blueprint);
        this.settled = new long[rules.all().size()];
        int students = blueprint.students().size();
        this.segmentsOfStudents = new StudentSegments[students];
        this.bases = new long[students][];
        this.lessons = new int[students][];
        Arrays.fill(bases, NO_COSTS);
        Arrays.fill(lessons, NONE);
    }

    long[] settledCosts() {
        return settled;
    }

    @Nullable
    StudentSegments[] segmentsOfStudents() {
        return segmentsOfStudents;
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
        var alike = new SegmentsKey(
                profile,
                new StretchSignature(Arrays.stream(times).asLongStream().toArray()),
                rules.visibilities(student));
        CachedSegments cached = segmentsByKey.computeIfAbsent(alike, fresh -> createSegments(student, profile, times));
        cached.settled().forEach(one -> addSettledCost(student, one));
        for (int rule : cached.studentSegments().alone()) {
            if (!rules.rule(rule).isIgnoringLessons()) {
                settled[rule] += costOf(rule, student, lessonsOf.spotsOfProfile(profile));
            }
        }
        if (times.length > 0) {
            segmentsOfStudents[number] = cached.studentSegments();
            bases[number] = computeBase(student, cached.studentSegments());
            lessons[number] = cached.studentSegments().rest().isEmpty() ? NONE : lessonsOf.spotsOfProfile(profile);
        } else if (!cached.studentSegments().rest().isEmpty()) {
            addSettledWholeCosts(student, lessonsOf.spotsOfProfile(profile));
        }
    }

    private CachedSegments createSegments(Student student, int profile, int[] times) {
        var compiler =
                new StudentSegmentsCompiler(blueprint.spots(), numbers, lessonsOf.spotsOfProfile(profile), times);
        rules.layers(student).forEach(compiler::add);
        return new CachedSegments(
                compiler.createSegments(
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
    private long[] computeBase(Student student, StudentSegments studentSegments) {
        long[] base = new long[studentSegments.costs()];
        for (Segment segment : studentSegments.segments()) {
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
