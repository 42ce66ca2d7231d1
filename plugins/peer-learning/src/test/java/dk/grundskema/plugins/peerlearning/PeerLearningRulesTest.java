package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.W33;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.set;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.tutoring;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.withLimits;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.peerlearning.PeerSet.Form;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The penalties of the rules; the independent check finds the same. */
class PeerLearningRulesTest {
    private static final String FIRST = "peers/peer-learning/4a/1";
    private static final String SECOND = "peers/peer-learning/4a/2";
    private static final String PAIR = "peers/pair/4a/1";

    private static RuleBench bench(PeerSchoolBuilder school) {
        return RuleBench.of(new PeerLearningPlugin(), school.problem());
    }

    private static MeetingTime at(DayOfWeek day, String start, int weeks) {
        var in = new TreeSet<IsoWeek>();
        for (int i = 0; i < weeks; i++) {
            in.add(W33.plus(i));
        }
        return new MeetingTime(
                in, day, LocalTime.parse(start), LocalTime.parse(start).plusMinutes(45));
    }

    private static List<RuleViolation> faults(RuleBench bench, String rule) {
        return bench.pluginViolations(bench.timetable()).stream()
                .filter(fault -> fault.rule().equals("peer-learning." + rule))
                .toList();
    }

    private static void assertCharged(RuleBench bench, String rule, long amount, Object where) {
        assertThat(bench.penalty("peer-learning." + rule)).isEqualTo(amount);
        if (amount == 0) {
            assertThat(faults(bench, rule)).isEmpty();
        } else {
            assertThat(bench.places("peer-learning." + rule)).containsExactly(List.of(where));
            assertThat(faults(bench, rule)).singleElement().satisfies(fault -> {
                assertThat(fault.amount()).isEqualTo(amount);
                assertThat(fault.arguments()).containsExactly(where);
            });
        }
    }

    @Test
    void aLessonInsideALessonOfItsSubjectCostsNothing() {
        assertCharged(
                bench(smallSchool().set(peers("4a", "DAN"))).time(FIRST, at(DayOfWeek.MONDAY, "08:00", 16)),
                "unsuitable-time",
                0,
                "");
    }

    @ParameterizedTest
    @CsvSource({"09:00", "08:05", "07:55", "14:00"})
    void aLessonInAnotherSubjectOrPartlyOutsideLessonsCostsOne(String start) {
        assertCharged(
                bench(smallSchool().set(peers("4a", "DAN"))).time(FIRST, at(DayOfWeek.MONDAY, start, 16)),
                "unsuitable-time",
                1,
                new SessionId(FIRST));
    }

    @Test
    void weekWithoutTheLessonMakesItsTimeUnsuitable() {
        var until = smallSchool().set(peers("4a")).lessonsInFirstWeeks(15);
        assertCharged(bench(until).time(FIRST, at(DayOfWeek.MONDAY, "08:00", 15)), "unsuitable-time", 0, "");
        assertCharged(
                bench(until).time(FIRST, at(DayOfWeek.MONDAY, "08:00", 16)),
                "unsuitable-time",
                1,
                new SessionId(FIRST));
    }

    @Test
    void twoClassesMeetInSimultaneousSuitableLessons() {
        var school = smallSchool().set(tutoring("4a", "6b", "MAT", "DAN"));
        assertCharged(bench(school).time(FIRST, at(DayOfWeek.FRIDAY, "08:00", 16)), "unsuitable-time", 0, "");
        school.subject("6b/MAT/5/08:00", "ENG");
        assertCharged(
                bench(school).time(FIRST, at(DayOfWeek.FRIDAY, "08:00", 16)),
                "unsuitable-time",
                1,
                new SessionId(FIRST));
    }

    @Test
    void meetingOutsideLessonsIsWithinUsableTimeAndOverlapsNoLesson() {
        var school = smallSchool()
                .set(set("4a", List.of("4a"), List.of(), Form.EQUALS, MeetingPlacement.OUTSIDE))
                .usable("09:30", "11:00");
        assertCharged(bench(school).time(FIRST, at(DayOfWeek.MONDAY, "10:15", 16)), "unsuitable-time", 0, "");
        assertCharged(
                bench(school).time(FIRST, at(DayOfWeek.MONDAY, "10:30", 16)),
                "unsuitable-time",
                1,
                new SessionId(FIRST));
        assertCharged(
                bench(school).time(FIRST, at(DayOfWeek.MONDAY, "09:30", 16)),
                "unsuitable-time",
                1,
                new SessionId(FIRST));
    }

    @ParameterizedTest
    @CsvSource({"a1, a2, 5", "a2, a1, 5", "a1, a3, 0", "a1, a4, 0", "a2, a3, 0"})
    void pairOfEqualsCostsThePointsAboveTheLimit(String one, String other, long amount) {
        var bench = bench(smallSchool()
                        .set(withLimits(peers("4a"), 20, null))
                        .level("a1", 10)
                        .level("a2", 35)
                        .level("a3", 30))
                .join(one, PAIR)
                .join(other, PAIR);
        assertCharged(bench, "too-far-apart", amount, new GroupId(PAIR));
    }

    @ParameterizedTest
    @CsvSource({"a1, a2, 25", "a2, a1, 25", "a1, a1, 0", "a1, a4, 0"})
    void pairOfEqualsCostsEachPointOfDifference(String one, String other, long amount) {
        var bench = bench(smallSchool().set(peers("4a")).level("a1", 10).level("a2", 35))
                .join(one, PAIR)
                .join(other, PAIR);
        assertThat(bench.penalty("peer-learning.unequal")).isEqualTo(amount);
    }

    @Test
    void levelsOfAKeptPairCostNothing() {
        var bench = bench(smallSchool()
                .set(withLimits(peers("4a"), 20, null))
                .level("a1", 10)
                .level("a2", 90)
                .pair("ann", "a1", "a2"));
        assertCharged(bench, "too-far-apart", 0, "");
        assertThat(bench.penalty("peer-learning.unequal")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"b1, 3", "b2, 0", "b3, 0"})
    void tutorCostsThePointsMissingForTheRequiredLead(String tutor, long amount) {
        var bench = bench(smallSchool()
                        .set(withLimits(tutoring("4a", "6b"), null, 10))
                        .level("a1", 20)
                        .level("b1", 27)
                        .level("b2", 30))
                .join("a1", "peers/pair/4a/" + tutor.charAt(1));
        assertCharged(bench, "tutor-behind", amount, new GroupId("peers/pair/4a/" + tutor.charAt(1)));
    }

    @Test
    void namedTutorsMayBeOlderInsteadOfStronger() {
        var bench = bench(
                        smallSchool().set(tutoring("4a", "6b")).level("a1", 90).level("b1", 10))
                .join("a1", PAIR);
        assertCharged(bench, "tutor-behind", 0, "");
    }

    @Test
    void lessonsOfASetOnOneDayCostOneAndOnTwoDaysNothing() {
        var bench = bench(smallSchool().set(peers("4a")).set(peers("6b")));
        bench.time(FIRST, at(DayOfWeek.MONDAY, "08:00", 16)).time(SECOND, at(DayOfWeek.MONDAY, "09:00", 16));
        assertThat(bench.penalty("peer-learning.same-day")).isEqualTo(1);
        assertThat(bench.places("peer-learning.same-day")).containsExactly(List.of("4a", DayOfWeek.MONDAY));
        bench.time(SECOND, at(DayOfWeek.TUESDAY, "09:00", 16))
                .time("peers/peer-learning/6b/1", at(DayOfWeek.MONDAY, "08:00", 16));
        assertThat(bench.penalty("peer-learning.same-day")).isZero();
    }

    @Test
    void weekLostToAClosedDayCostsOne() {
        var bench = bench(smallSchool().closed("2026-08-17").set(peers("4a")));
        var monday = at(DayOfWeek.MONDAY, "08:00", 16);
        var weeks = new TreeSet<>(monday.weeks());
        weeks.remove(W33.plus(1));
        bench.time(FIRST, new MeetingTime(weeks, DayOfWeek.MONDAY, monday.start(), monday.end()));
        assertThat(bench.places("peer-learning.weeks-left-out")).containsExactly(List.of(new SessionId(FIRST)));
        assertThat(bench.penalty("peer-learning.weeks-left-out")).isEqualTo(1);
        bench.time(FIRST, at(DayOfWeek.TUESDAY, "08:00", 16));
        assertThat(bench.penalty("peer-learning.weeks-left-out")).isZero();
    }

    @Test
    void eachFurtherAdultOfASetCostsOne() {
        var bench = bench(smallSchool()
                        .set(set("4a", List.of("4a"), List.of(), Form.EQUALS, MeetingPlacement.OUTSIDE))
                        .usable("10:00", "11:00"))
                .time(FIRST, at(DayOfWeek.MONDAY, "10:00", 16))
                .time(SECOND, at(DayOfWeek.TUESDAY, "10:00", 16))
                .seat(FIRST + "#0", "ann")
                .seat(SECOND + "#0", "ann");
        assertThat(bench.penalty("peer-learning.many-adults")).isEqualTo(1);
        bench.seat(SECOND + "#0", "bob");
        assertThat(bench.penalty("peer-learning.many-adults")).isEqualTo(2);
    }
}
