package dk.grundskema.api.platform.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of the settings of the service; each can be set by file, environment variable or option. What they mean, their defaults and their constraints
 * are declared by the components of the records in {@link SettingSchema}.
 */
public enum ServiceSettingKey {
    PORT("port"),
    ADDRESS("address"),
    DATA("data"),
    DATABASE_URL("database.url"),
    DATABASE_USER("database.user"),
    DATABASE_PASSWORD("database.password"),
    DATABASE_CONNECTIONS("database.connections"),
    ADMIN_PASSWORD("admin.password"),
    ADMIN_TOKEN("admin.token"),
    WORKERS("workers"),
    BASE_URL("base-url"),
    PUBLIC_URL("public-url"),
    SECURE_COOKIES("secure-cookies"),
    TRUST_PROXY("trust-proxy"),
    LIMIT_UPLOAD("limits.upload-megabytes"),
    LIMIT_REQUESTS("limits.requests-per-minute"),
    LIMIT_SIGN_INS("limits.sign-ins-per-minute"),
    LIMIT_SIGN_INS_OF_NAME("limits.sign-ins-per-name-per-minute"),
    LIMIT_OIDC_REQUESTS("limits.oidc-requests-per-minute"),
    LIMIT_UNKNOWN_LINKS("limits.unknown-links-per-minute"),
    LIMIT_CONNECTIONS("limits.connections"),
    LIMIT_BODY_SECONDS("limits.body-seconds"),
    LIMIT_SOLVES("limits.solves-per-organisation"),
    LIMIT_RUNNING("limits.running-solves-per-organisation"),
    OIDC_ISSUER("oidc.issuer"),
    OIDC_CLIENT_ID("oidc.client-id"),
    OIDC_CLIENT_SECRET("oidc.client-secret"),
    OIDC_SCOPES("oidc.scopes"),
    OIDC_ANSWER_SECONDS("oidc.answer-seconds"),
    OIDC_CREATE("oidc.create-accounts"),
    OIDC_ORGANISATION("oidc.organisation"),
    OIDC_MATCH("oidc.match-address"),
    OIDC_CLAIM("oidc.claim"),
    OIDC_ROLES("oidc.roles"),
    OIDC_STAFF_CLAIM("oidc.staff-claim"),
    MAIL_HOST("mail.host"),
    MAIL_PORT("mail.port"),
    MAIL_SECURITY("mail.security"),
    MAIL_USER("mail.user"),
    MAIL_PASSWORD("mail.password"),
    MAIL_FROM("mail.from"),
    MAIL_DELAY("mail.delay-minutes"),
    LOG_FORMAT("log.format"),
    LOG_REQUESTS("log.requests"),
    METRICS("metrics");

    private static final String PREFIX = "GRUNDSKEMA_";
    /** Environment variables that the launcher or other commands read. */
    private static final List<String> OF_OTHERS = List.of(
            "GRUNDSKEMA_JAVA_OPTS",
            "GRUNDSKEMA_PLUGINS",
            "GRUNDSKEMA_PLUGIN_SECONDS",
            "GRUNDSKEMA_JDKS",
            "GRUNDSKEMA_PRINT_JDK",
            "GRUNDSKEMA_VERBOSE",
            "GRUNDSKEMA_SETTINGS");

    private final String key;

    ServiceSettingKey(String key) {
        this.key = key;
    }

    /** Returns the name of the setting in files. */
    public String key() {
        return key;
    }

    /** Returns the property from which the framework binds the setting. */
    String property() {
        return "grundskema." + key;
    }

    /** Returns the default value; empty if there is none. */
    public String defaultValue() {
        return SettingSchema.defaultValue(this);
    }

    /** Returns the environment variable of the setting. */
    public String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns the setting with a name in files, if it exists. */
    static Optional<ServiceSettingKey> findByKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Returns the setting of a property, if it exists. */
    static Optional<ServiceSettingKey> findByProperty(String property) {
        return Arrays.stream(values())
                .filter(one -> one.property().equals(property))
                .findFirst();
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
