package dk.grundskema.api.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the database.
 *
 * @param url         JDBC address of a PostgreSQL database; empty means the embedded one
 * @param user        database user
 * @param password    database password
 * @param connections maximum number of database connections
 */
@ConfigurationProperties("grundskema.database")
public record DatabaseSettings(
        @DefaultValue("") @Pattern(regexp = "|(jdbc:postgresql:).+", message = "setting.form.start")
        String url,

        @DefaultValue("") String user,
        @DefaultValue("") Secret password,
        @DefaultValue("10") @Min(2) @Max(200) int connections) {
    /** Returns whether the database is the embedded one. */
    public boolean isEmbedded() {
        return url.isEmpty();
    }
}
