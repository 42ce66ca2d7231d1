package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.ScopeCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            int behind = ScopeCounts.mostHeldByOne(view, own)
                    - ScopeCounts.heldBy(view, own, view.holderIndex(own, CO_TEACHER));
            chargeBehind(behind, pattern, holder, charge);
        });
    }

    private static void chargeBehind(long behind, ClassPattern pattern, StaffMember holder, PenaltyCollector charge) {
        charge.add(
                behind * pattern.weeks().size(),
                pattern.need().groupId(),
                holder.id(),
                pattern.span().first());
    }

    /**
     * The class's teacher with most co-taught lessons attends the preparation. Costs in each week how many more lessons another
     * one has.
     */
    Rule mainTeacher() {
        List<Scope> scopes = preparedScopes().stream()
                .map(scope ->
                        new Scope(TaughtClass.of((ClassPattern) scope.key()), scope.sessions(), List.of(), List.of()))
                .toList();
        return local(CoTeachingRules.MAIN_TEACHER, scopes, (scope, view, charge) -> {
            var taught = (TaughtClass) scope.key();
            int own = taught.pattern.lessons().size();
            StaffMember holder = view.holder(own, TEACHER);
            if (holder != null && view.time(own) != null) {
                chargeBehind(taught.countBehind(holder.id(), view), taught.pattern, holder, charge);
            }
        });
    }

    /**
     * A class with the lessons of its teachers.
     *
     * @param teachers who teaches a lesson of the class
     * @param lessons  indexes of the lessons of each of them
     */
    private record TaughtClass(ClassPattern pattern, List<StaffId> teachers, List<List<Integer>> lessons) {
        static TaughtClass of(ClassPattern pattern) {
            Map<StaffId, List<Integer>> lessons = new LinkedHashMap<>();
            for (int i = 0; i < pattern.lessons().size(); i++) {
                for (StaffId who : pattern.lessons().get(i).lesson().staffIds()) {
                    lessons.computeIfAbsent(who, any -> new ArrayList<>()).add(i);
                }
            }
            return new TaughtClass(pattern, List.copyOf(lessons.keySet()), List.copyOf(lessons.values()));
        }

        /** Returns how many co-taught lessons more than a person the teacher with most of them has. */
        int countBehind(StaffId person, ScopeView view) {
            int most = 0;
            int ofPerson = 0;
            for (int teacher = 0; teacher < teachers.size(); teacher++) {
                int count = countCoTaught(lessons.get(teacher), view);
                most = Math.max(most, count);
                ofPerson = teachers.get(teacher).equals(person) ? count : ofPerson;
            }
            return most - ofPerson;
        }

        private static int countCoTaught(List<Integer> lessons, ScopeView view) {
            int count = 0;
            for (int lesson : lessons) {
                count += LessonRules.hasCoTeacher(lesson, view) ? 1 : 0;
            }
            return count;
        }
    }

    private List<Scope> preparedScopes() {
        return demandIndex.patterns().stream()
                .filter(pattern -> pattern.preparation() != null)
                .map(PreparationRules::scope)
                .toList();
    }
}
