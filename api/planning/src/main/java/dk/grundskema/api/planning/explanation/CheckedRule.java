package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.status.PlanFault;
import java.util.List;

/**
 * A rule that a meeting keeps or breaks, according to the independent checker.
 *
 * @param rule   id of the rule
 * @param aspect what it is about
 * @param broken where the meeting breaks it; empty if the meeting keeps it
 */
public record CheckedRule(String rule, Aspect aspect, List<PlanFault> broken) {
    /** What a rule is about. */
    public enum Aspect {
        /** When the meeting is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** Which students are in its formed groups. */
        MEMBERS,
        /** Anything else. */
        OTHER
    }

    /** Copies the list. */
    public CheckedRule {
        broken = List.copyOf(broken);
    }
}
