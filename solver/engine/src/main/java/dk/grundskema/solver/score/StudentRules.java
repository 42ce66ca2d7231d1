package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.score.CompiledRules.Windows;
import dk.grundskema.solver.score.StudentFoldCompiler.Layer;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.Sight;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules over students, by how far they see.
 *
 * @param all   the rules of all shapes and owners
 * @param over  those over students
 * @param days  the horizon's days
 * @param weeks the horizon's weeks
 */
record StudentRules(List<Rule> all, OwnerRules over, Windows days, Windows weeks) {
    /** Rules that see less than this are looked at together: a day with its night is short enough. */
    private static final long SHORT = 12 * 60;

    TimelineRule rule(int number) {
        return (TimelineRule) all.get(number);
    }

    /** What each rule sees of a student; students of equal sights may share a fold. */
    List<Sight> sights(Student student) {
        return Stream.of(over.horizon(), over.day(), over.week())
                .flatMapToInt(set -> Arrays.stream(set.numbers()))
                .mapToObj(number -> rule(number).sight(student))
                .toList();
    }

    /** Rules that look at stretches, those that look at the same ones together. */
    List<Layer> layers(Student student) {
        var layers = new ArrayList<Layer>();
        for (boolean sessionsOnly : new boolean[] {false, true}) {
            for (boolean isShort : new boolean[] {true, false}) {
                int[] some = nearby(student, over.horizon(), sessionsOnly)
                        .filter(number -> minutes(number, student) <= SHORT == isShort)
                        .toArray();
                add(layers, some, student, null, sessionsOnly);
            }
            add(layers, nearby(student, over.day(), sessionsOnly).toArray(), student, days, sessionsOnly);
            add(layers, nearby(student, over.week(), sessionsOnly).toArray(), student, weeks, sessionsOnly);
        }
        return layers;
    }

    private long minutes(int number, Student student) {
        return rule(number).sight(student).minutes();
    }

    private IntStream nearby(Student student, RuleSet some, boolean sessionsOnly) {
        return seeing(student, some, Sight.Kind.NEARBY)
                .filter(number -> rule(number).isSeeingSessionsOnly() == sessionsOnly);
    }

    private void add(List<Layer> layers, int[] some, Student student, @Nullable Windows windows, boolean sessionsOnly) {
        if (some.length > 0) {
            long farthest = Arrays.stream(some)
                    .mapToLong(number -> minutes(number, student))
                    .max()
                    .orElse(0);
            layers.add(new Layer(some, farthest, windows, sessionsOnly));
        }
    }

    private IntStream seeing(Student student, RuleSet some, Sight.Kind kind) {
        return Arrays.stream(some.numbers())
                .filter(number -> rule(number).sight(student).kind() == kind);
    }

    /** Numbers of the rules that look at each duty by itself. */
    int[] alone(Student student) {
        return Stream.of(over.horizon(), over.day(), over.week())
                .flatMapToInt(set -> seeing(student, set, Sight.Kind.ALONE))
                .toArray();
    }

    /** Rules that have to see everything at once. */
    WholeCosts whole(Student student) {
        return new WholeCosts(
                new OwnerRules(whole(student, over.horizon()), whole(student, over.day()), whole(student, over.week())),
                days,
                weeks);
    }

    private RuleSet whole(Student student, RuleSet some) {
        int[] numbers = seeing(student, some, Sight.Kind.EVERYTHING).toArray();
        return new RuleSet(Arrays.stream(numbers).mapToObj(this::rule).toList(), numbers);
    }
}
