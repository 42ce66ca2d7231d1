package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the timetable of an aSc export. */
final class AscTimetableReader {
    private final XmlElement root;
    private final SystemSourceBuilder source;
    private final AscWeekReader week;
    private final AscPeopleReader people;
    private final AscGroupReader groups;
    private final AscNameTable subjects;
    private final Map<String, XmlElement> lessons = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private int someTermsOnly;

    AscTimetableReader(XmlElement root, SystemSourceBuilder source) {
        this.root = root;
        this.source = source;
        week = new AscWeekReader(root, source);
        people = new AscPeopleReader(root, source);
        people.addAll();
        groups = new AscGroupReader(root, people, source);
        subjects = new AscNameTable(
                "subject", root.rows("subjects", "subject").toList(), List.of("name", "short"), source);
        root.rows("lessons", "lesson").forEach(each -> lessons.putIfAbsent(each.attribute("id"), each));
    }

    void read() {
        root.rows("cards", "card").forEach(this::readCard);
        root.rows("lessons", "lesson")
                .filter(each -> !placed.contains(each.attribute("id")))
                .forEach(each -> source.info(
                        where(each),
                        "import.asc.not-placed",
                        subjects.resolveNames(each.attribute("subjectid"), where(each)),
                        people.classes.resolveNames(each.attribute("classids"), where(each))));
        if (someTermsOnly > 0) {
            source.warning("cards", "import.asc.terms", someTermsOnly);
        }
        if (source.lessons.isEmpty()) {
            source.error("cards", "import.asc.no-cards");
        }
    }

    private static String where(XmlElement lesson) {
        return "lesson " + lesson.attribute("id");
    }

    private void readCard(XmlElement card) {
        String where = "line " + card.line();
        XmlElement lesson = lessons.get(card.attribute("lessonid"));
        if (lesson == null) {
            source.warning(where, "import.asc.unknown-id", "lesson", card.attribute("lessonid"));
            return;
        }
        var days = week.daysOfCard(card, where);
        String period = card.attribute("period");
        int count = parseCount(lesson.attribute("periodspercard"));
        if (days.isEmpty() || period.isEmpty()) {
            return; // not placed in the timetable
        }
        placed.add(lesson.attribute("id"));
        if (count < 1) {
            source.error(where(lesson), "import.asc.count", lesson.attribute("periodspercard"));
            return;
        }
        someTermsOnly += week.isInSomeTermsOnly(card) ? 1 : 0;
        var learners = groups.learnersOf(lesson, where(lesson));
        days.forEach(day -> addLesson(lesson, card, learners, day, new SourceTime.Periods(period, count)));
    }

    /** Returns the number of lessons that a card takes; 1 if not stated, 0 if malformed. */
    private static int parseCount(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        return text.matches("\\d{1,2}(\\.0+)?") ? (int) Double.parseDouble(text) : 0;
    }

    private void addLesson(
            XmlElement lesson,
            XmlElement card,
            AscGroupReader.Learners learners,
            SourceDays day,
            SourceTime.Periods clock) {
        String where = where(lesson);
        var subject = subjects.resolveNames(lesson.attribute("subjectid"), where);
        var students = texts(people.students.resolveNames(lesson.attribute("studentids"), where), where);
        source.lessons.add(new SourceLesson(
                source.location(where),
                "",
                texts(learners.classes(), where),
                texts(learners.courses(), where),
                students,
                texts(people.teachers.resolveNames(lesson.attribute("teacherids"), where), where),
                subject.isEmpty() ? null : source.text(subject.getFirst(), where),
                texts(people.rooms.resolveNames(card.attribute("classroomids"), where), where),
                day,
                clock,
                learners.unknown(),
                learners.classes().isEmpty() && learners.courses().isEmpty() && students.isEmpty(),
                ""));
    }

    private List<SourceText> texts(Collection<String> names, String where) {
        return names.stream().map(each -> source.text(each, where)).toList();
    }
}
