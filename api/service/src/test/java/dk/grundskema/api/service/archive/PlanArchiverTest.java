package dk.grundskema.api.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan and all its data are the same after archiving and reading back. */
final class PlanArchiverTest {
    @Test
    void anotherInstallationReadsAnArchiveBackToTheSamePlan() {
        Server server = TestServices.on(TestDatabase.H2);
        String plan = ArchivedPlanFixture.create(server);
        byte[] archive = server.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan));
        Server other = TestServices.elsewhere();
        Plan read =
                other.bean(PlanArchiver.class).readArchive(ArchivedPlanFixture.HOME, archive, ArchiveFixture.READER);
        assertThat(read.id()).isEqualTo(ArchivedPlanFixture.id(plan));
        ServiceClient here = ServiceClient.administrator(server);
        ServiceClient there = ServiceClient.administrator(other);
        for (String what : List.of("/problem", "/timetable")) {
            assertThat(there.get(plan + what).body())
                    .as(what)
                    .isEqualTo(here.get(plan + what).body());
        }
        assertThat(there.get(plan + "/revisions").body().replace("\"author\": \"elsewhere.", "\"author\": \""))
                .as("the same change by the same account, but in another plan")
                .isEqualTo(here.get(plan + "/revisions").body().replaceAll("\\s*\"authorName\": \"[^\"]*\",", ""));
        assertThat(there.get(plan).at("/canRedo")).isEqualTo(true);
        ServiceClient.Answer redone =
                there.withHeader("If-Match", there.get(plan).tag()).post(plan + "/redo", Map.of());
        assertThat(redone.at("/revision/number")).isEqualTo(3);
        assertThat(there.get(plan + "/problem").body()).contains("Ekstra Hånd");
        assertThat(other.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan)))
                .isNotEmpty();
    }

    @Test
    void archivedPlanGetsNewIdsWhereItsOwnAreTaken() {
        Server server = TestServices.on(TestDatabase.H2);
        String plan = ArchivedPlanFixture.create(server);
        Plan copy = server.bean(PlanArchiver.class)
                .readArchive(
                        ArchivedPlanFixture.HOME,
                        server.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan)),
                        ArchiveFixture.READER);
        assertThat(copy.id()).isNotEqualTo(ArchivedPlanFixture.id(plan));
        ServiceClient client = ServiceClient.administrator(server);
        assertThat(client.get("/api/v1/plans/" + copy.id() + "/problem").body())
                .isEqualTo(client.get(plan + "/problem").body());
        assertThat(client.get("/api/v1/plans/" + copy.id()).at("/revision/number"))
                .isEqualTo(2);
    }

    @Test
    void archiveContainsDeliveriesAndAbsencesButNoAbsenceReasons() {
        Server server = TestServices.on(TestDatabase.H2);
        String plan = ArchivedPlanFixture.create(server);
        ServiceClient here = ServiceClient.administrator(server);
        ArchivedPlanFixture.addTraces(here, server, plan);
        byte[] archive = server.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan));
        assertThat(String.join("", ArchiveFixture.unpack(archive).values()))
                .contains("Sne på vejene")
                .doesNotContain("Hemmelig diagnose");
        Server other = TestServices.elsewhere();
        other.bean(PlanArchiver.class).readArchive(ArchivedPlanFixture.HOME, archive, ArchiveFixture.READER);
        ServiceClient there = ServiceClient.administrator(other);
        assertThat(there.get(plan + "/deliveries").body())
                .isEqualTo(here.get(plan + "/deliveries").body());
        assertThat(there.get(plan + "/absences").at("/items/0/staffId"))
                .isEqualTo(here.get(plan + "/absences").at("/items/0/staffId"));
        assertThat(there.get(plan + "/absences").at("/items/0/reason")).isEqualTo("");
        assertThat(ArchiveFixture.unpack(other.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan))))
                .as("archived again, it is the same")
                .isEqualTo(ArchiveFixture.unpack(archive));
        Plan copy =
                server.bean(PlanArchiver.class).readArchive(ArchivedPlanFixture.HOME, archive, ArchiveFixture.READER);
        ServiceClient.Answer copied = here.get("/api/v1/plans/" + copy.id() + "/absences");
        assertThat(copied.at("/items/0/id"))
                .as("an absence has one plan")
                .isNotEqualTo(here.get(plan + "/absences").at("/items/0/id"));
    }

    @Test
    void authorInAnArchiveIsNotTakenForALocalAccount() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = ArchivedPlanFixture.create(server);
        ArchivedPlanFixture.addTraces(client, server, plan);
        String boss = String.valueOf(client.get("/api/v1/me").at("/account"));
        byte[] archive = server.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan));
        var forged = new LinkedHashMap<>(ArchiveFixture.unpack(archive));
        forged.replaceAll((name, text) -> name.startsWith("documents/")
                ? text
                : text.replaceAll("\"author\": *\"[^\"]*\"", "\"author\": \"" + boss + "\""));
        ServiceClient.Answer read = client.upload(
                "/api/v1/organisations/home/archives",
                List.of(new ServiceClient.UploadedFile(
                        "archive", "plan.zip", new String(ArchiveFixture.pack(forged), StandardCharsets.ISO_8859_1))));
        assertThat(read.status()).as(read.body()).isEqualTo(201);
        String copy = read.header("Location");
        assertThat(client.get(copy + "/revisions").body())
                .contains("\"elsewhere." + boss + "\"")
                .doesNotContain("\"" + boss + "\"");
        assertThat(server.bean(JdbcClient.class)
                        .sql("""
                        SELECT author FROM delivery WHERE plan = :plan UNION ALL SELECT author FROM absence WHERE plan = :plan""")
                        .param("plan", ArchivedPlanFixture.id(copy).value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("elsewhere." + boss);
        ServiceClient.Answer audit =
                client.get("/api/v1/organisations/home/audit?plan=" + ArchivedPlanFixture.id(copy));
        assertThat(audit.body()).contains("audit.archive-read", "Read a plan from an archive");
        assertThat(((List<?>) audit.at("/items")).getLast().toString()).contains("account=" + boss);
    }
}
