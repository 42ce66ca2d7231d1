package dk.grundskema.solver.registry;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The dates on which each intervention of a problem takes people out of their ordinary week. Code that expands interventions passes each plugin the
 * interruptions of the others.
 */
public final class Interruptions {
    private final Map<InterventionId, List<DateSpan>> each = new LinkedHashMap<>();

    private Interruptions(Problem problem, Function<Intervention<?>, List<DateSpan>> asked) {
        problem.interventions().forEach(one -> each.put(one.id(), List.copyOf(asked.apply(one))));
    }

    /**
     * Collects the interruptions of a problem, calling {@code asked} once per intervention.
     *
     * @param asked returns the interruptions of an intervention
     */
    public static Interruptions collect(Problem problem, Function<Intervention<?>, List<DateSpan>> asked) {
        return new Interruptions(problem, asked);
    }

    /**
     * Returns the interruptions of a problem. An intervention without a plugin has none.
     *
     * @param plugins returns the plugin of an intervention type by the type's id, or empty
     */
    public static Interruptions of(Problem problem, Function<String, Optional<InterventionPlugin<?>>> plugins) {
        return collect(
                problem,
                one -> plugins.apply(one.type())
                        .map(plugin -> interruptionsOf(plugin, one, problem))
                        .orElse(List.of()));
    }

    @SuppressWarnings("unchecked") // an intervention's parameters have the record type of its type's plugin
    private static <P extends Record> List<DateSpan> interruptionsOf(
            InterventionPlugin<P> plugin, Intervention<?> one, Problem problem) {
        return plugin.interruptions((Intervention<P>) one, problem);
    }

    /** Returns the interruptions of one intervention; empty if the problem has no such intervention. */
    public List<DateSpan> of(Intervention<?> one) {
        return each.getOrDefault(one.id(), List.of());
    }

    /** Returns the interruptions of all other interventions, in the problem's order. */
    public List<DateSpan> ofOthers(Intervention<?> one) {
        return each.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(one.id()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
