package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.TimeOfDayParser;
import dk.grundskema.api.imports.systems.file.XmlElement;
import dk.grundskema.api.imports.systems.untis.UntisCouplingResolver.CoupledLesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists and lessons of the XML export of Untis. An id is a prefix of the kind and the short name ({@code TR_MH}); a lesson's id is
 * {@code LS_}, the lesson number and two digits for the line of the coupling.
 */
final class UntisXmlTimetableReader {
    private static final int EXAMPLES = 5;

    /** Longest time between the first and the last date of a lesson that is expanded, in days. */
    private static final int MOST_DAYS = 800;

    private final XmlElement root;
    private final SystemSourceBuilder source;
    private final @Nullable LocalDate firstDay;
    private final UntisCouplingResolver couplings;
    private final Map<String, SourceGroup> courses = new LinkedHashMap<>();
    private final List<String> notPlaced = new ArrayList<>();

    /** Lines of one lesson number that are held together. */
    private record CouplingSlot(String number, SourceDays days, SourceTime clock) {}

    UntisXmlTimetableReader(XmlElement root, SystemSourceBuilder source) {
        this.root = root;
        this.source = source;
        firstDay = root.childrenNamed("general")
                .findFirst()
                .flatMap(general -> parseDate(general.childText("schoolyearbegindate")))
                .orElse(null);
        couplings = new UntisCouplingResolver(
                source,
                (number, lesson) ->
                        Optional.of(courseName(lesson.subject(), number)).filter(courses::containsKey));
    }

    void read() {
        addLists();
        root.rows("timeperiods", "timeperiod").forEach(this::addBellTime);
        Map<CouplingSlot, List<CoupledLesson>> slots = new LinkedHashMap<>();
        root.rows("lessons", "lesson").forEach(lesson -> addLines(lesson, slots));
        slots.forEach((slot, lines) -> couplings.addCoupling(slot.number(), slot.days(), slot.clock(), lines));
        source.groups.addAll(courses.values());
        if (!notPlaced.isEmpty()) {
            source.info(
                    notPlaced.getFirst(),
                    "import.untis-xml.not-placed",
                    notPlaced.size(),
                    notPlaced.stream().limit(EXAMPLES).toList(),
                    Math.max(0, notPlaced.size() - EXAMPLES));
        }
        if (source.lessons.isEmpty()) {
            source.error("", "import.untis-xml.no-lessons");
        }
    }

    private void addLists() {
        root.rows("classes", "class").filter(UntisXmlTimetableReader::hasKey).forEach(each -> {
            String where = where(each);
            source.groups.add(new SourceGroup(
                    source.location(where),
                    key(each),
                    text(each.childText("longname"), where),
                    true,
                    List.of(),
                    List.of()));
        });
        root.rows("teachers", "teacher").filter(UntisXmlTimetableReader::hasKey).forEach(each -> {
            String where = where(each);
            source.staff.add(new SourceStaffMember(
                    source.location(where),
                    key(each),
                    text(personName(each), where),
                    List.of(),
                    null,
                    text(each.childText("email"), where),
                    List.of()));
        });
        root.rows("rooms", "room").filter(UntisXmlTimetableReader::hasKey).forEach(each -> {
            String where = where(each);
            String capacity = each.childText("capacity");
            source.rooms.add(new SourceRoom(
                    source.location(where),
                    key(each),
                    text(each.childText("longname"), where),
                    null,
                    capacity.matches("[1-9]\\d{0,4}") ? Integer.valueOf(capacity) : null));
        });
        root.rows("students", "student").filter(UntisXmlTimetableReader::hasKey).forEach(each -> {
            String where = where(each);
            SourceText name = text(personName(each), where);
            source.students.add(new SourceStudent(
                    source.location(where),
                    key(each),
                    name == null ? key(each) : name,
                    text(shortName(reference(each, "student_class")), where),
                    null,
                    List.of(),
                    List.of()));
        });
    }

    private static String where(XmlElement element) {
        return element.name() + " " + element.attribute("id");
    }

    private static boolean hasKey(XmlElement element) {
        return !shortName(element.attribute("id")).isEmpty();
    }

    private SourceText key(XmlElement element) {
        return source.text(shortName(element.attribute("id")), where(element));
    }

    private @Nullable SourceText text(String text, String where) {
        return text.isEmpty() ? null : source.text(text, where);
    }

    private static String personName(XmlElement person) {
        String last =
                person.childText("surname").isEmpty() ? person.childText("longname") : person.childText("surname");
        return (person.childText("forename") + " " + last).strip();
    }

    /** Returns an id without the prefix of its kind. */
    private static String shortName(String id) {
        return id.replaceFirst("^[A-Z]{2}_", "").strip();
    }

    private static String reference(XmlElement element, String child) {
        return element.childrenNamed(child)
                .findFirst()
                .map(each -> each.attribute("id"))
                .orElse("");
    }

    /** Returns the short names of a list of ids. A short name may have blanks, so the list is split before prefixes only. */
    private static List<String> shortNames(XmlElement element, String child) {
        return Arrays.stream(reference(element, child).split("\\s+(?=[A-Z]{2}_)"))
                .map(UntisXmlTimetableReader::shortName)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private void addBellTime(XmlElement period) {
        String where = "line " + period.line();
        var day = weekday(period.childText("day"));
        var start = parseTime(period.childText("starttime"));
        var end = parseTime(period.childText("endtime"));
        if (day.isEmpty()
                || start.isEmpty()
                || end.filter(start.get()::isBefore).isEmpty()) {
            source.warning(where, "import.untis-xml.period", period.childText("period"));
            return;
        }
        source.periods.add(new SourceBellTime(
                source.location(where),
                period.childText("period"),
                new TreeSet<>(Set.of(day.get())),
                start.get(),
                end.get()));
    }

    private static Optional<DayOfWeek> weekday(String day) {
        return day.matches("[1-7]") ? Optional.of(DayOfWeek.of(Integer.parseInt(day))) : Optional.empty();
    }

    private static Optional<LocalTime> parseTime(String time) {
        return TimeOfDayParser.parseTime(time.matches("\\d{3}") ? "0" + time : time);
    }

    private static Optional<LocalDate> parseDate(String date) {
        try {
            return Optional.of(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void addLines(XmlElement lesson, Map<CouplingSlot, List<CoupledLesson>> slots) {
        String where = where(lesson);
        String number = shortName(lesson.attribute("id")).replaceFirst("(?<=\\d)\\d\\d$", "");
        String subject = shortName(reference(lesson, "lesson_subject"));
        List<XmlElement> times = lesson.rows("times", "time").toList();
        if (times.isEmpty()) {
            notPlaced.add(where);
        }
        addCourse(lesson, number, subject, where);
        List<String> classes = shortNames(lesson, "lesson_classes");
        for (XmlElement time : times) {
            var slot = slot(lesson, time, number, where);
            List<String> rooms = shortNames(time, "assigned_room");
            slot.ifPresent(when -> slots.computeIfAbsent(when, any -> new ArrayList<>())
                    .add(new CoupledLesson(
                            where,
                            new TreeSet<>(classes),
                            Stream.of(shortName(reference(lesson, "lesson_teacher")))
                                    .filter(each -> !each.isEmpty())
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            subject,
                            new TreeSet<>(rooms))));
        }
    }

    private static String courseName(String subject, String number) {
        return subject + " (" + number + ")";
    }

    /** Adds the course of a lesson whose students the file names. */
    private void addCourse(XmlElement lesson, String number, String subject, String where) {
        List<String> students = shortNames(lesson, "lesson_students");
        if (!students.isEmpty()) {
            String name = courseName(subject, number);
            courses.putIfAbsent(
                    name,
                    new SourceGroup(
                            source.location(where),
                            source.text(name, where),
                            null,
                            false,
                            shortNames(lesson, "lesson_classes").stream()
                                    .map(each -> source.text(each, where))
                                    .toList(),
                            students.stream()
                                    .map(each -> source.text(each, where))
                                    .toList()));
        }
    }

    private Optional<CouplingSlot> slot(XmlElement lesson, XmlElement time, String number, String where) {
        var day = weekday(time.childText("assigned_day"));
        String period = time.childText("assigned_period");
        var start = parseTime(time.childText("assigned_starttime"));
        var end = parseTime(time.childText("assigned_endtime"));
        boolean hasTimes =
                start.isPresent() && end.filter(start.get()::isBefore).isPresent();
        if (day.isEmpty() || (!hasTimes && period.isEmpty())) {
            source.warning(where, "import.untis-xml.time", time.childText("assigned_day"), period);
            return Optional.empty();
        }
        SourceTime clock = hasTimes ? new SourceTime.Times(start.get(), end.get()) : new SourceTime.Periods(period, 1);
        return Optional.of(new CouplingSlot(number, days(lesson, time, day.get()), clock));
    }

    /**
     * Returns the dates on which the lesson is held on a weekday: {@code occurence} has a 1 for each such day, counted from the first day of
     * the school year. Every week if the file does not say so.
     */
    private SourceDays days(XmlElement lesson, XmlElement time, DayOfWeek day) {
        var single = parseDate(time.childText("assigned_date"));
        if (single.isPresent()) {
            return new SourceDays.Dates(new TreeSet<>(Set.of(single.get())));
        }
        String held = lesson.childText("occurence");
        LocalDate first = firstDay;
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (int i = 0; first != null && i < Math.min(held.length(), MOST_DAYS); i++) {
            if (held.charAt(i) == '1'
                    && first.plusDays(i).getDayOfWeek() == day
                    && isEffective(lesson, first.plusDays(i))) {
                dates.add(first.plusDays(i));
            }
        }
        return dates.isEmpty()
                ? new SourceDays.Weekly(day, new SourceDays.WeekPattern.All())
                : new SourceDays.Dates(dates);
    }

    private static boolean isEffective(XmlElement lesson, LocalDate day) {
        return parseDate(lesson.childText("effectivebegindate")).stream().noneMatch(day::isBefore)
                && parseDate(lesson.childText("effectiveenddate")).stream().noneMatch(day::isAfter);
    }
}
