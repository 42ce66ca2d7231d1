package dk.grundskema.api.exports.workbook;

import dk.grundskema.api.documents.ledger.LedgerTexts;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.ledger.AffectedLesson;
import dk.grundskema.solver.ledger.ClassWeek;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.StaffWeek;
import dk.grundskema.solver.ledger.StudentWeek;
import dk.grundskema.solver.ledger.SupportTotal;
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
 * The ledger as a workbook for the planner: one sheet each for students, affected lessons, classes, staff and cancelled sessions, with one row for
 * each week.
 */
public final class LedgerWorkbook {
    private final Ledger ledger;
    private final LedgerTexts words;
    private final Map<StudentId, String> classes;
    private final Map<Object, String> titles;
    private final List<String> types;
    private final List<String> classTypes;
    private final List<String> staffTypes;

    private LedgerWorkbook(Ledger ledger, Problem problem, Timetable timetable, LedgerTexts words) {
        this.ledger = ledger;
        this.words = words;
        this.classes = new HashMap<>();
        for (Student student : problem.students()) {
            if (student.classGroup() != null) {
                classes.put(student.id(), words.nameOf(student.classGroup()));
            }
        }
        this.titles = timetable.meetings().stream().collect(Collectors.toMap(Meeting::sessionId, Meeting::title));
        this.types = ledger.students().stream()
                .flatMap(line -> line.support().stream().map(SupportTotal::type))
                .distinct()
                .toList();
        this.classTypes = ledger.classes().stream()
                .flatMap(line -> line.wholeClass().stream().map(SupportTotal::type))
                .distinct()
                .toList();
        this.staffTypes = ledger.staff().stream()
                .flatMap(line -> line.work().stream().map(StaffWeek.Work::type))
                .distinct()
                .toList();
    }

    /** Returns the bytes of the workbook file. */
    public static byte[] bytes(Ledger ledger, Problem problem, Timetable timetable, LedgerTexts words) {
        return new LedgerWorkbook(ledger, problem, timetable, words).bytes();
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, FilterableWorksheet.APPLICATION, FilterableWorksheet.VERSION)) {
            addSheet(
                    book,
                    "students",
                    studentHeadings(),
                    ledger.students().stream().map(this::studentCells));
            addSheet(
                    book,
                    "touched",
                    headings("class", "student", "date", "lesson", "minutes", "by", "how"),
                    ledger.students().stream()
                            .flatMap(line -> line.touched().stream().map(one -> touchedLessonCells(line, one))));
            addSheet(book, "classes", classHeadings(), ledger.classes().stream().map(this::classCells));
            addSheet(book, "staff", staffHeadings(), ledger.staff().stream().map(this::staffCells));
            addSheet(
                    book,
                    "not-held",
                    headings("date", "meeting", "reason"),
                    ledger.notHeld().stream().map(this::notHeldCells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void addSheet(Workbook book, String key, List<String> headings, Stream<List<Object>> lines) {
        new FilterableWorksheet(words.format("sheet." + key), headings).addTo(book, lines);
    }

    private List<String> headings(String... keys) {
        return Stream.of(keys).map(key -> words.format("column." + key)).toList();
    }

    private List<String> studentHeadings() {
        var all = new ArrayList<>(headings(
                "class", "student", "week", "lessons", "lesson-minutes", "inside", "by-decision", "without-decision"));
        all.addAll(supportHeadings());
        return all;
    }

    private List<String> supportHeadings() {
        var all = new ArrayList<String>();
        types.forEach(type -> all.add(words.format("column.support", words.typeName(type))));
        all.addAll(headings("tasks", "categories", "entered", "received"));
        return all;
    }

    private List<Object> studentCells(StudentWeek line) {
        var cells = new ArrayList<Object>();
        cells.add(classes.getOrDefault(line.student(), ""));
        cells.add(words.nameOf(line.student()));
        cells.add(line.week());
        cells.add(line.lessons());
        cells.add(line.lessonMinutes());
        for (AffectedLesson.LessonEffect how : AffectedLesson.LessonEffect.values()) {
            cells.add(line.touched().stream().filter(one -> one.how() == how).count());
        }
        cells.addAll(supportCells(line.support()));
        return cells;
    }

    private List<Object> supportCells(List<SupportTotal> support) {
        var cells = new ArrayList<Object>();
        types.forEach(type -> cells.add(plannedMinutes(type, support)));
        cells.add(support.stream().mapToInt(SupportTotal::tasks).sum());
        cells.add(support.stream()
                .map(one -> words.categoryName(one.category()))
                .distinct()
                .collect(Collectors.joining(", ")));
        cells.add(support.stream().mapToLong(SupportTotal::enteredMinutes).sum());
        cells.add(support.stream().mapToLong(SupportTotal::receivedMinutes).sum());
        return cells;
    }

    private static long plannedMinutes(String type, List<SupportTotal> support) {
        return support.stream()
                .filter(one -> one.type().equals(type))
                .mapToLong(SupportTotal::plannedMinutes)
                .sum();
    }

    private List<Object> touchedLessonCells(StudentWeek line, AffectedLesson one) {
        return List.of(
                classes.getOrDefault(line.student(), ""),
                words.nameOf(line.student()),
                one.date(),
                words.nameOf(one.lesson()),
                one.minutes(),
                words.nameOf(one.intervention()),
                words.format("how." + one.how().name()));
    }

    private List<String> classHeadings() {
        var all = new ArrayList<>(headings("class", "week", "lessons"));
        classTypes.forEach(type -> all.add(words.format("column.whole-class", words.typeName(type))));
        all.addAll(headings("supported", "missed"));
        all.addAll(supportHeadings());
        return all;
    }

    private List<Object> classCells(ClassWeek line) {
        var cells = new ArrayList<Object>(List.of(words.nameOf(line.group()), line.week(), line.lessons()));
        classTypes.forEach(type -> cells.add(plannedMinutes(type, line.wholeClass())));
        cells.add(line.supported());
        cells.add(line.missedLessons());
        cells.addAll(supportCells(line.students()));
        return cells;
    }

    private List<String> staffHeadings() {
        var all = new ArrayList<>(headings("person", "week", "own-lessons"));
        for (String type : staffTypes) {
            all.add(words.format("column.duty", words.typeName(type)));
            all.add(words.format("column.preparation", words.typeName(type)));
        }
        all.addAll(headings("counted", "tasks"));
        return all;
    }

    private List<Object> staffCells(StaffWeek line) {
        var cells = new ArrayList<Object>(List.of(words.nameOf(line.staff()), line.week(), line.lessonMinutes()));
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

    private List<Object> notHeldCells(Delivery one) {
        return List.of(
                one.date(), titles.getOrDefault(one.sessionId(), one.sessionId().value()), one.reason());
    }
}
