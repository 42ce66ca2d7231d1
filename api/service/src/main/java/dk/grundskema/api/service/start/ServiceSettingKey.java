package dk.grundskema.api.service.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings of the service; each can be set by file, environment variable or option. */
public enum ServiceSettingKey {
    /** Port on which the service listens; 0 means any free port. */
    PORT("port", SettingFormat.number(0, 65535), "8080"),
    /** Local address on which the service listens. */
    ADDRESS("address", SettingFormat.TEXT, "127.0.0.1"),
    /** Folder of the embedded database and of backups. */
    DATA("data", SettingFormat.TEXT, "grundskema-data"),
    /** JDBC address of a PostgreSQL database; empty means the embedded one. */
    DATABASE_URL("database.url", SettingFormat.prefix("jdbc:postgresql:"), ""),
    /** Database user. */
    DATABASE_USER("database.user", SettingFormat.TEXT, ""),
    /** Database password. */
    DATABASE_PASSWORD("database.password", SettingFormat.SECRET, ""),
    /** Maximum number of database connections. */
    DATABASE_CONNECTIONS("database.connections", SettingFormat.number(2, 200), "10"),
    /** Password of the first administrator, for installations without an interactive setup. */
    ADMIN_PASSWORD("admin.password", SettingFormat.SECRET, ""),
    /** API token of the first administrator. */
    ADMIN_TOKEN("admin.token", SettingFormat.SECRET, ""),
    /** Number of concurrent solves in this process; 0 leaves them to other processes. */
    WORKERS(
            "workers",
            SettingFormat.number(0, 64),
            String.valueOf(Runtime.getRuntime().availableProcessors())),
    /** Address under which users reach the service; empty means the address and port on which it listens. */
    BASE_URL("base-url", SettingFormat.prefix("http://", "https://"), ""),
    /** Address of calendar links if it differs from the base address; empty means the base address, or else that of the request. */
    PUBLIC_URL("public-url", SettingFormat.prefix("http://", "https://"), ""),
    /** Whether cookies require encrypted connections; {@code auto} means yes if the base address is encrypted. */
    SECURE_COOKIES("secure-cookies", SettingFormat.choice("auto", "true", "false"), "auto"),
    /** Whether to trust proxy headers about the client's address and encryption. */
    TRUST_PROXY("trust-proxy", SettingFormat.choice("true", "false"), "false"),
    /** Maximum size of a request with files, in megabytes. */
    LIMIT_UPLOAD("limits.upload-megabytes", SettingFormat.number(1, 1000), "50"),
    /** Requests of one caller per minute; 0 means no limit. */
    LIMIT_REQUESTS("limits.requests-per-minute", SettingFormat.number(0, 10_000_000), "6000"),
    /** Sign-in attempts from one address per minute; high enough for a whole school behind one address that signs in at eight. */
    LIMIT_SIGN_INS("limits.sign-ins-per-minute", SettingFormat.number(1, 10_000_000), "120"),
    /** Sign-in attempts for one name per minute; nobody types faster. */
    LIMIT_SIGN_INS_OF_NAME("limits.sign-ins-per-name-per-minute", SettingFormat.number(1, 10_000_000), "20"),
    /** Requests of one address to the OpenID Connect sign-in per minute; each sign-in needs two. */
    LIMIT_OIDC_REQUESTS("limits.oidc-requests-per-minute", SettingFormat.number(1, 10_000_000), "240"),
    /** Requests of one address per minute for links that do not exist; enough for a school's phones whose links were renewed. */
    LIMIT_UNKNOWN_LINKS("limits.unknown-links-per-minute", SettingFormat.number(1, 10_000_000), "60"),
    /** Concurrent connections. */
    LIMIT_CONNECTIONS("limits.connections", SettingFormat.number(10, 100_000), "1000"),
    /** Seconds within which a request body must arrive, unless it arrives fast. */
    LIMIT_BODY_SECONDS("limits.body-seconds", SettingFormat.number(1, 3600), "30"),
    /** Waiting solves of one organisation. */
    LIMIT_SOLVES("limits.solves-per-organisation", SettingFormat.number(1, 100_000), "100"),
    /** Concurrent solves of one organisation; further ones wait without blocking those of others. */
    LIMIT_RUNNING(
            "limits.running-solves-per-organisation",
            SettingFormat.number(1, 1000),
            String.valueOf(Runtime.getRuntime().availableProcessors())),
    /** OpenID Connect issuer; empty means that users sign in with passwords only. */
    OIDC_ISSUER("oidc.issuer", SettingFormat.prefix("https://", "http://"), ""),
    /** Client id at the issuer. */
    OIDC_CLIENT_ID("oidc.client-id", SettingFormat.TEXT, ""),
    /** Client secret at the issuer. */
    OIDC_CLIENT_SECRET("oidc.client-secret", SettingFormat.SECRET, ""),
    /** Scopes requested from the issuer. */
    OIDC_SCOPES("oidc.scopes", SettingFormat.TEXT, "openid email"),
    /** Seconds within which the issuer must answer during a sign-in. */
    OIDC_ANSWER_SECONDS("oidc.answer-seconds", SettingFormat.number(1, 60), "10"),
    /** When a sign-in creates an account for a person without one: never, only if the person gets a role, or always. */
    OIDC_CREATE("oidc.create-accounts", SettingFormat.choice("false", "mapped", "true"), "false"),
    /** Organisation whose administrators manage such accounts; empty means the top organisation. */
    OIDC_ORGANISATION("oidc.organisation", SettingFormat.TEXT, ""),
    /** Which existing accounts are matched by the mail address that the issuer has verified. */
    OIDC_MATCH("oidc.match-address", SettingFormat.choice("never", "without-password", "always"), "without-password"),
    /** Claim that determines roles. */
    OIDC_CLAIM("oidc.claim", SettingFormat.TEXT, ""),
    /** Roles by values of that claim. */
    OIDC_ROLES("oidc.roles", SettingFormat.ROLES, ""),
    /** Claim that names the staff member of plans that the user is. */
    OIDC_STAFF_CLAIM("oidc.staff-claim", SettingFormat.TEXT, ""),
    /** Mail server; empty means that no mails are sent. */
    MAIL_HOST("mail.host", SettingFormat.TEXT, ""),
    /** Port of the mail server. */
    MAIL_PORT("mail.port", SettingFormat.number(1, 65535), "587"),
    /** Encryption of the connection to the mail server. */
    MAIL_SECURITY("mail.security", SettingFormat.choice("starttls", "tls", "none"), "starttls"),
    /** User name at the mail server; empty means no authentication. */
    MAIL_USER("mail.user", SettingFormat.TEXT, ""),
    /** Password at the mail server. */
    MAIL_PASSWORD("mail.password", SettingFormat.SECRET, ""),
    /** Sender of mails: an address, or a name and an address. */
    MAIL_FROM("mail.from", SettingFormat.MAIL_ADDRESS, ""),
    /** Minutes for which a mail waits for further changes, unless today or tomorrow changes. */
    MAIL_DELAY("mail.delay-minutes", SettingFormat.number(0, 1440), "10"),
    /** Log format: text lines or JSON. */
    LOG_FORMAT("log.format", SettingFormat.choice("text", "json"), "text"),
    /** Whether each request is logged. */
    LOG_REQUESTS("log.requests", SettingFormat.choice("true", "false"), "false"),
    /** Who may read the metrics: callers on this machine, everyone, or nobody. */
    METRICS("metrics", SettingFormat.choice("local", "all", "off"), "local");

    private static final String PREFIX = "GRUNDSKEMA_";
    /** Environment variables that the launcher or other commands read. */
    private static final List<String> OF_OTHERS = List.of(
            "GRUNDSKEMA_JAVA_OPTS",
            "GRUNDSKEMA_PLUGINS",
            "GRUNDSKEMA_JDKS",
            "GRUNDSKEMA_PRINT_JDK",
            "GRUNDSKEMA_VERBOSE",
            "GRUNDSKEMA_SETTINGS");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // the records contain texts and pure functions
    private final SettingFormat form;

    private final String preset;

    ServiceSettingKey(String key, SettingFormat form, String preset) {
        this.key = key;
        this.form = form;
        this.preset = preset;
    }

    /** Returns the name of the setting in files. */
    public String key() {
        return key;
    }

    /** Returns the format of its values. */
    SettingFormat format() {
        return form;
    }

    /** Returns the default value. */
    public String defaultValue() {
        return preset;
    }

    /** Returns the environment variable of the setting. */
    public String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns the setting with a name in files, if it exists. */
    static Optional<ServiceSettingKey> findByKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Returns the setting of an environment variable, if it exists. */
    static Optional<ServiceSettingKey> findByVariable(String name) {
        return Arrays.stream(values())
                .filter(one -> one.variable().equals(name))
                .findFirst();
    }

    /** Returns whether an environment variable has the form of a setting and no other component reads it. */
    static boolean isSettingVariable(String variable) {
        return variable.startsWith(PREFIX) && !OF_OTHERS.contains(variable);
    }
}
