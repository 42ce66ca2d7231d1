package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Sound workbooks with a sheet of any content. */
class SheetFuzzTest {
    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(Stream.of(SampleWorkbook.SHEET), FuzzedImport.corpus(SheetFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anySheetIsReadOrRefused(byte[] content) throws IOException {
        FuzzedImport.importFile("4B.xlsx", SampleWorkbook.withSheet(content));
    }
}
