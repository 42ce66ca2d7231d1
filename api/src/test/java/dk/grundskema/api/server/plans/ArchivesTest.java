package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.timetable.TimetableReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ArchivesTest {
    private static final OrganisationId HOME = new OrganisationId("home");

    @TempDir
    Path folder;

    /** A plan with a timetable, of which the last change was undone. */
    private static String aPlan(Server server) {
        Client client = Services.administrator(server);
        String plan = Planned.plan(client, server, "camp-3-weeks", 20);
        client.with("If-Match", client.get(plan).tag()).put(plan + "/staff/ekstra", Map.of("name", "Ekstra Hånd"));
        client.with("If-Match", client.get(plan).tag()).post(plan + "/undo", Map.of());
        return plan;
    }

    private static PlanId id(String plan) {
        return new PlanId(plan.substring(plan.lastIndexOf('/') + 1));
    }

    @ParameterizedTest
    @EnumSource
    void anotherInstallationReadsAnArchiveBackToTheSamePlan(Database database) {
        Server server = Services.on(database);
        String plan = aPlan(server);
        byte[] archive = server.part(Archives.class).of(id(plan));
        try (Server other = Services.start(database, folder)) {
            Plan read = other.part(Archives.class).read(HOME, archive, ArchiveParts.READER);
            assertThat(read.id()).isEqualTo(id(plan));
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
            assertThat(other.part(Archives.class).of(id(plan))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheIdsAreTakenThePlanGetsOthers(Database database) {
        Server server = Services.on(database);
        String plan = aPlan(server);
        Plan copy = server.part(Archives.class)
                .read(HOME, server.part(Archives.class).of(id(plan)), ArchiveParts.READER);
        assertThat(copy.id()).isNotEqualTo(id(plan));
        Client client = Services.administrator(server);
        assertThat(client.get("/api/v1/plans/" + copy.id() + "/problem").body())
                .isEqualTo(client.get(plan + "/problem").body());
        assertThat(client.get("/api/v1/plans/" + copy.id()).at("/revision/number"))
                .isEqualTo(2);
    }

    private static void live(Client client, Server server, String plan) {
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

    @ParameterizedTest
    @EnumSource
    void whatCameOfMeetingsAndWhoWasAwayGoAlongButNotWhy(Database database) {
        Server server = Services.on(database);
        String plan = aPlan(server);
        Client here = Services.administrator(server);
        live(here, server, plan);
        byte[] archive = server.part(Archives.class).of(id(plan));
        assertThat(String.join("", ArchiveParts.of(archive).values()))
                .contains("Sne på vejene")
                .doesNotContain("Hemmelig diagnose");
        try (Server other = Services.start(database, folder)) {
            other.part(Archives.class).read(HOME, archive, ArchiveParts.READER);
            Client there = Services.administrator(other);
            assertThat(there.get(plan + "/deliveries").body())
                    .isEqualTo(here.get(plan + "/deliveries").body());
            assertThat(there.get(plan + "/absences").at("/items/0/staffId"))
                    .isEqualTo(here.get(plan + "/absences").at("/items/0/staffId"));
            assertThat(there.get(plan + "/absences").at("/items/0/reason")).isEqualTo("");
            assertThat(ArchiveParts.of(other.part(Archives.class).of(id(plan))))
                    .as("and from there it goes on as it came")
                    .isEqualTo(ArchiveParts.of(archive));
        }
        Plan copy = server.part(Archives.class).read(HOME, archive, ArchiveParts.READER);
        Client.Answer copied = here.get("/api/v1/plans/" + copy.id() + "/absences");
        assertThat(copied.at("/items/0/id"))
                .as("an absence has one plan")
                .isNotEqualTo(here.get(plan + "/absences").at("/items/0/id"));
    }

    @Test
    void whatIsWrongBesideTheRevisionsIsSaidToo() {
        Server server = Services.on(Database.H2);
        String plan = aPlan(server);
        live(Services.administrator(server), server, plan);
        var wrong =
                new LinkedHashMap<>(ArchiveParts.of(server.part(Archives.class).of(id(plan))));
        wrong.replace(
                "absences.json", String.valueOf(wrong.get("absences.json")).replaceFirst("T12:30", "T01:00"));
        wrong.replace("deliveries.json", "[]");
        wrong.put("secrets.json", "{}");
        assertThat(refused(server, ArchiveParts.packed(wrong)))
                .contains("editing.ends-before-start", "archive.foreign-part")
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void datesThatNoCalendarKnowsAreRefusedInEveryPart(Database database) {
        Server server = Services.on(database);
        String plan = aPlan(server);
        live(Services.administrator(server), server, plan);
        Map<String, String> good = ArchiveParts.of(server.part(Archives.class).of(id(plan)));
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
                assertThat(refused(server, ArchiveParts.packed(wrong)))
                        .as("%s %s", place, far)
                        .contains("date.too-far");
            }
        }
    }

    private static List<String> refused(Server server, byte[] archive) {
        try {
            server.part(Archives.class).read(HOME, archive, ArchiveParts.READER);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.findings().stream().map(one -> one.code()).distinct().toList();
        }
    }

    @Test
    void hostileArchivesAreRefusedWithAllThatIsWrong() {
        Server server = Services.on(Database.H2);
        Map<String, String> good = ArchiveParts.of(server.part(Archives.class).of(id(aPlan(server))));
        assertThat(refused(server, new byte[] {1, 2, 3})).containsExactly("archive.broken");
        var escaping = new LinkedHashMap<>(good);
        escaping.put("../../etc/cron.d/x", "x");
        escaping.put("documents/x.json", "x");
        assertThat(refused(server, ArchiveParts.packed(escaping))).containsExactly("archive.foreign-part");
        String document = good.keySet().stream()
                .filter(name -> name.startsWith("documents/"))
                .findFirst()
                .orElseThrow();
        var lacking = new LinkedHashMap<>(good);
        lacking.remove(document);
        assertThat(refused(server, ArchiveParts.packed(lacking))).containsExactly("archive.part-missing");
        var changed = new LinkedHashMap<>(good);
        changed.put(document, good.get(document).replaceFirst("a", "b"));
        assertThat(refused(server, ArchiveParts.packed(changed))).containsExactly("archive.wrong-content");
        var headless = new LinkedHashMap<>(good);
        headless.remove(ArchiveFile.MANIFEST);
        assertThat(refused(server, ArchiveParts.packed(headless))).containsExactly("archive.part-missing");
        var odd = new LinkedHashMap<>(good);
        odd.put(
                ArchiveFile.MANIFEST,
                String.valueOf(good.get(ArchiveFile.MANIFEST))
                        .replace("\"number\": 1,", "\"number\": 7,")
                        .replace("revision.created", "revision.<script>"));
        assertThat(refused(server, ArchiveParts.packed(odd))).contains("archive.unknown-code");
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
    @EnumSource
    void whoKnowsTheHashOfAForeignProblemGetsNothingOfItByAnArchiveThatNamesIt(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String foreign = Planned.plan(client, server, "camp-3-weeks", 20);
        client.with("If-Match", client.get(foreign).tag())
                .put(foreign + "/staff/fremmed", Map.of("name", "Fremmed Hemmelig"));
        var plans = server.part(Plans.class);
        String secret = plans.revision(plans.get(id(foreign)).head()).problem();
        String own = Planned.plan(client, server, "camp-3-weeks", 20);
        var archives = server.part(Archives.class);
        Map<String, String> archive = claiming(ArchiveParts.of(archives.of(id(own))), secret);
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
        var more =
                new LinkedHashMap<>(ArchiveParts.of(server.part(Archives.class).of(id(aPlan(server)))));
        more.put(ArchiveFile.part("0".repeat(64)), "{}");
        assertThat(refused(server, ArchiveParts.packed(more))).containsExactly("archive.foreign-part");
    }

    /** The least limits within which an archive still is. */
    private static ArchiveLimits tight(byte[] archive, int revisions) {
        List<Integer> sizes = ArchiveParts.of(archive).values().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .toList();
        return new ArchiveLimits(
                revisions,
                sizes.stream().mapToInt(each -> each).max().orElseThrow(),
                sizes.stream().mapToLong(each -> each).sum(),
                archive.length);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPackedAtTheLimitsIsReadBackAndWhatIsBeyondAnyIsNotPacked(Database database) {
        Server server = Services.on(database);
        var archives = server.part(Archives.class);
        String plan = aPlan(server);
        Client client = Services.administrator(server);
        Client.Answer odd = client.with("If-Match", client.get(plan).tag())
                .put(plan + "/staff/odd", Map.of("name", "Æøå Ærøskøbing Ååå"));
        assertThat(odd.status()).as(odd.body()).isEqualTo(200);
        byte[] archive = archives.of(id(plan));
        ArchiveLimits tight = tight(archive, 4);
        assertThat(tight.unpacked())
                .as("letters that take more than a byte count as what they take")
                .isGreaterThan(ArchiveParts.of(archive).values().stream()
                        .mapToLong(String::length)
                        .sum());
        assertThat(archives.of(id(plan), tight)).isEqualTo(archive);
        Plan read = archives.read(HOME, archive, ArchiveParts.READER, tight);
        assertThat(client.get("/api/v1/plans/" + read.id() + "/problem").body())
                .isEqualTo(client.get(plan + "/problem").body());
        for (ArchiveLimits less : List.of(
                new ArchiveLimits(3, tight.part(), tight.unpacked(), tight.packed()),
                new ArchiveLimits(4, tight.part() - 1, tight.unpacked(), tight.packed()),
                new ArchiveLimits(4, tight.part(), tight.unpacked() - 1, tight.packed()),
                new ArchiveLimits(4, tight.part(), tight.unpacked(), tight.packed() - 1))) {
            assertThatThrownBy(() -> archives.of(id(plan), less))
                    .as(less.toString())
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.status().value()).isEqualTo(409);
                        assertThat(refusal.findings())
                                .extracting(Finding::code)
                                .containsExactly("archive.plan-too-large");
                    });
        }
        for (ArchiveLimits less : List.of(
                new ArchiveLimits(3, tight.part(), tight.unpacked(), tight.packed()),
                new ArchiveLimits(4, tight.part() - 1, tight.unpacked(), tight.packed()),
                new ArchiveLimits(4, tight.part(), tight.unpacked() - 1, tight.packed()))) {
            assertThatThrownBy(() -> archives.read(HOME, archive, ArchiveParts.READER, less))
                    .as(less.toString())
                    .isInstanceOf(Refusal.class);
        }
    }

    /** Of every revision another problem, another timetable, and another problem that the timetable was made of. */
    @Test
    void asManyPartsAreReadAsTheMostRevisionsHave() {
        for (int revisions : List.of(1, 20_000)) {
            var limits = new ArchiveLimits(revisions, 1 << 20, 1 << 20, 1 << 25);
            var packing = new ArchivePacking(limits, 2);
            var names = new ArrayList<>(List.of(ArchiveFile.MANIFEST, "absences.json", "deliveries.json"));
            for (int i = 0; i < 3 * revisions; i++) {
                names.add(ArchiveFile.part("%064x".formatted(i)));
            }
            names.forEach(name -> packing.add(name, "{}"));
            assertThat(ArchiveFile.unpacked(packing.finished(), limits, 2)).containsOnlyKeys(names);
            var further = new ArchivePacking(limits, 2);
            names.forEach(name -> further.add(name, "{}"));
            assertThatThrownBy(() -> further.add("further.json", "{}")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void whatIsPackedFitsIntoTheLargestUploadThatIsTaken() {
        assertThat(ArchiveLimits.of(50).packed()).isLessThan(50 << 20);
        assertThat(ArchiveLimits.of(1000).packed()).isLessThan(128 << 20);
        assertThat(ArchiveLimits.of(50).parts(2)).isEqualTo(60_003);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHereIsSaidToHaveDoneWhatAnArchiveSays(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String plan = aPlan(server);
        live(client, server, plan);
        String boss = String.valueOf(client.get("/api/v1/me").at("/account"));
        byte[] archive = server.part(Archives.class).of(id(plan));
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
                        .param("plan", id(copy).value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("elsewhere." + boss);
        Client.Answer audit = client.get("/api/v1/organisations/home/audit?plan=" + id(copy));
        assertThat(audit.body()).contains("audit.archive-read", "Read a plan from an archive");
        assertThat(((List<?>) audit.at("/items")).getLast().toString()).contains("account=" + boss);
    }

    @Test
    void whatUnpacksToMoreThanAPlanIsNotUnpacked() {
        var bomb = new LinkedHashMap<String, String>();
        String zeros = "0".repeat(65 << 20);
        bomb.put(ArchiveFile.MANIFEST, zeros);
        byte[] small = ArchiveParts.packed(bomb);
        assertThat(small.length).isLessThan(1 << 20);
        assertThat(refused(Services.on(Database.H2), small)).containsExactly("archive.unpacks-too-large");
    }
}
