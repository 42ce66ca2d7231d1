package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declares the rules about a class's shared preparation: that it takes place, and between the adults who share most lessons. */
final class PreparationRules {
    private static final int CO_TEACHER = 0;
    private static final int TEACHER = 1;

    private final CoTeachingDemandIndex demandIndex;
    private final CoTeachingContext context;

    PreparationRules(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
        this.context = demandIndex.context();
    }

    /**
     * A class with co-teaching has shared preparation. Missing preparation costs its minutes, weighted with weeks and need, and
     * in proportion to the lessons while the class has less than its minimum. Otherwise the first lesson of a class would cost
     * more than none.
     */
    Rule missingPreparation() {
        var scopes = demandIndex.patterns().stream()
                .filter(pattern -> minutes(pattern) > 0)
                .map(PreparationRules::scope)
                .toList();
        return local(CoTeachingRules.PREPARATION, scopes, (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            long given = Math.min(pattern.asked(), LessonRules.givenMinutes(pattern, view));
            if (given > 0 && !isComplete(pattern, view)) {
                charge.add(
                        Math.max(1, minutes(pattern) * LessonRules.weight(pattern) * given / pattern.asked()),
                        pattern.need().groupId(),
                        pattern.span().first(),
                        minutes(pattern));
            }
        });
    }

    private int minutes(ClassPattern pattern) {
        return context.parameters().preparation().minutes(pattern.need().scheme());
    }

    private static Scope scope(ClassPattern pattern) {
        var sessions = new ArrayList<>(pattern.sessions());
        if (pattern.preparation() != null) {
            sessions.add(pattern.preparation());
        }
        return new Scope(pattern, sessions, List.of(), List.of());
    }

    private static boolean isComplete(ClassPattern pattern, ScopeView view) {
        int own = pattern.lessons().size();
        return pattern.preparation() != null
                && view.time(own) != null
                && view.holderIndex(own, CO_TEACHER) >= 0
                && view.holderIndex(own, TEACHER) >= 0;
    }

    /**
     * The co-teacher with most lessons in the class attends the preparation. Costs in each week how many more lessons another one
     * has. No rule if it does not count.
     */
    List<Rule> mainCoTeacher() {
        return switch (context.parameters().preparation().mainCoTeacher()) {
            case OFF -> List.of();
            case WISH -> List.of(mainCoTeacher(CoTeachingRules.MAIN_CO_TEACHER));
            case GUIDELINE -> List.of(mainCoTeacher(CoTeachingRules.MAIN_MEDIUM));
            case REQUIREMENT -> List.of(mainCoTeacher(CoTeachingRules.MAIN_HARD));
        };
    }

    private Rule mainCoTeacher(RuleType type) {
        return local(type, preparedScopes(), (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            int own = pattern.lessons().size();
            StaffMember holder = view.holder(own, CO_TEACHER);
            if (holder == null || view.time(own) == null) {
                return;
            }
            Map<StaffId, Integer> lessons = new HashMap<>();
            for (int i = 0; i < own; i++) {
                StaffMember one = firstHolder(i, view);
                if (one != null) {
                    lessons.merge(one.id(), 1, Integer::sum);
                }
            }
            charge.add(
                    lessonsBehind(holder, lessons, pattern),
                    pattern.need().groupId(),
                    holder.id(),
                    pattern.span().first());
        });
    }

    /**
     * The class's teacher with most co-taught lessons attends the preparation. Costs in each week how many more lessons another
     * one has.
     */
    Rule mainTeacher() {
        return local(CoTeachingRules.MAIN_TEACHER, preparedScopes(), (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            int own = pattern.lessons().size();
            StaffMember holder = view.holder(own, TEACHER);
            if (holder == null || view.time(own) == null) {
                return;
            }
            Map<StaffId, Integer> lessons = new HashMap<>();
            for (int i = 0; i < own; i++) {
                if (LessonRules.hasCoTeacher(i, view)) {
                    pattern.lessons().get(i).lesson().staffIds().forEach(who -> lessons.merge(who, 1, Integer::sum));
                }
            }
            charge.add(
                    lessonsBehind(holder, lessons, pattern),
                    pattern.need().groupId(),
                    holder.id(),
                    pattern.span().first());
        });
    }

    private List<Scope> preparedScopes() {
        return demandIndex.patterns().stream()
                .filter(pattern -> pattern.preparation() != null)
                .map(PreparationRules::scope)
                .toList();
    }

    private static @Nullable StaffMember firstHolder(int session, ScopeView view) {
        for (int seat = 0; seat < view.seatCount(session); seat++) {
            StaffMember holder = view.holder(session, seat);
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }

    private static long lessonsBehind(StaffMember holder, Map<StaffId, Integer> lessons, ClassPattern pattern) {
        int most = lessons.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return (long) (most - lessons.getOrDefault(holder.id(), 0))
                * pattern.weeks().size();
    }
}
