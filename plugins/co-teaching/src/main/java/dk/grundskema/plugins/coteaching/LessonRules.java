package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.SpanLesson;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Declares the rules about which lessons have a second adult. Amounts are minutes, weighted with weeks and need. */
final class LessonRules {
    private final CoTeachingDemandIndex demandIndex;

    LessonRules(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
    }

    /** A lesson keeps its time. */
    Rule timetable() {
        return perLesson(CoTeachingRules.TIMETABLE, pattern -> true, (scope, pattern, taught, view, charge) -> {
            MeetingTime time = view.time(0);
            if (time != null && !time.equals(taught.session().times().getFirst())) {
                charge.add(1, taught.session().id());
            }
        });
    }

    /**
     * Each class has its minimum in a full week. Missing minutes are weighted with the weeks of the span and the class's need.
     */
    Rule minimumLessonsPerClass() {
        var scopes = demandIndex.patterns().stream()
                .filter(pattern -> !pattern.isTwoAlways())
                .map(pattern -> new Scope(pattern, pattern.sessions(), List.of(), List.of()))
                .toList();
        return local(CoTeachingRules.MINIMUM, scopes, (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            long missing = pattern.asked() - givenMinutes(pattern, view);
            if (missing > 0) {
                charge.add(
                        missing * weight(pattern),
                        pattern.need().groupId(),
                        pattern.span().first(),
                        Figure.ofLack(LessonCountConverter.fromMinutes(
                                missing, demandIndex.context().parameters())));
            }
        });
    }

    /** Returns a class's co-taught minutes a week. Its lessons are the scope's first sessions. */
    static long givenMinutes(ClassPattern pattern, ScopeView view) {
        long given = 0;
        for (int i = 0; i < pattern.lessons().size(); i++) {
            given += hasCoTeacher(i, view) ? pattern.lessons().get(i).minutes() : 0;
        }
        return given;
    }

    static boolean hasCoTeacher(int session, ScopeView view) {
        for (int seat = 0; seat < view.seatCount(session); seat++) {
            if (view.holderIndex(session, seat) >= 0) {
                return true;
            }
        }
        return false;
    }

    static long weight(ClassPattern pattern) {
        return (long) pattern.weeks().size() * pattern.priority();
    }

    /** With two adults always, each lesson with one adult costs its minutes. */
    Rule twoAdults() {
        return perLesson(
                CoTeachingRules.TWO_ADULTS, ClassPattern::isTwoAlways, (scope, pattern, taught, view, charge) -> {
                    if (!hasCoTeacher(0, view)) {
                        charge.add(
                                taught.minutes() * weight(pattern),
                                taught.session().id(),
                                taught.session().times().getFirst().weeks().first());
                    }
                });
    }

    /**
     * Parallel teaching with a co-teacher but without a second room costs a quarter of the lesson's minutes. That is less than
     * the last half lesson that a class misses of 10.5 or 14.5.
     */
    Rule secondRoom() {
        return perLesson(CoTeachingRules.SECOND_ROOM, pattern -> true, (scope, pattern, taught, view, charge) -> {
            boolean isParallel = taught.session().form().equals(TeachingForm.PARALLEL.word());
            if (isParallel && hasCoTeacher(0, view) && view.room(0) == null) {
                charge.add(
                        Math.max(1, taught.minutes() * weight(pattern) / 4),
                        taught.session().id());
            }
        });
    }

    private static boolean costsBeyondMinimum(ClassPattern pattern) {
        return pattern.need().limitsOrNone().costBeyondMinimum() && !pattern.isTwoAlways();
    }

    /**
     * A class whose lessons beyond the minimum cost has no more than needed. Costs in each week the lessons that it could do without: the minutes
     * above the minimum divided by those of its shortest co-taught lesson, rounded down. No rule if there is no such class.
     */
    List<Rule> beyondMinimum() {
        var scopes = demandIndex.patterns().stream()
                .filter(LessonRules::costsBeyondMinimum)
                .map(pattern -> new Scope(pattern, pattern.sessions(), List.of(), List.of()))
                .toList();
        if (scopes.isEmpty()) {
            return List.of();
        }
        return List.of(local(CoTeachingRules.BEYOND_MINIMUM, scopes, (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            long given = 0;
            long shortest = Long.MAX_VALUE;
            for (int i = 0; i < pattern.lessons().size(); i++) {
                if (hasCoTeacher(i, view)) {
                    int minutes = pattern.lessons().get(i).minutes();
                    given += minutes;
                    shortest = Math.min(shortest, Math.max(1, minutes));
                }
            }
            long beyond = Math.max(0, given - pattern.asked()) / shortest;
            charge.add(
                    beyond * pattern.weeks().size(),
                    pattern.need().groupId(),
                    pattern.span().first(),
                    beyond);
        }));
    }

    /**
     * A lesson that could have a co-teacher and has none costs the class's need in each week, unless the class's lessons beyond the minimum cost.
     */
    Rule unused() {
        return perLesson(
                CoTeachingRules.UNUSED,
                pattern -> !costsBeyondMinimum(pattern),
                (scope, pattern, taught, view, charge) -> {
                    if (!hasCoTeacher(0, view)) {
                        charge.add(
                                (long) pattern.priority() * taught.weeks().size(),
                                taught.session().id());
                    }
                });
    }

    private interface LessonCost {
        void charge(Scope scope, ClassPattern pattern, SpanLesson taught, ScopeView view, PenaltyCollector charge);
    }

    private Rule perLesson(RuleType type, Predicate<ClassPattern> which, LessonCost cost) {
        var scopes = demandIndex.patterns().stream()
                .filter(which)
                .flatMap(pattern -> pattern.sessions().stream())
                .map(Scope::of)
                .toList();
        return local(type, scopes, (scope, view, charge) -> {
            var session = scope.sessions().getFirst();
            cost.charge(
                    scope,
                    Objects.requireNonNull(demandIndex.patternOf(session)),
                    demandIndex.requireLesson(session),
                    view,
                    charge);
        });
    }
}
