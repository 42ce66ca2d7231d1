package dk.grundskema.api.imports.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.TableReader;
import dk.grundskema.domain.finding.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two rows of one name in a list of staff may be two people. */
class RepeatedStaffCheckerTest {
    private static final String HEADINGS = "Initialer;Navn;Fag;Timer;E-mail;Kan ikke\n";

    @TempDir
    Path folder;

    private final SourceFixture made = new SourceFixture();

    private RepeatedStaffCheckerTest list(String file, String rows) {
        try {
            Path written = Files.writeString(folder.resolve(file), rows);
            made.staff.addAll(new TableReader(List.of())
                    .read(file, written, ReadingHints.none())
                    .staff());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private List<FileFinding> warnings() {
        return made.assemble().assembled().findings().stream()
                .filter(each -> each.finding().code().startsWith("import.staff.twice"))
                .toList();
    }

    private String findingText(Locale language) {
        return new Texts(language, ImportTexts.bundles(language), name -> name)
                .sentenceOf(warnings().getFirst().finding());
    }

    @Test
    void twoRowsOfOneNameWithOtherHoursAreSaidAtTheSecond() {
        list("personale.csv", "Navn;Fag;Timer\nLise Krogh;Dansk;37\nLise Krogh;Matematik;20\n");

        assertThat(warnings())
                .extracting(each -> each.file() + " " + each.finding().pointer() + " "
                        + each.finding().severity())
                .containsExactly("personale.csv A3 WARNING");
        assertThat(findingText(Locale.of("da")))
                .startsWith("Lise Krogh står også i A2, og rækkerne siger ikke det samme. De er læst som én person:")
                .contains("37 timer gælder, ikke 20.", "Er det to personer, så");
        assertThat(findingText(Locale.ENGLISH)).contains("37 hours count, not 20.", "If they are two people,");
        assertThat(made.assemble().problem().staff()).singleElement().satisfies(one -> {
            assertThat(one.contractHours()).isEqualTo(37);
            assertThat(one.skills()).containsExactly("Dansk", "Matematik");
        });
    }

    @Test
    void distinctNamesAsTheFindingAdvisesMakeTwoPeople() {
        list("personale.csv", "Navn;Fag;Timer\nLise Krogh;Dansk;37\nLise Krogh matematik;Matematik;20\n");
        assertThat(made.assemble().problem().staff()).hasSize(2);
        assertThat(made.assemble().found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";Lise Krogh;Matematik;37;;",
                ";Lise Krogh;;;lise@example.org;",
                ";Krogh, Lise;;;;mandag",
            })
    void rowsWithTheSameHoursMayDifferInOtherThings(String row) {
        list("personale.csv", HEADINGS + ";Lise Krogh;Dansk;37;lk@example.org;fredag\n" + row + "\n");
        assertThat(warnings()).extracting(each -> each.finding().code()).containsExactly("import.staff.twice");
        assertThat(findingText(Locale.of("da")))
                .contains("den øverste e-mail gælder")
                .doesNotContain("timer gælder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";Lise Krogh;Dansk;37;lk@example.org;fredag",
                ";Krogh, Lise;dansk;37,0;LK@example.org;fredag",
                ";Lise Krogh;;;;",
            })
    void rowsThatSayTheSameOrNothingAreSilent(String row) {
        list("personale.csv", HEADINGS + ";Lise Krogh;Dansk;37;lk@example.org;fredag\n" + row + "\n");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void listsInTwoFilesMaySayDifferentThingsOfOnePerson() {
        list("personale.csv", "Navn;Fag;Timer\nLise Krogh;Dansk;37\n")
                .list("ekstra.csv", "Navn;Fag;Timer\nLise Krogh;Matematik;20\n");
        assertThat(warnings()).isEmpty();
        assertThat(made.assemble().problem().staff()).hasSize(1);
    }

    private void row(String where, double hours) {
        var place = new SourceLocation("lister.xlsx", where);
        made.staff.add(new SourceStaffMember(
                place, new SourceText("Lise Krogh", place), null, List.of(), hours, null, List.of()));
    }

    @Test
    void listsInTwoSheetsMaySayDifferentThingsOfOnePersonAndEachIsOneList() {
        row("Dansk!A2", 37);
        row("Matematik!A2", 20);
        assertThat(warnings()).isEmpty();

        row("Matematik!A9", 12);
        assertThat(warnings()).extracting(each -> each.finding().pointer()).containsExactly("Matematik!A9");
        assertThat(findingText(Locale.of("da"))).contains("Matematik!A2", "37 timer gælder, ikke 12.");
    }

    @Test
    void personWithTwoNamesIsReportedOnce() {
        list("personale.csv", HEADINGS + "LK;Lise Krogh;Dansk;37;;\nLK;Lars Kjær;Matematik;20;;\n");
        assertThat(warnings()).isEmpty();
        assertThat(made.assemble().found()).contains("WARNING import.staff.two-names A3");
    }

    @Test
    void duplicateInitialsAreReportedLikeNames() {
        list("personale.csv", HEADINGS + "LK;Lise Krogh;Dansk;37;;\nLK;Lise Krogh;Matematik;20;;\n");
        assertThat(warnings()).extracting(each -> each.finding().code()).containsExactly("import.staff.twice-hours");
    }
}
