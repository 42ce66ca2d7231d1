package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.timetable.TimetableReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** An archive comes from anywhere: what isn't right in it is said, all at once, and it opens nothing. */
final class HostileArchivesTest {
    @Test
    void hostileArchivesAreRefusedWithAllThatIsWrong() {
        Server server = Services.on(Database.H2);
        Map<String, String> good =
                ArchiveParts.of(server.part(Archives.class).of(ArchivedPlan.id(ArchivedPlan.in(server))));
        assertThat(ArchivedPlan.refused(server, new byte[] {1, 2, 3})).containsExactly("archive.broken");
        var escaping = new LinkedHashMap<>(good);
        escaping.put("../../etc/cron.d/x", "x");
        escaping.put("documents/x.json", "x");
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(escaping))).containsExactly("archive.foreign-part");
        String document = good.keySet().stream()
                .filter(name -> name.startsWith("documents/"))
                .findFirst()
                .orElseThrow();
        var lacking = new LinkedHashMap<>(good);
        lacking.remove(document);
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(lacking))).containsExactly("archive.part-missing");
        var changed = new LinkedHashMap<>(good);
        changed.put(document, good.get(document).replaceFirst("a", "b"));
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(changed))).containsExactly("archive.wrong-content");
        var headless = new LinkedHashMap<>(good);
        headless.remove(ArchiveFile.MANIFEST);
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(headless))).containsExactly("archive.part-missing");
        var odd = new LinkedHashMap<>(good);
        odd.put(
                ArchiveFile.MANIFEST,
                String.valueOf(good.get(ArchiveFile.MANIFEST))
                        .replace("\"number\": 1,", "\"number\": 7,")
                        .replace("revision.created", "revision.<script>"));
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(odd))).contains("archive.unknown-code");
    }

    @Test
    void whatIsWrongBesideTheRevisionsIsSaidToo() {
        Server server = Services.on(Database.H2);
        String plan = ArchivedPlan.in(server);
        ArchivedPlan.live(Services.administrator(server), server, plan);
        var wrong =
                new LinkedHashMap<>(ArchiveParts.of(server.part(Archives.class).of(ArchivedPlan.id(plan))));
        wrong.replace(
                "absences.json", String.valueOf(wrong.get("absences.json")).replaceFirst("T12:30", "T01:00"));
        wrong.replace("deliveries.json", "[]");
        wrong.put("secrets.json", "{}");
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(wrong)))
                .contains("editing.ends-before-start", "archive.foreign-part")
                .hasSize(3);
    }

    @ParameterizedTest
    @DatabaseSource
    void datesThatNoCalendarKnowsAreRefusedInEveryPart(Database database) {
        Server server = Services.on(database);
        String plan = ArchivedPlan.in(server);
        ArchivedPlan.live(Services.administrator(server), server, plan);
        Map<String, String> good = ArchiveParts.of(server.part(Archives.class).of(ArchivedPlan.id(plan)));
        for (String far : List.of("-999999999-", "+999999999-", "1899-")) {
            for (String place : List.of(
                    ArchiveFile.MANIFEST + " created",
                    ArchiveFile.MANIFEST + " made",
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
                assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(wrong)))
                        .as("%s %s", place, far)
                        .contains("date.too-far");
            }
        }
    }

    /** The archive of a plan, changed so that its timetable is said to be of another problem. */
    private static Map<String, String> claiming(Map<String, String> archive, String problem) {
        var changed = new LinkedHashMap<>(archive);
        for (String name : archive.keySet()) {
            String text = String.valueOf(archive.get(name));
            if (name.startsWith("documents/")
                    && new TimetableReader().read(text) instanceof Read.Good<Timetable> timetable) {
                String claim = text.replace(timetable.value().problem(), problem);
                String hash = Sha256.of(claim);
                changed.remove(name);
                changed.put(ArchiveFile.part(hash), claim);
                changed.replace(
                        ArchiveFile.MANIFEST,
                        String.valueOf(changed.get(ArchiveFile.MANIFEST)).replace(ArchiveFile.hash(name), hash));
            }
        }
        assertThat(changed).isNotEqualTo(archive);
        return changed;
    }

    @ParameterizedTest
    @DatabaseSource
    void whoKnowsTheHashOfAForeignProblemGetsNothingOfItByAnArchiveThatNamesIt(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String foreign = Planned.plan(client, server, "camp-3-weeks", 20);
        client.with("If-Match", client.get(foreign).tag())
                .put(foreign + "/staff/fremmed", Map.of("name", "Fremmed Hemmelig"));
        var plans = server.part(Plans.class);
        String secret =
                plans.revision(plans.get(ArchivedPlan.id(foreign)).head()).problem();
        String own = Planned.plan(client, server, "camp-3-weeks", 20);
        var archives = server.part(Archives.class);
        Map<String, String> archive = claiming(ArchiveParts.of(archives.of(ArchivedPlan.id(own))), secret);
        Client.Answer made = client.post("/api/v1/organisations/home/organisations", Map.of("name", "Naboskolen"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var neighbour = new OrganisationId(String.valueOf(made.at("/id")));
        String seen = "";
        List<Finding> findings = List.of();
        try {
            Plan read = archives.read(neighbour, ArchiveParts.packed(archive), ArchiveParts.READER);
            seen = String.join("", ArchiveParts.of(archives.of(read.id())).values());
        } catch (Refusal refusal) {
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
        Server server = Services.on(Database.H2);
        var more = new LinkedHashMap<>(
                ArchiveParts.of(server.part(Archives.class).of(ArchivedPlan.id(ArchivedPlan.in(server)))));
        more.put(ArchiveFile.part("0".repeat(64)), "{}");
        assertThat(ArchivedPlan.refused(server, ArchiveParts.packed(more))).containsExactly("archive.foreign-part");
    }

    @Test
    void whatUnpacksToMoreThanAPlanIsNotUnpacked() {
        var bomb = new LinkedHashMap<String, String>();
        String zeros = "0".repeat(65 << 20);
        bomb.put(ArchiveFile.MANIFEST, zeros);
        byte[] small = ArchiveParts.packed(bomb);
        assertThat(small.length).isLessThan(1 << 20);
        assertThat(ArchivedPlan.refused(Services.on(Database.H2), small)).containsExactly("archive.unpacks-too-large");
    }
}
