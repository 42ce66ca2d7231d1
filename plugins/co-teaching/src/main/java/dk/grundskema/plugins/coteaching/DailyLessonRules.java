package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.SpanLesson;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Declares the rules about the number of a class's co-taught lessons on a day. */
final class DailyLessonRules {
    /**
     * Lessons of a day that are held in the same weeks; those in odd and in even weeks differ.
     *
     * @param lessons places of the lessons in the scope
     * @param weeks   number of weeks
     */
    private record WeekVariant(List<Integer> lessons, int weeks) {
        int coTaughtLessons(ScopeView view) {
            int count = 0;
            for (int i = 0; i < lessons.size(); i++) {
                count += LessonRules.hasCoTeacher(lessons.get(i), view) ? 1 : 0;
            }
            return count;
        }
    }

    /** A day of a class in a span. */
    private record PatternDay(ClassPattern pattern, DayOfWeek weekday, List<WeekVariant> variants) {
        /** Returns the lessons outside the class's limits, summed over all weeks. */
        long lessonsOutside(ScopeView view) {
            ClassLimits limits = pattern.need().limitsOrNone();
            long outside = 0;
            for (int i = 0; i < variants.size(); i++) {
                WeekVariant held = variants.get(i);
                outside += (long) limits.lessonsOutside(held.coTaughtLessons(view)) * held.weeks();
            }
            return outside;
        }
    }

    private final CoTeachingDemandIndex demandIndex;

    DailyLessonRules(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
    }

    /**
     * A class has no fewer and no more co-taught lessons on a day than its limits say. Costs the lessons outside of them, in each week; as a
     * guideline multiplied by the class's need. There is a rule for each strength that some class has.
     */
    List<Rule> lessonsADay() {
        var rules = new ArrayList<Rule>();
        addRule(RuleStrength.REQUIREMENT, CoTeachingRules.DAYS_HARD, rules);
        addRule(RuleStrength.GUIDELINE, CoTeachingRules.DAYS_MEDIUM, rules);
        addRule(RuleStrength.WISH, CoTeachingRules.DAYS, rules);
        return rules;
    }

    private void addRule(RuleStrength strength, RuleType type, List<Rule> rules) {
        var scopes = new ArrayList<Scope>();
        for (ClassPattern pattern : demandIndex.patterns()) {
            if (pattern.need().limitsOrNone().limitsDays(strength)) {
                for (DayOfWeek weekday : DayOfWeek.values()) {
                    addDay(pattern, weekday, scopes);
                }
            }
        }
        if (scopes.isEmpty()) {
            return;
        }
        boolean countsNeed = strength == RuleStrength.GUIDELINE;
        rules.add(local(type, scopes, (scope, view, charge) -> {
            var day = (PatternDay) scope.key();
            ClassPattern pattern = day.pattern();
            charge.add(
                    day.lessonsOutside(view) * (countsNeed ? pattern.priority() : 1),
                    pattern.need().groupId(),
                    day.weekday(),
                    pattern.span().first());
        }));
    }

    private static void addDay(ClassPattern pattern, DayOfWeek weekday, List<Scope> scopes) {
        var ofDay = pattern.lessons().stream()
                .filter(one -> one.lesson().time().weekday() == weekday)
                .toList();
        Map<List<Integer>, Integer> weeks = new LinkedHashMap<>();
        for (IsoWeek week : pattern.weeks()) {
            var held = IntStream.range(0, ofDay.size())
                    .filter(i -> ofDay.get(i).weeks().contains(week))
                    .boxed()
                    .toList();
            if (!held.isEmpty()) {
                weeks.merge(held, 1, Integer::sum);
            }
        }
        if (!weeks.isEmpty()) {
            var variants = weeks.entrySet().stream()
                    .map(held -> new WeekVariant(held.getKey(), held.getValue()))
                    .toList();
            var sessions = ofDay.stream().map(SpanLesson::session).toList();
            scopes.add(new Scope(new PatternDay(pattern, weekday, variants), sessions, List.of(), List.of()));
        }
    }
}
