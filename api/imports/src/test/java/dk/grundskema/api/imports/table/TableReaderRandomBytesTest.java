package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For any file content, reading ends with lessons, rows or findings, and every finding has a text in both languages. */
class TableReaderRandomBytesTest {
    private static final byte[] WORKBOOK = new TemplateWorkbook(List.of(), Locale.of("da")).toBytes();

    private static final List<String> WORDS = List.of(
            "mandag",
            "Tirsdag",
            "ons",
            "Klasse",
            "Fag",
            "Lærer",
            "Lokale",
            "Lektion",
            "Ugedag",
            "Fra",
            "Til",
            "Tid",
            "Initialer",
            "Navn",
            "Hvem",
            "Kan ikke",
            "Dato",
            "Uger",
            "8.00-8.45",
            "8",
            "1",
            "1. lektion",
            "9.00",
            "Pause",
            "DAN MH",
            "DAN / MH / 12",
            "lige: DAN MH ulige: MAT LK",
            "N/T",
            "",
            "",
            "",
            "\"a\nb\"",
            "\"",
            "#",
            "4B",
            "7/9-2026",
            "33-35",
            "x",
            "ulige:",
            "()",
            "/",
            "+",
            "½");

    private static void assertReadable(SourceData source) {
        assertThat(TableReaderFixture.describeFindings(source))
                .hasSize(source.findings().size());
        assertThat(source.lessons())
                .allSatisfy(lesson -> assertThat(lesson.place().where()).isNotEmpty());
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertReadable(TableReaderFixture.readBytes("x.csv", bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWorkbookWithOtherBytesInIt(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            byte[] bytes = WORKBOOK.clone();
            byte value = (byte) random.nextInt(256);
            random.ints(random.nextInt(1, 9), 0, bytes.length).forEach(place -> bytes[place] = value);

            assertReadable(TableReaderFixture.readBytes("x.xlsx", bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWorkbookThatEndsEarly(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            assertReadable(
                    TableReaderFixture.readBytes("x.xlsx", Arrays.copyOf(WORKBOOK, random.nextInt(WORKBOOK.length))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTableOfWordsThatMeanSomething(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            assertReadable(TableReaderFixture.readText("4B.csv", table(random)));
        }
    }

    private static String table(Random random) {
        return joined(
                "\n",
                random.nextInt(1, 10),
                () -> joined(";", random.nextInt(1, 7), () -> WORDS.get(random.nextInt(WORDS.size()))));
    }

    private static String joined(String separator, int count, Supplier<String> parts) {
        return Stream.generate(parts).limit(count).collect(Collectors.joining(separator));
    }
}
