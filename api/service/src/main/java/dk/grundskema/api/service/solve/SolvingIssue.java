package dk.grundskema.api.service.solve;

import java.util.List;

/**
 * An issue of a plan or timetable.
 *
 * @param weight  severity
 * @param heading subject; empty if the lines name it
 * @param lines   description of the issue and of remedies, or its places; at least one line
 * @param mend    address of the page to correct it; empty if there is none
 * @param mending text of the link to that page; empty if there is none
 */
public record SolvingIssue(IssueWeight weight, String heading, List<IssueLine> lines, String mend, String mending) {
    /** Number of lines shown initially. */
    public static final int FIRST_LINES = 3;

    /** Copies the list. */
    public SolvingIssue {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param text   text of the line
     * @param anchor id of the line in the page; empty if it has none
     * @param marked address of the timetable in which the place is marked; empty if there is none
     */
    public record IssueLine(String text, String anchor, String marked) {
        /** Returns a line that describes no place. */
        public static IssueLine of(String text) {
            return new IssueLine(text, "", "");
        }
    }

    /** Severity of an issue. */
    public enum IssueWeight {
        /** Nothing can be planned before it is mended. */
        IMPOSSIBLE,
        /** The timetable breaks a rule that must be kept. */
        CONFLICT,
        /** Something will be short. */
        SHORT,
        /** Information. */
        KNOWN
    }

    /** Returns the lines shown initially. */
    public List<IssueLine> first() {
        return lines.subList(0, Math.min(FIRST_LINES, lines.size()));
    }

    /** Returns the lines shown on request. */
    public List<IssueLine> more() {
        return lines.subList(Math.min(FIRST_LINES, lines.size()), lines.size());
    }
}
