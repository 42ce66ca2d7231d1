package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.start.Server;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan that came from an installation with a plugin that isn't here. */
final class MissingPluginTest {
    private static String aPlanOfAForeignType(Server server) {
        Client client = Services.administrator(server);
        String place = client.post(
                        "/api/v1/organisations/home/plans",
                        Map.of("title", "Lejr", "problem", Services.example("camp-3-weeks")))
                .header("Location");
        var archives = server.part(Archives.class);
        Map<String, String> parts =
                ArchiveParts.of(archives.of(new PlanId(place.substring(place.lastIndexOf('/') + 1))));
        var foreign = new LinkedHashMap<String, String>();
        String manifest = String.valueOf(parts.get(ArchiveFile.MANIFEST)).replace("\"camp\": ", "\"elsewhere\": ");
        for (var part : parts.entrySet()) {
            if (!part.getKey().equals(ArchiveFile.MANIFEST)) {
                String text = part.getValue().replace("\"type\": \"camp\"", "\"type\": \"elsewhere\"");
                String hash = JsonParsing.parse(text) instanceof Read.Good<Json> good ? good.hash() : "";
                foreign.put(ArchiveFile.part(hash), text);
                manifest = manifest.replace(part.getKey().substring(10, 74), hash);
            }
        }
        foreign.put(ArchiveFile.MANIFEST, manifest);
        Plan plan = archives.read(new OrganisationId("home"), ArchiveParts.packed(foreign), ArchiveParts.READER);
        return "/api/v1/plans/" + plan.id();
    }

    @ParameterizedTest
    @EnumSource
    void itIsLookedAtAndFetchedButNotChanged(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String plan = aPlanOfAForeignType(server);
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
