package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;

/**
 * Declares the rules of co-teaching: those known without a plan, and all rules of one intervention. Medium and soft rules count
 * weeks, so that a pattern of a whole year weighs more than one of three weeks and the costs are comparable with the core's,
 * which count dates.
 */
final class CoTeachingRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part A";
    private static final String KL = "KL: A school that can do more for more";

    static final RuleType TIMETABLE = RuleType.hard("co-teaching.timetable", RuleType.OURS);
    static final RuleType WEEKLY_BUDGET = RuleType.hard(
            "co-teaching.weekly-budget", GUIDE + " (paid preparation); " + KL + " (hours of each advisor)");
    static final RuleType POOL_BUDGET = RuleType.hard("co-teaching.pool-budget", KL);
    static final RuleType UNQUALIFIED = RuleType.hard("co-teaching.unqualified", GUIDE + " (two types)");
    static final RuleType VETO = RuleType.hard("co-teaching.veto", RuleType.OURS);
    static final RuleType DAYS_HARD = RuleType.hard("co-teaching.lessons-a-day-requirement", RuleType.OURS);
    static final RuleType MAIN_HARD = RuleType.hard("co-teaching.main-co-teacher-requirement", RuleType.OURS);
    static final RuleType MINIMUM = RuleType.medium("co-teaching.minimum", 1, GUIDE + " (10.5 or 14.5 lessons a week)");
    static final RuleType TWO_ADULTS = RuleType.medium("co-teaching.two-adults", 1, KL + " (Fløng)");
    static final RuleType PREPARATION =
            RuleType.medium("co-teaching.preparation", 3, GUIDE + " (a fixed slot for preparation)");
    static final RuleType SECOND_ROOM = RuleType.medium("co-teaching.second-room", 1, GUIDE + " (parallel teaching)");
    static final RuleType DAYS_MEDIUM = RuleType.medium("co-teaching.lessons-a-day-guideline", 20, RuleType.OURS);
    static final RuleType MAIN_MEDIUM = RuleType.medium("co-teaching.main-co-teacher-guideline", 20, RuleType.OURS);
    static final RuleType FEW_CO_TEACHERS =
            RuleType.soft("co-teaching.few-co-teachers", 20, GUIDE + " (many hours in the same class)");
    static final RuleType MANY_LESSONS_EACH =
            RuleType.soft("co-teaching.many-lessons-each", 3, GUIDE + " (many hours in the same class)");
    static final RuleType SKILLS = RuleType.soft(
            "co-teaching.skills", 2, GUIDE + " (competences that complement each other); what counts is ours");
    static final RuleType EXPERIENCE =
            RuleType.soft("co-teaching.experience", 1, GUIDE + " (some years' experience); the number is ours");
    static final RuleType MAIN_CO_TEACHER = RuleType.soft("co-teaching.main-co-teacher", 5, RuleType.OURS);
    static final RuleType MAIN_TEACHER = RuleType.soft("co-teaching.main-teacher", 3, RuleType.OURS);
    static final RuleType SPREAD = RuleType.soft("co-teaching.spread", 2, RuleType.OURS);
    static final RuleType CONTINUITY =
            RuleType.soft("co-teaching.continuity", 5, GUIDE + " (half to a whole school year)");
    static final RuleType LEAST_LESSONS = RuleType.soft("co-teaching.least-lessons", 3, RuleType.OURS);
    static final RuleType DAYS = RuleType.soft("co-teaching.lessons-a-day", 5, RuleType.OURS);
    static final RuleType BEYOND_MINIMUM = RuleType.soft("co-teaching.beyond-minimum", 20, RuleType.OURS);
    static final RuleType UNUSED = RuleType.soft("co-teaching.unused-budget", 2, RuleType.OURS);

    static final List<RuleType> TYPES = List.of(
            TIMETABLE,
            WEEKLY_BUDGET,
            POOL_BUDGET,
            UNQUALIFIED,
            VETO,
            DAYS_HARD,
            MAIN_HARD,
            MINIMUM,
            TWO_ADULTS,
            PREPARATION,
            SECOND_ROOM,
            DAYS_MEDIUM,
            MAIN_MEDIUM,
            FEW_CO_TEACHERS,
            MANY_LESSONS_EACH,
            SKILLS,
            EXPERIENCE,
            MAIN_CO_TEACHER,
            MAIN_TEACHER,
            SPREAD,
            CONTINUITY,
            LEAST_LESSONS,
            DAYS,
            BEYOND_MINIMUM,
            UNUSED);

    private CoTeachingRules() {}

    static List<Rule> of(Intervention<CoTeachingParameters> intervention, Problem problem, Demand demand) {
        var demandIndex = new CoTeachingDemandIndex(new CoTeachingContext(intervention, problem), demand);
        var budgets = new BudgetRules(demandIndex);
        var people = new CoTeacherRules(demandIndex);
        var lessons = new LessonRules(demandIndex);
        var preparation = new PreparationRules(demandIndex);
        var pattern = new PatternRules(demandIndex);
        var rules = new ArrayList<Rule>(List.of(
                lessons.timetable(),
                budgets.weeklyBudget(),
                budgets.poolBudget(),
                people.unqualified(),
                people.veto(),
                lessons.minimumLessonsPerClass(),
                lessons.twoAdults(),
                preparation.missingPreparation(),
                lessons.secondRoom(),
                people.fewCoTeachers(),
                people.manyLessonsEach(),
                people.skills(),
                people.experience()));
        rules.addAll(preparation.mainCoTeacher());
        rules.addAll(List.of(
                preparation.mainTeacher(),
                pattern.evenSpread(),
                pattern.continuity(),
                budgets.minimumLessonsPerCoTeacher()));
        rules.addAll(new DailyLessonRules(demandIndex).lessonsADay());
        rules.addAll(lessons.beyondMinimum());
        rules.add(lessons.unused());
        return rules;
    }
}
