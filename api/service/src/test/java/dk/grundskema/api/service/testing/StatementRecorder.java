package dk.grundskema.api.service.testing;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC driver that records each statement that a service sends to its database, on every thread but those of background work, and passes it on to the database's own driver.
 * A batch counts as one statement, since it takes one round trip.
 */
public final class StatementRecorder implements Driver {
    private static final String PREFIX = "jdbc:recorded:";

    /** The test of a connection before it is used, which only the embedded database needs, and the scheduler's look for due tasks. */
    private static final Pattern NOT_OF_REQUESTS = Pattern.compile("^VALUES 1$|\\bscheduled_tasks\\b");

    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    static {
        try {
            DriverManager.registerDriver(new StatementRecorder());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a service that uses this driver, on a new database. Only one such service may run at a time. */
    public static Server startServer(TestDatabase database, Path folder) {
        ServiceSettings settings = database.fresh(folder);
        return Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                settings,
                Map.of(
                        "spring.datasource.url",
                        settings.databaseUrl().replaceFirst("jdbc:", PREFIX),
                        "spring.datasource.driver-class-name",
                        StatementRecorder.class.getName()));
    }

    /** Returns the SQL of all statements since the last {@link #clear}, in order. */
    public static List<String> statements() {
        return List.copyOf(STATEMENTS);
    }

    /** Waits until background work of earlier requests is done: until a second passes without a statement. */
    public static void awaitSilence() {
        int before = -1;
        while (before != STATEMENTS.size()) {
            before = STATEMENTS.size();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    /** Forgets the statements recorded so far. */
    public static void clear() {
        STATEMENTS.clear();
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        return acceptsURL(url)
                ? proxy(
                        Connection.class,
                        DriverManager.getConnection(url.replaceFirst(PREFIX, "jdbc:"), properties),
                        "")
                : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    private static <T> T proxy(Class<T> type, T target, String prepared) {
        InvocationHandler recording = (self, method, arguments) -> {
            Object first = arguments == null ? "" : arguments[0];
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                String sql = first instanceof String text && !text.isEmpty() ? text : prepared;
                if (!NOT_OF_REQUESTS.matcher(sql).find() && !isInBackground()) {
                    STATEMENTS.add(sql);
                }
            }
            try {
                Object result = method.invoke(target, arguments);
                if (result instanceof PreparedStatement statement) {
                    return proxy(PreparedStatement.class, statement, String.valueOf(first));
                }
                return result instanceof Statement statement ? proxy(Statement.class, statement, "") : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? StatementRecorder.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                recording));
    }

    /**
     * Threads of their own calculate the calendars of all links after a publication, and plan changes after the answer that a preview of them was
     * begun.
     */
    private static boolean isInBackground() {
        String thread = Thread.currentThread().getName();
        return thread.startsWith("feeds-") || thread.equals("change-preview");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
