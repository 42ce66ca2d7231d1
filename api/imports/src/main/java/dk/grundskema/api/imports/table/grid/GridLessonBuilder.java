package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.table.grid.CellLineSplitter.CellWeeks;
import dk.grundskema.api.imports.table.grid.CellPartSplitter.CellPart;
import dk.grundskema.api.imports.table.grid.GridOwner.Kind;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import dk.grundskema.api.imports.table.parse.CommonSubjects;
import dk.grundskema.api.imports.table.parse.WeekIntervalParser;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the lessons of grid cells. Call {@link #learn} for all cells first, then {@link #add}. */
final class GridLessonBuilder {
    private static final int MOST_NAMED = 15;

    /** Words for what keeps a teacher busy without a class. */
    private static final Pattern DUTY = Pattern.compile(
            "(?iu).*(?:møde|tilsyn|vagt|forberedelse|samarbejde|konference|meeting|duty|supervision|preparation)(?:\\P{L}.*)?");

    private final String file;
    private final TableSourceBuilder out;
    private final CellLessonReader cells;
    private final CellLessonReader cellsWithClasses;
    private final Map<Kind, CellPartRoleResolver> roles = new EnumMap<>(Kind.class);
    private final Map<Kind, Sample> samples = new EnumMap<>(Kind.class);

    /** The cell with most parts, to show how cells were read. */
    private record Sample(String text, SourceLesson lesson, int parts) {}

    /**
     * @param file  name of the file as the user gave it
     * @param words words of the school
     * @param out   receives lessons and findings
     */
    GridLessonBuilder(String file, SchoolVocabulary words, TableSourceBuilder out) {
        this.file = file;
        this.out = out;
        var subjects = new HashSet<>(words.subjects());
        subjects.addAll(CommonSubjects.ALL);
        Set<String> all = new HashSet<>(subjects);
        all.addAll(words.teachers());
        all.addAll(words.rooms());
        this.cells = new CellLessonReader(all, subjects, false);
        all.addAll(words.groups());
        this.cellsWithClasses = new CellLessonReader(all, subjects, true);
        for (Kind kind : Kind.values()) {
            roles.put(kind, new CellPartRoleResolver(words, kind));
        }
    }

    /**
     * Counts the roles of the words of a cell.
     *
     * @param gridOwner the owner of the grid; empty if the cell has its own
     */
    void learn(GridCell cell, List<GridOwner> gridOwner) {
        var owners = ownersOf(cell, gridOwner);
        read(cell, owners).forEach(lesson -> resolver(owners).learn(withoutOwners(lesson.parts(), owners)));
    }

    private static List<GridOwner> ownersOf(GridCell cell, List<GridOwner> gridOwner) {
        return cell.owners().isEmpty() ? gridOwner : cell.owners();
    }

    private CellPartRoleResolver resolver(List<GridOwner> owners) {
        return Objects.requireNonNull(roles.get(owners.getFirst().kind()));
    }

    private List<CellLesson> read(GridCell cell, List<GridOwner> owners) {
        return (owners.getFirst().kind() == Kind.CLASS ? cells : cellsWithClasses).read(cell.text());
    }

    /** Returns the parts that do not repeat an owner, such as the class in "7A DAN MH" in the timetable of 7A. */
    private static List<CellPart> withoutOwners(List<CellPart> parts, List<GridOwner> owners) {
        var others = new ArrayList<CellPart>();
        int dropped = 0;
        for (CellPart part : parts) {
            boolean isOwner = owners.stream()
                    .anyMatch(owner -> ClassNames.areSame(owner.name().text(), part.text()));
            if (isOwner) {
                dropped++;
            } else {
                others.add(new CellPart(part.text(), Math.max(0, part.position() - dropped), part.isRoom()));
            }
        }
        return others;
    }

    /**
     * Adds the lessons of a cell.
     *
     * @param gridOwner the owner of the grid; empty if the cell has its own
     */
    void add(GridCell cell, List<GridOwner> gridOwner) {
        var owners = ownersOf(cell, gridOwner);
        for (CellLesson lesson : read(cell, owners)) {
            addLesson(owners, cell, lesson);
        }
    }

    private void addLesson(List<GridOwner> owners, GridCell cell, CellLesson lesson) {
        Kind kind = owners.getFirst().kind();
        var parts = withoutOwners(lesson.parts(), owners);
        String text = lesson.parts().stream().map(CellPart::text).collect(Collectors.joining(" "));
        if (isDuty(kind, parts, text)) {
            addDuty(owners, cell, lesson, text);
            return;
        }
        var inRoles = resolver(owners).resolve(parts);
        var words = new EnumMap<CellPartRole, List<SourceText>>(CellPartRole.class);
        for (CellPartRole role : CellPartRole.values()) {
            words.put(role, new ArrayList<>());
        }
        owners.forEach(owner -> words(words, roleOf(owner.kind())).add(owner.name()));
        var others = new ArrayList<String>();
        for (int i = 0; i < inRoles.size(); i++) {
            CellPartRole role = inRoles.get(i);
            var said = new SourceText(parts.get(i).text(), cell.place());
            boolean isSecondSubject =
                    role == CellPartRole.SUBJECT && !words(words, role).isEmpty();
            if (role == CellPartRole.OTHER || isSecondSubject) {
                out.addFinding(FileFinding.warning(cell.place(), "import.grid.part-unclear", said.text()));
            }
            if (role == CellPartRole.OTHER || role == CellPartRole.PART || isSecondSubject) {
                others.add(said.text());
            } else {
                words(words, role).add(said);
            }
        }
        boolean isPart = lesson.isPart() || cell.shared() || inRoles.contains(CellPartRole.PART);
        addAll(cell, lesson, words, isPart, false, String.join(" ", others));
        rememberSample(kind, cell, words, inRoles.size());
    }

    /** Whether a teacher has a meeting or the like: no class and no subject is named. */
    private static boolean isDuty(Kind kind, List<CellPart> parts, String text) {
        return kind == Kind.TEACHER
                && DUTY.matcher(text).matches()
                && parts.stream()
                        .noneMatch(part -> ClassNames.isClass(part.text())
                                || CommonSubjects.ALL.contains(SchoolVocabulary.normalize(part.text())));
    }

    private void addDuty(List<GridOwner> owners, GridCell cell, CellLesson lesson, String text) {
        var teachers = owners.stream().map(GridOwner::name).toList();
        addAll(cell, lesson, Map.of(CellPartRole.TEACHER, teachers), false, true, text);
    }

    private static List<SourceText> words(Map<CellPartRole, List<SourceText>> words, CellPartRole role) {
        return words.getOrDefault(role, List.of());
    }

    private static CellPartRole roleOf(Kind kind) {
        return switch (kind) {
            case CLASS -> CellPartRole.CLASS;
            case TEACHER -> CellPartRole.TEACHER;
            case ROOM -> CellPartRole.ROOM;
        };
    }

    private void addAll(
            GridCell cell,
            CellLesson lesson,
            Map<CellPartRole, List<SourceText>> words,
            boolean isPart,
            boolean isBusy,
            String title) {
        reportAssumedWeeks(cell, lesson.weeks());
        reportContradiction(cell, lesson.weeks());
        var slotsByWeeks = cell.slots().stream()
                .collect(Collectors.groupingBy(
                        slot -> lesson.weeks().within(slot.weeks()).pattern(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        slotsByWeeks.forEach((held, slots) -> {
            for (DayOfWeek day : cell.weekdays()) {
                for (SourceTime clock : lessonTimes(slots)) {
                    out.addLesson(createLesson(
                            cell.place(), words, new SourceDays.Weekly(day, held), clock, isPart, isBusy, title));
                }
            }
        });
    }

    private void reportAssumedWeeks(GridCell cell, CellWeeks weeks) {
        if (weeks.interval() > 0 && !cell.slots().stream().allMatch(slot -> weeks.isStatedBy(slot.weeks()))) {
            out.addFinding(WeekIntervalParser.assumption(
                    cell.place(), weeks.interval(), weeks.stated().pattern()));
        }
    }

    /** Reports weeks that the title, the row, the column or the cell state differently. */
    private void reportContradiction(GridCell cell, CellWeeks weeks) {
        cell.slots().stream()
                .map(slot -> weeks.within(slot.weeks()))
                .filter(StatedWeeks::isContradicted)
                .distinct()
                .forEach(held -> out.addFinding(FileFinding.warning(
                        cell.place(), "import.weeks.contradiction", held.words(), held.contradicted())));
    }

    private static SourceLesson createLesson(
            SourceLocation place,
            Map<CellPartRole, List<SourceText>> words,
            SourceDays days,
            SourceTime clock,
            boolean isPart,
            boolean isBusy,
            String title) {
        return new SourceLesson(
                place,
                "",
                words(words, CellPartRole.CLASS),
                List.of(),
                List.of(),
                words(words, CellPartRole.TEACHER),
                firstOf(words(words, CellPartRole.SUBJECT)),
                words(words, CellPartRole.ROOM),
                days,
                clock,
                isPart,
                isBusy,
                title);
    }

    private static @Nullable SourceText firstOf(List<SourceText> words) {
        return words.isEmpty() ? null : words.getFirst();
    }

    private void rememberSample(Kind kind, GridCell cell, Map<CellPartRole, List<SourceText>> words, int parts) {
        var times = lessonTimes(cell.slots());
        Sample before = samples.get(kind);
        if (!times.isEmpty() && (before == null || parts > before.parts())) {
            var days = new SourceDays.Weekly(cell.weekdays().first(), new SourceDays.WeekPattern.All());
            var made = createLesson(cell.place(), words, days, times.getFirst(), false, false, "");
            samples.put(kind, new Sample(cell.text(), made, parts));
        }
    }

    /** Reports how a cell of each kind of grid was read, and which words were understood from their position. */
    void reportUnderstanding() {
        samples.forEach((kind, sample) -> {
            SourceLesson lesson = sample.lesson();
            String subject = lesson.subject() == null ? "–" : lesson.subject().text();
            var second = kind == Kind.CLASS ? lesson.teachers() : lesson.classes();
            var third = kind == Kind.ROOM ? lesson.teachers() : lesson.rooms();
            out.addFinding(FileFinding.info(
                    new SourceLocation(file, ""),
                    kind == Kind.CLASS
                            ? "import.grid.understood"
                            : "import.grid.understood-" + kind.name().toLowerCase(Locale.ROOT),
                    sample.text().replaceAll("\\s*\\R\\s*", " | "),
                    subject,
                    joinTexts(second),
                    joinTexts(third)));
        });
        reportGuessedWords(CellPartRole.SUBJECT, "import.grid.subjects");
        reportGuessedWords(CellPartRole.TEACHER, "import.grid.teachers");
        reportGuessedWords(CellPartRole.CLASS, "import.grid.classes");
        reportGuessedWords(CellPartRole.ROOM, "import.grid.rooms");
    }

    private static String joinTexts(List<SourceText> words) {
        return words.isEmpty() ? "–" : words.stream().map(SourceText::text).collect(Collectors.joining(", "));
    }

    private void reportGuessedWords(CellPartRole role, String code) {
        SortedSet<String> all = new TreeSet<>();
        roles.values().forEach(each -> all.addAll(each.guessedWords(role)));
        if (!all.isEmpty()) {
            String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            out.addFinding(FileFinding.info(
                    new SourceLocation(file, ""), code, all.size() > MOST_NAMED ? named + " …" : named));
        }
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
