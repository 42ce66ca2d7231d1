package dk.grundskema.solver.testkit;

import dk.grundskema.domain.finding.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the rules and the check of one plan have different amounts, in words for a plugin's author. */
final class Disagreements {
    /** So many places of a rule are enough to find the mistake by. */
    private static final int PLACES = 5;

    private Disagreements() {}

    /**
     * A line for each rule that costs other than the check finds, with the places that each side names and the other doesn't.
     *
     * @param charged what the rules charge
     * @param found   what the check finds
     */
    static List<String> between(List<Fault> charged, List<Fault> found) {
        var rules = new TreeSet<String>();
        charged.forEach(one -> rules.add(one.rule()));
        found.forEach(one -> rules.add(one.rule()));
        var lines = new ArrayList<String>();
        for (String rule : rules) {
            List<Fault> mine = of(rule, charged);
            List<Fault> others = of(rule, found);
            if (sum(mine) != sum(others)) {
                lines.add("%s: the rules charge %d%s, the check finds %d%s"
                        .formatted(rule, sum(mine), places(mine, others), sum(others), places(others, mine)));
            }
        }
        return lines;
    }

    private static List<Fault> of(String rule, List<Fault> faults) {
        return faults.stream().filter(one -> one.rule().equals(rule)).toList();
    }

    private static long sum(List<Fault> faults) {
        return faults.stream().mapToLong(Fault::amount).sum();
    }

    private static String places(List<Fault> here, List<Fault> there) {
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
