package dk.grundskema.domain.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where a finished timetable breaks a rule. The text has the key {@code rule.<rule>.broken}, with the amount as placeholder 0 and the
 * arguments from 1 on.
 *
 * @param rule      id of the rule, such as {@code core.daily-rest}
 * @param level     level of the rule
 * @param amount    size of the violation in the rule's unit (minutes, people, modules); at least 1
 * @param arguments ids, dates, times and numbers that locate the violation, and {@link Figure}s
 */
public record RuleViolation(String rule, Level level, long amount, List<Object> arguments) {
    /** @throws IllegalArgumentException if the amount is below 1 */
    public RuleViolation {
        if (amount < 1) {
            throw new IllegalArgumentException(
                    "A fault of rule (%s) has the amount (%d).\nMaybe report only what is broken?"
                            .formatted(rule, amount));
        }
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /**
     * Returns the number by which something is short, as the text says it; {@code null} if the rule states none. A rule may charge more for the same number, such as for a greater
     * need.
     */
    public @Nullable Double lacking() {
        return arguments.stream()
                .filter(argument -> argument instanceof Figure figure && figure.isLack())
                .map(argument -> (Double) ((Figure) argument).value())
                .findFirst()
                .orElse(null);
    }

    /** Returns the arguments that locate the violation. Violations of one rule with equal places are the same, more or less severe. */
    public List<Object> place() {
        return placeOf(arguments);
    }

    /** Returns the arguments that locate a violation: all but the figures. */
    public static List<Object> placeOf(List<Object> arguments) {
        return arguments.stream()
                .filter(argument -> !(argument instanceof Figure))
                .toList();
    }
}
