package dk.grundskema.api.service.subscribe.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.calendar.CalendarReader;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.time.DateSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of the running service can be imported again. */
class FeedReimportTest {
    /** Characters of a date. */
    private static final int DATE = 10;

    @TempDir
    private Path folder;

    private final PublishedCampService camp = new PublishedCampService();

    private SourceData imported() throws IOException {
        var span = new DateSpan(
                CampPublicationSequence.BEFORE, CampPublicationSequence.BEFORE.plusDays(CampPublicationSequence.DAYS));
        var abouts = Map.of("bo.ics", new ReadingHints.TimetableOwner(List.of(), List.of("Bo"), List.of()));
        Path file = Files.write(folder.resolve("bo.ics"), camp.bytes());
        return new CalendarReader(ClientCampFixture.ZONE)
                .read("bo.ics", file, new ReadingHints(span, Collections.emptySortedMap(), abouts));
    }

    private static Stream<String> occurrences(SourceLesson lesson) {
        var clock = (SourceTime.Times) lesson.clock();
        return ((SourceDays.Dates) lesson.days())
                .dates().stream().map(date -> date + " " + clock.start() + "-" + clock.end() + " " + lesson.title());
    }

    private static boolean isOnOneDay(ClientEvent one) {
        return one.start().startsWith(one.end().substring(0, DATE));
    }

    @Test
    void afterEachPublicationOurOwnImportReadsTheFeedBackToTheOccurrencesThatArePublished() throws IOException {
        for (CampPublication next : CampPublicationSequence.publications()) {
            camp.publish(next);
            SourceData source = imported();
            List<ClientEvent> held = new ExpectedClientEvents(ClientCampFixture.ZONE)
                    .eventsAfter(camp.published()).stream()
                            .filter(one -> !one.isCancelled() && one.start().length() > DATE)
                            .toList();

            assertThat(source.lessons().stream().flatMap(FeedReimportTest::occurrences))
                    .containsExactlyInAnyOrderElementsOf(held.stream()
                            .filter(FeedReimportTest::isOnOneDay)
                            .map(one -> one.start() + "-" + one.end().substring(DATE + 1) + " " + one.summary())
                            .toList());
            assertThat(source.findings().stream()
                            .map(FileFinding::finding)
                            .filter(finding -> finding.severity() == Severity.WARNING))
                    .as("no lesson lasts over night, with a finding")
                    .map(finding -> String.valueOf(finding.arguments().getLast()))
                    .containsExactlyElementsOf(held.stream()
                            .filter(one -> !isOnOneDay(one))
                            .map(one -> one.start().replace(' ', 'T'))
                            .toList());
        }
    }
}
