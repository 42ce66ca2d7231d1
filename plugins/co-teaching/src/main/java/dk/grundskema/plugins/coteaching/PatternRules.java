package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.SpanLesson;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Declares the rules about the distribution of a class's co-teaching over the week and from span to span. */
final class PatternRules {
    private static final int DAYS = DayOfWeek.values().length;

    private final CoTeachingDemandIndex demandIndex;

    PatternRules(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
    }

    /** A class's co-taught lessons are spread over its days. Costs 1 in each week for each lesson beyond a day's even share. */
    Rule evenSpread() {
        var scopes = demandIndex.patterns().stream()
                .filter(pattern -> !pattern.isTwoAlways())
                .map(pattern -> new Scope(pattern, pattern.sessions(), List.of(), List.of()))
                .toList();
        return local(CoTeachingRules.SPREAD, scopes, (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            int[] perDay = new int[DAYS];
            int[] possible = new int[DAYS];
            int all = 0;
            for (int i = 0; i < pattern.lessons().size(); i++) {
                int day = pattern.lessons().get(i).lesson().time().weekday().ordinal();
                possible[day]++;
                if (LessonRules.hasCoTeacher(i, view)) {
                    perDay[day]++;
                    all++;
                }
            }
            charge.add(
                    (long) lessonsBeyondShare(all, perDay, possible)
                            * pattern.weeks().size(),
                    pattern.need().groupId(),
                    pattern.span().first());
        });
    }

    private static int lessonsBeyondShare(int all, int[] perDay, int[] possible) {
        int days = 0;
        for (int lessons : possible) {
            days += lessons > 0 ? 1 : 0;
        }
        int share = Math.ceilDiv(all, Math.max(1, days));
        int beyond = 0;
        for (int lessons : perDay) {
            beyond += Math.max(0, lessons - share);
        }
        return beyond;
    }

    /** A lesson keeps its co-teacher from one span to the next. A different one costs the weeks of the later span. */
    Rule continuity() {
        return local(CoTeachingRules.CONTINUITY, pairs(), (scope, view, charge) -> {
            int before = view.seatCount(0) > 0 ? view.holderIndex(0, 0) : -1;
            int after = view.seatCount(1) > 0 ? view.holderIndex(1, 0) : -1;
            if (before >= 0 && after >= 0 && before != after) {
                var later = scope.sessions().get(1);
                charge.add(
                        later.times().getFirst().weeks().size(),
                        later.id(),
                        Objects.requireNonNull(view.holder(1, 0)).id());
            }
        });
    }

    /** Returns scopes that pair a lesson in a span with the same lesson in the next span in which it is held. */
    private List<Scope> pairs() {
        var scopes = new ArrayList<Scope>();
        Map<Object, SpanLesson> before = new HashMap<>();
        for (ClassPattern pattern : demandIndex.patterns()) {
            for (SpanLesson taught : pattern.lessons()) {
                SpanLesson earlier = before.put(taught.lesson().id(), taught);
                if (earlier != null) {
                    var both = List.of(earlier.session(), taught.session());
                    scopes.add(new Scope(taught.session().id(), both, List.of(), List.of()));
                }
            }
        }
        return scopes;
    }
}
