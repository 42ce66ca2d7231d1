package dk.grundskema.api.platform.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;

/** Estimates how hard a password is to guess, from lists of common passwords, words and names, and from patterns such as dates and keyboard rows. */
public final class PasswordStrength {
    /** Minimum entropy in bits: about a thousand million guesses. */
    private static final double LEAST_BITS = 30;

    /** Maximum number of characters that are estimated, because the time grows more than linearly with the length. */
    private static final int MOST_ESTIMATED = 64;

    private static final int SHORTEST_NAME = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The product's name, and Danish words that are common in passwords; the library's lists are mostly English. */
    private static final String OWN_WORDS = """
            grundskema adgangskode kodeord velkommen hemmelig skole skolen folkeskole lærer læreren skema
            sommer vinter efterår forår sommerferie jul påske januar februar marts juni juli oktober
            mandag tirsdag onsdag torsdag fredag lørdag søndag
            danmark københavn aarhus odense aalborg esbjerg randers kolding horsens vejle roskilde brøndby fodbold håndbold
            familie kærlighed kærester elsker skat skatter mor far børn bedste hund hunden kat katten hest heste
            kaffe kage rødgrød flødeskum blomst solskin stjerne havet skoven computer internet telefon""";

    /** Danish letters and their replacements on other keyboards. */
    private static final Map<String, List<String>> SPELLED =
            Map.of("æ", List.of("ae", "e"), "ø", List.of("oe", "o"), "å", List.of("aa", "a"));

    private PasswordStrength() {}

    /** Returns whether the length of a password is within the limits. */
    public static boolean hasValidLength(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= PasswordService.MIN_LENGTH && length <= PasswordService.MAX_LENGTH;
    }

    /**
     * Returns whether a password is easy to guess.
     *
     * @param names names of the account's owner, which attackers try first
     */
    public static boolean isWeak(String password, String... names) {
        var lists = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        lists.add(new Dictionary("own", ownWords(names), false));
        var configuration = new ConfigurationBuilder()
                .setDictionaries(lists)
                .setMinimumEntropy(LEAST_BITS)
                .setCombinationAlgorithmTimeout(0L) // same result on slow machines
                .createConfiguration();
        String estimated = password.substring(0, Math.min(MOST_ESTIMATED, password.length()));
        return !new Nbvcxz(configuration).estimate(estimated).isMinimumEntropyMet();
    }

    /** Returns the words with their rank among guesses. */
    private static Map<String, Integer> ownWords(String... names) {
        var words = new HashMap<String, Integer>();
        BETWEEN_WORDS.splitAsStream(OWN_WORDS).forEach(word -> {
            words.put(word, 1);
            words.put(transliterate(word, 0), 1);
            words.put(transliterate(word, 1), 1);
        });
        for (String name : names) {
            BETWEEN_WORDS
                    .splitAsStream(name.toLowerCase(Locale.ROOT))
                    .filter(part -> part.length() >= SHORTEST_NAME)
                    .forEach(part -> words.put(part, 1));
        }
        return words;
    }

    private static String transliterate(String word, int way) {
        String text = word;
        for (var letter : SPELLED.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue().get(way));
        }
        return text;
    }
}
