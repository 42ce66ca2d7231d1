package dk.grundskema.api.imports.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.assembly.SimilarWordFinder.WordPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarWordFinderTest {
    @Test
    void lettersAreAddedDroppedChangedOrExchanged() {
        var words = List.of("mette", "metet", "meta", "mett", "metta", "xmette", "lars", "", "", "mette");

        assertThat(new SimilarWordFinder(words).findPairs(100)).isEqualTo(comparePairwise(words));
        assertThat(comparePairwise(words))
                .contains(new WordPair(0, 1), new WordPair(0, 3), new WordPair(0, 4), new WordPair(0, 5));
    }

    @Test
    void thePairsAreThoseThatAllComparisonsFind() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            var words = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                words.add(word(random));
            }
            assertThat(new SimilarWordFinder(words).findPairs(1000)).isEqualTo(comparePairwise(words));
        }
    }

    @Test
    void noMorePairsAreFoundThanAreAskedFor() {
        var words = new ArrayList<>(Collections.nCopies(3000, "mette"));
        words.addAll(Collections.nCopies(3000, "metta"));

        assertThat(new SimilarWordFinder(words).findPairs(10))
                .hasSize(10)
                .first()
                .isEqualTo(new WordPair(0, 3000));
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int length = 1 + random.nextInt(5); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static List<WordPair> comparePairwise(List<String> words) {
        var pairs = new ArrayList<WordPair>();
        for (int one = 0; one < words.size(); one++) {
            for (int other = one + 1; other < words.size(); other++) {
                if (!words.get(one).isEmpty()
                        && !words.get(other).isEmpty()
                        && SpellingSuggester.isOneEditApart(words.get(one), words.get(other))) {
                    pairs.add(new WordPair(one, other));
                }
            }
        }
        return pairs;
    }
}
