package dk.grundskema.api.ledger;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers that texts of a language begin with, so that a workbook can sum them. */
final class WrittenNumbers {
    private final NumberFormat format;
    private final Pattern amount;

    WrittenNumbers(Locale language) {
        this.format = NumberFormat.getInstance(language);
        var symbols = DecimalFormatSymbols.getInstance(language);
        String group = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        String point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        // A group has three digits: a date or a chapter with a point in it is no number.
        this.amount =
                Pattern.compile("(-?(?:\\d{1,3}(?:%s\\d{3})+|\\d+)(?:%s\\d+)?)(?: (\\D.*))?".formatted(group, point));
    }

    /** The number that a text is; the text itself if it is more than that, or none. */
    Object number(String text) {
        Matcher found = amount.matcher(text);
        return found.matches() && found.group(2) == null ? value(found.group(1), text) : text;
    }

    /** The number that an amount with its unit begins with; the text itself if it is no amount. */
    Object amount(String text) {
        Matcher found = amount.matcher(text);
        return found.matches() ? value(found.group(1), text) : text;
    }

    /** The unit of amounts that have the same one, as it is written of all of them together: of one only if none is of another number. Empty if there is none. */
    String unit(List<String> amounts) {
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

    private Object value(String number, String text) {
        Number value = format.parse(number, new ParsePosition(0));
        return value == null ? text : value;
    }
}
