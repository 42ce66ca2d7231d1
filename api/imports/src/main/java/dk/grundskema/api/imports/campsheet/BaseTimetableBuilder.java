package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.time.IsoWeek;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the kinds of day of a camp from the blocks of a sheet, as values of the parameter {@code dayKinds}. Columns with the same blocks are one
 * kind. {@link BlockCellReader} reads what a cell says.
 */
public final class BaseTimetableBuilder {
    private static final int LONGEST_ID = 30;
    private final YearlessDateResolver years;
    private final List<FileFinding> findings = new ArrayList<>();
    private final BlockCellReader cells;
    private final List<SheetDay> days = new ArrayList<>();
    private final List<SheetColumn> columns = new ArrayList<>();
    private final Map<DayOfWeek, SheetColumn> named = new LinkedHashMap<>();
    private final Map<DayOfWeek, SheetColumn> inGroup = new LinkedHashMap<>();
    private final Map<String, SheetColumn> onOccasions = new LinkedHashMap<>();

    /**
     * Kinds of day as parameters.
     *
     * @param dayKinds the kinds of day; empty if the sheets have none
     * @param subjects modules a week by the subject that cells name; empty unless cells name any
     * @param dates    dates of headings; empty if they have none
     * @param blocks   number of blocks of all kinds
     * @param findings findings at the cells
     * @param staff    days on which people are named in cells
     */
    public record CampBaseTimetable(
            Json.JsonArray dayKinds,
            SortedMap<String, Integer> subjects,
            SortedSet<LocalDate> dates,
            int blocks,
            List<FileFinding> findings,
            NamedStaffDays staff) {
        /** Copies the list. */
        public CampBaseTimetable {
            findings = List.copyOf(findings);
        }
    }

    /** A column, or several with the same blocks. */
    private static final class SheetDay {
        private final Set<String> names = new LinkedHashSet<>();
        private final SortedSet<DayOfWeek> weekdays = new TreeSet<>();
        private final SortedSet<LocalDate> dates = new TreeSet<>();
        private final List<SheetBlock> blocks;
        private String occasion = "";

        private SheetDay(List<SheetBlock> blocks) {
            this.blocks = blocks;
        }
    }

    private record SheetBlock(
            String id,
            String title,
            String kind,
            LocalTime start,
            LocalTime end,
            @Nullable Integer staff,
            boolean isPerTeam) {}

    /** A subject that a column names for some teams; no teams mean all. */
    private record TeamSubject(String subject, List<String> teams) {}

    /** A column of the sheet, with what its cells say apart from the blocks. */
    private record SheetColumn(
            SheetDay day, SortedSet<LocalDate> dates, List<TeamSubject> subjects, List<NamedStaff> staff) {}

    private BaseTimetableBuilder(YearlessDateResolver years, CampVocabulary words) {
        this.years = years;
        this.cells = new BlockCellReader(words, findings);
    }

    /**
     * Makes the base timetable of a camp.
     *
     * @param rows  rows of {@link BaseTimetableReader}; others are ignored
     * @param years resolves dates of headings without a year
     * @param words subjects and people that cells may name
     */
    public static CampBaseTimetable build(List<SourceListRow> rows, YearlessDateResolver years, CampVocabulary words) {
        var builder = new BaseTimetableBuilder(years, words);
        Map<SourceText, List<SourceListRow>> columns = rows.stream()
                .filter(BaseTimetableBuilder::isBlock)
                .collect(Collectors.groupingBy(
                        row -> cell(row, BaseTimetableReader.DAY), LinkedHashMap::new, Collectors.toList()));
        columns.forEach(builder::addColumn);
        builder.resolveWeekdays();
        return builder.result();
    }

    /** Whether a row is a block of a base timetable. */
    public static boolean isBlock(SourceListRow row) {
        return row.type().equals(BaseTimetableReader.TYPE) && row.list().equals(BaseTimetableReader.LIST);
    }

    private static SourceText cell(SourceListRow row, String column) {
        return Objects.requireNonNull(row.cells().get(column));
    }

    private void addColumn(SourceText heading, List<SourceListRow> rows) {
        var parsed = DayHeading.parse(heading.text(), years);
        if (parsed.isEmpty()) {
            findings.add(FileFinding.warning(heading.place(), "import.base.day-unknown", heading.text()));
        }
        var subjects = new ArrayList<TeamSubject>();
        var staff = new ArrayList<NamedStaff>();
        var blocks = blocks(rows, subjects, staff);
        SheetDay day = days.stream()
                .filter(each -> each.blocks.equals(blocks) && parsed.isPresent())
                .filter(each -> parsed.get().occasion().isEmpty() || each.occasion.isEmpty())
                .findFirst()
                .orElseGet(() -> {
                    var fresh = new SheetDay(blocks);
                    days.add(fresh);
                    return fresh;
                });
        day.names.add(heading.text().replaceAll("\\s*\\R\\s*", " "));
        var column = new SheetColumn(day, parsed.map(DayHeading::dates).orElseGet(TreeSet::new), subjects, staff);
        columns.add(column);
        parsed.ifPresent(found -> {
            found.weekdays().forEach(weekday -> (found.isGroup() ? inGroup : named).putIfAbsent(weekday, column));
            day.dates.addAll(found.dates());
            if (!found.occasion().isEmpty()) {
                day.occasion = found.occasion();
                onOccasions.putIfAbsent(found.occasion(), column);
            }
        });
    }

    /** Gives each weekday to the column that names it alone, else to that of its group. */
    private void resolveWeekdays() {
        for (DayOfWeek weekday : DayOfWeek.values()) {
            SheetColumn column = named.getOrDefault(weekday, inGroup.get(weekday));
            if (column != null) {
                column.day().weekdays.add(weekday);
            }
        }
    }

    private List<SheetBlock> blocks(List<SourceListRow> rows, List<TeamSubject> subjects, List<NamedStaff> staff) {
        var blocks = new ArrayList<SheetBlock>();
        var taken = new HashSet<String>();
        int modules = 0;
        List<SourceListRow> inOrder = rows.stream()
                .sorted(Comparator.comparing(
                        row -> cell(row, BaseTimetableReader.START).text()))
                .toList();
        for (SourceListRow row : inOrder) {
            SourceText cell = cell(row, BaseTimetableReader.BLOCK);
            LocalTime start =
                    LocalTime.parse(cell(row, BaseTimetableReader.START).text());
            LocalTime end = LocalTime.parse(cell(row, BaseTimetableReader.END).text());
            BlockCellReader.BlockCell block = cells.read(cell, start.getHour());
            modules += block.isModule() ? 1 : 0;
            String id = freeId(block.isModule() ? "module-" + modules : stem(block), taken);
            for (BlockCellReader.CellPart part : block.parts()) {
                if (!part.subject().isEmpty()) {
                    subjects.add(new TeamSubject(part.subject(), part.teams()));
                }
                if (!part.names().isEmpty()) {
                    staff.add(new NamedStaff(cell.place(), id, part.teams(), part.names()));
                }
            }
            blocks.add(new SheetBlock(id, block.title(), block.kind(), start, end, block.staff(), block.isPerTeam()));
        }
        return blocks;
    }

    private static String stem(BlockCellReader.BlockCell block) {
        BlockWord word = block.word();
        return word != null && isUsualTitle(word, block.title()) ? word.id() : toId(block.title());
    }

    /** Whether a block gets the usual id: not "Morgenløb" or "Tur til stranden", which are activities of their own. */
    private static boolean isUsualTitle(BlockWord word, String title) {
        return switch (word) {
            case MOVEMENT, TRIP, EVENING, SNACK, ASSEMBLY, CLEANING ->
                title.split(" ", -1).length == 1 && toId(title).equals(word.id());
            default -> true;
        };
    }

    private static String freeId(String stem, Set<String> taken) {
        String id = stem;
        for (int number = 2; !taken.add(id); number++) {
            String end = "-" + number;
            id = stem.substring(0, Math.min(stem.length(), LONGEST_ID - end.length())) + end;
        }
        return id;
    }

    /** Returns a text as a short word: "Morgenløb" becomes "morgenloeb". */
    private static String toId(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
        String joined = Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String id = joined.substring(0, Math.min(LONGEST_ID, joined.length())).replaceAll("-+$", "");
        return id.isEmpty() ? BaseTimetableReader.BLOCK : id;
    }

    private CampBaseTimetable result() {
        var taken = new HashSet<String>();
        var kinds = new ArrayList<Json>();
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (SheetDay day : days) {
            kinds.add(dayKind(day, taken));
            dates.addAll(day.dates);
        }
        int blocks = days.stream().mapToInt(day -> day.blocks.size()).sum();
        return new CampBaseTimetable(new Json.JsonArray(kinds), subjects(), dates, blocks, findings, namedStaff());
    }

    /** Returns the people that cells name, by day. A column that names a date takes precedence over one with its occasion, and that over its weekday. */
    private NamedStaffDays namedStaff() {
        var onDates = new TreeMap<LocalDate, List<NamedStaff>>();
        columns.forEach(column -> column.dates().forEach(date -> onDates.putIfAbsent(date, column.staff())));
        var onOccasion = new TreeMap<String, List<NamedStaff>>();
        onOccasions.forEach((occasion, column) -> onOccasion.put(occasion, column.staff()));
        var onWeekdays = new EnumMap<DayOfWeek, List<NamedStaff>>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            SheetColumn column = named.getOrDefault(weekday, inGroup.get(weekday));
            if (column != null) {
                onWeekdays.put(weekday, column.staff());
            }
        }
        return new NamedStaffDays(
                onDates,
                onOccasion,
                onWeekdays,
                columns.stream().flatMap(column -> column.staff().stream()).toList());
    }

    private static Json dayKind(SheetDay day, Set<String> taken) {
        Map<String, Json> fields = new LinkedHashMap<>();
        String name = String.join(", ", day.names);
        fields.put("id", text(freeId(toId(name), taken)));
        fields.put("name", text(name.substring(0, Math.min(name.length(), 200))));
        putTexts(fields, "weekdays", day.weekdays.stream().map(DayOfWeek::name).toList());
        putTexts(fields, "dates", day.dates.stream().map(LocalDate::toString).toList());
        if (!day.occasion.isEmpty()) {
            fields.put("occasion", text(day.occasion));
        }
        fields.put(
                "blocks",
                new Json.JsonArray(
                        day.blocks.stream().map(BaseTimetableBuilder::block).toList()));
        return new Json.JsonObject(fields);
    }

    private static Json block(SheetBlock block) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", text(block.id()));
        if (!block.title().isEmpty()) {
            fields.put(
                    "title",
                    text(block.title().substring(0, Math.min(block.title().length(), 200))));
        }
        fields.put("kind", text(block.kind()));
        fields.put("start", text(block.start().toString()));
        fields.put("end", text(block.end().toString()));
        Integer staff = block.staff();
        if (staff != null) {
            fields.put("staff", new Json.JsonNumber(BigDecimal.valueOf(staff)));
        }
        if (block.isPerTeam()) {
            fields.put("perTeam", new Json.JsonBoolean(true));
        }
        if (block.kind().equals("MODULE")) {
            putTexts(fields, "roomKinds", List.of("classroom"));
        }
        return new Json.JsonObject(fields);
    }

    private static Json.JsonString text(String value) {
        return new Json.JsonString(value);
    }

    private static void putTexts(Map<String, Json> fields, String key, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(
                    key,
                    new Json.JsonArray(List.<Json>copyOf(
                            values.stream().map(BaseTimetableBuilder::text).toList())));
        }
    }

    /** Returns how many modules a usual week has of each subject that cells name: of the team that has most. */
    private SortedMap<String, Integer> subjects() {
        var usual = new SubjectCounts();
        for (SheetColumn column : columns) {
            long weekdays = Stream.of(DayOfWeek.values())
                    .filter(day -> column.equals(named.getOrDefault(day, inGroup.get(day))))
                    .count();
            if (column.dates().isEmpty() && weekdays > 0) {
                usual.add(column.subjects(), (int) weekdays);
            }
        }
        SortedMap<String, Integer> subjects = usual.mostOfATeam();
        return subjects.isEmpty() ? datedSubjects() : subjects;
    }

    /** Counts the subjects of columns of dates: those of the week that has most modules of each. */
    private SortedMap<String, Integer> datedSubjects() {
        Map<IsoWeek, SubjectCounts> byWeek = new TreeMap<>();
        columns.forEach(column -> column.dates()
                .forEach(date -> byWeek.computeIfAbsent(IsoWeek.of(date), any -> new SubjectCounts())
                        .add(column.subjects(), 1)));
        var subjects = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        byWeek.values()
                .forEach(week ->
                        week.mostOfATeam().forEach((subject, count) -> subjects.merge(subject, count, Math::max)));
        return subjects;
    }

    /** Numbers of modules by subject and team. */
    private static final class SubjectCounts {
        private static final String ALL_TEAMS = "";

        private final Map<String, Map<String, Integer>> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        void add(List<TeamSubject> subjects, int times) {
            for (TeamSubject one : subjects) {
                var ofTeams = counts.computeIfAbsent(one.subject(), any -> new TreeMap<>());
                (one.teams().isEmpty() ? List.of(ALL_TEAMS) : one.teams())
                        .forEach(team -> ofTeams.merge(team, times, Integer::sum));
            }
        }

        SortedMap<String, Integer> mostOfATeam() {
            var most = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
            counts.forEach((subject, ofTeams) -> {
                int single = ofTeams.entrySet().stream()
                        .filter(one -> !one.getKey().equals(ALL_TEAMS))
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0);
                most.put(subject, ofTeams.getOrDefault(ALL_TEAMS, 0) + single);
            });
            return most;
        }
    }
}
