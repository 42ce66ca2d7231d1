package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import java.util.List;

/**
 * What a plan gives, told line by line: class by class, say, or person by person. It is shown as a table after a solve, in the fidelity report
 * and on paper, so its cells are short.
 *
 * @param title   key of its heading
 * @param of      key of the heading over those whom its lines are about, such as class
 * @param columns its columns after that one, in order, at least one
 * @param lines   its lines in the order to be read; empty means that there is nothing to tell
 */
public record Breakdown(String title, String of, List<Column> columns, List<Line> lines) {
    /** @throws IllegalArgumentException if there is no column, or a line has not as many cells as there are columns */
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
     * @param heading key of its heading
     * @param number  whether it holds amounts, which stand one under the other
     */
    public record Column(String heading, boolean number) {}

    /**
     * A line.
     *
     * @param about    whom or what it is about: the id of a group, of somebody of the staff, of a room
     * @param status   what came of it
     * @param cells    what stands in each column, in their order
     * @param notes    what has to be said besides, such as what is missing and why, each a sentence without its full stop; empty means nothing
     * @param sessions sessions that belong to it though its group or person is in none of their places, such as the preparation of a class's
     *     teaching; empty means none
     */
    public record Line(Id about, Ask.Status status, List<Phrase> cells, List<Phrase> notes, List<SessionId> sessions) {
        /** Copies the lists. */
        public Line {
            cells = List.copyOf(cells);
            notes = List.copyOf(notes);
            sessions = List.copyOf(sessions);
        }
    }
}
