package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntensiveCourseReportTest {
    private static final PluginRegistry REGISTRY = PluginRegistry.of(List.of(new IntensiveCoursePlugin()));

    private static Timetable plan;

    /** A school that meets all requirements of the guide: two weeks of a holiday, then eight with mentors. */
    private static CourseBuilder guideCourse() {
        return smallCourse()
                .horizonWeeks(12)
                .dates()
                .times()
                .noLessons()
                .lesson("dan-7b", "7b", DayOfWeek.MONDAY, "08:00", "ann")
                .lesson("mat-7b", "7b", DayOfWeek.TUESDAY, "08:00", "bo")
                .lesson("dan-8a", "8a", DayOfWeek.WEDNESDAY, "09:00", "ann")
                .lesson("mat-8a", "8a", DayOfWeek.THURSDAY, "09:00", "bo")
                .mentoring(8, 2, 45, 4);
    }

    @BeforeAll
    static void solveOnce() throws InterruptedException {
        var request = new SolveRequest(guideCourse().problem(), "0", SolveLimits.ofSteps(500), 1, 1, null);
        plan = new Planner(REGISTRY).start(request, progress -> {}).await();
    }

    private static Map<String, Ask> asks(CourseBuilder course, Timetable timetable) {
        return new IntensiveCoursePlugin()
                .assess(course.course(), course.problem(), timetable).asks().stream()
                        .collect(Collectors.toMap(
                                one -> one.code().substring("intensive-course.ask.".length()), one -> one));
    }

    private static Map<String, Ask> asks(RuleBench bench, CourseBuilder course) {
        return asks(course, bench.timetable());
    }

    @Test
    void solvedCourseFollowsTheGuideWithoutHardOrMediumFault() {
        var course = guideCourse();

        List<RuleViolation> faults = new TimetableChecker(REGISTRY::find).check(course.problem(), plan);
        assertThat(faults).filteredOn(fault -> fault.level() != Level.SOFT).isEmpty();
        var asks = asks(course, plan);
        assertThat(asks.values()).extracting(Ask::status).containsOnly(Status.MET);
        assertThat(asks).hasSize(13);
        assertThat(asks.get("lessons-a-week").asked()).isEqualTo(70);
        assertThat(asks.get("mentor-course").given()).isEqualTo(32);
        assertThat(asks.get("handover").given()).isEqualTo(2);
        assertThat(asks.get("few-students").origin().kind()).isEqualTo(AskOrigin.Kind.PARTLY_OURS);
        assertThat(asks.get("lessons-a-week").origin().kind()).isEqualTo(AskOrigin.Kind.SOURCE);
        assertThat(asks.get("same-mentor").origin().kind()).isEqualTo(AskOrigin.Kind.OURS);
    }

    @Test
    void removedMeetingIsReportedByCheckAndReport() {
        var course = guideCourse();
        var without = new Timetable(
                plan.version(),
                plan.problem(),
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                plan.groups(),
                plan.meetings().stream()
                        .filter(one -> !one.sessionId().value().endsWith("group-1/2026-10-12/1"))
                        .filter(one -> !one.sessionId().value().endsWith("mentees-1/2"))
                        .filter(one -> !one.sessionId().value().endsWith("handover/8a"))
                        .toList(),
                plan.tasks());

        assertThat(new IntensiveCoursePlugin().check(course.course(), course.problem(), without))
                .extracting(fault -> fault.rule() + " " + fault.amount())
                .containsExactly("intensive-course.timetable 1", "intensive-course.mentor-course 8");
        var asks = asks(course, without);
        assertThat(asks.get("lessons-a-week").shortBy()).isEqualTo(1);
        assertThat(asks.get("two-adults").asked()).isEqualTo(69);
        assertThat(asks.get("mentor-course").shortBy()).isEqualTo(32);
        assertThat(asks.get("handover").shortBy()).isEqualTo(1);
    }

    @Test
    void undecidedCourseIsShortOfAllAsksThatNeedDecisions() {
        var course = smallCourse().otherSite("away").site("away").subjects(new SubjectShare("DAN", 1, null, null));
        var asks = asks(RuleBench.of(new IntensiveCoursePlugin(), course.problem()), course);

        assertThat(asks.get("lessons-a-week").shortBy()).isEqualTo(35);
        assertThat(asks.get("two-weeks").shortBy()).isEqualTo(2);
        assertThat(asks.get("two-adults").shortBy()).isEqualTo(6);
        assertThat(asks.get("few-students").status()).isEqualTo(Status.MET);
        assertThat(asks.get("qualified").shortBy()).isEqualTo(6);
        assertThat(asks.get("outside-lessons").status()).isEqualTo(Status.MET);
        assertThat(asks.get("own-school").shortBy()).isEqualTo(4);
        assertThat(asks.get("known-adults").shortBy()).isEqualTo(4);
        assertThat(asks.get("mentor-course").shortBy()).isEqualTo(32);
        assertThat(asks.get("same-mentor").shortBy()).isEqualTo(4);
        assertThat(asks.get("mentor-from-course").shortBy()).isEqualTo(4);
        assertThat(asks.get("goals").shortBy()).isEqualTo(1);
        assertThat(asks.get("handover").shortBy()).isEqualTo(2);
    }

    private static List<List<Object>> lines(CourseBuilder course, Timetable timetable, String table) {
        return new IntensiveCoursePlugin()
                .assess(course.course(), course.problem(), timetable).breakdowns().stream()
                        .filter(one -> one.title().equals("intensive-course." + table))
                        .flatMap(one -> one.lines().stream())
                        .map(IntensiveCourseReportTest::cellTexts)
                        .toList();
    }

    /** The person or group of a line, its status and the texts of its cells. */
    private static List<Object> cellTexts(Breakdown.Line line) {
        var said = new ArrayList<Object>(List.of(line.about().value(), line.status()));
        line.cells().forEach(cell -> said.add(plainValue(cell)));
        return said;
    }

    private static String plainValue(Object some) {
        return switch (some) {
            case Phrase phrase ->
                phrase.arguments().stream()
                        .map(IntensiveCourseReportTest::plainValue)
                        .collect(Collectors.joining(" "));
            case Collection<?> many ->
                many.stream().map(each -> plainValue((Object) each)).collect(Collectors.joining(", "));
            default -> some.toString();
        };
    }

    @Test
    void tablesListEachGroupAndEachMentor() {
        var course = smallCourse();
        var bench = RuleBench.of(new IntensiveCoursePlugin(), course.problem());
        for (String student : List.of("s1", "s2", "s3", "s4")) {
            bench.join(student, "turbo-group-1");
        }
        bench.join("s1", "turbo-mentees-1").join("s2", "turbo-mentees-1").join("s3", "turbo-mentees-2");

        assertThat(lines(course, bench.timetable(), "groups"))
                .containsExactly(List.of("turbo-group-1", Status.SHORT, "4", "2", "0", "", ""));
        assertThat(lines(course, bench.timetable(), "mentors"))
                .as("nobody is their mentor yet, so the groups stand there")
                .allMatch(line -> line.get(1) == Status.SHORT);
    }

    @Test
    void tablesOfASolvedCourseListAdultsAndMentorsWithTheirHours() {
        var course = guideCourse();

        var group = lines(course, plan, "groups").getFirst();
        assertThat(group.subList(0, 5)).isEqualTo(List.of("turbo-group-1", Status.MET, "4", "10", "70"));
        assertThat(group.get(5).toString()).contains("pia");
        var mentors = lines(course, plan, "mentors");
        assertThat(mentors).hasSize(1);
        assertThat(mentors.getFirst().get(1)).isEqualTo(Status.MET);
        assertThat(mentors.getFirst().subList(2, 4)).isEqualTo(List.of("4", "s1, s2, s3, s4"));
        assertThat(mentors.getFirst().get(4).toString()).contains(", ");
        assertThat(mentors.getFirst().get(5)).isEqualTo("8");
    }

    @Test
    void weekendCourseIsAskedForSeventyLessonsByProductDefault() {
        var course = smallCourse().dates("2026-10-10", "2026-10-11");
        var asks = asks(RuleBench.of(new IntensiveCoursePlugin(), course.problem()), course);

        assertThat(asks).containsKey("lessons-in-all").doesNotContainKeys("lessons-a-week", "two-weeks");
        assertThat(asks.get("lessons-in-all").shortBy()).isEqualTo(70);
        assertThat(asks.get("lessons-in-all").origin().kind()).isEqualTo(AskOrigin.Kind.PARTLY_OURS);
    }

    @Test
    void studentExcusedFromLessonsByDecisionIsReported() {
        var course = smallCourse()
                .dates("2026-10-05")
                .times(CourseBuilder.time("08:00"))
                .withDecision();
        var bench = RuleBench.of(new IntensiveCoursePlugin(), course.problem());
        for (String student : List.of("s1", "s2", "s3", "s4")) {
            bench.join(student, "turbo-group-1");
        }

        assertThat(asks(bench, course).get("outside-lessons").shortBy()).isEqualTo(2);
    }
}
