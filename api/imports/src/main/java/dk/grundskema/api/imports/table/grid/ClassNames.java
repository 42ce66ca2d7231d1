package dk.grundskema.api.imports.table.grid;

import java.util.regex.Pattern;

/** Recognises names of classes by their form: "7A", "7.a", "10. klasse", "3. årgang". */
final class ClassNames {
    private static final String GRADE = "(?:10|\\d)";

    /** Matches a class within a text. */
    static final Pattern INSIDE = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(\\d{1,2}\\s?\\.?\\s?[A-ZÆØÅ]|\\d{1,2}\\.?\\s?klasse)(?![\\p{L}\\d])");

    private static final Pattern WHOLE = Pattern.compile(
            "(?iu)" + GRADE + "\\s?\\.?\\s?[A-ZÆØÅ]|" + GRADE + "\\.?\\s?(?:klasse|kl\\.?|årgang|årg\\.?)");

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.]+");

    private ClassNames() {}

    /** Whether a text is the name of a class and no more. */
    static boolean isClass(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** Whether two names are spellings of one class. */
    static boolean areSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return PUNCTUATION.matcher(SchoolVocabulary.normalize(name)).replaceAll("");
    }
}
