package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;

/** A calendar as the library reads it. */
record ParsedCalendar(Calendar calendar) {
    static ParsedCalendar of(byte[] file) {
        try {
            var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
            assertThat(calendar.validate().getEntries()).isEmpty();
            return new ParsedCalendar(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new AssertionError(e);
        }
    }

    List<VEvent> events() {
        return calendar.getComponents("VEVENT");
    }

    /** True length of each event. */
    List<Long> minutes() {
        return events().stream()
                .map(event -> {
                    var start = (ZonedDateTime) event.getDateTimeStart().getDate();
                    var end = (ZonedDateTime) event.getDateTimeEnd().getDate();
                    return ChronoUnit.MINUTES.between(start, end);
                })
                .toList();
    }
}
