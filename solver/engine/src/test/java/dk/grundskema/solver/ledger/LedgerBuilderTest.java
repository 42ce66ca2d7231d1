package dk.grundskema.solver.ledger;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.ledger.AffectedLesson.LessonEffect;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Support of each student, counted from a finished timetable. */
class LedgerBuilderTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W37");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final GroupId CLASS = new GroupId("1a");
    private static final StudentId ASTRID = new StudentId("astrid");
    private static final StudentId BIRK = new StudentId("birk");
    private static final StaffId VERA = new StaffId("vera");

    /** A class of two with maths on Monday from 8:00 to 8:45, taught by Vera. */
    private static Scenario school() {
        return aScenario()
                .student(aStudent("astrid").ofClass("1a"))
                .student(aStudent("birk").ofClass("1a"))
                .schoolClass("1a", "astrid", "birk")
                .lesson(aLesson("maths")
                        .at("2026-09-07 08:00-08:45")
                        .group("1a")
                        .by("vera"));
    }

    private static Ledger ledger(Scenario scenario, Category category) {
        return ledger(scenario, scenario.timetable(), category);
    }

    private static Ledger ledger(Scenario scenario, Timetable timetable, Category category) {
        return LedgerBuilder.build(
                scenario.problem(), timetable, id -> Optional.of(new InterventionType(id, 1, category, "ours")));
    }

    private static StudentWeek of(StudentId student, Ledger ledger) {
        return ledger.students().stream()
                .filter(line -> line.student().equals(student) && line.week().equals(WEEK))
                .findFirst()
                .orElseThrow();
    }

    private static SupportTotal planned(long minutes, Category category) {
        return new SupportTotal("fixture", category, minutes, 0, 0, 0);
    }

    private static Timetable entered(Timetable plan, Delivery... deliveries) {
        return new Timetable(
                plan.version(),
                plan.problem(),
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                plan.groups(),
                plan.meetings(),
                plan.tasks(),
                List.of(deliveries));
    }

    @Test
    void studentsWithoutInterventionAreOmitted() {
        var ledger = ledger(school(), Category.SMALL_GROUP);

        assertThat(ledger.students()).isEmpty();
        assertThat(ledger.classes()).isEmpty();
        assertThat(ledger.staff()).isEmpty();
    }

    @Test
    void smallGroupAfterSchoolIsSupportOutsideLessons() {
        var ledger = ledger(
                school().meeting(aMeeting("group").at("2026-09-07 08:45-09:15").student("astrid")),
                Category.SMALL_GROUP);

        assertThat(ledger.students())
                .containsExactly(
                        new StudentWeek(ASTRID, WEEK, 1, 45, List.of(), List.of(planned(30, Category.SMALL_GROUP))));
        assertThat(ledger.classes())
                .containsExactly(
                        new ClassWeek(CLASS, WEEK, 1, List.of(), 1, 0, List.of(planned(30, Category.SMALL_GROUP))));
    }

    @Test
    void formedGroupsMembersAreThoseOfTheTimetableInTheirWeeks() {
        var until = new TreeSet<>(List.of(IsoWeek.parse("2026-W38")));
        var ledger = ledger(
                school().formed("g", List.of(GroupMember.always(ASTRID), new GroupMember(BIRK, until)))
                        .meeting(aMeeting("group").at("2026-09-07 15:00-15:30").group("g")),
                Category.SMALL_GROUP);

        assertThat(ledger.students()).extracting(StudentWeek::student).containsExactly(ASTRID);
    }

    @Test
    void missedMinuteOfALessonWithoutDecisionIsReported() {
        var ledger = ledger(
                school().meeting(aMeeting("group").at("2026-09-07 08:44-09:14").student("astrid")),
                Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).touched())
                .containsExactly(new AffectedLesson(
                        MONDAY, new LessonId("maths"), 1, new InterventionId("test"), LessonEffect.WITHOUT_DECISION));
        assertThat(ledger.classes()).extracting(ClassWeek::missedLessons).containsExactly(1);
    }

    @Test
    void onlyExcusedStudentsMissByDecision() {
        var ledger = ledger(
                school().meeting(aMeeting("group")
                        .at("2026-09-07 08:00-08:30")
                        .student("astrid", "birk")
                        .excused("astrid")),
                Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).touched())
                .extracting(AffectedLesson::how)
                .containsExactly(LessonEffect.BY_DECISION);
        assertThat(of(BIRK, ledger).touched())
                .extracting(AffectedLesson::how)
                .containsExactly(LessonEffect.WITHOUT_DECISION);
    }

    @Test
    void pairsInsideALessonMissNothing() {
        var ledger = ledger(
                school().meeting(aMeeting("pairs").at("2026-09-07 08:00-08:45").group("1a")), Category.IN_CLASS);

        var touched = of(ASTRID, ledger).touched().getFirst();
        assertThat(touched.how()).isEqualTo(LessonEffect.INSIDE);
        assertThat(touched.isMissed()).isFalse();
        assertThat(ledger.classes()).extracting(ClassWeek::missedLessons).containsExactly(0);
    }

    @Test
    void twoModulesOnOneLessonAreOneEntry() {
        var ledger = ledger(
                school().meeting(aMeeting("m1")
                                .at("2026-09-07 07:00-08:20")
                                .student("astrid")
                                .excused("astrid"))
                        .meeting(aMeeting("m2")
                                .at("2026-09-07 08:20-09:00")
                                .student("astrid")
                                .excused("astrid")),
                Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).touched())
                .extracting(AffectedLesson::minutes)
                .containsExactly(45L);
        assertThat(of(ASTRID, ledger).support()).containsExactly(planned(120, Category.SMALL_GROUP));
    }

    @Test
    void secondAdultInALessonIsSupportForTheWholeClassAndMissesNothing() {
        var ledger = ledger(
                school().meeting(aMeeting("co")
                        .at("2026-09-07 08:00-08:45")
                        .group("1a")
                        .lesson("maths", 1)
                        .by("vera", "karla")
                        .preparation(10)),
                Category.IN_CLASS);

        assertThat(ledger.students())
                .extracting(StudentWeek::student, StudentWeek::touched, StudentWeek::support)
                .containsExactly(
                        tuple(ASTRID, List.of(), List.of(planned(45, Category.IN_CLASS))),
                        tuple(BIRK, List.of(), List.of(planned(45, Category.IN_CLASS))));
        assertThat(ledger.classes())
                .containsExactly(new ClassWeek(
                        CLASS,
                        WEEK,
                        1,
                        List.of(planned(45, Category.IN_CLASS)),
                        2,
                        0,
                        List.of(planned(90, Category.IN_CLASS))));
        assertThat(ledger.staff())
                .containsExactly(new StaffWeek(
                        new StaffId("karla"), WEEK, 0, List.of(new StaffWeek.Work("fixture", 45, 10, 55, 0))));
    }

    @Test
    void lessonWithoutSecondAdultIsNoSupport() {
        var ledger = ledger(
                school().meeting(aMeeting("co")
                        .at("2026-09-07 08:00-08:45")
                        .group("1a")
                        .lesson("maths", 1)
                        .by("vera")),
                Category.IN_CLASS);

        assertThat(ledger.students()).isEmpty();
        assertThat(ledger.classes()).isEmpty();
        assertThat(ledger.staff()).isEmpty();
    }

    @Test
    void staffHaveTheirOwnLessonsBesideDutyPreparationAndWhatCounts() {
        var ledger = ledger(
                school().meeting(aMeeting("night")
                        .at("2026-09-07 22:00-06:00")
                        .by("vera")
                        .credit(50)
                        .preparation(15)),
                Category.SMALL_GROUP);

        assertThat(ledger.staff())
                .containsExactly(
                        new StaffWeek(VERA, WEEK, 45, List.of(new StaffWeek.Work("fixture", 480, 15, 255, 0))));
    }

    @Test
    void meetingPastMidnightFallsOnTheNextDaysLessonsToo() {
        var ledger = ledger(
                school().lesson(aLesson("danish").at("2026-09-08 05:30-06:30").group("1a"))
                        .meeting(aMeeting("night").at("2026-09-07 22:00-06:00").student("astrid")),
                Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).touched())
                .extracting(AffectedLesson::date, AffectedLesson::lesson, AffectedLesson::minutes)
                .containsExactly(tuple(MONDAY.plusDays(1), new LessonId("danish"), 30L));
    }

    @Test
    void lessonsOnClosedDaysAreNotHeld() {
        var scenario = school().closed("2026-09-07")
                .lesson(aLesson("danish").at("2026-09-08 08:00-09:30").group("1a"))
                .meeting(aMeeting("group").at("2026-09-08 15:00-15:30").student("astrid"));
        var line = of(ASTRID, ledger(scenario, Category.SMALL_GROUP));

        assertThat(line.lessons()).isEqualTo(1);
        assertThat(line.lessonMinutes()).isEqualTo(90);
    }

    @Test
    void bandWithoutCoursesIsOneLesson() {
        var scenario = school().lesson(aLesson("german")
                        .at("2026-09-08 08:00-08:45")
                        .group("1a")
                        .part())
                .lesson(aLesson("french")
                        .at("2026-09-08 08:00-08:45")
                        .group("1a")
                        .part())
                .meeting(aMeeting("group").at("2026-09-08 15:00-15:30").student("astrid"));
        var ledger = ledger(scenario, Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).lessons()).isEqualTo(2);
        assertThat(ledger.classes()).extracting(ClassWeek::lessons).containsExactly(2);
    }

    @Test
    void weeksWithoutSupportAreListedWithTheirLessons() {
        var scenario = school().lesson(aLesson("danish")
                        .at(inWeeks(time("2026-09-08 08:00-08:45"), "2026-W37", "2026-W38"))
                        .group("1a"))
                .meeting(aMeeting("group").at("2026-09-08 15:00-15:30").student("astrid"));

        assertThat(ledger(scenario, Category.SMALL_GROUP).students())
                .extracting(
                        StudentWeek::week,
                        StudentWeek::lessons,
                        line -> line.support().size())
                .containsExactly(tuple(WEEK, 2, 1), tuple(WEEK.plus(1), 1, 0));
    }

    @Test
    void meetingThatNobodyHoldsAndPackageThatNobodySendsAreNoSupport() {
        var scenario = school().meeting(aMeeting("group")
                        .at("2026-09-07 08:00-08:30")
                        .student("astrid")
                        .by((String) null))
                .task(new Task(
                        new TaskId("test/package"),
                        new InterventionId("test"),
                        "book-package",
                        "Package",
                        MONDAY,
                        List.of(BIRK),
                        null));
        var ledger = ledger(scenario, Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).support()).isEmpty();
        assertThat(of(ASTRID, ledger).touched())
                .as("the lesson is lost all the same")
                .hasSize(1);
        assertThat(ledger.students()).extracting(StudentWeek::student).doesNotContain(BIRK);
    }

    @Test
    void packagesAreCountedForReceiversAndSenders() {
        var scenario = school().staff(aStaffMember("vera"))
                .task(new Task(
                        new TaskId("test/package"),
                        new InterventionId("test"),
                        "book-package",
                        "Package",
                        MONDAY,
                        List.of(ASTRID),
                        VERA));
        var ledger = ledger(scenario, Category.SUPPLEMENTARY);

        assertThat(of(ASTRID, ledger).support())
                .containsExactly(new SupportTotal("fixture", Category.SUPPLEMENTARY, 0, 1, 0, 0));
        assertThat(ledger.staff())
                .containsExactly(new StaffWeek(VERA, WEEK, 45, List.of(new StaffWeek.Work("fixture", 0, 0, 0, 1))));
    }

    @Test
    void deliveredMinutesAreCountedBesidePlannedOnes() {
        var scenario = school().meeting(
                        aMeeting("m1").at("2026-09-07 15:00-15:30").student("astrid", "birk"))
                .meeting(aMeeting("m2").at("2026-09-08 15:00-15:40").student("astrid", "birk"))
                .meeting(aMeeting("m3").at("2026-09-09 15:00-15:50").student("astrid", "birk"));
        var cancelled = new Delivery(new SessionId("m2"), MONDAY.plusDays(1), false, "ill", new TreeSet<>());
        var ledger = ledger(
                scenario,
                entered(
                        scenario.timetable(),
                        new Delivery(new SessionId("m1"), MONDAY, true, "", new TreeSet<>(List.of(BIRK))),
                        cancelled),
                Category.SMALL_GROUP);

        assertThat(of(ASTRID, ledger).support())
                .containsExactly(new SupportTotal("fixture", Category.SMALL_GROUP, 120, 0, 70, 30));
        assertThat(of(BIRK, ledger).support())
                .containsExactly(new SupportTotal("fixture", Category.SMALL_GROUP, 120, 0, 70, 0));
        assertThat(ledger.notHeld()).containsExactly(cancelled);
    }

    @Test
    void unknownInterventionTypesAreOmitted() {
        var scenario =
                school().meeting(aMeeting("group").at("2026-09-07 15:00-15:30").student("astrid"));

        assertThat(LedgerBuilder.build(scenario.problem(), scenario.timetable(), id -> Optional.empty())
                        .students())
                .isEmpty();
    }
}
