package dk.grundskema.api.documents.cell;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser.Span;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes the values of cells and form fields. Imported lists, lists of plugins, tables and forms of pages all use it, so that a
 * text means the same everywhere. Danish and English notation are read whatever the reader's language is; what is written is read back as
 * the same value.
 *
 * <ul>
 *   <li><b>Number</b>: digits with an optional minus sign and a decimal comma or point: {@code 1,5} and {@code 1.5}. A single separator is
 *       always the decimal one: {@code 1.250} and {@code 1,250} are one and a quarter. Groups of three digits are read where they cannot
 *       be decimals: {@code 1.250,5}, {@code 1,250.5}, {@code 1.250.000}, {@code 1,250,000}, {@code 1 250}. Exponents, hexadecimal
 *       numbers, suffixes, {@code NaN} and {@code Infinity} are no numbers.
 *   <li><b>Whole number</b>: a number without decimals other than zeros, in the range of an {@code int}.
 *   <li><b>Yes or no</b>: {@code ja}, {@code yes}, {@code x}, {@code 1}, {@code true} and the like; {@code nej}, {@code no}, {@code 0},
 *       {@code -} and the like.
 *   <li><b>Time of day</b>: {@code 8}, {@code 8.30}, {@code 08:30}, {@code 8 30}, {@code 0830}, {@code kl. 8.30}, {@code 8.3} of a
 *       numeric cell, or a share of a day such as {@code 0.354167}. A <b>span</b> has a dash, "til" or "to" between two of them.
 *   <li><b>Date</b>: {@code 7/9-2026}, {@code 7.9.2026}, {@code 7. september 2026}, {@code September 7, 2026}, {@code 2026-09-07}, or the
 *       serial number of a spreadsheet. The weekday may stand before it and must match. The year may be left out if the dates of the plan
 *       decide it. Day before month, always. Only the years 1900 to 9999 are read.
 *   <li><b>Week</b>: {@code 2026-W37}, or its number ({@code 37}, {@code uge 37}) if exactly one week of the plan has it.
 *   <li><b>Period</b> of unavailability: dates or weekdays with a time: {@code mandag 8-10}, {@code fredag efter 12}.
 *   <li><b>Lists</b>: see {@link WordSplitter}.
 * </ul>
 */
public final class CellCodec {
    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "true", "sand", "sandt", "1", "✓");
    private static final Set<String> NO = Set.of("nej", "n", "no", "false", "falsk", "0", "-");
    private static final Pattern ISO_WEEK = Pattern.compile("(?i)(\\d{4})-?w(\\d{1,2})");
    private static final Pattern WEEK_NUMBER =
            Pattern.compile("(?i)(?:(?:uge|uger|ugerne|weeks?|w)\\.?\\s*)?(\\d{1,2})(?:\\.|[.,]0)?");

    private final List<IsoWeek> weeks;
    private final YearlessDateResolver years;

    private CellCodec(List<IsoWeek> weeks, YearlessDateResolver years) {
        this.weeks = List.copyOf(weeks);
        this.years = years;
    }

    /** Returns a codec for fields of no plan: weeks and dates have their year. */
    public static CellCodec withoutPlan() {
        return withYears(YearlessDateResolver.unknown());
    }

    /** Returns a codec for cells outside a plan: weeks have their year, dates may lack it if the resolver knows it. */
    public static CellCodec withYears(YearlessDateResolver years) {
        return new CellCodec(List.of(), years);
    }

    /**
     * Returns a codec for cells of a plan, whose weeks and dates may lack their year.
     *
     * @param weeks weeks of the plan in order; empty means that none is known
     */
    public static CellCodec ofPlan(List<IsoWeek> weeks) {
        return new CellCodec(
                weeks,
                weeks.isEmpty()
                        ? YearlessDateResolver.unknown()
                        : YearlessDateResolver.of(
                                weeks.getFirst().date(DayOfWeek.MONDAY),
                                weeks.getLast().date(DayOfWeek.SUNDAY)));
    }

    /** Reads a number. */
    public static CellReading<BigDecimal> readNumber(String text) {
        return read(text, NumberParser::parse, "import.number.unknown");
    }

    /** Reads a whole number that is at least {@code least}. */
    public static CellReading<Integer> readWholeNumber(String text, int least) {
        return read(text, word -> parseWholeNumber(word).filter(number -> number >= least), "import.whole.unknown");
    }

    private static Optional<Integer> parseWholeNumber(String text) {
        return NumberParser.parse(text).flatMap(number -> {
            try {
                return Optional.of(number.intValueExact());
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        });
    }

    /** Reads yes or no. */
    public static CellReading<Boolean> readYesNo(String text) {
        return read(text, CellCodec::parseYesNo, "import.yes-no.unknown");
    }

    private static Optional<Boolean> parseYesNo(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** Reads a time of day. */
    public static CellReading<LocalTime> readTime(String text) {
        return read(text, TimeOfDayCellParser::parseTime, "import.time.unknown");
    }

    /** Reads a span of times of day; its end is not checked to be after its start. */
    public static CellReading<Span> readSpan(String text) {
        return read(text, TimeOfDayCellParser::parseSpan, "import.time.no-span");
    }

    /** Reads a date. */
    public CellReading<LocalDate> readDate(String text) {
        return CellReading.of(
                DateParser.parseDate(text, years),
                () -> findingOrMismatch(text, DateParser.findWeekdayMismatch(text, years), "import.date.unknown"));
    }

    /** Reads a period of unavailability. */
    public CellReading<Period> readPeriod(String text) {
        return CellReading.of(
                PeriodParser.parse(text, years),
                () -> findingOrMismatch(text, PeriodParser.findWeekdayMismatch(text, years), "import.when.unknown"));
    }

    /** Returns the texts of the periods in a cell. */
    public static List<String> splitPeriods(String text) {
        return PeriodParser.splitItems(text);
    }

    /** Reads a week; one with its year may lie outside the plan. */
    public CellReading<IsoWeek> readWeek(String text) {
        return CellReading.of(parseWeek(text.strip()), () -> unknownWeek(text));
    }

    /** Returns the finding that a text is no week of the plan; or no week at all, if no plan is known. */
    public Finding unknownWeek(String text) {
        return weeks.isEmpty()
                ? Finding.error("import.week.unknown", "", text)
                : Finding.error("import.cell.no-week", "", text, weeks.getFirst(), weeks.getLast());
    }

    private Optional<IsoWeek> parseWeek(String word) {
        Matcher iso = ISO_WEEK.matcher(word);
        if (iso.matches()) {
            return createWeek(iso);
        }
        Matcher number = WEEK_NUMBER.matcher(word);
        List<IsoWeek> meant = number.matches() ? weeksNumbered(Integer.parseInt(number.group(1))) : List.of();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static Optional<IsoWeek> createWeek(Matcher iso) {
        try {
            return Optional.of(new IsoWeek(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2))));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private List<IsoWeek> weeksNumbered(int number) {
        return weeks.stream().filter(one -> one.week() == number).toList();
    }

    /** Writes a number, with a decimal comma in Danish. Numbers of more than 40 digits are written with an exponent and not read back. */
    public static String formatNumber(BigDecimal number, Locale language) {
        return NumberParser.format(number, language);
    }

    /** Writes a time of day, hours and minutes. */
    public static String formatTime(LocalTime time, Locale language) {
        return TimeOfDayCellParser.format(time, isDanish(language));
    }

    /** Writes a date with its year. */
    public static String formatDate(LocalDate date) {
        return DateParser.format(date);
    }

    /** Writes a week; only its number if exactly one week of the plan has it. */
    public String formatWeek(IsoWeek week) {
        return weeksNumbered(week.week()).equals(List.of(week)) ? String.valueOf(week.week()) : week.toString();
    }

    /** Writes a period; empty if no short form of it is read back as the same. */
    public static Optional<String> formatPeriod(Period period, Locale language) {
        return PeriodParser.format(period, isDanish(language));
    }

    private static boolean isDanish(Locale language) {
        return language.getLanguage().equals("da");
    }

    private static <T> CellReading<T> read(String text, Function<String, Optional<T>> parse, String code) {
        return CellReading.of(parse.apply(text), () -> Finding.error(code, "", text));
    }

    private static Finding findingOrMismatch(String text, Optional<LocalDate> otherDay, String code) {
        return otherDay.map(date -> Finding.error("import.date.weekday", "", text, date))
                .orElseGet(() -> Finding.error(code, "", text));
    }
}
