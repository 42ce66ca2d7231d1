package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Broken rules that say the same as others, so that each mistake is reported once. A meeting that breaks a plugin's rule on its time is also at a time that is
 * not asked for. A room that a meeting may not have is no room too many, nor too small or unsuitable for the subject.
 */
final class DifferenceCauses {
    private static final Set<String> OF_TIME = Set.of("core.asked-time", "core.asked-length");

    private final Set<List<Object>> wrongRooms = new HashSet<>();
    private final Set<Object> misplaced = new HashSet<>();

    /** @param rules the broken rules of a plan */
    DifferenceCauses(Collection<RuleViolation> rules) {
        for (RuleViolation rule : rules) {
            List<Object> place = rule.place();
            if (rule.rule().equals("core.room-kind")) {
                wrongRooms.add(place);
            } else if (!rule.rule().startsWith("core.") && rule.level() == Level.HARD && place.size() == 1) {
                misplaced.add(place.getFirst());
            }
        }
    }

    /** Returns whether a rule says of a meeting and its room what the rule on kinds of rooms says already: it must have another room anyway. */
    boolean isOfWrongRoom(RuleViolation rule) {
        boolean isOnSuitability = rule.rule().equals("core.room-capacity")
                || (!rule.rule().startsWith("core.") && rule.level() == Level.MEDIUM);
        return isOnSuitability && wrongRooms.stream().anyMatch(rule.place()::containsAll);
    }

    /** Returns whether a difference from the demand says of a meeting what a broken rule says: a plugin's hard rule that names a meeting only, or that on kinds of rooms. */
    boolean isOfBrokenRule(RuleViolation difference) {
        Object named = difference.arguments().getFirst();
        return (OF_TIME.contains(difference.rule()) && misplaced.contains(named))
                || (difference.rule().equals("core.asked-rooms")
                        && wrongRooms.stream()
                                .anyMatch(place -> place.getFirst().equals(named)));
    }
}
