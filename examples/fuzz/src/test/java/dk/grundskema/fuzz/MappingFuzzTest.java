package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Mapping files of a school. */
class MappingFuzzTest {
    private static final String SAMPLE = """
            {"school": "Skovskolen", "schoolYear": "2026/27", "headings": {"Hvem": "teacher"}, "staff": {"Mete Holm": "MH"},
             "classes": {"1.a": "7A"}, "rooms": {"lok. 12": "12"}, "subjects": {"DAN": "Dansk"},
             "courses": [{"name": "Tysk 8", "classes": ["7A", "7B"], "students": ["e17", "e23"]}],
             "files": {"mh.ics": {"teachers": ["MH"], "classes": ["1A"], "rooms": ["12"]}}, "days": {"Dag 1": "mandag"},
             "bells": [{"lesson": "1", "start": "08:00", "end": "08:45"}, {"lesson": "3", "start": "13:00", "end": "13:45", "weekdays": ["FRIDAY"]}],
             "calendar": {"firstDay": "2026-08-12", "lastDay": "2027-06-20", "autumnWeek": 42, "winterWeek": 8, "publicHolidays": true,
                          "closed": [{"from": "2026-11-02", "until": "2026-11-03"}], "open": [{"from": "2026-10-12", "until": "2026-10-12"}]}}
            """;

    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(SAMPLE.getBytes(StandardCharsets.UTF_8)), FuzzedImport.corpus(MappingFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyMappingFileIsReadOrRefused(byte[] content) {
        FuzzedImport.importWithMapping(content);
    }
}
