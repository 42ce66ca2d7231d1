package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.platform.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds words that differ by one letter that is added, dropped, changed or exchanged with its neighbour. Two such words are the same once a letter is
 * dropped from one of them or from both, so only those are compared that share what is left: each word with a few others, and not with all.
 */
final class OneOff {
    /** Longer words are not compared: they have as many forms as letters. */
    private static final int LONGEST = 60;

    private final List<String> words;
    private final Map<String, List<Integer>> placesOf = new HashMap<>();
    private final Map<String, List<String>> byShortened = new HashMap<>();

    /**
     * Two words.
     *
     * @param first  place of the one in the list, from 0
     * @param second place of the other, after the first
     */
    record Pair(int first, int second) {}

    /** @param words the words; empty ones are compared with none */
    OneOff(List<String> words) {
        this.words = List.copyOf(words);
        for (int place = 0; place < words.size(); place++) {
            placesOf.computeIfAbsent(words.get(place), any -> new ArrayList<>()).add(place);
        }
        for (String word : placesOf.keySet()) {
            for (String each : shortened(word)) {
                byShortened.computeIfAbsent(each, any -> new ArrayList<>()).add(word);
            }
        }
    }

    /** Those pairs that differ so, by their first word and then by their second; the first so many. */
    List<Pair> pairs(int most) {
        var pairs = new ArrayList<Pair>();
        for (int first = 0; first < words.size(); first++) {
            for (int second : likeThat(first)) {
                if (pairs.size() == most) {
                    return pairs;
                }
                pairs.add(new Pair(first, second));
            }
        }
        return pairs;
    }

    /** Places after the first of words that differ so from its word. */
    private Set<Integer> likeThat(int first) {
        String word = words.get(first);
        var candidates = new TreeSet<String>();
        for (String each : shortened(word)) {
            candidates.addAll(byShortened.getOrDefault(each, List.of()));
        }
        var places = new TreeSet<Integer>();
        for (String other : candidates) {
            if (Nearest.isOneOff(word, other)) {
                placesOf.getOrDefault(other, List.of()).stream()
                        .filter(place -> place > first)
                        .forEach(places::add);
            }
        }
        return places;
    }

    /** The word, and all that is left of it without one letter. */
    private static Set<String> shortened(String word) {
        var all = new TreeSet<String>();
        if (!word.isEmpty() && word.length() <= LONGEST) {
            all.add(word);
            for (int i = 0; i < word.length(); i++) {
                all.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return all;
    }
}
