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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the kinds of day of a camp from the blocks of a sheet, as values of the parameter {@code dayKinds}. Columns with the same blocks are one
 * kind. A cell names a block, perhaps the subject of a module after a colon, and perhaps a number of adults: "Modul 1: Dansk (2 voksne)". A
 * subject alone is a module, too. People in a cell only count as adults, because they are planned.
 */
public final class BaseTimetableBuilder {
    private static final int LONGEST_ID = 30;
    private static final int MOST_ADULTS = 40;
    private static final int EVENING = 18;
    private static final Pattern ADULTS = Pattern.compile(
            "(?iu)\\s*[,(–-]?\\s*\\(?(\\d{1,2}|ingen|uden)\\s*(?:voks(?:en|ner?)|l(?:æ|ae)rere?|medarbejdere?|personaler?|adults?|staff|teachers?)(?:\\s*(?:pr\\.?|per)\\s*(?:hold|team))?\\)?"
                    + "|\\s*\\((\\d{1,2})\\)\\s*$");
    private static final Pattern SUBJECT =
            Pattern.compile("(?iu)^(?:modul|module|lektion|lesson)\\s*(\\d{0,2})\\.?\\s*[:–-]\\s*(\\S.*)$");

    private final YearlessDateResolver years;
    private final CampVocabulary words;
    private final List<FileFinding> findings = new ArrayList<>();
    private final List<SheetDay> days = new ArrayList<>();
    private final List<SheetColumn> columns = new ArrayList<>();
    private final Map<DayOfWeek, SheetColumn> named = new LinkedHashMap<>();
    private final Map<DayOfWeek, SheetColumn> inGroup = new LinkedHashMap<>();

    /**
     * Kinds of day as parameters.
     *
     * @param dayKinds the kinds of day; empty if the sheets have none
     * @param subjects modules a week by the subject that cells name; empty unless cells name any
     * @param dates    dates of headings; empty if they have none
     * @param blocks   number of blocks of all kinds
     * @param findings findings at the cells
     */
    public record CampBaseTimetable(
            Json.JsonArray dayKinds,
            SortedMap<String, Integer> subjects,
            SortedSet<LocalDate> dates,
            int blocks,
            List<FileFinding> findings) {
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
            @Nullable Integer staff) {}

    /** A column of the sheet, with the subjects that its modules name. */
    private record SheetColumn(SheetDay day, SortedSet<LocalDate> dates, List<String> subjects) {}

    private BaseTimetableBuilder(YearlessDateResolver years, CampVocabulary words) {
        this.years = years;
        this.words = words;
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
        var subjects = new ArrayList<String>();
        var blocks = blocks(rows, subjects);
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
        var column = new SheetColumn(day, parsed.map(DayHeading::dates).orElseGet(TreeSet::new), subjects);
        columns.add(column);
        parsed.ifPresent(found -> {
            found.weekdays().forEach(weekday -> (found.isGroup() ? inGroup : named).putIfAbsent(weekday, column));
            day.dates.addAll(found.dates());
            if (!found.occasion().isEmpty()) {
                day.occasion = found.occasion();
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

    private List<SheetBlock> blocks(List<SourceListRow> rows, List<String> subjects) {
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
            var people = words.findStaff(ADULTS.matcher(cell.text())
                    .replaceAll("")
                    .replaceAll("\\s*\\R\\s*", " ")
                    .strip());
            Integer staff = adults(cell, people.names());
            var alone = BlockWord.find(people.rest()).isEmpty()
                    ? words.findSubject(people.rest())
                    : new CampVocabulary.SubjectMention("", people.rest());
            if (!alone.subject().isEmpty() && !alone.rest().isEmpty()) {
                findings.add(
                        FileFinding.warning(cell.place(), "import.base.part-unknown", alone.rest(), alone.subject()));
            }
            String title = alone.subject().isEmpty() ? people.rest() : "";
            var word = alone.subject().isEmpty() ? BlockWord.find(title) : Optional.of(BlockWord.MODULE);
            if (word.isEmpty()) {
                findings.add(FileFinding.warning(
                        cell.place(), "import.base.block-unknown", cell.text(), start.getHour() >= EVENING ? 1 : 0));
            }
            String kind = word.map(BlockWord::kind).orElse(start.getHour() >= EVENING ? "EVENING" : "FREE_TIME");
            modules += kind.equals("MODULE") ? 1 : 0;
            var subject = SUBJECT.matcher(title);
            boolean namesSubject = kind.equals("MODULE") && subject.matches();
            String stem = kind.equals("MODULE")
                    ? "module-" + modules
                    : word.filter(known -> isUsualTitle(known, title))
                            .map(BlockWord::id)
                            .orElse(toId(title));
            if (namesSubject) {
                subjects.add(subject.group(2).strip());
            } else if (!alone.subject().isEmpty()) {
                subjects.add(alone.subject());
            }
            blocks.add(new SheetBlock(
                    freeId(stem, taken),
                    namesSubject ? title.substring(0, subject.start(2)).replaceAll("\\s*[:–-]\\s*$", "") : title,
                    kind,
                    start,
                    end,
                    staff));
        }
        return blocks;
    }

    /** Whether a block gets the usual id: not "Morgenløb" or "Tur til stranden", which are activities of their own. */
    private static boolean isUsualTitle(BlockWord word, String title) {
        return switch (word) {
            case MOVEMENT, TRIP, EVENING, SNACK, ASSEMBLY, CLEANING ->
                title.split(" ", -1).length == 1 && toId(title).equals(word.id());
            default -> true;
        };
    }

    /** Returns the number of adults that a cell states; otherwise of the people that it names, if they are several. */
    private @Nullable Integer adults(SourceText cell, List<String> people) {
        if (!people.isEmpty()) {
            findings.add(FileFinding.info(cell.place(), "import.base.staff-named", people));
        }
        var found = ADULTS.matcher(cell.text());
        if (!found.find()) {
            return people.size() > 1 ? Integer.valueOf(Math.min(people.size(), MOST_ADULTS)) : null;
        }
        String number = found.group(1) == null ? found.group(2) : found.group(1);
        int adults = number.matches("\\d+") ? Integer.parseInt(number) : 0;
        if (adults > MOST_ADULTS) {
            findings.add(FileFinding.error(cell.place(), "import.base.too-many-adults", cell.text(), MOST_ADULTS));
            return null;
        }
        return adults;
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
        return new CampBaseTimetable(new Json.JsonArray(kinds), subjects(), dates, blocks, findings);
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

    /** Returns how many modules a usual week has of each subject that cells name. */
    private SortedMap<String, Integer> subjects() {
        var subjects = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        for (SheetColumn column : columns) {
            long weekdays = Stream.of(DayOfWeek.values())
                    .filter(day -> column.equals(named.getOrDefault(day, inGroup.get(day))))
                    .count();
            int timesAWeek = column.dates().isEmpty() ? (int) weekdays : 0;
            if (timesAWeek > 0) {
                column.subjects().forEach(subject -> subjects.merge(subject, timesAWeek, Integer::sum));
            }
        }
        if (subjects.isEmpty()) {
            addDatedSubjects(subjects);
        }
        return subjects;
    }

    /** Counts the subjects of columns of dates: those of the week that has most modules of each. */
    private void addDatedSubjects(SortedMap<String, Integer> subjects) {
        Map<IsoWeek, SortedMap<String, Integer>> byWeek = new TreeMap<>();
        columns.forEach(column -> column.dates()
                .forEach(date -> column.subjects()
                        .forEach(subject -> byWeek.computeIfAbsent(
                                        IsoWeek.of(date), any -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                                .merge(subject, 1, Integer::sum))));
        byWeek.values().forEach(week -> week.forEach((subject, count) -> subjects.merge(subject, count, Math::max)));
    }
}
