package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the independent checker found in a timetable, beside what the timetable says of itself.
 *
 * @param timetable what was checked
 * @param faults    where hard and medium rules are broken
 */
record Verdict(Timetable timetable, List<Fault> faults) {
    /** Copies the list. */
    Verdict {
        faults = List.copyOf(faults);
    }

    /**
     * A rule of which the two think differently.
     *
     * @param rule    its id
     * @param claimed penalty that the timetable names
     * @param found   penalty that the checker found
     */
    record Disagreement(String rule, long claimed, long found) {}

    /** The faults of one level. */
    List<Fault> of(Level level) {
        return faults.stream().filter(fault -> fault.level() == level).toList();
    }

    /** Whether no hard and no medium rule is broken. */
    boolean isFine() {
        return faults.isEmpty();
    }

    /** Hard and medium rules whose penalties the timetable states otherwise than the checker. */
    List<Disagreement> disagreements() {
        Map<String, Long> claimed = timetable.rules().stream()
                .filter(rule -> rule.level() != Level.SOFT)
                .collect(Collectors.toMap(RuleResult::id, RuleResult::penalty, Long::sum, TreeMap::new));
        Map<String, Long> found =
                faults.stream().collect(Collectors.groupingBy(Fault::rule, Collectors.summingLong(Fault::amount)));
        var rules = new TreeSet<>(claimed.keySet());
        rules.addAll(found.keySet());
        return rules.stream()
                .map(rule -> new Disagreement(rule, claimed.getOrDefault(rule, 0L), found.getOrDefault(rule, 0L)))
                .filter(each -> each.claimed() != each.found())
                .toList();
    }
}
