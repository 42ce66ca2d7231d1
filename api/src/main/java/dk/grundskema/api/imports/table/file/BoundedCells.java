package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The letters of a file with a cell a column, up to the first row with too many columns or the first cell with too many letters. The library keeps a whole row
 * in memory before it gives it away, so a file on one line must end here. Rows and cells are told apart as the library does.
 */
final class BoundedCells extends FilterReader {
    private static final char QUOTE = '"';

    private final String file;
    private final char delimiter;
    private State state = State.START;
    private int row;
    private int column;
    private int length;
    private boolean endedByReturn;

    /** Where in a cell the next letter is. */
    private enum State {
        START,
        PLAIN,
        QUOTED,
        /** After a quotation mark within quotation marks: the cell's end, or the first of two that mean one. */
        QUOTE
    }

    /** A row or cell is beyond the limits. */
    static final class BeyondLimitsException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient FileFinding finding;

        BeyondLimitsException(FileFinding finding) {
            super(finding.finding().code());
            this.finding = finding;
        }

        /** What to say of it. */
        FileFinding finding() {
            return finding;
        }
    }

    /**
     * @param file      name of the file, for places
     * @param delimiter what stands between cells
     */
    BoundedCells(Reader letters, String file, char delimiter) {
        super(letters);
        this.file = file;
        this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        if (letter >= 0) {
            take((char) letter);
        }
        return letter;
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        int count = super.read(to, from, most);
        for (int i = from; i < from + count; i++) {
            take(to[i]);
        }
        return count;
    }

    private void take(char letter) throws BeyondLimitsException {
        boolean isSecondOfLineEnd = endedByReturn && letter == '\n';
        endedByReturn = false;
        if (isSecondOfLineEnd) {
            return;
        }
        if (state == State.QUOTED) {
            if (letter == QUOTE) {
                state = State.QUOTE;
            } else {
                lengthen(letter);
            }
        } else if (state == State.QUOTE && letter == QUOTE) {
            state = State.QUOTED;
            lengthen(letter);
        } else if (letter == delimiter) {
            nextColumn();
        } else if (letter == '\n' || letter == '\r') {
            endedByReturn = letter == '\r';
            row++;
            column = -1;
            nextColumn();
        } else if (state == State.START && letter == QUOTE) {
            state = State.QUOTED;
        } else {
            state = State.PLAIN;
            lengthen(letter);
        }
    }

    private void nextColumn() throws BeyondLimitsException {
        state = State.START;
        length = 0;
        column++;
        if (column >= Limits.BLANK_COLUMNS) {
            throw tooManyColumns();
        }
    }

    private void lengthen(char letter) throws BeyondLimitsException {
        length++;
        if (column >= Limits.COLUMNS && !Character.isWhitespace(letter)) {
            throw tooManyColumns();
        }
        if (length > Limits.CELL) {
            throw beyond("import.table.cell-too-long", Limits.CELL);
        }
    }

    private BeyondLimitsException tooManyColumns() {
        return beyond("import.table.too-many-columns", Limits.COLUMNS);
    }

    private BeyondLimitsException beyond(String code, int limit) {
        return new BeyondLimitsException(FileFinding.error(new Place(file, CellName.of(row, column)), code, limit));
    }
}
