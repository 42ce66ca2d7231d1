package dk.grundskema.api.imports.systems.asc;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.asc.AscCardJoiner.JoinedLesson;
import dk.grundskema.api.imports.systems.asc.AscCardJoiner.PlacedCard;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the timetable of an aSc export. */
final class AscTimetableReader {
    /** Most periods of a card that are read as such; a day has fewer. */
    private static final int LONGEST_CARD = 30;

    /** Examples in findings that count lessons. */
    private static final int EXAMPLES = 5;

    private final XmlElement root;
    private final SystemSourceBuilder source;
    private final AscWeekReader week;
    private final AscPeopleReader people;
    private final AscGroupReader groups;
    private final AscNameTable subjects;
    private final Map<String, XmlElement> lessons = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Map<String, Integer> placed = new HashMap<>();
    private int someTermsOnly;

    AscTimetableReader(XmlElement root, SystemSourceBuilder source) {
        this.root = root;
        this.source = source;
        week = new AscWeekReader(root, source);
        people = new AscPeopleReader(root, source);
        people.addAll();
        subjects = new AscNameTable(
                "subject", root.rows("subjects", "subject").toList(), List.of("name", "short"), source);
        groups = new AscGroupReader(root, people, subjects, source);
        root.rows("lessons", "lesson").forEach(each -> lessons.putIfAbsent(each.attribute("id"), each));
    }

    void read() {
        var cards = new ArrayList<PlacedCard>();
        root.rows("cards", "card").forEach(card -> cards.addAll(placedCards(card)));
        List<String> periods = root.rows("periods", "period")
                .map(each -> each.attribute("period"))
                .filter(name -> !name.isEmpty())
                .toList();
        List<JoinedLesson> joined = new AscCardJoiner(periods, cards).join();
        Map<String, AscGroupReader.Learners> learners = new HashMap<>();
        joined.forEach(each -> addLesson(
                each,
                learners.computeIfAbsent(
                        each.first().lessonId(), id -> groups.learnersOf(lesson(id), where(lesson(id))))));
        groups.addGroupsInUse();
        reportCutLessons(joined);
        reportOpenLessons();
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

    private XmlElement lesson(String id) {
        return Objects.requireNonNull(lessons.get(id));
    }

    /** Returns a card once for each of its weekdays; none if it is not placed. */
    private List<PlacedCard> placedCards(XmlElement card) {
        String where = "line " + card.line();
        String id = card.attribute("lessonid");
        XmlElement lesson = lessons.get(id);
        if (lesson == null) {
            source.warning(where, "import.asc.unknown-id", "lesson", id);
            return List.of();
        }
        List<SourceDays.Weekly> days = week.daysOfCard(card, lesson, where);
        String period = card.attribute("period");
        if (days.isEmpty() || period.isEmpty()) {
            return List.of();
        }
        placed.merge(id, days.size(), Integer::sum);
        someTermsOnly += AscWeekReader.isInSomeTermsOnly(days.getFirst()) ? 1 : 0;
        int length = lengths.computeIfAbsent(id, any -> cardLength(lesson));
        List<String> rooms = AscNameTable.ids(card.attribute("classroomids"));
        return days.stream()
                .map(day -> new PlacedCard(id, length, day, rooms, period))
                .toList();
    }

    /** Returns how many periods a card of the lesson takes; 1 if that is not stated or malformed. */
    private int cardLength(XmlElement lesson) {
        String text = lesson.attribute("periodspercard");
        int length = text.matches("\\d{1,2}([.,]0+)?") ? Integer.parseInt(text.split("[.,]", 2)[0]) : 0;
        if (!text.isEmpty() && (length < 1 || length > LONGEST_CARD)) {
            source.warning(where(lesson), "import.asc.count", text);
        }
        return Math.clamp(length, 1, LONGEST_CARD);
    }

    private void addLesson(JoinedLesson joined, AscGroupReader.Learners learners) {
        XmlElement lesson = lesson(joined.first().lessonId());
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
                texts(people.rooms.resolveNames(String.join(",", joined.first().rooms()), where), where),
                joined.first().day(),
                joined.periods().size() == 1
                        ? new SourceTime.Periods(joined.periods().getFirst(), 1)
                        : new SourceTime.PeriodRun(joined.periods()),
                learners.unknown(),
                learners.classes().isEmpty() && learners.courses().isEmpty() && students.isEmpty(),
                ""));
    }

    private List<SourceText> texts(Collection<String> names, String where) {
        return names.stream().map(each -> source.text(each, where)).toList();
    }

    private void reportCutLessons(List<JoinedLesson> joined) {
        List<XmlElement> cut = joined.stream()
                .filter(JoinedLesson::isCut)
                .map(each -> lesson(each.first().lessonId()))
                .toList();
        reportCounted(cut, "import.asc.cut");
    }

    /** Reports lessons without a card. */
    private void reportOpenLessons() {
        reportCounted(
                lessons.values().stream()
                        .filter(each -> !placed.containsKey(each.attribute("id")))
                        .toList(),
                "import.asc.not-placed");
    }

    private void reportCounted(List<XmlElement> some, String code) {
        if (!some.isEmpty()) {
            source.info(
                    where(some.getFirst()),
                    code,
                    some.size(),
                    some.stream().limit(EXAMPLES).map(this::describe).toList(),
                    Math.max(0, some.size() - EXAMPLES));
        }
    }

    /** Returns subject, classes and id. */
    private String describe(XmlElement lesson) {
        String subject = subjects.name(lesson.attribute("subjectid"));
        List<String> of = AscNameTable.ids(lesson.attribute("classids")).stream()
                .map(people.classes::name)
                .toList();
        return (subject + " " + String.join("+", of)).strip() + " (" + where(lesson) + ")";
    }
}
