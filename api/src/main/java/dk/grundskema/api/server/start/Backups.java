package dk.grundskema.api.server.start;

import dk.grundskema.api.server.operations.BackupCheck;
import dk.grundskema.api.server.operations.Control;
import dk.grundskema.api.server.operations.DamagedBackup;
import dk.grundskema.api.server.operations.Dump;
import dk.grundskema.api.server.operations.OwnersFile;
import dk.grundskema.api.server.operations.Restoring;
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

/** Copies of everything that the service keeps, made while it runs, and brought back. */
public final class Backups {
    /** The file of an embedded database, in its folder. */
    private static final String EMBEDDED = "grundskema.mv.db";

    private Backups() {}

    /**
     * Writes everything to a file that isn't there yet. Of an embedded database that is in use, the service that uses it is asked.
     *
     * @return what is in the file, which was read again
     * @throws StartRefusal if it can't be done, or if the file reads differently from what was written; then there is no file
     */
    public static BackupCheck.Contents make(Settings settings, Path file) {
        if (Files.exists(file)) {
            throw new StartRefusal(Sentence.of("backup.exists", file));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            ownersOnly(part);
            if (!settings.isEmbedded() || !isAsked(settings, part)) {
                direct(settings, part);
            }
            force(part);
            BackupCheck.Contents contents = BackupCheck.of(part);
            Files.move(part, file);
            return contents;
        } catch (DamagedBackup e) {
            throw new StartRefusal(List.of(damage(e, part), Sentence.of("backup.check-disk", file)));
        } catch (IOException e) {
            throw new StartRefusal(Sentence.of("backup.not-written", file, String.valueOf(e.getMessage())));
        } catch (SQLException e) {
            throw new Obstacles(settings).reason(e);
        } finally {
            discard(part);
        }
    }

    /** Makes an empty file into which names and hashes of passwords go. */
    private static void ownersOnly(Path part) throws IOException {
        Files.deleteIfExists(part);
        OwnersFile.create(part);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It is named as what it is.
        }
    }

    /** Whether a running service wrote it. */
    private static boolean isAsked(Settings settings, Path part) throws IOException {
        Path control = settings.data().resolve(Control.FILE);
        if (!Files.exists(control)) {
            return false;
        }
        List<String> lines = Files.readAllLines(control);
        var request = HttpRequest.newBuilder(URI.create(lines.get(0) + Control.BACKUP))
                .header(Control.HEADER, lines.get(1))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.ofFile(part)).statusCode();
            if (status >= 400 && status < 500) {
                return false; // the same, and somebody else listens there now
            }
            if (status != 200) {
                throw new IOException("HTTP " + status);
            }
            return true;
        } catch (ConnectException e) {
            return false; // it was killed, and left the file
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void direct(Settings settings, Path part) throws SQLException, IOException {
        if (settings.isEmbedded() && !Files.exists(settings.data().resolve(EMBEDDED))) {
            throw new StartRefusal(Sentence.of("backup.nothing", settings.data()));
        }
        try (Connection connection = connect(settings);
                OutputStream out = Files.newOutputStream(part)) {
            Dump.write(connection, out);
        }
    }

    private static Connection connect(Settings settings) throws SQLException {
        var properties = new Properties();
        if (!settings.text(Setting.DATABASE_USER).isEmpty()) {
            properties.setProperty("user", settings.text(Setting.DATABASE_USER));
            properties.setProperty("password", settings.text(Setting.DATABASE_PASSWORD));
        }
        return DriverManager.getConnection(settings.databaseUrl(), properties);
    }

    /**
     * Reads a backup from end to end, and changes nothing.
     *
     * @throws StartRefusal if it isn't what was written as a backup, or of a newer version
     */
    public static BackupCheck.Contents verify(Path file) {
        if (!Files.exists(file)) {
            throw new StartRefusal(Sentence.of("backup.not-there", file));
        }
        try {
            BackupCheck.Contents contents = BackupCheck.of(file);
            if (!contents.isKnown()) {
                throw new StartRefusal(Sentence.of("backup.newer", file));
            }
            compareTables(contents, file);
            return contents;
        } catch (DamagedBackup e) {
            throw new StartRefusal(List.of(damage(e, file), Sentence.of("backup.take-another")));
        } catch (IOException e) {
            throw new StartRefusal(Sentence.of("backup.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    private static Sentence damage(DamagedBackup found, Path file) {
        var arguments = new ArrayList<Object>();
        arguments.add(file);
        arguments.addAll(found.arguments());
        String code = "backup.damaged-%s"
                .formatted(found.damage().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return Sentence.of(code, arguments.toArray());
    }

    /** The tables that a backup should have are found out in a database in memory, so that no other is touched. */
    private static void compareTables(BackupCheck.Contents contents, Path file) throws DamagedBackup {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        try (Connection memory = DriverManager.getConnection(url)) {
            FluentConfiguration inMemory = migrations(true).dataSource(url, null, null);
            if (contents.schema() < 1) {
                throw DamagedBackup.none();
            }
            if (contents.schema() > latest(inMemory.load())) {
                throw new StartRefusal(Sentence.of("backup.newer", file));
            }
            inMemory.target(String.valueOf(contents.schema())).load().migrate();
            contents.expectTables(Restoring.tables(memory));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of a backup could not be made in memory.", e);
        }
    }

    /** The latest migration that is known here. */
    private static int latest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .mapToInt(one -> Integer.parseInt(String.valueOf(one.getVersion())))
                .max()
                .orElse(0);
    }

    /**
     * Brings everything back into a database that has nothing yet, of either sort, and up to date; sessions have ended then. The backup is
     * {@linkplain #verify verified} before the database is touched.
     *
     * @return what the backup holds
     * @throws StartRefusal if it can't be done; then nothing was changed but that empty tables may be there, and not even these if the backup is why
     */
    public static BackupCheck.Contents restore(Settings settings, Path file) {
        BackupCheck.Contents contents = verify(file);
        new Obstacles(settings).lookAtFolder();
        try {
            if (settings.isEmbedded()) {
                beside(settings, file, contents);
            } else {
                fill(settings, file, contents);
            }
            return contents;
        } catch (DamagedBackup e) {
            throw new StartRefusal(List.of(damage(e, file), Sentence.of("backup.take-another")));
        } catch (IOException e) {
            throw new StartRefusal(Sentence.of("backup.unreadable", file, String.valueOf(e.getMessage())));
        } catch (SQLException | FlywayException e) {
            throw new Obstacles(settings).reason(e);
        }
    }

    /** The embedded database can't take back what was done to its tables: a fresh one is filled, and put into its place when it is whole. */
    private static void beside(Settings settings, Path file, BackupCheck.Contents contents)
            throws SQLException, IOException {
        seeThatNothingIsIn(settings);
        Path beside = Files.createTempDirectory(settings.data(), "restoring");
        try {
            fill(settings.with(Setting.DATA, beside.toString()), file, contents);
            Path whole = beside.resolve(EMBEDDED);
            OwnersFile.close(whole); // the folder may be one that others look into
            force(whole);
            Files.move(whole, settings.data().resolve(EMBEDDED), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            try (var files = Files.list(beside)) {
                files.forEach(Backups::discard);
            }
            discard(beside);
        }
    }

    /** Sees to it that a file outlasts a loss of power. */
    private static void force(Path file) throws IOException {
        try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private static void fill(Settings settings, Path file, BackupCheck.Contents contents)
            throws SQLException, IOException {
        seeThatNothingIsIn(settings);
        flyway(settings, String.valueOf(contents.schema())).migrate();
        try (Connection connection = connect(settings);
                var archive = new Restoring(file)) {
            archive.into(connection);
        }
        flyway(settings, "latest").migrate();
    }

    private static void seeThatNothingIsIn(Settings settings) throws SQLException {
        try (Connection connection = connect(settings)) {
            if (!Restoring.isRoomIn(connection)) {
                throw new StartRefusal(
                        Sentence.of("backup.not-empty", settings.databaseUrl().replaceFirst("[;?].*", "")));
            }
        }
    }

    private static Flyway flyway(Settings settings, String target) {
        return migrations(settings.isEmbedded())
                .dataSource(
                        settings.databaseUrl(),
                        settings.text(Setting.DATABASE_USER).isEmpty() ? null : settings.text(Setting.DATABASE_USER),
                        settings.text(Setting.DATABASE_PASSWORD).isEmpty()
                                ? null
                                : settings.text(Setting.DATABASE_PASSWORD))
                .target(target)
                .load();
    }

    private static FluentConfiguration migrations(boolean isEmbedded) {
        return Flyway.configure()
                .locations("classpath:dk/grundskema/api/server/migrations")
                .placeholders(Map.of("bytes", isEmbedded ? "BLOB" : "BYTEA"));
    }
}
