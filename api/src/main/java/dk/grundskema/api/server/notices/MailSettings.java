package dk.grundskema.api.server.notices;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How mails are sent.
 *
 * @param host     the server that takes them; empty means that none are sent
 * @param port     its port
 * @param security how the connection is kept secret: {@code starttls}, {@code tls} or {@code none}
 * @param user     who the service is there; empty means that nobody asks
 * @param password its password there
 * @param from     whom mails are from, an address or a name and an address
 * @param delay    minutes for which changes that aren't of today or tomorrow wait, so that what is published meanwhile comes in the same mail
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
    /** Whether any are sent. */
    boolean isOn() {
        return !host.isEmpty();
    }

    /** For how long changes wait that are neither of today nor of tomorrow. */
    Duration collecting() {
        return Duration.ofMinutes(delay);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
