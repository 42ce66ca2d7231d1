package dk.grundskema.api.imports.systems.calendar;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.SourceFiles;
import dk.grundskema.domain.time.DateSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarReaderTest {
    private static final DateSpan AUTUMN = new DateSpan(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 12, 18));

    @TempDir
    private Path folder;

    private final CalendarReader reader = new CalendarReader(ZoneId.of("Europe/Copenhagen"));

    private SourceData read(String name, String text, Map<String, ReadingHints.TimetableOwner> abouts) {
        var hints = new ReadingHints(AUTUMN, Collections.emptySortedMap(), abouts);
        return new SourceFiles(folder).read(reader, name, text.getBytes(StandardCharsets.UTF_8), hints);
    }

    private SourceData read(String name, String... events) {
        return read(
                name, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n", Map.of());
    }

    private static String event(String... properties) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", properties) + "\r\nEND:VEVENT\r\n";
    }

    private static List<String> when(SourceData source) {
        return source.lessons().stream().map(CalendarReaderTest::when).toList();
    }

    private static String when(SourceLesson lesson) {
        var clock = (SourceTime.Times) lesson.clock();
        return clock.start() + "-" + clock.end() + " " + ((SourceDays.Dates) lesson.days()).dates();
    }

    private String words(String name, String summary, String... more) {
        var source = read(
                name,
                event(
                        "DTSTART:20260810T080000",
                        "DTEND:20260810T084500",
                        "SUMMARY:" + summary,
                        String.join("\r\n", more)));
        return source.lessons().isEmpty()
                ? ""
                : SourceFiles.describe(source.lessons().getFirst());
    }

    @Test
    void exceptionsAddedMovedAndCancelledDatesAreAsTheCalendarHasThem() throws IOException {
        try (InputStream in = SourceFiles.class.getResourceAsStream("odd.ics")) {
            assertThat(in).isNotNull();
            var source = read("class.ics", new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of());

            assertThat(when(source))
                    .containsExactly(
                            "08:00-08:45 [2026-08-10, 2026-09-14]",
                            "08:00-08:45 [2026-09-16]",
                            "10:00-10:45 [2026-09-01]");
            assertThat(source.lessons().stream().map(SourceFiles::describe))
                    .containsOnly("7.Å Dansk SØ Lok. 12+Biblioteket");
            assertThat(errorsAndWarnings(source)).isEmpty();
            assertThat(codes(source)).containsExactly("import.ical.cancelled", "import.ical.guessed");
            assertThat(source.lessons().getFirst().place().where()).isEqualTo("line 5");
        }
    }

    @Test
    void aClassGoesOnToTheLastDayThatIsPlanned() {
        var source = read(
                "7A.ics",
                event(
                        "UID:1",
                        "DTSTART:20200106T080000",
                        "DURATION:PT45M",
                        "RRULE:FREQ=WEEKLY;BYDAY=FR",
                        "SUMMARY:DAN"));

        var dates = ((SourceDays.Dates) source.lessons().getFirst().days()).dates();
        assertThat(dates).hasSize(19);
        assertThat(dates.getFirst()).isEqualTo(LocalDate.of(2026, 8, 14));
        assertThat(dates.getLast()).isEqualTo(LocalDate.of(2026, 12, 18));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260907 | 3",
                "FREQ=WEEKLY;COUNT=4 | 4",
                "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260814T235959 | 5",
                "FREQ=MONTHLY;BYDAY=2MO | 5",
                "FREQ=YEARLY;BYWEEKNO=34,35;BYDAY=MO | 2",
                "FREQ=MINUTELY;INTERVAL=10080;COUNT=3 | 3",
                "FREQ=HOURLY;INTERVAL=168;COUNT=2 | 2"
            })
    void rulesOfAllKindsAreCountedOut(String rule, int count) {
        var source = read(
                "7A.ics", event("DTSTART:20260810T080000", "DTEND:20260810T084500", "RRULE:" + rule, "SUMMARY:DAN"));

        assertThat(errorsAndWarnings(source)).isEmpty();
        assertThat(source.lessons().stream()
                        .mapToInt(
                                each -> ((SourceDays.Dates) each.days()).dates().size())
                        .sum())
                .isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=1000000000",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
                "FREQ=HOURLY;INTERVAL=1;UNTIL=20991231T000000Z"
            })
    @Timeout(20)
    void eventThatRecursTooOftenIsNoLesson(String rule) {
        var source = read("7A.ics", event("DTSTART:20000101T000000", "DURATION:PT1M", "RRULE:" + rule, "SUMMARY:DAN"));

        assertThat(source.lessons()).isEmpty();
        assertThat(errorsAndWarnings(source)).containsExactly("import.ical.too-often @ line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=NEVER",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;UNTIL=soon",
                "FREQ=WEEKLY;BYDAY=XX",
                "weekly"
            })
    void aRuleThatCannotBeReadIsAnError(String rule) {
        var source = read("7A.ics", event("DTSTART:20260810T080000", "DURATION:PT45M", "RRULE:" + rule, "SUMMARY:DAN"));

        assertThat(errorsAndWarnings(source)).containsExactly("import.ical.rule @ line 3");
    }

    @Test
    @Timeout(20)
    void aRuleThatNeverComesTrueHasNoDates() {
        var source = read(
                "7A.ics",
                event(
                        "DTSTART:20200101T080000",
                        "DURATION:PT45M",
                        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                        "SUMMARY:DAN"));

        assertThat(source.lessons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20261102T080000,08:00",
        "DTSTART:20261102T070000Z,08:00",
        "DTSTART:20260810T060000Z,08:00",
        "DTSTART;TZID=Romance Standard Time:20261102T080000,08:00",
        "DTSTART;TZID=/freeassociation.example/Europe/Helsinki:20261102T090000,08:00",
        "DTSTART;TZID=Europe/London:20261102T070000,08:00"
    })
    void timesAreBroughtToTheClocksOfTheSchool(String start, String expected) {
        var source = read("7A.ics", event(start, "DURATION:PT45M", "SUMMARY:DAN"));

        assertThat(errorsAndWarnings(source)).isEmpty();
        assertThat(((SourceTime.Times) source.lessons().getFirst().clock()).start())
                .isEqualTo(LocalTime.parse(expected));
    }

    @Test
    void unknownZonesAndLessonsThatMoveWithTheClocksAreSaid() {
        var zone = read("7A.ics", event("DTSTART;TZID=Mars:20261102T080000", "DURATION:PT45M", "SUMMARY:DAN"));
        var utc = read(
                "7A.ics",
                event("DTSTART:20261019T060000Z", "DURATION:PT45M", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:DAN"));

        assertThat(errorsAndWarnings(zone)).containsExactly("import.ical.zone @ line 3");
        assertThat(when(zone)).containsExactly("08:00-08:45 [2026-11-02]");
        assertThat(errorsAndWarnings(utc)).containsExactly("import.ical.clocks @ line 3");
        assertThat(when(utc)).containsExactly("08:00-08:45 [2026-10-19]", "07:00-07:45 [2026-10-26]");
    }

    @Test
    void eventsThatAreNoLessonsAreSaidToBeLeftOut() {
        var source = read(
                "7A.ics",
                event("DTSTART:20260810T080000", "SUMMARY:no end"),
                event("DTSTART:20260810T080000", "DTEND:20260810T080000", "SUMMARY:no time"),
                event("DTSTART:20260810T230000", "DTEND:20260811T010000", "SUMMARY:night"),
                event("SUMMARY:never"),
                event("DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261017", "SUMMARY:Efterårsferie"),
                event("DTSTART:20260810T080000", "DTEND:20260810T090000", "STATUS:CANCELLED", "SUMMARY:DAN"),
                event("DTSTART:20250810T080000", "DTEND:20250810T090000", "SUMMARY:last year"));

        assertThat(source.lessons()).isEmpty();
        assertThat(errorsAndWarnings(source))
                .containsExactly(
                        "import.ical.no-end @ line 3",
                        "import.ical.no-end @ line 7",
                        "import.ical.overnight @ line 12",
                        "import.ical.no-start @ line 17");
        assertThat(codes(source)).contains("import.ical.whole-days", "import.ical.cancelled");
    }

    @Test
    void eventsOfSingleWeeksAreOneLesson() {
        var source = read(
                "7A.ics",
                event("UID:1", "DTSTART:20260810T080000", "DTEND:20260810T084500", "SUMMARY:DAN (MH)"),
                event("UID:2", "DTSTART:20260817T080000", "DTEND:20260817T084500", "SUMMARY:DAN (MH)"),
                event("UID:3", "DTSTART:20260818T080000", "DTEND:20260818T084500", "SUMMARY:DAN (MH)"));

        assertThat(when(source)).containsExactly("08:00-08:45 [2026-08-10, 2026-08-17]", "08:00-08:45 [2026-08-18]");
    }

    @Test
    void theLatestVersionOfAnEventCounts() {
        var source = read(
                "7A.ics",
                event("UID:1", "SEQUENCE:2", "DTSTART:20260810T100000", "DURATION:PT45M", "SUMMARY:DAN"),
                event("UID:1", "SEQUENCE:1", "DTSTART:20260810T080000", "DURATION:PT45M", "SUMMARY:DAN"));

        assertThat(when(source)).containsExactly("10:00-10:45 [2026-08-10]");
    }

    @Test
    void titlesAreReadInManyForms() {
        assertThat(words("x.ics", "7A DAN")).isEqualTo("7A DAN  ");
        assertThat(words("MH.ics", "DAN 7A")).isEqualTo("7A DAN MH ");
        assertThat(words("x.ics", "Dansk - 7.A (MH)")).isEqualTo("7.A Dansk MH ");
        assertThat(words("7a_skema.ics", "DAN MH", "LOCATION:12")).isEqualTo("7a DAN MH 12");
        assertThat(words("x.ics", "Idræt 7A+7B", "DESCRIPTION:Lærer: Mette Holm\\, KL\\nHusk tøj"))
                .isEqualTo("7A+7B Idræt Mette Holm+KL ");
        assertThat(words("7A.ics", "7.a Natur/teknologi")).isEqualTo("7A Natur/teknologi  ");
        assertThat(words("MH.ics", "Teammøde")).isEqualTo(" - MH  busy");
        assertThat(words("x.ics", "Teammøde")).isEmpty();
    }

    @Test
    void theMappingSaysWhoseCalendarItIs() {
        String text = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:9.Z\r\n"
                + event("DTSTART:20260810T080000", "DURATION:PT45M", "SUMMARY:Dansk") + "END:VCALENDAR\r\n";

        assertThat(read("x.ics", text, Map.of()).lessons().stream().map(SourceFiles::describe))
                .containsExactly("9.Z Dansk  ");
        assertThat(read(
                                "x.ics",
                                text,
                                Map.of(
                                        "x.ics",
                                        new ReadingHints.TimetableOwner(List.of("7A"), List.of("KL"), List.of("12"))))
                        .lessons()
                        .stream()
                        .map(SourceFiles::describe))
                .containsExactly("7A Dansk KL 12");
        assertThat(errorsAndWarnings(read("x.ics", text.replace("9.Z", "Skolen"), Map.of())))
                .containsExactly("import.ical.nobody @ line 3");
    }

    @Test
    void aCalendarOnOneLineIsRefusedAtIt() {
        String longest = "DESCRIPTION:" + "x".repeat(CalendarLineScanner.LONGEST_LINE - 12);
        String[] sound = {"DTSTART:20260810T080000", "DURATION:PT45M", "SUMMARY:DAN"};

        assertThat(errorsAndWarnings(read("7A.ics", event(sound[0], sound[1], sound[2], longest))))
                .isEmpty();
        assertThat(errorsAndWarnings(read("7A.ics", event(sound[0], sound[1], sound[2], longest + "\r\n x"))))
                .containsExactly("import.ical.line-too-long @ line 8", "import.ical.no-events @ ");
        assertThat(errorsAndWarnings(read("7A.ics", event(sound[0], "ATTENDEE" + ";X=1".repeat(300_000) + ":x"))))
                .containsExactly("import.ical.line-too-long @ line 5", "import.ical.no-events @ ");
    }

    @Test
    void aCalendarOfMoreEventsThanLessonsIsRefused() {
        String event = event("DTSTART:20260810T080000");

        assertThat(errorsAndWarnings(read("7A.ics", event.repeat(CalendarLineScanner.MOST_EVENTS + 1))))
                .containsExactly("import.ical.too-much @ ", "import.ical.no-events @ ");
        assertThat(errorsAndWarnings(read("7A.ics", "X:1\r\n".repeat(CalendarLineScanner.MOST_LINES))))
                .containsExactly("import.ical.too-much @ ", "import.ical.no-events @ ");
    }

    /** Each rule alone is below its limit; together they are tried no further than the limit of the file. */
    @Test
    void rulesAreWorkedOutUpToANumberOfStepsInAll() {
        String[] rules = new String[200];
        Arrays.fill(rules, "RRULE:FREQ=MINUTELY;INTERVAL=3;BYMONTH=1");
        String rule = event("DTSTART:20260810T080000", "DURATION:PT45M", "SUMMARY:DAN", String.join("\r\n", rules));
        String later = event("DTSTART:20260811T080000", "DURATION:PT45M", "SUMMARY:DAN 7A");

        var source = read("7A.ics", rule, later);

        assertThat(errorsAndWarnings(source)).containsExactly("import.ical.recurs-too-much @ line 3");
        assertThat(when(source)).as("the single event is still read").hasSize(1);
    }

    /** Ten years of series that have ended are no work. */
    @Test
    void rulesThatHaveEndedAreNotCountedUpToNow() {
        String[] ended = new String[400];
        Arrays.fill(
                ended,
                event(
                        "DTSTART:20160810T080000",
                        "DURATION:PT45M",
                        "SUMMARY:DAN",
                        "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20170620T120000Z"));
        String counted = event(
                "DTSTART:20160810T080000", "DURATION:PT45M", "SUMMARY:DAN", "RRULE:FREQ=MINUTELY;INTERVAL=60;COUNT=3");

        assertThat(errorsAndWarnings(read("7A.ics", String.join("", ended) + counted.repeat(60))))
                .isEmpty();
    }

    @Test
    void blankLinesDoNotHideHowLongALineIs() {
        String part = "\r\n\r\n " + "x".repeat(CalendarLineScanner.LONGEST_LINE / 2);

        assertThat(errorsAndWarnings(read("7A.ics", event("DTSTART:20260810T080000", "DESCRIPTION:x" + part + part))))
                .containsExactly("import.ical.line-too-long @ line 9", "import.ical.no-events @ ");
    }

    @Test
    void anEventThatEndsInNoYearThatThereIsLastsOverNight() {
        for (String length : List.of("PT99999999999999H", "P999W", "P9999DT9999999999999S")) {
            assertThat(errorsAndWarnings(read("7A.ics", event("DTSTART:20260810T080000", "DURATION:" + length))))
                    .as(length)
                    .containsExactly("import.ical.overnight @ line 3");
        }
    }

    @Test
    void brokenCalendarsAreReadUpToWhereTheyBreak() {
        String good = event("DTSTART:20260810T080000", "DURATION:PT45M", "SUMMARY:DAN");
        var source = read("7A.ics", "BEGIN:VCALENDAR\r\n" + good + "BEGIN:VEVENT\r\nDTSTART 2026\r\n", Map.of());

        assertThat(source.lessons()).hasSize(1);
        assertThat(codes(source)).contains("import.ical.broken");
        assertThat(errorsAndWarnings(read("7A.ics", "BEGIN:VCALENDAR\r\n" + "BEGIN:X\r\n".repeat(100_000), Map.of())))
                .containsExactly("import.ical.broken @ line 11", "import.ical.no-events @ ");
        assertThat(errorsAndWarnings(new SourceFiles(folder).read(reader, "7A.ics", good)))
                .containsExactly("import.ical.no-year @ ");
    }

    @Test
    void durationsMayHaveWeeksAndDays() {
        assertThat(CalendarTimeParser.duration("P1W")).contains(Duration.ofDays(7));
        assertThat(CalendarTimeParser.duration("P1DT2H")).contains(Duration.ofHours(26));
        assertThat(CalendarTimeParser.duration("PT1H30M")).contains(Duration.ofMinutes(90));
        assertThat(CalendarTimeParser.duration("-PT1H")).isEmpty();
        assertThat(CalendarTimeParser.duration("PT")).isEmpty();
    }
}
