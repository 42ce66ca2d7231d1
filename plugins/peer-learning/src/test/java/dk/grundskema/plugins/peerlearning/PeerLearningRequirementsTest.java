package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerLearningRequirements.REQUIREMENTS;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.W33;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.requirement.AlteredExpansion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meetings that are required, derived without the demand. */
class PeerLearningRequirementsTest {
    private static final String FIRST = "peers/peer-learning/4a/1";
    private static final String SECOND = "peers/peer-learning/4a/2";
    private static final List<Object> WHO = List.of(1, List.of(new GroupId("4a")));

    private static MeetingTime at(DayOfWeek day, String start, String end, int weeks) {
        var in = new TreeSet<IsoWeek>();
        for (int i = 0; i < weeks; i++) {
            in.add(W33.plus(i));
        }
        return new MeetingTime(in, day, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static RuleBench bench(PeerSchoolBuilder school, MeetingTime first) {
        return RuleBench.of(new PeerLearningPlugin(), school.problem())
                .time(FIRST, first)
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00", "08:45", 16))
                .join("a1", "peers/pair/4a/1")
                .join("a2", "peers/pair/4a/1")
                .join("a3", "peers/pair/4a/2")
                .join("a4", "peers/pair/4a/2");
    }

    private static List<RuleViolation> differences(MeetingTime first) {
        RuleBench bench = bench(smallSchool().set(peers("4a", "DAN")), first);
        return REQUIREMENTS.differences(bench);
    }

    @Test
    void lessonsInAllWeeksAreAsRequired() {
        assertThat(differences(at(DayOfWeek.MONDAY, "08:00", "08:45", 16))).isEmpty();
    }

    @Test
    void fifteenOfSixteenWeeksAreOneTooFew() {
        assertThat(differences(at(DayOfWeek.MONDAY, "08:00", "08:45", 15)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.required-in-week");
                    assertThat(fault.arguments())
                            .containsExactly("Peer learning", WHO.getFirst(), WHO.getLast(), W33.plus(15));
                });
    }

    @Test
    void shorterLessonIsReportedWithBothLengths() {
        assertThat(differences(at(DayOfWeek.MONDAY, "08:00", "08:40", 16)))
                .extracting(RuleViolation::rule, RuleViolation::arguments)
                .containsExactly(tuple("core.asked-length", List.of(new SessionId(FIRST), 40L, 45L)));
    }

    @Test
    void weekInWhichTheLessonIsNotHeldIsNotRequired() {
        var school = smallSchool().set(peers("4a", "DAN")).closed("2026-08-17");
        MeetingTime all = at(DayOfWeek.MONDAY, "08:00", "08:45", 16);
        var weeks = new TreeSet<>(all.weeks());
        weeks.remove(W33.plus(1));
        RuleBench bench = bench(school, new MeetingTime(weeks, all.weekday(), all.start(), all.end()));

        assertThat(REQUIREMENTS.differences(bench)).isEmpty();
    }

    @Test
    void lessonOutsideTheWeeksIsNotRequired() {
        RuleBench bench = bench(
                smallSchool().set(peers("4a", "DAN")).numbers(12, 2, 45, 15),
                at(DayOfWeek.MONDAY, "08:00", "08:45", 12));
        bench.time(SECOND, at(DayOfWeek.TUESDAY, "08:00", "08:45", 13));

        assertThat(REQUIREMENTS.differences(bench))
                .extracting(RuleViolation::rule, RuleViolation::arguments)
                .containsExactly(tuple("core.asked-other-week", List.of(new SessionId(SECOND), W33.plus(12))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "a4"})
    void studentWhoLeavesEndsNoLessonOfTheOthers(String leaver) {
        var school = smallSchool()
                .set(peers("4a", "DAN"))
                .pair(null, "a1", "a2")
                .pair(null, "a3", "a4")
                .leaves(leaver, 6);
        MeetingTime all = at(DayOfWeek.MONDAY, "08:00", "08:45", 16);
        MeetingTime six = at(DayOfWeek.MONDAY, "08:00", "08:45", 6);

        assertThat(demandDifferences(new PeerLearningPlugin(), school.problem()))
                .isEmpty();
        assertThat(REQUIREMENTS.differences(keptPairs(school, all))).isEmpty();
        assertThat(keptPairs(school, all).check()).isEmpty();
        assertThat(REQUIREMENTS.differences(keptPairs(school, six)))
                .as("the others go on for ten weeks")
                .hasSize(10);
    }

    private static RuleBench keptPairs(PeerSchoolBuilder school, MeetingTime first) {
        return RuleBench.of(new PeerLearningPlugin(), school.problem())
                .time(FIRST, first)
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00", "08:45", 16));
    }

    @Test
    void nobodyLearnsInPairsWhereOneIsLeft() {
        var school = smallSchool()
                .set(peers("4a", "DAN"))
                .leaves("a1", 6)
                .leaves("a2", 6)
                .leaves("a3", 10);
        var plugin = new PeerLearningPlugin();

        assertThat(plugin.expand(school.intervention(), school.problem()).sessions())
                .flatExtracting(Session::times)
                .allSatisfy(time -> assertThat(time.weeks().last()).isEqualTo(W33.plus(9)));
        assertThat(demandDifferences(plugin, school.problem())).isEmpty();
    }

    /** Exchanges two students wherever the demand names them. */
    private static Grouping exchanged(Grouping grouping, StudentId one, StudentId other) {
        UnaryOperator<StudentId> swap = who -> who.equals(one) ? other : who.equals(other) ? one : who;
        return RecordCopy.with(
                grouping,
                Map.of(
                        "groups",
                        grouping.groups().stream()
                                .map(group -> RecordCopy.with(
                                        group,
                                        "members",
                                        group.members().stream()
                                                .map(member -> GroupMember.always(swap.apply(member.studentId())))
                                                .toList()))
                                .toList(),
                        "students",
                        grouping.students().stream().map(swap).toList(),
                        "choices",
                        grouping.choices().entrySet().stream()
                                .collect(
                                        Collectors.toMap(choice -> swap.apply(choice.getKey()), Map.Entry::getValue))));
    }

    @Test
    void keptPairThatTheExpansionSplitsByMistakeIsFound() {
        var a2 = new StudentId("a2");
        var a3 = new StudentId("a3");
        Problem problem =
                smallSchool().set(peers("4a", "DAN")).pair(null, "a1", "a2").problem();
        var plugin = AlteredExpansion.of(
                new PeerLearningPlugin(),
                demand -> RecordCopy.with(
                        demand,
                        "groupings",
                        demand.groupings().stream()
                                .map(one -> exchanged(one, a2, a3))
                                .toList()));

        assertThat(demandDifferences(new PeerLearningPlugin(), problem)).isEmpty();
        assertThat(demandDifferences(plugin, problem)).isNotEmpty();
    }

    private static List<String> demandDifferences(InterventionPlugin<?> plugin, Problem problem) {
        return REQUIREMENTS.demandDifferences(
                plugin, problem, RuleBench.of(plugin, problem).timetable());
    }

    @Test
    void strongerHalfTutorsAndEachHasAPair() {
        var school = smallSchool()
                .set(PeerSchoolBuilder.set(
                        "4a", List.of("4a"), List.of(), PeerSet.Form.TUTORING, MeetingPlacement.INSIDE, "DAN"))
                .level("a1", 10)
                .level("a2", 40)
                .level("a3", 20)
                .level("a4", 30);
        var bench = RuleBench.of(new PeerLearningPlugin(), school.problem())
                .join("a1", "peers/pair/4a/1")
                .join("a3", "peers/pair/4a/2");
        var members = bench.timetable().groups().stream()
                .map(group -> group.members().stream()
                        .map(member -> member.studentId().value())
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(members).contains(Set.of("a1", "a2"), Set.of("a3", "a4"));
        assertThat(demandDifferences(new PeerLearningPlugin(), school.problem()))
                .isEmpty();
    }
}
