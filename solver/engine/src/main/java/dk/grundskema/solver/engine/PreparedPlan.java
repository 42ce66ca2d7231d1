package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.CoreRuleContextFactory;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.rules.MembershipWeeks;
import dk.grundskema.solver.rules.SupportOffer;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.RuleCompiler;
import dk.grundskema.solver.score.ScopedRules;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A problem prepared for searching: demands expanded by plugins, indexed, rules compiled.
 *
 * @param blueprint the indexed problem
 * @param rules the compiled rules
 */
public record PreparedPlan(Blueprint blueprint, CompiledRules rules) {
    static PreparedPlan of(PluginRegistry plugins, Problem problem, @Nullable Timetable reference) {
        return of(plugins, BlueprintBuilder.build(problem, demands(plugins, problem)), reference);
    }

    /** Prepares a plan without a past. */
    public static PreparedPlan of(PluginRegistry plugins, Blueprint blueprint, @Nullable Timetable reference) {
        return of(plugins, blueprint, MembershipWeeks.inNewPlan(blueprint.problem()), reference);
    }

    /** Prepares a plan in which students were in other groups before, or join some later. */
    public static PreparedPlan of(
            PluginRegistry plugins, Blueprint blueprint, MembershipWeeks weeks, @Nullable Timetable reference) {
        return of(plugins, blueprint, weeks, reference, rule -> rule);
    }

    /** @param observed wraps each rule before it is compiled */
    static PreparedPlan of(
            PluginRegistry plugins,
            Blueprint blueprint,
            MembershipWeeks weeks,
            @Nullable Timetable reference,
            UnaryOperator<Rule> observed) {
        List<Rule> rules = new ArrayList<>(rules(plugins, blueprint, weeks, reference));
        rules.replaceAll(observed);
        return new PreparedPlan(blueprint, RuleCompiler.compile(blueprint, rules));
    }

    /** Returns the rules of a plan, prepared for an evaluation from scratch. */
    public static ScopedRules scopedRules(PluginRegistry plugins, Blueprint blueprint, MembershipWeeks weeks) {
        return RuleCompiler.scope(blueprint, rules(plugins, blueprint, weeks, null));
    }

    private static List<Rule> rules(
            PluginRegistry plugins, Blueprint blueprint, MembershipWeeks weeks, @Nullable Timetable reference) {
        Problem problem = blueprint.problem();
        List<Demand> demands = blueprint.demands();
        var rules = new ArrayList<Rule>(
                CoreRules.of(CoreRuleContextFactory.create(blueprint, offers(plugins, problem), weeks, reference)));
        for (int i = 0;
                i < problem.interventions().size();
                i++) { // a split plan has one demand more, of no intervention
            rules.addAll(rules(plugins, problem.interventions().get(i), problem, demands.get(i)));
        }
        return rules;
    }

    public static List<Demand> demands(PluginRegistry plugins, Problem problem) {
        var interruptions = Interruptions.collect(problem, one -> interruptions(plugins, one, problem));
        return problem.interventions().stream()
                .map(one -> expand(plugins, one, problem, interruptions))
                .toList();
    }

    /** Returns the support that each intervention offers. */
    static Map<InterventionId, SupportOffer> offers(PluginRegistry plugins, Problem problem) {
        Map<InterventionId, SupportOffer> offers = new HashMap<>();
        problem.interventions()
                .forEach(one -> offers.put(
                        one.id(),
                        new SupportOffer(
                                plugin(plugins, one).type().category(), interruptions(plugins, one, problem))));
        return offers;
    }

    private static <P extends Record> List<DateSpan> interruptions(
            PluginRegistry plugins, Intervention<P> one, Problem problem) {
        InterventionPlugin<P> plugin = plugin(plugins, one);
        return plugin.interruptions(one, problem);
    }

    private static <P extends Record> Demand expand(
            PluginRegistry plugins, Intervention<P> one, Problem problem, Interruptions interruptions) {
        InterventionPlugin<P> plugin = plugin(plugins, one);
        return plugin.expand(one, problem, interruptions.ofOthers(one));
    }

    private static <P extends Record> List<Rule> rules(
            PluginRegistry plugins, Intervention<P> one, Problem problem, Demand demand) {
        InterventionPlugin<P> plugin = plugin(plugins, one);
        return plugin.rules(one, problem, demand).stream()
                .map(rule -> rule instanceof SumRule sum ? sum.ofIntervention(one.id()) : rule)
                .toList();
    }

    /**
     * Returns the plugin of an intervention.
     *
     * @throws IllegalArgumentException if there is none, or the parameters are not of its type because the problem was
     * not parsed with it
     */
    @SuppressWarnings("unchecked")
    static <P extends Record> InterventionPlugin<P> plugin(PluginRegistry plugins, Intervention<P> one) {
        InterventionPlugin<?> plugin = plugins.find(one.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plugin of the type (%s) of the intervention (%s).\nMaybe its jar is missing?"
                                .formatted(one.type(), one.id())));
        if (!plugin.parameterType().isInstance(one.parameters())) {
            throw new IllegalArgumentException("The parameters (%s) of the intervention (%s) are not of the type (%s)."
                    .formatted(one.parameters().getClass(), one.id(), plugin.parameterType()));
        }
        return (InterventionPlugin<P>) plugin;
    }
}
