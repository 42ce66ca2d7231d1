package dk.grundskema.api.service.start;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Validated settings of the service, and the framework properties derived from them. */
public final class ServiceSettings {
    /**
     * Limits lock waits on PostgreSQL, which are unlimited by default while the caller holds a connection. Shorter than the time limit for
     * getting a connection; a limit that the database administrator has set takes precedence.
     */
    private static final String PATIENCE =
            "SELECT set_config('lock_timeout', '8s', false) WHERE current_setting('lock_timeout') = '0'";

    /** Seconds for which the service waits for a client that neither sends nor reads. */
    private static final int SILENCE = 20;

    private final Map<ServiceSettingKey, String> values;

    private ServiceSettings(Map<ServiceSettingKey, String> values) {
        var all = new EnumMap<ServiceSettingKey, String>(ServiceSettingKey.class);
        for (ServiceSettingKey setting : ServiceSettingKey.values()) {
            all.put(setting, values.getOrDefault(setting, setting.defaultValue()));
        }
        this.values = Collections.unmodifiableMap(all);
    }

    /**
     * Returns settings with the given values and defaults for the others.
     *
     * @throws IllegalArgumentException if a value is invalid
     */
    public static ServiceSettings of(Map<ServiceSettingKey, String> values) {
        values.forEach((setting, value) -> {
            if (!value.isEmpty() && !setting.format().fits().test(value)) {
                throw new IllegalArgumentException("Invalid value of setting (%s).".formatted(setting.key()));
            }
        });
        return new ServiceSettings(values);
    }

    /** Returns a copy with one setting changed. */
    public ServiceSettings with(ServiceSettingKey setting, String value) {
        var changed = new EnumMap<>(values);
        changed.put(setting, value);
        return of(changed);
    }

    /** Returns the value of a setting; empty if it has none. */
    public String text(ServiceSettingKey setting) {
        return values.getOrDefault(setting, "");
    }

    /** Returns the value of a numeric setting. */
    public int number(ServiceSettingKey setting) {
        return Integer.parseInt(text(setting));
    }

    /** Returns whether a setting is {@code true}. */
    public boolean isOn(ServiceSettingKey setting) {
        return text(setting).equals("true");
    }

    /** Returns the folder of the embedded database and of backups. */
    public Path data() {
        return Path.of(text(ServiceSettingKey.DATA)).toAbsolutePath().normalize();
    }

    /** Returns whether the database is the embedded one. */
    public boolean isEmbedded() {
        return text(ServiceSettingKey.DATABASE_URL).isEmpty();
    }

    /** Returns the JDBC address of the database. */
    public String databaseUrl() {
        // Without WRITE_DELAY=0, the embedded database loses acknowledged writes when the process is killed.
        return isEmbedded()
                ? "jdbc:h2:file:" + data().resolve("grundskema")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                : text(ServiceSettingKey.DATABASE_URL);
    }

    /** Returns the address under which users reach the service, without a trailing slash. */
    public String baseUrl(int port) {
        String set = text(ServiceSettingKey.BASE_URL).replaceFirst("/+$", "");
        String host = text(ServiceSettingKey.ADDRESS);
        boolean isEverywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
        return set.isEmpty() ? "http://" + (isEverywhere ? "localhost" : host) + ":" + port : set;
    }

    /** Returns the settings as {@code grundskema.<key>} properties for other packages, and the derived framework properties. */
    Map<String, Object> springProperties() {
        var all = new TreeMap<String, Object>();
        values.forEach((setting, value) -> all.put("grundskema." + setting.key(), value));
        boolean isSecure = text(ServiceSettingKey.SECURE_COOKIES).equals("auto")
                ? text(ServiceSettingKey.BASE_URL).startsWith("https:")
                : isOn(ServiceSettingKey.SECURE_COOKIES);
        all.put("grundskema." + ServiceSettingKey.SECURE_COOKIES.key(), isSecure);
        all.put("spring.config.location", "optional:classpath:/dk/grundskema/nothing/");
        all.put(
                "logging.config",
                "classpath:dk/grundskema/api/service/start/logback-" + text(ServiceSettingKey.LOG_FORMAT) + ".xml");
        putDatabaseProperties(all);
        putWebProperties(all);
        putJobProperties(all);
        return all;
    }

    private void putDatabaseProperties(Map<String, Object> all) {
        all.put("spring.datasource.url", databaseUrl());
        if (!text(ServiceSettingKey.DATABASE_USER).isEmpty()) {
            all.put("spring.datasource.username", text(ServiceSettingKey.DATABASE_USER));
        }
        if (!text(ServiceSettingKey.DATABASE_PASSWORD).isEmpty()) {
            all.put("spring.datasource.password", text(ServiceSettingKey.DATABASE_PASSWORD));
        }
        all.put("spring.datasource.hikari.maximum-pool-size", number(ServiceSettingKey.DATABASE_CONNECTIONS));
        all.put("spring.datasource.hikari.minimum-idle", 2);
        all.put("spring.datasource.hikari.connection-timeout", 10_000);
        if (isEmbedded()) {
            all.put("spring.datasource.hikari.connection-test-query", "VALUES 1");
            all.put("spring.datasource.hikari.exception-override-class-name", ClosedConnectionEvictor.class.getName());
        } else {
            all.put("spring.datasource.hikari.connection-init-sql", PATIENCE);
        }
        all.put("spring.flyway.locations", "classpath:dk/grundskema/api/service/migrations");
        all.put("spring.flyway.placeholders.bytes", isEmbedded() ? "BLOB" : "BYTEA");
    }

    private void putWebProperties(Map<String, Object> all) {
        all.put("server.port", number(ServiceSettingKey.PORT));
        all.put("server.address", text(ServiceSettingKey.ADDRESS));
        all.put("server.shutdown", "graceful");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        all.put("server.forward-headers-strategy", isOn(ServiceSettingKey.TRUST_PROXY) ? "native" : "none");
        all.put("server.max-http-request-header-size", "16KB");
        all.put("server.tomcat.max-connections", number(ServiceSettingKey.LIMIT_CONNECTIONS));
        all.put(
                "server.tomcat.connection-timeout",
                Math.min(SILENCE, number(ServiceSettingKey.LIMIT_BODY_SECONDS)) + "s");
        all.put("server.tomcat.keep-alive-timeout", "60s");
        all.put("server.tomcat.threads.max", 100); // one address may use half of them
        all.put("server.tomcat.threads.min-spare", 2);
        all.put("server.tomcat.max-swallow-size", "1MB");
        all.put(
                "server.tomcat.max-part-count",
                350); // a calendar for each staff member of a large school, plus form fields
        all.put("server.tomcat.max-parameter-count", 100_000); // a list of a large school's students is a form
        all.put("server.tomcat.max-http-form-post-size", "8MB");
        all.put("spring.servlet.multipart.max-file-size", text(ServiceSettingKey.LIMIT_UPLOAD) + "MB");
        all.put("spring.servlet.multipart.max-request-size", text(ServiceSettingKey.LIMIT_UPLOAD) + "MB");
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
                text(ServiceSettingKey.METRICS).equals("off") ? "health" : "health,prometheus");
    }

    private void putJobProperties(Map<String, Object> all) {
        // A dead worker is detected after four missed heartbeats; the check runs every second heartbeat.
        all.put("db-scheduler.threads", Math.max(1, number(ServiceSettingKey.WORKERS)));
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
        return "port %s, data in %s".formatted(text(ServiceSettingKey.PORT), data());
    }
}
