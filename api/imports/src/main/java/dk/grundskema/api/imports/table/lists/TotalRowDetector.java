package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.table.file.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Detects rows with totals of the rows above, such as "I alt" and "Antal elever: 25". */
final class TotalRowDetector {
    private static final String THINGS =
            "(?:elever|børn|deltagere|lærere|medarbejdere|personale|ansatte|personer|drenge|piger|klasser|hold|lokaler|timer|lektioner"
                    + "|students|pupils|children|participants|teachers|staff|people|boys|girls|classes|courses|rooms|hours|lessons)";

    /** Always a total, regardless of the other cells. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:i ?alt|totalt?|sub-?total|grand total|in total|samlet antal|total (?:antal|number|count)) ?:?");

    /** With a number in the same cell. */
    private static final Pattern COUNTED =
            Pattern.compile("(?:(?:i ?alt|totalt?|sub-?total|sum|antal|count|number|samlet antal)(?: (?:of )?" + THINGS
                    + ")?(?: i ?alt| in total)? ?[:=]? ?\\d[\\d.,]*(?: " + THINGS + ")?"
                    + "|(?:antal|number of|sum|total|i alt)(?: \\p{L}+){0,3} ?[:=] ?\\d[\\d.,]*)");

    /** A total only if all other filled cells are numbers. */
    private static final Pattern WORD =
            Pattern.compile("(?:sum|antal|count|number|(?:antal|number of|sum|total|i alt|count of) (?:of )?" + THINGS
                    + "|" + THINGS + " (?:i ?alt|in total)) ?:?");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,\\s]*%?");

    private TotalRowDetector() {}

    /** Returns the column of the word that marks a total row; empty if it is none. */
    static OptionalInt findTotalColumn(Table table, int row) {
        List<String> cells = table.rows().get(row);
        OptionalInt first = IntStream.range(0, cells.size())
                .filter(column -> !cells.get(column).isEmpty() && !isNumber(cells.get(column)))
                .findFirst();
        if (first.isEmpty()) {
            return OptionalInt.empty();
        }
        String word = SPACES.matcher(cells.get(first.getAsInt()).toLowerCase(Locale.ROOT))
                .replaceAll(" ");
        boolean isTotal = PLAIN.matcher(word).matches()
                || COUNTED.matcher(word).matches()
                || (WORD.matcher(word).matches() && hasOnlyNumbersBeside(first.getAsInt(), cells));
        return isTotal ? first : OptionalInt.empty();
    }

    private static boolean hasOnlyNumbersBeside(int word, List<String> cells) {
        return IntStream.range(0, cells.size())
                .filter(column -> column != word)
                .allMatch(column -> cells.get(column).isEmpty() || isNumber(cells.get(column)));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
