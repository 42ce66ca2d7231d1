package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.file.BoundedFileReader;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Untis exports: the timetable GPU001, recognised by its content; lists of lessons, classes, staff, rooms, students and course
 * choices, recognised by file name (GPU002 and so on); and {@code time.txt} with the bell times.
 */
public final class UntisReader implements SourceReader {
    private static final Pattern NAME = Pattern.compile("GPU(\\d{3}).*\\.(?:TXT|CSV|DIF)");
    private static final String TIMETABLE = "001";
    private static final String BELLS = "time";
    private static final String NONE = "";

    private static final Pattern WILDCARD = Pattern.compile("[?*]");
    private static final int MOST_HOLIDAYS = 40;

    /** Number of lines that must look like a timetable, if the file has that many. */
    private static final int SAMPLE = 5;

    @Override
    public boolean recognises(byte[] head, String fileName) {
        return !detectKind(head, fileName).isEmpty();
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        List<DelimitedLineParser.Line> lines = bytes == null ? null : DelimitedLineParser.parse(bytes, source);
        if (bytes != null && lines != null) {
            byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
            read(detectKind(head, String.valueOf(file.getFileName())), lines, file, hints, source);
        }
        return source.build();
    }

    private static void read(
            String kind,
            List<DelimitedLineParser.Line> lines,
            Path file,
            ReadingHints hints,
            SystemSourceBuilder source) {
        var lists = new UntisListReader(source, kind.equals("004") ? subjectsOfTeachers(file) : Map.of());
        switch (kind) {
            case TIMETABLE, NONE -> {
                var weeks = UntisWeekFiles.weeks(String.valueOf(file.getFileName()), hints.files());
                weeks.ifPresent(turns ->
                        source.warning("", "import.untis.weeks", turns.mask().size()));
                new UntisTimetableReader(
                                source,
                                UntisCourses.ofSiblingFile(file),
                                UntisLessonPeriods.ofSiblingFile(file),
                                weeks.map(WeekPattern.class::cast))
                        .read(lines);
            }
            case "002" -> source.info("", "import.untis.lessons", lines.size());
            case "003" -> lines.forEach(lists::readClass);
            case "004" -> lines.forEach(lists::readTeacher);
            case "005" -> lines.forEach(lists::readRoom);
            case "006" -> source.info("", "import.untis.subjects", lines.size());
            case "008" -> source.info("", "import.untis.qualifications", lines.size());
            case "009" -> new UntisSupervisionReader(source, file).read(lines);
            case "010" -> lines.forEach(lists::readStudent);
            case "015" -> UntisCourses.of(lines).addCourses(lines, source);
            case "018" -> reportHolidays(lines, source);
            case "007", "011", "012", "013", "014", "016", "017", "019", "020", "021" ->
                source.info("", "import.untis.not-needed", source.file());
            case BELLS -> lines.forEach(lists::readBellTime);
            default -> source.warning("", "import.untis.not-read", source.file());
        }
    }

    /** Returns the subjects of each teacher from GPU008 in the same folder: teacher, subject; subjects with wildcards are left out. */
    private static Map<String, List<String>> subjectsOfTeachers(Path file) {
        Map<String, List<String>> subjects = new HashMap<>();
        UntisSiblingFiles.readLines(file, "GPU008").stream()
                .filter(line -> !line.field(1).isEmpty()
                        && !WILDCARD.matcher(line.field(1)).find())
                .forEach(line -> subjects.computeIfAbsent(line.field(0), any -> new ArrayList<>())
                        .add(line.field(1)));
        return subjects;
    }

    /** GPU018: short name, long name, first day, last day. Days off of a plan are those of its school year. */
    private static void reportHolidays(List<DelimitedLineParser.Line> lines, SystemSourceBuilder source) {
        List<String> spans = lines.stream()
                .filter(line -> UntisLessonPeriods.parseDate(line.field(2)).isPresent()
                        && UntisLessonPeriods.parseDate(line.field(3)).isPresent())
                .map(line -> "%s %s–%s"
                        .formatted(
                                line.field(0),
                                UntisLessonPeriods.parseDate(line.field(2)).orElseThrow(),
                                UntisLessonPeriods.parseDate(line.field(3)).orElseThrow()))
                .limit(MOST_HOLIDAYS)
                .toList();
        source.info("", "import.untis.holidays", lines.size(), spans);
    }

    private static String detectKind(byte[] head, String fileName) {
        Matcher name = NAME.matcher(fileName.toUpperCase(Locale.ROOT));
        if (name.matches()) {
            return name.group(1);
        }
        if (head.length == 0 || head[0] == 'P' || head[0] == '<') {
            return NONE;
        }
        var sample = DelimitedLineParser.parseFirst(SAMPLE, head);
        if (sample.size() > 1 && head.length >= HEAD) {
            sample = sample.subList(0, sample.size() - 1); // the last one may be cut off
        }
        if (!sample.isEmpty() && sample.stream().allMatch(UntisReader::isTimetableLine)) {
            return TIMETABLE;
        }
        return !sample.isEmpty() && sample.stream().allMatch(UntisListReader::isBellTime) ? BELLS : NONE;
    }

    private static boolean isTimetableLine(DelimitedLineParser.Line line) {
        return line.fields().size() >= 7
                && line.field(0).matches("\\d{1,6}")
                && line.field(5).matches("[1-7]")
                && line.field(6).matches("\\d{1,2}");
    }
}
