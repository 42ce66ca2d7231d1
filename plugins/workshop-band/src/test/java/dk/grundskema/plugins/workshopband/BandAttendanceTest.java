package dk.grundskema.plugins.workshopband;

import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.band;
import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.group;
import static dk.grundskema.plugins.workshopband.WorkshopBandRequirements.REQUIREMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Students who come later, leave, or are away from a round or from a part of it. */
class BandAttendanceTest {
    private static final StudentId A1 = new StudentId("a1");
    private static final LocalDate SECOND_TUESDAY = LocalDate.of(2026, 9, 15);
    private static final LocalDate SECOND_MONDAY = LocalDate.of(2026, 9, 14);

    @SuppressWarnings("unchecked") // the builder adds only this kind
    private static Intervention<WorkshopBandParameters> intervention(Problem problem) {
        return (Intervention<WorkshopBandParameters>) problem.interventions().getFirst();
    }

    /** Returns for each round in order whether a student is to be placed. */
    private static List<Boolean> isPlacedByExpansion(Problem problem) {
        return WorkshopBandExpansion.of(intervention(problem), problem, List.of()).groupings().stream()
                .map(Grouping::students)
                .map(students -> students.contains(A1))
                .toList();
    }

    private static List<Boolean> isRequired(Problem problem) {
        Timetable empty = RuleBench.of(new WorkshopBandPlugin(), problem).timetable();
        return REQUIREMENTS.groups(intervention(problem), problem, List.of(), empty).stream()
                .map(round -> round.needs().containsKey(A1))
                .toList();
    }

    private static void assertPlaced(BandSchoolBuilder band, Boolean... rounds) {
        Problem problem = band.problem();
        assertThat(isPlacedByExpansion(problem)).containsExactly(rounds);
        assertThat(isRequired(problem)).containsExactly(rounds);
    }

    private static Ask ask(Problem problem, Timetable timetable, String name) {
        return WorkshopBandFidelity.of(intervention(problem), problem, List.of(), timetable).asks().stream()
                .filter(one -> one.code().equals("workshop-band.ask." + name))
                .findFirst()
                .orElseThrow();
    }

    private static Timetable withGroups(Timetable plan, List<GroupMembers> groups) {
        return new Timetable(
                plan.version(),
                plan.problem(),
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                groups,
                plan.meetings(),
                plan.tasks());
    }

    @Test
    void studentTakesPartInTheWeeksInWhichTheClassHasThem() {
        assertPlaced(band(), true, true, true);
        assertPlaced(band().memberIn("4A", "a1", 1, 2), false, true, true);
        assertPlaced(band().memberIn("4A", "a1", 0), true, false, false);
        assertPlaced(band().memberIn("4A", "a1", 0).memberIn("4B", "a1", 2), true, false, true);
    }

    @Test
    void studentWhoMovesToAClassOutsideTheBandTakesPartBefore() {
        assertPlaced(band().classes("4A").memberIn("4A", "a1", 0, 1).memberIn("4B", "a1", 2), true, true, false);
    }

    @Test
    void studentWhoIsAwayFromAllDatesOfARoundIsNotInIt() {
        assertPlaced(band().away("a1", SECOND_MONDAY, SECOND_MONDAY.plusDays(6)), true, false, true);
        assertPlaced(band().away("a1", SECOND_TUESDAY, SECOND_TUESDAY.plusDays(2)), true, false, true);
        assertPlaced(band().away("a1", SECOND_TUESDAY, SECOND_TUESDAY.plusDays(1)), true, true, true);
        assertPlaced(
                band().round(RoundLength.DATE).away("a1", SECOND_TUESDAY, SECOND_TUESDAY),
                true,
                true,
                false,
                true,
                true,
                true);
    }

    @Test
    void studentWhoComesOnOneDateOfARoundIsPlacedAndExcusedOnTheOther() {
        Problem problem = band().away("a1", SECOND_TUESDAY, SECOND_TUESDAY).problem();
        RuleBench bench = RuleBench.of(new WorkshopBandPlugin(), problem).join("a1", group(1, "ball"));

        assertThat(bench.penalty("core.student-unavailable")).isZero();
        assertThat(bench.check()).extracting(RuleViolation::rule).doesNotContain("core.student-unavailable");
    }

    @Test
    void reportCountsOnlyRoundsInWhichAStudentIsThere() {
        Problem problem = band().memberIn("4A", "a1", 1, 2).problem();
        RuleBench bench = RuleBench.of(new WorkshopBandPlugin(), problem)
                .join("a1", group(1, "ball"))
                .join("a1", group(2, "music"));

        assertThat(ask(problem, bench.timetable(), "place").places())
                .noneMatch(place -> place.where().contains(A1));
    }

    @Test
    void wishGrantedInAWeekWithoutTheStudentIsNotFulfilled() {
        BandSchoolBuilder band = band().wish("a1", "music", 10);
        Timetable plan = RuleBench.of(new WorkshopBandPlugin(), band.problem())
                .join("a1", group(0, "ball"))
                .join("a1", group(1, "music"))
                .timetable();
        assertThat(ask(band.problem(), plan, "wishes").status()).isEqualTo(Status.MET);

        Problem away = band.away("a1", SECOND_MONDAY, SECOND_MONDAY.plusDays(6)).problem();
        assertThat(ask(away, plan, "wishes").status()).isEqualTo(Status.SHORT);
        assertThat(WorkshopBandCheck.of(intervention(away), away, plan))
                .extracting(RuleViolation::rule)
                .contains("workshop-band.no-wish");
    }

    @Test
    void absenceRecordedAfterwardsMakesNoMemberWrong() {
        BandSchoolBuilder band = band();
        Timetable plan = RuleBench.of(new WorkshopBandPlugin(), band.problem())
                .join("a1", group(1, "music"))
                .timetable();
        Problem away =
                band.away("a1", SECOND_TUESDAY, SECOND_TUESDAY.plusDays(2)).problem();

        assertThat(check(away, plan)).doesNotContain("core.other-member", "core.asked-member");
    }

    private static List<String> check(Problem problem, Timetable plan) {
        return new TimetableChecker(PluginRegistry.of(List.of(new WorkshopBandPlugin()))::find)
                .check(problem, plan).stream().map(RuleViolation::rule).toList();
    }

    @Test
    void memberOfOtherWeeksIsNotInARound() {
        Problem problem = band().problem();
        Timetable plan = RuleBench.of(new WorkshopBandPlugin(), problem)
                .join("a1", group(0, "ball"))
                .timetable();
        Timetable later = withGroups(
                plan,
                plan.groups().stream()
                        .map(one -> one.id().equals(new GroupId(group(0, "ball")))
                                ? new GroupMembers(
                                        one.id(),
                                        List.of(new GroupMember(A1, new TreeSet<>(List.of(SchoolBuilder.week(2))))))
                                : one)
                        .toList());

        assertThat(new FinishedBand(intervention(problem), problem, plan).workshopsOf(A1))
                .hasSize(1);
        assertThat(new FinishedBand(intervention(problem), problem, later).workshopsOf(A1))
                .isEmpty();
    }

    @Test
    void roundThatIsMissingAltogetherIsReported() {
        BandSchoolBuilder band = band().classes("4A");
        Problem problem = band.problem();
        RuleBench bench = RuleBench.of(new WorkshopBandPlugin(), problem);
        for (int round = 0; round < 3; round++) {
            for (String student : List.of("a1", "a2", "a3", "a4")) {
                bench.join(student, group(round, student.equals("a4") ? "music" : "ball"));
            }
        }
        Timetable plan = bench.timetable();
        assertThat(ask(problem, plan, "place").status()).isEqualTo(Status.MET);

        Timetable shorter = withGroups(
                plan,
                plan.groups().stream()
                        .filter(one ->
                                !one.id().value().contains(SchoolBuilder.week(1).toString()))
                        .toList());
        assertThat(ask(problem, shorter, "place").status()).isEqualTo(Status.SHORT);
        assertThat(check(problem, shorter))
                .filteredOn("core.student-without-group"::equals)
                .hasSize(4);
    }

    @Test
    void roundsOfReportAndRequirementsAvoidInterruptions() {
        Problem problem = band(4).problem();
        var camp = List.of(new DateSpan(SECOND_MONDAY, SECOND_MONDAY.plusDays(4)));
        var rounds = new RequiredRounds(intervention(problem).parameters(), problem, camp);

        assertThat(rounds.rounds())
                .containsExactly(round(0), round(2), round(3))
                .isEqualTo(BandRound.of(intervention(problem).parameters(), problem, camp).stream()
                        .map(BandRound::id)
                        .toList());
    }

    private static String round(int after) {
        IsoWeek week = SchoolBuilder.week(after);
        return week.toString();
    }
}
