package dk.grundskema.api.web.app.lists;

import java.util.List;

/**
 * What came of files, for those who want to make a plan of them.
 *
 * @param state   how it stands
 * @param counts  what was understood, in numbers; those that are 0 are left out
 * @param notes   what is to be said, the worst first, as far as it is shown
 * @param leftOut how much more there is to be said
 * @param errors  how many things must be mended, shown or not
 * @param warnings how many things somebody should look at, shown or not
 * @param seen    stands for the warnings, so that none is accepted that wasn't shown
 * @param tables  the tables in the files
 */
public record Looked(
        State state,
        List<Count> counts,
        List<Note> notes,
        int leftOut,
        long errors,
        long warnings,
        String seen,
        List<Table> tables) {
    private static final int MOST_NOTES = 150;

    /** Copies the lists. */
    public Looked {
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /**
     * As it stands by what is to be said, of which no more is shown than somebody reads.
     *
     * @param notes all that is to be said, the worst first
     */
    public static Looked of(List<Count> counts, List<Note> notes, String seen, List<Table> tables) {
        long errors = count(Grade.WRONG, notes);
        long warnings = count(Grade.DOUBTFUL, notes);
        return new Looked(
                errors > 0 ? State.WRONG : warnings > 0 ? State.DOUBTFUL : State.FINE,
                counts,
                notes.stream().limit(MOST_NOTES).toList(),
                Math.max(0, notes.size() - MOST_NOTES),
                errors,
                warnings,
                seen,
                tables);
    }

    private static long count(Grade grade, List<Note> notes) {
        return notes.stream().filter(one -> one.grade() == grade).count();
    }

    /** How it stands. */
    public enum State {
        /** Something must be mended before there can be a plan. */
        WRONG,
        /** There can be a plan, but somebody should look at something. */
        DOUBTFUL,
        /** There can be a plan. */
        FINE
    }

    /** How bad something is. */
    public enum Grade {
        /** It must be mended. */
        WRONG,
        /** Somebody should look at it. */
        DOUBTFUL,
        /** It is good to know. */
        NOTED
    }

    /**
     * A number of things that were understood.
     *
     * @param what   what they are, such as {@code staff}
     * @param number how many
     */
    public record Count(String what, int number) {}

    /**
     * Something that is to be said.
     *
     * @param grade how bad it is
     * @param text  what it says
     * @param place where it is, in words; empty if it is about everything
     * @param field the field of the page that it is about; empty if it is about none
     * @param to    id of the cell or field that mends it; empty if there is none on the page
     */
    public record Note(Grade grade, String text, String place, String field, String to) {}

    /**
     * A table in a file.
     *
     * @param file     name of the file
     * @param name     what people call the table
     * @param rows     how many rows it has below its headings
     * @param headings its headings; empty if it is no list
     * @param lines    its rows as far as they are shown
     * @param leftOut  how many rows aren't shown, of which nothing is to be said
     */
    public record Table(String file, String name, int rows, List<Cell> headings, List<Line> lines, int leftOut) {
        /** Copies the lists. */
        public Table {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param number   its number in the file, from 1
     * @param isUnread whether nothing stands in it but what can't be read, so that it can be left out as a whole
     * @param cells    its cells
     */
    public record Line(int number, boolean isUnread, List<Cell> cells) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param id       its id on the page
     * @param where    its place in the file
     * @param name     what it is called to those who don't see the table: the row's first cell and the column
     * @param text     what it holds
     * @param isMended whether that isn't what the file has
     * @param isWrong  whether it must be mended
     * @param why      what is to be said of it; empty means nothing
     */
    public record Cell(
            String id, String where, String name, String text, boolean isMended, boolean isWrong, List<String> why) {
        /** So many letters go into a line of a column, and so many into that of a column that holds more. */
        private static final int LINE = 16;

        private static final int WIDE_LINE = 30;
        private static final int MOST_LINES = 6;

        /** Copies the list. */
        public Cell {
            why = List.copyOf(why);
        }

        /** Whether it holds more than goes into a line of the table. */
        public boolean isLong() {
            return text.length() > LINE || text.indexOf('\n') >= 0;
        }

        /** In so many lines what it holds is shown, 1 to 6; of what is longer the rest is scrolled to. */
        public int lines() {
            long lines = text.lines()
                    .mapToLong(line -> Math.max(1, Math.ceilDiv(line.length(), WIDE_LINE)))
                    .sum();
            return isLong() ? Math.clamp(lines, 1, MOST_LINES) : 1;
        }

        /** Without what it holds, which may be a child's name. */
        @Override
        public String toString() {
            return where;
        }
    }
}
