package dk.grundskema.api.server.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The server that takes mails and sends them on. What it says is logged as a number alone: its words name people. */
@Component
class MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String MILLIS_TO_CONNECT = "10000";
    private static final String MILLIS_TO_ANSWER = "60000";
    private static final int FIRST_NOT_NOW = 400;
    private static final int FIRST_NEVER = 500;
    private static final int FIRST_OF_NO_SERVER = 600;
    private static final int SIGN_IN_FIRST = 530;

    private final MailSettings settings;
    private final Session session;
    private @Nullable Transport open;

    MailServer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        var all = new Properties();
        all.setProperty("mail.transport.protocol", "smtp");
        all.setProperty("mail.smtp.connectiontimeout", MILLIS_TO_CONNECT);
        all.setProperty("mail.smtp.timeout", MILLIS_TO_ANSWER);
        all.setProperty("mail.smtp.writetimeout", MILLIS_TO_ANSWER);
        all.setProperty("mail.smtp.quitwait", "false");
        boolean isUpgraded = settings.security().equals("starttls");
        all.setProperty("mail.smtp.starttls.enable", String.valueOf(isUpgraded));
        all.setProperty("mail.smtp.starttls.required", String.valueOf(isUpgraded));
        all.setProperty(
                "mail.smtp.ssl.enable", String.valueOf(settings.security().equals("tls")));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        return all;
    }

    /** Hands a letter over, and says what came of it; it is never handed over twice in here. */
    synchronized HandOver take(Letter letter) {
        LetterMessage message;
        try {
            message = new LetterMessage(session, letter, settings.from());
        } catch (MessagingException e) {
            LOG.warn("A mail can't be written as it is ({}).", name(e));
            return HandOver.REFUSED;
        }
        try {
            Transport transport = connected();
            transport.sendMessage(message, message.getAllRecipients());
            return HandOver.TAKEN;
        } catch (MessagingException e) {
            boolean wasConnected = open != null;
            hangUp();
            HandOver outcome = wasConnected ? outcome(e, message.hasBegun()) : HandOver.UNREACHABLE;
            LOG.warn("The mail server didn't take a mail: {} ({} {}).", outcome, name(e), code(e));
            return outcome;
        }
    }

    private Transport connected() throws MessagingException {
        Transport known = open;
        if (known != null && known.isConnected()) {
            return known;
        }
        hangUp();
        Transport fresh = session.getTransport();
        fresh.connect(
                settings.host(),
                settings.port(),
                settings.user().isEmpty() ? null : settings.user(),
                settings.user().isEmpty() ? null : settings.password());
        open = fresh;
        return fresh;
    }

    /** Ends the connection, if there is one. */
    synchronized void hangUp() {
        Transport known = open;
        open = null;
        if (known != null) {
            try {
                known.close();
            } catch (MessagingException e) {
                LOG.debug("The mail server had gone already ({}).", name(e));
            }
        }
    }

    /** What a failure means of which the server has said something, or nothing. */
    private static HandOver outcome(MessagingException failure, boolean hadBegun) {
        int code = code(failure);
        if (code == SIGN_IN_FIRST || (isOfSender(failure) && !hadBegun)) {
            return HandOver.UNREACHABLE;
        }
        if (code >= FIRST_NEVER && code < FIRST_OF_NO_SERVER) {
            return HandOver.REFUSED;
        }
        boolean isSaid = code >= FIRST_NOT_NOW && code < FIRST_NEVER;
        return isSaid || !hadBegun ? HandOver.LATER : HandOver.UNCERTAIN;
    }

    private static boolean isOfSender(MessagingException failure) {
        return failure instanceof SMTPSenderFailedException
                || (failure.getNextException() instanceof MessagingException next && isOfSender(next));
    }

    /** The server's answer to what failed; 0 or less if there was none. The innermost is of the one receiver. */
    private static int code(MessagingException failure) {
        if (failure.getNextException() instanceof MessagingException next) {
            int inner = code(next);
            if (inner > 0) {
                return inner;
            }
        }
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException failed -> failed.getReturnCode();
            default -> 0;
        };
    }

    private static String name(Exception e) {
        return e.getClass().getSimpleName();
    }
}
