package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.operation.BackupControlFilter;
import dk.grundskema.api.platform.operation.BackupRestorer;
import dk.grundskema.api.platform.operation.BackupVerifier;
import dk.grundskema.api.platform.operation.BackupWriter;
import dk.grundskema.api.platform.operation.DamagedBackupException;
import dk.grundskema.api.platform.operation.OwnerOnlyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Creates, verifies and restores backups. A running service with an embedded database writes its own backup on request, since no other
 * process can open the database; every backup is read again after writing. A restore verifies the file first and fills an empty database;
 * the embedded one is filled aside and moved into place when complete.
 */
public final class BackupService {
    /** File name of the embedded database. */
    private static final String EMBEDDED = "grundskema.mv.db";

    private BackupService() {}

    /**
     * Writes a backup to a new file. If a running service uses the embedded database, asks that service to write it.
     *
     * @return content of the file, from reading it again
     * @throws StartRefusedException if the backup fails or the file does not read back as written; the file is then deleted
     */
    public static BackupVerifier.BackupContents create(ServiceSettings settings, Path file) {
        if (Files.exists(file)) {
            throw new StartRefusedException(LocalizedMessage.of("backup.exists", file));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            createPrivateFile(part);
            if (!settings.isEmbedded() || !requestFromRunningService(settings, part)) {
                writeDirectly(settings, part);
            }
            flushToDisk(part);
            BackupVerifier.BackupContents contents = BackupVerifier.verify(part);
            Files.move(part, file);
            return contents;
        } catch (DamagedBackupException e) {
            throw new StartRefusedException(
                    List.of(describeDamage(e, part), LocalizedMessage.of("backup.check-disk", file)));
        } catch (IOException e) {
            throw new StartRefusedException(
                    LocalizedMessage.of("backup.not-written", file, String.valueOf(e.getMessage())));
        } catch (SQLException e) {
            throw new StartFailureDiagnosis(settings).explain(e);
        } finally {
            discard(part);
        }
    }

    /** Creates an empty file that only its owner can read, because backups contain names and password hashes. */
    private static void createPrivateFile(Path part) throws IOException {
        Files.deleteIfExists(part);
        OwnerOnlyFile.create(part);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Report the damage as such.
        }
    }

    /** Returns whether a running service wrote the file. */
    private static boolean requestFromRunningService(ServiceSettings settings, Path part) throws IOException {
        Path control = settings.data().resolve(BackupControlFilter.FILE);
        if (!Files.exists(control)) {
            return false;
        }
        List<String> lines = Files.readAllLines(control);
        var request = HttpRequest.newBuilder(URI.create(lines.get(0) + BackupControlFilter.BACKUP))
                .header(BackupControlFilter.HEADER, lines.get(1))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.ofFile(part)).statusCode();
            if (status >= 400 && status < 500) {
                return false; // the service stopped, and another program uses its port
            }
            if (status != 200) {
                throw new IOException("HTTP " + status);
            }
            return true;
        } catch (ConnectException e) {
            return false; // the service was killed and left the file behind
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void writeDirectly(ServiceSettings settings, Path part) throws SQLException, IOException {
        if (settings.isEmbedded() && !Files.exists(settings.data().resolve(EMBEDDED))) {
            throw new StartRefusedException(LocalizedMessage.of("backup.nothing", settings.data()));
        }
        try (Connection connection = connect(settings);
                OutputStream out = Files.newOutputStream(part)) {
            BackupWriter.write(connection, out);
        }
    }

    private static Connection connect(ServiceSettings settings) throws SQLException {
        var properties = new Properties();
        if (!settings.database().user().isEmpty()) {
            properties.setProperty("user", settings.database().user());
            properties.setProperty("password", settings.database().password().value());
        }
        return DriverManager.getConnection(settings.databaseUrl(), properties);
    }

    /**
     * Reads a backup completely without changing anything.
     *
     * @throws StartRefusedException if the file is not an intact backup, or was written by a newer version
     */
    public static BackupVerifier.BackupContents verify(Path file) {
        if (!Files.exists(file)) {
            throw new StartRefusedException(LocalizedMessage.of("backup.not-there", file));
        }
        try {
            BackupVerifier.BackupContents contents = BackupVerifier.verify(file);
            if (!contents.isKnown()) {
                throw new StartRefusedException(LocalizedMessage.of("backup.newer", file));
            }
            compareTables(contents, file);
            return contents;
        } catch (DamagedBackupException e) {
            throw new StartRefusedException(
                    List.of(describeDamage(e, file), LocalizedMessage.of("backup.take-another")));
        } catch (IOException e) {
            throw new StartRefusedException(
                    LocalizedMessage.of("backup.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    private static LocalizedMessage describeDamage(DamagedBackupException found, Path file) {
        var arguments = new ArrayList<Object>();
        arguments.add(file);
        arguments.addAll(found.arguments());
        String code = "backup.damaged-%s"
                .formatted(found.damage().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return LocalizedMessage.of(code, arguments.toArray());
    }

    /** Determines the expected tables in an in-memory database, so that no other database is touched. */
    private static void compareTables(BackupVerifier.BackupContents contents, Path file) throws DamagedBackupException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        try (Connection memory = DriverManager.getConnection(url)) {
            FluentConfiguration inMemory = migrations(true).dataSource(url, null, null);
            if (contents.schema() < 1) {
                throw DamagedBackupException.notABackup();
            }
            if (contents.schema() > latestMigration(inMemory.load())) {
                throw new StartRefusedException(LocalizedMessage.of("backup.newer", file));
            }
            inMemory.target(String.valueOf(contents.schema())).load().migrate();
            contents.requireTables(BackupRestorer.tableNames(memory));
        } catch (SQLException e) {
            throw new IllegalStateException("The expected tables of a backup could not be created in memory.", e);
        }
    }

    /** Returns the latest migration of this version. */
    private static int latestMigration(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .mapToInt(one -> Integer.parseInt(String.valueOf(one.getVersion())))
                .max()
                .orElse(0);
    }

    /**
     * Restores a backup into an empty database of either kind and migrates it; all sessions end. The backup is {@linkplain #verify
     * verified} before the database is touched.
     *
     * @return content of the backup
     * @throws StartRefusedException if the restore fails; at most empty tables remain then, and not even these if the backup is the cause
     */
    public static BackupVerifier.BackupContents restore(ServiceSettings settings, Path file) {
        BackupVerifier.BackupContents contents = verify(file);
        new StartFailureDiagnosis(settings).prepareDataFolder();
        try {
            if (settings.isEmbedded()) {
                restoreEmbedded(settings, file, contents);
            } else {
                fill(settings, file, contents);
            }
            return contents;
        } catch (DamagedBackupException e) {
            throw new StartRefusedException(
                    List.of(describeDamage(e, file), LocalizedMessage.of("backup.take-another")));
        } catch (IOException e) {
            throw new StartRefusedException(
                    LocalizedMessage.of("backup.unreadable", file, String.valueOf(e.getMessage())));
        } catch (SQLException | FlywayException e) {
            throw new StartFailureDiagnosis(settings).explain(e);
        }
    }

    /** Fills a new file and moves it into place when complete, because the embedded database cannot roll back changes to tables. */
    private static void restoreEmbedded(ServiceSettings settings, Path file, BackupVerifier.BackupContents contents)
            throws SQLException, IOException {
        requireEmptyDatabase(settings);
        Path beside = Files.createTempDirectory(settings.data(), "restoring");
        try {
            fill(settings.with(ServiceSettingKey.DATA, beside.toString()), file, contents);
            Path whole = beside.resolve(EMBEDDED);
            OwnerOnlyFile.restrictToOwner(whole); // the folder may be readable by other users
            flushToDisk(whole);
            Files.move(whole, settings.data().resolve(EMBEDDED), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            try (var files = Files.list(beside)) {
                files.forEach(BackupService::discard);
            }
            discard(beside);
        }
    }

    /** Flushes a file, so that it survives a power failure. */
    private static void flushToDisk(Path file) throws IOException {
        try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private static void fill(ServiceSettings settings, Path file, BackupVerifier.BackupContents contents)
            throws SQLException, IOException {
        requireEmptyDatabase(settings);
        flyway(settings, String.valueOf(contents.schema())).migrate();
        try (Connection connection = connect(settings);
                var archive = new BackupRestorer(file)) {
            archive.restoreInto(connection);
        }
        flyway(settings, "latest").migrate();
    }

    private static void requireEmptyDatabase(ServiceSettings settings) throws SQLException {
        try (Connection connection = connect(settings)) {
            if (!BackupRestorer.isEmpty(connection)) {
                throw new StartRefusedException(LocalizedMessage.of(
                        "backup.not-empty", settings.databaseUrl().replaceFirst("[;?].*", "")));
            }
        }
    }

    private static Flyway flyway(ServiceSettings settings, String target) {
        return migrations(settings.isEmbedded())
                .dataSource(
                        settings.databaseUrl(),
                        settings.database().user().isEmpty()
                                ? null
                                : settings.database().user(),
                        settings.database().password().value().isEmpty()
                                ? null
                                : settings.database().password().value())
                .target(target)
                .load();
    }

    private static FluentConfiguration migrations(boolean isEmbedded) {
        return Flyway.configure()
                .locations("classpath:dk/grundskema/api/platform/migrations")
                .placeholders(Map.of("bytes", isEmbedded ? "BLOB" : "BYTEA"));
    }
}
