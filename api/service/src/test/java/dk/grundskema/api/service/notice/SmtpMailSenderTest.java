package dk.grundskema.api.service.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dk.grundskema.api.platform.http.Secret;
import dk.grundskema.api.platform.start.MailSettings;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome of sending a mail, for each answer or failure of the server. */
class SmtpMailSenderTest {
    private static final Instant NOW = Instant.parse("2026-09-06T07:00:00Z");

    private static OutgoingMail letter(String address, String name, String subject) {
        return new OutgoingMail(
                "0123456789",
                address,
                name,
                Locale.of("da"),
                new MailBody(subject, "Ændret 😀\n.\nslut", "<p>Ændret 😀</p>"),
                "https://plan.example/n/abc",
                NOW);
    }

    private static MailSettings settings(int port, String user, String password) {
        return new MailSettings(
                "127.0.0.1", port, "none", user, new Secret(password), "Skolen Æ <plan@Skole.example>", 10);
    }

    private static MailSendResult sendTo(int port, OutgoingMail letter) {
        return new SmtpMailSender(settings(port, "", "")).send(letter);
    }

    private static GreenMail startMailServer() {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mails.start();
        return mails;
    }

    @Test
    void mailHasTextAndHtmlPartsAndTheHeadersOfAutomaticMail() throws MessagingException, IOException {
        GreenMail mails = startMailServer();
        MailSendResult outcome =
                sendTo(mails.getSmtp().getPort(), letter("bo@skole.example", "Bo Ærø", "Ændret: 1 ændring 😀"));
        MimeMessage mail = mails.getReceivedMessages()[0];
        mails.stop();

        assertThat(outcome).isEqualTo(MailSendResult.TAKEN);
        assertThat(mail.getSubject()).isEqualTo("Ændret: 1 ændring 😀");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("plan@Skole.example", "Skolen Æ", "UTF-8"));
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Bo Ærø");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<0123456789@skole.example>");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://plan.example/n/abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("da");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(content(parts.getBodyPart(0))).isEqualTo("Ændret 😀\n.\nslut");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(content(parts.getBodyPart(1))).isEqualTo("<p>Ændret 😀</p>");
    }

    private static String content(BodyPart part) throws MessagingException, IOException {
        return String.valueOf(part.getContent()).replace("\r\n", "\n");
    }

    @ParameterizedTest
    @CsvSource({"'\r\nBcc: alle@skole.example'", "'\nBcc: alle@skole.example\n\nhej'", "'\u2028Bcc: x@skole.example'"})
    void noNameAndNoSubjectBeginsAnotherHeader(String bad) throws MessagingException {
        GreenMail mails = startMailServer();
        MailSendResult outcome =
                sendTo(mails.getSmtp().getPort(), letter("bo@skole.example", "Bo" + bad, "Ændret" + bad));
        MimeMessage[] received = mails.getReceivedMessages();
        mails.stop();

        assertThat(outcome).isEqualTo(MailSendResult.TAKEN);
        assertThat(received).hasSize(1);
        assertThat(received[0].getHeader("Bcc")).isNull();
        assertThat(GreenMailUtil.getHeaders(received[0])).doesNotContain("\nBcc");
        assertThat(received[0].getSubject()).startsWith("Ændret Bcc: ");
    }

    @Test
    void aDomainWithOtherLettersIsWrittenAsEveryServerTakesIt() throws MessagingException {
        GreenMail mails = startMailServer();
        MailSendResult outcome =
                sendTo(mails.getSmtp().getPort(), letter("bo@blåbærskolen.example", "Bo Ærø", "Ændret"));
        MimeMessage[] received = mails.getReceivedMessages();
        mails.stop();

        assertThat(outcome).isEqualTo(MailSendResult.TAKEN);
        assertThat(((InternetAddress) received[0].getAllRecipients()[0]).getAddress())
                .isEqualTo("bo@xn--blbrskolen-25an.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'bo@skole.example\r\nBcc: x@skole.example'",
        "'a@b.example, c@d.example'",
        "bo",
        "'bo lund@skole.example'",
        "åse@skole.example",
        "bo@skole..blåbær.example"
    })
    void invalidAddressIsRefusedBeforeTheServerIsAsked(String address) throws IOException {
        try (var server = new ScriptedMailServer(Map.of())) {
            assertThat(sendTo(server.port(), letter(address, "Bo", "Ændret"))).isEqualTo(MailSendResult.REFUSED);
            assertThat(server.countCommand("MAIL")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, REFUSED",
        "RCPT, 451 4.3.0 greylisted, LATER",
        "RCPT, '', LATER",
        "MAIL, 550 not from you, UNREACHABLE",
        "MAIL, 530 sign in first, UNREACHABLE",
        "DATA, 554 no, REFUSED",
        "DATA, 451 not now, LATER",
        "DATA, '', LATER",
        "., 554 looks like spam, REFUSED",
        "., 452 disk full, LATER",
        "., '', UNCERTAIN",
        "EHLO, '', UNREACHABLE",
    })
    void serverAnswerDecidesWhetherTheMailMayBeSentAgain(String command, String answer, MailSendResult outcome)
            throws IOException {
        try (var server = new ScriptedMailServer(Map.of(command, answer))) {
            assertThat(sendTo(server.port(), letter("bo@skole.example", "Bo", "Ændret")))
                    .isEqualTo(outcome);
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        try (var silent = new Socket()) { // has the port and doesn't listen, so that nobody else answers there
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(sendTo(silent.getLocalPort(), letter("bo@skole.example", "Bo", "Ændret")))
                    .isEqualTo(MailSendResult.UNREACHABLE);
        }
    }

    @Test
    void correctPasswordSendsTheMailAndAWrongOneLosesNone() throws MessagingException {
        GreenMail mails = startMailServer();
        mails.setUser("plan", "rigtigt");
        mails.getUserManager().setAuthRequired(true);
        int port = mails.getSmtp().getPort();
        OutgoingMail letter = letter("bo@skole.example", "Bo", "Ændret");

        MailSendResult wrong = new SmtpMailSender(settings(port, "plan", "forkert")).send(letter);
        MailSendResult right = new SmtpMailSender(settings(port, "plan", "rigtigt")).send(letter);
        int received = mails.getReceivedMessages().length;
        mails.stop();

        assertThat(wrong).isEqualTo(MailSendResult.UNREACHABLE);
        assertThat(right).isEqualTo(MailSendResult.TAKEN);
        assertThat(received).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"starttls", "tls"})
    void nothingGoesInTheClearWhereItIsToBeSecret(String security) {
        GreenMail mails = startMailServer();
        var settings = new MailSettings(
                "127.0.0.1", mails.getSmtp().getPort(), security, "", new Secret(""), "plan@skole.example", 10);

        MailSendResult outcome = new SmtpMailSender(settings).send(letter("bo@skole.example", "Bo", "Ændret"));
        int received = mails.getReceivedMessages().length;
        mails.stop();

        assertThat(outcome).isEqualTo(MailSendResult.UNREACHABLE);
        assertThat(received).isZero();
    }

    @Test
    void severalLettersGoOverOneConnection() throws IOException {
        try (var server = new ScriptedMailServer(Map.of())) {
            var one = new SmtpMailSender(settings(server.port(), "", ""));
            one.send(letter("bo@skole.example", "Bo", "Ændret"));
            one.send(letter("per@skole.example", "Per", "Ændret"));
            one.disconnect();
            assertThat(server.countCommand("EHLO")).isEqualTo(1);
            assertThat(server.countCommand("DATA")).isEqualTo(2);
        }
    }
}
