package dk.grundskema.api.imports.systems.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.systems.SourceFiles;
import dk.grundskema.domain.time.DateSpan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarLessonJoinerTest {
    @TempDir
    private Path folder;

    private SourceData calendar(String name, String start, String... more) {
        var hints = new ReadingHints(
                new DateSpan(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 12, 18)),
                Collections.emptySortedMap(),
                Map.of());
        String text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDURATION:PT45M\r\nDTSTART:" + start + "\r\n"
                + String.join("\r\n", more) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return new SourceFiles(folder)
                .read(
                        new CalendarReader(ZoneId.of("Europe/Copenhagen")),
                        name,
                        text.getBytes(StandardCharsets.UTF_8),
                        hints);
    }

    private static List<String> joined(SourceData... sources) {
        return CalendarLessonJoiner.join(SourceData.merge(List.of(sources))).lessons().stream()
                .map(SourceFiles::describe)
                .toList();
    }

    @Test
    void aLessonInTheClassAndTheTeacherCalendarIsOne() {
        var ofClass = calendar("7A.ics", "20260810T080000", "SUMMARY:Dansk", "LOCATION:12");
        var ofTeacher = calendar("MH.ics", "20260810T080000", "SUMMARY:dansk 7.a");

        assertThat(joined(ofClass, ofTeacher)).containsExactly("7A Dansk MH 12");
        assertThat(joined(ofTeacher, ofClass)).containsExactly("7.a dansk MH 12");
        assertThat(CalendarLessonJoiner.join(SourceData.merge(List.of(ofClass, ofTeacher)))
                        .findings())
                .anySatisfy(each -> {
                    assertThat(each.finding().code()).isEqualTo("import.ical.joined");
                    assertThat(each.finding().arguments()).containsExactly(1);
                });
    }

    @Test
    void differentLessonsAreNotJoined() {
        var ofClass = calendar("7A.ics", "20260810T080000", "SUMMARY:Dansk (KL)", "LOCATION:12");

        assertThat(joined(ofClass, calendar("MH.ics", "20260810T080000", "SUMMARY:Dansk 7A")))
                .hasSize(2);
        assertThat(joined(ofClass, calendar("KL.ics", "20260810T080500", "SUMMARY:Dansk 7A")))
                .hasSize(2);
        assertThat(joined(ofClass, calendar("KL.ics", "20260811T080000", "SUMMARY:Dansk 7A")))
                .hasSize(2);
        assertThat(joined(ofClass, calendar("KL.ics", "20260810T080000", "SUMMARY:Engelsk 7A")))
                .hasSize(2);
        assertThat(joined(ofClass, calendar("KL.ics", "20260810T080000", "SUMMARY:Dansk 7B")))
                .hasSize(2);
        assertThat(joined(ofClass, calendar("KL.ics", "20260810T080000", "SUMMARY:Dansk 7A", "LOCATION:13")))
                .hasSize(2);
        assertThat(joined(ofClass, calendar("KL.ics", "20260810T080000", "SUMMARY:Dansk 7A", "LOCATION:12")))
                .hasSize(1);
        assertThat(joined(ofClass, ofClass)).hasSize(2);
    }
}
