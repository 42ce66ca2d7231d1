package dk.grundskema.api.imports.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.domain.finding.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SystemTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dk/grundskema/api/imports/systems");
    private static final Pattern CODE =
            Pattern.compile("\"(import\\.(?:systems|xml|json|untis|untis-xml|webuntis|asc|fet|ical)\\.[a-z-]+)\"");

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(each -> codes.add(each.group(1)));
            }
        }
        return codes;
    }

    @Test
    void everyCodeHasATextInBothLanguagesAndEveryTextACode() throws IOException {
        for (String language : List.of("da", "en")) {
            var bundle = ResourceBundle.getBundle(
                    "dk.grundskema.api.imports.systems.messages",
                    Locale.of(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            var texts = new TreeSet<String>();
            bundle.keySet().forEach(key -> texts.add(key.replaceFirst("\\.beside$", ""))); // said instead, on a page
            assertThat(texts).as(language).isEqualTo(codes());
        }
        assertThat(codes()).hasSizeGreaterThan(50);
    }

    @Test
    void textsNameWhatTheyAreGiven() {
        var english = new Texts(Locale.of("en"), ImportTexts.bundles(Locale.of("en")), Function.identity());

        assertThat(english.text("import.ical.nobody", 2, "Team", "x.ics"))
                .isEqualTo(
                        "It isn't known whose calendar this is: 2 lessons such as \"Team\" have neither a class nor a teacher. Add to the mapping file: \"files\": {\"x.ics\": {\"classes\": [\"7A\"]}}.");
        assertThat(english.text("import.untis.twice", 1)).isEqualTo("One line stands twice or more and was read once.");
        assertThat(english.text("import.fet.not-placed", 6, 7, List.of("Dansk 7.A", "Dansk 7.B")))
                .isEqualTo(
                        "6 of 7 activities have no time in FET and aren't in the timetable, for example Dansk 7.A, Dansk 7.B.");
        assertThat(english.text("import.fet.days-by-order", "A", List.of("A", "B"), 1, 2))
                .startsWith(
                        "The days have no names of weekdays: A, B. They were read in their order, \"A\" as Monday. If");
        assertThat(english.text("import.fet.days-by-order", "A", List.of("A", "…"), 2, 6))
                .contains("\"A\" as Monday; as 2 weeks of 6 days that take turns, on Saturday too. If");
    }
}
