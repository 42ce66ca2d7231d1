package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import java.util.List;

/**
 * A table of what a plan gives, for example class by class or person by person. It is shown after a solve, in the fidelity report and on paper, so
 * its cells are short.
 *
 * @param title   text key of the heading
 * @param of      text key of the heading of the first column, which shows what the lines are about, such as class
 * @param columns the other columns in order, at least one
 * @param lines   the lines in reading order; empty means that there is nothing to report
 */
public record Breakdown(String title, String of, List<Column> columns, List<Line> lines) {
    /** @throws IllegalArgumentException if there is no column, or the cells of a line do not match the number of columns */
    public Breakdown {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        int width = columns.size();
        if (width == 0 || lines.stream().anyMatch(line -> line.cells().size() != width)) {
            throw new IllegalArgumentException(
                    "The breakdown (%s) has (%d) columns and lines of (%s) cells.\nMaybe a cell without words is to be Phrase.NONE?"
                            .formatted(
                                    title,
                                    width,
                                    lines.stream()
                                            .map(line -> line.cells().size())
                                            .distinct()
                                            .toList()));
        }
    }

    /**
     * A column.
     *
     * @param heading text key of the heading
     * @param number  whether the column holds amounts, which are aligned
     */
    public record Column(String heading, boolean number) {}

    /**
     * A line.
     *
     * @param about    what the line is about: the id of a group, staff member or room
     * @param status   result
     * @param cells    the cells in the order of the columns
     * @param notes    remarks, such as what is missing and why, each a sentence without its full stop; empty means none
     * @param sessions sessions that belong to the line although its group or person takes no part in them, such as the preparation of a class's
     *     teaching; empty means none
     */
    public record Line(Id about, Ask.Status status, List<Phrase> cells, List<Phrase> notes, List<SessionId> sessions) {
        /** Copies the lists. */
        public Line {
            cells = List.copyOf(cells);
            notes = List.copyOf(notes);
            sessions = List.copyOf(sessions);
        }

        /** Returns the line as one whose shortfalls the planner accepted. */
        Line accepted() {
            return new Line(about, Ask.Status.ACCEPTED, cells, notes, sessions);
        }
    }
}
