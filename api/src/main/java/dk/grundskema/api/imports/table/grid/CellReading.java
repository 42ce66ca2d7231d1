package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.grid.CellLines.Group;
import dk.grundskema.api.imports.table.grid.CellParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the lessons of a cell. */
final class CellReading {
    private static final Set<String> EMPTY = Set.of("-", "–", "—", "x", "fri", "free", "off", ".", "*");

    private final CellParts parts;
    private final Set<String> subjects;

    /**
     * @param words    all words that are known, in small letters
     * @param subjects those of them that are subjects
     */
    CellReading(Set<String> words, Set<String> subjects) {
        this.parts = new CellParts(words);
        this.subjects = subjects;
    }

    /** The lessons of a cell; none if it speaks of a break or of time off. */
    List<CellLesson> of(String cell) {
        if (GridLabel.isBreak(cell) || EMPTY.contains(Vocabulary.plain(cell))) {
            return List.of();
        }
        var lessons = new ArrayList<CellLesson>();
        for (Group group : CellLines.of(cell)) {
            var found = lessons(group);
            found.forEach(each -> lessons.add(new CellLesson(group.weeks(), each, found.size() > 1)));
        }
        return lessons;
    }

    /** Lines of one part each are the parts of one lesson; lines of several parts are a lesson each. */
    private List<List<Part>> lessons(Group group) {
        var lines = group.lines().stream()
                .filter(line -> !GridLabel.isBreak(line))
                .map(parts::of)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean isOne = lines.stream().allMatch(line -> line.getLast().position() == 0)
                && lines.stream().filter(line -> isSubject(line.getFirst())).count() < 2;
        var lessons = new ArrayList<List<Part>>();
        for (List<Part> line : lines) {
            boolean isMore = line.getLast().position() == 0 && !isSubject(line.getFirst());
            if (!lessons.isEmpty() && (isOne || isMore)) {
                lessons.set(lessons.size() - 1, joined(lessons.getLast(), line));
            } else {
                lessons.add(line);
            }
        }
        return lessons;
    }

    private boolean isSubject(Part part) {
        return subjects.contains(Vocabulary.plain(part.text()));
    }

    private static List<Part> joined(List<Part> before, List<Part> more) {
        var all = new ArrayList<>(before);
        int next = before.getLast().position() + 1;
        more.forEach(part -> all.add(new Part(part.text(), next + part.position(), part.isRoom())));
        return all;
    }
}
