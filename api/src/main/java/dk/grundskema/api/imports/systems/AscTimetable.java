package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceLesson;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an export of aSc holds. */
final class AscTimetable {
    private final Element root;
    private final Notebook notes;
    private final AscWeek week;
    private final AscPeople people;
    private final AscGroups groups;
    private final AscNames subjects;
    private final Map<String, Element> lessons = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private int someTermsOnly;

    AscTimetable(Element root, Notebook notes) {
        this.root = root;
        this.notes = notes;
        week = new AscWeek(root, notes);
        people = new AscPeople(root, notes);
        people.note();
        groups = new AscGroups(root, people, notes);
        subjects = new AscNames("subject", root.rows("subjects", "subject").toList(), List.of("name", "short"), notes);
        root.rows("lessons", "lesson").forEach(each -> lessons.putIfAbsent(each.attribute("id"), each));
    }

    void read() {
        root.rows("cards", "card").forEach(this::card);
        root.rows("lessons", "lesson")
                .filter(each -> !placed.contains(each.attribute("id")))
                .forEach(each -> notes.info(
                        where(each),
                        "import.asc.not-placed",
                        subjects.all(each.attribute("subjectid"), where(each)),
                        people.classes.all(each.attribute("classids"), where(each))));
        if (someTermsOnly > 0) {
            notes.warning("cards", "import.asc.terms", someTermsOnly);
        }
        if (notes.lessons.isEmpty()) {
            notes.error("cards", "import.asc.no-cards");
        }
    }

    private static String where(Element lesson) {
        return "lesson " + lesson.attribute("id");
    }

    private void card(Element card) {
        String where = "line " + card.line();
        Element lesson = lessons.get(card.attribute("lessonid"));
        if (lesson == null) {
            notes.warning(where, "import.asc.unknown-id", "lesson", card.attribute("lessonid"));
            return;
        }
        var days = week.days(card, where);
        String period = card.attribute("period");
        int count = count(lesson.attribute("periodspercard"));
        if (days.isEmpty() || period.isEmpty()) {
            return; // lies beside the timetable
        }
        placed.add(lesson.attribute("id"));
        if (count < 1) {
            notes.error(where(lesson), "import.asc.count", lesson.attribute("periodspercard"));
            return;
        }
        someTermsOnly += week.isInSomeTermsOnly(card) ? 1 : 0;
        var learners = groups.of(lesson, where(lesson));
        days.forEach(day -> lesson(lesson, card, learners, day, new Clock.Periods(period, count)));
    }

    /** How many lessons of the day a card takes; one if it isn't said, none if it is nonsense. */
    private static int count(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        return text.matches("\\d{1,2}(\\.0+)?") ? (int) Double.parseDouble(text) : 0;
    }

    private void lesson(Element lesson, Element card, AscGroups.Learners learners, Days day, Clock.Periods clock) {
        String where = where(lesson);
        var subject = subjects.all(lesson.attribute("subjectid"), where);
        var students = said(people.students.all(lesson.attribute("studentids"), where), where);
        notes.lessons.add(new SourceLesson(
                notes.at(where),
                "",
                said(learners.classes(), where),
                said(learners.courses(), where),
                students,
                said(people.teachers.all(lesson.attribute("teacherids"), where), where),
                subject.isEmpty() ? null : notes.said(subject.getFirst(), where),
                said(people.rooms.all(card.attribute("classroomids"), where), where),
                day,
                clock,
                learners.unknown(),
                learners.classes().isEmpty() && learners.courses().isEmpty() && students.isEmpty(),
                ""));
    }

    private List<Said> said(Collection<String> names, String where) {
        return names.stream().map(each -> notes.said(each, where)).toList();
    }
}
