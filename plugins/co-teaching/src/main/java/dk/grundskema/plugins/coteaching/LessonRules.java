package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.coteaching.AskedFor.Pattern;
import dk.grundskema.plugins.coteaching.AskedFor.Taught;
import dk.grundskema.solver.spi.Charge;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Rules about which lessons have a second adult. Amounts are minutes, weighted with weeks and need. */
final class LessonRules {
    private final AskedFor asked;

    LessonRules(AskedFor asked) {
        this.asked = asked;
    }

    /** A lesson stays where it is. */
    Rule timetable() {
        return perLesson(CoTeachingRules.TIMETABLE, pattern -> true, (scope, pattern, taught, view, charge) -> {
            MeetingTime time = view.time(0);
            if (time != null && !time.equals(taught.session().times().getFirst())) {
                charge.add(1, taught.session().id());
            }
        });
    }

    /** Each class has its minimum in a full week: missing minutes count with the weeks of the span and the class's need. */
    Rule minimum() {
        var scopes = asked.patterns().stream()
                .filter(pattern -> !pattern.isTwoAlways())
                .map(pattern -> new Scope(pattern, pattern.sessions(), List.of(), List.of()))
                .toList();
        return local(CoTeachingRules.MINIMUM, scopes, (scope, view, charge) -> {
            var pattern = (Pattern) scope.key();
            long missing = pattern.asked() - given(pattern, view);
            if (missing > 0) {
                charge.add(
                        missing * weight(pattern),
                        pattern.need().groupId(),
                        pattern.span().first(),
                        missing);
            }
        });
    }

    /** Minutes a week that a class has; its lessons are the scope's first sessions. */
    static long given(Pattern pattern, ScopeView view) {
        long given = 0;
        for (int i = 0; i < pattern.lessons().size(); i++) {
            given += isHeld(i, view) ? pattern.lessons().get(i).minutes() : 0;
        }
        return given;
    }

    static boolean isHeld(int session, ScopeView view) {
        for (int seat = 0; seat < view.seats(session); seat++) {
            if (view.holderIndex(session, seat) >= 0) {
                return true;
            }
        }
        return false;
    }

    static long weight(Pattern pattern) {
        return (long) pattern.weeks().size() * pattern.priority();
    }

    /** With two adults always, each lesson with one adult costs its minutes. */
    Rule twoAdults() {
        return perLesson(CoTeachingRules.TWO_ADULTS, Pattern::isTwoAlways, (scope, pattern, taught, view, charge) -> {
            if (!isHeld(0, view)) {
                charge.add(
                        taught.minutes() * weight(pattern),
                        taught.session().id(),
                        taught.session().times().getFirst().weeks().first());
            }
        });
    }

    /** Parallel teaching with a co-teacher, but without a second room costs a quarter of the lesson's minutes: less than the last half lesson that a class misses of 10.5 or 14.5. */
    Rule secondRoom() {
        return perLesson(CoTeachingRules.SECOND_ROOM, pattern -> true, (scope, pattern, taught, view, charge) -> {
            boolean isParallel = taught.session().form().equals(Form.PARALLEL.word());
            if (isParallel && isHeld(0, view) && view.room(0) == null) {
                charge.add(
                        Math.max(1, taught.minutes() * weight(pattern) / 4),
                        taught.session().id());
            }
        });
    }

    /** A lesson that could have a co-teacher and has none costs the class's need, in each week. */
    Rule unused() {
        return perLesson(CoTeachingRules.UNUSED, pattern -> true, (scope, pattern, taught, view, charge) -> {
            if (!isHeld(0, view)) {
                charge.add(
                        (long) pattern.priority() * taught.weeks().size(),
                        taught.session().id());
            }
        });
    }

    private interface LessonCost {
        void of(Scope scope, Pattern pattern, Taught taught, ScopeView view, Charge charge);
    }

    private Rule perLesson(RuleType type, Predicate<Pattern> which, LessonCost cost) {
        var scopes = asked.patterns().stream()
                .filter(which)
                .flatMap(pattern -> pattern.sessions().stream())
                .map(Scope::of)
                .toList();
        return local(type, scopes, (scope, view, charge) -> {
            var session = scope.sessions().getFirst();
            cost.of(scope, Objects.requireNonNull(asked.pattern(session)), asked.lesson(session), view, charge);
        });
    }
}
