package dk.grundskema.api.exports.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLineWriterTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Instant START = Instant.parse("2026-09-07T06:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-08-03T06:30:00Z");

    private static Stream<CalendarEvent> events() {
        return Stream.of(
                event("Dansk, 1A; \\ \"læs\"", "Lokale 7, Skolen", List.of("Med: Ida; Bo", "C:\\temp, ja")),
                event("😀 漢字 æøå ^n 'ja': = %", "", List.of()),
                event("x".repeat(2_000) + "æ".repeat(200), "y", List.of("", "a\nb")));
    }

    private static CalendarEvent event(String summary, String location, List<String> description) {
        return new CalendarEvent(
                "0123@grundskema",
                EventTime.ofHours(START, 45),
                summary,
                location,
                description,
                List.of("Støtte, hold", "Dansk;"),
                "steelblue",
                true);
    }

    private static String write(EventVersion version, Duration alarm) {
        var out = new StringBuilder();
        new EventLineWriter(out, ZONE, true, alarm).add(version);
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsTheLibraryWritesIt(CalendarEvent event) {
        for (Duration alarm : List.of(Duration.ZERO, Duration.ofMinutes(90), Duration.ofDays(7))) {
            assertThat(write(new EventVersion(event, 3, CHANGED, false), alarm))
                    .isEqualTo(writeWithLibrary(event, alarm));
        }
    }

    private static String writeWithLibrary(CalendarEvent event, Duration before) {
        var component = new VEvent(new PropertyList());
        component.add(new Uid(event.uid()));
        component.add(new DtStamp(CHANGED));
        component.add(new Sequence(3));
        component.add(new LastModified(CHANGED));
        component.add(ImmutableStatus.VEVENT_CONFIRMED);
        component.add(new DtStart<>(START.atZone(ZONE)));
        component.add(new DtEnd<>(START.plus(Duration.ofMinutes(45)).atZone(ZONE)));
        component.add(new Summary(event.summary()));
        if (!event.location().isEmpty()) {
            component.add(new Location(event.location()));
        }
        if (!event.description().isEmpty()) {
            component.add(new Description(String.join("\n", event.description())));
        }
        component.add(new Categories(new TextList(event.categories())));
        component.add(new Color(new ParameterList(), event.colour()));
        component.add(ImmutableTransp.OPAQUE);
        var alarm = new VAlarm(new PropertyList());
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Trigger(before.negated()));
        alarm.add(new Description(event.summary()));
        component.add(alarm);
        return component.toString();
    }

    @Test
    void cancelledAndAllDayEventsHaveNoAlarm() {
        var days = new CalendarEvent(
                "1@grundskema",
                EventTime.ofDays(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 13)),
                "Ferie",
                "",
                List.of(),
                List.of(),
                "",
                false);

        assertThat(write(new EventVersion(days, 0, CHANGED, false), Duration.ofMinutes(5)))
                .contains("DTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261014\r\n")
                .doesNotContain("VALARM", "DESCRIPTION", "LOCATION", "CATEGORIES", "COLOR");
        assertThat(write(new EventVersion(event("a", "", List.of()), 1, CHANGED, true), Duration.ofMinutes(5)))
                .contains("STATUS:CANCELLED\r\n", "TRANSP:TRANSPARENT\r\n")
                .doesNotContain("VALARM");
    }

    @Test
    void linesAreFoldedBetweenCharactersAndNotBeforeTheyAreTooLong() {
        String line = "A:" + "x".repeat(73);

        assertThat(new String(ContentLineFolder.foldLines(line + "\r\n" + line + "y\r\n"), UTF_8))
                .isEqualTo(line + "\r\n" + line + "\r\n y\r\n");
        // Of the letter's two octets the 75th would be the first; the next line has a space and 74 more
        assertThat(new String(
                        ContentLineFolder.foldLines("A:" + "x".repeat(72) + "æ" + "z".repeat(73) + "\r\n"), UTF_8))
                .isEqualTo("A:" + "x".repeat(72) + "\r\n æ" + "z".repeat(72) + "\r\n z\r\n");
    }
}
