package dk.grundskema.api.service.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.archive.ArchiveFixture;
import dk.grundskema.api.service.archive.ArchiveFormat;
import dk.grundskema.api.service.archive.PlanArchiver;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan that came from an installation with a plugin that isn't here. */
public final class MissingPluginPlanFixture {
    private MissingPluginPlanFixture() {}

    /** Its place in a service that reads it from an archive. */
    public static String create(Server server) {
        ServiceClient client = ServiceClient.administrator(server);
        String place = client.post(
                        "/api/v1/organisations/home/plans",
                        Map.of("title", "Lejr", "problem", TestServices.exampleProblem("camp-3-weeks")))
                .header("Location");
        var archives = server.bean(PlanArchiver.class);
        Map<String, String> parts =
                ArchiveFixture.unpack(archives.createArchive(new PlanId(place.substring(place.lastIndexOf('/') + 1))));
        var foreign = new LinkedHashMap<String, String>();
        String manifest = String.valueOf(parts.get(ArchiveFormat.MANIFEST)).replace("\"camp\": ", "\"elsewhere\": ");
        for (var part : parts.entrySet()) {
            if (!part.getKey().equals(ArchiveFormat.MANIFEST)) {
                String text = part.getValue().replace("\"type\": \"camp\"", "\"type\": \"elsewhere\"");
                String hash = JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good ? good.hash() : "";
                foreign.put(ArchiveFormat.documentPartName(hash), text);
                manifest = manifest.replace(part.getKey().substring(10, 74), hash);
            }
        }
        foreign.put(ArchiveFormat.MANIFEST, manifest);
        Plan plan =
                archives.readArchive(new OrganisationId("home"), ArchiveFixture.pack(foreign), ArchiveFixture.READER);
        return "/api/v1/plans/" + plan.id();
    }
}
