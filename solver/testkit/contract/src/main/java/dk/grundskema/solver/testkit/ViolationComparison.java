package dk.grundskema.solver.testkit;

import dk.grundskema.domain.finding.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Describes differences between the amounts of the rules and of the check of one plan, for a plugin's author. */
final class ViolationComparison {
    /** Places per rule that are sufficient to find the error. */
    private static final int PLACES = 5;

    private ViolationComparison() {}

    /**
     * Returns a line for each rule whose cost differs from the check, with the places that only one side has.
     *
     * @param charged what the rules charge
     * @param found   what the check finds
     */
    static List<String> between(List<RuleViolation> charged, List<RuleViolation> found) {
        var rules = new TreeSet<String>();
        charged.forEach(one -> rules.add(one.rule()));
        found.forEach(one -> rules.add(one.rule()));
        var lines = new ArrayList<String>();
        for (String rule : rules) {
            List<RuleViolation> mine = ofRule(rule, charged);
            List<RuleViolation> others = ofRule(rule, found);
            if (sum(mine) != sum(others)) {
                lines.add("%s: the rules charge %d%s, the check finds %d%s"
                        .formatted(rule, sum(mine), places(mine, others), sum(others), places(others, mine)));
            } else {
                lines.addAll(differentFigures(rule, mine, others));
            }
        }
        return lines;
    }

    /** Texts of the same place that name different figures. */
    private static List<String> differentFigures(String rule, List<RuleViolation> mine, List<RuleViolation> others) {
        return mine.stream()
                .filter(one -> others.stream().noneMatch(one::equals)
                        && others.stream()
                                .anyMatch(other -> other.place().equals(one.place()) && other.amount() == one.amount()))
                .limit(PLACES)
                .map(one -> "%s: the rules name %s; the check names other figures".formatted(rule, one.arguments()))
                .toList();
    }

    private static List<RuleViolation> ofRule(String rule, List<RuleViolation> faults) {
        return faults.stream().filter(one -> one.rule().equals(rule)).toList();
    }

    private static long sum(List<RuleViolation> faults) {
        return faults.stream().mapToLong(RuleViolation::amount).sum();
    }

    private static String places(List<RuleViolation> here, List<RuleViolation> there) {
        String only = here.stream()
                .filter(one -> there.stream()
                        .noneMatch(other ->
                                other.amount() == one.amount() && Objects.equals(other.arguments(), one.arguments())))
                .limit(PLACES)
                .map(one -> one.amount() + " at " + one.arguments())
                .collect(Collectors.joining(", "));
        return only.isEmpty() ? "" : " (" + only + ")";
    }
}
