package dk.grundskema.api.ledger;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.ledger.ClassWeek;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.StaffWeek;
import dk.grundskema.solver.ledger.StudentWeek;
import dk.grundskema.solver.ledger.Support;
import dk.grundskema.solver.ledger.Touched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * The ledger as a workbook for the planner: a sheet each for students, lessons touched, classes, staff and what was not held; a line for each
 * week.
 */
public final class LedgerWorkbook {
    private final Ledger ledger;
    private final LedgerWords words;
    private final Map<StudentId, String> classes;
    private final Map<Object, String> titles;
    private final List<String> types;
    private final List<String> classTypes;
    private final List<String> staffTypes;

    private LedgerWorkbook(Ledger ledger, Problem problem, Timetable timetable, LedgerWords words) {
        this.ledger = ledger;
        this.words = words;
        this.classes = new HashMap<>();
        for (Student student : problem.students()) {
            if (student.classGroup() != null) {
                classes.put(student.id(), words.name(student.classGroup()));
            }
        }
        this.titles = timetable.meetings().stream().collect(Collectors.toMap(Meeting::sessionId, Meeting::title));
        this.types = ledger.students().stream()
                .flatMap(line -> line.support().stream().map(Support::type))
                .distinct()
                .toList();
        this.classTypes = ledger.classes().stream()
                .flatMap(line -> line.wholeClass().stream().map(Support::type))
                .distinct()
                .toList();
        this.staffTypes = ledger.staff().stream()
                .flatMap(line -> line.work().stream().map(StaffWeek.Work::type))
                .distinct()
                .toList();
    }

    /** The bytes of the workbook's file. */
    public static byte[] bytes(Ledger ledger, Problem problem, Timetable timetable, LedgerWords words) {
        return new LedgerWorkbook(ledger, problem, timetable, words).bytes();
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, FilterableSheet.APPLICATION, FilterableSheet.VERSION)) {
            sheet(
                    book,
                    "students",
                    studentHeadings(),
                    ledger.students().stream().map(this::student));
            sheet(
                    book,
                    "touched",
                    headings("class", "student", "date", "lesson", "minutes", "by", "how"),
                    ledger.students().stream()
                            .flatMap(line -> line.touched().stream().map(one -> touched(line, one))));
            sheet(book, "classes", classHeadings(), ledger.classes().stream().map(this::schoolClass));
            sheet(book, "staff", staffHeadings(), ledger.staff().stream().map(this::person));
            sheet(
                    book,
                    "not-held",
                    headings("date", "meeting", "reason"),
                    ledger.notHeld().stream().map(this::notHeld));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void sheet(Workbook book, String key, List<String> headings, Stream<List<Object>> lines) {
        new FilterableSheet(words.say("sheet." + key), headings).addTo(book, lines);
    }

    private List<String> headings(String... keys) {
        return Stream.of(keys).map(key -> words.say("column." + key)).toList();
    }

    private List<String> studentHeadings() {
        var all = new ArrayList<>(headings(
                "class", "student", "week", "lessons", "lesson-minutes", "inside", "by-decision", "without-decision"));
        all.addAll(supportHeadings());
        return all;
    }

    private List<String> supportHeadings() {
        var all = new ArrayList<String>();
        types.forEach(type -> all.add(words.say("column.support", words.type(type))));
        all.addAll(headings("tasks", "categories", "entered", "received"));
        return all;
    }

    private List<Object> student(StudentWeek line) {
        var cells = new ArrayList<Object>();
        cells.add(classes.getOrDefault(line.student(), ""));
        cells.add(words.name(line.student()));
        cells.add(line.week());
        cells.add(line.lessons());
        cells.add(line.lessonMinutes());
        for (Touched.How how : Touched.How.values()) {
            cells.add(line.touched().stream().filter(one -> one.how() == how).count());
        }
        cells.addAll(support(line.support()));
        return cells;
    }

    private List<Object> support(List<Support> support) {
        var cells = new ArrayList<Object>();
        types.forEach(type -> cells.add(minutes(type, support)));
        cells.add(support.stream().mapToInt(Support::tasks).sum());
        cells.add(support.stream()
                .map(one -> words.category(one.category()))
                .distinct()
                .collect(Collectors.joining(", ")));
        cells.add(support.stream().mapToLong(Support::enteredMinutes).sum());
        cells.add(support.stream().mapToLong(Support::receivedMinutes).sum());
        return cells;
    }

    private static long minutes(String type, List<Support> support) {
        return support.stream()
                .filter(one -> one.type().equals(type))
                .mapToLong(Support::plannedMinutes)
                .sum();
    }

    private List<Object> touched(StudentWeek line, Touched one) {
        return List.of(
                classes.getOrDefault(line.student(), ""),
                words.name(line.student()),
                one.date(),
                words.name(one.lesson()),
                one.minutes(),
                words.name(one.intervention()),
                words.say("how." + one.how().name()));
    }

    private List<String> classHeadings() {
        var all = new ArrayList<>(headings("class", "week", "lessons"));
        classTypes.forEach(type -> all.add(words.say("column.whole-class", words.type(type))));
        all.addAll(headings("supported", "missed"));
        all.addAll(supportHeadings());
        return all;
    }

    private List<Object> schoolClass(ClassWeek line) {
        var cells = new ArrayList<Object>(List.of(words.name(line.group()), line.week(), line.lessons()));
        classTypes.forEach(type -> cells.add(minutes(type, line.wholeClass())));
        cells.add(line.supported());
        cells.add(line.missedLessons());
        cells.addAll(support(line.students()));
        return cells;
    }

    private List<String> staffHeadings() {
        var all = new ArrayList<>(headings("person", "week", "own-lessons"));
        for (String type : staffTypes) {
            all.add(words.say("column.duty", words.type(type)));
            all.add(words.say("column.preparation", words.type(type)));
        }
        all.addAll(headings("counted", "tasks"));
        return all;
    }

    private List<Object> person(StaffWeek line) {
        var cells = new ArrayList<Object>(List.of(words.name(line.staff()), line.week(), line.lessonMinutes()));
        for (String type : staffTypes) {
            var work =
                    line.work().stream().filter(one -> one.type().equals(type)).findFirst();
            cells.add(work.map(StaffWeek.Work::dutyMinutes).orElse(0L));
            cells.add(work.map(StaffWeek.Work::preparationMinutes).orElse(0L));
        }
        cells.add(line.work().stream().mapToLong(StaffWeek.Work::countedMinutes).sum());
        cells.add(line.work().stream().mapToInt(StaffWeek.Work::tasks).sum());
        return cells;
    }

    private List<Object> notHeld(Delivery one) {
        return List.of(
                one.date(), titles.getOrDefault(one.sessionId(), one.sessionId().value()), one.reason());
    }
}
