package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.documents.json.JsonNumberCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Formats numbers of workbooks as texts. Dates and times are stored as numbers of days since an epoch; only the cell's format distinguishes
 * them.
 *
 * @param isDate1904 whether the workbook counts days from 1904, as on old Macintosh computers
 */
record WorkbookNumberFormatter(boolean isDate1904) {
    private static final Pattern NO_PATTERN =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);
    private static final int BOTH = 22;
    private static final LocalDate START_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final int SECONDS_OF_A_DAY = 24 * 3600;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Meaning of a number. */
    private enum Kind {
        NUMBER,
        DATE,
        TIME,
        BOTH
    }

    /**
     * Returns a number as its format shows it.
     *
     * @param number     the number
     * @param formatId   id of the cell's format; {@code null} means none
     * @param formatText the format pattern; {@code null} means a built-in format
     */
    String format(BigDecimal number, @Nullable Integer formatId, @Nullable String formatText) {
        if (!JsonNumberCodec.isWithinBounds(number)) {
            return number.toString();
        }
        Kind kind = kindOfFormat(formatId, formatText);
        if (kind == Kind.NUMBER || number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
            return formatPlain(number);
        }
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime moment =
                (isDate1904 ? START_1904 : START_1900).atStartOfDay().plusSeconds(seconds);
        boolean hasDate = seconds >= SECONDS_OF_A_DAY;
        boolean hasTime = !moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (kind == Kind.TIME || !hasDate) {
            return moment.format(TIME);
        }
        String date = moment.toLocalDate().toString();
        return hasTime && kind == Kind.BOTH ? date + " " + moment.format(TIME) : date;
    }

    /** Returns a number without floating-point noise, rounded to at most 9 decimals. */
    private static String formatPlain(BigDecimal number) {
        if (number.precision() - number.scale() > 20) {
            return number.toString();
        }
        var rounded = number.setScale(Math.min(Math.max(number.scale(), 0), 9), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static Kind kindOfFormat(@Nullable Integer formatId, @Nullable String formatText) {
        if (formatText == null) {
            int id = formatId == null ? 0 : formatId;
            return id == BOTH
                    ? Kind.BOTH
                    : DATES.contains(id) ? Kind.DATE : TIMES.contains(id) ? Kind.TIME : Kind.NUMBER;
        }
        String pattern = NO_PATTERN
                .matcher(formatText.toLowerCase(java.util.Locale.ROOT))
                .replaceAll("");
        if (pattern.startsWith("general") || pattern.startsWith("standard")) {
            return Kind.NUMBER;
        }
        boolean hasDate = pattern.contains("y") || pattern.contains("d") || pattern.contains("å");
        boolean hasTime = pattern.contains("h") || pattern.contains("s") || pattern.contains("t");
        if (hasDate) {
            return hasTime ? Kind.BOTH : Kind.DATE;
        }
        return hasTime ? Kind.TIME : Kind.NUMBER;
    }
}
