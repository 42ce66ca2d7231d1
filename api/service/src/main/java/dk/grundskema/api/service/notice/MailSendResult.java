package dk.grundskema.api.service.notice;

/** Result of handing a mail to the mail server. */
enum MailSendResult {
    /** The server accepted the mail. */
    TAKEN,
    /** The mail is not sent and cannot be: the server rejected it for good, or it cannot be written. */
    REFUSED,
    /** The server rejected the mail for now. */
    LATER,
    /** No server is reachable, or it requires other settings. */
    UNREACHABLE,
    /** The connection broke or the server stopped responding during the transfer; the mail may have been accepted. */
    UNCERTAIN
}
