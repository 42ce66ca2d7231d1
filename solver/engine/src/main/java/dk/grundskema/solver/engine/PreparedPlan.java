package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.BlueprintMaker;
import dk.grundskema.solver.mapping.BriefMaker;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.rules.Offer;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.RuleCompiler;
import dk.grundskema.solver.spi.Interruptions;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem made ready for searching: expanded by its plugins, numbered, its rules compiled.
 *
 * @param blueprint the problem by numbers
 * @param rules     the compiled rules
 */
record PreparedPlan(Blueprint blueprint, CompiledRules rules) {
    static PreparedPlan of(PluginRegistry plugins, Problem problem, @Nullable Timetable reference) {
        return of(plugins, BlueprintMaker.make(problem, demands(plugins, problem)), reference);
    }

    static PreparedPlan of(PluginRegistry plugins, Blueprint blueprint, @Nullable Timetable reference) {
        Problem problem = blueprint.problem();
        List<Demand> demands = blueprint.demands();
        var rules = new ArrayList<Rule>(CoreRules.of(BriefMaker.make(blueprint, offers(plugins, problem), reference)));
        for (int i = 0; i < demands.size(); i++) {
            rules.addAll(rules(plugins, problem.interventions().get(i), problem, demands.get(i)));
        }
        return new PreparedPlan(blueprint, RuleCompiler.compile(blueprint, rules));
    }

    static List<Demand> demands(PluginRegistry plugins, Problem problem) {
        var interruptions = Interruptions.asking(problem, one -> interruptions(plugins, one, problem));
        return problem.interventions().stream()
                .map(one -> expand(plugins, one, problem, interruptions))
                .toList();
    }

    /** What support each intervention gives. */
    static Map<InterventionId, Offer> offers(PluginRegistry plugins, Problem problem) {
        Map<InterventionId, Offer> offers = new HashMap<>();
        problem.interventions()
                .forEach(one -> offers.put(
                        one.id(),
                        new Offer(plugin(plugins, one).type().category(), interruptions(plugins, one, problem))));
        return offers;
    }

    private static <P extends Record> List<DateSpan> interruptions(
            PluginRegistry plugins, Intervention<P> one, Problem problem) {
        InterventionPlugin<P> plugin = plugin(plugins, one);
        try {
            return plugin.interruptions(one, problem);
        } catch (RuntimeException e) {
            throw new PluginFailedException("interruptions", one, e);
        }
    }

    private static <P extends Record> Demand expand(
            PluginRegistry plugins, Intervention<P> one, Problem problem, Interruptions interruptions) {
        InterventionPlugin<P> plugin = plugin(plugins, one);
        try {
            return plugin.expand(one, problem, interruptions.besides(one));
        } catch (RuntimeException e) {
            throw new PluginFailedException("expand", one, e);
        }
    }

    private static <P extends Record> List<Rule> rules(
            PluginRegistry plugins, Intervention<P> one, Problem problem, Demand demand) {
        InterventionPlugin<P> plugin = plugin(plugins, one);
        try {
            return plugin.rules(one, problem, demand);
        } catch (RuntimeException e) {
            throw new PluginFailedException("rules", one, e);
        }
    }

    /** The plugin of an intervention; its parameters are of the plugin's type, or the problem was never read. */
    @SuppressWarnings("unchecked")
    static <P extends Record> InterventionPlugin<P> plugin(PluginRegistry plugins, Intervention<P> one) {
        InterventionPlugin<?> plugin = plugins.find(one.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No plugin is of the type (%s) of the intervention (%s).\nMaybe its jar is missing?"
                                .formatted(one.type(), one.id())));
        if (!plugin.parameterType().isInstance(one.parameters())) {
            throw new IllegalArgumentException("The parameters (%s) of the intervention (%s) are not of the type (%s)."
                    .formatted(one.parameters().getClass(), one.id(), plugin.parameterType()));
        }
        return (InterventionPlugin<P>) plugin;
    }
}
