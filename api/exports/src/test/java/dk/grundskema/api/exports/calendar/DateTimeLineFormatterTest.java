package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTimeLineFormatterTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09-07T09:00, Europe/Copenhagen",
        "2026-10-25T02:30, Europe/Copenhagen",
        "2027-03-28T02:30, Europe/Copenhagen",
        "2026-12-31T23:59, America/Argentina/Buenos_Aires",
        "2026-09-07T09:00, UTC",
    })
    void linesEqualThoseOfTheLibrary(LocalDateTime time, String zone) {
        var moment = time.atZone(ZoneId.of(zone));

        assertThat(DateTimeLineFormatter.startLine(moment)).isEqualTo(new DtStart<>(moment).toString());
        assertThat(DateTimeLineFormatter.endLine(moment)).isEqualTo(new DtEnd<>(moment).toString());
    }
}
