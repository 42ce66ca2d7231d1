package dk.grundskema.api.platform.testing;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.platform.start.Server;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks of rows in services' databases, and who waits for them. */
public final class DatabaseLocks {
    private DatabaseLocks() {}

    /** Sets how long transactions wait for a lock. */
    public static void setLockTimeout(Server server, TestDatabase database, int millis) {
        JdbcClient tables = server.bean(JdbcClient.class);
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
        server.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    /** Returns whether a transaction waits for a lock of another one. */
    public static boolean isAnyTransactionWaiting(Server server, TestDatabase database) {
        return server.bean(JdbcClient.class)
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

    /** Runs a task concurrently with the test, in its own thread. */
    public static <T> CompletableFuture<T> runAsync(Supplier<T> what) {
        return CompletableFuture.supplyAsync(
                what, task -> Thread.ofPlatform().daemon().start(task));
    }
}
