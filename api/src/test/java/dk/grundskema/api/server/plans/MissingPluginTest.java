package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;

/** A plan that came from an installation with a plugin that isn't here. */
final class MissingPluginTest {
    @ParameterizedTest
    @DatabaseSource
    void itIsLookedAtAndFetchedButNotChanged(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String plan = ForeignPlan.in(server);
        Answer found = client.get(plan);
        assertThat(found.at("/missing/0")).as(found.body()).isEqualTo("elsewhere");
        assertThat(client.get(plan + "/problem").body()).contains("elsewhere");
        assertThat(client.get(plan + "/archive").status()).isEqualTo(200);
        Object revision = found.at("/revision/id");
        assertThat(client.get("/api/v1/revisions/" + revision + "/comparison/" + revision)
                        .status())
                .isEqualTo(200);
        Answer findings = client.get(plan + "/findings");
        assertThat(findings.status()).isEqualTo(409);
        assertThat(findings.at("/code")).isEqualTo("plan.plugin-missing");
        assertThat(findings.body()).contains("elsewhere");
        Client changing = client.with("If-Match", found.tag());
        assertThat(changing.put(plan + "/weights", Map.of()).status()).isEqualTo(409);
        assertThat(changing.put(plan + "/problem", Map.of("problem", Services.example("camp-3-weeks")))
                        .status())
                .isEqualTo(409);
        assertThat(client.post(plan + "/scenarios", Map.of("title", "Anden")).status())
                .isEqualTo(409);
    }
}
