package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.json.SpellingSuggester;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds words that differ by one added, dropped or changed letter, or by two swapped neighbours, but not in digits alone. Two such words have a form in common that
 * is one of the words, or a word without one letter. An index by these forms limits comparisons to a few candidates per word instead of all
 * pairs.
 */
final class SimilarWordFinder {
    /** Longest word that is compared, in letters: a word has as many forms as letters. */
    private static final int LONGEST = 60;

    private final List<String> words;
    private final Map<String, List<Integer>> placesOf = new HashMap<>();
    private final Map<String, List<String>> byShortened = new HashMap<>();

    /**
     * Two words.
     *
     * @param first  index of one word in the list, from 0
     * @param second index of the other, after the first
     */
    record WordPair(int first, int second) {}

    /** @param words the words; empty ones are never similar */
    SimilarWordFinder(List<String> words) {
        this.words = List.copyOf(words);
        for (int place = 0; place < words.size(); place++) {
            placesOf.computeIfAbsent(words.get(place), any -> new ArrayList<>()).add(place);
        }
        for (String word : placesOf.keySet()) {
            for (String each : withoutOneLetter(word)) {
                byShortened.computeIfAbsent(each, any -> new ArrayList<>()).add(word);
            }
        }
    }

    /** Returns the similar pairs, ordered by first and second index; at most {@code most}. */
    List<WordPair> findPairs(int most) {
        var pairs = new ArrayList<WordPair>();
        for (int first = 0; first < words.size(); first++) {
            for (int second : findSimilar(first)) {
                if (pairs.size() == most) {
                    return pairs;
                }
                pairs.add(new WordPair(first, second));
            }
        }
        return pairs;
    }

    /** Returns the indexes after {@code first} of words similar to it. */
    private Set<Integer> findSimilar(int first) {
        String word = words.get(first);
        var candidates = new TreeSet<String>();
        for (String each : withoutOneLetter(word)) {
            candidates.addAll(byShortened.getOrDefault(each, List.of()));
        }
        var places = new TreeSet<Integer>();
        for (String other : candidates) {
            if (SpellingSuggester.isOneEditApart(word, other) && !NameNormalizer.differInDigitsOnly(word, other)) {
                placesOf.getOrDefault(other, List.of()).stream()
                        .filter(place -> place > first)
                        .forEach(places::add);
            }
        }
        return places;
    }

    /** Returns the word, and all its forms without one letter. */
    private static Set<String> withoutOneLetter(String word) {
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
