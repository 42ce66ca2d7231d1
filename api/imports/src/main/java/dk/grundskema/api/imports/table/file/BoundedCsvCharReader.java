package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes on the characters of a delimited file, up to the first row with too many columns or cell with too many characters. The CSV library
 * keeps a whole row in memory, so a file on a single line must be stopped here. Rows and cells are detected like in the library.
 */
final class BoundedCsvCharReader extends FilterReader {
    private static final char QUOTE = '"';

    private final String file;
    private final char delimiter;
    private State state = State.START;
    private int row;
    private int column;
    private int length;
    private boolean endedByReturn;

    /** Position within a cell. */
    private enum State {
        START,
        PLAIN,
        QUOTED,
        /** After a quotation mark in a quoted cell: the end of the cell, or the first of two that mean one. */
        QUOTE
    }

    /** A row or cell exceeds the limits. */
    static final class BeyondLimitsException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient FileFinding finding;

        BeyondLimitsException(FileFinding finding) {
            super(finding.finding().code());
            this.finding = finding;
        }

        /** Returns the finding to report. */
        FileFinding finding() {
            return finding;
        }
    }

    /**
     * @param file      name of the file, for places
     * @param delimiter delimiter of cells
     */
    BoundedCsvCharReader(Reader letters, String file, char delimiter) {
        super(letters);
        this.file = file;
        this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        if (letter >= 0) {
            track((char) letter);
        }
        return letter;
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        int count = super.read(to, from, most);
        for (int i = from; i < from + count; i++) {
            track(to[i]);
        }
        return count;
    }

    private void track(char letter) throws BeyondLimitsException {
        boolean isSecondOfLineEnd = endedByReturn && letter == '\n';
        endedByReturn = false;
        if (isSecondOfLineEnd) {
            return;
        }
        if (state == State.QUOTED) {
            if (letter == QUOTE) {
                state = State.QUOTE;
            } else {
                countLetter(letter);
            }
        } else if (state == State.QUOTE && letter == QUOTE) {
            state = State.QUOTED;
            countLetter(letter);
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
            countLetter(letter);
        }
    }

    private void nextColumn() throws BeyondLimitsException {
        state = State.START;
        length = 0;
        column++;
        if (column >= TableLimits.BLANK_COLUMNS) {
            throw tooManyColumns();
        }
    }

    private void countLetter(char letter) throws BeyondLimitsException {
        length++;
        if (column >= TableLimits.COLUMNS && !Character.isWhitespace(letter)) {
            throw tooManyColumns();
        }
        if (length > TableLimits.CELL) {
            throw limitExceeded("import.table.cell-too-long", TableLimits.CELL);
        }
    }

    private BeyondLimitsException tooManyColumns() {
        return limitExceeded("import.table.too-many-columns", TableLimits.COLUMNS);
    }

    private BeyondLimitsException limitExceeded(String code, int limit) {
        return new BeyondLimitsException(
                FileFinding.error(new SourceLocation(file, CellName.of(row, column)), code, limit));
    }
}
