package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Amounts by which a timetable breaks rules, in each place and in all, to tell what a change makes worse. */
public final class ViolationAmounts {
    private record Place(String rule, List<Object> arguments) {
        static Place of(RuleViolation fault) {
            return new Place(fault.rule(), fault.place());
        }
    }

    private record Rule(Level level, String rule) {}

    private final Map<Place, Long> amounts = new HashMap<>();
    private final Map<Place, Integer> counts = new HashMap<>();
    private final Map<Rule, Long> sums;

    /** @param faults all violations of the timetable */
    public ViolationAmounts(List<RuleViolation> faults) {
        faults.forEach(fault -> amounts.merge(Place.of(fault), fault.amount(), Long::sum));
        faults.forEach(fault -> counts.merge(Place.of(fault), 1, Integer::sum));
        sums = sums(faults);
    }

    private static Map<Rule, Long> sums(List<RuleViolation> faults) {
        Map<Rule, Long> sums = new HashMap<>();
        faults.forEach(fault -> sums.merge(new Rule(fault.level(), fault.rule()), fault.amount(), Long::sum));
        return sums;
    }

    /** Returns whether the rule is broken by more in that place than in this timetable. */
    boolean isWorse(RuleViolation fault) {
        return fault.amount() > amounts.getOrDefault(Place.of(fault), 0L);
    }

    /** Returns whether this timetable breaks a rule once in the place of a violation; two clashes of a person on a date have the same place. */
    boolean isAlone(RuleViolation violation) {
        return counts.getOrDefault(Place.of(violation), 0) == 1;
    }

    /** Returns whether a rule is broken by less in all in another timetable with these violations. */
    boolean isLess(Level level, String rule, List<RuleViolation> faults) {
        var key = new Rule(level, rule);
        return sums(faults).getOrDefault(key, 0L) < sums.getOrDefault(key, 0L);
    }

    /** Returns whether another timetable with these violations breaks no rule by more in all; of hard rules alone, if asked. */
    boolean isNoWorse(List<RuleViolation> faults, boolean hardOnly) {
        return sums(faults).entrySet().stream()
                .filter(sum -> !hardOnly || sum.getKey().level() == Level.HARD)
                .allMatch(sum -> sum.getValue() <= sums.getOrDefault(sum.getKey(), 0L));
    }

    /** Returns whether a violation of this timetable is gone in another one with these violations. */
    boolean isGone(RuleViolation violation, List<RuleViolation> faults) {
        return amounts.containsKey(Place.of(violation))
                && faults.stream()
                        .noneMatch(fault -> fault.rule().equals(violation.rule())
                                && fault.place().equals(violation.place()));
    }

    /** Returns whether another timetable with these violations breaks no rule by more in any place. */
    public boolean isNoWorseAnywhere(List<RuleViolation> faults) {
        return new ViolationAmounts(faults)
                .amounts.entrySet().stream()
                        .allMatch(entry -> entry.getValue() <= amounts.getOrDefault(entry.getKey(), 0L));
    }

    /** Returns whether another timetable with these violations mends one of this timetable, and breaks no rule by more in any place. */
    public boolean isMended(RuleViolation violation, List<RuleViolation> faults) {
        return isGone(violation, faults) && isNoWorseAnywhere(faults);
    }
}
