package dk.grundskema.api.server;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.server.start.Server;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks of rows in services' databases, and who waits for them. */
public final class Locks {
    private Locks() {}

    /** Lets everybody wait so long for a lock before giving up. */
    public static void patience(Server server, Database database, int millis) {
        JdbcClient tables = server.part(JdbcClient.class);
        switch (database) {
            case H2 -> tables.sql("SET DEFAULT_LOCK_TIMEOUT " + millis).update();
            case POSTGRESQL -> {
                String name = tables.sql("SELECT current_database()")
                        .query(String.class)
                        .single();
                tables.sql("ALTER DATABASE " + name + " SET lock_timeout = " + millis)
                        .update();
            }
        }
        server.part(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    /** Whether somebody waits for what somebody else has locked. */
    public static boolean isSomebodyKeptWaiting(Server server, Database database) {
        return server.part(JdbcClient.class)
                        .sql(
                                switch (database) {
                                    case H2 ->
                                        "SELECT COUNT(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL";
                                    case POSTGRESQL -> "SELECT COUNT(*) FROM pg_locks WHERE NOT granted";
                                })
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Does something beside the test, in a thread of its own. */
    public static <T> CompletableFuture<T> beside(Supplier<T> what) {
        return CompletableFuture.supplyAsync(
                what, task -> Thread.ofPlatform().daemon().start(task));
    }
}
