package dk.grundskema.api.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.platform.start.BackupService;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.StartRefusedException;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Nothing is restored from a damaged backup. */
@Tag("kills")
class DamagedBackupRestoreTest {
    private static final Path EARLIER = Path.of("src/test/resources/dk/grundskema/api/service/start/earlier.zip");
    private static final String HEAD = "grundskema-backup.json";
    private static final int PLACES = 100;

    /** Databases that were restored once; tests read them only. */
    @TempDir
    static Path sharedFolder;

    private static ServiceSettings source;
    private static Path backup;
    private static byte[] intactBackup;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeBackup() throws IOException {
        source = TestDatabase.H2.fresh(Files.createDirectories(sharedFolder.resolve("source")));
        BackupService.restore(source, EARLIER);
        backup = sharedFolder.resolve("backup.zip");
        BackupService.create(source, backup);
        intactBackup = Files.readAllBytes(backup);
    }

    private static String refused(Runnable work) {
        StartRefusedException refusal = catchThrowableOfType(StartRefusedException.class, work::run);
        assertThat(refusal).isNotNull();
        return String.join("\n", refusal.texts(Locale.ENGLISH));
    }

    /** Places all over the file: in each entry, and at even distances. */
    private static List<Integer> places() throws IOException {
        var places = new ArrayList<Integer>();
        String bytes = new String(intactBackup, StandardCharsets.ISO_8859_1);
        try (var zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
                int content = bytes.indexOf(entry.getName()) + entry.getName().length();
                places.add(content + (int) entry.getCompressedSize() / 2);
            }
        }
        int rest = PLACES - places.size();
        for (int i = 0; i < rest; i++) {
            places.add((int) ((long) (intactBackup.length - 1) * i / (rest - 1)));
        }
        return places;
    }

    private Path flipped(int place, int bit) throws IOException {
        byte[] bytes = intactBackup.clone();
        bytes[place] ^= (byte) (1 << bit);
        return Files.write(folder.resolve("flipped.zip"), bytes);
    }

    private static List<String> tables(ServiceSettings settings) throws SQLException {
        var tables = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl());
                ResultSet found = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @ParameterizedTest
    @DatabaseSource
    void aBackupWithOneFlippedBitIsRefusedWhereverTheBitIsAndNothingIsWritten(TestDatabase database)
            throws IOException, SQLException {
        ServiceSettings there = database.fresh(folder.resolve("to"));
        List<Integer> places = places();
        var accepted = new ArrayList<Integer>();
        for (int i = 0; i < places.size(); i++) {
            Path file = flipped(places.get(i), i % 8);
            if (catchThrowableOfType(StartRefusedException.class, () -> BackupService.restore(there, file)) == null) {
                accepted.add(places.get(i));
            }
        }

        assertThat(places).hasSize(PLACES);
        assertThat(accepted).isEmpty();
        assertThat(there.data()).doesNotExist();
        if (database == TestDatabase.POSTGRESQL) {
            assertThat(tables(there)).isEmpty();
        }
        BackupService.restore(there, backup);
        assertThat(tables(there)).isNotEmpty();
    }

    @Test
    void eachPlaceIsFoundByVerifyingAndTheWordsNameTheFileAndSayWhatToDo() throws IOException {
        List<Integer> places = places();
        for (int i = 0; i < places.size(); i++) {
            Path file = flipped(places.get(i), (i + 3) % 8);
            assertThat(refused(() -> BackupService.verify(file)))
                    .as("Place %d", places.get(i))
                    .contains(file.toString(), "Use another copy of the file or another backup");
        }
    }

    @Test
    void aBackupIsVerifiedWithoutAnyComplaint() {
        var contents = BackupService.verify(backup);

        assertThat(contents.isSealed()).isTrue();
        assertThat(contents.broken()).isEmpty();
        assertThat(contents.rows()).containsEntry("organisation", 1L).containsKeys("document", "notice");
    }

    @Test
    void aBackupThatWasCutOffIsRefusedWhereverItEnds() throws IOException {
        for (int i = 0; i < PLACES; i++) {
            Path file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(intactBackup, (int)
                    ((long) intactBackup.length * i / PLACES)));
            assertThat(refused(() -> BackupService.verify(file))).contains("Nothing of it is restored");
        }
        Path shorter = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(intactBackup, intactBackup.length - 1));
        assertThat(refused(() -> BackupService.verify(shorter))).contains("the checksum of the whole file");
    }

    @Test
    void aBackupWithAppendedBytesIsRefused() throws IOException {
        for (int more : new int[] {1, intactBackup.length}) {
            byte[] bytes = Arrays.copyOf(intactBackup, intactBackup.length + more);
            System.arraycopy(intactBackup, 0, bytes, intactBackup.length, more);
            Path file = Files.write(folder.resolve("longer.zip"), bytes);
            assertThat(refused(() -> BackupService.verify(file))).contains("the checksum of the whole file");
        }
    }

    /** Rewrites an archive so that the checksums of its entries are right. */
    private Path changed(Path from, String name, UnaryOperator<String> change) throws IOException {
        Path to = folder.resolve("changed.zip");
        try (var in = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : in.stream().map(each -> (ZipEntry) each).toList()) {
                String content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String other = entry.getName().equals(name) ? change.apply(content) : content;
                if (!other.equals("gone")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(other.getBytes(StandardCharsets.UTF_8));
                    out.closeEntry();
                }
            }
        }
        return to;
    }

    @Test
    void aTableThatIsMissingIsNamed() throws IOException {
        for (Path one : List.of(backup, EARLIER)) {
            Path file = changed(one, "tables/plan", plan -> "gone");
            assertThat(refused(() -> BackupService.verify(file))).contains("the table \"plan\" is missing");
        }
    }

    @Test
    void aTableThatLostRowsIsNamedWithBothNumbers() throws IOException {
        Path file = changed(
                backup, "tables/revision", rows -> rows.substring(0, rows.lastIndexOf('\n', rows.length() - 2) + 1));

        assertThat(refused(() -> BackupService.verify(file)))
                .containsPattern("the table \"revision\" has \\d+ rows, but");
    }

    @Test
    void aTableThatNoBackupOfTheVersionHasIsNamed() throws IOException {
        Path file = changed(EARLIER, HEAD, head -> head.replaceFirst("\"schema\": \"\\d+\"", "\"schema\": \"1\""));

        assertThat(refused(() -> BackupService.verify(file))).contains("there is no table");
    }

    @Test
    void aBackupWhoseHeadWasEditedIsRefused() throws IOException {
        Path older = changed(backup, HEAD, head -> head.replace("\"format\": 2", "\"format\": 1"));
        assertThat(refused(() -> BackupService.verify(older))).contains("the checksum of the whole file");
        Path none = changed(backup, HEAD, head -> "{}");
        assertThat(refused(() -> BackupService.verify(none))).contains("isn't a backup");
    }

    @Test
    void aBackupOfANewerVersionIsNotCalledDamaged() throws IOException {
        Path format = changed(backup, HEAD, head -> head.replace("\"format\": 2", "\"format\": 3"));
        assertThat(refused(() -> BackupService.verify(format))).contains("was made by a newer version");
        Path schema = changed(EARLIER, HEAD, head -> head.replaceFirst("\"schema\": \"\\d+\"", "\"schema\": \"9999\""));
        assertThat(refused(() -> BackupService.verify(schema))).contains("was made by a newer version");
    }

    @Test
    void anEarlierBackupWithoutChecksumOfTheWholeFileIsVerifiedByThoseOfItsParts() throws IOException {
        assertThat(BackupService.verify(EARLIER).isSealed()).isFalse();
        byte[] bytes = Files.readAllBytes(EARLIER);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int documents = text.indexOf("tables/document") + 100;
        for (int place = documents; place < documents + 1000; place += 50) {
            byte[] flipped = bytes.clone();
            flipped[place] ^= 1;
            Path file = Files.write(folder.resolve("flipped.zip"), flipped);
            assertThat(refused(() -> BackupService.verify(file))).contains("damaged", "\"document\"");
        }
    }

    /** A fault of the database's disk, say: the backup is as good as its source. */
    @Test
    void aDocumentThatIsDamagedInTheDatabaseIsNamedWithTheRevisionsThatUseIt() throws SQLException {
        ServiceSettings damaged = TestDatabase.H2.fresh(folder.resolve("damaged"));
        BackupService.restore(damaged, backup);
        String hash;
        String revision;
        try (Connection connection = DriverManager.getConnection(damaged.databaseUrl());
                var statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT problem, plan, number FROM revision ORDER BY number")) {
                assertThat(row.next()).isTrue();
                hash = row.getString(1);
                revision = row.getString(2) + "/" + row.getInt(3);
            }
            try (var update = connection.prepareStatement("UPDATE document SET content = ? WHERE hash = ?")) {
                update.setBytes(1, new byte[] {31, -117, 8});
                update.setString(2, hash);
                assertThat(update.executeUpdate()).isOne();
            }
        }
        Path file = folder.resolve("of-damaged.zip");

        var made = BackupService.create(damaged, file);

        assertThat(made.broken()).hasSize(1);
        assertThat(made.broken().getFirst().hash()).isEqualTo(hash);
        assertThat(made.broken().getFirst().revisions()).contains(revision);
        assertThat(BackupService.verify(file).broken()).isEqualTo(made.broken());
    }
}
