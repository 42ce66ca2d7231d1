package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.List;
import java.util.Set;

/** Declares the rules of an intensive course. */
final class IntensiveCourseRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part D";
    private static final RuleType TIMETABLE = RuleType.hard("intensive-course.timetable", RuleType.OURS);
    private static final RuleType UNQUALIFIED =
            RuleType.medium("intensive-course.unqualified", 30, GUIDE + " (teachers and pedagogues)");
    private static final RuleType MENTOR_COURSE =
            RuleType.medium("intensive-course.mentor-course", 20, GUIDE + " (eight weeks, 2 x 45 minutes)");
    private static final RuleType KNOWN =
            RuleType.soft("intensive-course.known-adults", 5, GUIDE + " (who know the students)");
    private static final RuleType FEW_FACES = RuleType.soft("intensive-course.few-faces", 30, RuleType.OURS);
    private static final RuleType FROM_COURSE = RuleType.soft("intensive-course.from-course", 10, RuleType.OURS);
    private static final RuleType MENTOR_DAYS = RuleType.soft("intensive-course.mentor-days", 5, RuleType.OURS);
    static final List<RuleType> TYPES =
            List.of(TIMETABLE, UNQUALIFIED, MENTOR_COURSE, KNOWN, FEW_FACES, FROM_COURSE, MENTOR_DAYS);

    private IntensiveCourseRules() {}

    static List<Rule> of(Intervention<IntensiveCourseParameters> intervention, Problem problem, Demand demand) {
        var rules = new MeetingRules(demand);
        var asked = intervention.parameters();
        return List.of(
                CommonRules.timeNotOffered(TIMETABLE, rules.sessions("course-lesson")),
                rules.nobodyQualified(UNQUALIFIED, "course-lesson", asked::isAble),
                rules.tooFewDates(
                        MENTOR_COURSE,
                        "mentor",
                        asked.mentees(intervention),
                        asked.mentoring().dates()),
                rules.noKnownAdult(KNOWN, "course-lesson", LessonsByPerson.of(problem)),
                CommonRules.fewAdults(FEW_FACES, rules.ownerOfKind("course-lesson")),
                rules.notInEarlierMeeting(FROM_COURSE, "course-lesson", Set.of("mentor", "course-teacher")),
                CommonRules.onceADay(MENTOR_DAYS, rules.ownerOfKind("mentor")));
    }
}
