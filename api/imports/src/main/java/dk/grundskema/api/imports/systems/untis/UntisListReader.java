package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.TimeOfDayParser;
import dk.grundskema.api.imports.systems.untis.DelimitedLineParser.Line;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads Untis lists line by line. Reads only fields whose meaning is certain. */
final class UntisListReader {
    private static final int FIRST_NAME_OF_TEACHER = 28;
    private static final int FIRST_NAME_OF_STUDENT = 7;
    private static final int CLASS_OF_STUDENT = 9;

    private final SystemSourceBuilder source;
    private final Map<String, List<String>> subjects;

    /** @param subjects subjects of teachers by short name; empty means that none is known */
    UntisListReader(SystemSourceBuilder source, Map<String, List<String>> subjects) {
        this.source = source;
        this.subjects = Map.copyOf(subjects);
    }

    /** GPU003: short name, long name. */
    void readClass(Line line) {
        if (hasKey(line)) {
            source.groups.add(new SourceGroup(
                    source.location(line.where()), key(line), longName(line), true, List.of(), List.of()));
        }
    }

    /** GPU004: short name, last name, first name as the 29th field. */
    void readTeacher(Line line) {
        if (hasKey(line)) {
            String name = (line.field(FIRST_NAME_OF_TEACHER) + " " + line.field(1)).strip();
            source.staff.add(new SourceStaffMember(
                    source.location(line.where()),
                    key(line),
                    name.isEmpty() ? null : source.text(name, line.where()),
                    subjects.getOrDefault(line.field(0), List.of()).stream()
                            .map(each -> source.text(each, line.where()))
                            .toList(),
                    null,
                    null,
                    List.of()));
        }
    }

    /** GPU005: short name, long name. */
    void readRoom(Line line) {
        if (hasKey(line)) {
            source.rooms.add(new SourceRoom(source.location(line.where()), key(line), longName(line), null, null));
        }
    }

    /** GPU010: key, last name, first name as the 8th field, class as the 10th. */
    void readStudent(Line line) {
        if (hasKey(line)) {
            String name = (line.field(FIRST_NAME_OF_STUDENT) + " " + line.field(1)).strip();
            String of = line.field(CLASS_OF_STUDENT);
            source.students.add(new SourceStudent(
                    source.location(line.where()),
                    key(line),
                    name.isEmpty() ? key(line) : source.text(name, line.where()),
                    of.isEmpty() ? null : source.text(of, line.where()),
                    null,
                    List.of(),
                    List.of()));
        }
    }

    /** A line of {@code time.txt}: weekday, number of lessons, lesson, start, end. */
    void readBellTime(Line line) {
        var start = TimeOfDayParser.parseTime(padTime(line.field(3)));
        var end = TimeOfDayParser.parseTime(padTime(line.field(4)));
        boolean fits = line.field(0).matches("[1-7]")
                && line.field(2).matches("\\d{1,2}")
                && start.isPresent()
                && end.filter(start.orElseThrow()::isBefore).isPresent();
        if (fits) {
            var day = new TreeSet<>(List.of(DayOfWeek.of(Integer.parseInt(line.field(0)))));
            source.periods.add(new SourceBellTime(
                    source.location(line.where()), line.field(2), day, start.orElseThrow(), end.orElseThrow()));
        } else {
            source.error(line.where(), "import.untis.bell", String.join(" ", line.fields()));
        }
    }

    /** Whether a line has the format of {@code time.txt}. */
    static boolean isBellTime(Line line) {
        return line.fields().size() >= 5
                && line.field(0).matches("[1-7]")
                && line.field(1).matches("\\d{1,2}")
                && line.field(2).matches("\\d{1,2}")
                && line.field(3).matches("\\d{3,4}")
                && line.field(4).matches("\\d{3,4}");
    }

    private static String padTime(String time) {
        return time.matches("\\d{3}") ? "0" + time : time;
    }

    private boolean hasKey(Line line) {
        if (line.field(0).isEmpty()) {
            source.warning(line.where(), "import.untis.no-name");
        }
        return !line.field(0).isEmpty();
    }

    private SourceText key(Line line) {
        return source.text(line.field(0), line.where());
    }

    private @Nullable SourceText longName(Line line) {
        return line.field(1).isEmpty() ? null : source.text(line.field(1), line.where());
    }
}
