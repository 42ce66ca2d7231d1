package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.period;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Term;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Differences between a timetable and what the interventions of its problem ask for. */
class DemandDifferencesTest {
    private static final MeetingTime ASKED =
            inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");

    /** Violations of the timetable of one scenario that the problem of another does not ask for. */
    private static List<RuleViolation> differences(Scenario asked, Scenario held) {
        var checker = new TimetableChecker(FixturePlugin::byType);
        var differences = new ArrayList<>(checker.check(asked.problem(), held.timetable()));
        checker.checkRules(asked.problem(), held.timetable()).forEach(differences::remove);
        return differences;
    }

    private static Scenario school(MeetingBuilder meeting) {
        return aScenario().group("class", "s").group("other", "t").meeting(meeting);
    }

    private static MeetingBuilder asked() {
        return aMeeting("m").at(ASKED).by("anna").group("class");
    }

    private static List<RuleViolation> differences(MeetingBuilder held) {
        return differences(school(asked()), school(held));
    }

    @Test
    void timetableAsAskedHasNoDifference() {
        assertThat(differences(asked())).isEmpty();
    }

    @Test
    void weekThatIsLeftOutAndWeekTooManyAreNamed() {
        assertThat(differences(asked().at(inWeeks(ASKED, "2026-W37", "2026-W39"))))
                .containsExactly(medium("core.asked-week", 1, session("m"), week("2026-W38")));
        assertThat(differences(school(asked().at(inWeeks(ASKED, "2026-W37", "2026-W38"))), school(asked())))
                .containsExactly(medium("core.asked-other-week", 1, session("m"), week("2026-W39")));
    }

    @Test
    void weekThatWasMovedByHandStandsForTheAskedOne() {
        var once = asked().at(inWeeks(ASKED, "2026-W37"));
        var moved = asked().at(inWeeks(ASKED, "2026-W38")).demandedWeek("2026-W37");
        var surplus = asked().at(inWeeks(ASKED, "2026-W38", "2026-W39")).demandedWeek("2026-W37");

        assertThat(differences(school(once), school(moved))).isEmpty();
        assertThat(differences(school(once), school(surplus)))
                .extracting(RuleViolation::rule)
                .contains("core.asked-other-week");
    }

    @Test
    void oneMinuteLessIsReportedWithBothLengths() {
        assertThat(differences(asked().at(inWeeks(time("2026-09-07 08:00-09:59"), "2026-W37", "2026-W38", "2026-W39"))))
                .containsExactly(medium("core.asked-length", 1, session("m"), 119L, 120L));
    }

    @Test
    void timeThatIsNoChoiceIsReportedAndAChoiceIsNot() {
        var night = inWeeks(time("2026-09-07 03:00-05:00"), "2026-W37", "2026-W38", "2026-W39");

        assertThat(differences(asked().at(night)))
                .containsExactly(medium(
                        "core.asked-time",
                        1,
                        session("m"),
                        LocalDate.parse("2026-09-07"),
                        LocalTime.of(3, 0),
                        LocalTime.of(5, 0)));
        assertThat(differences(school(asked().demandedAt(ASKED, night)), school(asked().at(night))))
                .isEmpty();
    }

    @Test
    void wrongWeekIsReportedAndNotTheTimeOfDayAsWell() {
        var once = school(asked().at(inWeeks(ASKED, "2026-W37")));

        assertThat(differences(once, school(asked().at(inWeeks(ASKED, "2026-W38")))))
                .containsExactly(
                        medium("core.asked-other-week", 1, session("m"), week("2026-W38")),
                        medium("core.asked-week", 1, session("m"), week("2026-W37")));
    }

    @Test
    void timeThatIsAChoiceInAnotherWeekOnlyIsNone() {
        MeetingTime monday = inWeeks(ASKED, "2026-W37");
        MeetingTime tuesday = inWeeks(time("2026-09-08 08:00-10:00"), "2026-W38");
        var asked = school(asked().demandedAt(monday, tuesday));

        assertThat(differences(asked, school(asked().at(inWeeks(tuesday, "2026-W37")))))
                .containsExactly(medium(
                        "core.asked-time",
                        1,
                        session("m"),
                        LocalDate.parse("2026-09-08"),
                        LocalTime.of(8, 0),
                        LocalTime.of(10, 0)));
        assertThat(differences(asked, school(asked().at(tuesday)))).isEmpty();
    }

    @Test
    void seriesHasTheWeeksOfItsOwnWeekday() {
        MeetingTime monday = inWeeks(ASKED, "2026-W37", "2026-W39");
        MeetingTime tuesday = inWeeks(time("2026-09-08 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        var asked = school(asked().demandedAt(monday, tuesday));

        assertThat(differences(asked, school(asked().at(inWeeks(tuesday, "2026-W37", "2026-W39")))))
                .containsExactly(medium("core.asked-week", 1, session("m"), week("2026-W38")));
        assertThat(differences(asked, school(asked().at(monday)))).isEmpty();
    }

    @Test
    void meetingOfAGroupThatNobodyHasJoinedIsReported() {
        var red = new Group(group("red"), "red", Group.Kind.TEAM, List.of());
        Scenario asked = aScenario()
                .grouping(1, 4, List.of(red), "s")
                .meeting(aMeeting("m").at(ASKED).by("anna").group("red").awakeWith("red"));

        assertThat(differences(asked, asked)).contains(medium("core.empty-group", 1, session("m")));
        assertThat(differences(asked, asked.formed("red", "s"))).isEmpty();
    }

    @Test
    void titleSubjectFormPayAndSeatsAreCompared() {
        assertThat(differences(school(asked().title("Band")), school(asked().title("Choir"))))
                .containsExactly(medium("core.asked-content", 1, session("m"), differs("title", "Choir", "Band")));
        assertThat(differences(asked().subject("music")))
                .containsExactly(medium("core.asked-content", 1, session("m"), differs("subject", "music", "")));
        assertThat(differences(school(asked().form("asked")), school(asked().form("otherwise"))))
                .containsExactly(medium(
                        "core.asked-content",
                        1,
                        session("m"),
                        new Figure(List.of(Phrase.of(
                                "difference.form", new Term("form", "otherwise"), new Term("form", "asked"))))));
        assertThat(differences(asked().credit(50)))
                .containsExactly(medium(
                        "core.asked-workload",
                        1,
                        session("m"),
                        new Figure(List.of(Phrase.of("difference.credit", 50, 100)))));
        assertThat(differences(asked().work(false)))
                .contains(medium(
                        "core.asked-workload", 1, session("m"), new Figure(List.of(Phrase.of("difference.work", 0)))));
        assertThat(differences(school(asked().by("anna", "bo").asking(true, false)), school(asked())))
                .containsExactly(medium("core.asked-seats", 1, session("m")));
        assertThat(differences(school(asked().candidates("bo")), school(asked())))
                .containsExactly(medium("core.asked-holder", 1, staff("anna"), session("m")));
    }

    private static Figure differs(String property, String stated, String asked) {
        return new Figure(
                List.of(Phrase.of("difference." + property, new Term("word", stated), new Term("word", asked))));
    }

    @Test
    void onlyTheSeatThatIsLeftOutIsNamed() {
        Scenario asked = aScenario()
                .meeting(aMeeting("m").at(ASKED).by("anna", "bo", "carl").asking());
        for (String holder : List.of("anna", "bo", "carl")) {
            asked.seat(new Seat(
                    new SeatId(holder),
                    List.of(session("m")),
                    List.of("anna", "bo", "carl").indexOf(holder),
                    "adult",
                    true,
                    List.of(staff(holder))));
        }
        for (String left : List.of("anna", "bo", "carl")) {
            List<String> others = Stream.of("anna", "bo", "carl")
                    .filter(one -> !one.equals(left))
                    .toList();
            Scenario held = aScenario()
                    .meeting(aMeeting("m")
                            .at(ASKED)
                            .by(others.toArray(String[]::new))
                            .asking());

            assertThat(differences(asked, held))
                    .extracting(RuleViolation::rule)
                    .doesNotContain("core.asked-holder", "core.asked-seats");
            assertThat(new TimetableChecker(FixturePlugin::byType).findLeftOutSeats(asked.problem(), held.timetable()))
                    .containsExactly(new LeftOutSeat(
                            session("m"), List.of("anna", "bo", "carl").indexOf(left), "adult"));
        }
    }

    @Test
    void somebodyElseInOneSessionOfASeatIsNamed() {
        Scenario held = series("anna", "bo", "anna");

        assertThat(differences(series("anna", "anna", "anna"), held))
                .containsExactly(medium("core.asked-same-holder", 1, staff("bo"), session("wednesday"), staff("anna")));
    }

    @Test
    void standInOrLockInOneSessionOfASeatIsNoDifference() {
        Scenario held = series("anna", "bo", "anna");
        var lock = new SessionLock(session("wednesday"), null, null, null, List.of(new SeatLock(0, staff("bo"))));

        assertThat(differences(held, held)).isNotEmpty();
        assertThat(differences(
                        series("anna", "bo", "anna")
                                .staff(aStaffMember("anna").except(period("2026-09-09 07:00-08:01"))),
                        held))
                .isEmpty();
        assertThat(differences(
                        series("anna", "bo", "anna")
                                .staff(aStaffMember("anna").except(period("2026-09-09 07:00-08:00"))),
                        held))
                .isNotEmpty();
        assertThat(differences(series("anna", "bo", "anna").lock(lock), held))
                .extracting(RuleViolation::rule)
                .doesNotContain("core.asked-same-holder");
    }

    /** Three sessions with one seat that belongs to all of them. */
    private static Scenario series(String monday, String wednesday, String thursday) {
        return aScenario()
                .meeting(one("monday", "2026-09-07 08:00-10:00", monday))
                .meeting(one("wednesday", "2026-09-09 08:00-10:00", wednesday))
                .meeting(one("thursday", "2026-09-10 08:00-10:00", thursday))
                .seat(new Seat(
                        new SeatId("all"),
                        List.of(session("monday"), session("wednesday"), session("thursday")),
                        0,
                        "adult",
                        true,
                        List.of(staff("anna"), staff("bo"))));
    }

    private static MeetingBuilder one(String id, String time, String holder) {
        return aMeeting(id).at(time(time)).by(holder).asking();
    }

    @Test
    void participantsAreCompared() {
        assertThat(differences(
                        school(asked()),
                        school(aMeeting("m").at(ASKED).by("anna").group("other"))))
                .containsExactly(
                        medium("core.asked-participant", 1, session("m"), group("class")),
                        medium("core.other-participant", 1, session("m"), group("other")));
        assertThat(differences(asked().excused("s")))
                .containsExactly(medium("core.excused-without-reason", 1, student("s"), session("m")));
    }

    @Test
    void membersOfAClassAreCompared() {
        var asked = aScenario().group("class", "s", "t");
        var held = aScenario().group("class", "s", "u");

        assertThat(differences(asked.meeting(asked()), held.meeting(asked())))
                .contains(medium("core.asked-member", 1, student("t"), group("class")));
    }

    @Test
    void memberWhoIsNamedTwiceIsReported() {
        var asked = aScenario().group("class", "s", "t").meeting(asked());
        var held = aScenario().formed("class", "s", "t", "t", "t").meeting(asked());

        assertThat(differences(asked, held))
                .containsExactly(medium("core.member-twice", 2, student("t"), group("class")));
        assertThat(differences(asked, asked)).isEmpty();
    }

    @Test
    void partOfWhatNobodyAskedForIsReported() {
        assertThat(differences(school(asked()), school(asked().partOf("gone"))))
                .containsExactly(medium("core.unknown-origin", 1, session("m"), new Figure("gone")));
        assertThat(differences(school(asked()), school(asked().partOf("m")))).isEmpty();
    }

    @Test
    void taskThatIsLeftOutMovedOrAddedIsNamed() {
        var task = task("2026-09-09");
        assertThat(differences(aScenario().task(task), aScenario()))
                .containsExactly(medium("core.asked-task", 1, task.taskId(), "Letter", date("2026-09-09")));
        assertThat(differences(aScenario().task(task), aScenario().task(task("2026-09-10"))))
                .containsExactly(medium("core.asked-task-date", 1, task.taskId(), "Letter", date("2026-09-09")));
        assertThat(differences(aScenario(), aScenario().task(task)))
                .containsExactly(medium("core.other-task", 1, task.taskId(), "Letter", date("2026-09-09")));
    }

    private static Task task(String date) {
        return new Task(new TaskId("t"), new InterventionId("test"), "letter", "Letter", date(date), List.of());
    }
}
