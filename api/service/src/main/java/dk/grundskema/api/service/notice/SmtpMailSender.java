package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.start.MailSettings;
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

/** Sends mails over SMTP. Logs only the reply code of the server, because its text contains addresses. */
@Component
class SmtpMailSender {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailSender.class);
    private static final String MILLIS_TO_CONNECT = "10000";
    private static final String MILLIS_TO_ANSWER = "60000";
    private static final int FIRST_TRANSIENT_FAILURE = 400;
    private static final int FIRST_PERMANENT_FAILURE = 500;
    private static final int FIRST_INVALID_CODE = 600;
    private static final int AUTHENTICATION_REQUIRED = 530;

    private final MailSettings settings;
    private final Session session;
    private @Nullable Transport openTransport;

    SmtpMailSender(MailSettings settings) {
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

    /** Sends a mail and returns the result. Never tries twice. */
    synchronized MailSendResult send(OutgoingMail letter) {
        TransferTrackingMimeMessage message;
        try {
            message = new TransferTrackingMimeMessage(session, letter, settings.from());
        } catch (MessagingException e) {
            LOG.warn("A mail could not be written ({}).", typeName(e));
            return MailSendResult.REFUSED;
        }
        try {
            Transport transport = connect();
            transport.sendMessage(message, message.getAllRecipients());
            return MailSendResult.TAKEN;
        } catch (MessagingException e) {
            boolean wasConnected = openTransport != null;
            disconnect();
            MailSendResult outcome = wasConnected ? classifyFailure(e, message.hasBegun()) : MailSendResult.UNREACHABLE;
            LOG.warn("The mail server did not accept a mail: {} ({} {}).", outcome, typeName(e), replyCode(e));
            return outcome;
        }
    }

    private Transport connect() throws MessagingException {
        Transport known = openTransport;
        if (known != null && known.isConnected()) {
            return known;
        }
        disconnect();
        Transport fresh = session.getTransport();
        fresh.connect(
                settings.host(),
                settings.port(),
                settings.user().isEmpty() ? null : settings.user(),
                settings.user().isEmpty() ? null : settings.password().value());
        openTransport = fresh;
        return fresh;
    }

    /** Closes the connection, if it is open. */
    synchronized void disconnect() {
        Transport known = openTransport;
        openTransport = null;
        if (known != null) {
            try {
                known.close();
            } catch (MessagingException e) {
                LOG.debug("The mail server had already closed the connection ({}).", typeName(e));
            }
        }
    }

    /** Classifies a failure by the server's reply, if there was one. */
    private static MailSendResult classifyFailure(MessagingException failure, boolean hadBegun) {
        int code = replyCode(failure);
        if (code == AUTHENTICATION_REQUIRED || (isSenderFailure(failure) && !hadBegun)) {
            return MailSendResult.UNREACHABLE;
        }
        if (code >= FIRST_PERMANENT_FAILURE && code < FIRST_INVALID_CODE) {
            return MailSendResult.REFUSED;
        }
        boolean isSaid = code >= FIRST_TRANSIENT_FAILURE && code < FIRST_PERMANENT_FAILURE;
        return isSaid || !hadBegun ? MailSendResult.LATER : MailSendResult.UNCERTAIN;
    }

    private static boolean isSenderFailure(MessagingException failure) {
        return failure instanceof SMTPSenderFailedException
                || (failure.getNextException() instanceof MessagingException next && isSenderFailure(next));
    }

    /**
     * Returns the server's reply code to a failed command; 0 or less if there was none. The innermost exception refers to the recipient.
     */
    private static int replyCode(MessagingException failure) {
        if (failure.getNextException() instanceof MessagingException next) {
            int inner = replyCode(next);
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

    private static String typeName(Exception e) {
        return e.getClass().getSimpleName();
    }
}
