package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the weights that a user sets are of soft rules that exist. */
final class WeightCheck {
    private WeightCheck() {}

    static List<Finding> findings(PluginRegistry plugins, Problem problem) {
        Map<String, RuleType> types = Stream.concat(
                        CoreRules.types().stream(),
                        plugins.all().stream().flatMap(plugin -> plugin.ruleTypes().stream()))
                .collect(Collectors.toMap(RuleType::id, Function.identity()));
        List<String> soft = types.values().stream()
                .filter(type -> type.level() == Level.SOFT)
                .map(RuleType::id)
                .sorted()
                .toList();
        return problem.weights().keySet().stream()
                .filter(id -> !soft.contains(id))
                .map(id -> finding(id, types.containsKey(id), soft))
                .toList();
    }

    /** The list of all rules is long, so whoever only mistyped one is told that one. */
    private static Finding finding(String id, boolean isRule, List<String> soft) {
        String place = "/weights/" + Finding.segment(id);
        return isRule
                ? Finding.error("weights.not-soft", place, id, soft)
                : Words.nearest(id, soft)
                        .map(near -> Finding.error("weights.unknown-rule-near", place, id, near))
                        .orElseGet(() -> Finding.error("weights.unknown-rule", place, id, soft));
    }
}
