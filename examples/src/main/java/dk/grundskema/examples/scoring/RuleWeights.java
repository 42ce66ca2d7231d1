package dk.grundskema.examples.scoring;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import java.util.Map;

/**
 * What units of rules cost, as a scorer knows it: written down again, not asked of the rules that it judges.
 *
 * @param medium what a unit of a medium rule costs, by the rule's id
 * @param soft   what a unit of a soft rule costs, by its id, unless the problem says otherwise
 */
public record RuleWeights(Map<String, Long> medium, Map<String, Long> soft) {
    /** Copies the maps. */
    public RuleWeights {
        medium = Map.copyOf(medium);
        soft = Map.copyOf(soft);
    }

    /**
     * What a unit of a soft rule costs in a problem.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer doesn't know it
     */
    public long soft(Problem problem, String rule) {
        return problem.weights().getOrDefault(rule, known(rule, soft));
    }

    /**
     * What a unit of a medium rule costs.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer doesn't know it
     */
    public long medium(String rule) {
        return known(rule, medium);
    }

    private static long known(String rule, Map<String, Long> weights) {
        Long weight = weights.get(rule);
        if (weight == null) {
            throw new IllegalArgumentException("The scorer knows no rule (%s).".formatted(rule));
        }
        return weight;
    }

    /** The score of what rules charge, before their weights, by their ids; a unit of a hard rule costs 1. */
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
