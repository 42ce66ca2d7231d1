package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.SpanLesson;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Declares the rules about which co-teacher is in which class. */
final class CoTeacherRules {
    /** Lessons a week in one class from which on a co-teacher has many there. Ours. */
    static final int MANY_LESSONS = 4;

    private record SessionAndStaff(SessionId session, StaffId staff) {}

    private record ClassStaffAndWeek(GroupId group, StaffId staff, IsoWeek from) {}

    private record ClassAndStaff(GroupId group, StaffId staff) {}

    private final CoTeachingDemandIndex demandIndex;
    private final CoTeachingContext context;
    private final ComplementarySkills complement;

    CoTeacherRules(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
        this.context = demandIndex.context();
        this.complement = new ComplementarySkills(context.problem());
    }

    /** Only staff of the pool who are qualified for the class's scheme are co-teachers; a lock could assign others. */
    Rule unqualified() {
        return sum(CoTeachingRules.UNQUALIFIED)
                .overSeats((seat, session, time, holder, entries) -> {
                    ClassPattern pattern = demandIndex.patternOf(session);
                    if (pattern != null && seat.role().equals(CoTeachingExpansion.CO_TEACHER)) {
                        CoTeacher entry = context.coTeacher(holder.id());
                        boolean fits = entry != null
                                && entry.isQualified(pattern.need().scheme());
                        entries.add(new SessionAndStaff(session.id(), holder.id()), fits ? 0 : 1);
                    }
                })
                .cost((key, total) -> Math.min(1, total));
    }

    /** Nobody co-teaches in a class, or with a colleague, that the planner has excluded. */
    Rule veto() {
        return sum(CoTeachingRules.VETO)
                .overSeats((seat, session, time, holder, entries) -> {
                    ClassPattern pattern = demandIndex.patternOf(session);
                    if (pattern != null
                            && seat.role().equals(CoTeachingExpansion.CO_TEACHER)
                            && isVetoed(pattern.need(), demandIndex.findLesson(session), holder)) {
                        entries.add(new SessionAndStaff(session.id(), holder.id()), 1);
                    }
                })
                .cost((key, total) -> Math.min(1, total));
    }

    private boolean isVetoed(ClassNeed need, @Nullable SpanLesson taught, StaffMember holder) {
        CoTeacher entry = context.coTeacher(holder.id());
        if (need.never().contains(holder.id())) {
            return true;
        }
        return entry != null
                && (entry.neverClasses().contains(need.groupId())
                        || (taught != null
                                && taught.lesson().staffIds().stream().anyMatch(entry.neverColleagues()::contains)));
    }

    /**
     * Costs the weeks of the span for each co-teacher of a class beyond those that are free, regardless of the number of lessons. Without free
     * ones the cost is a sum, which is faster.
     */
    Rule fewCoTeachers() {
        if (context.parameters().classes().stream()
                .anyMatch(need -> need.limitsOrNone().freeCoTeachers() > 0)) {
            return coTeachersBeyondFree();
        }
        var weeks = weeksOfPatterns();
        return perClassAndPerson(sum(CoTeachingRules.FEW_CO_TEACHERS))
                .cost((key, lessons) -> lessons > 0 ? weeksOf((ClassStaffAndWeek) key, weeks) : 0);
    }

    private Rule coTeachersBeyondFree() {
        var scopes = demandIndex.patterns().stream()
                .map(pattern -> new Scope(pattern, pattern.sessions(), List.of(), List.of()))
                .toList();
        return local(CoTeachingRules.FEW_CO_TEACHERS, scopes, (scope, view, charge) -> {
            var pattern = (ClassPattern) scope.key();
            int free = pattern.need().limitsOrNone().freeCoTeachers();
            int[] found = new int[pattern.lessons().size()];
            int count = 0;
            for (int i = 0; i < found.length; i++) {
                int who = view.seatCount(i) > 0 ? view.holderIndex(i, 0) : -1;
                if (who >= 0 && !isAmong(who, found, count)) {
                    found[count++] = who;
                    if (count > free) {
                        charge.add(
                                pattern.weeks().size(),
                                pattern.need().groupId(),
                                Objects.requireNonNull(view.holder(i, 0)).id(),
                                pattern.span().first());
                    }
                }
            }
        });
    }

    private static boolean isAmong(int who, int[] found, int count) {
        for (int i = 0; i < count; i++) {
            if (found[i] == who) {
                return true;
            }
        }
        return false;
    }

    /** Costs in each week, for each co-teacher with few lessons in a class, the number missing to four. */
    Rule manyLessonsEach() {
        var weeks = weeksOfPatterns();
        return perClassAndPerson(sum(CoTeachingRules.MANY_LESSONS_EACH))
                .cost((key, lessons) -> lessons > 0
                        ? Math.max(0, MANY_LESSONS - lessons) * weeksOf((ClassStaffAndWeek) key, weeks)
                        : 0);
    }

    private SumRule.Builder perClassAndPerson(SumRule.Builder rule) {
        return rule.overSeats((seat, session, time, holder, entries) -> {
            if (demandIndex.findLesson(session) != null) {
                ClassPattern pattern = Objects.requireNonNull(demandIndex.patternOf(session));
                entries.add(
                        new ClassStaffAndWeek(
                                pattern.need().groupId(),
                                holder.id(),
                                pattern.span().first()),
                        1);
            }
        });
    }

    private record ClassAndWeek(GroupId group, IsoWeek from) {}

    private Map<ClassAndWeek, Integer> weeksOfPatterns() {
        var weeks = new HashMap<ClassAndWeek, Integer>();
        for (ClassPattern pattern : demandIndex.patterns()) {
            weeks.put(
                    new ClassAndWeek(pattern.need().groupId(), pattern.span().first()),
                    pattern.weeks().size());
        }
        return weeks;
    }

    private static int weeksOf(ClassStaffAndWeek key, Map<ClassAndWeek, Integer> weeks) {
        return weeks.getOrDefault(new ClassAndWeek(key.group(), key.from()), 0);
    }

    /** Costs the weeks of a lesson whose co-teacher brings none of the skills that it needs. */
    Rule skills() {
        return sum(CoTeachingRules.SKILLS)
                .overSeats((seat, session, time, holder, entries) -> {
                    SpanLesson taught = demandIndex.findLesson(session);
                    if (taught != null && !complement.complements(holder, taught.lesson())) {
                        entries.add(
                                new SessionAndStaff(session.id(), holder.id()),
                                taught.weeks().size());
                    }
                })
                .cost((key, weeks) -> weeks);
    }

    /** Costs the weeks of a lesson whose co-teacher is known to have few years of experience. */
    Rule experience() {
        return sum(CoTeachingRules.EXPERIENCE)
                .overSeats((seat, session, time, holder, entries) -> {
                    SpanLesson taught = demandIndex.findLesson(session);
                    if (taught != null && isInexperienced(holder)) {
                        ClassPattern pattern = Objects.requireNonNull(demandIndex.patternOf(session));
                        entries.add(
                                new ClassAndStaff(pattern.need().groupId(), holder.id()),
                                taught.weeks().size());
                    }
                })
                .cost((key, weeks) -> weeks);
    }

    private boolean isInexperienced(StaffMember holder) {
        CoTeacher entry = context.coTeacher(holder.id());
        Integer years = entry == null ? null : entry.yearsOfExperience();
        return years != null && years < context.parameters().experienceYears();
    }
}
