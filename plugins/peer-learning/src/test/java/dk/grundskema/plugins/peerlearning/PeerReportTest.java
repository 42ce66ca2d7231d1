package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.W33;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.set;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.tutoring;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.withLimits;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report about pairs whose decisions were set by hand. */
class PeerReportTest {
    private static final String FIRST = "peers/peer-learning/4a/1";
    private static final String SECOND = "peers/peer-learning/4a/2";

    private static RuleBench bench(PeerSchoolBuilder school) {
        return RuleBench.of(new PeerLearningPlugin(), school.problem());
    }

    private static Ask ask(RuleBench bench, String name) {
        return bench.fidelity(bench.timetable()).getFirst().asks().stream()
                .filter(one -> one.code().equals("peer-learning.ask." + name))
                .findFirst()
                .orElseThrow();
    }

    /** Of the first pair the tutor has a level, and a1 has 20. */
    private static RuleBench tutored(int tutor) {
        return bench(smallSchool()
                        .set(withLimits(tutoring("4a", "6b"), null, 10))
                        .level("a1", 20)
                        .level("b1", tutor))
                .join("a1", "peers/pair/4a/1");
    }

    @Test
    void tutorBehindIsShortAndTutorAtTheSameLevelIsNot() {
        assertThat(ask(tutored(20), "ahead").status()).isEqualTo(Status.MET);
        Ask behind = ask(tutored(19), "ahead");
        assertThat(behind.shortBy()).isEqualTo(1);
        assertThat(behind.places().getFirst().where()).containsExactly(new GroupId("peers/pair/4a/1"));
    }

    @Test
    void setOfTwoClassesHasTheGivenNameAndSetOfOneClassThatOfTheClass() {
        var both = PeerSchoolBuilder.set(
                "together", List.of("4a"), List.of("6b"), PeerSet.Form.TUTORING, MeetingPlacement.INSIDE);
        assertThat(firstLine(bench(smallSchool().set(both)))).isEqualTo(new GroupId("together"));
        var one =
                PeerSchoolBuilder.set("alone", List.of("4a"), List.of(), PeerSet.Form.EQUALS, MeetingPlacement.INSIDE);
        assertThat(firstLine(bench(smallSchool().set(one)))).isEqualTo(new GroupId("4a"));
    }

    private static Object firstLine(RuleBench bench) {
        return bench.fidelity(bench.timetable())
                .getFirst()
                .breakdowns()
                .getFirst()
                .lines()
                .getFirst()
                .about();
    }

    @Test
    void equalsNeedNoLeadAndKeepTheirTimesAndPairs() {
        var bench = bench(smallSchool().set(peers("4a")).numbers(12, 1, 30, 10));

        assertThat(ask(bench, "ahead").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(ask(bench, "stable").asked()).isEqualTo(1);
        assertThat(ask(bench, "stable").status()).isEqualTo(Status.MET);
        assertThat(ask(bench, "length").status()).isEqualTo(Status.NOTED);
        assertThat(ask(bench, "length").given()).isEqualTo(30);
    }

    private static Breakdown table(RuleBench bench, int number) {
        return bench.fidelity(bench.timetable()).getFirst().breakdowns().get(number);
    }

    private static MeetingTime timeOn(DayOfWeek day, String start) {
        var from = LocalTime.parse(start);
        return new MeetingTime(new TreeSet<>(List.of(W33)), day, from, from.plusMinutes(45));
    }

    @ParameterizedTest
    @CsvSource({"30, 15, MET", "29, 15, SHORT", "30, 14, SHORT", "45, 16, SHORT"})
    void rolesAreSwappedAfterFifteenMinutesOfALessonOfAtLeastThirty(int minutes, int swap, Status status) {
        Ask swapped = ask(bench(smallSchool().set(peers("4a")).numbers(16, 2, minutes, swap)), "swap");

        assertThat(swapped.status()).isEqualTo(status);
        assertThat(swapped.places())
                .allSatisfy(one -> assertThat(one.why().code()).isEqualTo("peer-learning.why.other-swap"));
    }

    @Test
    void onlyEqualsSwapRoles() {
        assertThat(ask(bench(smallSchool().set(tutoring("4a", "6b")).numbers(16, 2, 45, 10)), "swap")
                        .status())
                .isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void aLessonOutsideLessonsWithoutAnAdultIsNamed() {
        var school = smallSchool()
                .set(set("4a", List.of("4a"), List.of(), PeerSet.Form.EQUALS, MeetingPlacement.OUTSIDE))
                .usable("10:00", "11:00");
        var bench = bench(school).time(FIRST, timeOn(DayOfWeek.MONDAY, "10:00"));
        assertThat(ask(bench, "adult").shortBy()).isEqualTo(1);

        assertThat(ask(bench.seat(FIRST + "#0", "ann"), "adult").status()).isEqualTo(Status.MET);
    }

    @Test
    void setWithMoreTimesThanLessonsAWeekIsNotStable() {
        var school = smallSchool().set(peers("4a"));
        var bench = bench(school)
                .time(FIRST, timeOn(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, timeOn(DayOfWeek.TUESDAY, "08:00"));
        var parameters = school.intervention().parameters();
        var finished = new FinishedIntervention(school.intervention(), school.problem(), bench.timetable());
        var only = FinishedSet.of(finished, parameters, school.problem()).getFirst();

        assertThat(only.isStable(2)).isTrue();
        assertThat(only.isStable(1)).isFalse();
    }

    @Test
    void setWithAllItsLessonsIsMetAndListedWithItsNumbers() {
        var bench = bench(smallSchool().set(peers("4a")).pair("ann", "a1", "a2"))
                .time(FIRST, timeOn(DayOfWeek.MONDAY, "08:00"))
                .join("a3", "peers/pair/4a/1")
                .join("a4", "peers/pair/4a/1");
        var lacking = table(bench, 0).lines().getFirst();
        assertThat(lacking.status()).isNotEqualTo(Status.MET);
        assertThat(lacking.sessions()).containsExactly(new SessionId(FIRST));
        assertThat(lacking.cells().get(1).arguments()).containsExactly(4L);
        assertThat(lacking.cells().get(2).arguments()).containsExactly(2L);

        bench.time(SECOND, timeOn(DayOfWeek.TUESDAY, "08:00"));
        assertThat(table(bench, 0).lines().getFirst().status()).isEqualTo(Status.MET);
    }
}
