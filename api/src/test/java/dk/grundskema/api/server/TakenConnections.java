package dk.grundskema.api.server;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.server.start.Server;
import java.sql.SQLException;

/** Somebody has all connections to the database, and gives none back: so it is for callers when it answers nobody. */
public final class TakenConnections {
    private static final int PATIENCE_MILLIS = 250;

    private TakenConnections() {}

    /** Takes all that a service has; whoever asks for one from now on is refused soon. */
    public static void of(Server server) throws SQLException {
        var connections = server.part(HikariDataSource.class);
        for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
            connections.getConnection();
        }
        connections.getHikariConfigMXBean().setConnectionTimeout(PATIENCE_MILLIS);
    }
}
