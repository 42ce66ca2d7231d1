package dk.grundskema.api.platform.testing;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.platform.start.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes all connections to the database, which looks like a database that does not respond, until this is closed. Close it before the service: a pool waits ten seconds
 * for connections that are in use.
 */
public final class ConnectionPoolExhaustion implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 250;

    private final List<Connection> taken = new ArrayList<>();

    private ConnectionPoolExhaustion() {}

    /** Takes all connections of a service; further requests for one fail after a short wait. */
    public static ConnectionPoolExhaustion exhaust(Server server) throws SQLException {
        var connections = server.bean(HikariDataSource.class);
        var exhaustion = new ConnectionPoolExhaustion();
        for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
            exhaustion.taken.add(connections.getConnection());
        }
        connections.getHikariConfigMXBean().setConnectionTimeout(PATIENCE_MILLIS);
        return exhaustion;
    }

    /** Returns the number of connections that it took. */
    public int connections() {
        return taken.size();
    }

    /** Gives the connections back. */
    @Override
    public void close() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }
}
