package dk.grundskema.api.documents.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A written cell or field is read back as the same value, in both languages. */
class CellRoundTripTest {
    private static final int SEEDS = 50;
    private static final int VALUES = 40;
    private static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.of("en"));
    private static final String LETTERS = "abcæøåABC 012.,/+&|-()'\"é";
    private static final List<String> NAMES =
            List.of("Krogh, Lise", "Bo og Ib", "Hal A/B", "Hal A", "3A", "Bo & Co.", "x+y");

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    private static <T> Stream<T> values(Supplier<T> next) {
        return Stream.generate(next).limit(VALUES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void numbers(long seed) {
        var random = new Random(seed);
        values(() -> new BigDecimal(new BigInteger(random.nextInt(130), random), random.nextInt(39) - 1)
                        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)))
                .forEach(number -> assertThat(LANGUAGES)
                        .allSatisfy(
                                language -> assertThat(CellCodec.readNumber(CellCodec.formatNumber(number, language))
                                                .asOptional())
                                        .get()
                                        .usingComparator(BigDecimal::compareTo)
                                        .isEqualTo(number)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doublesAndWholeNumbers(long seed) {
        var random = new Random(seed);
        values(() -> random.nextGaussian() * Math.pow(10, random.nextInt(12)))
                .forEach(number -> assertThat(LANGUAGES)
                        .allSatisfy(language -> assertThat(CellCodec.readNumber(
                                                CellCodec.formatNumber(BigDecimal.valueOf(number), language))
                                        .map(BigDecimal::doubleValue)
                                        .asOptional())
                                .contains(number)));
        values(random::nextInt)
                .forEach(number -> assertThat(LANGUAGES)
                        .allSatisfy(language -> assertThat(CellCodec.readWholeNumber(
                                                CellCodec.formatNumber(BigDecimal.valueOf(number), language),
                                                Integer.MIN_VALUE)
                                        .asOptional())
                                .contains(number)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groupedNotationOfJava(long seed) {
        var random = new Random(seed);
        values(() -> BigDecimal.valueOf(random.nextLong(100_000_000_000L), 2)).forEach(number -> {
            assertThat(CellCodec.readNumber("%,.2f".formatted(number)).asOptional())
                    .get()
                    .usingComparator(BigDecimal::compareTo)
                    .isEqualTo(number);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyMinuteOfADay(int language) {
        IntStream.range(0, 24 * 60)
                .mapToObj(LocalTime.MIN::plusMinutes)
                .forEach(time -> assertThat(CellCodec.readTime(CellCodec.formatTime(time, LANGUAGES.get(language)))
                                .asOptional())
                        .contains(time));
    }

    private static LocalDate date(Random random) {
        return LocalDate.ofYearDay(1900 + random.nextInt(8100), 1 + random.nextInt(365));
    }

    private static CellCodec plan(Random random) {
        IsoWeek first = IsoWeek.of(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000)));
        return CellCodec.ofPlan(IntStream.range(0, 1 + random.nextInt(120))
                .mapToObj(first::plus)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void datesAndWeeks(long seed) {
        var random = new Random(seed);
        CellCodec cells = plan(random);
        values(() -> date(random)).forEach(date -> {
            assertThat(cells.readDate(CellCodec.formatDate(date)).asOptional()).contains(date);
            assertThat(cells.readDate(date.toString()).asOptional()).contains(date);
        });
        values(() -> IsoWeek.of(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(6000))))
                .forEach(week -> {
                    assertThat(cells.readWeek(cells.formatWeek(week)).asOptional())
                            .contains(week);
                    assertThat(cells.readWeek(week.toString()).asOptional()).contains(week);
                });
    }

    private static Period period(Random random) {
        LocalDate from = random.nextBoolean() ? LocalDate.of(2026, 8, 1).plusDays(random.nextInt(300)) : null;
        LocalDate until = from == null ? null : from.plusDays(random.nextInt(3));
        var days = new TreeSet<DayOfWeek>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (from == null && random.nextInt(4) == 0) {
                days.add(day);
            }
        }
        LocalTime start = random.nextBoolean() ? LocalTime.of(random.nextInt(12), random.nextInt(60)) : null;
        LocalTime end = random.nextBoolean() ? LocalTime.of(12 + random.nextInt(12), random.nextInt(60)) : null;
        return new Period(from, until, days, start, end);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void periodsAndListsOfThem(long seed) {
        var random = new Random(seed);
        CellCodec cells = plan(random);
        for (Locale language : LANGUAGES) {
            var written = new ArrayList<String>();
            values(() -> period(random))
                    .forEach(period -> CellCodec.formatPeriod(period, language).ifPresent(text -> {
                        written.add(text);
                        assertThat(cells.readPeriod(text).asOptional()).contains(period);
                    }));
            assertThat(written).hasSizeGreaterThan(VALUES / 2);
            List<String> distinct = written.stream().distinct().toList();
            assertThat(CellCodec.splitPeriods(String.join(", ", distinct))).isEqualTo(distinct);
        }
    }

    private static String word(Random random) {
        String word = random.ints(1L + random.nextInt(8), 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .reduce("", String::concat)
                .strip();
        return word.isEmpty() ? "x" : word;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void listsOfTextsAndNumbers(long seed) {
        var random = new Random(seed);
        values(() -> values(() -> word(random)).limit(random.nextInt(5)).toList())
                .filter(words ->
                        words.stream().noneMatch(word -> word.replace(",", "").isBlank()))
                .forEach(words -> assertThat(WordSplitter.splitValues(WordSplitter.joinValues(words)))
                        .isEqualTo(words));
        values(() -> values(() -> BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3))
                                .stripTrailingZeros())
                        .limit(1 + random.nextInt(4))
                        .map(number -> CellCodec.formatNumber(number, LANGUAGES.getFirst()))
                        .toList())
                .forEach(numbers -> assertThat(WordSplitter.splitValues(WordSplitter.joinValues(numbers)))
                        .isEqualTo(numbers));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void listsOfKnownNamesAndSubjects(long seed) {
        var random = new Random(seed);
        values(() -> random.ints(random.nextInt(5), 0, NAMES.size())
                        .distinct()
                        .mapToObj(NAMES::get)
                        .toList())
                .forEach(names -> {
                    assertThat(WordSplitter.splitNames(WordSplitter.joinNames(names), Set.copyOf(NAMES)::contains))
                            .isEqualTo(names);
                    assertThat(WordSplitter.splitSubjectList(
                                    WordSplitter.joinValues(names), Set.copyOf(NAMES)::contains))
                            .isEqualTo(names);
                });
    }
}
