package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Rule and checker agree on students whose only support is supplementary. */
class SupplementaryRulesTest {
    private static final String ALONE = "core.supplementary-alone";
    private static final InterventionId BOOKS = new InterventionId("other-0");

    private static List<StudentId> students(String... ids) {
        return Arrays.stream(ids).map(StudentId::new).toList();
    }

    private static Demand tasks(String... ids) {
        var task = new Task(new TaskId("other-0/1"), BOOKS, "books", "Books", date("2026-09-09"), students(ids));
        return new Demand(List.of(), List.of(), List.of(), List.of(), List.of(task), Map.of());
    }

    /** A plan in which some students get books and the other intervention forms small groups. */
    private static Scenario booksFor(String... ids) {
        return aScenario()
                .group("everybody", "dea", "eli")
                .category(Category.SMALL_GROUP)
                .otherIntervention(Category.SUPPLEMENTARY, tasks(ids));
    }

    private static List<List<Object>> chargesOfRuleAndChecker(Scenario scenario) {
        return chargesOfRuleAndChecker(trialAsHeld(scenario));
    }

    private static List<List<Object>> chargesOfRuleAndChecker(TrialPlan trial) {
        var checked = new TimetableChecker(PLUGINS::find)
                .check(trial.problem(), trial.timetable("0")).stream()
                        .filter(fault -> fault.rule().equals(ALONE))
                        .map(SupplementaryRulesTest::ofFault)
                        .toList();
        List<List<Object>> charged = charges(ALONE, trial);
        assertThat(checked).containsExactlyInAnyOrderElementsOf(charged);
        return charged;
    }

    private static List<Object> ofFault(RuleViolation fault) {
        return charge(fault.amount(), fault.place().toArray());
    }

    @Test
    void studentWithOnlyBooksCostsOneAndTheViolationNamesTheBooks() {
        assertThat(chargesOfRuleAndChecker(
                        booksFor("dea", "eli").meeting(aMeeting("m").student("eli"))))
                .containsExactly(charge(1, student("dea"), BOOKS));
    }

    @Test
    void severalBooksForOneStudentAreOneFault() {
        var demand = new Demand(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Task(new TaskId("other-0/1"), BOOKS, "books", "One", date("2026-09-09"), students("dea")),
                        new Task(new TaskId("other-0/2"), BOOKS, "books", "Two", date("2026-09-10"), students("dea"))),
                Map.of());
        assertThat(chargesOfRuleAndChecker(
                        aScenario().group("all", "dea").otherIntervention(Category.SUPPLEMENTARY, demand)))
                .containsExactly(charge(1, student("dea"), BOOKS));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"AROUND", "SUPPLEMENTARY"})
    void supportInClassOrInASmallGroupIsEnough(Category category) {
        assertThat(chargesOfRuleAndChecker(
                        booksFor("dea").category(category).meeting(aMeeting("m").group("everybody"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"AROUND", "SUPPLEMENTARY"})
    void sessionsAroundTeachingAndSupplementaryOnesAreNotEnough(Category category) {
        assertThat(chargesOfRuleAndChecker(
                        booksFor("dea").category(category).meeting(aMeeting("m").student("dea"))))
                .contains(charge(1, student("dea"), BOOKS));
    }

    @Test
    void unplacedSessionIsNotEnough() {
        var scenario = booksFor("dea").meeting(aMeeting("m").student("dea").required(false));
        assertThat(chargesOfRuleAndChecker(trialAsHeld(scenario))).isEmpty();
        assertThat(chargesOfRuleAndChecker(trialAsHeld(scenario).time(session("m"), null)))
                .containsExactly(charge(1, student("dea"), BOOKS));
    }

    @Test
    void membershipInAnySmallGroupIsEnough() {
        var red = new Group(group("red"), "Red", Group.Kind.SMALL_GROUP, List.of());
        var blue = new Group(group("blue"), "Blue", Group.Kind.SMALL_GROUP, List.of());
        var scenario = booksFor("dea").grouping(0, 9, List.of(red, blue), "dea", "eli");
        assertThat(chargesOfRuleAndChecker(emptyTrial(scenario).join(student("eli"), group("red"))))
                .containsExactly(charge(1, student("dea"), BOOKS));
        assertThat(chargesOfRuleAndChecker(emptyTrial(scenario).join(student("dea"), group("blue"))))
                .isEmpty();
    }

    @Test
    void coTaughtLessonOfTheClassIsEnough() {
        var scenario = booksFor("dea")
                .category(Category.IN_CLASS)
                .lesson(aLesson("danish")
                        .at(MeetingTimes.time("2026-09-07 08:00-10:00"))
                        .by("anna")
                        .group("everybody"))
                .meeting(aMeeting("m").group("everybody").lesson("danish", 1).by("anna", "bob"));
        assertThat(chargesOfRuleAndChecker(trialAsHeld(scenario))).isEmpty();
        assertThat(chargesOfRuleAndChecker(trialAsHeld(scenario).seat(seat("m#0"), null)))
                .containsExactly(charge(1, student("dea"), BOOKS));
    }

    @Test
    void coTaughtLessonIsEnoughForAStudentWhoNamesTheClassOnly() {
        var scenario = aScenario()
                .group("class", "eli")
                .student(aStudent("dea").ofClass("class"))
                .category(Category.IN_CLASS)
                .otherIntervention(Category.SUPPLEMENTARY, tasks("dea"))
                .lesson(aLesson("danish")
                        .at(MeetingTimes.time("2026-09-07 08:00-10:00"))
                        .by("anna")
                        .group("class"))
                .meeting(aMeeting("m").group("class").lesson("danish", 1).by("anna", "bob"));

        assertThat(chargesOfRuleAndChecker(scenario)).isEmpty();
    }

    @Test
    void lessonOfAnotherClassIsNotEnough() {
        assertThat(chargesOfRuleAndChecker(booksFor("dea")
                        .group("other", "fie")
                        .category(Category.IN_CLASS)
                        .lesson(aLesson("danish")
                                .at(MeetingTimes.time("2026-09-07 08:00-10:00"))
                                .by("anna")
                                .group("other"))
                        .meeting(
                                aMeeting("m").group("other").lesson("danish", 1).by("anna", "bob"))))
                .containsExactly(charge(1, student("dea"), BOOKS));
    }

    @Test
    void supplementarySessionsAndGroupsNeedOtherSupport() {
        var reading = Session.builder(session("other-0/m"), BOOKS, "reading", "Reading", new SiteId("home"))
                .at(MeetingTimes.time("2026-09-07 12:00-12:15"))
                .students(students("dea"))
                .build();
        var corner = new Grouping(
                BOOKS,
                List.of(new Group(group("corner"), "Corner", Group.Kind.TEAM, List.of())),
                students("eli"),
                0,
                9);
        var demand = new Demand(List.of(reading), List.of(), List.of(corner), List.of(), List.of(), Map.of());
        var scenario = aScenario().group("everybody", "dea", "eli").otherIntervention(Category.SUPPLEMENTARY, demand);
        assertThat(chargesOfRuleAndChecker(emptyTrial(scenario).join(student("eli"), group("corner"))))
                .containsExactlyInAnyOrder(
                        charge(1, student("dea"), BOOKS), RuleTrials.charge(1, student("eli"), BOOKS));
        assertThat(chargesOfRuleAndChecker(
                        emptyTrial(scenario).time(session("other-0/m"), null).join(student("eli"), null)))
                .isEmpty();
    }

    @Test
    void withoutSupplementaryInterventionsNothingIsCharged() {
        assertThat(chargesOfRuleAndChecker(aScenario()
                        .category(Category.SMALL_GROUP)
                        .meeting(aMeeting("m").student("dea"))))
                .isEmpty();
    }
}
