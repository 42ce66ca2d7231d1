package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.Days.Weeks;
import dk.grundskema.api.imports.table.words.WeekWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a cell into what is held in different weeks: "lige: DAN MH ulige: MAT LK", "Uge 33-40: BIO", "MUS JP (ulige uger)". */
final class CellLines {
    private static final String PARITY = "(?:ulige|lige|even|odd)(?:\\s+(?:uger?|weeks?))?";
    private static final String NUMBERED = "(?:uge|uger|week|weeks|u\\.)\\s*\\d[\\d\\s,–-]*";
    private static final Pattern NEXT = Pattern.compile("(?iu)\\R|(?=\\b(?:" + PARITY + "|" + NUMBERED + ")\\s*:)");
    private static final Pattern BEFORE =
            Pattern.compile("(?iu)^(" + PARITY + "(?=\\s*:|\\s*$)|" + NUMBERED + "(?=:|$))\\s*:?\\s*(.*)$");
    private static final Pattern BEHIND =
            Pattern.compile("(?iu)^(.*?)\\s*[(,]?\\s*\\b(" + PARITY + "|" + NUMBERED + ")\\)?$");

    private CellLines() {}

    /**
     * Lines of a cell that are about the same weeks.
     *
     * @param weeks in which weeks
     * @param lines what is held in them, a line at least
     */
    record Group(Weeks weeks, List<String> lines) {
        /** Copies the lines. */
        Group {
            lines = List.copyOf(lines);
        }
    }

    /** The groups of a cell, in order. */
    static List<Group> of(String cell) {
        var groups = new ArrayList<Group>();
        Weeks weeks = new Weeks.All();
        var lines = new ArrayList<String>();
        for (String each : NEXT.split(cell, -1)) {
            String line = each.strip();
            var before = BEFORE.matcher(line);
            var named = before.matches() ? WeekWords.parse(before.group(1)) : java.util.Optional.<Weeks>empty();
            if (named.isPresent()) {
                close(weeks, lines, groups);
                weeks = named.get();
                line = before.group(2).strip();
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        close(weeks, lines, groups);
        return groups;
    }

    private static void close(Weeks weeks, List<String> lines, List<Group> groups) {
        var plain = new ArrayList<String>();
        for (String line : lines) {
            var behind = BEHIND.matcher(line);
            var named = behind.matches() && !behind.group(1).isBlank()
                    ? WeekWords.parse(behind.group(2))
                    : java.util.Optional.<Weeks>empty();
            if (named.isPresent()) {
                groups.add(new Group(named.get(), List.of(behind.group(1))));
            } else {
                plain.add(line);
            }
        }
        if (!plain.isEmpty()) {
            groups.add(new Group(weeks, plain));
        }
        lines.clear();
    }
}
