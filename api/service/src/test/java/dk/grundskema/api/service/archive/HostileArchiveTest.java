package dk.grundskema.api.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.TimetableReader;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Archives are untrusted: all errors are reported at once, and an archive gives no access to other data. */
final class HostileArchiveTest {
    @Test
    void hostileArchivesAreRefusedWithAllThatIsWrong() {
        Server server = TestServices.on(TestDatabase.H2);
        Map<String, String> good = ArchiveFixture.unpack(server.bean(PlanArchiver.class)
                .createArchive(ArchivedPlanFixture.id(ArchivedPlanFixture.create(server))));
        assertThat(ArchivedPlanFixture.refusalCodes(server, new byte[] {1, 2, 3}))
                .containsExactly("archive.broken");
        var escaping = new LinkedHashMap<>(good);
        escaping.put("../../etc/cron.d/x", "x");
        escaping.put("documents/x.json", "x");
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(escaping)))
                .containsExactly("archive.foreign-part");
        String document = good.keySet().stream()
                .filter(name -> name.startsWith("documents/"))
                .findFirst()
                .orElseThrow();
        var lacking = new LinkedHashMap<>(good);
        lacking.remove(document);
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(lacking)))
                .containsExactly("archive.part-missing");
        var changed = new LinkedHashMap<>(good);
        changed.put(document, good.get(document).replaceFirst("a", "b"));
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(changed)))
                .containsExactly("archive.wrong-content");
        var headless = new LinkedHashMap<>(good);
        headless.remove(ArchiveFormat.MANIFEST);
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(headless)))
                .containsExactly("archive.part-missing");
        var odd = new LinkedHashMap<>(good);
        odd.put(
                ArchiveFormat.MANIFEST,
                String.valueOf(good.get(ArchiveFormat.MANIFEST))
                        .replace("\"number\": 1,", "\"number\": 7,")
                        .replace("revision.created", "revision.<script>"));
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(odd)))
                .contains("archive.unknown-code");
    }

    @Test
    void faultsOutsideTheRevisionsAreReported() {
        Server server = TestServices.on(TestDatabase.H2);
        String plan = ArchivedPlanFixture.create(server);
        ArchivedPlanFixture.addTraces(ServiceClient.administrator(server), server, plan);
        var wrong = new LinkedHashMap<>(
                ArchiveFixture.unpack(server.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan))));
        wrong.replace(
                "absences.json", String.valueOf(wrong.get("absences.json")).replaceFirst("T12:30", "T01:00"));
        wrong.replace("deliveries.json", "[]");
        wrong.put("secrets.json", "{}");
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(wrong)))
                .contains("editing.ends-before-start", "archive.foreign-part")
                .hasSize(3);
    }

    @Test
    void datesThatNoCalendarKnowsAreRefusedInEveryPart() {
        Server server = TestServices.on(TestDatabase.H2);
        String plan = ArchivedPlanFixture.create(server);
        ArchivedPlanFixture.addTraces(ServiceClient.administrator(server), server, plan);
        Map<String, String> good =
                ArchiveFixture.unpack(server.bean(PlanArchiver.class).createArchive(ArchivedPlanFixture.id(plan)));
        for (String far : List.of("-999999999-", "+999999999-", "1899-")) {
            for (String place : List.of(
                    ArchiveFormat.MANIFEST + " created",
                    ArchiveFormat.MANIFEST + " made",
                    "absences.json from",
                    "absences.json made",
                    "deliveries.json date",
                    "deliveries.json made")) {
                String part = place.split(" ", -1)[0];
                var wrong = new LinkedHashMap<>(good);
                wrong.replace(
                        part,
                        String.valueOf(good.get(part))
                                .replaceFirst("(\"" + place.split(" ", -1)[1] + "\": *\")[0-9]{4}-", "$1" + far));
                assertThat(wrong).as(place).isNotEqualTo(good);
                assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(wrong)))
                        .as("%s %s", place, far)
                        .contains("date.too-far");
            }
        }
    }

    /** The archive of a plan, changed so that its timetable names another problem. */
    private static Map<String, String> claiming(Map<String, String> archive, String problem) {
        var changed = new LinkedHashMap<>(archive);
        for (String name : archive.keySet()) {
            String text = String.valueOf(archive.get(name));
            if (name.startsWith("documents/")
                    && new TimetableReader().read(text) instanceof ReadResult.Success<Timetable> timetable) {
                String claim = text.replace(timetable.value().problem(), problem);
                String hash = Sha256.of(claim);
                changed.remove(name);
                changed.put(ArchiveFormat.documentPartName(hash), claim);
                changed.replace(
                        ArchiveFormat.MANIFEST,
                        String.valueOf(changed.get(ArchiveFormat.MANIFEST))
                                .replace(ArchiveFormat.documentHash(name), hash));
            }
        }
        assertThat(changed).isNotEqualTo(archive);
        return changed;
    }

    @Test
    void archiveNamingTheHashOfAForeignProblemRevealsNothingOfIt() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String foreign = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        client.withHeader("If-Match", client.get(foreign).tag())
                .put(foreign + "/staff/fremmed", Map.of("name", "Fremmed Hemmelig"));
        var plans = server.bean(PlanStore.class);
        String secret = plans.revision(
                        plans.get(ArchivedPlanFixture.id(foreign)).head())
                .problem();
        String own = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        var archives = server.bean(PlanArchiver.class);
        Map<String, String> archive =
                claiming(ArchiveFixture.unpack(archives.createArchive(ArchivedPlanFixture.id(own))), secret);
        ServiceClient.Answer made =
                client.post("/api/v1/organisations/home/organisations", Map.of("name", "Naboskolen"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var neighbour = new OrganisationId(String.valueOf(made.at("/id")));
        String seen = "";
        List<Finding> findings = List.of();
        try {
            Plan read = archives.readArchive(neighbour, ArchiveFixture.pack(archive), ArchiveFixture.READER);
            seen = String.join(
                    "", ArchiveFixture.unpack(archives.createArchive(read.id())).values());
        } catch (RefusalException refusal) {
            findings = refusal.findings();
        }
        assertThat(seen).doesNotContain("Fremmed Hemmelig");
        assertThat(findings).extracting(Finding::code).containsExactly("archive.unknown-problem");
        assertThat(findings)
                .extracting(Finding::pointer)
                .allMatch(pointer -> pointer.matches("documents/[0-9a-f]{64}\\.json#/problem"));
    }

    @Test
    void documentsThatNothingInTheArchiveIsMadeOfDoNotBelongThere() {
        Server server = TestServices.on(TestDatabase.H2);
        var more = new LinkedHashMap<>(ArchiveFixture.unpack(server.bean(PlanArchiver.class)
                .createArchive(ArchivedPlanFixture.id(ArchivedPlanFixture.create(server)))));
        more.put(ArchiveFormat.documentPartName("0".repeat(64)), "{}");
        assertThat(ArchivedPlanFixture.refusalCodes(server, ArchiveFixture.pack(more)))
                .containsExactly("archive.foreign-part");
    }

    @Test
    void archiveThatUnpacksToMoreThanAPlanIsRefused() {
        var bomb = new LinkedHashMap<String, String>();
        String zeros = "0".repeat(65 << 20);
        bomb.put(ArchiveFormat.MANIFEST, zeros);
        byte[] small = ArchiveFixture.pack(bomb);
        assertThat(small.length).isLessThan(1 << 20);
        assertThat(ArchivedPlanFixture.refusalCodes(TestServices.on(TestDatabase.H2), small))
                .containsExactly("archive.unpacks-too-large");
    }
}
