package dk.grundskema.api.server.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be set, by file, variable of the environment, or option. */
public enum Setting {
    /** Where the service listens; 0 means any free port. */
    PORT("port", Form.number(0, 65535), "8080"),
    /** The address of this machine that it listens at. */
    ADDRESS("address", Form.TEXT, "127.0.0.1"),
    /** Folder of the embedded database and of backups. */
    DATA("data", Form.TEXT, "grundskema-data"),
    /** JDBC address of a PostgreSQL database; empty means the embedded one. */
    DATABASE_URL("database.url", Form.start("jdbc:postgresql:"), ""),
    /** Who the service signs in as at the database. */
    DATABASE_USER("database.user", Form.TEXT, ""),
    /** Its password there. */
    DATABASE_PASSWORD("database.password", Form.SECRET, ""),
    /** How many connections to the database it keeps at most. */
    DATABASE_CONNECTIONS("database.connections", Form.number(2, 200), "10"),
    /** Password of the first administrator, where nobody is there to type a code. */
    ADMIN_PASSWORD("admin.password", Form.SECRET, ""),
    /** API token of the first administrator. */
    ADMIN_TOKEN("admin.token", Form.SECRET, ""),
    /** How many solves this process works at at once; 0 leaves them to other processes. */
    WORKERS("workers", Form.number(0, 64), String.valueOf(Runtime.getRuntime().availableProcessors())),
    /** Address by which people reach the service; empty means the address and port that it listens at. */
    BASE_URL("base-url", Form.start("http://", "https://"), ""),
    /** Address at which calendars are followed, if it is another than the base address; empty means that one, or else the request's own. */
    PUBLIC_URL("public-url", Form.start("http://", "https://"), ""),
    /** Whether cookies go over encrypted connections only; by default if the base address is one. */
    SECURE_COOKIES("secure-cookies", Form.choice("auto", "true", "false"), "auto"),
    /** Whether what a proxy says of the caller's address and of encryption is believed. */
    TRUST_PROXY("trust-proxy", Form.choice("true", "false"), "false"),
    /** Largest request with files that is taken, in megabytes. */
    LIMIT_UPLOAD("limits.upload-megabytes", Form.number(1, 1000), "50"),
    /** Requests of one caller in a minute; 0 means as many as there come. */
    LIMIT_REQUESTS("limits.requests-per-minute", Form.number(0, 10_000_000), "6000"),
    /** Attempts to sign in from one address in a minute: a whole school behind one address signs in at eight. */
    LIMIT_SIGN_INS("limits.sign-ins-per-minute", Form.number(1, 10_000_000), "120"),
    /** Attempts to sign in with one name in a minute: nobody types faster. */
    LIMIT_SIGN_INS_OF_NAME("limits.sign-ins-per-name-per-minute", Form.number(1, 10_000_000), "20"),
    /** Requests of one address to an issuer's sign-in in a minute: two for each sign-in. */
    LIMIT_OIDC_REQUESTS("limits.oidc-requests-per-minute", Form.number(1, 10_000_000), "240"),
    /** Requests of one address in a minute for links that do not exist: enough for a school's phones whose links were renewed. */
    LIMIT_UNKNOWN_LINKS("limits.unknown-links-per-minute", Form.number(1, 10_000_000), "60"),
    /** Connections at once. */
    LIMIT_CONNECTIONS("limits.connections", Form.number(10, 100_000), "1000"),
    /** Seconds in which a request's content must have come, unless it comes fast. */
    LIMIT_BODY_SECONDS("limits.body-seconds", Form.number(1, 3600), "30"),
    /** Solves of one organisation that wait. */
    LIMIT_SOLVES("limits.solves-per-organisation", Form.number(1, 100_000), "100"),
    /** Solves of one organisation that run at once; further ones wait, without others waiting for them. */
    LIMIT_RUNNING(
            "limits.running-solves-per-organisation",
            Form.number(1, 1000),
            String.valueOf(Runtime.getRuntime().availableProcessors())),
    /** Issuer of OpenID Connect; empty means that people sign in with passwords only. */
    OIDC_ISSUER("oidc.issuer", Form.start("https://", "http://"), ""),
    /** What the service is called there. */
    OIDC_CLIENT_ID("oidc.client-id", Form.TEXT, ""),
    /** Its secret there. */
    OIDC_CLIENT_SECRET("oidc.client-secret", Form.SECRET, ""),
    /** What is asked of the issuer about people. */
    OIDC_SCOPES("oidc.scopes", Form.TEXT, "openid email"),
    /** Seconds in which the issuer must answer while somebody signs in. */
    OIDC_ANSWER_SECONDS("oidc.answer-seconds", Form.number(1, 60), "10"),
    /** Whether somebody who signs in there and has no account here gets one: never, if that makes the person something here, or always. */
    OIDC_CREATE("oidc.create-accounts", Form.choice("false", "mapped", "true"), "false"),
    /** Whose administrators keep such accounts; empty means those of the organisation at the top. */
    OIDC_ORGANISATION("oidc.organisation", Form.TEXT, ""),
    /** Which accounts that are here already are found by the address that the issuer has verified. */
    OIDC_MATCH("oidc.match-address", Form.choice("never", "without-password", "always"), "without-password"),
    /** The claim whose values say what people are here. */
    OIDC_CLAIM("oidc.claim", Form.TEXT, ""),
    /** What its values make of people. */
    OIDC_ROLES("oidc.roles", Form.ROLES, ""),
    /** The claim that says which staff member of plans a person is. */
    OIDC_STAFF_CLAIM("oidc.staff-claim", Form.TEXT, ""),
    /** Server that takes mails and sends them on; empty means that none are sent. */
    MAIL_HOST("mail.host", Form.TEXT, ""),
    /** Its port. */
    MAIL_PORT("mail.port", Form.number(1, 65535), "587"),
    /** How the connection to it is kept secret. */
    MAIL_SECURITY("mail.security", Form.choice("starttls", "tls", "none"), "starttls"),
    /** Who the service signs in as there; empty means that nobody asks. */
    MAIL_USER("mail.user", Form.TEXT, ""),
    /** Its password there. */
    MAIL_PASSWORD("mail.password", Form.SECRET, ""),
    /** Whom mails are from: an address, or a name and an address. */
    MAIL_FROM("mail.from", Form.MAIL_ADDRESS, ""),
    /** Minutes for which changes of other days than today and tomorrow wait for further ones. */
    MAIL_DELAY("mail.delay-minutes", Form.number(0, 1440), "10"),
    /** Form of the log: lines for people, or JSON. */
    LOG_FORMAT("log.format", Form.choice("text", "json"), "text"),
    /** Whether each request is logged. */
    LOG_REQUESTS("log.requests", Form.choice("true", "false"), "false"),
    /** Who may read the metrics: callers on this machine, anybody, nobody. */
    METRICS("metrics", Form.choice("local", "all", "off"), "local");

    private static final String PREFIX = "GRUNDSKEMA_";
    /** Variables that are read elsewhere: by what starts the program, or by every command. */
    private static final List<String> OF_OTHERS = List.of(
            "GRUNDSKEMA_JAVA_OPTS",
            "GRUNDSKEMA_PLUGINS",
            "GRUNDSKEMA_JDKS",
            "GRUNDSKEMA_PRINT_JDK",
            "GRUNDSKEMA_VERBOSE",
            "GRUNDSKEMA_SETTINGS");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // records of texts and pure functions
    private final Form form;

    private final String preset;

    Setting(String key, Form form, String preset) {
        this.key = key;
        this.form = form;
        this.preset = preset;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** What values it can have. */
    Form form() {
        return form;
    }

    /** What it is where nobody sets it. */
    String preset() {
        return preset;
    }

    /** The variable of the environment that sets it. */
    public String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The setting of a name in files, if there is one. */
    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** The setting of a variable of the environment, if there is one. */
    static Optional<Setting> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(one -> one.variable().equals(name))
                .findFirst();
    }

    /** Whether a variable of the environment looks like a setting, and nobody else reads it. */
    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX) && !OF_OTHERS.contains(variable);
    }
}
