package dk.grundskema.api.imports.systems.fet;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.describe;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static dk.grundskema.api.imports.systems.SourceFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.SourceFiles;
import dk.grundskema.domain.time.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
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
        assertThat(lesson.clock()).isEqualTo(new SourceTime.PeriodRun(List.of("8.55 - 9.40", "10:00-10:45")));
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
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.no-such-time @ Activities_List");
        assertThat(arguments(source, "import.fet.no-such-time"))
                .startsWith(2, List.of("Dansk 7.B (Mandag 10:00-10:45, 2)", "Dansk 7.B (Mandag 10:00-10:45, 0)"));
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
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.unknown-students @ Activities_List");
    }

    @Test
    void timesThatAreWishesAreNoTimes() {
        var source = read(school(
                TIMES,
                activity(1, "MH", "7.A", 1) + activity(2, "MH", "7.B", 1),
                at(1, "Mandag", "08:00-08:45") + at(2, "Tirsdag", "08:00-08:45", "99.5")));

        assertThat(source.lessons()).hasSize(1);
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.not-placed @ Activities_List");
        assertThat(arguments(source, "import.fet.not-placed")).containsExactly(1, 2, List.of("Dansk 7.B"));
    }

    @Test
    void unplacedActivitiesAreOneWarningWithTheFirstOfThem() {
        var activities = new StringBuilder();
        for (int id = 1; id <= 7; id++) {
            activities.append(activity(id, "MH", id % 2 == 0 ? "7.A" : "7.B", 1));
        }
        var source = read(school(TIMES, activities.toString(), at(1, "Mandag", "08:00-08:45")));

        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.not-placed @ Activities_List");
        assertThat(arguments(source, "import.fet.not-placed")).containsExactly(6, 7, List.of("Dansk 7.A", "Dansk 7.B"));
    }

    @Test
    void aSchoolWithoutAnyTimeHasItsPeopleAndSaysWhatToDo() {
        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), ""));

        assertThat(source.findings()).noneMatch(each -> each.finding().isError());
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.no-times @ Activities_List");
        assertThat(source.staff()).hasSize(2);
        assertThat(source.groups()).hasSize(4);
        assertThat(errorsAndWarnings(read(school(TIMES, "", ""))))
                .containsExactly("import.fet.no-activities @ Activities_List");
    }

    @Test
    void resultsBesideTheFileGiveTimesAndRooms() {
        new SourceFiles(folder).write("school_activities.xml", """
                <?xml version="1.0" encoding="UTF-8"?><Activities_Timetable><Activity><Id>1</Id><Day>Tirsdag</Day><Hour>10:00-10:45</Hour>
                <Room>all of them</Room><Real_Room>12</Real_Room><Real_Room>Hal</Real_Room></Activity></Activities_Timetable>
                """.getBytes(StandardCharsets.UTF_8));

        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), ""));

        assertThat(source.lessons().stream().map(SourceFiles::describe)).containsExactly("7.A Dansk MH 12+Hal");
        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.PeriodRun(List.of("10:00-10:45")));
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
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.never-unknown @ Time_Constraints_List");
        assertThat(source.busy()).hasSize(1);
        assertThat(source.busy().getFirst().who().text()).isEqualTo("Hal");
        assertThat(source.busy().getFirst().when().end()).isEqualTo(LocalTime.of(8, 45));
        assertThat(source.rooms().stream().map(each -> each.key().text() + each.capacity()))
                .containsExactly("1224", "Hal30000");
    }

    @Test
    void hoursThatOnlyBeginLastUntilTheNextOrAsLongAsMost() {
        var source =
                read(school(hours("8:00", "8:50", "10:00"), activity(1, "MH", "7.A", 1), at(1, "Mandag", "10:00")));

        assertThat(times(source)).containsExactly("8:00 08:00-08:50", "8:50 08:50-09:40", "10:00 10:00-10:50");
        assertThat(errorsAndWarnings(source)).contains("import.fet.hours-completed @ Hours_List");
    }

    @Test
    void hoursOfClassesWithOtherBreaksOverlapInTheTwentyFourHourClock() {
        String[] names = {"1 (08:00-08:45)", "2 (13:00-13:45)", "3 (08:30-09:15)"};

        var source = read(
                withoutBusyRoom(school(hours(names), activity(1, "MH", "7.A", 1), at(1, "Mandag", "3 (08:30-09:15)"))));

        assertThat(times(source))
                .containsExactly(
                        "1 (08:00-08:45) 08:00-08:45", "2 (13:00-13:45) 13:00-13:45", "3 (08:30-09:15) 08:30-09:15");
        assertThat(errorsAndWarnings(source)).isEmpty();
    }

    @Test
    void hoursOfAMorningOverlapToo() {
        String[] names = {"08:00-08:45", "08:45-09:30", "08:15-09:00"};

        var source =
                read(withoutBusyRoom(school(hours(names), activity(1, "MH", "7.A", 1), at(1, "Mandag", names[2]))));

        assertThat(times(source))
                .containsExactly("08:00-08:45 08:00-08:45", "08:45-09:30 08:45-09:30", "08:15-09:00 08:15-09:00");
        assertThat(errorsAndWarnings(source)).isEmpty();
    }

    @Test
    void twoTimesInNamesOfHoursAreASpanOnlyWithADashBetweenThem() {
        String[] names = {
            "08:05 1-Morn || 11:35 1-Aft",
            "08:40 2-Morn || 12:10 2-Aft",
            "09:15 3-Morn || 12:45 3-Aft",
            "12:10 -12:45 6",
            "13:55 -14:30 10"
        };

        var source =
                read(withoutBusyRoom(school(hours(names), activity(1, "MH", "7.A", 1), at(1, "Mandag", names[0]))));

        assertThat(times(source))
                .containsExactly(
                        names[0] + " 08:05-08:40",
                        names[1] + " 08:40-09:15",
                        names[2] + " 09:15-09:50",
                        names[3] + " 12:10-12:45",
                        names[4] + " 13:55-14:30");
    }

    @Test
    void hoursWithNumbersFollowEachOtherFromEightAndThatIsSaid() {
        var source =
                read(withoutBusyRoom(school(hours("1", "2", "3"), activity(1, "MH", "7.A", 1), at(1, "Mandag", "3"))));

        assertThat(times(source)).containsExactly("1 08:00-08:45", "2 08:45-09:30", "3 09:30-10:15");
        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.PeriodRun(List.of("3")));
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.hours-assumed @ Hours_List");
    }

    @Test
    void anHourThatIsABreakOnAllDaysIsShorter() {
        String pauses =
                "<ConstraintBreakTimes><Weight_Percentage>100</Weight_Percentage><Break_Time><Day>Mandag</Day><Hour>B</Hour></Break_Time><Break_Time><Day>Tirsdag</Day><Hour>B</Hour></Break_Time><Break_Time><Day>Tirsdag</Day><Hour>2</Hour></Break_Time></ConstraintBreakTimes>";
        var source = read(school(hours("1", "B", "2"), activity(1, "MH", "7.A", 1), at(1, "Mandag", "2") + pauses));

        assertThat(times(source)).containsExactly("1 08:00-08:45", "B 08:45-09:05", "2 09:05-09:50");
    }

    @Test
    void timesInNamesAreUnderstoodInManyForms() {
        assertThat(timesOf("Pd1 08h00-08h40", "Brk (08.40 - 09.00)", "[3]12:20-01:05p", "01:05p - 1:50"))
                .containsExactly("08:00-08:40", "08:40-09:00", "12:20-13:05", "13:05-13:50");
        assertThat(timesOf("7", "8", "9", "a"))
                .containsExactly("07:00-08:00", "08:00-09:00", "09:00-10:00", "10:00-11:00");
        assertThat(timesOf("a 08:15 - FP 08:15", "b 09:15 - FP 09:30", "c 10:15 - FP 10:15"))
                .containsExactly("08:15-09:15", "09:15-10:15", "10:15-11:15");
        assertThat(timesOf("08:00", "RECM", "09:00", "10:00", "11:00"))
                .containsExactly("08:00-08:30", "08:30-09:00", "09:00-10:00", "10:00-11:00", "11:00-12:00");
        assertThat(timesOf("Assembly", "08:00-08:45", "08:45-09:30"))
                .containsExactly("07:15-08:00", "08:00-08:45", "08:45-09:30");
    }

    private List<String> timesOf(String... names) {
        return read(school(hours(names), activity(1, "MH", "7.A", 1), "")).periods().stream()
                .map(each -> each.start() + "-" + each.end())
                .toList();
    }

    private static List<String> times(SourceData source) {
        return source.periods().stream()
                .map(each -> each.name() + " " + each.start() + "-" + each.end())
                .toList();
    }

    private static List<Object> arguments(SourceData source, String code) {
        return source.findings().stream()
                .filter(each -> each.finding().code().equals(code))
                .findFirst()
                .orElseThrow()
                .finding()
                .arguments();
    }

    private SourceData readWithBells(String text, String... bells) {
        var given = List.of(bells).stream()
                .map(each -> each.split(" "))
                .map(words -> new SourceBellTime(
                        new SourceLocation("bells", ""),
                        words[0],
                        new TreeSet<>(),
                        LocalTime.parse(words[1]),
                        LocalTime.parse(words[2])))
                .toList();
        return new SourceFiles(folder)
                .read(
                        reader,
                        "school.fet",
                        text.getBytes(StandardCharsets.UTF_8),
                        ReadingHints.none().withBells(given));
    }

    @Test
    void theSchoolsBellTimesBelongToHoursByNumberOrOrder() {
        String byNumber = withoutBusyRoom(
                school(
                        hours("Pd 1", "Pd 2", "Pd 3"),
                        activity(1, "MH", "7.A", 2),
                        at(1, "Mandag", "Pd 2")
                                + "<ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Teacher>MH</Teacher><Not_Available_Time><Day>Mandag</Day><Hour>Pd 1</Hour></Not_Available_Time></ConstraintTeacherNotAvailableTimes>"));

        var source = readWithBells(byNumber, "3 10:00 10:45", "1 08:10 08:55", "2 09:00 09:45");

        assertThat(errorsAndWarnings(source)).isEmpty();
        assertThat(source.periods()).isEmpty();
        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.PeriodRun(List.of("2", "3")));
        assertThat(source.staff().getFirst().never().getFirst().start()).isEqualTo(LocalTime.of(8, 10));
        assertThat(readWithBells(byNumber, "A 08:10 08:55", "B 09:00 09:45", "C 10:00 10:45")
                        .lessons()
                        .getFirst()
                        .clock())
                .isEqualTo(new SourceTime.PeriodRun(List.of("B", "C")));
        assertThat(errorsAndWarnings(readWithBells(byNumber, "A 08:10 08:55", "B 09:00 09:45")))
                .containsExactly("import.fet.bells-differ @ Hours_List", "import.fet.hours-assumed @ Hours_List");
    }

    /** Returns a school without times at which a room is not available. */
    private static String withoutBusyRoom(String school) {
        return school.replaceAll("<ConstraintRoomNotAvailableTimes>.*</ConstraintRoomNotAvailableTimes>", "");
    }

    /** A file of any days with one hour, and an activity on each of them. */
    private SourceData readDays(String version, String... names) {
        var activities = new StringBuilder();
        var times = new StringBuilder();
        var days = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            days.append("<Day><Name>").append(names[i]).append("</Name></Day>");
            activities.append(activity(i + 1, "MH", "7.A", 1));
            times.append(at(i + 1, names[i], "08:00-08:45"));
        }
        return read(withoutBusyRoom(school(hours("08:00-08:45"), activities.toString(), times.toString()))
                .replace("<Day><Name>Mandag</Name></Day><Day><Name>Tirsdag</Name></Day>", days)
                .replace("6.8.5", version));
    }

    private static List<String> when(SourceData source) {
        return source.lessons().stream()
                .map(lesson -> {
                    var days = (SourceDays.Weekly) lesson.days();
                    String week = days.which() instanceof SourceDays.WeekPattern.Rotation turns
                            ? " " + turns.mask().indexOf(true) + "/"
                                    + turns.mask().size()
                            : "";
                    String name =
                            ((SourceTime.PeriodRun) lesson.clock()).names().getFirst();
                    return days.weekday().name().substring(0, 2) + week + (name.endsWith(")") ? " pm" : "");
                })
                .toList();
    }

    @Test
    void weekdaysAreFoundInManyLanguagesAndAbbreviations() {
        var mondayToWednesday = List.of("MO", "TU", "WE");
        assertThat(when(readDays("6", "Mon", "Tues", "Wed"))).isEqualTo(mondayToWednesday);
        assertThat(when(readDays("6", "Monday", "Tueday", "Wednesday"))).isEqualTo(mondayToWednesday);
        assertThat(when(readDays("6", "Понеделник", "Вторник", "Сряда"))).isEqualTo(mondayToWednesday);
        assertThat(when(readDays("6", "Lunedi", "Martedì", "MERCOLEDI"))).isEqualTo(mondayToWednesday);
        assertThat(when(readDays("6", "الاثنين", "الثلاثاء", "الأربعاء"))).isEqualTo(mondayToWednesday);
        assertThat(when(readDays("6", "L_M", "L_S", "Ma_M", "Me_M"))).containsExactly("MO", "MO pm", "TU", "WE");
        assertThat(when(readDays("6", "Sunday", "Monday"))).containsExactly("SU", "MO");
        var source = readDays("6", "Mandag", "Tirsdag");
        assertThat(errorsAndWarnings(source)).isEmpty();
    }

    @Test
    void moreUnnamedDaysThanAWeekHasAreSeveralWeeks() {
        var source = readDays(
                "6", "Day 1", "Day 2", "Day 3", "Day 4", "Day 5", "Day 6", "Day 7", "Day 8", "Day 9", "Day 10");

        assertThat(when(source))
                .startsWith("MO 0/2", "TU 0/2", "WE 0/2", "TH 0/2", "FR 0/2", "MO 1/2")
                .endsWith("FR 1/2");
        assertThat(errorsAndWarnings(source)).containsExactly("import.fet.days-by-order @ Days_List");
        assertThat(arguments(source, "import.fet.days-by-order")).contains(2, 5);
    }

    @Test
    void aWeekdayThatComesAgainAtOnceIsTheAfternoonAndLaterIsTheNextWeek() {
        assertThat(when(readDays("6", "mon mor", "mon aft", "tue mor"))).containsExactly("MO", "MO pm", "TU");
        assertThat(when(readDays("6", "Monday", "Tuesday", "Monday2"))).containsExactly("MO 0/2", "TU 0/2", "MO 1/2");
        assertThat(when(readDays("5.27.3-morocco8", "1", "2", "3", "4"))).containsExactly("MO", "MO pm", "TU", "TU pm");
        var halves = readDays("6", "mon mor", "mon aft");
        assertThat(times(halves)).containsExactly("08:00-08:45 08:00-08:45", "08:00-08:45 (2) 08:45-09:30");
        assertThat(errorsAndWarnings(halves)).containsExactly("import.fet.day-parts @ Days_List");
        assertThat(errorsAndWarnings(readDays("5.44-bp", "Teacher 1", "Teacher 2")))
                .containsExactly("import.fet.days-by-order @ Days_List", "import.fet.block-planning @ Days_List");
    }

    @Test
    void theMappingGivesWeekdays() {
        String text = withoutBusyRoom(school(TIMES, activity(1, "MH", "7.A", 1), at(1, "B", "10:00-10:45")))
                .replace("<Name>Mandag</Name>", "<Name>A</Name>")
                .replace("<Name>Tirsdag</Name>", "<Name>B</Name>");
        var hints = ReadingHints.none().withDays(Map.of("A", "tirsdag", "B", "torsdag"));

        var source = new SourceFiles(folder).read(reader, "school.fet", text.getBytes(StandardCharsets.UTF_8), hints);

        assertThat(when(source)).containsExactly("TH");
        assertThat(errorsAndWarnings(source)).isEmpty();
    }

    private SourceData readStudents(String years, String... audiences) {
        var activities = new StringBuilder();
        var times = new StringBuilder();
        for (int i = 0; i < audiences.length; i++) {
            String[] words = audiences[i].split(":", -1);
            activities.append(activity(i + 1, "MH", words[0], Integer.parseInt(words[1])));
            times.append(at(i + 1, "Mandag", "08:00-08:45"));
        }
        String text = school(TIMES, activities.toString(), times.toString());
        int from = text.indexOf("<Students_List>");
        int until = text.indexOf("</Students_List>");
        return read(text.substring(0, from) + "<Students_List>" + years + text.substring(until));
    }

    private static String year(String name, String... groups) {
        return "<Year><Name>" + name + "</Name>" + String.join("", groups) + "</Year>";
    }

    private static String group(String name, String... subgroups) {
        var parts = new StringBuilder();
        for (String each : subgroups) {
            parts.append("<Subgroup><Name>").append(each).append("</Name></Subgroup>");
        }
        return "<Group><Name>" + name + "</Name>" + parts + "</Group>";
    }

    private static List<String> classes(SourceData source) {
        return source.groups().stream()
                .filter(SourceGroup::isClass)
                .map(each -> each.key().text())
                .toList();
    }

    private static List<String> who(SourceData source) {
        return source.lessons().stream()
                .map(lesson -> String.join("+", words(lesson.classes()))
                        + (lesson.courses().isEmpty() ? "" : "{" + String.join("+", words(lesson.courses())) + "}"))
                .toList();
    }

    @Test
    void theClassIsTheLevelThatSpendsMuchOfTheWeekTogether() {
        String years = year("Gr 8", group("Gr 8 red"), group("Gr 8 blue"));
        assertThat(classes(readStudents(years, "Gr 8:1", "Gr 8 red:3", "Gr 8 blue:1")))
                .containsExactly("Gr 8 red", "Gr 8 blue");
        assertThat(classes(readStudents(years, "Gr 8:1", "Gr 8 red:2", "Gr 8 blue:1")))
                .containsExactly("Gr 8");
        assertThat(classes(readStudents(years, "Gr 8 red;Gr 8 blue:2", "Gr 8 red:2")))
                .containsExactly("Gr 8");
        assertThat(classes(readStudents(
                        year("2008", group("low", "1x", "1y"), group("high", "5x")), "1x:2", "1y:2", "5x:3")))
                .containsExactly("1x", "1y", "5x");
    }

    @Test
    void allPartsOfAClassTogetherAreTheClass() {
        var source = readStudents(
                year("7x", group("7x girls"), group("7x boys")) + year("7y"),
                "7x:3",
                "7x girls;7x boys:1",
                "7x girls:1",
                "7y;7x boys:1");

        assertThat(who(source)).containsExactly("7x", "7x", "{7x girls}", "7y{7x boys}");
        assertThat(source.lessons().stream().map(SourceLesson::part)).containsExactly(false, false, true, true);
    }

    @Test
    void ofSeveralDivisionsTheBusiestIsTheClasses() {
        var source = readStudents(
                year(
                        "1",
                        group("1 maths", "a1", "b1"),
                        group("1 a", "a1", "a2"),
                        group("1 b", "b1", "b2"),
                        group("1 music", "a2", "b2")),
                "1 a:3",
                "1 b:3",
                "1 maths:1",
                "1 music:1",
                "1:1");

        assertThat(classes(source)).containsExactly("1 a", "1 b");
        assertThat(who(source)).containsExactly("1 a", "1 b", "{1 maths}", "{1 music}", "1 a+1 b");
        var course = source.groups().getLast();
        assertThat(words(course.of())).containsExactly("1 a", "1 b");
    }

    @Test
    void groupsOfSingleStudentsAndMixedCoursesAreNoClasses() {
        String single = "<Group><Name>%s</Name><Number_of_Students>1</Number_of_Students></Group>";
        assertThat(classes(readStudents(year("11", single.formatted("Bo"), single.formatted("Li")), "Bo:1", "Li:1")))
                .containsExactly("11");
        assertThat(classes(readStudents(year("11", group("x"), group("y"), group("z")), "x;y:2", "y;z:2", "z:1")))
                .containsExactly("11");
    }

    @Test
    void groupOfTwoYearsAndNamesWithBlanksAreOneSet() {
        var source = readStudents(
                year("8", group("8 x"), group("band")) + year(" 8", group("8 y"), group("band")),
                "8 x:2",
                "8 y:2",
                "band:1");

        assertThat(classes(source)).containsExactly("8 x", "band", "8 y");
        assertThat(who(source)).containsExactly("8 x", "8 y", "band");
    }

    @Test
    void moreStudentSetsThanCanBeComparedAreAnError() {
        var groups = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            groups.append(group("g" + i));
        }

        assertThat(errorsAndWarnings(readStudents(year("8", groups.toString()), "8:1")))
                .contains("import.fet.too-many-students @ Students_List");
    }

    @Test
    void solvedFileBesideTheFileGivesTimes() {
        new SourceFiles(folder)
                .write(
                        "school_data_and_timetable.fet",
                        school(TIMES, activity(1, "MH", "7.A", 1), at(1, "Tirsdag", "8.55 - 9.40"))
                                .getBytes(StandardCharsets.UTF_8));

        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), ""));

        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.PeriodRun(List.of("8.55 - 9.40")));
        assertThat(codes(source)).containsExactly("import.fet.results");
    }

    @Test
    void namesThatDifferInCaseStayApart() {
        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), at(1, "Mandag", "08:00-08:45")));

        assertThat(source.exact()).containsExactly("school.fet");
    }

    @Test
    void virtualRoomWithoutRealOneIsNoRoom() {
        var source = read(school(TIMES, activity(1, "MH", "7.A", 1), at(1, "Mandag", "08:00-08:45"))
                .replace("<Room>12</Room>", "<Room>all of them</Room>"));

        assertThat(source.lessons().getFirst().rooms()).isEmpty();
        assertThat(codes(source)).containsExactly("import.fet.virtual-rooms");
    }

    @Test
    void aFileWithoutDaysOrHoursIsAnError() {
        String text = school(TIMES, activity(1, "MH", "7.A", 1), at(1, "Mandag", "08:00-08:45"));

        assertThat(errorsAndWarnings(read(text.replaceAll("<Day>.*</Day>", ""))))
                .startsWith("import.fet.days-none @ Days_List");
        assertThat(errorsAndWarnings(read(text.replaceAll("<Hour>.*</Hour>", ""))))
                .startsWith("import.fet.hours-none @ Hours_List");
    }

    @Test
    void daysOfTwoWeeksTakeTurns() {
        String text = school(TIMES, activity(1, "MH", "7.A", 1), at(1, "2 - mandag", "10:00-10:45"))
                .replace(
                        "<Day><Name>Tirsdag</Name></Day>",
                        "<Day><Name>Tirsdag</Name></Day><Day><Name>2 - mandag</Name></Day>");

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
                .contains("import.fet.days-guessed @ Days_List");
    }

    /** Made with FET 6.8.5. */
    @Test
    void theExampleIsReadWhole() throws IOException {
        var source = reader.read("bakkeskolen.fet", EXAMPLE, ReadingHints.none());

        assertThat(errorsAndWarnings(source)).isEmpty();
        assertThat(source.lessons()).hasSize(115);
        assertThat(source.lessons().stream()
                        .mapToInt(each ->
                                ((SourceTime.PeriodRun) each.clock()).names().size())
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
                        + activity(3, "KL", "7.A tysk 1", 1)
                        + activity(4, "MH", "7.A;7.B", 1),
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
    void unavailableTimesOfClassesAreReported() {
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
