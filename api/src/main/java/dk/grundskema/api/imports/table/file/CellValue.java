package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.platform.NumberText;
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
 * Numbers of workbooks as texts. Days and times are numbers there, the whole part days since a beginning and the rest a share of the day; only
 * the cell's format tells.
 *
 * @param isDate1904 whether the workbook counts days from 1904, as those of old Macintoshes do
 */
record CellValue(boolean isDate1904) {
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

    /** What a number stands for. */
    private enum Kind {
        NUMBER,
        DATE,
        TIME,
        BOTH
    }

    /**
     * A number as people see it.
     *
     * @param number     the number
     * @param formatId   number of the cell's format; {@code null} means none
     * @param formatText the format in words; {@code null} means that it is one of those that every workbook has
     */
    String text(BigDecimal number, @Nullable Integer formatId, @Nullable String formatText) {
        if (!NumberText.isWithinBounds(number)) {
            return number.toString();
        }
        Kind kind = kind(formatId, formatText);
        if (kind == Kind.NUMBER || number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
            return plain(number);
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

    /** A number without needless digits: what computers make of tenths is rounded. */
    private static String plain(BigDecimal number) {
        if (number.precision() - number.scale() > 20) {
            return number.toString();
        }
        var rounded = number.setScale(Math.min(Math.max(number.scale(), 0), 9), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static Kind kind(@Nullable Integer formatId, @Nullable String formatText) {
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
