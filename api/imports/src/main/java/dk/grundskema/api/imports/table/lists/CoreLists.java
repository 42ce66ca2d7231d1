package dk.grundskema.api.imports.table.lists;

import static dk.grundskema.solver.spi.InputList.Column.choice;
import static dk.grundskema.solver.spi.InputList.Column.optional;
import static dk.grundskema.solver.spi.InputList.Column.several;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lists that every plan can have. */
public final class CoreLists {
    /** Key of the timetable. */
    static final String TIMETABLE = "timetable";
    /** Key of the bell times. */
    static final String BELLS = "bells";
    /** Key of the staff. */
    static final String STAFF = "staff";
    /** Key of the students. */
    static final String STUDENTS = "students";
    /** Key of the rooms. */
    static final String ROOMS = "rooms";
    /** Key of classes and courses. */
    static final String GROUPS = "groups";
    /** Key of busy times. */
    static final String BUSY = "busy";

    private final Texts danish;
    private final Texts english;

    private CoreLists() {
        danish = TableTexts.forLanguage(Locale.of("da"));
        english = TableTexts.forLanguage(Locale.of("en"));
    }

    /** Returns all lists, with examples in a language. */
    public static List<ListDefinition> forLanguage(Locale language) {
        var lists = new CoreLists();
        var examples = new SchoolTemplateExamples(TableTexts.forLanguage(language));
        return List.of(
                lists.timetable(examples.timetable()),
                lists.bells(examples.bells()),
                lists.staff(examples.staff()),
                lists.students(examples.students()),
                lists.rooms(examples.rooms()),
                lists.groups(examples.groups()),
                lists.busy(examples.busy()));
    }

    /** Returns the list of lessons, which is also that of a plan's dated meetings. */
    public static ListDefinition ofTimetable() {
        return new CoreLists().timetable(List.of());
    }

    /** Returns the lists of a camp in the order of filling them in, with examples in a language; a camp has no lessons of its own. */
    public static List<ListDefinition> ofCamp(Locale language) {
        var lists = new CoreLists();
        var examples = new CampTemplateExamples(TableTexts.forLanguage(language));
        return List.of(
                lists.staff(examples.staff()),
                lists.students(examples.students()),
                lists.rooms(examples.rooms()),
                lists.groups(examples.groups()),
                lists.busy(examples.busy()));
    }

    private ListDefinition timetable(List<List<String>> examples) {
        var list = new InputList(
                TIMETABLE,
                List.of(
                        several("class", Kind.GROUP),
                        several("course", Kind.GROUP),
                        optional("subject", Kind.SUBJECT),
                        several("teacher", Kind.STAFF),
                        several("room", Kind.ROOM),
                        several("weekday", Kind.TEXT),
                        optional("period", Kind.TEXT),
                        optional("start", Kind.TEXT),
                        optional("end", Kind.TEXT),
                        optional("weeks", Kind.TEXT),
                        optional("part", Kind.YES_NO),
                        optional("coupling", Kind.TEXT),
                        choice("type", false, "lesson", "busy"),
                        optional("title", Kind.TEXT),
                        optional("time", Kind.TEXT),
                        optional("date", Kind.DATE),
                        optional("count", Kind.WHOLE),
                        several("student", Kind.STUDENT),
                        optional("key", Kind.TEXT)),
                examples);
        return list(
                list,
                Set.of("time", "date", "count", "student", "key"),
                List.of(
                        Set.of("weekday", "date"),
                        Set.of("period", "start", "time"),
                        Set.of("class", "course", "subject", "student", "title")));
    }

    private ListDefinition bells(List<List<String>> examples) {
        var list = new InputList(
                BELLS,
                List.of(
                        Column.required("lesson", Kind.TEXT),
                        several("weekdays", Kind.TEXT),
                        optional("start", Kind.TEXT),
                        optional("end", Kind.TEXT),
                        optional("time", Kind.TEXT)),
                examples);
        return list(list, Set.of("time"), List.of(Set.of("lesson"), Set.of("start", "time"), Set.of("end", "time")));
    }

    private ListDefinition staff(List<List<String>> examples) {
        var list = new InputList(
                STAFF,
                List.of(
                        optional("key", Kind.TEXT),
                        optional("fullname", Kind.TEXT),
                        several("skills", Kind.SUBJECT),
                        optional("hours", Kind.NUMBER),
                        optional("email", Kind.TEXT),
                        several("never", Kind.TEXT),
                        optional("first", Kind.TEXT),
                        optional("last", Kind.TEXT)),
                examples);
        return list(list, Set.of("first", "last"), List.of(Set.of("key", "fullname", "first")));
    }

    private ListDefinition students(List<List<String>> examples) {
        var list = new InputList(
                STUDENTS,
                List.of(
                        optional("key", Kind.TEXT),
                        optional("fullname", Kind.TEXT),
                        optional("class", Kind.GROUP),
                        optional("school", Kind.TEXT),
                        several("courses", Kind.GROUP),
                        several("never", Kind.TEXT),
                        optional("first", Kind.TEXT),
                        optional("last", Kind.TEXT)),
                examples);
        return list(list, Set.of("first", "last"), List.of(Set.of("fullname", "first")));
    }

    private ListDefinition rooms(List<List<String>> examples) {
        var list = new InputList(
                ROOMS,
                List.of(
                        Column.required("key", Kind.TEXT),
                        optional("called", Kind.TEXT),
                        optional("kind", Kind.TEXT),
                        optional("capacity", Kind.WHOLE)),
                examples);
        return list(list, Set.of(), List.of(Set.of("key")));
    }

    private ListDefinition groups(List<List<String>> examples) {
        var list = new InputList(
                GROUPS,
                List.of(
                        Column.required("key", Kind.TEXT),
                        optional("called", Kind.TEXT),
                        choice("type", false, "class", "course"),
                        several("of", Kind.GROUP),
                        several("students", Kind.STUDENT)),
                examples);
        return list(list, Set.of(), List.of(Set.of("key")));
    }

    private ListDefinition busy(List<List<String>> examples) {
        var list = new InputList(
                BUSY,
                List.of(
                        Column.required("who", Kind.TEXT),
                        several("weekdays", Kind.TEXT),
                        optional("start", Kind.TEXT),
                        optional("end", Kind.TEXT),
                        optional("from", Kind.DATE),
                        optional("until", Kind.DATE),
                        optional("time", Kind.TEXT),
                        several("when", Kind.TEXT)),
                examples);
        return list(
                list,
                Set.of("time", "when"),
                List.of(Set.of("who"), Set.of("weekdays", "start", "time", "from", "when")));
    }

    private ListDefinition list(InputList list, Set<String> unshown, List<Set<String>> needs) {
        return new ListDefinition("", list, needs, unshown, danish, english);
    }
}
