package dk.grundskema.api.exports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.domain.time.IsoWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of sheets exist in Danish and English, and templates contain no other text. */
class SheetTextsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/dk/grundskema/api/exports/sheet");
    private static final Path SOURCES = Path.of("src/main/java/dk/grundskema/api/exports/sheet");
    private static final Path SHARED_SOURCES = Path.of("src/main/java/dk/grundskema/api/exports/template");
    private static final Path WORKBOOK_SOURCES = Path.of("src/main/java/dk/grundskema/api/exports/workbook");
    private static final Pattern KEY = Pattern.compile("texts\\.text\\('([^']+)'[,)]");
    private static final Pattern ELEMENT =
            Pattern.compile("<([a-z:0-9]+)((?:\"[^\"]*\"|[^\">])*)>([^<]*\\p{L}{2,}[^<]*)<");
    private static final TemplateTexts DANISH = new TemplateTexts(Locale.of("da"));
    private static final TemplateTexts ENGLISH = new TemplateTexts(Locale.of("en"));

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "dk.grundskema.api.exports.template.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(bundle("da").keySet()).isNotEmpty().isEqualTo(bundle("en").keySet());
    }

    static Stream<String> keys() {
        return bundle("da").keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bothLanguagesTakeAsManyArgumentsAndEachTextIsUsed(String key) throws IOException {
        assertThat(new MessageFormat(bundle("da").getString(key)).getFormatsByArgumentIndex())
                .hasSameSizeAs(new MessageFormat(bundle("en").getString(key)).getFormatsByArgumentIndex());
        boolean isMade = key.matches(
                "(index|day)\\.(teams|days|classes|staff|students|rooms|day|evening|night|whole|school|supported)(\\.hint)?");
        assertThat(isMade
                        || readAll(TEMPLATES).contains("'" + key + "'")
                        || readAll(SOURCES).contains("\"" + key + "\"")
                        || readAll(SHARED_SOURCES).contains("\"" + key + "\"")
                        || readAll(WORKBOOK_SOURCES).contains("\"" + key + "\""))
                .as(key)
                .isTrue();
    }

    @Test
    void everyKeyOfTheTemplatesHasAText() throws IOException {
        var keys = KEY.matcher(readAll(TEMPLATES))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(keys).hasSizeGreaterThan(30);
        assertThat(bundle("da").keySet()).containsAll(keys);
    }

    /** Words in a template are samples for its editors; rendering replaces the words of each element. */
    @ParameterizedTest
    @ValueSource(strings = {"shell", "week", "students", "day", "overview", "rollcall", "hours", "index", "breakdown"})
    void noWordsStandInATemplateItself(String template) throws IOException {
        var elements = ELEMENT.matcher(Files.readString(TEMPLATES.resolve(template + ".html")))
                .results()
                .toList();

        assertThat(elements).isNotEmpty();
        assertThat(elements)
                .filteredOn(found -> !found.group(2).contains("th:text"))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static String readAll(Path folder) throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.toString().endsWith(".properties"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void datesAndTimesAreWrittenAsTheLanguageWritesThem() {
        var monday = LocalDate.of(2026, 9, 7);

        assertThat(DANISH.date(monday)).isEqualTo("Mandag 7. september");
        assertThat(ENGLISH.date(monday)).isEqualTo("Monday 7 September");
        assertThat(DANISH.shortDate(monday)).isEqualTo("Man 7/9");
        assertThat(DANISH.shortDateWithin(monday)).isEqualTo("man 7/9");
        assertThat(ENGLISH.shortDateWithin(monday)).isEqualTo("Mon 7 Sep");
        assertThat(ENGLISH.shortDate(monday)).isEqualTo("Mon 7 Sep");
        assertThat(DANISH.time(LocalTime.of(9, 0))).isEqualTo("09.00");
        assertThat(ENGLISH.time(LocalTime.of(9, 0))).isEqualTo("09:00");
        assertThat(DANISH.week(new IsoWeek(2026, 37))).isEqualTo("Uge 37");
        assertThat(DANISH.hours(2190)).isEqualTo("36,50");
        assertThat(ENGLISH.hours(2190)).isEqualTo("36.50");
        assertThat(DANISH.hours(0)).isEmpty();
    }

    @Test
    void periodsNameMonthAndYearOnceWhereTheyAreTheSame() {
        assertThat(DANISH.datesOf(new IsoWeek(2026, 37))).isEqualTo("7.–13. september 2026");
        assertThat(ENGLISH.datesOf(new IsoWeek(2026, 37))).isEqualTo("7–13 September 2026");
        assertThat(DANISH.datesOf(new IsoWeek(2026, 40))).isEqualTo("28. september – 4. oktober 2026");
        assertThat(DANISH.datesOf(new IsoWeek(2026, 53))).isEqualTo("28. december 2026 – 3. januar 2027");
        assertThat(DANISH.period(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 7)))
                .isEqualTo("7. september 2026");
    }
}
