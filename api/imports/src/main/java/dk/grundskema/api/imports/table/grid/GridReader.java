package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads all grids of a file. All grids are collected first, because the role of a word (subject, teacher, room) is learned from all cells
 * together; then {@link #readLessons} creates the lessons and reports how cells were understood.
 */
public final class GridReader {
    private static final int MOST_NAMED = 15;

    private final String file;
    private final SchoolVocabulary words;
    private final TableSourceBuilder out;
    private final CellLessonReader cells;
    private final CellPartRoleResolver roles;
    private final List<ClassGrid> timetables = new ArrayList<>();
    private @Nullable SourceLesson sample;
    private @Nullable String sampleText;

    /** A grid of a class, and its cells. */
    private record ClassGrid(SourceText group, List<GridCell> cells) {}

    /**
     * @param file  name of the file as the user gave it
     * @param words words of the school
     * @param out   receives lessons and findings
     */
    public GridReader(String file, SchoolVocabulary words, TableSourceBuilder out) {
        this.file = file;
        this.words = words;
        this.out = out;
        var subjects = new HashSet<>(words.subjects());
        subjects.addAll(CommonSubjects.ALL);
        Set<String> all = new HashSet<>(subjects);
        all.addAll(words.teachers());
        all.addAll(words.rooms());
        this.cells = new CellLessonReader(all, subjects);
        this.roles = new CellPartRoleResolver(words);
    }

    /** Whether a table has a grid. */
    public static boolean isGrid(Table table) {
        return !Grid.findAll(table).isEmpty();
    }

    /** Whether a row is the weekday row of a grid. */
    public static boolean isHeading(Table table, int row) {
        return Grid.isHeading(table, row);
    }

    /**
     * Adds a table with grids.
     *
     * @param owner the known class of the table; empty means that the table states it
     */
    public void add(Table table, Optional<String> owner) {
        if (words.teachers().contains(SchoolVocabulary.normalize(table.name()))) {
            out.addFinding(FileFinding.warning(table.place(), "import.grid.of-teacher", table.name()));
        }
        int from = 0;
        for (Grid grid : Grid.findAll(table)) {
            var group = owner.map(name -> new SourceText(name, table.place())).or(() -> Optional.empty());
            var named = group.isPresent() ? group : new GridClassResolver(words).resolve(grid, from);
            if (named.isEmpty()) {
                out.addFinding(FileFinding.error(table.place(grid.heading(), 0), "import.grid.no-class"));
            } else {
                var slots = new GridSlotFinder(grid, out).find();
                var found = new GridCellFinder(grid, slots).findAll();
                found.forEach(cell -> cells.read(cell.text()).forEach(lesson -> roles.learn(lesson.parts())));
                timetables.add(new ClassGrid(named.get(), found));
            }
            from = grid.heading() + 1;
        }
    }

    /** Creates lessons from all added tables, and reports how cells were understood. */
    public void readLessons() {
        for (ClassGrid each : timetables) {
            each.cells()
                    .forEach(cell -> cells.read(cell.text()).forEach(lesson -> addLesson(each.group(), cell, lesson)));
        }
        if (sample != null && sampleText != null) {
            out.addFinding(FileFinding.info(
                    new SourceLocation(file, ""),
                    "import.grid.understood",
                    sampleText.replaceAll("\\s*\\R\\s*", " | "),
                    sample.subject() == null ? "–" : sample.subject().text(),
                    joinTexts(sample.teachers()),
                    joinTexts(sample.rooms())));
        }
        reportGuessedWords(CellPartRole.SUBJECT, "import.grid.subjects");
        reportGuessedWords(CellPartRole.TEACHER, "import.grid.teachers");
    }

    private static String joinTexts(List<SourceText> words) {
        return words.isEmpty() ? "–" : words.stream().map(SourceText::text).collect(Collectors.joining(", "));
    }

    private void reportGuessedWords(CellPartRole role, String code) {
        var all = roles.guessedWords(role);
        if (!all.isEmpty()) {
            String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            out.addFinding(FileFinding.info(
                    new SourceLocation(file, ""), code, all.size() > MOST_NAMED ? named + " …" : named));
        }
    }

    private void addLesson(SourceText group, GridCell cell, CellLesson lesson) {
        var inRoles = roles.resolve(lesson.parts());
        var teachers = new ArrayList<SourceText>();
        var rooms = new ArrayList<SourceText>();
        var others = new ArrayList<String>();
        SourceText subject = null;
        for (int i = 0; i < inRoles.size(); i++) {
            var said = new SourceText(lesson.parts().get(i).text(), cell.place());
            switch (inRoles.get(i)) {
                case TEACHER -> teachers.add(said);
                case ROOM -> rooms.add(said);
                case SUBJECT -> {
                    if (subject == null) {
                        subject = said;
                    } else {
                        others.add(said.text());
                    }
                }
                case PART -> others.add(said.text());
                case OTHER -> {
                    others.add(said.text());
                    out.addFinding(FileFinding.warning(cell.place(), "import.grid.part-unclear", said.text()));
                }
            }
        }
        boolean isPart = lesson.isPart() || cell.shared() || inRoles.contains(CellPartRole.PART);
        for (SourceTime clock : lessonTimes(cell.slots())) {
            var made = new SourceLesson(
                    cell.place(),
                    "",
                    List.of(group),
                    List.of(),
                    List.of(),
                    teachers,
                    subject,
                    rooms,
                    new SourceDays.Weekly(cell.weekday(), lesson.weeks()),
                    clock,
                    isPart,
                    false,
                    String.join(" ", others));
            out.addLesson(made);
            if (sample == null || inRoles.size() > partCount(sample)) {
                sample = made;
                sampleText = cell.text();
            }
        }
    }

    private static int partCount(SourceLesson lesson) {
        return lesson.teachers().size() + lesson.rooms().size() + (lesson.subject() == null ? 0 : 1);
    }

    /**
     * Returns the times of consecutive slots: touching lessons are joined, a break separates them. Consecutive lesson numbers are joined
     * too, since their times come from elsewhere.
     */
    private static List<SourceTime> lessonTimes(List<GridSlot> slots) {
        var clocks = new ArrayList<SourceTime>();
        int from = 0;
        for (int i = 1; i <= slots.size(); i++) {
            boolean goesOn = i < slots.size()
                    && (slots.get(i - 1).touches(slots.get(i)) || slots.get(i).label() instanceof GridLabel.Numbers);
            if (!goesOn) {
                lessonTime(slots.get(from), slots.get(i - 1), i - from).ifPresent(clocks::add);
                from = i;
            }
        }
        return clocks;
    }

    private static Optional<SourceTime> lessonTime(GridSlot first, GridSlot last, int count) {
        if (first.label() instanceof GridLabel.Times start && last.label() instanceof GridLabel.Times end) {
            return Optional.of(new SourceTime.Times(start.start(), end.end()));
        }
        if (first.label() instanceof GridLabel.Numbers numbers && last.label() instanceof GridLabel.Numbers ending) {
            return Optional.of(
                    new SourceTime.Periods(numbers.first(), count - 1 + Math.max(numbers.count(), ending.count())));
        }
        return Optional.empty();
    }
}
