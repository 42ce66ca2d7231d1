package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Timetables of Untis, {@code GPU001.TXT}. */
class UntisFuzzTest {
    private static final String COUPLED = """
            7;"7A";"MH";"DAN";"12";1;3;;
            7;"7B";"MH";"DAN";"12";1;3;;
            8;"7A";"KL";"TYS";"13";2;1;45;
            8;"7A";"PO";"FRA";"14";2;1;;
            9;"8A,8B";"MH";"MAT";"";3;2;;;;"x ""y""\"
            10;"";"MH";"MØDE";"3.14";5;16;90;0;;
            11;"8A";"";"IDR";"HAL";6;0;;
            """;

    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(FuzzedImport.sample("systems/GPU001.TXT"), COUPLED.getBytes(Charset.forName("windows-1252"))),
                FuzzedImport.corpus(UntisFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyUntisListIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("GPU001.TXT", content);
    }
}
