package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import java.util.Map;

/**
 * Costs of rules' units as known to a scorer. They are written down again instead of read from the rules under test.
 *
 * @param medium cost of a medium rule's unit, by the rule's id
 * @param soft   cost of a soft rule's unit, by its id, unless the problem overrides it
 */
public record RuleWeights(Map<String, Long> medium, Map<String, Long> soft) {
    /** Copies the maps. */
    public RuleWeights {
        medium = Map.copyOf(medium);
        soft = Map.copyOf(soft);
    }

    /**
     * Returns the cost of a soft rule's unit in a problem.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer does not know it
     */
    public long soft(Problem problem, String rule) {
        return problem.weights().getOrDefault(rule, knownWeight(rule, soft));
    }

    /**
     * Returns the cost of a medium rule's unit.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer does not know it
     */
    public long medium(String rule) {
        return knownWeight(rule, medium);
    }

    private static long knownWeight(String rule, Map<String, Long> weights) {
        Long weight = weights.get(rule);
        if (weight == null) {
            throw new IllegalArgumentException("The scorer knows no rule (%s).".formatted(rule));
        }
        return weight;
    }

    /** Returns the score for the rules' unweighted charges by rule id; a unit of a hard rule costs 1. */
    Score score(
            Problem problem,
            Map<String, Long> hardPenalties,
            Map<String, Long> mediumPenalties,
            Map<String, Long> softPenalties) {
        long hard = hardPenalties.values().stream().mapToLong(Long::longValue).sum();
        long mediumCost = mediumPenalties.entrySet().stream()
                .mapToLong(rule -> medium(rule.getKey()) * rule.getValue())
                .sum();
        long softCost = softPenalties.entrySet().stream()
                .mapToLong(rule -> soft(problem, rule.getKey()) * rule.getValue())
                .sum();
        return new Score(-hard, -mediumCost, -softCost);
    }
}
