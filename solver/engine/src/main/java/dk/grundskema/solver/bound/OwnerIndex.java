package dk.grundskema.solver.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the elements that concern some owners, without looking at all of them.
 *
 * @param <T> limit, clause, charge or total
 */
final class OwnerIndex<T> {
    private final List<T> elements;
    private final List<List<Integer>> ofOwner = new ArrayList<>();

    OwnerIndex(List<T> elements, Function<T, int[]> literals, Choices choices) {
        this.elements = List.copyOf(elements);
        for (int i = 0; i < elements.size(); i++) {
            int number = i;
            IntStream.of(literals.apply(elements.get(i)))
                    .flatMap(literal -> IntStream.of(choices.owners(literal)))
                    .distinct()
                    .forEach(owner -> add(owner, number));
        }
    }

    private void add(int owner, int element) {
        while (ofOwner.size() <= owner) {
            ofOwner.add(new ArrayList<>());
        }
        ofOwner.get(owner).add(element);
    }

    /** Returns the elements that concern at least one of the owners, in their order. */
    Stream<T> concerning(BitSet owners) {
        var found = new BitSet();
        owners.stream()
                .filter(owner -> owner < ofOwner.size())
                .forEach(owner -> ofOwner.get(owner).forEach(found::set));
        return found.stream().mapToObj(elements::get);
    }
}
