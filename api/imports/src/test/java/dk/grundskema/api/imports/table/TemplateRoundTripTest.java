package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.function.Function;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The template, read back as it was written. */
class TemplateRoundTripTest {
    private static final InputList NEEDS = new InputList(
            "needs",
            List.of(
                    Column.required("class", Kind.GROUP),
                    Column.choice("type", true, "trained", "resource"),
                    Column.optional("lessons", Kind.NUMBER),
                    Column.optional("always", Kind.YES_NO)),
            List.of(List.of("4B", "trained", "10.5", "yes"), List.of("7C", "resource", "", "")));

    private static Texts texts(String language, String... all) {
        var bundle = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                var contents = new Object[all.length][];
                for (int i = 0; i < all.length; i++) {
                    contents[i] = all[i].split("=", 2);
                }
                return contents;
            }
        };
        return new Texts(Locale.of(language), List.of(bundle), Function.identity());
    }

    private static final List<ListDefinition> LISTS = List.of(ListDefinition.of(
            "co-teaching",
            NEEDS,
            texts(
                    "da",
                    "list.needs.name=Klasser med behov",
                    "list.needs.summary=Hvad der ønskes.",
                    "list.needs.class=Klasse",
                    "list.needs.type=Ordning",
                    "list.needs.type.trained=uddannet",
                    "list.needs.type.resource=ressource",
                    "list.needs.lessons=Lektioner",
                    "list.needs.always=Altid"),
            texts(
                    "en",
                    "list.needs.name=Classes with needs",
                    "list.needs.summary=What is wanted.",
                    "list.needs.class=Class",
                    "list.needs.type=Arrangement",
                    "list.needs.type.trained=trained",
                    "list.needs.type.resource=resource",
                    "list.needs.lessons=Lessons",
                    "list.needs.always=Always")));

    private static SourceData template(String language) {
        byte[] workbook = new TemplateWorkbook(LISTS, Locale.of(language)).toBytes();
        return new TableReader(LISTS).read("t.xlsx", workbook, ReadingHints.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void anUntouchedTemplateIsItsExamplesWithoutAFinding(String language) {
        SourceData source = template(language);

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "1A DAN MH 12 MONDAY #1x1",
                        "1A MAT LK 12 MONDAY #2x2",
                        "4B ENG JP 14 MONDAY even #1x1",
                        "4B DAN MH 14 MONDAY 08:55-09:40",
                        "4B MAT LK 14 TUESDAY [33, 34, 35, 36, 37, 38, 39, 40] #1x1 part",
                        "7C DAN SN 12 TUESDAY #2x1",
                        "7C TYS JP 14 TUESDAY #3x1",
                        "7C FRA MH 12 TUESDAY #3x1",
                        "- - MH+LK+JP+SN - TUESDAY 14:00-15:00");
        assertThat(source.lessons()).extracting(lesson -> lesson.busy()).containsOnlyOnce(true);
        assertThat(source.staff()).extracting(person -> person.key().text()).containsExactly("MH", "LK", "JP", "SN");
        assertThat(source.staff().get(2).contractHours()).isEqualTo(32.5);
        assertThat(source.staff().get(1).never()).hasSize(1);
        assertThat(source.students())
                .extracting(student -> student.key().text())
                .containsExactly("e1", "e2", "e3", "e4");
        assertThat(source.rooms()).extracting(room -> room.capacity()).containsExactly(28, 24);
        assertThat(source.groups())
                .extracting(group -> group.isClass())
                .containsExactly(true, true, true, false, false);
        assertThat(source.busy()).extracting(busy -> busy.who().text()).containsExactly("JP", "14");
        assertThat(source.periods()).extracting(period -> period.name()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void listsOfInterventionTypesAreSheetsOfIt(String language) {
        assertThat(template(language).rows())
                .extracting(row -> row.type() + " " + row.list() + " " + cells(row))
                .containsExactly(
                        language.equals("da")
                                ? "co-teaching needs always=ja class=4B lessons=10.5 type=uddannet"
                                : "co-teaching needs always=yes class=4B lessons=10.5 type=trained",
                        language.equals("da")
                                ? "co-teaching needs class=7C type=ressource"
                                : "co-teaching needs class=7C type=resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void aCampBeginsWithItsPeopleAndHasNothingThatOnlySchoolsHave(String language) throws IOException {
        byte[] workbook =
                TemplateWorkbook.ofCamp(List.of(), Locale.of(language)).toBytes();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactly(
                            language.equals("da")
                                    ? new String[] {"Medarbejdere", "Elever", "Lokaler", "Klasser og hold", "Optaget"}
                                    : new String[] {"Staff", "Students", "Rooms", "Classes and courses", "Busy"});
        }
        SourceData source = new TableReader(LISTS).read("t.xlsx", workbook, ReadingHints.none());
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(source.lessons()).isEmpty();
        assertThat(source.staff()).hasSize(4);
        assertThat(source.students()).hasSize(4);
        assertThat(source.rooms()).hasSize(3);
        assertThat(source.groups()).extracting(group -> group.isClass()).containsExactly(false, false);
        assertThat(source.busy()).hasSize(2);
    }

    private static String cells(SourceListRow row) {
        return String.join(
                " ",
                row.cells().entrySet().stream()
                        .map(cell -> cell.getKey() + "=" + cell.getValue().text())
                        .toList());
    }

    @Test
    void placesAreThoseThatASpreadsheetShows() {
        assertThat(template("da").staff().getFirst().place().where()).isEqualTo("Medarbejdere!A5");
        assertThat(template("en").lessons().getLast().place().where()).isEqualTo("Timetable!D13");
    }
}
