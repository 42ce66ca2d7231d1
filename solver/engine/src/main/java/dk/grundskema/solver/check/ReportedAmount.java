package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.RuleViolation;
import java.time.Duration;
import java.util.Set;

/** By how much a rule is broken, for people: what a rule charges tells two plans apart, and is not always the quantity that is wrong. */
public final class ReportedAmount {
    /** Rules that charge how much too long a run of duties is. The last figure of their texts is the rest that is missing. */
    private static final Set<String> OF_REST = Set.of("core.daily-rest", "core.weekly-rest");

    private ReportedAmount() {}

    /** Returns the amount of a violation; of a rest the minutes that are missing. */
    public static long of(RuleViolation violation) {
        return OF_REST.contains(violation.rule())
                        && violation.arguments().getLast() instanceof Figure missing
                        && missing.value() instanceof Duration rest
                ? rest.toMinutes()
                : violation.amount();
    }
}
