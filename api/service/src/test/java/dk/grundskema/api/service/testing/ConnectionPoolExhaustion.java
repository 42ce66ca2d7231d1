package dk.grundskema.api.service.testing;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.service.start.Server;
import java.sql.SQLException;

/** Takes all database connections and returns none, which to callers looks like a database that does not respond. */
public final class ConnectionPoolExhaustion {
    private static final int PATIENCE_MILLIS = 250;

    private ConnectionPoolExhaustion() {}

    /** Takes all connections of a service; further requests for one fail after a short wait. */
    public static void exhaust(Server server) throws SQLException {
        var connections = server.bean(HikariDataSource.class);
        for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
            connections.getConnection();
        }
        connections.getHikariConfigMXBean().setConnectionTimeout(PATIENCE_MILLIS);
    }
}
