package dk.grundskema.api.service.importing;

import java.util.List;

/**
 * The result of reading files, before a plan is created.
 *
 * @param state         overall state
 * @param counts        number of elements read, without those that are 0
 * @param notes         findings, worst first, as far as shown
 * @param questions     what the files leave open, and what was answered
 * @param leftOut       number of findings not shown
 * @param errors        number of errors, shown or not
 * @param warnings      number of warnings, shown or not
 * @param errorNotes    number of notes about errors, of which one may count several
 * @param warningNotes  number of notes about warnings, of which one may count several
 * @param warningDigest digest of the warnings, so that only warnings that were shown can be accepted
 * @param tables        tables in the files
 */
public record ImportPreviewPage(
        PreviewState state,
        List<UnderstoodCount> counts,
        List<PreviewNote> notes,
        PreviewQuestions questions,
        int leftOut,
        long errors,
        long warnings,
        long errorNotes,
        long warningNotes,
        String warningDigest,
        List<PreviewTable> tables) {
    private static final int MOST_NOTES = 150;

    /** Copies the lists. */
    public ImportPreviewPage {
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /**
     * Creates a preview whose state follows from the notes. Shows at most {@value #MOST_NOTES} of them.
     *
     * @param notes all notes, worst first
     */
    public static ImportPreviewPage of(
            List<UnderstoodCount> counts,
            List<PreviewNote> notes,
            PreviewQuestions questions,
            String warningDigest,
            List<PreviewTable> tables) {
        long errors = count(NoteGrade.WRONG, notes);
        long warnings = count(NoteGrade.DOUBTFUL, notes);
        return new ImportPreviewPage(
                errors > 0 ? PreviewState.WRONG : warnings > 0 ? PreviewState.DOUBTFUL : PreviewState.FINE,
                counts,
                notes.stream().limit(MOST_NOTES).toList(),
                questions,
                Math.max(0, notes.size() - MOST_NOTES),
                errors,
                warnings,
                countNotes(NoteGrade.WRONG, notes),
                countNotes(NoteGrade.DOUBTFUL, notes),
                warningDigest,
                tables);
    }

    private static long count(NoteGrade grade, List<PreviewNote> notes) {
        return notes.stream()
                .filter(one -> one.grade() == grade)
                .mapToLong(PreviewNote::count)
                .sum();
    }

    private static long countNotes(NoteGrade grade, List<PreviewNote> notes) {
        return notes.stream().filter(one -> one.grade() == grade).count();
    }

    /** Overall state of the files. */
    public enum PreviewState {
        /** There are errors that prevent a plan. */
        WRONG,
        /** A plan is possible, but there are warnings. */
        DOUBTFUL,
        /** A plan is possible. */
        FINE
    }

    /** Severity of a note. */
    public enum NoteGrade {
        /** An error, which must be corrected. */
        WRONG,
        /** A warning, which should be checked. */
        DOUBTFUL,
        /** Information. */
        NOTED
    }

    /**
     * Number of elements read of one kind.
     *
     * @param what   kind, such as {@code staff}
     * @param number number of elements
     */
    public record UnderstoodCount(String what, int number) {}

    /**
     * A finding on the page.
     *
     * @param grade severity
     * @param text  message
     * @param place location in words; empty if it concerns everything
     * @param field field of the page it concerns; empty if none
     * @param to    id of the cell or field that corrects it; empty if it is not on the page
     * @param count number of findings that it stands for, at least 1
     */
    public record PreviewNote(NoteGrade grade, String text, String place, String field, String to, int count) {}

    /**
     * Questions and answers.
     *
     * @param open      unanswered questions
     * @param roomKinds kinds of rooms, each with the one that is assumed
     * @param answered  answers that were used
     */
    public record PreviewQuestions(
            List<PreviewQuestion> open, List<PreviewQuestion> roomKinds, List<PreviewAnswer> answered) {
        /** Copies the lists. */
        public PreviewQuestions {
            open = List.copyOf(open);
            roomKinds = List.copyOf(roomKinds);
            answered = List.copyOf(answered);
        }

        /** Returns no questions. */
        static PreviewQuestions none() {
            return new PreviewQuestions(List.of(), List.of(), List.of());
        }
    }

    /**
     * A question.
     *
     * @param kind    what the word is
     * @param word    the word
     * @param text    the question
     * @param place   where the word is
     * @param choices possible answers
     */
    public record PreviewQuestion(String kind, String word, String text, String place, List<PreviewChoice> choices) {
        /** Copies the choices. */
        public PreviewQuestion {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A possible answer.
     *
     * @param value    value that the page sends
     * @param text     text of the choice
     * @param isChosen whether it is chosen
     */
    public record PreviewChoice(String value, String text, boolean isChosen) {}

    /**
     * An answer that was used.
     *
     * @param kind    what the word is
     * @param word    the word
     * @param meaning its meaning
     * @param text    the answer as a sentence
     */
    public record PreviewAnswer(String kind, String word, String meaning, String text) {}

    /**
     * A table in a file.
     *
     * @param file     name of the file
     * @param name     name of the table
     * @param isRead   whether it was read as a list or a timetable
     * @param rows     number of rows below the headings
     * @param headings headings; empty if it is not a list
     * @param lines    rows that are shown
     * @param leftOut  number of rows that are not shown; they have no findings
     */
    public record PreviewTable(
            String file,
            String name,
            boolean isRead,
            int rows,
            List<PreviewCell> headings,
            List<PreviewRow> lines,
            int leftOut) {
        /** Copies the lists. */
        public PreviewTable {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param number   number in the file, from 1
     * @param isUnread whether it contains only unreadable cells, so that it can be left out as a whole
     * @param cells    its cells
     */
    public record PreviewRow(int number, boolean isUnread, List<PreviewCell> cells) {
        /** Copies the list. */
        public PreviewRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param id       id on the page
     * @param where    location in the file
     * @param name     accessible name: the heading of its column and the cell reference
     * @param text     content
     * @param isMended whether the content was corrected on the page
     * @param isWrong  whether it has an error
     * @param why      messages about it; empty if none
     */
    public record PreviewCell(
            String id, String where, String name, String text, boolean isMended, boolean isWrong, List<String> why) {
        /** Characters per line in a column, and in a column with longer content. */
        private static final int LINE = 16;

        private static final int WIDE_LINE = 30;
        private static final int MOST_LINES = 6;

        /** Copies the list. */
        public PreviewCell {
            why = List.copyOf(why);
        }

        /** Returns whether the content does not fit into one line of the table. */
        public boolean isLong() {
            return text.length() > LINE || text.indexOf('\n') >= 0;
        }

        /** Returns the number of lines shown, 1 to 6. Longer content scrolls. */
        public int lines() {
            long lines = text.lines()
                    .mapToLong(line -> Math.max(1, Math.ceilDiv(line.length(), WIDE_LINE)))
                    .sum();
            return isLong() ? Math.clamp(lines, 1, MOST_LINES) : 1;
        }

        /** Omits the content, which may be a child's name. */
        @Override
        public String toString() {
            return where;
        }
    }
}
