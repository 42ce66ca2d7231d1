package dk.grundskema.api.service.testing;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.service.start.Server;
import java.sql.SQLException;

/** Somebody has all connections to the database, and gives none back: so it is for callers when it answers nobody. */
public final class ConnectionPoolExhaustion {
    private static final int PATIENCE_MILLIS = 250;

    private ConnectionPoolExhaustion() {}

    /** Takes all that a service has; anybody who asks for one from now on is refused soon. */
    public static void exhaust(Server server) throws SQLException {
        var connections = server.bean(HikariDataSource.class);
        for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
            connections.getConnection();
        }
        connections.getHikariConfigMXBean().setConnectionTimeout(PATIENCE_MILLIS);
    }
}
