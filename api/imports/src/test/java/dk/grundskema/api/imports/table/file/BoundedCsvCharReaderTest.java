package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.documents.json.AllocatedBytes;
import dk.grundskema.api.imports.table.file.BoundedCsvCharReader.BeyondLimitsException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of text whose rows or cells are far larger than those of any table. */
class BoundedCsvCharReaderTest {
    private static final int SIZE = 4_000_000;

    private static final int MOST_READ = 100_000;

    /** A text that is repeated without end, which counts the letters that are read and fails when they are too many. */
    private static final class EndlessReader extends Reader {
        private final String repeated;
        private long count;

        EndlessReader(String repeated) {
            this.repeated = repeated;
        }

        @Override
        public int read(char[] to, int from, int most) {
            assertThat(count).as("letters that are read").isLessThan(MOST_READ);
            for (int i = from; i < from + most; i++) {
                to[i] = repeated.charAt((int) (count++ % repeated.length()));
            }
            return most;
        }

        @Override
        public void close() {}
    }

    private static String findingCode(BeyondLimitsException e) {
        return "%s %s"
                .formatted(
                        e.finding().finding().pointer(), e.finding().finding().code());
    }

    private static String readAll(int size, String repeated) {
        return repeated.repeat(size / repeated.length());
    }

    static Stream<Arguments> rowsWithoutEnd() {
        return Stream.of(
                Arguments.of("Klasse;Fag;", "SG1 import.table.too-many-columns"),
                Arguments.of(";", "XFE1 import.table.too-many-columns"),
                Arguments.of("x", "A1 import.table.cell-too-long"),
                Arguments.of("\"x", "A1 import.table.cell-too-long"),
                Arguments.of("\"", "A1 import.table.cell-too-long"),
                Arguments.of("\"" + "abc;def\n".repeat(20_000), "A1 import.table.cell-too-long"));
    }

    @ParameterizedTest
    @MethodSource("rowsWithoutEnd")
    void aRowWithoutEndIsReadUpToTheLimitOnly(String repeated, String finding) {
        var letters = new EndlessReader(repeated);

        var beyond = catchThrowableOfType(
                BeyondLimitsException.class,
                () -> new BoundedCsvCharReader(letters, "t.csv", ';').transferTo(Writer.nullWriter()));

        assertThat(findingCode(beyond)).endsWith(finding);
    }

    @Test
    void cellsAndRowsAsLargeAsPossibleAreRead() {
        String cell = "x".repeat(TableLimits.CELL);
        String row = readAll(TableLimits.COLUMNS - 1, ";")
                + cell
                + readAll(TableLimits.BLANK_COLUMNS - TableLimits.COLUMNS, ";");
        String text = "\"" + "x\"\"".repeat(TableLimits.CELL / 2) + "\";" + cell + "\r\n" + row + "\n" + row;

        assertThatCode(() ->
                        new BoundedCsvCharReader(new StringReader(text), "t.csv", ';').transferTo(Writer.nullWriter()))
                .doesNotThrowAnyException();
    }

    @Test
    void aCellBeyondTheLimitHasItsPlace() throws IOException {
        String text = "a;\"b\nb\"\r\n\rc;\"\";" + "x".repeat(TableLimits.CELL + 1);

        var beyond = catchThrowableOfType(
                BeyondLimitsException.class,
                () -> new BoundedCsvCharReader(new StringReader(text), "t.csv", ';').transferTo(Writer.nullWriter()));

        assertThat(findingCode(beyond)).endsWith("C3 import.table.cell-too-long");
    }

    static Stream<Arguments> filesOnOneLine() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))
                .flatMap(charset -> Stream.of("Klasse;Lærer;", ";", "Klasse;\"", "\"", "Lærer")
                        .map(repeated -> Arguments.of(charset, repeated)));
    }

    @ParameterizedTest
    @MethodSource("filesOnOneLine")
    void aFileOnOneLineIsAFindingAndTakesLittleMoreMemoryThanItself(Charset charset, String repeated) {
        byte[] bytes = readAll(SIZE, repeated).getBytes(charset);
        var read = new TableReadResult[1];

        long allocated = AllocatedBytes.during(() -> read[0] = TableFileReader.read("t.csv", bytes));

        assertThat(read[0].tables()).isEmpty();
        assertThat(read[0].findings())
                .singleElement()
                .satisfies(each -> assertThat(each.finding().code())
                        .isIn("import.table.too-many-columns", "import.table.cell-too-long"));
        assertThat(allocated).isLessThan(2L * bytes.length + 20_000_000);
    }
}
