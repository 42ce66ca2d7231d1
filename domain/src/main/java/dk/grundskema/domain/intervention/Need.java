package dk.grundskema.domain.intervention;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * The scale on which planners state how much a student or a class needs something: from 1, the least, to 10. Costs that depend on need are
 * proportional to it. Source: guide to school-supporting interventions, ch. 1 (needs come from attendance, tests, marks and the teachers'
 * judgement; a plan contains only the result); the scale is a default of the product.
 */
public final class Need {
    /** The least need. */
    public static final int LEAST = 1;

    /** The greatest need. */
    public static final int MOST = 10;

    private Need() {}

    /** Checks that a need lies between {@link #LEAST} and {@link #MOST}; a finding points to the component. */
    public static RecordValidator check(RecordValidator checks, String component, int need) {
        return checks.range(component, need, LEAST, MOST);
    }
}
