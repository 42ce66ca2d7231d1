package dk.grundskema.api.platform.testing;

import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The databases that everything that is kept is tested on. */
public enum TestDatabase {
    /** Embedded, in a folder. */
    H2 {
        @Override
        public ServiceSettings fresh(Path folder) {
            return settings(folder, null);
        }
    },
    /** A server of its own, started on first use; each service gets its own database in it. */
    POSTGRESQL {
        @Override
        public ServiceSettings fresh(Path folder) {
            String name = "grundskema" + COUNT.incrementAndGet();
            try (var connection = PostgresServer.INSTANCE.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("The database (%s) could not be made.".formatted(name), e);
            }
            return settings(folder, PostgresServer.INSTANCE.getJdbcUrl("postgres", name));
        }
    };

    /** Password of the first administrator of services in tests. */
    public static final String PASSWORD = "kun til prøver 1";

    /** Token of the first administrator of services in tests. */
    public static final String TOKEN = "token-of-tests";

    /** A limit per minute that no test reaches on any machine. */
    private static final String UNREACHABLE = "1000000";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Returns the settings of a service with an empty database. */
    public abstract ServiceSettings fresh(Path folder);

    private static ServiceSettings settings(Path folder, @Nullable String url) {
        return ServiceSettings.of(Map.of(
                ServiceSettingKey.PORT,
                "0",
                ServiceSettingKey.DATA,
                folder.toString(),
                ServiceSettingKey.DATABASE_URL,
                url == null ? "" : url,
                ServiceSettingKey.ADMIN_PASSWORD,
                PASSWORD,
                ServiceSettingKey.ADMIN_TOKEN,
                TOKEN,
                ServiceSettingKey.LIMIT_REQUESTS,
                "0",
                ServiceSettingKey.LIMIT_SIGN_INS,
                UNREACHABLE,
                ServiceSettingKey.LIMIT_SIGN_INS_OF_NAME,
                UNREACHABLE,
                ServiceSettingKey.LIMIT_OIDC_REQUESTS,
                UNREACHABLE,
                ServiceSettingKey.LIMIT_UNKNOWN_LINKS,
                UNREACHABLE));
    }

    /** As durable as in production: by default this server for tests loses acknowledged data when it is killed. */
    private static final class PostgresServer {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres started) {
            try {
                started.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
