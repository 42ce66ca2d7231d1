package dk.grundskema.plugins.workshopband;

/** How long a student stays in a workshop. */
public enum RoundLength {
    /** All dates of the band in one week. */
    WEEK,
    /** One date of the band. */
    DATE
}
