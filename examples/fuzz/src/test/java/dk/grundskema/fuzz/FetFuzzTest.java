package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of FET. */
class FetFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(FuzzedImport.sample("systems/small.fet")), FuzzedImport.corpus(FetFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyFetFileIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("school.fet", content);
    }
}
