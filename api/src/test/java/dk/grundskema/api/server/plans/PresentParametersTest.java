package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.planning.WalkPlugin;
import dk.grundskema.api.planning.WalkPlugin.WalkParameters;
import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PresentParametersTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new WalkPlugin()));

    private static String problem(String walk) {
        return """
                {"version": 1, "title": "T", "horizon": {"firstWeek": "2026-W40", "weeks": 1}, "sites": [{"id": "s", "name": "S"}],
                 "interventions": [{"id": "w", "type": "walk", "title": "W", %s}]}""".formatted(walk);
    }

    private static int kilometres(String problem) {
        if (new ProblemReader(PLUGINS).read(problem) instanceof Read.Good<Problem> good
                && good.value().interventions().getFirst().parameters() instanceof WalkParameters walk) {
            return walk.kilometres();
        }
        throw new AssertionError(new ProblemReader(PLUGINS).read(problem).findings());
    }

    @Test
    void parametersOfAnEarlierVersionAreKeptInThePresentOne() {
        String old = problem("\"parameterVersion\": 2, \"parameters\": {\"miles\": 7}");
        assertThat(kilometres(old)).isEqualTo(7);
        String kept = PresentParameters.of(old, PLUGINS);
        assertThat(kept)
                .contains("\"parameterVersion\": 3", "\"kilometres\": 7")
                .doesNotContain("miles");
        assertThat(kilometres(kept)).isEqualTo(7);
        assertThat(PresentParameters.of(kept, PLUGINS)).isEqualTo(kept);
    }

    @Test
    void whatSaysNoVersionIsKeptWithThatOfTheDay() {
        String kept = PresentParameters.of(problem("\"parameters\": {\"kilometres\": 9}"), PLUGINS);
        assertThat(kept).contains("\"parameterVersion\": 3");
        assertThat(kilometres(kept)).isEqualTo(9);
    }

    @Test
    void anInterventionOfAForeignTypeIsKeptAsItIs() {
        String foreign = problem("\"parameters\": {}").replace("walk", "swim");
        assertThat(PresentParameters.of(foreign, PLUGINS)).isEqualTo(foreign);
    }
}
