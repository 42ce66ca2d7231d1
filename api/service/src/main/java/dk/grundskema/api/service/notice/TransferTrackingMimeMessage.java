package dk.grundskema.api.service.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;

/** MIME message of a mail that records when its transfer begins. */
final class TransferTrackingMimeMessage extends MimeMessage {
    private static final int FIRST_NOT_ASCII = 128;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;
    private boolean hasBegun;

    /** @throws MessagingException if the recipient's or the sender's address cannot be used */
    TransferTrackingMimeMessage(Session session, OutgoingMail letter, String from) throws MessagingException {
        super(session);
        try {
            var sender = new InternetAddress(from, true);
            String host = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
            this.id = "<%s@%s>".formatted(letter.id(), host.toLowerCase(Locale.ROOT));
            setFrom(sender);
            var receiver = new InternetAddress(asciiAddress(letter.address()), true);
            receiver.setPersonal(onOneLine(letter.name()), UTF_8);
            setRecipient(Message.RecipientType.TO, receiver);
            setSubject(onOneLine(letter.mail().subject()), UTF_8);
            setSentDate(Date.from(letter.at()));
            setContentLanguage(new String[] {letter.language().getLanguage()});
            setHeader("Auto-Submitted", "auto-generated");
            setHeader("X-Auto-Response-Suppress", "All");
            setHeader("List-Unsubscribe", "<%s>".formatted(letter.choice()));
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            setContent(new MimeMultipart(
                    "alternative",
                    part(letter.mail().text(), "plain"),
                    part(letter.mail().html(), "html")));
            saveChanges();
        } catch (IOException e) {
            throw new MessagingException("no name", e);
        }
    }

    /**
     * Returns the address in ASCII, which every mail server accepts. An internationalised domain has an ASCII form; the part before the
     * {@literal @} has none (RFC 5890, RFC 6531).
     */
    private static String asciiAddress(String address) throws AddressException {
        int at = address.lastIndexOf('@') + 1;
        try {
            String sendable = address.substring(0, at) + IDN.toASCII(address.substring(at));
            if (sendable.chars().allMatch(one -> one < FIRST_NOT_ASCII)) {
                return sendable;
            }
        } catch (IllegalArgumentException e) {
            // do not log the address
        }
        throw new AddressException("Not every mail server accepts the address.");
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Removes line breaks, which would start another header. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Returns whether the transfer has begun. */
    boolean hasBegun() {
        return hasBegun;
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
        hasBegun = true;
        super.writeTo(out, without);
    }
}
