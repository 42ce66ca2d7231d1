package dk.grundskema.plugins.smallgroups;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SmallGroupsReportTest {
    private static final String GROUP = "sg/dan/town/1";

    private static FidelityReport report(RuleBench bench) {
        return bench.fidelity(bench.timetable()).getFirst();
    }

    private static Ask ask(RuleBench bench, String name) {
        return report(bench).asks().stream()
                .filter(one -> one.code().equals("small-groups.ask." + name))
                .findFirst()
                .orElseThrow();
    }

    private static RuleBench bench(SmallGroupsSchoolBuilder school) {
        return RuleBench.of(new SmallGroupsPlugin(), school.problem());
    }

    private static MeetingTime at(DayOfWeek day, String start) {
        var from = LocalTime.parse(start);
        var weeks = new TreeSet<>(List.of(
                SmallGroupsSchoolBuilder.W33.plus(1),
                SmallGroupsSchoolBuilder.W33.plus(2),
                SmallGroupsSchoolBuilder.W33.plus(3)));
        return new MeetingTime(weeks, day, from, from.plusMinutes(30));
    }

    private static RuleBench planned(SmallGroupsSchoolBuilder school) {
        return bench(school)
                .join("a1", GROUP)
                .join("b1", GROUP)
                .seat("sg/small-group/dan/town/1/1#0", "ann")
                .time("sg/small-group/dan/town/1/1", at(DayOfWeek.MONDAY, "08:00"))
                .time("sg/small-group/dan/town/1/2", at(DayOfWeek.TUESDAY, "08:00"));
    }

    @Test
    void candidatesWithoutAGroupAreReportedWithTheReason() {
        var served = ask(planned(SmallGroupsSchoolBuilder.withTwoClasses()), "served");

        assertThat(served.asked()).isEqualTo(5);
        assertThat(served.shortBy()).isEqualTo(3);
        assertThat(served.places().getFirst().why().code())
                .as("the group has room for two more")
                .isEqualTo("small-groups.why.place-left");
        var away = ask(planned(SmallGroupsSchoolBuilder.withTwoClasses().away("a2", "07:00", "16:00")), "served");
        assertThat(away.places().getFirst().why().code()).isEqualTo("small-groups.why.no-time");
    }

    @Test
    void sessionsAndWeeksAreComparedWithTheGuide() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses());

        assertThat(ask(bench, "sessions").shortBy()).isEqualTo(2);
        assertThat(ask(bench, "weeks").shortBy()).isEqualTo(12 - 3);
        var other = ask(bench, "lessons");
        assertThat(other.asked()).isEqualTo(180);
        assertThat(other.given()).isEqualTo(60);
        assertThat(other.status()).isEqualTo(Ask.Status.NOTED);
    }

    @Test
    void groupOfTwoWithDistantLevelsIsSmallButNotSimilar() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses());

        assertThat(ask(bench, "sizes").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(bench, "levels").shortBy()).isEqualTo(1);
        assertThat(ask(bench, "areas").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(planned(SmallGroupsSchoolBuilder.withTwoClasses()).join("a3", GROUP), "areas")
                        .shortBy())
                .isEqualTo(1);
    }

    @Test
    void ownTeachersTrainingAndTalksAreAsked() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses());

        assertThat(ask(bench, "own-teacher").shortBy()).isEqualTo(1);
        assertThat(ask(bench, "trained").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(bench, "talks").shortBy()).isEqualTo(3);
        bench.seat("sg/small-group/dan/town/1/1#0", "bob");
        assertThat(ask(bench, "trained").shortBy()).isEqualTo(1);
    }

    @Test
    void eachOrdinaryLessonMissedIsNamed() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses());
        assertThat(ask(bench, "ordinary-lessons").status()).isEqualTo(Ask.Status.MET);

        bench.time("sg/small-group/dan/town/1/1", at(DayOfWeek.MONDAY, "09:00"));
        assertThat(ask(bench, "ordinary-lessons").shortBy()).isEqualTo(2);
        assertThat(ask(bench, "cover").shortBy()).isEqualTo(1);
    }

    @Test
    void aSessionOutsideUsableTimeIsNamed() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses());
        assertThat(ask(bench, "usable").status()).isEqualTo(Ask.Status.MET);

        bench.time("sg/small-group/dan/town/1/1", at(DayOfWeek.MONDAY, "14:31"));
        assertThat(ask(bench, "usable").places())
                .extracting(one -> one.where().getFirst().toString())
                .containsExactly("sg/small-group/dan/town/1/1");
    }

    @Test
    void groupsMeetAtTheStudentsOwnSchool() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses()).room("sg/small-group/dan/town/1/1", "r1");

        assertThat(ask(bench, "own-school").asked()).isEqualTo(2);
        assertThat(ask(bench, "own-school").status()).isEqualTo(Ask.Status.MET);
    }

    @Test
    void trainingBeforeTheFirstWeekMeetsTheAskAndLaterTrainingDoesNot() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        assertThat(ask(planned(school), "training").status()).isEqualTo(Ask.Status.MET);

        var monday = SmallGroupsSchoolBuilder.W33.plus(1).date(DayOfWeek.MONDAY);
        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), monday, null, null));
        assertThat(ask(planned(school), "training").status()).isEqualTo(Ask.Status.MET);

        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), monday.plusDays(1), null, null));
        assertThat(ask(planned(school), "training").status()).isEqualTo(Ask.Status.NOT_PLANNED);
    }

    @Test
    void eachGroupHasALine() {
        var lines = report(planned(SmallGroupsSchoolBuilder.withTwoClasses()))
                .breakdowns()
                .getFirst()
                .lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().about().value()).isEqualTo(GROUP);
        var cells = lines.getFirst().cells();
        assertThat(cells.get(2).arguments()).containsExactly(2L);
        assertThat(cells.get(3).arguments()).containsExactly(40L);
        assertThat(cells.get(5).arguments()).containsExactly(0L);
    }

    @Test
    void aTalkWithAnOwnTeacherIsCounted() {
        var from = LocalTime.of(8, 0);
        var first = new MeetingTime(
                new TreeSet<>(List.of(SmallGroupsSchoolBuilder.W33)), DayOfWeek.MONDAY, from, from.plusMinutes(20));
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses()).time("sg/talk/dan/town/1/before", first);

        assertThat(ask(bench, "talks").shortBy()).isEqualTo(2);
        var line = report(bench).breakdowns().getFirst().lines().getFirst();
        assertThat(line.cells().get(5).arguments()).containsExactly(1L);
    }

    @Test
    void groupOfOneIsShortOfTheGuidesSize() {
        assertThat(ask(planned(SmallGroupsSchoolBuilder.withTwoClasses()).join("b1", null), "sizes")
                        .shortBy())
                .isEqualTo(1);
    }

    @Test
    void levelsWithTheLargestAllowedSpreadAreSimilar() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses())
                .join("b1", null)
                .join("a3", GROUP);

        assertThat(ask(bench, "levels").status()).isEqualTo(Ask.Status.MET);
    }

    @Test
    void supervisionWithoutGatheringIsNotPlanned() {
        assertThat(ask(planned(SmallGroupsSchoolBuilder.withTwoClasses()), "supervision")
                        .status())
                .isEqualTo(Ask.Status.NOT_PLANNED);
    }

    /** A group with a number of weeks and of sessions a week. */
    private static Ask.Status statusOf(int weeks, int sessions) {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.horizon(14);
        school.weeks = weeks;
        school.sessionsPerWeek = sessions;
        var in = new TreeSet<IsoWeek>();
        for (int i = 1; i <= weeks; i++) {
            in.add(SmallGroupsSchoolBuilder.W33.plus(i));
        }
        var bench = bench(school).join("a1", GROUP).join("a2", GROUP).seat("sg/small-group/dan/town/1/1#0", "ann");
        for (int i = 1; i <= sessions; i++) {
            var time = new MeetingTime(in, DayOfWeek.of(i), LocalTime.of(8, 0), LocalTime.of(8, 30));
            bench.time("sg/small-group/dan/town/1/" + i, time);
        }
        return report(bench).breakdowns().getFirst().lines().getFirst().status();
    }

    @Test
    void groupWithTheGuidesSessionsAndWeeksIsMet() {
        assertThat(statusOf(12, 4)).isEqualTo(Ask.Status.MET);
        assertThat(statusOf(11, 4)).isNotEqualTo(Ask.Status.MET);
        assertThat(statusOf(12, 3)).isNotEqualTo(Ask.Status.MET);
    }

    @Test
    void untrainedTutorsAndMissingTalksAreFaults() {
        var bench = planned(SmallGroupsSchoolBuilder.withTwoClasses()).seat("sg/small-group/dan/town/1/1#0", "bob");

        var faults = bench.pluginViolations(bench.timetable());

        assertThat(faults)
                .filteredOn(one -> one.rule().equals("small-groups.untrained-tutor"))
                .hasSize(2);
        assertThat(faults)
                .filteredOn(one -> one.rule().equals("small-groups.talks"))
                .extracting(one -> one.amount())
                .containsExactly(3L);
    }
}
