package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.tutoring;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeerLearningExpansionTest {
    private static Demand demand(PeerSet... sets) {
        PeerSchoolBuilder school = smallSchool();
        Stream.of(sets).forEach(school::set);
        return PeerLearningExpansion.of(school.intervention(), school.problem(), List.of());
    }

    private static Stream<String> names(Demand demand) {
        return demand.groupings().stream()
                .flatMap(grouping -> grouping.groups().stream())
                .map(Group::name);
    }

    @Test
    void pairsAreNamedByTheirSetOnlyIfTheTitleIsNotEnough() {
        assertThat(names(demand(peers("4a")))).containsExactly("Peer learning, pair 1", "Peer learning, pair 2");
        assertThat(names(demand(peers("4a"), peers("6b"))))
                .startsWith("Peer learning (4a), pair 1")
                .contains("Peer learning (6b), pair 1");
    }

    @Test
    void eachFormIsAWordOfBothLanguages() {
        for (String language : List.of("da", "en")) {
            ResourceBundle texts = new PeerLearningPlugin().texts(Locale.of(language));
            assertThat(demand(peers("4a"), tutoring("6b", "4a")).sessions())
                    .extracting(Session::form)
                    .containsOnly("equals", "tutoring")
                    .allSatisfy(form ->
                            assertThat(texts.containsKey("form." + form)).isTrue());
        }
    }
}
