package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in an archive is what is read back, of a plan and of all that came of it. */
final class ArchivesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @DatabaseSource
    void anotherInstallationReadsAnArchiveBackToTheSamePlan(Database database) {
        Server server = Services.on(database);
        String plan = ArchivedPlan.in(server);
        byte[] archive = server.part(Archives.class).of(ArchivedPlan.id(plan));
        try (Server other = Services.start(database, folder)) {
            Plan read = other.part(Archives.class).read(ArchivedPlan.HOME, archive, ArchiveParts.READER);
            assertThat(read.id()).isEqualTo(ArchivedPlan.id(plan));
            Client here = Services.administrator(server);
            Client there = Services.administrator(other);
            for (String what : List.of("/problem", "/timetable")) {
                assertThat(there.get(plan + what).body())
                        .as(what)
                        .isEqualTo(here.get(plan + what).body());
            }
            assertThat(there.get(plan + "/revisions").body().replace("\"author\": \"elsewhere.", "\"author\": \""))
                    .as("the same was done by the same, but elsewhere")
                    .isEqualTo(here.get(plan + "/revisions").body().replaceAll("\\s*\"authorName\": \"[^\"]*\",", ""));
            assertThat(there.get(plan).at("/canRedo")).isEqualTo(true);
            Client.Answer redone = there.with("If-Match", there.get(plan).tag()).post(plan + "/redo", Map.of());
            assertThat(redone.at("/revision/number")).isEqualTo(3);
            assertThat(there.get(plan + "/problem").body()).contains("Ekstra Hånd");
            assertThat(other.part(Archives.class).of(ArchivedPlan.id(plan))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whereTheIdsAreTakenThePlanGetsOthers(Database database) {
        Server server = Services.on(database);
        String plan = ArchivedPlan.in(server);
        Plan copy = server.part(Archives.class)
                .read(ArchivedPlan.HOME, server.part(Archives.class).of(ArchivedPlan.id(plan)), ArchiveParts.READER);
        assertThat(copy.id()).isNotEqualTo(ArchivedPlan.id(plan));
        Client client = Services.administrator(server);
        assertThat(client.get("/api/v1/plans/" + copy.id() + "/problem").body())
                .isEqualTo(client.get(plan + "/problem").body());
        assertThat(client.get("/api/v1/plans/" + copy.id()).at("/revision/number"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatCameOfMeetingsAndWhoWasAwayGoAlongButNotWhy(Database database) {
        Server server = Services.on(database);
        String plan = ArchivedPlan.in(server);
        Client here = Services.administrator(server);
        ArchivedPlan.live(here, server, plan);
        byte[] archive = server.part(Archives.class).of(ArchivedPlan.id(plan));
        assertThat(String.join("", ArchiveParts.of(archive).values()))
                .contains("Sne på vejene")
                .doesNotContain("Hemmelig diagnose");
        try (Server other = Services.start(database, folder)) {
            other.part(Archives.class).read(ArchivedPlan.HOME, archive, ArchiveParts.READER);
            Client there = Services.administrator(other);
            assertThat(there.get(plan + "/deliveries").body())
                    .isEqualTo(here.get(plan + "/deliveries").body());
            assertThat(there.get(plan + "/absences").at("/items/0/staffId"))
                    .isEqualTo(here.get(plan + "/absences").at("/items/0/staffId"));
            assertThat(there.get(plan + "/absences").at("/items/0/reason")).isEqualTo("");
            assertThat(ArchiveParts.of(other.part(Archives.class).of(ArchivedPlan.id(plan))))
                    .as("and from there it goes on as it came")
                    .isEqualTo(ArchiveParts.of(archive));
        }
        Plan copy = server.part(Archives.class).read(ArchivedPlan.HOME, archive, ArchiveParts.READER);
        Client.Answer copied = here.get("/api/v1/plans/" + copy.id() + "/absences");
        assertThat(copied.at("/items/0/id"))
                .as("an absence has one plan")
                .isNotEqualTo(here.get(plan + "/absences").at("/items/0/id"));
    }

    @ParameterizedTest
    @DatabaseSource
    void nobodyHereIsSaidToHaveDoneWhatAnArchiveSays(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String plan = ArchivedPlan.in(server);
        ArchivedPlan.live(client, server, plan);
        String boss = String.valueOf(client.get("/api/v1/me").at("/account"));
        byte[] archive = server.part(Archives.class).of(ArchivedPlan.id(plan));
        var forged = new LinkedHashMap<>(ArchiveParts.of(archive));
        forged.replaceAll((name, text) -> name.startsWith("documents/")
                ? text
                : text.replaceAll("\"author\": *\"[^\"]*\"", "\"author\": \"" + boss + "\""));
        Client.Answer read = client.upload(
                "/api/v1/organisations/home/archives",
                List.of(new Client.Sent(
                        "archive", "plan.zip", new String(ArchiveParts.packed(forged), StandardCharsets.ISO_8859_1))));
        assertThat(read.status()).as(read.body()).isEqualTo(201);
        String copy = read.header("Location");
        assertThat(client.get(copy + "/revisions").body())
                .contains("\"elsewhere." + boss + "\"")
                .doesNotContain("\"" + boss + "\"");
        assertThat(server.part(JdbcClient.class)
                        .sql("""
                        SELECT author FROM delivery WHERE plan = :plan UNION ALL SELECT author FROM absence WHERE plan = :plan""")
                        .param("plan", ArchivedPlan.id(copy).value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("elsewhere." + boss);
        Client.Answer audit = client.get("/api/v1/organisations/home/audit?plan=" + ArchivedPlan.id(copy));
        assertThat(audit.body()).contains("audit.archive-read", "Read a plan from an archive");
        assertThat(((List<?>) audit.at("/items")).getLast().toString()).contains("account=" + boss);
    }
}
