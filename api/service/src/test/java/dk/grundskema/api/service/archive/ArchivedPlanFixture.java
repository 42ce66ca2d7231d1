package dk.grundskema.api.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.domain.timetable.Meeting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plan that is archived in tests. */
final class ArchivedPlanFixture {
    /** Where archives are read in tests. */
    static final OrganisationId HOME = new OrganisationId("home");

    private ArchivedPlanFixture() {}

    /** A plan with a timetable, of which the last change was undone. */
    static String create(Server server) {
        ServiceClient client = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/staff/ekstra", Map.of("name", "Ekstra Hånd"));
        client.withHeader("If-Match", client.get(plan).tag()).post(plan + "/undo", Map.of());
        return plan;
    }

    /** The id in a plan's path. */
    static PlanId id(String plan) {
        return new PlanId(plan.substring(plan.lastIndexOf('/') + 1));
    }

    /** Records an absence with a reason, and a meeting of students that was not held. */
    static void addTraces(ServiceClient client, Server server, String plan) {
        var plans = server.bean(PlanStore.class);
        Revision head = plans.revision(plans.get(id(plan)).head());
        Meeting meeting = server
                .bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(head.timetable()))
                .value()
                .meetings()
                .stream()
                .filter(one -> !one.studentIds().isEmpty() || !one.groupIds().isEmpty())
                .findFirst()
                .orElseThrow();
        String day = meeting.time().firstDate().toString();
        String staff =
                (String) ((Map<?, ?>) ((List<?>) client.get(plan + "/staff").at("/items")).getFirst()).get("id");
        ServiceClient.Answer absence = client.post(
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
        ServiceClient.Answer delivery = client.put(
                plan + "/deliveries?session="
                        + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8) + "&date=" + day,
                Map.of("held", false, "reason", "Sne på vejene"));
        assertThat(delivery.status()).as(delivery.body()).isEqualTo(200);
    }

    /** Returns the codes with which reading an archive is refused; none if it is accepted. */
    static List<String> refusalCodes(Server server, byte[] archive) {
        try {
            server.bean(PlanArchiver.class).readArchive(HOME, archive, ArchiveFixture.READER);
            return List.of();
        } catch (RefusalException refusal) {
            return refusal.findings().stream().map(one -> one.code()).distinct().toList();
        }
    }
}
