package dk.grundskema.api.server.start;

import dk.grundskema.api.server.operations.Control;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Copies of everything that the service keeps, made while it runs, and brought back. */
public final class Backups {
    /** The file of an embedded database, in its folder. */
    private static final String EMBEDDED = "grundskema.mv.db";

    private Backups() {}

    /**
     * Writes everything to a file that isn't there yet. Of an embedded database that is in use, the service that uses it is asked.
     *
     * @throws StartRefusal if it can't be done
     */
    public static void make(Settings settings, Path file) {
        if (Files.exists(file)) {
            throw new StartRefusal(Sentence.of("backup.exists", file));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            ownersOnly(part);
            if (!settings.isEmbedded() || !isAsked(settings, part)) {
                direct(settings, part);
            }
            new Restoring(part).close();
            Files.move(part, file);
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
     * Brings everything back into a database that has nothing yet, of either sort, and up to date; sessions have ended then.
     *
     * @throws StartRefusal if it can't be done; then nothing was changed but that empty tables may be there
     */
    public static void restore(Settings settings, Path file) {
        if (!Files.exists(file)) {
            throw new StartRefusal(Sentence.of("backup.not-there", file));
        }
        new Obstacles(settings).lookAtFolder();
        try (var archive = new Restoring(file)) {
            if (!archive.isKnown() || archive.schema() > latest(settings)) {
                throw new StartRefusal(Sentence.of("backup.newer", file));
            }
            if (settings.isEmbedded()) {
                beside(settings, archive);
            } else {
                fill(settings, archive);
            }
        } catch (IOException e) {
            throw new StartRefusal(Sentence.of("backup.unreadable", file));
        } catch (SQLException | FlywayException e) {
            throw new Obstacles(settings).reason(e);
        }
    }

    /** The latest migration that is known here. */
    private static int latest(Settings settings) {
        return Arrays.stream(flyway(settings, "latest").info().all())
                .filter(one -> !one.getState().name().startsWith("FUTURE"))
                .mapToInt(one -> Integer.parseInt(String.valueOf(one.getVersion())))
                .max()
                .orElse(0);
    }

    /** The embedded database can't take back what was done to its tables: a fresh one is filled, and put into its place when it is whole. */
    private static void beside(Settings settings, Restoring archive) throws SQLException, IOException {
        seeThatNothingIsIn(settings);
        Path beside = Files.createTempDirectory(settings.data(), "restoring");
        try {
            fill(settings.with(Setting.DATA, beside.toString()), archive);
            Path whole = beside.resolve(EMBEDDED);
            OwnersFile.close(whole); // the folder may be one that others look into
            try (var written = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(whole, settings.data().resolve(EMBEDDED), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            try (var files = Files.list(beside)) {
                files.forEach(Backups::discard);
            }
            discard(beside);
        }
    }

    private static void fill(Settings settings, Restoring archive) throws SQLException, IOException {
        seeThatNothingIsIn(settings);
        flyway(settings, String.valueOf(archive.schema())).migrate();
        try (Connection connection = connect(settings)) {
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
        return Flyway.configure()
                .dataSource(
                        settings.databaseUrl(),
                        settings.text(Setting.DATABASE_USER).isEmpty() ? null : settings.text(Setting.DATABASE_USER),
                        settings.text(Setting.DATABASE_PASSWORD).isEmpty()
                                ? null
                                : settings.text(Setting.DATABASE_PASSWORD))
                .locations("classpath:dk/grundskema/api/server/migrations")
                .placeholders(Map.of("bytes", settings.isEmbedded() ? "BLOB" : "BYTEA"))
                .target(target)
                .load();
    }
}
