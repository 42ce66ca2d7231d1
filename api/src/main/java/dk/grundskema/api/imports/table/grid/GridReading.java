package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.lists.Collected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all grids of a file together, since what a word is in one of them it is in the others. */
public final class GridReading {
    private static final int MOST_NAMED = 15;

    private final String file;
    private final Vocabulary words;
    private final Collected out;
    private final CellReading cells;
    private final Roles roles;
    private final List<Timetable> timetables = new ArrayList<>();
    private @Nullable SourceLesson sample;
    private @Nullable String sampleText;

    /** A grid of a class, and its cells. */
    private record Timetable(Said group, List<GridCell> cells) {}

    /**
     * @param file  name of the file as the user gave it
     * @param words words of the school
     * @param out   where lessons go, and what is to be said
     */
    public GridReading(String file, Vocabulary words, Collected out) {
        this.file = file;
        this.words = words;
        this.out = out;
        var subjects = new HashSet<>(words.subjects());
        subjects.addAll(KnownSubjects.ALL);
        Set<String> all = new HashSet<>(subjects);
        all.addAll(words.teachers());
        all.addAll(words.rooms());
        this.cells = new CellReading(all, subjects);
        this.roles = new Roles(words);
    }

    /** Whether a table has a grid. */
    public static boolean isGrid(Table table) {
        return !Grid.in(table).isEmpty();
    }

    /** Whether a row is the one of a grid's weekdays. */
    public static boolean isHeading(Table table, int row) {
        return Grid.isHeading(table, row);
    }

    /**
     * Takes in a table with grids.
     *
     * @param owner the class that it is known to be of; empty means that the table says it
     */
    public void add(Table table, Optional<String> owner) {
        if (words.teachers().contains(Vocabulary.plain(table.name()))) {
            out.say(FileFinding.warning(table.place(), "import.grid.of-teacher", table.name()));
        }
        int from = 0;
        for (Grid grid : Grid.in(table)) {
            var group = owner.map(name -> new Said(name, table.place())).or(() -> Optional.empty());
            var named = group.isPresent() ? group : new ClassName(words).of(grid, from);
            if (named.isEmpty()) {
                out.say(FileFinding.error(table.place(grid.heading(), 0), "import.grid.no-class"));
            } else {
                var slots = new GridSlots(grid, out).find();
                var found = new GridCells(grid, slots).all();
                found.forEach(cell -> cells.of(cell.text()).forEach(lesson -> roles.learn(lesson.parts())));
                timetables.add(new Timetable(named.get(), found));
            }
            from = grid.heading() + 1;
        }
    }

    /** Makes lessons of all that was taken in, and says how cells were understood. */
    public void done() {
        for (Timetable each : timetables) {
            each.cells().forEach(cell -> cells.of(cell.text()).forEach(lesson -> lesson(each.group(), cell, lesson)));
        }
        if (sample != null && sampleText != null) {
            out.say(FileFinding.info(
                    new Place(file, ""),
                    "import.grid.understood",
                    sampleText.replaceAll("\\s*\\R\\s*", " | "),
                    sample.subject() == null ? "–" : sample.subject().text(),
                    shown(sample.teachers()),
                    shown(sample.rooms())));
        }
        guessed(Role.SUBJECT, "import.grid.subjects");
        guessed(Role.TEACHER, "import.grid.teachers");
    }

    private static String shown(List<Said> words) {
        return words.isEmpty() ? "–" : words.stream().map(Said::text).collect(Collectors.joining(", "));
    }

    private void guessed(Role role, String code) {
        var all = roles.guessed(role);
        if (!all.isEmpty()) {
            String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            out.say(FileFinding.info(new Place(file, ""), code, all.size() > MOST_NAMED ? named + " …" : named));
        }
    }

    private void lesson(Said group, GridCell cell, CellLesson lesson) {
        var inRoles = roles.of(lesson.parts());
        var teachers = new ArrayList<Said>();
        var rooms = new ArrayList<Said>();
        var others = new ArrayList<String>();
        Said subject = null;
        for (int i = 0; i < inRoles.size(); i++) {
            var said = new Said(lesson.parts().get(i).text(), cell.place());
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
                    out.say(FileFinding.warning(cell.place(), "import.grid.part-unclear", said.text()));
                }
            }
        }
        boolean isPart = lesson.isPart() || cell.shared() || inRoles.contains(Role.PART);
        for (Clock clock : clocks(cell.slots())) {
            var made = new SourceLesson(
                    cell.place(),
                    "",
                    List.of(group),
                    List.of(),
                    List.of(),
                    teachers,
                    subject,
                    rooms,
                    new Days.Weekly(cell.weekday(), lesson.weeks()),
                    clock,
                    isPart,
                    false,
                    String.join(" ", others));
            out.lesson(made);
            if (sample == null || inRoles.size() > parts(sample)) {
                sample = made;
                sampleText = cell.text();
            }
        }
    }

    private static int parts(SourceLesson lesson) {
        return lesson.teachers().size() + lesson.rooms().size() + (lesson.subject() == null ? 0 : 1);
    }

    /** Lessons that touch are one; a break between them makes them two. Numbers in a row are one, whose times stand elsewhere. */
    private static List<Clock> clocks(List<Slot> slots) {
        var clocks = new ArrayList<Clock>();
        int from = 0;
        for (int i = 1; i <= slots.size(); i++) {
            boolean goesOn = i < slots.size()
                    && (slots.get(i - 1).touches(slots.get(i)) || slots.get(i).label() instanceof GridLabel.Numbers);
            if (!goesOn) {
                clock(slots.get(from), slots.get(i - 1), i - from).ifPresent(clocks::add);
                from = i;
            }
        }
        return clocks;
    }

    private static Optional<Clock> clock(Slot first, Slot last, int count) {
        if (first.label() instanceof GridLabel.Times start && last.label() instanceof GridLabel.Times end) {
            return Optional.of(new Clock.Times(start.start(), end.end()));
        }
        if (first.label() instanceof GridLabel.Numbers numbers && last.label() instanceof GridLabel.Numbers ending) {
            return Optional.of(
                    new Clock.Periods(numbers.first(), count - 1 + Math.max(numbers.count(), ending.count())));
        }
        return Optional.empty();
    }
}
