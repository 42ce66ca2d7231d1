package dk.grundskema.api.web.app.solving;

import java.util.List;

/**
 * Something that doesn't work out.
 *
 * @param weight  how bad it is
 * @param heading what it is about; empty if the lines say it
 * @param lines   what is wrong and what would help, in words; at least one
 * @param mend    address of the page where that is done; empty if there is none
 * @param mending text of the link to it; empty if there is none
 */
public record Remark(Weight weight, String heading, List<String> lines, String mend, String mending) {
    /** So many lines are seen at once. */
    public static final int SHOWN = 3;

    /** Copies the list. */
    public Remark {
        lines = List.copyOf(lines);
    }

    /** How bad it is. */
    public enum Weight {
        /** It can't be. */
        IMPOSSIBLE,
        /** Something will be short. */
        SHORT,
        /** Good to know. */
        KNOWN
    }

    /** The lines that are seen at once. */
    public List<String> first() {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    /** The lines that are seen by those who ask. */
    public List<String> more() {
        return lines.subList(Math.min(SHOWN, lines.size()), lines.size());
    }
}
