package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.grid.CellLineSplitter.WeekLines;
import dk.grundskema.api.imports.table.grid.CellPartSplitter.CellPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the lessons of a grid cell. */
final class CellLessonReader {
    private static final Set<String> EMPTY = Set.of("-", "–", "—", "x", "fri", "free", "off", ".", "*");

    private static final Pattern BETWEEN_HALVES = Pattern.compile("\\s+[/|]\\s+|\\s*(?:;|//)\\s*");

    private final CellPartSplitter parts;
    private final Set<String> subjects;

    /**
     * @param words    all known words, in lower case
     * @param subjects those that are subjects
     * @param namesClasses whether cells name classes, which may be written with a blank: "7. A"
     */
    CellLessonReader(Set<String> words, Set<String> subjects, boolean namesClasses) {
        this.parts = new CellPartSplitter(words, namesClasses);
        this.subjects = subjects;
    }

    /** Returns the lessons of a cell; none if it means a break or time off. */
    List<CellLesson> read(String cell) {
        if (GridLabel.isBreak(cell) || EMPTY.contains(SchoolVocabulary.normalize(cell))) {
            return List.of();
        }
        var lessons = new ArrayList<CellLesson>();
        for (WeekLines group : CellLineSplitter.split(cell)) {
            var found = groupParts(group);
            found.forEach(each -> lessons.add(new CellLesson(group.weeks(), each, found.size() > 1)));
        }
        return lessons;
    }

    /** Groups parts to lessons: single-part lines together form one lesson; each line with several parts is a lesson of its own. */
    private List<List<CellPart>> groupParts(WeekLines group) {
        var lines = group.lines().stream()
                .filter(line -> !GridLabel.isBreak(line))
                .flatMap(line -> splitHalves(line).stream())
                .map(parts::split)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean isOne = lines.stream().allMatch(line -> line.getLast().position() == 0)
                && lines.stream().filter(line -> isSubject(line.getFirst())).count() < 2;
        var lessons = new ArrayList<List<CellPart>>();
        for (List<CellPart> line : lines) {
            boolean isMore = line.getLast().position() == 0 && !isSubject(line.getFirst());
            if (!lessons.isEmpty() && (isOne || isMore)) {
                lessons.set(lessons.size() - 1, appendParts(lessons.getLast(), line));
            } else {
                lessons.add(line);
            }
        }
        return lessons;
    }

    /** Splits "DAN MH / MAT LK": each side has a subject and more. */
    private List<String> splitHalves(String line) {
        var halves = List.of(BETWEEN_HALVES.split(line));
        boolean areLessons = halves.size() > 1
                && halves.stream()
                        .map(parts::split)
                        .allMatch(half -> half.size() > 1
                                && half.stream().filter(this::isSubject).count() == 1);
        return areLessons ? halves : List.of(line);
    }

    private boolean isSubject(CellPart part) {
        return subjects.contains(SchoolVocabulary.normalize(part.text()));
    }

    private static List<CellPart> appendParts(List<CellPart> before, List<CellPart> more) {
        var all = new ArrayList<>(before);
        int next = before.getLast().position() + 1;
        more.forEach(part -> all.add(new CellPart(part.text(), next + part.position(), part.isRoom())));
        return all;
    }
}
