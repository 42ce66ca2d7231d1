package dk.grundskema.api.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.MissingPluginPlanFixture;
import dk.grundskema.api.service.testing.TestServices;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan that came from an installation with a plugin that isn't here. */
final class MissingPluginStoryTest {
    @Test
    void planWithAMissingPluginIsReadAndArchivedButNotChanged() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = MissingPluginPlanFixture.create(server);
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
        ServiceClient changing = client.withHeader("If-Match", found.tag());
        assertThat(changing.put(plan + "/weights", Map.of()).status()).isEqualTo(409);
        assertThat(changing.put(plan + "/problem", Map.of("problem", TestServices.exampleProblem("camp-3-weeks")))
                        .status())
                .isEqualTo(409);
        assertThat(client.post(plan + "/scenarios", Map.of("title", "Anden")).status())
                .isEqualTo(409);
    }
}
