package dk.grundskema.api.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every packed archive can be read back; one beyond a limit is refused when packed and when read. */
final class ArchiveLimitsTest {
    /** The least limits within which an archive still is. */
    private static ArchiveLimits tight(byte[] archive, int revisions) {
        List<Integer> sizes = ArchiveFixture.unpack(archive).values().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .toList();
        return new ArchiveLimits(
                revisions,
                sizes.stream().mapToInt(each -> each).max().orElseThrow(),
                sizes.stream().mapToLong(each -> each).sum(),
                archive.length);
    }

    @Test
    void archiveAtTheLimitsIsReadBackAndOneBeyondAnyIsRefused() {
        Server server = TestServices.on(TestDatabase.H2);
        var archives = server.bean(PlanArchiver.class);
        String plan = ArchivedPlanFixture.create(server);
        ServiceClient client = ServiceClient.administrator(server);
        ServiceClient.Answer odd = client.withHeader(
                        "If-Match", client.get(plan).tag())
                .put(plan + "/staff/odd", Map.of("name", "Æøå Ærøskøbing Ååå"));
        assertThat(odd.status()).as(odd.body()).isEqualTo(200);
        byte[] archive = archives.createArchive(ArchivedPlanFixture.id(plan));
        ArchiveLimits tight = tight(archive, 4);
        assertThat(tight.unpacked())
                .as("each letter counts by its bytes")
                .isGreaterThan(ArchiveFixture.unpack(archive).values().stream()
                        .mapToLong(String::length)
                        .sum());
        assertThat(archives.createArchive(ArchivedPlanFixture.id(plan), tight)).isEqualTo(archive);
        Plan read = archives.readArchive(ArchivedPlanFixture.HOME, archive, ArchiveFixture.READER, tight);
        assertThat(client.get("/api/v1/plans/" + read.id() + "/problem").body())
                .isEqualTo(client.get(plan + "/problem").body());
        for (ArchiveLimits less : List.of(
                new ArchiveLimits(3, tight.part(), tight.unpacked(), tight.packed()),
                new ArchiveLimits(4, tight.part() - 1, tight.unpacked(), tight.packed()),
                new ArchiveLimits(4, tight.part(), tight.unpacked() - 1, tight.packed()),
                new ArchiveLimits(4, tight.part(), tight.unpacked(), tight.packed() - 1))) {
            assertThatThrownBy(() -> archives.createArchive(ArchivedPlanFixture.id(plan), less))
                    .as(less.toString())
                    .isInstanceOfSatisfying(RefusalException.class, refusal -> {
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
            assertThatThrownBy(
                            () -> archives.readArchive(ArchivedPlanFixture.HOME, archive, ArchiveFixture.READER, less))
                    .as(less.toString())
                    .isInstanceOf(RefusalException.class);
        }
    }

    /** For each revision a different problem, a different timetable, and a different problem that the timetable was made for. */
    @Test
    void asManyPartsAreReadAsTheMostRevisionsHave() {
        for (int revisions : List.of(1, 20_000)) {
            var limits = new ArchiveLimits(revisions, 1 << 20, 1 << 20, 1 << 25);
            var packing = new ArchiveWriter(limits, 2);
            var names = new ArrayList<>(List.of(ArchiveFormat.MANIFEST, "absences.json", "deliveries.json"));
            for (int i = 0; i < 3 * revisions; i++) {
                names.add(ArchiveFormat.documentPartName("%064x".formatted(i)));
            }
            names.forEach(name -> packing.add(name, "{}"));
            assertThat(ArchiveFormat.unpack(packing.toBytes(), limits, 2)).containsOnlyKeys(names);
            var further = new ArchiveWriter(limits, 2);
            names.forEach(name -> further.add(name, "{}"));
            assertThatThrownBy(() -> further.add("further.json", "{}")).isInstanceOf(RefusalException.class);
        }
    }

    @Test
    void packedLimitFitsIntoTheLargestUpload() {
        assertThat(ArchiveLimits.of(50).packed()).isLessThan(50 << 20);
        assertThat(ArchiveLimits.of(1000).packed()).isLessThan(128 << 20);
        assertThat(ArchiveLimits.of(50).parts(2)).isEqualTo(60_003);
    }
}
