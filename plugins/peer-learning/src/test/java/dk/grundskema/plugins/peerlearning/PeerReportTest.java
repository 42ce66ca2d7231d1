package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchool.aSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchool.limited;
import static dk.grundskema.plugins.peerlearning.PeerSchool.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchool.tutoring;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.spi.toolkit.Setting;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the report says of pairs whose decisions were taken by hand. */
class PeerReportTest {
    private static RuleBench bench(PeerSchool school) {
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
        return bench(aSchool()
                        .set(limited(tutoring("4a", "6b"), null, 10))
                        .level("a1", 20)
                        .level("b1", tutor))
                .join("a1", "peers/pair/4a/1");
    }

    @Test
    void aTutorWhoIsBehindIsNotAheadAndOneAtTheSameLevelIsNotBehind() {
        assertThat(ask(tutored(20), "ahead").status()).isEqualTo(Status.MET);
        Ask behind = ask(tutored(19), "ahead");
        assertThat(behind.shortBy()).isEqualTo(1);
        assertThat(behind.places().getFirst().where()).containsExactly(new GroupId("peers/pair/4a/1"));
    }

    @Test
    void aSetOfTwoClassesGoesByWhatThePlannerCallsItAndOneOfAClassByTheClass() {
        var both = PeerSchool.set("together", List.of("4a"), List.of("6b"), PeerSet.Form.TUTORING, Setting.INSIDE);
        assertThat(firstLine(bench(aSchool().set(both)))).isEqualTo(new GroupId("together"));
        var one = PeerSchool.set("alone", List.of("4a"), List.of(), PeerSet.Form.EQUALS, Setting.INSIDE);
        assertThat(firstLine(bench(aSchool().set(one)))).isEqualTo(new GroupId("4a"));
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
    void equalsHaveNobodyAheadAndKeepTheirTimesAndPairs() {
        var bench = bench(aSchool().set(peers("4a")).numbers(12, 1, 30, 10));

        assertThat(ask(bench, "ahead").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(ask(bench, "stable").asked()).isEqualTo(1);
        assertThat(ask(bench, "stable").status()).isEqualTo(Status.MET);
        assertThat(ask(bench, "length").status()).isEqualTo(Status.NOTED);
        assertThat(ask(bench, "length").given()).isEqualTo(30);
    }
}
