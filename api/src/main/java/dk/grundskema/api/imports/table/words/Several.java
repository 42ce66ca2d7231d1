package dk.grundskema.api.imports.table.words;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Several words in one cell. */
public final class Several {
    private static final Pattern NAMES = Pattern.compile("\\s*(?:[,;/+&|\\n\\r]|\\s+(?:og|and)\\s+)\\s*");
    private static final Pattern ITEMS = Pattern.compile("\\s*[,;\\n\\r]\\s*");

    private Several() {}

    /** Teachers, rooms, classes: between them commas, semicolons, slashes, plus signs, "og" or line ends. */
    public static List<String> names(String text) {
        return split(NAMES, text);
    }

    /** What may itself hold a slash, such as subjects: between them commas, semicolons or line ends. */
    public static List<String> items(String text) {
        return split(ITEMS, text);
    }

    private static List<String> split(Pattern between, String text) {
        if (!text.isEmpty() && text.chars().allMatch(Character::isLetterOrDigit)) {
            return List.of(text);
        }
        return Stream.of(between.split(text))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
