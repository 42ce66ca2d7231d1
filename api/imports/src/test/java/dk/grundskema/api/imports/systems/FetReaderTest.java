package dk.grundskema.api.imports.systems;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.describe;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static dk.grundskema.api.imports.systems.SourceFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.domain.time.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetReaderTest {
    private static final Path EXAMPLE = Path.of("../../examples/school-from-fet/bakkeskolen.fet");

    @TempDir
    private Path folder;

    private final FetReader reader = new FetReader();

    private SourceData read(String text) {
        return new SourceFiles(folder).read(reader, "school.fet", text);
    }

    /** A school of two days with three hours; placeholders contain the tested parts. */
    private static String school(String hours, String activities, String constraints) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <fet version="6.8.5">
                <Days_List><Day><Name>Mandag</Name></Day><Day><Name>Tirsdag</Name></Day></Days_List>
                <Hours_List>%s</Hours_List>
                <Teachers_List><Teacher><Name>MH</Name><Qualified_Subjects><Qualified_Subject>Dansk</Qualified_Subject></Qualified_Subjects></Teacher>
                <Teacher><Name>Åse</Name></Teacher></Teachers_List>
                <Students_List><Year><Name>7.A</Name><Group><Name>7.A tysk</Name><Subgroup><Name>7.A tysk 1</Name></Subgroup></Group></Year>
                <Year><Name>7.B</Name><Group><Name>7.B tysk</Name></Group></Year>
                <Year><Name>9</Name><Group><Name>9.A</Name></Group><Group><Name>9.B</Name></Group></Year></Students_List>
                <Activities_List>%s</Activities_List>
                <Rooms_List><Room><Name>12</Name><Capacity>24</Capacity></Room><Room><Name>Hal</Name><Capacity>30000</Capacity></Room>
                <Room><Name>all of them</Name><Virtual>true</Virtual></Room></Rooms_List>
                <Time_Constraints_List>%s</Time_Constraints_List>
                <Space_Constraints_List><ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage><Activity_Id>1</Activity_Id><Room>12</Room></ConstraintActivityPreferredRoom>
                <ConstraintRoomNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Room>Hal</Room><Not_Available_Time><Day>Mandag</Day><Hour>08:00-08:45</Hour></Not_Available_Time></ConstraintRoomNotAvailableTimes></Space_Constraints_List>
                </fet>
                """.formatted(hours, activities, constraints);
    }

    private static final String TIMES = hours("08:00-08:45", "8.55 - 9.40", "10:00-10:45");

    private static String hours(String... names) {
        return List.of(names).stream()
                .map(name -> "<Hour><Name>" + name + "</Name></Hour>")
                .reduce("", String::concat);
    }

    private static String activity(int id, String teachers, String students, int duration) {
        var sets = new StringBuilder();
        for (String set : students.split(";", -1)) {
            sets.append("<Students>").append(set).append("</Students>");
        }
        var who = new StringBuilder();
        for (String teacher : teachers.split(";", -1)) {
            who.append("<Teacher>").append(teacher).append("</Teacher>");
        }
        return "<Activity>%s<Subject>Dansk</Subject>%s<Duration>%d</Duration><Id>%d</Id><Active>true</Active></Activity>"
                .formatted(who, sets, duration, id);
    }

    private static String at(int id, String day, String hour) {
        return at(id, day, hour, "100");
    }

    private static String at(int id, String day, String hour, String weight) {
        return "<ConstraintActivityPreferredStartingTime><Weight_Percentage>%s</Weight_Percentage><Activity_Id>%d</Activity_Id><Preferred_Day>%s</Preferred_Day><Preferred_Hour>%s</Preferred_Hour><Active>true</Active></ConstraintActivityPreferredStartingTime>"
                .formatted(weight, id, day, hour);
    }

    @Test
    void aDoubleLessonIsOneLessonOfTwoHours() {
        var source = read(school(TIMES, activity(1, "MH;Åse", "7.A", 2), at(1, "Tirsdag", "8.55 - 9.40")));

        assertThat(errorsAndWarnings(source)).isEmpty();
        SourceLesson lesson = source.lessons().getFirst();
        assertThat(describe(lesson)).isEqualTo("7.A Dansk MH+Åse 12");
        assertThat(lesson.days()).isEqualTo(new SourceDays.Weekly(DayOfWeek.TUESDAY, new SourceDays.WeekPattern.All()));
        assertThat(lesson.clock()).isEqualTo(new SourceTime.Periods("8.55 - 9.40", 2));
        assertThat(lesson.place().where()).isEqualTo("activity 1");
        assertThat(source.periods()).hasSize(3);
        assertThat(source.periods().get(1).start()).isEqualTo(LocalTime.of(8, 55));
        assertThat(source.periods().get(1).end()).isEqualTo(LocalTime.of(9, 40));
    }

    @Test
    void anActivityMustFitInTheDay() {
        var source = read(school(
                TIMES,
                activity(1, "MH", "7.A", 2) + activity(2, "MH", "7.B", 2) + activity(3, "MH", "7.B", 0),
                at(1, "Mandag", "8.55 - 9.40") + at(2, "Mandag", "10:00-10:45") + at(3, "Mandag", "10:00-10:45")));

        assertThat(source.lessons()).hasSize(1);
        assertThat(errorsAndWarnings(source))
                .containsExactly("import.fet.duration @ activity 2", "import.fet.duration @ activity 3");
    }

    @Test
    void groupsAreCoursesAndTheirLessonsParts() {
        var source = read(
                school(
                        TIMES,
                        activity(1, "MH", "7.A tysk;7.B tysk", 1)
                                + activity(2, "Åse", "7.A tysk 1", 1)
                                + activity(3, "MH", "7.A;7.B", 1),
                        at(1, "Mandag", "08:00-08:45") + at(2, "Mandag", "08:00-08:45")
                                + at(3, "Tirsdag", "08:00-08:45")
                                + "<ConstraintActivitiesSameStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>1</Activity_Id><Activity_Id>2</Activity_Id></ConstraintActivitiesSameStartingTime>"));

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly(
                        "{7.A tysk+7.B tysk} Dansk MH 12 part", "{7.A tysk 1} Dansk Åse  part", "7.A+7.B Dansk MH ");
        assertThat(source.lessons().stream().map(SourceLesson::coupling))
                .containsExactly("activities 1, 2", "activities 1, 2", "");
        assertThat(source.groups().stream()
                        .filter(SourceGroup::isClass)
                        .map(each -> each.key().text()))
                .containsExactly("7.A", "7.B", "9.A", "9.B");
        var course = source.groups().stream()
                .filter(each -> each.key().text().equals("7.A tysk 1"))
                .findFirst()
                .orElseThrow();
        assertThat(course.isClass()).isFalse();
        assertThat(words(course.of())).containsExactly("7.A");
    }

    @Test
    void aYearOfClassesIsAllItsClasses() {
        var source = read(school(
                TIMES,
                activity(1, "MH", "9", 1) + activity(2, "MH", "9.B", 1) + activity(3, "MH", "8.X", 1),
                at(1, "Mandag", "08:00-08:45") + at(2, "Tirsdag", "08:00-08:45") + at(3, "Tirsdag", "8.55 - 9.40")));

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("9.A+9.B Dansk MH 12", "9.B Dansk MH ", "8.X Dansk MH ");
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.unknown-students @ activity 3");
    }

    @Test
    void timesThatAreWishesAreNoTimes() {
        var source = read(school(
                TIMES,
                activity(1, "MH", "7.A", 1) + activity(2, "MH", "7.B", 1),
                at(1, "Mandag", "08:00-08:45") + at(2, "Tirsdag", "08:00-08:45", "99.5")));

        assertThat(source.lessons()).hasSize(1);
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.not-placed @ activity 2");
    }

    @Test
    void aSchoolWithoutAnyTimeSaysWhatToDo() {
        assertThat(errorsAndWarnings(read(school(TIMES, activity(1, "MH", "7.A", 1), ""))))
                .containsExactly("import.fet.no-times @ Activities_List");
    }

    @Test
    void resultsBesideTheFileGiveTimesAndRooms() {
        new SourceFiles(folder).write("school_activities.xml", """
                <?xml version="1.0" encoding="UTF-8"?><Activities_Timetable><Activity><Id>1</Id><Day>Tirsdag</Day><Hour>10:00-10:45</Hour>
                <Room>all of them</Room><Real_Room>12</Real_Room><Real_Room>Hal</Real_Room></Activity></Activities_Timetable>
                """.getBytes(StandardCharsets.UTF_8));

        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), ""));

        assertThat(source.lessons().stream().map(SourceFiles::describe)).containsExactly("7.A Dansk MH 12+Hal");
        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.Periods("10:00-10:45", 1));
        assertThat(codes(source)).containsExactly("import.fet.results");
        var alone = reader.read("r", folder.resolve("school_activities.xml"), ReadingHints.none());
        assertThat(codes(alone)).containsExactly("import.fet.results-of");
    }

    @Test
    void resultsWithoutASchoolAreOfNoUse() {
        var source = new SourceFiles(folder).read(reader, "x_activities.xml", "<Activities_Timetable/>");

        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.results-alone @ ");
    }

    @Test
    void unavailableTeacherIsAwayFromTheFirstToTheLastHourInARow() {
        String never = """
                <ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Teacher>MH</Teacher>
                <Not_Available_Time><Day>Mandag</Day><Hour>08:00-08:45</Hour></Not_Available_Time>
                <Not_Available_Time><Day>Mandag</Day><Hour>8.55 - 9.40</Hour></Not_Available_Time>
                <Not_Available_Time><Day>Tirsdag</Day><Hour>08:00-08:45</Hour></Not_Available_Time>
                <Not_Available_Time><Day>Tirsdag</Day><Hour>8.55 - 9.40</Hour></Not_Available_Time>
                <Not_Available_Time><Day>Tirsdag</Day><Hour>10:00-10:45</Hour></Not_Available_Time>
                <Not_Available_Time><Day>Søndag</Day><Hour>10:00-10:45</Hour></Not_Available_Time></ConstraintTeacherNotAvailableTimes>
                """;
        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), at(1, "Mandag", "10:00-10:45") + never));

        assertThat(source.staff().getFirst().never())
                .containsExactly(
                        new Period(
                                null,
                                null,
                                new TreeSet<>(List.of(DayOfWeek.MONDAY)),
                                LocalTime.of(8, 0),
                                LocalTime.of(9, 40)),
                        new Period(null, null, new TreeSet<>(List.of(DayOfWeek.TUESDAY)), null, null));
        assertThat(words(source.staff().getFirst().skills())).containsExactly("Dansk");
        assertThat(source.staff().get(1).never()).isEmpty();
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.no-such-time @ MH");
        assertThat(source.busy()).hasSize(1);
        assertThat(source.busy().getFirst().who().text()).isEqualTo("Hal");
        assertThat(source.busy().getFirst().when().end()).isEqualTo(LocalTime.of(8, 45));
        assertThat(source.rooms().stream().map(each -> each.key().text() + each.capacity()))
                .containsExactly("1224", "Halnull");
    }

    @Test
    void hoursThatOnlyBeginLastAsLongAsTheShortest() {
        var source =
                read(school(hours("8:00", "8:50", "10:00"), activity(1, "MH", "7.A", 1), at(1, "Mandag", "10:00")));

        assertThat(source.periods().getLast().end()).isEqualTo(LocalTime.of(10, 50));
        assertThat(errorsAndWarnings(source)).contains("import.fet.starts-only @ Hours_List");
    }

    @Test
    void hoursWithNumbersHaveNoTimes() {
        var source = read(school(hours("1", "2", "3"), activity(1, "MH", "7.A", 1), at(1, "Mandag", "3")));

        assertThat(source.periods()).isEmpty();
        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.Periods("3", 1));
    }

    @Test
    void daysOfTwoWeeksTakeTurns() {
        String text = school(TIMES, activity(1, "MH", "7.A", 1), at(1, "2 - mandag", "10:00-10:45"))
                .replace("<Day><Name>Tirsdag</Name></Day>", "<Day><Name>2 - mandag</Name></Day>");

        assertThat(read(text).lessons().getFirst().days())
                .isEqualTo(new SourceDays.Weekly(
                        DayOfWeek.MONDAY, new SourceDays.WeekPattern.Rotation(List.of(false, true))));
    }

    @Test
    void daysWithoutWeekdaysGoByTheirOrderAndThatIsSaid() {
        String text = school(TIMES, activity(1, "MH", "7.A", 1), at(1, "B", "10:00-10:45"))
                .replace("<Name>Mandag</Name>", "<Name>A</Name>")
                .replace("<Name>Tirsdag</Name>", "<Name>B</Name>");

        var source = read(text);

        assertThat(source.lessons().getFirst().days())
                .isEqualTo(new SourceDays.Weekly(DayOfWeek.TUESDAY, new SourceDays.WeekPattern.All()));
        assertThat(errorsAndWarnings(source)).contains("import.fet.days-by-order @ Days_List");
        assertThat(errorsAndWarnings(read(text.replace("<Name>A</Name>", "<Name>Mandag</Name>"))))
                .contains("import.fet.days-unknown @ Days_List");
    }

    /** Made with FET 6.8.5. */
    @Test
    void theExampleIsReadWhole() throws IOException {
        var source = reader.read("bakkeskolen.fet", EXAMPLE, ReadingHints.none());

        assertThat(errorsAndWarnings(source)).isEmpty();
        assertThat(source.lessons()).hasSize(115);
        assertThat(source.lessons().stream()
                        .mapToInt(each -> ((SourceTime.Periods) each.clock()).count())
                        .sum())
                .isEqualTo(148);
        assertThat(source.lessons().stream().filter(SourceLesson::part)).hasSize(20);
        assertThat(source.lessons().stream().filter(each -> !each.coupling().isEmpty()))
                .hasSize(20);
        assertThat(source.lessons().stream().filter(each -> each.teachers().size() == 2))
                .hasSize(3);
        assertThat(source.lessons()).allSatisfy(each -> assertThat(each.rooms()).hasSize(1));
        assertThat(source.staff()).hasSize(10);
        assertThat(source.rooms()).hasSize(11);
        assertThat(source.groups().stream().filter(SourceGroup::isClass)).hasSize(6);
        assertThat(source.groups()).hasSize(18);
        assertThat(source.periods()).hasSize(6);
        assertThat(reader.recognises(Files.readAllBytes(EXAMPLE), "a.xml")).isTrue();
    }

    private static String together(int one, int other) {
        return "<ConstraintActivitiesSameStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>%d</Activity_Id><Activity_Id>%d</Activity_Id></ConstraintActivitiesSameStartingTime>"
                .formatted(one, other);
    }

    @Test
    void activitiesThatBeginTogetherByWayOfAnotherAreCoupledAll() {
        var source = read(school(
                TIMES,
                activity(1, "MH", "7.A tysk", 1)
                        + activity(2, "Åse", "7.B tysk", 1)
                        + activity(3, "KL", "7.A tysk 1", 1),
                at(1, "Mandag", "08:00-08:45")
                        + at(2, "Mandag", "08:00-08:45")
                        + at(3, "Mandag", "08:00-08:45")
                        + together(1, 2)
                        + together(2, 3)));

        assertThat(source.lessons().stream().map(SourceLesson::coupling)).containsOnly("activities 1, 2, 3");
    }

    @Test
    void activitiesThatAreSwitchedOffAreNoLessons() {
        var source = read(school(
                TIMES,
                activity(1, "MH", "7.A", 1) + activity(2, "Åse", "7.B", 1).replace("true", "false"),
                at(1, "Mandag", "08:00-08:45") + at(2, "Mandag", "08:00-08:45")));

        assertThat(source.lessons().stream().map(SourceFiles::describe)).containsExactly("7.A Dansk MH 12");
    }

    @Test
    void unusableUnavailableTimesAreReported() {
        String never =
                "<Not_Available_Time><Day>Mandag</Day><Hour>1</Hour></Not_Available_Time></ConstraintTeacherNotAvailableTimes>";
        var withoutTimes = read(school(
                hours("1", "2"),
                activity(1, "MH", "7.A", 1),
                at(1, "Mandag", "1")
                        + "<ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Teacher>MH</Teacher>"
                        + never));
        assertThat(errorsAndWarnings(withoutTimes)).contains("import.fet.never-without-times @ MH");

        var classes = read(
                school(
                        TIMES,
                        activity(1, "MH", "7.A", 1),
                        at(1, "Mandag", "08:00-08:45")
                                + "<ConstraintStudentsSetNotAvailableTimes><Students>7.A</Students></ConstraintStudentsSetNotAvailableTimes>"));
        assertThat(codes(classes)).contains("import.fet.students-never");
    }

    @Test
    void anotherKindOfFileIsSaidToBeOne() {
        assertThat(errorsAndWarnings(read("<?xml version=\"1.0\"?>\n<school/>")))
                .containsExactly("import.fet.other @ line 2");
        assertThat(reader.recognises("<fet version=\"6\">".getBytes(StandardCharsets.UTF_8), "x.xml"))
                .isTrue();
        assertThat(reader.recognises("<other>".getBytes(StandardCharsets.UTF_8), "x.FET"))
                .isTrue();
        assertThat(reader.recognises("<other>".getBytes(StandardCharsets.UTF_8), "x.xml"))
                .isFalse();
    }
}
