package dk.grundskema.api.server.start;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the service is to be run.
 *
 * @param port             where it listens, 1 to 65535; 0 means any free port
 * @param data             folder of the embedded database and of backups
 * @param databaseUrl      JDBC address of a PostgreSQL database; {@code null} means the embedded one
 * @param databaseUser     who it signs in as there; {@code null} means that the address says it
 * @param databasePassword its password there; {@code null} means that none is needed
 * @param adminPassword    password of the first administrator, where nobody is there to type a code; {@code null} means that somebody is
 * @param adminToken       API token of the first administrator; {@code null} means none
 */
public record Settings(
        int port,
        Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable String adminPassword,
        @Nullable String adminToken) {
    /**
     * The usual settings: the embedded database in a folder.
     *
     * @param environment says how the first administrator gets in
     */
    public static Settings embedded(int port, Path data, Map<String, String> environment) {
        return new Settings(
                port,
                data,
                null,
                null,
                null,
                environment.get("GRUNDSKEMA_ADMIN_PASSWORD"),
                environment.get("GRUNDSKEMA_ADMIN_TOKEN"));
    }

    /** Whether the database is the embedded one. */
    public boolean isEmbedded() {
        return databaseUrl == null;
    }

    /** The same in the words of the framework. */
    Map<String, Object> properties() {
        var all = new TreeMap<String, Object>();
        all.put("server.port", port);
        // Without WRITE_DELAY=0 the embedded database loses what it has acknowledged when the process is killed.
        all.put(
                "spring.datasource.url",
                databaseUrl == null
                        ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("grundskema")
                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                        : databaseUrl);
        if (databaseUser != null) {
            all.put("spring.datasource.username", databaseUser);
        }
        if (databasePassword != null) {
            all.put("spring.datasource.password", databasePassword);
        }
        all.put("spring.flyway.locations", "classpath:dk/grundskema/api/server/migrations");
        all.put("spring.flyway.placeholders.bytes", isEmbedded() ? "BLOB" : "BYTEA");
        return all;
    }

    /** No secrets. */
    @Override
    public String toString() {
        return "port %d, data in %s".formatted(port, data);
    }
}
