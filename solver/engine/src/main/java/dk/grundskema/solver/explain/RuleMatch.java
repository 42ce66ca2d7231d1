package dk.grundskema.solver.explain;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.RuleType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One place where a rule charges an amount.
 *
 * @param rule      number of the rule in the plan
 * @param type      type of the rule
 * @param amount    the amount before the weight; at least 1
 * @param arguments arguments of the rule's text
 */
public record RuleMatch(int rule, RuleType type, long amount, List<Object> arguments) {
    /** Copies the list. */
    public RuleMatch {
        arguments = List.copyOf(arguments);
    }

    /** Returns the arguments that locate the place. */
    public List<Object> place() {
        return RuleViolation.placeOf(arguments);
    }

    /**
     * Returns a match of a sum's key: the components of a record are the arguments, an id or any other value is a single argument; the figures
     * follow.
     */
    static RuleMatch ofKey(int rule, RuleType type, long amount, Object key, List<Figure> figures) {
        var arguments = new ArrayList<Object>();
        if (!(key instanceof Record) || key instanceof Id || key instanceof IsoWeek) {
            arguments.add(key);
            arguments.addAll(figures);
            return new RuleMatch(rule, type, amount, arguments);
        }
        for (RecordComponent component : key.getClass().getRecordComponents()) {
            arguments.add(read(component, key));
        }
        arguments.addAll(figures);
        return new RuleMatch(rule, type, amount, arguments);
    }

    private static Object read(RecordComponent component, Object key) {
        try {
            component.getAccessor().setAccessible(true);
            return Objects.requireNonNull(component.getAccessor().invoke(key));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The key (%s) can't be read.\nMaybe its record is in a closed module?".formatted(key), e);
        }
    }

    static RuleMatch of(int rule, RuleType type, long amount, @Nullable Object... arguments) {
        return new RuleMatch(
                rule,
                type,
                amount,
                Arrays.stream(arguments)
                        .filter(Objects::nonNull)
                        .flatMap(one -> one instanceof List<?> several ? several.stream() : Stream.of(one))
                        .map(Object.class::cast)
                        .toList());
    }

    /** Returns the match as a violation, for display. */
    public RuleViolation toViolation() {
        return new RuleViolation(type.id(), type.level(), amount, arguments);
    }
}
