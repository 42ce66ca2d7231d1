package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that user-defined weights refer to existing soft rules, and accepted shortfalls to rules and requirements that may be accepted. */
final class RuleReferenceValidator {
    /** Part of the codes of requirements. */
    private static final String ASK = ".ask.";

    private RuleReferenceValidator() {}

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
        var findings = new ArrayList<Finding>();
        problem.weights().keySet().stream()
                .filter(id -> !soft.contains(id))
                .map(id -> finding(id, types.containsKey(id), soft))
                .forEach(findings::add);
        for (int i = 0; i < problem.acceptedShortfalls().size(); i++) {
            String rule = problem.acceptedShortfalls().get(i).rule();
            findAcceptanceFault(rule, types, "/acceptedShortfalls/" + i + "/rule")
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** Differences from the demand and requirements of plugins are declared nowhere; an entry for one that does not exist is reported as one without a shortfall. */
    private static Optional<Finding> findAcceptanceFault(String rule, Map<String, RuleType> types, String place) {
        if (rule.startsWith("core" + ASK)) {
            return Optional.of(Finding.error("accepted-shortfall.law", place, rule));
        }
        RuleType type = types.get(rule);
        if (type != null) {
            return type.level() == Level.MEDIUM
                    ? Optional.empty()
                    : Optional.of(Finding.error("accepted-shortfall.not-medium", place, rule));
        }
        if (rule.contains(ASK) || rule.startsWith("core.")) {
            return Optional.empty();
        }
        List<String> medium = types.values().stream()
                .filter(one -> one.level() == Level.MEDIUM)
                .map(RuleType::id)
                .sorted()
                .toList();
        return Optional.of(WordMatcher.nearest(rule, medium)
                .map(near -> Finding.error("accepted-shortfall.unknown-rule-near", place, rule, near))
                .orElseGet(() -> Finding.error("accepted-shortfall.unknown-rule", place, rule, medium)));
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
