package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that user-defined weights refer to existing soft rules. */
final class WeightValidator {
    private WeightValidator() {}

    static List<Finding> validate(PluginRegistry plugins, Problem problem) {
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

    /** Suggests only the nearest rule for a misspelt id, because the list of all rules is long. */
    private static Finding finding(String id, boolean isRule, List<String> soft) {
        String place = "/weights/" + Finding.escapePointerSegment(id);
        return isRule
                ? Finding.error("weights.not-soft", place, id, soft)
                : WordMatcher.nearest(id, soft)
                        .map(near -> Finding.error("weights.unknown-rule-near", place, id, near))
                        .orElseGet(() -> Finding.error("weights.unknown-rule", place, id, soft));
    }
}
