package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of aSc Timetables. */
class AscFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(FuzzedImport.sample("systems/asc.xml"), FuzzedImport.sample("systems/small-asc.xml")),
                FuzzedImport.corpus(AscFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyAscFileIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("school.xml", content);
    }
}
