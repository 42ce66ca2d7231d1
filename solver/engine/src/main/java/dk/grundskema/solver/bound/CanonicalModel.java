package dk.grundskema.solver.bound;

import dk.grundskema.solver.bound.CostModel.Charge;
import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.bound.CostModel.Total;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model without cuts whose choices are numbered in the order in which they appear, so that parts of the same shape become equal and are solved once.
 *
 * @param model   the model with the new numbers
 * @param content all numbers of the model but those of rules
 */
record CanonicalModel(CostModel model, List<Long> content) {
    /** Renumbers the choices of a model. */
    static CanonicalModel of(CostModel original) {
        return new Renumbering().renumber(original);
    }

    private static final class Renumbering {
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final List<Long> content = new ArrayList<>();

        CanonicalModel renumber(CostModel original) {
            List<Limit> limits = original.limits().stream().map(this::limit).toList();
            content.add(Long.MIN_VALUE);
            List<int[]> clauses =
                    original.clauses().stream().map(this::literals).toList();
            content.add(Long.MIN_VALUE);
            List<Charge> charges = original.charges().stream().map(this::charge).toList();
            content.add(Long.MIN_VALUE);
            List<Total> totals = original.totals().stream().map(this::total).toList();
            content.add(original.mediumLimit());
            var model =
                    new CostModel(numbers.size(), limits, clauses, charges, totals, List.of(), original.mediumLimit());
            return new CanonicalModel(model, List.copyOf(content));
        }

        private int[] literals(int[] original) {
            content.add((long) original.length);
            int[] literals = new int[original.length];
            for (int i = 0; i < original.length; i++) {
                int number = numbers.computeIfAbsent(Math.abs(original[i]), fresh -> numbers.size() + 1);
                literals[i] = original[i] > 0 ? number : -number;
                content.add((long) literals[i]);
            }
            return literals;
        }

        private void note(long... some) {
            content.add((long) some.length);
            Arrays.stream(some).forEach(content::add);
        }

        private Limit limit(Limit limit) {
            note(limit.least(), limit.most());
            return new Limit(literals(limit.literals()), limit.least(), limit.most());
        }

        private Charge charge(Charge charge) {
            note(charge.kind().ordinal(), charge.cost());
            return new Charge(charge.rule(), charge.kind(), charge.cost(), literals(charge.literals()));
        }

        private Total total(Total total) {
            note(total.kind().ordinal(), total.base());
            note(total.amounts());
            note(total.points());
            note(total.costs());
            return new Total(
                    total.rule(),
                    total.kind(),
                    total.base(),
                    literals(total.literals()),
                    total.amounts(),
                    total.points(),
                    total.costs());
        }
    }
}
