package dk.grundskema.api.server.notices;

/** What came of handing a mail over to the server that sends it on. */
enum HandOver {
    /** The server has it. */
    TAKEN,
    /** The server doesn't have it, and never will: it says so, or the mail can't be written. */
    REFUSED,
    /** The server doesn't have it, but may take it later. */
    LATER,
    /** Nobody could be reached who would take it, or only with other settings. */
    UNREACHABLE,
    /** The connection broke off, or the server fell silent, when it had begun to take it: it may have it or not. */
    UNCERTAIN
}
