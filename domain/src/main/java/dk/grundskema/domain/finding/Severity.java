package dk.grundskema.domain.finding;

/** How much a finding matters: an error stops the work, a warning can be accepted, information only tells. */
public enum Severity {
    /** The input cannot be used until this is corrected. */
    ERROR,
    /** The input can be used; the user should know and may accept it. */
    WARNING,
    /** For information; no correction needed. */
    INFO
}
