package dk.grundskema.api.documents.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of cells and fields in both notations, and the findings for invalid texts. */
class CellCodecTest {
    private static final CellCodec SCHOOL_YEAR = CellCodec.ofPlan(weeks("2026-W33", 46));
    private static final CellCodec TWO_YEARS = CellCodec.ofPlan(weeks("2026-W33", 98));

    private static List<IsoWeek> weeks(String first, int count) {
        return IntStream.range(0, count).mapToObj(IsoWeek.parse(first)::plus).toList();
    }

    private static String findingOf(CellReading<?> reading) {
        return reading instanceof CellReading.Unreadable<?>(Finding finding)
                ? finding.code() + " " + finding.arguments() + finding.pointer()
                : "none";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "27|27",
                "-3|-3",
                "0|0",
                " 12 |12",
                "1,5|1.5",
                "1.5|1.5",
                "10,50|10.5",
                "100|100",
                "1.250|1.25",
                "1,250|1.25",
                "1.250,5|1250.5",
                "1,250.5|1250.5",
                "1.234.567,25|1234567.25",
                "1,234,567.25|1234567.25",
                "1.250.000|1250000",
                "1,250,000|1250000",
                "-1.250,5|-1250.5",
                "1 250|1250",
                "1\u00a0250,5|1250.5",
                "1\u202f250.5|1250.5",
                "1234567890|1234567890"
            })
    void numbersInDanishAndEnglishNotation(String text, BigDecimal number) {
        assertThat(CellCodec.readNumber(text).asOptional()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ti",
                "12d",
                "12f",
                "12L",
                "0x10",
                "0x10p1",
                "1e5",
                "1E5",
                "NaN",
                "Infinity",
                "-Infinity",
                "+5",
                "--1",
                "5 timer",
                "1,2,3",
                "1.2.3",
                "5.",
                ",5",
                ".5",
                "1.25,5.5",
                "1.250.5",
                "1250.000,5",
                "1.250,000,5",
                "12 50",
                "1  250",
                "- 5",
                "１２",
                "31/2"
            })
    void textsThatAreNoNumbers(String text) {
        assertThat(findingOf(CellCodec.readNumber(text))).isEqualTo("import.number.unknown [" + text + "]");
    }

    @Test
    void numbersOfMoreThanFortyDigitsAreRefused() {
        String longest = "1" + "0".repeat(39);
        assertThat(CellCodec.readNumber(longest).asOptional()).contains(new BigDecimal(longest));
        assertThat(CellCodec.readNumber(longest + "0").asOptional()).isEmpty();
        assertThat(CellCodec.readNumber("0," + "1".repeat(40)).asOptional()).isPresent();
        assertThat(CellCodec.readNumber("0," + "1".repeat(41)).asOptional()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28|28",
                "28,0|28",
                "28.00|28",
                "-1|-1",
                "1.250,0|1250",
                "2147483647|2147483647",
                "-2147483648|-2147483648"
            })
    void wholeNumbers(String text, int number) {
        assertThat(CellCodec.readWholeNumber(text, Integer.MIN_VALUE).asOptional())
                .contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28,5", "1.250", "2147483648", "-2147483649", "4294967297", "to", "8d"})
    void textsThatAreNoWholeNumbers(String text) {
        assertThat(findingOf(CellCodec.readWholeNumber(text, Integer.MIN_VALUE)))
                .isEqualTo("import.whole.unknown [" + text + "]");
    }

    @Test
    void aWholeNumberBelowTheLeastIsRefused() {
        assertThat(CellCodec.readWholeNumber("3", 3).asOptional()).contains(3);
        assertThat(findingOf(CellCodec.readWholeNumber("2", 3))).isEqualTo("import.whole.unknown [2]");
    }

    @Test
    void yesAndNo() {
        assertThat(List.of("ja", "J", "yes", "y", " X ", "true", "sand", "Sandt", "1", "✓"))
                .allSatisfy(text ->
                        assertThat(CellCodec.readYesNo(text).asOptional()).contains(true));
        assertThat(List.of("nej", "N", "no", "FALSE", "falsk", "0", "-"))
                .allSatisfy(text ->
                        assertThat(CellCodec.readYesNo(text).asOptional()).contains(false));
        assertThat(findingOf(CellCodec.readYesNo("måske"))).isEqualTo("import.yes-no.unknown [måske]");
        assertThat(findingOf(CellCodec.readYesNo(""))).isEqualTo("import.yes-no.unknown []");
    }

    @Test
    void timesAndSpans() {
        LocalTime half = LocalTime.of(8, 30);
        assertThat(List.of("8.30", "08:30", "8,30", "8 30", "830", "kl. 8.30", "8.3"))
                .allSatisfy(text ->
                        assertThat(CellCodec.readTime(text).asOptional()).contains(half));
        assertThat(findingOf(CellCodec.readTime("24.00"))).isEqualTo("import.time.unknown [24.00]");
        assertThat(CellCodec.readSpan("8-8.30").asOptional())
                .contains(new TimeOfDayCellParser.Span(LocalTime.of(8, 0), half));
        assertThat(findingOf(CellCodec.readSpan("8.30"))).isEqualTo("import.time.no-span [8.30]");
    }

    @Test
    void datesOfThePlanNeedNoYearButTheirOwnWeekday() {
        assertThat(SCHOOL_YEAR.readDate("fre. 18/9").asOptional()).contains(LocalDate.of(2026, 9, 18));
        assertThat(SCHOOL_YEAR.readDate("2026-09-18").asOptional()).contains(LocalDate.of(2026, 9, 18));
        assertThat(findingOf(SCHOOL_YEAR.readDate("tor. 18/9")))
                .isEqualTo("import.date.weekday [tor. 18/9, 2026-09-18]");
        assertThat(findingOf(SCHOOL_YEAR.readDate("31/2-2026"))).isEqualTo("import.date.unknown [31/2-2026]");
        var unknown = CellCodec.withYears(YearlessDateResolver.unknown());
        assertThat(findingOf(unknown.readDate("18/9"))).isEqualTo("import.date.unknown [18/9]");
        assertThat(findingOf(CellCodec.ofPlan(List.of()).readDate("18/9"))).isEqualTo("import.date.unknown [18/9]");
    }

    @Test
    void periodsOfThePlanNeedNoYearButTheirOwnWeekday() {
        assertThat(SCHOOL_YEAR.readPeriod("fre. 18/9").asOptional())
                .contains(
                        new Period(LocalDate.of(2026, 9, 18), LocalDate.of(2026, 9, 18), new TreeSet<>(), null, null));
        assertThat(findingOf(SCHOOL_YEAR.readPeriod("tor. 18/9 8-10")))
                .isEqualTo("import.date.weekday [tor. 18/9 8-10, 2026-09-18]");
        assertThat(findingOf(SCHOOL_YEAR.readPeriod("snart"))).isEqualTo("import.when.unknown [snart]");
    }

    @ParameterizedTest
    @CsvSource({
        "37, 2026-W37", "37., 2026-W37", "'37,0', 2026-W37", "37.0, 2026-W37", "uge 37, 2026-W37", "Uge37, 2026-W37",
        "w37, 2026-W37", "week 2, 2027-W02", "02, 2027-W02", "2026-W37, 2026-W37", "2026w37, 2026-W37",
                "2030-W10, 2030-W10"
    })
    void weeksByNumberOrWithTheirYear(String text, String week) {
        assertThat(SCHOOL_YEAR.readWeek(text).asOptional()).contains(IsoWeek.parse(week));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "0", "54", "2026-W54", "37-38", "37,5", "lige", "uge"})
    void textsThatAreNoWeekOfThePlan(String text) {
        assertThat(findingOf(SCHOOL_YEAR.readWeek(text)))
                .isEqualTo("import.cell.no-week [" + text + ", 2026-W33, 2027-W25]");
    }

    @Test
    void aNumberThatTwoWeeksHaveIsRefused() {
        assertThat(findingOf(TWO_YEARS.readWeek("37"))).startsWith("import.cell.no-week [37, ");
        assertThat(TWO_YEARS.readWeek("2027-W37").asOptional()).contains(IsoWeek.parse("2027-W37"));
        assertThat(TWO_YEARS.formatWeek(IsoWeek.parse("2027-W37"))).isEqualTo("2027-W37");
        assertThat(SCHOOL_YEAR.formatWeek(IsoWeek.parse("2026-W37"))).isEqualTo("37");
        assertThat(SCHOOL_YEAR.formatWeek(IsoWeek.parse("2027-W37"))).isEqualTo("2027-W37");
    }

    @Test
    void danishIsWrittenWithCommaAndPoint() {
        Locale danish = Locale.of("da");
        assertThat(CellCodec.formatNumber(new BigDecimal("1250.50"), danish)).isEqualTo("1250,5");
        assertThat(CellCodec.formatNumber(new BigDecimal("1250.50"), Locale.ENGLISH))
                .isEqualTo("1250.5");
        assertThat(CellCodec.formatTime(LocalTime.of(8, 5), danish)).isEqualTo("08.05");
        assertThat(CellCodec.formatTime(LocalTime.of(8, 5), Locale.ENGLISH)).isEqualTo("08:05");
        assertThat(CellCodec.formatDate(LocalDate.of(2026, 9, 7))).isEqualTo("7/9-2026");
    }

    @Test
    void everyFindingHasATextInBothLanguages() {
        assertThat(Stream.of("da", "en").map(Locale::of).map(CellTexts::bundle))
                .allSatisfy(texts -> assertThat(texts.keySet())
                        .containsExactlyInAnyOrder(
                                "import.number.unknown",
                                "import.whole.unknown",
                                "import.yes-no.unknown",
                                "import.time.unknown",
                                "import.time.no-span",
                                "import.date.unknown",
                                "import.date.weekday",
                                "import.when.unknown",
                                "import.week.unknown",
                                "import.cell.no-week"));
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31,none", "1900-01-01,1900-01-01", "9999-12-31,9999-12-31", "31/12-1899,none",
        "0001-01-01,none", "+999999999-12-31,none", "7/9,none", "7/9-2026,2026-09-07"
    })
    void fieldWithoutAPlanReadsDatesFrom1900To9999WithTheirYear(String text, String date) {
        assertThat(CellCodec.withoutPlan()
                        .readDate(text)
                        .asOptional()
                        .map(LocalDate::toString)
                        .orElse("none"))
                .isEqualTo(date);
    }

    @Test
    void unreadableWeekOutsideAPlanIsAFinding() {
        assertThat(findingOf(CellCodec.withoutPlan().readWeek("37"))).isEqualTo("import.week.unknown [37]");
        assertThat(findingOf(CellCodec.withoutPlan().readWeek("2026-W37"))).isEqualTo("none");
    }
}
