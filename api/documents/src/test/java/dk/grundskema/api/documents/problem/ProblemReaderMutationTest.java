package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For any change of a valid file, the reader returns the problem or findings with texts. */
class ProblemReaderMutationTest {
    private static final List<Texts> LANGUAGES = List.of("da", "en").stream()
            .map(Locale::of)
            .map(locale -> new Texts(locale, WalkProblemFixture.PLUGINS.bundles(locale), Function.identity()))
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

    /** Replaces a part of a text. */
    record Change(int at, int length, String replacement) {
        String to(String text) {
            int from = Math.floorMod(at, text.length() + 1);
            return text.substring(0, from) + replacement + text.substring(Math.min(text.length(), from + length));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyChangeOfTheTextIsAnswered(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            String text = WalkProblemFixture.VALID;
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                text = new Change(random.nextInt(5001), random.nextInt(41), replacement(random)).to(text);
            }
            assertAnswered(text);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyValueInPlaceOfAnotherIsAnswered(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            String text = WalkProblemFixture.VALID;
            for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                text = withValueReplaced(text, new Change(random.nextInt(5001), 0, token(random)));
            }
            assertAnswered(text);
        }
    }

    private static String token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    /** Nothing, a token, or up to three characters of any kind, including unpaired surrogates. */
    private static String replacement(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> token(random);
            default ->
                IntStream.range(0, random.nextInt(4))
                        .map(i -> random.nextBoolean() ? random.nextInt(128) : random.nextInt(Character.MAX_VALUE + 1))
                        .collect(StringBuilder::new, (text, unit) -> text.append((char) unit), StringBuilder::append)
                        .toString();
        };
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

    private static void assertAnswered(String text) {
        ReadResult<Problem> read = WalkProblemFixture.READER.read(text);
        if (read instanceof ReadResult.Failure<Problem> bad) {
            assertThat(bad.findings()).isNotEmpty();
        }
        for (Finding finding : read.findings()) {
            assertThat(finding.pointer()).matches("(?s)|/.*");
            for (Texts texts : LANGUAGES) {
                assertThat(texts.sentenceOf(finding)).isNotBlank();
            }
        }
    }
}
