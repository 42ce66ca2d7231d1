package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.imports.table.file.BoundedCells.BeyondLimitsException;
import dk.grundskema.api.platform.AllocatedBytes;
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
class BoundedCellsTest {
    private static final int SIZE = 4_000_000;

    private static final int MOST_READ = 100_000;

    /** A text that is repeated without end, which counts the letters that are read and fails when they are too many. */
    private static final class Endless extends Reader {
        private final String repeated;
        private long count;

        Endless(String repeated) {
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

    private static String finding(BeyondLimitsException e) {
        return "%s %s"
                .formatted(
                        e.finding().finding().pointer(), e.finding().finding().code());
    }

    private static String all(int size, String repeated) {
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
        var letters = new Endless(repeated);

        var beyond = catchThrowableOfType(
                BeyondLimitsException.class,
                () -> new BoundedCells(letters, "t.csv", ';').transferTo(Writer.nullWriter()));

        assertThat(finding(beyond)).endsWith(finding);
    }

    @Test
    void cellsAndRowsAsLargeAsPossibleAreRead() {
        String cell = "x".repeat(Limits.CELL);
        String row = all(Limits.COLUMNS - 1, ";") + cell + all(Limits.BLANK_COLUMNS - Limits.COLUMNS, ";");
        String text = "\"" + "x\"\"".repeat(Limits.CELL / 2) + "\";" + cell + "\r\n" + row + "\n" + row;

        assertThatCode(() -> new BoundedCells(new StringReader(text), "t.csv", ';').transferTo(Writer.nullWriter()))
                .doesNotThrowAnyException();
    }

    @Test
    void aCellBeyondTheLimitHasItsPlace() throws IOException {
        String text = "a;\"b\nb\"\r\n\rc;\"\";" + "x".repeat(Limits.CELL + 1);

        var beyond = catchThrowableOfType(
                BeyondLimitsException.class,
                () -> new BoundedCells(new StringReader(text), "t.csv", ';').transferTo(Writer.nullWriter()));

        assertThat(finding(beyond)).endsWith("C3 import.table.cell-too-long");
    }

    static Stream<Arguments> filesOnOneLine() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))
                .flatMap(charset -> Stream.of("Klasse;Lærer;", ";", "Klasse;\"", "\"", "Lærer")
                        .map(repeated -> Arguments.of(charset, repeated)));
    }

    @ParameterizedTest
    @MethodSource("filesOnOneLine")
    void aFileOnOneLineIsAFindingAndTakesLittleMoreMemoryThanItself(Charset charset, String repeated) {
        byte[] bytes = all(SIZE, repeated).getBytes(charset);
        var read = new Tables[1];

        long allocated = AllocatedBytes.during(() -> read[0] = TableFile.read("t.csv", bytes));

        assertThat(read[0].tables()).isEmpty();
        assertThat(read[0].findings())
                .singleElement()
                .satisfies(each -> assertThat(each.finding().code())
                        .isIn("import.table.too-many-columns", "import.table.cell-too-long"));
        assertThat(allocated).isLessThan(2L * bytes.length + 20_000_000);
    }
}
