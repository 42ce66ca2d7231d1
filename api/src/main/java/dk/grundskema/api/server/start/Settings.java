package dk.grundskema.api.server.start;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How the service is to be run. */
public final class Settings {
    /**
     * PostgreSQL would wait for locks without end, and whoever waits holds a connection: within the time after which a connection itself is given up,
     * unless whoever runs the database has said how long.
     */
    private static final String PATIENCE =
            "SELECT set_config('lock_timeout', '8s', false) WHERE current_setting('lock_timeout') = '0'";

    /** Seconds for which the service waits for somebody who neither sends nor reads. */
    private static final int SILENCE = 20;

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        var all = new EnumMap<Setting, String>(Setting.class);
        for (Setting setting : Setting.values()) {
            all.put(setting, values.getOrDefault(setting, setting.preset()));
        }
        this.values = Collections.unmodifiableMap(all);
    }

    /**
     * Settings of which some are set and the others as usual.
     *
     * @throws IllegalArgumentException if one has a value that it can't have
     */
    public static Settings of(Map<Setting, String> values) {
        values.forEach((setting, value) -> {
            if (!value.isEmpty() && !setting.form().fits().test(value)) {
                throw new IllegalArgumentException("The setting (%s) can't be that.".formatted(setting.key()));
            }
        });
        return new Settings(values);
    }

    /** The same, but for one setting. */
    public Settings with(Setting setting, String value) {
        var changed = new EnumMap<>(values);
        changed.put(setting, value);
        return of(changed);
    }

    /** What a setting is; empty if it has no value. */
    public String text(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    /** What a setting is that is a number. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** Whether a setting is on. */
    public boolean isOn(Setting setting) {
        return text(setting).equals("true");
    }

    /** Folder of the embedded database and of backups. */
    public Path data() {
        return Path.of(text(Setting.DATA)).toAbsolutePath().normalize();
    }

    /** Whether the database is the embedded one. */
    public boolean isEmbedded() {
        return text(Setting.DATABASE_URL).isEmpty();
    }

    /** The JDBC address of the database. */
    public String databaseUrl() {
        // Without WRITE_DELAY=0 the embedded database loses what it has acknowledged when the process is killed.
        return isEmbedded()
                ? "jdbc:h2:file:" + data().resolve("grundskema")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                : text(Setting.DATABASE_URL);
    }

    /** The address by which people reach the service, without a slash at its end. */
    public String baseUrl(int port) {
        String set = text(Setting.BASE_URL).replaceFirst("/+$", "");
        String host = text(Setting.ADDRESS);
        boolean isEverywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
        return set.isEmpty() ? "http://" + (isEverywhere ? "localhost" : host) + ":" + port : set;
    }

    /** The settings by the names that other rooms ask for them: {@code grundskema.<key>}; and the same in the words of the framework. */
    Map<String, Object> properties() {
        var all = new TreeMap<String, Object>();
        values.forEach((setting, value) -> all.put("grundskema." + setting.key(), value));
        boolean isSecure = text(Setting.SECURE_COOKIES).equals("auto")
                ? text(Setting.BASE_URL).startsWith("https:")
                : isOn(Setting.SECURE_COOKIES);
        all.put("grundskema." + Setting.SECURE_COOKIES.key(), isSecure);
        all.put("spring.config.location", "optional:classpath:/dk/grundskema/nothing/");
        all.put(
                "logging.config",
                "classpath:dk/grundskema/api/server/start/logback-" + text(Setting.LOG_FORMAT) + ".xml");
        database(all);
        web(all);
        jobs(all);
        return all;
    }

    private void database(Map<String, Object> all) {
        all.put("spring.datasource.url", databaseUrl());
        if (!text(Setting.DATABASE_USER).isEmpty()) {
            all.put("spring.datasource.username", text(Setting.DATABASE_USER));
        }
        if (!text(Setting.DATABASE_PASSWORD).isEmpty()) {
            all.put("spring.datasource.password", text(Setting.DATABASE_PASSWORD));
        }
        all.put("spring.datasource.hikari.maximum-pool-size", number(Setting.DATABASE_CONNECTIONS));
        all.put("spring.datasource.hikari.minimum-idle", 2);
        all.put("spring.datasource.hikari.connection-timeout", 10_000);
        if (isEmbedded()) {
            all.put("spring.datasource.hikari.connection-test-query", "VALUES 1");
            all.put("spring.datasource.hikari.exception-override-class-name", ClosedDatabase.class.getName());
        } else {
            all.put("spring.datasource.hikari.connection-init-sql", PATIENCE);
        }
        all.put("spring.flyway.locations", "classpath:dk/grundskema/api/server/migrations");
        all.put("spring.flyway.placeholders.bytes", isEmbedded() ? "BLOB" : "BYTEA");
    }

    private void web(Map<String, Object> all) {
        all.put("server.port", number(Setting.PORT));
        all.put("server.address", text(Setting.ADDRESS));
        all.put("server.shutdown", "graceful");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        all.put("server.forward-headers-strategy", isOn(Setting.TRUST_PROXY) ? "native" : "none");
        all.put("server.max-http-request-header-size", "16KB");
        all.put("server.tomcat.max-connections", number(Setting.LIMIT_CONNECTIONS));
        all.put("server.tomcat.connection-timeout", Math.min(SILENCE, number(Setting.LIMIT_BODY_SECONDS)) + "s");
        all.put("server.tomcat.keep-alive-timeout", "60s");
        all.put("server.tomcat.threads.max", 100); // of which one address has half
        all.put("server.tomcat.threads.min-spare", 2);
        all.put("server.tomcat.max-swallow-size", "1MB");
        all.put("server.tomcat.max-part-count", 350); // a calendar for each of a large staff, and what is typed beside
        all.put("server.tomcat.max-parameter-count", 100_000); // a list of a large school's students is a form
        all.put("server.tomcat.max-http-form-post-size", "8MB");
        all.put("spring.servlet.multipart.max-file-size", text(Setting.LIMIT_UPLOAD) + "MB");
        all.put("spring.servlet.multipart.max-request-size", text(Setting.LIMIT_UPLOAD) + "MB");
        all.put("spring.servlet.multipart.resolve-lazily", true); // so that nobody sends files who mayn't
        all.put("spring.mvc.problemdetails.enabled", false);
        all.put(
                "spring.mvc.formcontent.filter.enabled",
                false); // it would read what callers send before it is known who they are
        all.put("spring.web.resources.add-mappings", false);
        all.put("management.endpoint.health.probes.enabled", true);
        all.put("management.endpoint.health.group.readiness.include", "readinessState,db,storage");
        all.put("management.endpoint.health.show-details", "never");
        all.put("management.metrics.web.server.max-uri-tags", 400); // more than there are operations
        all.put(
                "management.endpoints.web.exposure.include",
                text(Setting.METRICS).equals("off") ? "health" : "health,prometheus");
    }

    private void jobs(Map<String, Object> all) {
        // Whoever dies while running something is missed after four heartbeats, and looked for every other one.
        all.put("db-scheduler.threads", Math.max(1, number(Setting.WORKERS)));
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

    /** No secrets. */
    @Override
    public String toString() {
        return "port %s, data in %s".formatted(text(Setting.PORT), data());
    }
}
