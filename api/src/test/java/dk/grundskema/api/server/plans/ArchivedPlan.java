package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.timetable.Meeting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plan that is archived in tests. */
final class ArchivedPlan {
    /** Where archives are read in tests. */
    static final OrganisationId HOME = new OrganisationId("home");

    private ArchivedPlan() {}

    /** A plan with a timetable, of which the last change was undone. */
    static String in(Server server) {
        Client client = Services.administrator(server);
        String plan = Planned.plan(client, server, "camp-3-weeks", 20);
        client.with("If-Match", client.get(plan).tag()).put(plan + "/staff/ekstra", Map.of("name", "Ekstra Hånd"));
        client.with("If-Match", client.get(plan).tag()).post(plan + "/undo", Map.of());
        return plan;
    }

    /** The id in a plan's path. */
    static PlanId id(String plan) {
        return new PlanId(plan.substring(plan.lastIndexOf('/') + 1));
    }

    /** Lets somebody be away from a plan, for a reason, and says that a meeting of students wasn't held. */
    static void live(Client client, Server server, String plan) {
        var plans = server.part(Plans.class);
        Revision head = plans.revision(plans.get(id(plan)).head());
        Meeting meeting =
                server
                        .part(Documents.class)
                        .timetable(Objects.requireNonNull(head.timetable()))
                        .value()
                        .meetings()
                        .stream()
                        .filter(one ->
                                !one.studentIds().isEmpty() || !one.groupIds().isEmpty())
                        .findFirst()
                        .orElseThrow();
        String day = meeting.time().firstDate().toString();
        String staff =
                (String) ((Map<?, ?>) ((List<?>) client.get(plan + "/staff").at("/items")).getFirst()).get("id");
        Client.Answer absence = client.post(
                plan + "/absences",
                Map.of(
                        "staffId",
                        staff,
                        "from",
                        day + "T08:00",
                        "until",
                        day + "T12:30",
                        "reason",
                        "Hemmelig diagnose"));
        assertThat(absence.status()).as(absence.body()).isEqualTo(201);
        Client.Answer delivery = client.put(
                plan + "/deliveries?session="
                        + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8) + "&date=" + day,
                Map.of("held", false, "reason", "Sne på vejene"));
        assertThat(delivery.status()).as(delivery.body()).isEqualTo(200);
    }

    /** With which codes an archive is refused when it is read; none if it isn't refused. */
    static List<String> refused(Server server, byte[] archive) {
        try {
            server.part(Archives.class).read(HOME, archive, ArchiveParts.READER);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.findings().stream().map(one -> one.code()).distinct().toList();
        }
    }
}
