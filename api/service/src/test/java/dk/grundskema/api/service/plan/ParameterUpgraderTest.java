package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.documents.problem.WalkPlugin;
import dk.grundskema.api.documents.problem.WalkPlugin.WalkParameters;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParameterUpgraderTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new WalkPlugin()));

    private static String problem(String walk) {
        return """
                {"version": 1, "title": "T", "horizon": {"firstWeek": "2026-W40", "weeks": 1}, "sites": [{"id": "s", "name": "S"}],
                 "interventions": [{"id": "w", "type": "walk", "title": "W", %s}]}""".formatted(walk);
    }

    private static Json json(String text) {
        return ((ReadResult.Success<Json>) JsonTreeParser.parse(text)).value();
    }

    private static String upgraded(String problem) {
        return JsonFormatter.format(ParameterUpgrader.upgrade(json(problem), PLUGINS));
    }

    private static int kilometres(String problem) {
        if (new ProblemReader(PLUGINS).read(problem) instanceof ReadResult.Success<Problem> good
                && good.value().interventions().getFirst().parameters() instanceof WalkParameters walk) {
            return walk.kilometres();
        }
        throw new AssertionError(new ProblemReader(PLUGINS).read(problem).findings());
    }

    @Test
    void parametersOfAnEarlierVersionAreKeptInThePresentOne() {
        String old = problem("\"parameterVersion\": 2, \"parameters\": {\"miles\": 7}");
        assertThat(kilometres(old)).isEqualTo(7);
        String kept = upgraded(old);
        assertThat(kept)
                .contains("\"parameterVersion\": 3", "\"kilometres\": 7")
                .doesNotContain("miles");
        assertThat(kilometres(kept)).isEqualTo(7);
        assertThat(upgraded(kept)).isEqualTo(kept);
    }

    @Test
    void parametersWithoutVersionAreKeptWithTheCurrentVersion() {
        String kept = upgraded(problem("\"parameters\": {\"kilometres\": 9}"));
        assertThat(kept).contains("\"parameterVersion\": 3");
        assertThat(kilometres(kept)).isEqualTo(9);
    }

    @Test
    void anInterventionOfAForeignTypeIsKeptAsItIs() {
        String foreign = problem("\"parameters\": {}").replace("walk", "swim");
        assertThat(upgraded(foreign)).isEqualTo(JsonFormatter.format(json(foreign)));
    }
}
