package dk.grundskema.api.server.notices;

/** What became of a notice. */
enum NoticeState {
    /** It is to be sent. */
    PENDING,
    /** Somebody has it in hand. */
    SENDING,
    /** The mail server has it. */
    SENT,
    /** Whether the mail server has it isn't known: the service or the connection broke off. It isn't sent again. */
    UNCERTAIN,
    /** It couldn't be sent. */
    FAILED,
    /** It waited until something else was published, with whose notice the person hears of it. */
    JOINED,
    /** The person wants no mails. */
    DECLINED,
    /** Nobody knows where to send it. */
    NO_ADDRESS,
    /** There was nothing left to tell when it was to be sent, or the link was revoked. */
    DROPPED
}
