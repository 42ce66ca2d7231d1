package dk.grundskema.api.documents.fidelity;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Id;
import java.util.List;

/**
 * What a plan gives line by line, in words of one language, ready to be printed anywhere.
 *
 * @param title    its heading
 * @param headings headings of the columns, first that of the lines' names
 * @param lines    its lines in order
 */
public record BreakdownView(String title, List<Heading> headings, List<Line> lines) {
    /** Copies the lists. */
    public BreakdownView {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
    }

    /**
     * The heading of a column.
     *
     * @param text   what it says
     * @param number whether the column holds amounts
     */
    public record Heading(String text, boolean number) {}

    /**
     * A line.
     *
     * @param about    whom or what it is about
     * @param status   what came of it
     * @param mark     the status as one character
     * @param cells    what stands in each column, first the name of whom or what it is about; empty texts where there is nothing to say
     * @param notes    what has to be said besides, each a sentence without its full stop
     * @param sessions sessions that belong to it though its group or person is in none of their places
     */
    public record Line(
            Id about,
            Ask.Status status,
            String mark,
            List<String> cells,
            List<String> notes,
            List<SessionId> sessions) {
        /** Copies the lists. */
        public Line {
            cells = List.copyOf(cells);
            notes = List.copyOf(notes);
            sessions = List.copyOf(sessions);
        }

        /** Whether something is missing. */
        public boolean isShort() {
            return status == Ask.Status.SHORT;
        }
    }
}
