package dk.grundskema.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Grids and lists in CSV files. */
class CsvFuzzTest {
    private static final String GRID = """
            Klasse;4B;;;;
            ;Mandag;Tirsdag;ons;Torsdag;fre
            8.00-8.45;DAN MH;MAT / LK / 12;DAN MH;lige: DAN MH ulige: MAT LK;N/T
            8.45-9.30;DAN MH;"ENG
            MH";MAT LK;MAT LK 12;IDR
            Pause;;;;;
            10.00-10.45;MUS;BIL;uge 33-40: DAN MH;;
            """;
    private static final String LESSONS = """
            Klasse;Fag;Lærer;Lokale;Dag;Lektion;Fra;Til;Uger
            4B;Dansk;MH;12;mandag;1;8.00;8.45;33-40
            4B, 4A;Matematik;LK;;tir;2. lek;;;ulige
            5A;Engelsk;MH/LK;lok. 7;7/9-2026;;9.00;9.45;
            """;
    private static final String STAFF = """
            Initialer;Navn;Timer;Fag;Kan ikke
            MH;Mette Holm;37;Dansk, Engelsk;mandag 8-10
            LK;Krogh, Lise;1.250,5;Matematik;7/9-2026
            """;

    static Stream<byte[]> samples() throws IOException {
        return Stream.concat(
                Stream.of(GRID, LESSONS, STAFF).map(each -> each.getBytes(StandardCharsets.UTF_8)),
                FuzzedImport.corpus(CsvFuzzTest.class));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "9m")
    void anyCsvFileIsReadOrRefused(byte[] content) {
        FuzzedImport.importFile("4B.csv", content);
    }
}
