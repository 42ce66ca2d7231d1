package dk.grundskema.api.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines between words; a word that is longer than a line stays whole. */
final class Folding {
    private Folding() {}

    /** The lines of a text, none longer than the width if its words are not; at least one. */
    static List<String> lines(String text, int width) {
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
