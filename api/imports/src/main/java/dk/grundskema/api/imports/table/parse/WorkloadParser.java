package dk.grundskema.api.imports.table.parse;

import dk.grundskema.api.documents.cell.CellCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses numbers with a unit of working time: "25", "25 t", "25,5 t/uge", "45 min", "1½ time", "2 lektioner". */
public final class WorkloadParser {
    /** Longer texts are not parsed, to bound the cost of the patterns. */
    private static final int LONGEST = 60;

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
    private static final Map<String, String> FRACTIONS = Map.of("½", "5", "¼", "25", "¾", "75");
    private static final String HOURS = "t\\.?|timer?|h|hrs?\\.?|hours?";
    private static final String MINUTES = "m|min\\.?|minut(?:ter)?|mins?|minutes?";
    private static final String LESSONS = "lekt?\\.?|lektion(?:er)?|lessons?|modul(?:er)?|periods?";
    private static final Pattern AMOUNT = Pattern.compile("([\\d.,\\s]*\\d)\\s*(?:(" + HOURS + ")|(" + MINUTES + ")|("
            + LESSONS + "))?\\s*(?:(?:/|pr\\.?|per|om|a)\\s*(?:uge|ugen|week)|ugentligt?|weekly)?\\.?");
    private static final Pattern BOTH =
            Pattern.compile("(\\d{1,3})\\s*(?:" + HOURS + ")\\s*(?:og|and|,)?\\s*(\\d{1,2})\\s*(?:" + MINUTES + ")?");

    private WorkloadParser() {}

    /** What a number counts. */
    public enum Unit {
        /** The text states none. */
        NONE,
        /** Hours. */
        HOURS,
        /** Minutes. */
        MINUTES,
        /** Lessons. */
        LESSONS
    }

    /**
     * A number with its unit.
     *
     * @param number the number
     * @param unit   its unit
     */
    public record Workload(BigDecimal number, Unit unit) {
        /** Returns it in hours, rounded to four decimals; empty if it counts lessons. A number without a unit is in hours. */
        public Optional<BigDecimal> hours() {
            return switch (unit) {
                case NONE, HOURS -> Optional.of(number);
                case MINUTES ->
                    Optional.of(number.divide(MINUTES_OF_AN_HOUR, 4, RoundingMode.HALF_UP)
                            .stripTrailingZeros());
                case LESSONS -> Optional.empty();
            };
        }
    }

    /** Returns the number and unit of a text; empty if it has another unit or is no number. */
    public static Optional<Workload> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        String word = withoutFractions(text.strip().toLowerCase(Locale.ROOT));
        var both = BOTH.matcher(word);
        if (both.matches()) {
            int minutes = 60 * Integer.parseInt(both.group(1)) + Integer.parseInt(both.group(2));
            return Optional.of(new Workload(BigDecimal.valueOf(minutes), Unit.MINUTES));
        }
        var amount = AMOUNT.matcher(word);
        if (!amount.matches()) {
            return Optional.empty();
        }
        Unit unit = amount.group(2) != null
                ? Unit.HOURS
                : amount.group(3) != null ? Unit.MINUTES : amount.group(4) != null ? Unit.LESSONS : Unit.NONE;
        return CellCodec.readNumber(amount.group(1).strip()).asOptional().map(number -> new Workload(number, unit));
    }

    /** Returns "1.5" for "1½" and "0.5" for "½". */
    private static String withoutFractions(String text) {
        String plain = text;
        for (Map.Entry<String, String> each : FRACTIONS.entrySet()) {
            if (plain.contains(each.getKey())) {
                plain = plain.replaceAll("(\\d)\\s?" + each.getKey(), "$1." + each.getValue())
                        .replace(each.getKey(), "0." + each.getValue());
            }
        }
        return plain;
    }
}
