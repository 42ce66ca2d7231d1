package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dk.grundskema.api.exports.calendar.CampNightFixture.CampNightMeeting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements on calendar files for clients. Source: RFC 5545. */
class CalendarFormatTest {
    private static final String BO = "personale-bo-oester.ics";

    private final CampNightFixture camp = new CampNightFixture();

    private byte[] file(String title) {
        CampNightMeeting module = CampNightMeeting.module();
        module.title = title;
        byte[] content = camp.with(module).files().get(BO);
        assertThat(content).isNotNull();
        return content;
    }

    /** The lines as they are in the file, without the CRLF that each must end with. */
    private static List<byte[]> lines(byte[] file) {
        var lines = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\r' || file[i] == '\n') {
                assertThat(file[i]).isEqualTo((byte) '\r');
                assertThat(file[i + 1]).isEqualTo((byte) '\n');
                lines.add(Arrays.copyOfRange(file, from, i));
                from = i + 2;
                i++;
            }
        }
        assertThat(from).isEqualTo(file.length);
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "å", "\u20AC", "\uD83C\uDF33", "a\uD83C\uDF33å;", "\\,\\n"})
    void noLineIsLongerThan75OctetsAndNoneBreaksACharacter(String repeated) {
        String title = repeated.repeat(2000 / repeated.length());
        byte[] file = file(title);

        var lines = lines(file);
        assertThat(lines).hasSizeGreaterThan(27).allSatisfy(line -> {
            assertThat(line.length).isBetween(1, 75);
            assertThatCode(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)))
                    .doesNotThrowAnyException();
        });
        assertThat(lines).filteredOn(line -> line.length > 71).hasSizeGreaterThan(20);
        assertThat(ParsedCalendar.of(file).events().getFirst().getSummary().getValue())
                .isEqualTo(title + " · Hold Å");
    }

    @Test
    void specialCharactersAreEscaped() {
        byte[] file = file("Dansk; del 1, \\ \"to\" <b>&: END:VEVENT");

        assertThat(new String(file, StandardCharsets.UTF_8).replace("\r\n ", ""))
                .contains("SUMMARY:Dansk\\; del 1\\, \\\\ \"to\" <b>&: END:VEVENT · Hold Å\r\n");
        assertThat(ParsedCalendar.of(file).events().getFirst().getSummary().getValue())
                .isEqualTo("Dansk; del 1, \\ \"to\" <b>&: END:VEVENT · Hold Å");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nEND:VEVENT", "a\nEND:VEVENT", "a\rEND:VEVENT", "a\u2028END:VEVENT", "a \n\n END:VEVENT"})
    void aLineBreakIsASpace(String text) {
        assertThat(PlainTextCleaner.toSingleLine(text)).isEqualTo("a END:VEVENT");
        assertThat(PlainTextCleaner.toLines(List.of("one", text))).isEqualTo("one\na END:VEVENT");
    }

    @Test
    void invisibleCharactersAreLeftOut() {
        assertThat(PlainTextCleaner.toSingleLine(" Da\u0007n\u0000sk\uD83C ")).isEqualTo("Dansk");
    }

    @Test
    void aCalendarWithoutAnEventIsOneToo() {
        assertThat(ParsedCalendar.of(camp.files().get(BO)).events()).isEmpty();
    }

    @Test
    void aZoneThatIsOnlyAnOffsetCanBeRead() {
        camp.zone = java.time.ZoneId.of("+05:30");

        assertThat(ParsedCalendar.of(file("Dansk")).events()).hasSize(1);
    }

    @Test
    void meetingInTheRepeatedHourIsWrittenInUtc() {
        camp.with(watch("before", "00:30", "01:59"), watch("end", "01:30", "02:30"), watch("after", "03:00", "04:00"));

        assertThat(camp.lines(BO))
                .contains(
                        "DTSTART;TZID=Europe/Copenhagen:20261025T003000",
                        "DTEND;TZID=Europe/Copenhagen:20261025T015900",
                        "DTSTART:20261024T233000Z",
                        "DTEND:20261025T003000Z",
                        "DTSTART;TZID=Europe/Copenhagen:20261025T030000",
                        "DTEND;TZID=Europe/Copenhagen:20261025T040000");
        assertThat(ParsedCalendar.of(camp.files().get(BO)).events()).hasSize(3);
    }

    private static CampNightMeeting watch(String id, String start, String end) {
        CampNightMeeting watch = CampNightMeeting.night("2026-10-25");
        watch.id = id;
        watch.start = LocalTime.parse(start);
        watch.end = LocalTime.parse(end);
        return watch;
    }

    @Test
    void oneDayEventEndsWhenTheNextDayBegins() {
        camp.task(CampNightFixture.BO, LocalDate.of(2026, 10, 31), "Pak");

        assertThat(camp.lines(BO)).contains("DTSTART;VALUE=DATE:20261031", "DTEND;VALUE=DATE:20261101");
    }
}
