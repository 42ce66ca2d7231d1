package dk.grundskema.api.service.solve;

import java.util.List;

/**
 * An issue of a plan or timetable.
 *
 * @param weight  severity
 * @param heading subject; empty if the lines name it
 * @param lines   description of the issue and of remedies; at least one line
 * @param mend    address of the page to correct it; empty if there is none
 * @param mending text of the link to that page; empty if there is none
 */
public record SolvingIssue(IssueWeight weight, String heading, List<String> lines, String mend, String mending) {
    /** Number of lines shown initially. */
    public static final int FIRST_LINES = 3;

    /** Copies the list. */
    public SolvingIssue {
        lines = List.copyOf(lines);
    }

    /** Severity of an issue. */
    public enum IssueWeight {
        /** Impossible. */
        IMPOSSIBLE,
        /** Something will be short. */
        SHORT,
        /** Information. */
        KNOWN
    }

    /** Returns the lines shown initially. */
    public List<String> first() {
        return lines.subList(0, Math.min(FIRST_LINES, lines.size()));
    }

    /** Returns the lines shown on request. */
    public List<String> more() {
        return lines.subList(Math.min(FIRST_LINES, lines.size()), lines.size());
    }
}
