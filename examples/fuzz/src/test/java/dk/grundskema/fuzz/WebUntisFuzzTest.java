package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved answers of WebUntis. */
class WebUntisFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(FuzzedImport.sample("systems/webuntis.json")), FuzzedImport.corpus(WebUntisFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyWebUntisAnswerIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("webuntis.json", content);
    }
}
