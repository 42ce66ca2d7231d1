package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads exports of Untis: the timetable GPU001, which is known by what it holds, lists of classes, staff, rooms, students and course choices,
 * which are known by their names (GPU003 and so on), and {@code time.txt} with the times of lessons.
 */
public final class UntisReader implements FileReader {
    private static final Pattern NAME = Pattern.compile("GPU(\\d{3}).*\\.(?:TXT|CSV|DIF)");
    private static final String TIMETABLE = "001";
    private static final String BELLS = "time";
    private static final String NONE = "";

    /** How many lines must look like a timetable, if there are so many. */
    private static final int SAMPLE = 5;

    @Override
    public boolean recognises(byte[] head, String fileName) {
        return !kind(head, fileName).isEmpty();
    }

    @Override
    public Source read(String name, Path file, ReadingHints hints) {
        var notes = new Notebook(name);
        byte[] bytes = WholeBytes.of(file, notes);
        List<SeparatedLines.Line> lines = bytes == null ? null : SeparatedLines.of(bytes, notes);
        if (bytes != null && lines != null) {
            byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
            read(kind(head, String.valueOf(file.getFileName())), lines, file, notes);
        }
        return notes.done();
    }

    private static void read(String kind, List<SeparatedLines.Line> lines, Path file, Notebook notes) {
        var lists = new UntisLists(notes);
        switch (kind) {
            case TIMETABLE, NONE -> new UntisTimetable(notes, UntisCourses.beside(file)).read(lines);
            case "003" -> lines.forEach(lists::schoolClass);
            case "004" -> lines.forEach(lists::teacher);
            case "005" -> lines.forEach(lists::room);
            case "006" -> notes.info("", "import.untis.subjects", lines.size());
            case "009" -> new UntisSupervision(notes, file).read(lines);
            case "010" -> lines.forEach(lists::student);
            case "015" -> UntisCourses.of(lines).note(lines, notes);
            case BELLS -> lines.forEach(lists::bell);
            default -> notes.warning("", "import.untis.not-read", notes.file());
        }
    }

    private static String kind(byte[] head, String fileName) {
        Matcher name = NAME.matcher(fileName.toUpperCase(Locale.ROOT));
        if (name.matches()) {
            return name.group(1);
        }
        if (head.length == 0 || head[0] == 'P' || head[0] == '<') {
            return NONE;
        }
        var sample = SeparatedLines.first(SAMPLE, head);
        if (sample.size() > 1 && head.length >= HEAD) {
            sample = sample.subList(0, sample.size() - 1); // the last one may be cut off
        }
        if (!sample.isEmpty() && sample.stream().allMatch(UntisReader::isOfTimetable)) {
            return TIMETABLE;
        }
        return !sample.isEmpty() && sample.stream().allMatch(UntisLists::isBell) ? BELLS : NONE;
    }

    private static boolean isOfTimetable(SeparatedLines.Line line) {
        return line.fields().size() >= 7
                && line.field(0).matches("\\d{1,6}")
                && line.field(5).matches("[1-7]")
                && line.field(6).matches("\\d{1,2}");
    }
}
