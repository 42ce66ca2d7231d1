package dk.grundskema.api.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines between words; a word longer than a line stays whole. */
public final class LineWrapper {
    private LineWrapper() {}

    /** Returns the lines of a text, at least one; a line exceeds the width only if it is a single long word. */
    public static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
