package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.score.CompiledRules.Windows;
import dk.grundskema.solver.score.StudentSegmentsCompiler.RuleLayer;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules over students, arranged by their visibility.
 *
 * @param all the rules of all shapes and owners
 * @param over the rules over students
 * @param days the horizon's days
 * @param weeks the horizon's weeks
 */
record StudentRules(List<Rule> all, OwnerRules over, Windows days, Windows weeks) {
    /**
     * Rules whose visibility is at most this many minutes share one layer, because a day with its night still separates
     * stretches.
     */
    private static final long SHORT = 12 * 60;

    TimelineRule rule(int number) {
        return (TimelineRule) all.get(number);
    }

    /** Returns the visibility of each rule for a student; students with equal visibilities may share segments. */
    List<DutyVisibility> visibilities(Student student) {
        return Stream.of(over.horizon(), over.day(), over.week())
                .flatMapToInt(set -> Arrays.stream(set.numbers()))
                .mapToObj(number -> rule(number).visibility(student))
                .toList();
    }

    /** Returns the rules that look at stretches, grouped by the stretches they look at. */
    List<RuleLayer> layers(Student student) {
        var layers = new ArrayList<RuleLayer>();
        for (boolean sessionsOnly : new boolean[] {false, true}) {
            for (boolean isShort : new boolean[] {true, false}) {
                int[] some = nearbyRules(student, over.horizon(), sessionsOnly)
                        .filter(number -> minutes(number, student) <= SHORT == isShort)
                        .toArray();
                addLayer(layers, some, student, null, sessionsOnly);
            }
            addLayer(layers, nearbyRules(student, over.day(), sessionsOnly).toArray(), student, days, sessionsOnly);
            addLayer(layers, nearbyRules(student, over.week(), sessionsOnly).toArray(), student, weeks, sessionsOnly);
        }
        return layers;
    }

    private long minutes(int number, Student student) {
        return rule(number).visibility(student).minutes();
    }

    private IntStream nearbyRules(Student student, RuleSet some, boolean sessionsOnly) {
        return rulesWithSight(student, some, DutyVisibility.Kind.NEARBY)
                .filter(number -> rule(number).isIgnoringLessons() == sessionsOnly);
    }

    private void addLayer(
            List<RuleLayer> layers, int[] some, Student student, @Nullable Windows windows, boolean sessionsOnly) {
        if (some.length > 0) {
            long farthest = Arrays.stream(some)
                    .mapToLong(number -> minutes(number, student))
                    .max()
                    .orElse(0);
            layers.add(new RuleLayer(some, farthest, windows, sessionsOnly));
        }
    }

    private IntStream rulesWithSight(Student student, RuleSet some, DutyVisibility.Kind kind) {
        return Arrays.stream(some.numbers())
                .filter(number -> rule(number).visibility(student).kind() == kind);
    }

    /** Returns the numbers of the rules that look at each duty separately. */
    int[] singleDutyRules(Student student) {
        return Stream.of(over.horizon(), over.day(), over.week())
                .flatMapToInt(set -> rulesWithSight(student, set, DutyVisibility.Kind.ALONE))
                .toArray();
    }

    /** Returns the rules that must see all duties at once. */
    AllDutiesCosts wholeViewRules(Student student) {
        return new AllDutiesCosts(
                new OwnerRules(
                        wholeViewRules(student, over.horizon()),
                        wholeViewRules(student, over.day()),
                        wholeViewRules(student, over.week())),
                days,
                weeks);
    }

    private RuleSet wholeViewRules(Student student, RuleSet some) {
        int[] numbers =
                rulesWithSight(student, some, DutyVisibility.Kind.EVERYTHING).toArray();
        return new RuleSet(Arrays.stream(numbers).mapToObj(this::rule).toList(), numbers);
    }
}
