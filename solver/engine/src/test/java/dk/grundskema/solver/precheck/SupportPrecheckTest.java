package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.rules.SupportOffer;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportPrecheckTest {
    private static final InterventionId TEST = new InterventionId(Scenario.INTERVENTION);
    private static final InterventionId BOOKS = new InterventionId("other-0");
    private static final String MONDAY = "2026-09-07";

    private static List<Finding> findings(Scenario scenario, Category category, DateSpan... away) {
        Problem problem = scenario.problem();
        Map<InterventionId, SupportOffer> offers = new HashMap<>();
        problem.interventions()
                .forEach(one -> offers.put(one.id(), new SupportOffer(Category.SUPPLEMENTARY, List.of())));
        offers.put(TEST, new SupportOffer(category, List.of(away)));
        return new SupportPrecheck(problem, scenario.demands(), offers).findings();
    }

    private static List<Finding> findingsOfSmallGroup(Scenario scenario) {
        return findings(scenario, Category.SMALL_GROUP);
    }

    private static List<StudentId> students(String... ids) {
        return Arrays.stream(ids).map(StudentId::new).toList();
    }

    /** Everybody gets books, by a task on a date. */
    private static Scenario booksScenario(String... ids) {
        var task = new Task(
                new TaskId("other-0/1"), BOOKS, "books", "Books", LocalDate.parse("2026-09-09"), students(ids));
        return aScenario()
                .support(720, 5040)
                .group("everybody", ids)
                .otherIntervention(
                        Category.SUPPLEMENTARY,
                        new Demand(List.of(), List.of(), List.of(), List.of(), List.of(task), Map.of()));
    }

    private static Finding alone(List<StudentId> few, int others) {
        return Finding.warning(
                "precheck.supplementary-alone", "/interventions/1", few, others, BOOKS, few.size() + others);
    }

    @Test
    void studentWithBooksAndNoOtherSupportIsReported() {
        assertThat(findingsOfSmallGroup(
                        booksScenario("dea", "eli").meeting(aMeeting("m").student("eli"))))
                .containsExactly(alone(students("dea"), 0));
        assertThat(findingsOfSmallGroup(
                        booksScenario("dea", "eli").meeting(aMeeting("m").student("eli", "dea"))))
                .isEmpty();
    }

    @Test
    void threeStudentsAreNamedAndTheOthersCounted() {
        assertThat(findingsOfSmallGroup(booksScenario("a", "b", "c")))
                .containsExactly(alone(students("a", "b", "c"), 0));
        assertThat(findingsOfSmallGroup(booksScenario("e", "d", "c", "b", "a")))
                .containsExactly(alone(students("a", "b", "c"), 2));
    }

    @ParameterizedTest
    @CsvSource({"IN_CLASS,0", "SMALL_GROUP,0", "SUPPLEMENTARY,1", "AROUND,1"})
    void onlySupportInClassOrSmallGroupsCounts(Category category, int complaints) {
        assertThat(findings(booksScenario("dea").meeting(aMeeting("m").group("everybody")), category))
                .hasSize(complaints == 0 ? 0 : category == Category.SUPPLEMENTARY ? 2 : 1)
                .allMatch(one -> one.code().equals("precheck.supplementary-alone"));
    }

    @Test
    void studentWhoMayJoinAGroupIsNotReported() {
        var red = new Group(new GroupId("red"), "Red", Group.Kind.SMALL_GROUP, List.of());
        assertThat(findingsOfSmallGroup(booksScenario("dea", "eli").grouping(0, 9, List.of(red), "eli")))
                .containsExactly(alone(students("dea"), 0));
    }

    @Test
    void possibleCoTeachingCountsForItsClassOnly() {
        var scenario = booksScenario("dea", "eli")
                .group("other", "eli")
                .lesson(aLesson("danish")
                        .at(MeetingTimes.time("2026-09-07 08:00-10:00"))
                        .by("anna")
                        .group("other"))
                .meeting(aMeeting("m").group("other").lesson("danish", 1).by("anna", "bob"));
        assertThat(findings(scenario, Category.IN_CLASS)).containsExactly(alone(students("dea"), 0));
    }

    @Test
    void fullDayIsNoFindingAndOneMinuteMoreIsReportedWithStudentDateAndAmount() {
        var full = aScenario()
                .support(90, 5040)
                .meeting(aMeeting("m").at(MONDAY + " 10:00-10:45").student("dea"))
                .meeting(aMeeting("n").at(MONDAY + " 12:00-12:45").student("dea"));
        assertThat(findingsOfSmallGroup(full)).isEmpty();
        var more = aScenario()
                .support(90, 5040)
                .meeting(aMeeting("m").at(MONDAY + " 10:00-10:45").student("dea", "eli"))
                .meeting(aMeeting("n").at(MONDAY + " 12:00-12:46").student("dea", "eli"))
                .meeting(aMeeting("o").at("2026-09-08 12:00-13:31").student("fie"))
                .meeting(aMeeting("p").at(MONDAY + " 14:00-14:10").student("eli"));
        assertThat(findingsOfSmallGroup(more))
                .containsExactly(Finding.warning(
                        "precheck.support-a-day",
                        "/support",
                        new StudentId("eli"),
                        2,
                        101L,
                        LocalDate.parse(MONDAY),
                        90L));
    }

    @Test
    void fullWeekIsNoFindingAndOneMinuteMoreIs() {
        var scenario = aScenario()
                .support(720, 100)
                .meeting(aMeeting("m").at(MONDAY + " 10:00-11:00").student("dea"))
                .meeting(aMeeting("n").at("2026-09-13 10:00-10:40").student("dea"));
        assertThat(findingsOfSmallGroup(scenario)).isEmpty();
        assertThat(findingsOfSmallGroup(scenario.meeting(
                        aMeeting("o").at("2026-09-08 10:00-10:01").student("dea"))))
                .containsExactly(Finding.warning(
                        "precheck.support-a-week",
                        "/support",
                        new StudentId("dea"),
                        0,
                        101L,
                        IsoWeek.parse("2026-W37"),
                        100L));
    }

    @Test
    void onlyMinutesCommonToAllPossibleTimesCount() {
        var choice = aScenario()
                .support(60, 60)
                .meeting(aMeeting("m")
                        .at(MONDAY + " 10:00-11:30")
                        .demandedAt(
                                MeetingTimes.time(MONDAY + " 10:00-11:30"), MeetingTimes.time("2026-09-08 10:00-11:01"))
                        .student("dea"));
        assertThat(findingsOfSmallGroup(choice)).extracting(Finding::code).containsExactly("precheck.support-a-week");
        assertThat(findingsOfSmallGroup(choice).getFirst().arguments()).contains(61L);
        var otherWeek = aScenario()
                .support(60, 60)
                .meeting(aMeeting("m")
                        .at(MONDAY + " 10:00-11:30")
                        .demandedAt(
                                MeetingTimes.time(MONDAY + " 10:00-11:30"), MeetingTimes.time("2026-09-14 10:00-11:30"))
                        .student("dea"));
        assertThat(findingsOfSmallGroup(otherWeek)).isEmpty();
    }

    @Test
    void optionalSessionsAndSessionsThatAreNoSupportDoNotCount() {
        var meeting = aMeeting("m").at(MONDAY + " 10:00-12:00").student("dea");
        assertThat(findings(aScenario().support(90, 90).meeting(meeting), Category.AROUND))
                .isEmpty();
        assertThat(findingsOfSmallGroup(aScenario().support(90, 90).meeting(meeting)))
                .hasSize(2);
        var monday = new DateSpan(LocalDate.parse(MONDAY), LocalDate.parse(MONDAY));
        assertThat(findings(aScenario().support(90, 90).meeting(meeting), Category.SMALL_GROUP, monday))
                .isEmpty();
        assertThat(findingsOfSmallGroup(
                        aScenario().support(90, 90).closed(MONDAY).meeting(meeting)))
                .isEmpty();
        assertThat(findingsOfSmallGroup(aScenario()
                        .support(90, 90)
                        .meeting(aMeeting("m")
                                .at(MONDAY + " 10:00-12:00")
                                .student("dea")
                                .required(false))))
                .isEmpty();
    }

    @Test
    void groupWithAPlaceForEverybodyCountsWithItsSmallestAmount() {
        assertThat(findingsOfSmallGroup(joiningScenario(2))).hasSize(1);
        assertThat(findingsOfSmallGroup(joiningScenario(2)).getFirst().arguments())
                .containsExactly(new StudentId("dea"), 1, 61L, IsoWeek.parse("2026-W37"), 60L);
        assertThat(findingsOfSmallGroup(joiningScenario(1)))
                .as("with two places for three students no student is sure of one")
                .isEmpty();
    }

    /** Two groups, one of 61 minutes a week and one of 90, for two or three students. */
    private static Scenario joiningScenario(int largest) {
        var red = new Group(new GroupId("red"), "Red", Group.Kind.SMALL_GROUP, List.of());
        var blue = new Group(new GroupId("blue"), "Blue", Group.Kind.SMALL_GROUP, List.of());
        var grouping = new Grouping(TEST, List.of(red, blue), students("dea", "eli", "fie"), 1, largest);
        return aScenario()
                .support(720, 60)
                .grouping(
                        largest == 1
                                ? grouping
                                : new Grouping(TEST, List.of(red, blue), students("dea", "eli"), 1, largest))
                .meeting(aMeeting("m").at(MONDAY + " 10:00-11:01").group("red"))
                .meeting(aMeeting("n").at(MONDAY + " 12:00-13:30").group("blue"));
    }
}
