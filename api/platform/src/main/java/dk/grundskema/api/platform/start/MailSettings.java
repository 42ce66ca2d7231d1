package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.http.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mail server.
 *
 * @param host         mail server; empty means that no mails are sent
 * @param port         its port
 * @param security     encryption of the connection: {@code starttls}, {@code tls} or {@code none}
 * @param user         user name at the server; empty means no authentication
 * @param password     password at the server
 * @param from         sender: an address, or a name and an address
 * @param delayMinutes minutes for which a notice waits if neither today nor tomorrow changes, so that later publications join the same mail
 */
@ConfigurationProperties("grundskema.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,

        @DefaultValue("starttls") @Pattern(regexp = "(starttls|tls|none)", message = "setting.form.choice")
        String security,

        @DefaultValue("") String user,
        @DefaultValue("") Secret password,

        @DefaultValue("")
        @Pattern(
                regexp = "|[^<>@\\s,;]+@[^<>@\\s,;]+|[^<>@\\p{Cc}]+ <[^<>@\\s,;]+@[^<>@\\s,;]+>",
                message = "setting.form.mail-address")
        String from,

        @DefaultValue("10") @Min(0) @Max(1440) int delayMinutes) {
    /** Returns whether mails are sent. */
    public boolean isOn() {
        return !host.isEmpty();
    }

    /** Returns how long a notice waits if neither today nor tomorrow changes. */
    public Duration collectionDelay() {
        return Duration.ofMinutes(delayMinutes);
    }

    /** Names only the server. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
