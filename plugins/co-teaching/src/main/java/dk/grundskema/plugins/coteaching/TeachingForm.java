package dk.grundskema.plugins.coteaching;

import java.util.Locale;

/** How two adults share a lesson. Source: guide to school-supporting interventions, part A. */
public enum TeachingForm {
    /** One teaches, the other assists. */
    ONE_ASSISTS,
    /** Students go from station to station; each adult has some. */
    STATIONS,
    /** The class in two groups, taught side by side; takes a second room. */
    PARALLEL;

    /** Returns the form as used by sessions: {@code one-assists}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
