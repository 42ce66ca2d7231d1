package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.start.Server;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan that came from an installation with a plugin that isn't here. */
public final class ForeignPlan {
    private ForeignPlan() {}

    /** Its place in a service that reads it from an archive. */
    public static String in(Server server) {
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
}
