package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** iCalendar files. */
class CalendarFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(FuzzedImport.sample("systems/small.ics"), FuzzedImport.sample("systems/odd.ics")),
                FuzzedImport.corpus(CalendarFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyCalendarIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("1a.ics", content);
    }
}
