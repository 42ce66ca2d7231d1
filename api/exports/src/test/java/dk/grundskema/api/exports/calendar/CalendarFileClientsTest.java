package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.CampNightFixture.CampNightMeeting;
import dk.grundskema.domain.time.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** External programs read the timetable's events from the calendars, also across both clock changes. */
@Tag("calendar-clients")
class CalendarFileClientsTest {
    private static final String BO = "personale-bo-oester.ics";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final String ODD_TITLE =
            "Æblehøst; \"på\" marken, \\ 🌳 ".repeat(10).strip();

    @TempDir
    private Path folder;

    private final CampNightFixture camp = new CampNightFixture();
    private Path file = Path.of("");

    @BeforeEach
    void writeACampOfAutumnAndSpring() throws IOException {
        camp.weeks = 24;
        CampNightMeeting odd = CampNightMeeting.module();
        odd.id = "lejr/odd";
        odd.date = LocalDate.of(2026, 10, 22);
        odd.title = ODD_TITLE;
        camp.with(
                CampNightMeeting.module(),
                odd,
                CampNightMeeting.talk(CampNightFixture.IDA),
                CampNightMeeting.night("2026-10-23"),
                CampNightMeeting.night("2026-10-24"),
                CampNightMeeting.night("2026-10-25"),
                CampNightMeeting.night("2027-03-26"),
                CampNightMeeting.night("2027-03-27"));
        file = Files.write(folder.resolve(BO), camp.files().get(BO));
    }

    /** Returns wall-clock start and end and the title of each event, in order. */
    private List<String> occurrencesOnWallClock() {
        return Occurrence.of(camp.timetable()).stream()
                .map(occurrence -> toWallClock(occurrence.interval().start()) + "|"
                        + toWallClock(occurrence.interval().end()) + "|" + summary(occurrence))
                .toList();
    }

    private String toWallClock(long minute) {
        return Interval.toLocalDateTime(minute, camp.zone).format(MOMENT);
    }

    private static String summary(Occurrence occurrence) {
        var meeting = occurrence.meeting();
        return meeting.title() + (meeting.studentIds().isEmpty() ? " · Hold Å" : " · Elev 1");
    }

    @Test
    void khalListsEveryEventAtItsTimeWithItsTitle() throws Exception {
        assumeTrue(isAvailable("khal", "--version"), "khal is not here; Debian and Ubuntu: apt-get install khal");
        Path config = khalConfig();
        outputOf("khal", "-c", config.toString(), "import", "--batch", "-a", "one", file.toString());

        String listed = outputOf(
                "khal",
                "-c",
                config.toString(),
                "list",
                "--once",
                "--day-format",
                "",
                "--format",
                "{start-long}|{end-long}|{title}",
                "2026-10-19",
                "180d");

        assertThat(listed.lines().filter(line -> !line.isBlank())).containsExactlyElementsOf(occurrencesOnWallClock());
    }

    @Test
    void khalKnowsEventsAgainWhenTheCalendarIsImportedOnceMore() throws Exception {
        assumeTrue(isAvailable("khal", "--version"), "khal is not here; Debian and Ubuntu: apt-get install khal");
        Path config = khalConfig();
        outputOf("khal", "-c", config.toString(), "import", "--batch", "-a", "one", file.toString());
        var moved = new CampNightFixture();
        CampNightMeeting later = CampNightMeeting.module();
        later.date = LocalDate.of(2026, 10, 21);
        later.title = "Matematik";
        moved.with(later);
        Files.write(file, moved.files().get(BO));
        outputOf("khal", "-c", config.toString(), "import", "--batch", "-a", "one", file.toString());

        String listed = outputOf(
                "khal",
                "-c",
                config.toString(),
                "list",
                "--once",
                "--day-format",
                "",
                "--format",
                "{start-long}|{title}",
                "2026-10-19",
                "3d");

        assertThat(listed.lines().filter(line -> line.contains("Hold Å")))
                .containsExactly("2026-10-21 09:00|Matematik · Hold Å");
    }

    @Test
    void pythonsIcalendarReadsTheSameEventsAndHowLongTheyTrulyLast() throws Exception {
        String python = Stream.of("/usr/bin/python3", "python3")
                .filter(each -> isAvailable(each, "-c", "import icalendar"))
                .findFirst()
                .orElse("");
        assumeTrue(
                !python.isEmpty(),
                "Python's icalendar is not here; Debian and Ubuntu: apt-get install python3-icalendar");
        Path script = Files.write(folder.resolve("read_back.py"), script());

        var events = outputOf(python, script.toString(), file.toString())
                .lines()
                .map(line -> line.split("\u001f", -1))
                .toList();

        assertThat(events.stream().map(event -> event[1] + "|" + event[2] + "|" + event[4]))
                .containsExactlyElementsOf(occurrencesOnWallClock());
        assertThat(events.stream().map(event -> Long.valueOf(event[3])))
                .containsExactlyElementsOf(Occurrence.of(camp.timetable()).stream()
                        .map(occurrence -> occurrence.interval().minutes())
                        .toList())
                .contains(9 * 60L, 8 * 60L, 7 * 60L);
        assertThat(events.getFirst()[5]).isEqualTo("Salen, Lejrskolen Engen");
        assertThat(events.getFirst()[6]).isEqualTo("Sammen med: Ane Bjerre|Rolle: underviser|Hold: Hold Å (2 elever)");
        assertThat(events.stream().map(event -> event[0])).doesNotHaveDuplicates();
    }

    private static byte[] script() throws IOException {
        try (var script = CalendarFileClientsTest.class.getResourceAsStream("read_back.py")) {
            assertThat(script).isNotNull();
            return script.readAllBytes();
        }
    }

    private Path khalConfig() throws IOException {
        return Files.writeString(folder.resolve("khal.conf"), """
                [calendars]
                [[one]]
                path = %1$s/calendars/one
                [locale]
                local_timezone = Europe/Copenhagen
                default_timezone = Europe/Copenhagen
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                [sqlite]
                path = %1$s/khal.db
                [default]
                default_calendar = one
                """.formatted(folder));
    }

    private boolean isAvailable(String... command) {
        try {
            outputOf(command);
            return true;
        } catch (IOException | AssertionError e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the output of the program, run with its own home folder so that no user's calendars are touched. */
    private String outputOf(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment()
                .putAll(Map.of("HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(), "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It took too long: " + Arrays.toString(command));
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
