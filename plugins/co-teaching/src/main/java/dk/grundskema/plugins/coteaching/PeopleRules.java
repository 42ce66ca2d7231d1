package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.AskedFor.Pattern;
import dk.grundskema.plugins.coteaching.AskedFor.Taught;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules about who is in which class. */
final class PeopleRules {
    /** Lessons a week from which on somebody has many in a class. Ours. */
    static final int MANY_LESSONS = 4;

    private record SessionAndStaff(SessionId session, StaffId staff) {}

    private record ClassStaffAndWeek(GroupId group, StaffId staff, IsoWeek from) {}

    private record ClassAndStaff(GroupId group, StaffId staff) {}

    private final AskedFor asked;
    private final CoTeachingFrame frame;
    private final Complement complement;

    PeopleRules(AskedFor asked) {
        this.asked = asked;
        this.frame = asked.frame();
        this.complement = new Complement(frame.problem());
    }

    /** Only those of the pool who are qualified for the class's scheme are co-teachers; a lock could put others there. */
    Rule unqualified() {
        return sum(CoTeachingRules.UNQUALIFIED)
                .overSeats((seat, session, time, holder, entries) -> {
                    Pattern pattern = asked.pattern(session);
                    if (pattern != null && seat.role().equals(CoTeachingExpansion.CO_TEACHER)) {
                        CoTeacher entry = frame.coTeacher(holder.id());
                        boolean fits = entry != null
                                && entry.isQualified(pattern.need().scheme());
                        entries.add(new SessionAndStaff(session.id(), holder.id()), fits ? 0 : 1);
                    }
                })
                .cost((key, total) -> Math.min(1, total));
    }

    /** Nobody is in a class, or in the lessons of a colleague, where the planner doesn't want it. */
    Rule veto() {
        return sum(CoTeachingRules.VETO)
                .overSeats((seat, session, time, holder, entries) -> {
                    Pattern pattern = asked.pattern(session);
                    if (pattern != null
                            && seat.role().equals(CoTeachingExpansion.CO_TEACHER)
                            && isVetoed(pattern.need(), asked.taught(session), holder)) {
                        entries.add(new SessionAndStaff(session.id(), holder.id()), 1);
                    }
                })
                .cost((key, total) -> Math.min(1, total));
    }

    private boolean isVetoed(ClassNeed need, @Nullable Taught taught, StaffMember holder) {
        CoTeacher entry = frame.coTeacher(holder.id());
        if (need.never().contains(holder.id())) {
            return true;
        }
        return entry != null
                && (entry.neverClasses().contains(need.groupId())
                        || (taught != null
                                && taught.lesson().staffIds().stream().anyMatch(entry.neverColleagues()::contains)));
    }

    /** Each co-teacher of a class costs the weeks of the span, however many lessons there are. */
    Rule fewCoTeachers() {
        var weeks = weeksOfPatterns();
        return perClassAndPerson(sum(CoTeachingRules.FEW_CO_TEACHERS))
                .cost((key, lessons) -> lessons > 0 ? weeksOf((ClassStaffAndWeek) key, weeks) : 0);
    }

    /** Whoever has few lessons in a class costs what is missing to four, in each week. */
    Rule manyLessonsEach() {
        var weeks = weeksOfPatterns();
        return perClassAndPerson(sum(CoTeachingRules.MANY_LESSONS_EACH))
                .cost((key, lessons) -> lessons > 0
                        ? Math.max(0, MANY_LESSONS - lessons) * weeksOf((ClassStaffAndWeek) key, weeks)
                        : 0);
    }

    private SumRule.Builder perClassAndPerson(SumRule.Builder rule) {
        return rule.overSeats((seat, session, time, holder, entries) -> {
            if (asked.taught(session) != null) {
                Pattern pattern = Objects.requireNonNull(asked.pattern(session));
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
        for (Pattern pattern : asked.patterns()) {
            weeks.put(
                    new ClassAndWeek(pattern.need().groupId(), pattern.span().first()),
                    pattern.weeks().size());
        }
        return weeks;
    }

    private static int weeksOf(ClassStaffAndWeek key, Map<ClassAndWeek, Integer> weeks) {
        return weeks.getOrDefault(new ClassAndWeek(key.group(), key.from()), 0);
    }

    /** A lesson whose co-teacher brings nothing that it needs costs its weeks. */
    Rule skills() {
        return sum(CoTeachingRules.SKILLS)
                .overSeats((seat, session, time, holder, entries) -> {
                    Taught taught = asked.taught(session);
                    if (taught != null && !complement.brings(holder, taught.lesson())) {
                        entries.add(
                                new SessionAndStaff(session.id(), holder.id()),
                                taught.weeks().size());
                    }
                })
                .cost((key, weeks) -> weeks);
    }

    /** A lesson whose co-teacher is known to have few years of experience costs its weeks. */
    Rule experience() {
        return sum(CoTeachingRules.EXPERIENCE)
                .overSeats((seat, session, time, holder, entries) -> {
                    Taught taught = asked.taught(session);
                    if (taught != null && isNew(holder)) {
                        Pattern pattern = Objects.requireNonNull(asked.pattern(session));
                        entries.add(
                                new ClassAndStaff(pattern.need().groupId(), holder.id()),
                                taught.weeks().size());
                    }
                })
                .cost((key, weeks) -> weeks);
    }

    private boolean isNew(StaffMember holder) {
        CoTeacher entry = frame.coTeacher(holder.id());
        Integer years = entry == null ? null : entry.yearsOfExperience();
        return years != null && years < frame.parameters().experienceYears();
    }
}
