package dk.grundskema.api.service.notice;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Settings of the mail server.
 *
 * @param host     mail server; empty means that no mails are sent
 * @param port     its port
 * @param security encryption of the connection: {@code starttls}, {@code tls} or {@code none}
 * @param user     user name at the server; empty means no authentication
 * @param password password at the server
 * @param from     sender: an address, or a name and an address
 * @param delay    minutes for which a notice waits if neither today nor tomorrow changes, so that later publications join the same mail
 */
@Component
record MailSettings(
        @Value("${grundskema.mail.host}") String host,
        @Value("${grundskema.mail.port}") int port,
        @Value("${grundskema.mail.security}") String security,
        @Value("${grundskema.mail.user}") String user,
        @Value("${grundskema.mail.password}") String password,
        @Value("${grundskema.mail.from}") String from,
        @Value("${grundskema.mail.delay-minutes}") int delay) {
    /** Returns whether mails are sent. */
    boolean isOn() {
        return !host.isEmpty();
    }

    /** Returns how long a notice waits if neither today nor tomorrow changes. */
    Duration collectionDelay() {
        return Duration.ofMinutes(delay);
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
