package dk.grundskema.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.people.StudentId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordValidatorTest {
    @Test
    void allFindingsAreCollectedBeforeThrowing() {
        var checks = new RecordValidator().name("a", " ").range("b", 5, 1, 4).notEmpty("c", List.of());
        assertThatThrownBy(checks::throwIfInvalid)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.findings())
                                .containsExactly(
                                        Finding.error("value.blank", "/a"),
                                        Finding.error("value.out-of-range", "/b", 5L, 1L, 4L),
                                        Finding.error("value.empty-list", "/c")));
    }

    @Test
    void emptyComponentPointsToTheWholeRecord() {
        assertThat(new RecordValidator()
                        .require(false, "", "lock.fixes-nothing")
                        .findings()
                        .getFirst()
                        .pointer())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "4, 0", "5, 1"})
    void rangesIncludeBothEnds(long value, int findings) {
        assertThat(new RecordValidator().range("n", value, 1, 4).findings()).hasSize(findings);
        assertThat(new RecordValidator().range("n", (double) value, 1.0, 4.0).findings())
                .hasSize(findings);
    }

    @Test
    void nanIsOutsideEveryRange() {
        assertThat(new RecordValidator().range("n", Double.NaN, 0, 1).findings())
                .hasSize(1);
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() {
        assertThat(new RecordValidator().name("n", "x".repeat(200)).findings()).isEmpty();
        assertThat(new RecordValidator().name("n", "\uD83C\uDF33".repeat(200)).findings())
                .isEmpty();
        assertThat(new RecordValidator().name("n", "\uD83C\uDF33".repeat(201)).findings())
                .containsExactly(Finding.error("value.too-long", "/n", 201, 200));
        assertThat(new RecordValidator().name("n", "x".repeat(201)).findings())
                .containsExactly(Finding.error("value.too-long", "/n", 201, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u0000b", "a\u007Fb", "a\u2028b", "a\u202Eb", "a\uD83Db"})
    void invisibleCharactersInANameAreRefused(String name) {
        assertThat(new RecordValidator().name("n", name).findings())
                .containsExactly(Finding.error("value.control-characters", "/n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Åse Øgård", "Jean-Luc O'Neill", "\uD83D\uDE00", "d\u2019Angelo"})
    void usualNamesAreAccepted(String name) {
        assertThat(new RecordValidator().name("n", name).findings()).isEmpty();
    }

    @Test
    void duplicateIsReportedAtTheSecondOccurrence() {
        assertThat(new RecordValidator()
                        .distinct("l", List.of("a", "b", "a", "a"))
                        .findings())
                .containsExactly(Finding.error("value.twice", "/l/2", "a"), Finding.error("value.twice", "/l/3", "a"));
    }

    @Test
    void pointersOfNestedFindingsHaveTheOuterPrefix() {
        assertThat(new RecordValidator()
                        .addFindings("x", List.of(Finding.error("c", "/y")))
                        .findings())
                .containsExactly(Finding.error("c", "/x/y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "Åse", "lejr/hold-1/2026-09-07/modul_1#0", "a:b@c+d.e"})
    void idsOfTheAllowedFormAreAccepted(String id) {
        assertThat(new StudentId(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "'', id.blank",
        "' ', id.blank",
        "-a, id.malformed",
        "a b, id.malformed",
        "a\u0000b, id.malformed",
        "a~, id.malformed"
    })
    void anIdOfAnotherFormIsRefused(String id, String code) {
        assertThatThrownBy(() -> new StudentId(id)).isInstanceOfSatisfying(InvalidValueException.class, e -> {
            assertThat(e.findings()).hasSize(1);
            assertThat(e.findings().getFirst().code()).isEqualTo(code);
            assertThat(e.findings().getFirst().pointer()).isEmpty();
        });
    }

    @Test
    void anIdHasAtMostAHundredAndTwentyCharacters() {
        assertThat(new StudentId("x".repeat(120)).value()).hasSize(120);
        assertThatThrownBy(() -> new StudentId("x".repeat(121))).isInstanceOf(InvalidValueException.class);
    }
}
