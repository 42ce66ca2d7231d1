package dk.grundskema.api.exports.workbook;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the numbers at the start of texts, so that a workbook can sum them. */
final class LeadingAmountParser {
    private final NumberFormat format;
    private final Pattern amount;

    LeadingAmountParser(Locale language) {
        this.format = NumberFormat.getInstance(language);
        var symbols = DecimalFormatSymbols.getInstance(language);
        String group = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        String point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        // Groups have three digits: a date or chapter number with a point is not a number.
        this.amount =
                Pattern.compile("(-?(?:\\d{1,3}(?:%s\\d{3})+|\\d+)(?:%s\\d+)?)(?: (\\D.*))?".formatted(group, point));
    }

    /** Returns the number if the text is a number; otherwise the text itself. */
    Object parseNumber(String text) {
        Matcher found = amount.matcher(text);
        return found.matches() && found.group(2) == null ? parseValue(found.group(1), text) : text;
    }

    /** Returns the number of an amount with a unit; the text itself if it is not an amount. */
    Object parseAmount(String text) {
        Matcher found = amount.matcher(text);
        return found.matches() ? parseValue(found.group(1), text) : text;
    }

    /**
     * Returns the common unit of amounts: the unit of the first amount other than 1, so that it is plural if possible; otherwise the unit of the
     * first amount. Empty if there is none.
     */
    String commonUnit(List<String> amounts) {
        List<Matcher> found = amounts.stream()
                .map(amount::matcher)
                .filter(one -> one.matches() && one.group(2) != null)
                .toList();
        return found.stream()
                .filter(one -> !one.group(1).equals("1"))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(one -> one.group(2))
                .orElse("");
    }

    private Object parseValue(String number, String text) {
        Number value = format.parse(number, new ParsePosition(0));
        return value == null ? text : value;
    }
}
