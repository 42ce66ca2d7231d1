package dk.grundskema.api.service.notice;

/**
 * Text of a mail, as plain text and as HTML with the same content.
 *
 * @param subject subject on one line
 * @param text    plain text
 * @param html    HTML page
 */
public record MailBody(String subject, String text, String html) {
    /** Leaves out the content, which is personal. */
    @Override
    public String toString() {
        return "a mail";
    }
}
