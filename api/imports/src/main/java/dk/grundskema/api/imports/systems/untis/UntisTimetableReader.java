package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.untis.DelimitedLineParser.Line;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the Untis timetable, GPU001: lesson number, class, teacher, subject, room, weekday, lesson of the day, optionally minutes. All
 * lines of one number at one time form a coupling. Consecutive lessons stay separate.
 */
final class UntisTimetableReader {
    private static final int DAY = 5;
    private static final int PERIOD = 6;
    private static final int MINUTES = 7;
    private static final int FEWEST_FIELDS = 7;
    private static final int EXAMPLES = 5;

    /** Untis's values for an undecided teacher. */
    private static final Set<String> NOBODY = Set.of("", "?", "---");

    /** One coupling at one time. */
    private record CouplingSlot(String number, DayOfWeek day, String period) {}

    private final SystemSourceBuilder source;
    private final UntisCouplingResolver couplings;
    private final UntisLessonPeriods lessons;
    private final Optional<WeekPattern> fileWeeks;

    /**
     * @param courses   courses whose students are known
     * @param lessons   all lessons, also those without a time
     * @param fileWeeks weeks of all lessons of the file; empty if it is not one of several weeks
     */
    UntisTimetableReader(
            SystemSourceBuilder source,
            UntisCourses courses,
            UntisLessonPeriods lessons,
            Optional<WeekPattern> fileWeeks) {
        this.source = source;
        this.lessons = lessons;
        this.fileWeeks = fileWeeks;
        this.couplings =
                new UntisCouplingResolver(source, (number, lesson) -> courses.findCourse(number, lesson.subject()));
    }

    void read(List<Line> lines) {
        Map<CouplingSlot, List<Line>> slots = new LinkedHashMap<>();
        Set<List<String>> seen = new LinkedHashSet<>();
        int twice = 0;
        for (Line line : lines) {
            if (!isComplete(line)) {
                continue;
            }
            if (seen.add(line.fields().subList(0, FEWEST_FIELDS))) {
                slots.computeIfAbsent(slotOf(line), any -> new ArrayList<>()).add(line);
            } else {
                twice++;
            }
        }
        slots.forEach(this::addCoupling);
        if (fileWeeks.isEmpty()) { // otherwise they may have a time in another week
            reportLessonsWithoutTime(slots.keySet());
        }
        if (twice > 0) {
            source.info("", "import.untis.twice", twice);
        }
        if (lines.stream().anyMatch(line -> !line.field(MINUTES).isEmpty())) {
            source.info("", "import.untis.minutes");
        }
        if (slots.isEmpty()) {
            source.error("", "import.untis.no-lessons");
        }
    }

    private void reportLessonsWithoutTime(Set<CouplingSlot> slots) {
        var open = new LinkedHashSet<>(lessons.numbers());
        slots.forEach(slot -> open.remove(slot.number()));
        if (!open.isEmpty()) {
            source.info(
                    "",
                    "import.untis.not-placed",
                    open.size(),
                    open.stream().limit(EXAMPLES).toList(),
                    Math.max(0, open.size() - EXAMPLES));
        }
    }

    private boolean isComplete(Line line) {
        if (line.fields().size() < FEWEST_FIELDS) {
            source.error(line.where(), "import.untis.fields", line.fields().size(), FEWEST_FIELDS);
            return false;
        }
        boolean day = line.field(DAY).matches("[1-7]");
        boolean period = line.field(PERIOD).matches("\\d{1,2}");
        if (!day) {
            source.error(line.where(), "import.untis.day", line.field(DAY));
        }
        if (!period) {
            source.error(line.where(), "import.untis.period", line.field(PERIOD));
        }
        if (day && period && line.field(1).isEmpty() && NOBODY.contains(line.field(2))) {
            source.warning(line.where(), "import.untis.nobody", line.field(0), line.field(3));
            return false;
        }
        return day && period;
    }

    /** A line without a number is a coupling of its own. */
    private static CouplingSlot slotOf(Line line) {
        String number = line.field(0);
        return new CouplingSlot(
                number.isEmpty() || number.matches("0+") ? line.where() : number,
                DayOfWeek.of(Integer.parseInt(line.field(DAY))),
                line.field(PERIOD));
    }

    private void addCoupling(CouplingSlot slot, List<Line> lines) {
        couplings.addCoupling(
                slot.number(),
                new SourceDays.Weekly(slot.day(), fileWeeks.orElseGet(() -> lessons.weeks(slot.number()))),
                new SourceTime.Periods(slot.period(), 1),
                lines.stream()
                        .map(line -> UntisCouplingResolver.CoupledLesson.of(
                                line.where(),
                                line.field(1),
                                NOBODY.contains(line.field(2)) ? "" : line.field(2),
                                line.field(3),
                                line.field(4)))
                        .toList());
    }
}
