package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.imports.mappingfile.ListHeading;
import dk.grundskema.api.imports.source.ColumnLook;
import dk.grundskema.api.imports.source.ColumnLook.Content;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that is not read is reported and asked about with what its cells look like. */
class ColumnQuestionsTest {
    @TempDir
    Path folder;

    private List<ImportQuestion> questions(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return TableReaderFixture.READER.previewTables(name, file, ReadingHints.none()).stream()
                .flatMap(table -> table.questions().stream())
                .toList();
    }

    private ImportQuestion question(String name, String content, String word) throws IOException {
        return questions(name, content).stream()
                .filter(one -> heading(one).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String heading(ImportQuestion question) {
        return ListHeading.parse(question.word()).orElseThrow().heading();
    }

    private static List<String> sentences(String language, String name, String content) {
        Locale locale = Locale.of(language);
        var texts = new Texts(locale, ImportTexts.bundles(locale), Function.identity());
        return TableReaderFixture.readText(name, content).findings().stream()
                .map(one -> one.finding().pointer() + " " + texts.sentenceOf(one.finding()))
                .toList();
    }

    private static @Nullable Content content(ImportQuestion question) {
        ColumnLook look = question.look();
        return look == null ? null : look.content();
    }

    @Test
    void daysTimesAndPeopleAreNamedAndOtherColumnsAreNot() throws IOException {
        String lessons = """
                Klasse;Fag;Hvem;Hvornaar;Moede;Slutter vi;Varer;Telefon
                4B;DAN;Mette Holm;mandag, onsdag;8.00;8.45;8.00-8.45;11
                4B;MAT;Krogh, Lise;tirsdag;9.00;9.45;9.00-9.45;12
                4B;MAT;LK;fre;9.00;9.45;9.00-9.45;12
                """;

        assertThat(questions("skema.csv", lessons))
                .extracting(ColumnQuestionsTest::heading, ColumnQuestionsTest::content, ImportQuestion::likely)
                .containsExactly(
                        tuple("Hvem", Content.PEOPLE, "Lærer"),
                        tuple("Hvornaar", Content.WEEKDAYS, "Ugedag"),
                        tuple("Moede", Content.TIMES, "Fra"),
                        tuple("Slutter vi", Content.TIMES, "Til"),
                        tuple("Varer", Content.TIME_SPANS, "Tid"),
                        tuple("Telefon", null, null));
    }

    @Test
    void secondColumnOfDaysIsAskedAboutBesideTheOneThatTheListHas() throws IOException {
        String wishes = "Hvem;Dag;Ikke dag\nMH;mandag;fredag\nLK;tirsdag;torsdag\n";

        ImportQuestion question = question("optaget.csv", wishes, "Ikke dag");
        assertThat(content(question)).isEqualTo(Content.WEEKDAYS);
        assertThat(question.likely()).isNull();
        assertThat(question.meanings()).contains("Hvornår", "").doesNotContain("Ugedage", "Dag");
        assertThat(sentences("da", "optaget.csv", wishes))
                .first()
                .asString()
                .startsWith(
                        "C1 Kolonnen \"Ikke dag\" ligner ugedage, men det har listen allerede i \"Dag\" (B1). Hvad er den?")
                .contains("listen kan også have: Fra, Til,", "\"Ikke dag\": \"-\" udelader kolonnen.");
        assertThat(sentences("en", "busy.csv", "Who;Day;Not day\nMH;Monday;Friday\n"))
                .first()
                .asString()
                .startsWith(
                        "C1 The column \"Not day\" looks like weekdays, but the list already has \"Day\" (B1) for that. What is it?");
    }

    @Test
    void ofTwoUnknownColumnsOfDaysOnlyTheFirstIsSuggested() throws IOException {
        String wishes = "Hvem;Gerne;Nødigt;Fra;Til\nMH;mandag;fredag;8.00;9.00\nLK;tirsdag;torsdag;8.00;9.00\n";

        assertThat(question("optaget.csv", wishes, "Gerne").likely()).isEqualTo("Ugedage");
        ImportQuestion second = question("optaget.csv", wishes, "Nødigt");
        assertThat(second.likely()).isNull();
        assertThat(second.look()).isEqualTo(new ColumnLook(Content.WEEKDAYS, List.of()));
        assertThat(sentences("en", "optaget.csv", wishes).get(1))
                .startsWith("C1 The column \"Nødigt\" looks like weekdays. What is it?")
                .contains("the list can also have: Ugedage,");
    }

    @Test
    void secondColumnOfPeopleIsNotTakenForStudents() throws IOException {
        ImportQuestion question =
                question("skema.csv", "Klasse;Fag;Lærer;Dag;Fra;Til;Med\n4B;DAN;MH;man;8.00;8.45;LK\n", "Med");

        assertThat(question.likely()).isNull();
        assertThat(Objects.requireNonNull(question.look()).taken())
                .containsExactly(Phrase.of("import.look.column", "Lærer", "C1"));
    }

    @Test
    void onlyTheSecondTimeIsMissing() throws IOException {
        ImportQuestion question =
                question("skema.csv", "Klasse;Fag;Dag;Fra;Slutter vi\n4B;DAN;man;8.00;8.45\n", "Slutter vi");

        assertThat(question.likely()).isEqualTo("Til");
        assertThat(question.look()).isEqualTo(new ColumnLook(Content.TIMES, List.of()));
        assertThat(question("skema.csv", "Klasse;Fag;Dag;Fra;Til;Igen\n4B;DAN;man;8.00;8.45;8.00-8.45\n", "Igen")
                        .look())
                .extracting(look -> look.taken().size())
                .as("a span of time says what two times say")
                .isEqualTo(2);
    }

    @Test
    void initialsOfTheStaffAreTheirInitialsAndSubjectsAreNoPeople() throws IOException {
        String staff = "Navn;Forkortelse;Kan\nMette Holm;MH;DAN\nLis Kok;LK;Dansk, Engelsk\n";

        assertThat(question("personale.csv", staff, "Forkortelse").likely()).isEqualTo("Initialer");
        assertThat(content(question("personale.csv", staff, "Kan"))).isNull();
    }

    @Test
    void misspelledHeadingCountsMoreThanTheCells() throws IOException {
        String lessons = "Klasse;Faag;Lærer;Ugedagg;Fra;Til\n4B;MH;LK;man;8.00;8.45\n";

        ImportQuestion subject = question("skema.csv", lessons, "Faag");
        assertThat(subject.look()).isNull();
        assertThat(subject.likely()).isEqualTo("Fag");
        assertThat(question("skema.csv", lessons, "Ugedagg").likely()).isEqualTo("Ugedag");
        assertThat(sentences("da", "skema.csv", lessons))
                .contains(
                        "B1 Kolonnen \"Faag\" kendes ikke og er ikke læst. Mente du \"fag\"?",
                        "D1 Kolonnen \"Ugedagg\" ligner ugedage. Hvad er den? Den er ikke læst, fordi overskriften ikke kendes. "
                                + "Er den \"Ugedag\", så ret overskriften, eller skriv \"Ugedagg\": \"Ugedag\" under headings i "
                                + "mapping-filen; \"Ugedagg\": \"-\" udelader kolonnen.");
    }

    @Test
    void unknownHeadingThatStandsTwiceIsReportedTwiceAndAskedAboutOnce() throws IOException {
        String staff = "Initialer;Navn;Farve;Farve\nMH;Mette Holm;blå;rød\n";

        assertThat(questions("personale.csv", staff)).hasSize(1);
        assertThat(TableReaderFixture.describeFindings(TableReaderFixture.readText("personale.csv", staff)))
                .containsExactly(
                        "WARNING C1 import.heading.unknown [Farve]", "WARNING D1 import.heading.unknown [Farve]");
    }

    @Test
    void headingThatAnAnswerMakesASecondOneIsReportedWithBothPlaces() {
        var hints = new ReadingHints(null, new TreeMap<>(Map.of("Ikke dag", "Dag")), Map.of());

        var read = TableReaderFixture.READER.read(
                "optaget.csv", "Hvem;Dag;Ikke dag\nMH;mandag;fredag\n".getBytes(StandardCharsets.UTF_8), hints);

        assertThat(TableReaderFixture.describeFindings(read))
                .containsExactly("ERROR C1 import.heading.twice [Dag, B1, Ikke dag, C1]");
        assertThat(sentences("da", "optaget.csv", "Hvem;Dag;Ugedag\nMH;mandag;fredag\n"))
                .containsExactly("C1 Overskrifterne \"Dag\" (B1) og \"Ugedag\" (C1) betyder det samme. "
                        + "Slet den ene af de to kolonner, eller giv den en anden overskrift.");
    }

    @Test
    void answerAboutAColumnHoldsForItsListAloneAndOnlyIfTheListDoesNotKnowTheHeading() throws IOException {
        var answers = new TreeMap<>(Map.of("students: Fag", "-", "staff: Navn", "-", "students: Fødselsdag", "-"));
        var hints = new ReadingHints(null, answers, Map.of());
        String students = "Elev;Klasse;Fag\nUffe Bo;4B;MAT\n";
        String staff = "Initialer;Navn;Fag\nMH;Mette Holm;DAN, MAT\n";

        assertThat(question("elever.csv", students, "Fag").word()).isEqualTo("students: Fag");
        assertThat(preview("elever.csv", students, hints).questions()).isEmpty();
        assertThat(preview("elever.csv", students, hints).used())
                .containsExactly(new ImportQuestion.Key(ImportQuestion.Kind.HEADING, "students: Fag"));
        assertThat(preview("personale.csv", staff, hints).used()).isEmpty();
        assertThat(TableReaderFixture.READER
                        .read("personale.csv", staff.getBytes(StandardCharsets.UTF_8), hints)
                        .staff())
                .singleElement()
                .satisfies(person -> assertThat(person.skills()).hasSize(2))
                .satisfies(person -> assertThat(person.name()).isNotNull());
    }

    private TablePreview preview(String name, String content, ReadingHints hints) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return TableReaderFixture.READER.previewTables(name, file, hints).getFirst();
    }

    @Test
    void listWithoutFreeColumnsOffersOnlyToLeaveTheColumnOut() throws IOException {
        String rooms = "Lokale;Navn;Art;Pladser;Ansvarlig\n12;Nord;klasselokale;24;MH\n";

        assertThat(question("lokaler.csv", rooms, "Ansvarlig").meanings()).containsExactly("");
        assertThat(sentences("en", "lokaler.csv", rooms))
                .first()
                .asString()
                .endsWith(
                        "write under headings in the mapping file what it is. \"Ansvarlig\": \"-\" leaves the column out.");
    }

    @Test
    void listWhoseDaysAreUnderAnUnknownHeadingIsNoGrid() {
        String lessons = "Klasse;Lærer;Fag;Lokale;Hvornår;Lektion;Ikke dag\n1A;MH;DAN;12;mandag;1;fredag\n";

        assertThat(TableReaderFixture.describeFindings(TableReaderFixture.readText("skema.csv", lessons)))
                .hasSize(3)
                .anyMatch(one -> one.startsWith("WARNING E1 import.heading.looks-maybe [Hvornår, "))
                .anyMatch(one -> one.startsWith("WARNING G1 import.heading.looks [Ikke dag, "))
                .contains("ERROR A1 import.heading.missing [[Ugedag, Dato]]");
    }
}
