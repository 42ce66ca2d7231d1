package dk.grundskema.api.service.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Options of a benchmark.
 *
 * @param numbers the number of each option
 */
record BenchmarkOptions(Map<String, Integer> numbers) {
    /**
     * Parses a command line; an invalid one ends the program with a message.
     *
     * @param usual the options with their defaults; there are no others
     * @param words options and their numbers in turn
     */
    static BenchmarkOptions parse(Map<String, Integer> usual, List<String> words) {
        var numbers = new HashMap<>(usual);
        for (int i = 0; i < words.size(); i += 2) {
            if (!usual.containsKey(words.get(i)) || i + 1 == words.size()) {
                System.err.println(
                        "There are: " + usual.keySet().stream().sorted().toList() + ", each with a number.");
                System.exit(2);
            }
            numbers.put(words.get(i), Integer.parseInt(words.get(i + 1)));
        }
        return new BenchmarkOptions(Map.copyOf(numbers));
    }

    int number(String option) {
        return numbers.getOrDefault(option, 1);
    }
}
