package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.GroupId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the XML of aSc Timetables 2012: tables of rows whose columns are attributes. As in exports of that program there is a card for each
 * period of a lesson.
 */
final class AscXmlWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final String IMPORT = "canadd,export:silent";
    private static final String TERM = "TERM";
    private static final String ANY_DAY = "DAY-ANY";
    private static final String WHOLE = "whole";

    private final WeeklyTimetable plan;
    private final List<String> subjectNames;
    private final XmlFileWriter out = new XmlFileWriter();
    private final Map<WeeklyLesson.Series, List<WeeklyLesson>> lessons = new LinkedHashMap<>();

    private AscXmlWriter(WeeklyTimetable plan) {
        this.plan = plan;
        this.subjectNames = List.copyOf(plan.subjectNames());
        plan.lessons()
                .forEach(lesson -> lessons.computeIfAbsent(lesson.series(), any -> new ArrayList<>())
                        .add(lesson));
    }

    static byte[] write(WeeklyTimetable plan) {
        return new AscXmlWriter(plan).write();
    }

    private byte[] write() {
        out.open(
                "timetable",
                "importtype",
                "database",
                "options",
                "groupstype1,decimalseparatordot,lessonsincludeclasseswithoutstudents,handlestudentsafterlessons",
                "displayname",
                "aSc Timetables 2012 XML",
                "displaycountries",
                "");
        writePeriods();
        writeDays();
        writeWeeks();
        table("termsdefs", "id,name,short,terms", () -> {
            String year = text("program.year");
            out.empty("termsdef", "id", TERM, "name", year, "short", year, "terms", "1");
        });
        writePeopleAndPlaces();
        writeGroups();
        table("students", "id,classid,name", () -> {});
        writeLessons();
        writeCards();
        return out.close().finish();
    }

    private void table(String name, String columns, Runnable rows) {
        out.open(name, "options", IMPORT, "columns", columns);
        rows.run();
        out.close();
    }

    private void writePeriods() {
        table("periods", "period,name,short,starttime,endtime", () -> {
            int number = 1;
            for (GridPeriod period : plan.grid().periods()) {
                String name = String.valueOf(number++);
                out.empty(
                        "period",
                        "name",
                        name,
                        "short",
                        name,
                        "period",
                        name,
                        "starttime",
                        time(period.start()),
                        "endtime",
                        time(period.end()));
            }
        });
    }

    private static String time(LocalTime time) {
        return TIME.format(time);
    }

    private void writeDays() {
        int count = plan.days().size();
        List<String> masks =
                IntStream.range(0, count).mapToObj(i -> mask(count, List.of(i))).toList();
        table("daysdefs", "id,name,short,days", () -> {
            for (DayOfWeek day : plan.days()) {
                out.empty(
                        "daysdef",
                        "id",
                        "DAY-" + day.getValue(),
                        "name",
                        day.getDisplayName(TextStyle.FULL_STANDALONE, language()),
                        "short",
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, language()),
                        "days",
                        masks.get(day.getValue() - 1));
            }
            String any = text("program.any-day");
            out.empty("daysdef", "id", ANY_DAY, "name", any, "short", any, "days", String.join(",", masks));
        });
    }

    private void writeWeeks() {
        int count = plan.weeks().size();
        table("weeksdefs", "id,name,short,weeks", () -> {
            String all = text("program.all-weeks");
            out.empty(
                    "weeksdef", "id", weekId(allWeeks()), "name", all, "short", all, "weeks", mask(count, allWeeks()));
            for (int i = 0; count > 1 && i < count; i++) {
                String name = weekName(i);
                out.empty(
                        "weeksdef",
                        "id",
                        weekId(List.of(i)),
                        "name",
                        name,
                        "short",
                        name,
                        "weeks",
                        mask(count, List.of(i)));
            }
            plan.lessons().stream()
                    .map(WeeklyLesson::weeks)
                    .filter(weeks -> weeks.size() > 1 && weeks.size() < count)
                    .distinct()
                    .sorted(Comparator.comparing(weeks -> mask(count, weeks)))
                    .forEach(weeks -> {
                        String name = weeks.stream().map(this::weekName).collect(Collectors.joining(", "));
                        out.empty(
                                "weeksdef",
                                "id",
                                weekId(weeks),
                                "name",
                                name,
                                "short",
                                name,
                                "weeks",
                                mask(count, weeks));
                    });
        });
    }

    private List<Integer> allWeeks() {
        return IntStream.range(0, plan.weeks().size()).boxed().toList();
    }

    private String weekId(Collection<Integer> weeks) {
        return "WEEK-" + mask(plan.weeks().size(), weeks);
    }

    /** Two weeks are the odd and the even ones; more are those of the calendar. */
    private String weekName(int index) {
        int week = plan.weeks().get(index).week();
        return plan.weeks().size() == 2
                ? text(week % 2 == 0 ? "program.even-weeks" : "program.odd-weeks")
                : plan.texts().text("program.week", String.valueOf(week));
    }

    private static String mask(int length, Collection<Integer> set) {
        return IntStream.range(0, length)
                .mapToObj(i -> set.contains(i) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private void writePeopleAndPlaces() {
        table(
                "subjects",
                "id,name,short",
                () -> subjectNames.forEach(
                        subject -> out.empty("subject", "id", subjectId(subject), "name", subject, "short", subject)));
        table(
                "teachers",
                "id,name,short",
                () -> plan.staff()
                        .forEach((id, teacher) -> out.empty(
                                "teacher", "id", "TEACHER-" + id, "name", teacher.name(), "short", teacher.code())));
        table(
                "classrooms",
                "id,name,short,capacity",
                () -> plan.rooms()
                        .forEach((id, name) -> out.empty(
                                "classroom", "id", "ROOM-" + id, "name", name, "short", name, "capacity", "*")));
        table(
                "classes",
                "id,name,short",
                () -> plan.classes()
                        .forEach((id, name) -> out.empty("class", "id", classId(id), "name", name, "short", name)));
    }

    private String subjectId(String subject) {
        return "SUBJECT-" + (subjectNames.indexOf(subject) + 1);
    }

    private static String classId(GroupId id) {
        return "CLASS-" + id;
    }

    /** Each class has a group of all students; simultaneous parts are one division, each named group is a division of its own. */
    private void writeGroups() {
        table("groups", "id,classid,name,entireclass,divisiontag,studentids", () -> {
            for (GroupId of : plan.classes().keySet()) {
                writeGroup(LearnerSet.wholeClass(of), text("program.whole-class"), "1", 0);
                var parts = plan.lessons().stream()
                        .flatMap(lesson -> lesson.learners().stream())
                        .filter(each -> each.classId().equals(of) && !each.isWholeClass())
                        .distinct()
                        .sorted(Comparator.comparing(AscXmlWriter::groupId))
                        .toList();
                int division = 1;
                for (LearnerSet part : parts) {
                    writeGroup(part, plan.partName(part), "0", part.isWithoutGroup() ? 1 : ++division);
                }
            }
        });
    }

    private void writeGroup(LearnerSet learners, String name, String entire, int division) {
        out.empty(
                "group",
                "id",
                groupId(learners),
                "classid",
                classId(learners.classId()),
                "name",
                name,
                "entireclass",
                entire,
                "divisiontag",
                String.valueOf(division),
                "studentids",
                "");
    }

    private static String groupId(LearnerSet learners) {
        String part = learners.isWholeClass()
                ? WHOLE
                : learners.group() == null ? String.valueOf(learners.part()) : "group-" + learners.group();
        return "GROUP-" + learners.classId() + "-" + part;
    }

    private void writeLessons() {
        String columns = "id,subjectid,classids,groupids,teacherids,classroomids,periodspercard,periodsperweek,"
                + "daysdefid,weeksdefid,termsdefid,seminargroup,capacity";
        table("lessons", columns, () -> {
            int number = 1;
            for (var each : lessons.entrySet()) {
                var series = each.getKey();
                int periods = each.getValue().stream()
                        .mapToInt(lesson -> lesson.count() * lesson.weeks().size())
                        .sum();
                out.empty(
                        "lesson",
                        "id",
                        lessonId(number++),
                        "subjectid",
                        subjectId(plan.subjectName(each.getValue().getFirst())),
                        "classids",
                        ids(series.learners(), learners -> classId(learners.classId())),
                        "groupids",
                        ids(series.learners(), AscXmlWriter::groupId),
                        "teacherids",
                        ids(series.teachers(), id -> "TEACHER-" + id),
                        "classroomids",
                        ids(series.rooms(), id -> "ROOM-" + id),
                        "periodspercard",
                        String.valueOf(series.count()),
                        "periodsperweek",
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                (double) periods / plan.weeks().size()),
                        "daysdefid",
                        ANY_DAY,
                        "weeksdefid",
                        weekId(commonWeeks(each.getValue())),
                        "termsdefid",
                        TERM,
                        "seminargroup",
                        "",
                        "capacity",
                        "*");
            }
        });
    }

    /** Returns the weeks of all cards of a lesson, or all weeks if they differ. */
    private Collection<Integer> commonWeeks(List<WeeklyLesson> cards) {
        var first = cards.getFirst().weeks();
        return cards.stream().allMatch(card -> card.weeks().equals(first)) ? first : allWeeks();
    }

    private void writeCards() {
        table("cards", "lessonid,period,days,weeks,terms,classroomids", () -> {
            int number = 1;
            for (var each : lessons.entrySet()) {
                String lesson = lessonId(number++);
                each.getValue().forEach(card -> writeCards(lesson, card));
            }
        });
    }

    private void writeCards(String lessonId, WeeklyLesson lesson) {
        for (int i = 0; i < lesson.count(); i++) {
            out.empty(
                    "card",
                    "lessonid",
                    lessonId,
                    "classroomids",
                    ids(lesson.rooms(), id -> "ROOM-" + id),
                    "period",
                    String.valueOf(lesson.period() + i + 1),
                    "weeks",
                    mask(plan.weeks().size(), lesson.weeks()),
                    "terms",
                    "1",
                    "days",
                    mask(plan.days().size(), List.of(lesson.weekday().getValue() - 1)));
        }
    }

    private static String lessonId(int number) {
        return "LESSON-" + number;
    }

    private static <T> String ids(Collection<T> entities, Function<T, String> id) {
        Stream<String> all = entities.stream().map(id).distinct();
        return all.collect(Collectors.joining(","));
    }

    private String text(String key) {
        return plan.texts().text(key);
    }

    private Locale language() {
        return plan.texts().locale();
    }
}
