package dk.grundskema.api.service.notice;

/** State of a notice. */
enum NoticeState {
    /** Waits to be sent. */
    PENDING,
    /** A sender has claimed it. */
    SENDING,
    /** The mail server accepted it. */
    SENT,
    /** The mail server may have accepted it: the service or the connection broke down. It is not sent again. */
    UNCERTAIN,
    /** It could not be sent. */
    FAILED,
    /** A later notice, about another publication, contains its news. */
    JOINED,
    /** The staff member wants no mails. */
    DECLINED,
    /** No address is known. */
    NO_ADDRESS,
    /** No change was left when it was due, or the link was revoked. */
    DROPPED
}
