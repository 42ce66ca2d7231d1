package dk.grundskema.solver.spi;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * On which dates each intervention of a problem takes people out of their ordinary week. Whoever expands interventions tells each of them
 * when the others do.
 */
public final class Interruptions {
    private final Map<InterventionId, List<DateSpan>> each = new LinkedHashMap<>();

    private Interruptions(Problem problem, Function<Intervention<?>, List<DateSpan>> asked) {
        problem.interventions().forEach(one -> each.put(one.id(), List.copyOf(asked.apply(one))));
    }

    /**
     * The interruptions of a problem, each asked for once.
     *
     * @param asked what an intervention answers
     */
    public static Interruptions asking(Problem problem, Function<Intervention<?>, List<DateSpan>> asked) {
        return new Interruptions(problem, asked);
    }

    /**
     * The interruptions of a problem. An intervention without a plugin interrupts nothing.
     *
     * @param plugins the plugin of an intervention type, by the type's id; empty if there is none
     */
    public static Interruptions of(Problem problem, Function<String, Optional<InterventionPlugin<?>>> plugins) {
        return asking(
                problem,
                one -> plugins.apply(one.type())
                        .map(plugin -> answer(plugin, one, problem))
                        .orElse(List.of()));
    }

    @SuppressWarnings("unchecked") // an intervention's parameters are read as the record of its type's plugin
    private static <P extends Record> List<DateSpan> answer(
            InterventionPlugin<P> plugin, Intervention<?> one, Problem problem) {
        return plugin.interruptions((Intervention<P>) one, problem);
    }

    /** The interruptions of one intervention; empty if the problem has no such intervention. */
    public List<DateSpan> of(Intervention<?> one) {
        return each.getOrDefault(one.id(), List.of());
    }

    /** The interruptions of all interventions but one, in the problem's order. */
    public List<DateSpan> besides(Intervention<?> one) {
        return each.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(one.id()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
