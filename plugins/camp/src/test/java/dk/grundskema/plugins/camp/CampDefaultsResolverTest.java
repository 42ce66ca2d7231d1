package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CampDefaultsResolverTest {
    private final CampPlugin plugin = new CampPlugin();

    private CampParameters resolve(CampBuilder camp) {
        return plugin.withExplicitDefaults(camp.camp(), camp.problem());
    }

    @Test
    void campWithoutDaysGetsTheNamedDefaults() {
        CampParameters said = resolve(smallCamp().language(Language.DA).days());

        assertThat(said.dayKinds()).extracting(DayKind::name).containsExactly("Hverdag", "Fredag");
        assertThat(said.dayKinds().getFirst().blocks())
                .extracting(Block::title)
                .startsWith("Overlevering", "Morgenmad")
                .contains("Modul 3");
        assertThat(said.firstDay()).isEqualTo(CampBuilder.MONDAY);
        assertThat(said.lastDay())
                .isEqualTo(LocalDate.of(2026, 9, 7).plusWeeks(said.weeks()).minusDays(1));
    }

    @Test
    void explicitDefaultsExpandToTheSameDemand() {
        for (CampBuilder camp :
                new CampBuilder[] {smallCamp().days(), smallCamp().days().overnight(), smallCamp()}) {
            Intervention<CampParameters> brief = camp.camp();
            var said = new Intervention<>(
                    brief.id(), brief.type(), brief.title(), plugin.withExplicitDefaults(brief, camp.problem()));

            assertThat(said.parameters()).isNotEqualTo(brief.parameters());
            assertThat(plugin.expand(said, camp.problem())).isEqualTo(plugin.expand(brief, camp.problem()));
        }
    }

    @Test
    void numberOfTeamsAboveTheLimitStaysOpen() {
        CampBuilder camp = smallCamp().teams(Teams.defaults());
        int students = camp.problem().students().size();
        for (int i = students; i < 400; i++) {
            camp.student("student-" + i);
        }
        assertThat(resolve(camp).teams().count()).isEqualTo(40);
        assertThat(resolve(camp.student("one-more")).teams()).isEqualTo(Teams.defaults());
    }

    @Test
    void givenValuesStayAndDefaultsAreAddedOnce() {
        CampBuilder camp = smallCamp().teams(3);
        CampParameters said = resolve(camp);

        assertThat(said.teams().count()).isEqualTo(3);
        assertThat(said.subjects()).hasSameSizeAs(camp.camp().parameters().subjects());
        var again = new Intervention<>(camp.camp().id(), "camp", "Camp", said);
        assertThat(plugin.withExplicitDefaults(again, camp.problem())).isEqualTo(said);
    }
}
