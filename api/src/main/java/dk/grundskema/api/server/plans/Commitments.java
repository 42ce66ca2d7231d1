package dk.grundskema.api.server.plans;

import org.springframework.stereotype.Component;

/**
 * What people are bound to by other plans. Whoever plans, edits or pre-checks a plan works on the problem that comes out of here, not on the one
 * that a revision names.
 */
@Component
public class Commitments {
    /** The problem in which people are busy whenever other plans need them, without a word of what for. */
    public Kept.OfProblem busy(Plan plan, Kept.OfProblem problem) {
        return problem;
    }
}
