package dk.grundskema.api.documents.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.ledger.AffectedLesson;
import dk.grundskema.solver.spi.InterventionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger's texts: complete in both languages, each of them used. */
class LedgerTextsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.of("en"));

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "dk.grundskema.api.documents.ledger.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndNoneIsBlank() {
        assertThat(bundle(LANGUAGES.getFirst()).keySet())
                .isEqualTo(bundle(LANGUAGES.getLast()).keySet());
        for (Locale language : LANGUAGES) {
            assertThat(bundle(language).keySet())
                    .allSatisfy(
                            key -> assertThat(bundle(language).getString(key)).isNotBlank());
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        try (var lines = Files.list(Path.of("src/main/java/dk/grundskema/api/documents/ledger"));
                var workbooks = Files.list(Path.of("../exports/src/main/java/dk/grundskema/api/exports/workbook"))) {
            String code =
                    Stream.concat(lines, workbooks).map(LedgerTextsTest::text).collect(Collectors.joining());
            assertThat(bundle(LANGUAGES.getFirst()).keySet())
                    .filteredOn(key ->
                            !key.startsWith("how.") && !key.startsWith("category.") && !key.startsWith("status."))
                    .allSatisfy(key -> assertThat(code)
                            .containsPattern("\"#?(" + key + "|" + key.substring(key.indexOf('.') + 1) + ")\""));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyWayCategoryAndStatusHasItsWords(String language) {
        var keys = bundle(Locale.of(language)).keySet();

        for (Ask.Status status : Ask.Status.values()) {
            assertThat(keys).contains("status." + status.name());
        }
        for (AffectedLesson.LessonEffect how : AffectedLesson.LessonEffect.values()) {
            assertThat(keys).contains("how." + how.name());
        }
        for (InterventionType.Category category : InterventionType.Category.values()) {
            assertThat(keys).contains("category." + category.name());
        }
    }

    @Test
    void minutesAreHoursWithOneDecimalRoundedToTheNearest() {
        var words = new LedgerTexts(
                new Texts(LANGUAGES.getLast(), List.of(bundle(LANGUAGES.getLast())), id -> id), Map.of(), Map.of());

        assertThat(words.formatHours(0)).isEqualTo("0.0 h");
        assertThat(words.formatHours(2)).isEqualTo("0.0 h");
        assertThat(words.formatHours(3)).isEqualTo("0.1 h");
        assertThat(words.formatHours(45)).isEqualTo("0.8 h");
        assertThat(words.formatHours(60)).isEqualTo("1.0 h");
    }

    @Test
    void studentOrTypeWithoutANameIsShownByItsId() {
        var words = new LedgerTexts(new Texts(LANGUAGES.getLast(), List.of(), id -> id), Map.of(), Map.of());

        assertThat(words.nameOf(new StudentId("s1"))).isEqualTo("s1");
        assertThat(words.typeName("toy")).isEqualTo("toy");
    }
}
