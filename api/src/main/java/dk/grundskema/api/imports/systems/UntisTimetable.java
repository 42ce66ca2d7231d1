package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.systems.SeparatedLines.Line;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The timetable of Untis, GPU001: lesson number, class, teacher, subject, room, weekday, lesson of the day, and perhaps minutes. All lines of one
 * number at one time are one coupling. Lessons in a row stay lessons of their own.
 */
final class UntisTimetable {
    private static final int DAY = 5;
    private static final int PERIOD = 6;
    private static final int MINUTES = 7;
    private static final int FEWEST_FIELDS = 7;

    /** What Untis writes for somebody who isn't decided yet. */
    private static final Set<String> NOBODY = Set.of("", "?", "---");

    /** One coupling at one time. */
    private record Slot(String number, DayOfWeek day, String period) {}

    private final Notebook notes;
    private final UntisCourses courses;

    UntisTimetable(Notebook notes, UntisCourses courses) {
        this.notes = notes;
        this.courses = courses;
    }

    void read(List<Line> lines) {
        Map<Slot, List<Line>> slots = new LinkedHashMap<>();
        Set<List<String>> seen = new LinkedHashSet<>();
        int twice = 0;
        for (Line line : lines) {
            if (!isWhole(line)) {
                continue;
            }
            if (seen.add(line.fields().subList(0, FEWEST_FIELDS))) {
                slots.computeIfAbsent(slot(line), any -> new ArrayList<>()).add(line);
            } else {
                twice++;
            }
        }
        slots.forEach(this::coupling);
        if (twice > 0) {
            notes.info("", "import.untis.twice", twice);
        }
        if (lines.stream().anyMatch(line -> !line.field(MINUTES).isEmpty())) {
            notes.info("", "import.untis.minutes");
        }
        if (slots.isEmpty()) {
            notes.error("", "import.untis.no-lessons");
        }
    }

    private boolean isWhole(Line line) {
        if (line.fields().size() < FEWEST_FIELDS) {
            notes.error(line.where(), "import.untis.fields", line.fields().size(), FEWEST_FIELDS);
            return false;
        }
        boolean day = line.field(DAY).matches("[1-7]");
        boolean period = line.field(PERIOD).matches("\\d{1,2}");
        if (!day) {
            notes.error(line.where(), "import.untis.day", line.field(DAY));
        }
        if (!period) {
            notes.error(line.where(), "import.untis.period", line.field(PERIOD));
        }
        if (day && period && line.field(1).isEmpty() && NOBODY.contains(line.field(2))) {
            notes.warning(line.where(), "import.untis.nobody", line.field(0), line.field(3));
            return false;
        }
        return day && period;
    }

    /** Lines without a number are couplings of their own. */
    private static Slot slot(Line line) {
        String number = line.field(0);
        return new Slot(
                number.isEmpty() || number.matches("0+") ? line.where() : number,
                DayOfWeek.of(Integer.parseInt(line.field(DAY))),
                line.field(PERIOD));
    }

    private void coupling(Slot slot, List<Line> lines) {
        var lessons = UntisCoupling.lessons(lines.stream()
                .map(line -> UntisCoupling.Lesson.of(
                        line,
                        line.field(1),
                        NOBODY.contains(line.field(2)) ? "" : line.field(2),
                        line.field(3),
                        line.field(4)))
                .toList());
        var bands = UntisCoupling.bands(lessons);
        for (int band = 0; band < bands.size(); band++) {
            String coupling = "lesson " + slot.number() + (band == 0 ? "" : " (" + (band + 1) + ")");
            for (UntisCoupling.Lesson lesson : bands.get(band)) {
                lesson(slot, lesson, bands.get(band).size() > 1 ? coupling : "");
            }
        }
    }

    private void lesson(Slot slot, UntisCoupling.Lesson lesson, String coupling) {
        String where = lesson.first().where();
        var course = courses.course(slot.number(), lesson.subject());
        notes.lessons.add(new SourceLesson(
                notes.at(where),
                coupling,
                lesson.classes().stream().map(each -> notes.said(each, where)).toList(),
                course.stream().map(each -> notes.said(each, where)).toList(),
                List.of(),
                lesson.teachers().stream().map(each -> notes.said(each, where)).toList(),
                lesson.subject().isEmpty() ? null : notes.said(lesson.subject(), where),
                lesson.rooms().stream().map(each -> notes.said(each, where)).toList(),
                new Days.Weekly(slot.day(), new Days.Weeks.All()),
                new Clock.Periods(slot.period(), 1),
                !coupling.isEmpty() && course.isEmpty(),
                lesson.classes().isEmpty(),
                ""));
    }
}
