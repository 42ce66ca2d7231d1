package dk.grundskema.api.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from outside that are short texts and would be gigabytes if written in full. */
class JsonNumberCodecTest {
    private static List<Finding> findings(String json) {
        return JsonTreeParser.parse(json) instanceof ReadResult.Failure<Json> bad ? bad.findings() : List.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "1e999999999", "-1e-999999999", "1e99999999999999999999", "1e-401"})
    void aNumberWithAHugeExponentIsFoundAtItsPlace(String number) {
        assertThat(findings("{\"a\":{\"version\":%s}}".formatted(number)))
                .containsExactly(Finding.error("json.number-beyond-limits", "/a/version", 1, 17, 100, 400));
    }

    @Test
    void aNumberWithTooManyDigitsIsFoundAtItsPlace() {
        assertThat(findings("[1,\n%s]".formatted("7".repeat(101))))
                .containsExactly(Finding.error("json.number-beyond-limits", "/1", 2, 1, 100, 400));
        assertThat(findings("[1,\n%s]".formatted("7".repeat(5000)))).hasSize(1);
    }

    @Test
    void everyNumberBeyondTheLimitsIsFoundUntilNobodyReadsOn() {
        assertThat(findings("[1e500,{\"a\":1e600},1e-700]"))
                .extracting(Finding::pointer)
                .containsExactly("/0", "/1/a", "/2");
        assertThat(findings("[" + "1e500,".repeat(3000) + "1]")).hasSize(ReadFindingCollector.MOST + 1);
    }

    @Test
    void fieldsThatAreThereTwiceAreFoundUntilNobodyReadsOn() {
        assertThat(findings("{" + "\"a\":1,".repeat(3000) + "\"a\":1}")).hasSize(ReadFindingCollector.MOST + 1);
    }

    @Test
    void numbersWithinTheLimitsAreRead() {
        var numbers = List.of("1e400", "1e-400", "0", "0.1", "-12.50", "7".repeat(100));

        assertThat(JsonTreeParser.parse(numbers.toString()))
                .isInstanceOfSatisfying(
                        ReadResult.Success.class,
                        good -> assertThat(good.value())
                                .isEqualTo(new Json.JsonArray(numbers.stream()
                                        .<Json>map(each -> new Json.JsonNumber(new BigDecimal(each)))
                                        .toList())));
    }

    @Test
    void aNumberIsWrittenInFullOnlyIfThatIsShort() {
        var written = Stream.of("1E+9999999", "1E-9999999", "1E+40", "1E+39", "1E+3", "0.00001", "1.50")
                .map(each -> JsonFormatter.formatOnOneLine(new Json.JsonNumber(new BigDecimal(each))))
                .toList();

        assertThat(written)
                .containsExactly("1E+9999999", "1E-9999999", "1E+40", "1" + "0".repeat(39), "1000", "0.00001", "1.50");
    }

    @Test
    void zerosAtTheEndAreLeftOutOfTheShortestText() {
        assertThat(Stream.of("1.50", "100", "0.00", "0E+9999999", "1E+9999999")
                        .map(each -> JsonNumberCodec.formatShortest(new BigDecimal(each))))
                .containsExactly("1.5", "100", "0", "0", "1E+9999999");
    }
}
