package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** XML exports of Untis. */
class UntisXmlFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(FuzzedImport.sample("systems/untis.xml")), FuzzedImport.corpus(UntisXmlFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyUntisXmlFileIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("untis.xml", content);
    }
}
