package dk.grundskema.api.web;

/**
 * A mail as it is sent: the same twice, for programs that draw pages and for those that don't.
 *
 * @param subject its subject, on one line
 * @param text    as plain text
 * @param html    as a page
 */
public record WrittenMail(String subject, String text, String html) {
    /** Nothing of it: it is for one person alone. */
    @Override
    public String toString() {
        return "a mail";
    }
}
