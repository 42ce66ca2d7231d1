package dk.grundskema.domain.intervention;

import dk.grundskema.domain.finding.Checks;

/**
 * The one scale on which planners say how much a student or a class needs something: from 1, which is least, to 10. What costs by need costs in
 * proportion to it. Source: guide to school-supporting interventions, ch. 1 (needs come from attendance, tests, marks and the teachers' judgement;
 * a plan knows only the result); the scale is ours.
 */
public final class Need {
    /** The least need. */
    public static final int LEAST = 1;

    /** The greatest need. */
    public static final int MOST = 10;

    private Need() {}

    /** Reports a need that is off the scale, at the component of that name. */
    public static Checks check(Checks checks, String component, int need) {
        return checks.range(component, need, LEAST, MOST);
    }
}
