package dk.grundskema.solver.explain;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.RuleType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One place where a rule charges something.
 *
 * @param rule      number of the rule in the plan
 * @param type      what is known of the rule without a plan
 * @param amount    what it charges, before the weight; at least 1
 * @param arguments who, what and where
 */
public record Match(int rule, RuleType type, long amount, List<Object> arguments) {
    /** Copies the list. */
    public Match {
        arguments = List.copyOf(arguments);
    }

    /** A match of a sum's key: the components of a record are the arguments; an id or anything else is itself one. */
    static Match ofKey(int rule, RuleType type, long amount, Object key) {
        if (!(key instanceof Record) || key instanceof Id || key instanceof IsoWeek) {
            return new Match(rule, type, amount, List.of(key));
        }
        var arguments = new ArrayList<Object>();
        for (RecordComponent component : key.getClass().getRecordComponents()) {
            arguments.add(read(component, key));
        }
        return new Match(rule, type, amount, arguments);
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

    static Match of(int rule, RuleType type, long amount, @Nullable Object... arguments) {
        return new Match(
                rule,
                type,
                amount,
                Arrays.stream(arguments).filter(Objects::nonNull).toList());
    }

    /** The same as a fault, for people. */
    public Fault fault() {
        return new Fault(type.id(), type.level(), amount, arguments);
    }
}
