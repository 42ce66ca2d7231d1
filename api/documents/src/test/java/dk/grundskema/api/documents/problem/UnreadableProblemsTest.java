package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.AllocatedBytes;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no JSON, no problem, too large or missing are reported quickly and with the place. */
final class UnreadableProblemsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``               | file.empty",
                "` \n\t `          | file.empty",
                "null             | value.wrong-type",
                "[]               | value.wrong-type",
                "7                | value.wrong-type",
                "\"text\"         | value.wrong-type",
                "{} {}            | json.more-after-end 1 4",
                "{                | json.cut 1 2",
                "{\"version\": 1, | json.cut 1 15",
                "{\"version       | json.cut 1 10",
                "tru              | json.broken 1 1",
                "{\"version\" 1}  | json.broken 1 12",
                "not json         | json.broken 1 1",
                "{'version': 1}   | json.broken 1 2",
                "{\"a\": 01}      | json.broken 1 8",
                "{\"a\": NaN}     | json.broken 1 10",
                "{\"a\": 1,}      | json.broken 1 9",
                "{\"a\": 1, \"b\": 2, \"a\": 3} | json.field-twice a 1 18",
            })
    void unreadableProblemHasOneFindingWithItsPlace(String text, String expected) {
        var findings = WalkProblemFixture.READER.read(text).findings();
        assertThat(findings).hasSize(1);
        var first = findings.getFirst();
        String place = first.code().startsWith("json.")
                ? first.arguments().stream().map(each -> " " + each).reduce("", String::concat)
                : "";
        assertThat(first.code() + place).isEqualTo(expected);
        assertThat(first.pointer()).isEmpty();
    }

    @Test
    void linesAndColumnsAreThoseOfAnEditor() {
        assertThat(WalkProblemFixture.READER
                        .read("{\n  \"version\": 1,\n  \"title\" \"x\"\n}")
                        .findings())
                .containsExactly(Finding.error("json.broken", "", 3, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void aHundredThousandOpenBracketsAreNestedTooDeep(String bracket) {
        var findings = WalkProblemFixture.READER.read(bracket.repeat(100_000)).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo("json.too-deep");
    }

    @Test
    void bracketsSixtyFourDeepAreTheDeepest() {
        assertThat(codes("[".repeat(64) + "]".repeat(64))).containsExactly("value.wrong-type");
        assertThat(codes("[".repeat(65) + "]".repeat(65))).containsExactly("json.too-deep");
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedByItsSize() throws IOException {
        Path large = folder.resolve("large.json");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        Assertions.assertThatCode(() -> {
                    var findings = WalkProblemFixture.READER.read(large).findings();
                    assertThat(findings).containsExactly(Finding.error("file.too-large", "", 100.0, 32.0));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aFullFileOfNothingButNumbersTakesLittleMemoryForEachByte() throws IOException {
        byte[] bytes = new byte[32 * 1024 * 1024];
        Arrays.fill(bytes, (byte) '1');
        for (int i = 1; i < bytes.length; i += 2) {
            bytes[i] = ',';
        }
        bytes[0] = '[';
        Path file = Files.write(folder.resolve("numbers.json"), bytes);

        long allocated = AllocatedBytes.during(
                () -> assertThat(WalkProblemFixture.READER.read(file).findings())
                        .singleElement()
                        .matches(each -> each.code().startsWith("json.")));

        assertThat(allocated).isLessThan(20L * bytes.length);
    }

    @Test
    void moreThanAThousandFindingsAreCutOff() {
        var findings = WalkProblemFixture.READER
                .read(WalkProblemFixture.with("\"students\": [", "\"students\": [" + "7,".repeat(5000)))
                .findings();
        assertThat(findings).hasSize(1001);
        assertThat(findings.getLast().code()).isEqualTo("json.too-many-findings");
    }

    @Test
    void missingFileFolderAndNonUtf8FileAreReportedAsSuch() throws IOException {
        assertThat(WalkProblemFixture.READER.read(folder.resolve("none.json")).findings())
                .singleElement()
                .matches(each -> each.code().equals("file.not-found"));
        assertThat(WalkProblemFixture.READER.read(folder).findings())
                .singleElement()
                .matches(each -> each.code().equals("file.is-folder"));
        Path latin = Files.write(
                folder.resolve("latin.json"), WalkProblemFixture.VALID.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(WalkProblemFixture.READER.read(latin).findings())
                .singleElement()
                .matches(each -> each.code().equals("file.broken-text"));
        assertThat(WalkProblemFixture.READER.read(
                        Files.writeString(folder.resolve("good.json"), WalkProblemFixture.VALID)))
                .isInstanceOf(ReadResult.Success.class);
    }

    private List<String> codes(String text) {
        return WalkProblemFixture.READER.read(text).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
