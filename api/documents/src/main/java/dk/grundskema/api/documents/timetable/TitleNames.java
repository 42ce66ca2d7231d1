package dk.grundskema.api.documents.timetable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of groups in titles, as whole words: the title {@code Dansk} does not name the team {@code D}. */
public final class TitleNames {
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

    /** Only after names of several words: {@code Dans} is no genitive of {@code Dan}. */
    private static final String GENITIVE = "(?:['’]?s)?";

    private TitleNames() {}

    /**
     * Returns whether a title names something.
     *
     * @param title the title
     * @param name  a name of one or several words, of which those of several may be in the genitive; capital and small letters differ
     */
    public static boolean isNamed(String title, String name) {
        Matcher matcher = Pattern.compile(
                        NO_LETTER_BEFORE + Pattern.quote(name) + (name.contains(" ") ? GENITIVE : "") + NO_LETTER_AFTER)
                .matcher(title);
        return !name.isBlank() && matcher.find();
    }
}
