package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks whose bytes are damaged: the archive itself and everything in it. */
class WorkbookFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(SampleWorkbook.withSheet(SampleWorkbook.SHEET)), FuzzedImport.corpus(WorkbookFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyWorkbookIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("4B.xlsx", content);
    }
}
