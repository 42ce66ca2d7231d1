package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.http.DatabaseSettings;
import dk.grundskema.api.platform.http.LogSettings;
import dk.grundskema.api.platform.http.ServerSettings;
import dk.grundskema.api.platform.signin.OidcSettings;
import dk.grundskema.api.platform.traffic.LimitSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Validated settings of the service, and the framework properties derived from them. */
public final class ServiceSettings {
    /**
     * Limits lock waits on PostgreSQL, which are unlimited by default while the caller holds a connection. Shorter than the time limit for
     * getting a connection; a limit that the database administrator has set takes precedence.
     */
    private static final String LOCK_TIMEOUT_SQL =
            "SELECT set_config('lock_timeout', '8s', false) WHERE current_setting('lock_timeout') = '0'";

    /** Seconds for which the service waits for a client that neither sends nor reads. */
    private static final int CONNECTION_TIMEOUT_SECONDS = 20;

    private final Map<ServiceSettingKey, String> values;
    private final List<Record> records;

    private ServiceSettings(Map<ServiceSettingKey, String> values) {
        var copy = new EnumMap<ServiceSettingKey, String>(ServiceSettingKey.class);
        copy.putAll(values);
        this.values = Collections.unmodifiableMap(copy);
        this.records = SettingSchema.bind(values);
    }

    /**
     * Returns settings with the given values and defaults for the others.
     *
     * @throws IllegalArgumentException if a value is invalid
     */
    public static ServiceSettings of(Map<ServiceSettingKey, String> values) {
        values.forEach((setting, value) -> {
            if (!value.isEmpty() && SettingSchema.findViolation(setting, value).isPresent()) {
                throw new IllegalArgumentException("Invalid value of setting (%s).".formatted(setting.key()));
            }
        });
        return new ServiceSettings(values);
    }

    /** Returns the values that were set, secrets included, to hand them to another process. */
    public Map<ServiceSettingKey, String> values() {
        return values;
    }

    /** Returns a copy with one setting changed. */
    public ServiceSettings with(ServiceSettingKey setting, String value) {
        var changed = new EnumMap<ServiceSettingKey, String>(ServiceSettingKey.class);
        changed.putAll(values);
        changed.put(setting, value);
        return of(changed);
    }

    /** Returns the records that features read. */
    List<Record> records() {
        return records;
    }

    /**
     * Returns the settings of one area.
     *
     * @param type one of the records of settings
     */
    public <T extends Record> T get(Class<T> type) {
        return records.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a record of settings (%s).".formatted(type)));
    }

    /** Returns the settings of the service as a whole. */
    public ServerSettings server() {
        return get(ServerSettings.class);
    }

    /** Returns the settings of the database. */
    DatabaseSettings database() {
        return get(DatabaseSettings.class);
    }

    /** Returns the folder of the embedded database and of backups. */
    public Path data() {
        return server().dataFolder();
    }

    /** Returns whether the database is the embedded one. */
    public boolean isEmbedded() {
        return database().isEmbedded();
    }

    /** Returns the JDBC address of the database. */
    public String databaseUrl() {
        // Without WRITE_DELAY=0, the embedded database loses acknowledged writes when the process is killed.
        return isEmbedded()
                ? "jdbc:h2:file:" + data().resolve("grundskema")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                : database().url();
    }

    /** Returns the address under which users reach the service, without a trailing slash. */
    public String baseUrl(int port) {
        String set = server().plainBaseUrl();
        String host = server().address();
        boolean isEverywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
        return set.isEmpty() ? "http://" + (isEverywhere ? "localhost" : host) + ":" + port : set;
    }

    /** Returns the framework properties derived from the settings. */
    Map<String, Object> springProperties() {
        var all = new TreeMap<String, Object>();
        all.put(
                ServiceSettingKey.OIDC_ISSUER.property(),
                get(OidcSettings.class).issuer());
        all.put("spring.config.location", "optional:classpath:/dk/grundskema/nothing/");
        all.put(
                "logging.config",
                "classpath:dk/grundskema/api/platform/start/logback-"
                        + get(LogSettings.class).format() + ".xml");
        putDatabaseProperties(all);
        putWebProperties(all);
        putJobProperties(all);
        return all;
    }

    private void putDatabaseProperties(Map<String, Object> all) {
        all.put("spring.datasource.url", databaseUrl());
        if (!database().user().isEmpty()) {
            all.put("spring.datasource.username", database().user());
        }
        if (!database().password().isEmpty()) {
            all.put("spring.datasource.password", database().password().value());
        }
        all.put("spring.datasource.hikari.maximum-pool-size", database().connections());
        all.put("spring.datasource.hikari.minimum-idle", 2);
        all.put("spring.datasource.hikari.connection-timeout", 10_000);
        if (isEmbedded()) {
            all.put("spring.datasource.hikari.connection-test-query", "VALUES 1");
            all.put("spring.datasource.hikari.exception-override-class-name", ClosedConnectionEvictor.class.getName());
        } else {
            all.put("spring.datasource.hikari.connection-init-sql", LOCK_TIMEOUT_SQL);
        }
        all.put("spring.flyway.locations", "classpath:dk/grundskema/api/platform/migrations");
        all.put("spring.flyway.placeholders.bytes", isEmbedded() ? "BLOB" : "BYTEA");
    }

    private void putWebProperties(Map<String, Object> all) {
        LimitSettings limits = get(LimitSettings.class);
        all.put("server.port", server().port());
        all.put("server.address", server().address());
        all.put("server.shutdown", "graceful");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        all.put("server.forward-headers-strategy", server().trustProxy() ? "native" : "none");
        all.put("server.max-http-request-header-size", "16KB");
        all.put("server.tomcat.max-connections", limits.connections());
        all.put("server.tomcat.connection-timeout", Math.min(CONNECTION_TIMEOUT_SECONDS, limits.bodySeconds()) + "s");
        all.put("server.tomcat.keep-alive-timeout", "60s");
        all.put("server.tomcat.threads.max", 100); // one address may use half of them
        all.put("server.tomcat.threads.min-spare", 2);
        all.put("server.tomcat.max-swallow-size", "1MB");
        all.put(
                "server.tomcat.max-part-count",
                350); // a calendar for each staff member of a large school, plus form fields
        all.put("server.tomcat.max-parameter-count", 100_000); // a list of a large school's students is a form
        all.put("server.tomcat.max-http-form-post-size", "8MB");
        all.put("spring.servlet.multipart.max-file-size", limits.uploadMegabytes() + "MB");
        all.put("spring.servlet.multipart.max-request-size", limits.uploadMegabytes() + "MB");
        all.put("spring.servlet.multipart.resolve-lazily", true); // so that unauthorised callers cannot upload files
        all.put("spring.mvc.problemdetails.enabled", false);
        all.put(
                "spring.mvc.formcontent.filter.enabled",
                false); // it would read request bodies before the caller is authenticated
        all.put("spring.web.resources.add-mappings", false);
        all.put("management.endpoint.health.probes.enabled", true);
        all.put("management.endpoint.health.group.readiness.include", "readinessState,db,storage");
        all.put("management.endpoint.health.show-details", "never");
        all.put("management.metrics.web.server.max-uri-tags", 400); // more than the number of operations
        all.put(
                "management.endpoints.web.exposure.include",
                server().metrics().equals("off") ? "health" : "health,prometheus");
    }

    private void putJobProperties(Map<String, Object> all) {
        // Running tasks are waited for and never interrupted, because an interrupt would close the embedded database.
        all.put("spring.task.scheduling.pool.size", 3);
        all.put("spring.task.scheduling.thread-name-prefix", "scheduled-");
        all.put("spring.task.scheduling.shutdown.await-termination", true);
        all.put("spring.task.scheduling.shutdown.await-termination-period", "10s");
        // A dead worker is detected after four missed heartbeats; the check runs every second heartbeat.
        all.put("db-scheduler.threads", Math.max(1, server().workers()));
        all.put("db-scheduler.heartbeat-interval", "3s");
        all.put("db-scheduler.missed-heartbeats-limit", 4);
        all.put("db-scheduler.polling-interval", "1s");
        all.put("db-scheduler.polling-strategy", "lock-and-fetch");
        all.put("db-scheduler.polling-strategy-lower-limit-fraction-of-threads", 0.9);
        all.put("db-scheduler.polling-strategy-upper-limit-fraction-of-threads", 1.0);
        all.put("db-scheduler.priority-enabled", true);
        all.put("db-scheduler.immediate-execution-enabled", true);
        all.put("db-scheduler.delay-startup-until-context-ready", true);
        all.put("db-scheduler.shutdown-max-wait", "20s");
    }

    /** Leaves out secrets. */
    @Override
    public String toString() {
        return "port %s, data in %s".formatted(server().port(), data());
    }
}
