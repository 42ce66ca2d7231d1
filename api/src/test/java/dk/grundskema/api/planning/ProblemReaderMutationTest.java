package dk.grundskema.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a good file, the reader answers: with the problem, or with findings that can be read. */
class ProblemReaderMutationTest {
    private static final List<Texts> LANGUAGES = List.of("da", "en").stream()
            .map(Locale::of)
            .map(locale -> new Texts(locale, WalkFile.PLUGINS.bundles(locale), Function.identity()))
            .toList();
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "0.5",
            "99999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"s1\"",
            "\"t1\"",
            "\"2026-W37\"",
            "\"2026-W53\"",
            "\"2026-09-07\"",
            "\"08:45\"",
            "\"24:00\"",
            "[]",
            "{}",
            "[null]",
            "{\"id\": 1}",
            "[[]]",
            "{\"{0}\": \"''{\"}",
            "\"æøå\"",
            "\"\uD83D\uDE00\"",
            "\"\\uD83D\"",
            ",",
            ":",
            "]",
            "}",
            "\"",
            "\\");

    /** One change of a text: a stretch of it is replaced. */
    record Change(int at, int length, String replacement) {
        String to(String text) {
            int from = Math.floorMod(at, text.length() + 1);
            return text.substring(0, from) + replacement + text.substring(Math.min(text.length(), from + length));
        }
    }

    @Property(tries = 1500, seed = "2026")
    void anyChangeOfTheTextIsAnswered(@ForAll("changes") List<Change> changes) {
        String text = WalkFile.VALID;
        for (Change change : changes) {
            text = change.to(text);
        }
        answered(text);
    }

    @Property(tries = 1500, seed = "2026")
    void anyValueInPlaceOfAnotherIsAnswered(@ForAll("values") List<Change> changes) {
        String text = WalkFile.VALID;
        for (Change change : changes) {
            text = withValueReplaced(text, change);
        }
        answered(text);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> some =
                Arbitraries.oneOf(Arbitraries.of(TOKENS), Arbitraries.strings().ofMaxLength(3), Arbitraries.just(""));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5000),
                        Arbitraries.integers().between(0, 40),
                        some)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Change>> values() {
        return Combinators.combine(Arbitraries.integers().between(0, 5000), Arbitraries.of(TOKENS))
                .as((at, token) -> new Change(at, 0, token))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Replaces the text or number that follows the next colon. */
    private static String withValueReplaced(String text, Change change) {
        int colon = text.indexOf(": ", Math.floorMod(change.at(), text.length()));
        if (colon < 0) {
            return text;
        }
        int end = colon + 2;
        boolean quoted = end < text.length() && text.charAt(end) == '"';
        end++;
        while (end < text.length()
                && (quoted ? text.charAt(end - 1) != '"' || end == colon + 3 : ",}]\n".indexOf(text.charAt(end)) < 0)) {
            end++;
        }
        return text.substring(0, colon + 2) + change.replacement() + text.substring(end);
    }

    private static void answered(String text) {
        Read<Problem> read = WalkFile.READER.read(text);
        if (read instanceof Read.Bad<Problem> bad) {
            assertThat(bad.findings()).isNotEmpty();
        }
        for (Finding finding : read.findings()) {
            assertThat(finding.pointer()).matches("(?s)|/.*");
            for (Texts texts : LANGUAGES) {
                assertThat(texts.of(finding)).isNotBlank();
            }
        }
    }
}
