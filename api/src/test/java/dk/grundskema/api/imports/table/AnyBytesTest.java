package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a file holds, reading ends with lessons, rows or findings, and every finding can be said in both languages. */
class AnyBytesTest {
    private static final byte[] WORKBOOK = new TemplateWorkbook(List.of(), Locale.of("da")).bytes();

    private static void looksFine(Source source) {
        assertThat(Read.findings(source)).hasSize(source.findings().size());
        assertThat(source.lessons())
                .allSatisfy(lesson -> assertThat(lesson.place().where()).isNotEmpty());
    }

    @Property(tries = 300)
    void anyBytes(@ForAll byte[] bytes) {
        looksFine(Read.bytes("x.csv", bytes));
    }

    @Property(tries = 150)
    void aWorkbookWithOtherBytesInIt(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 1_000_000) Integer> places,
            @ForAll byte value) {
        byte[] bytes = WORKBOOK.clone();
        places.forEach(place -> bytes[place % bytes.length] = value);

        looksFine(Read.bytes("x.xlsx", bytes));
    }

    @Property(tries = 150)
    void aWorkbookThatEndsEarly(@ForAll @IntRange(min = 0, max = 1_000_000) int length) {
        looksFine(Read.bytes("x.xlsx", java.util.Arrays.copyOf(WORKBOOK, length % WORKBOOK.length)));
    }

    @Property(tries = 1500)
    void anyTableOfWordsThatMeanSomething(@ForAll("tables") String table) {
        looksFine(Read.text("4B.csv", table));
    }

    @Provide
    Arbitrary<String> tables() {
        var words = Arbitraries.of(
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
        return words.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(cells -> String.join(";", cells))
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(rows -> String.join("\n", rows));
    }
}
