package dk.grundskema.api.documents.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateParserTest {
    @Test
    void theFirstAndTheLastDayThatAreKnownAreRead() {
        assertThat(IsoDateParser.parseDate("1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(IsoDateParser.parseDate("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(IsoDateParser.parseDateTime("9999-12-31T23:59")).hasToString("9999-12-31T23:59");
        assertThat(IsoDateParser.parseInstant("1900-01-01T00:00:00Z")).hasToString("1900-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1899-12-31", "+10000-01-01", "0000-01-01", "-0001-01-01", "-999999999-01-01", "+999999999-12-31"
            })
    void dateBeyondTheCalendarIsRefusedWithAFinding(String date) {
        assertTooFar(IsoDateParser::parseDate, date);
        assertTooFar(IsoDateParser::parseDateTime, date + "T08:00");
        assertTooFar(IsoDateParser::parseInstant, date + "T08:00:00Z");
    }

    private static void assertTooFar(Function<String, ?> reading, String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> reading.apply(text))
                .satisfies(refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(one -> assertThat(one.code()).isEqualTo("date.too-far")));
    }

    @Test
    void malformedDateThrowsADateTimeException() {
        assertThatThrownBy(() -> IsoDateParser.parseDate("7/9")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoDateParser.parseInstant("+1000000000-12-31T00:00:00Z"))
                .isInstanceOf(DateTimeException.class);
    }
}
