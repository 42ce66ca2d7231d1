package dk.grundskema.api.imports.assembly;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conversion of lessons. */
class ProblemAssemblerLessonsTest {
    @Test
    void aLessonIsHeldInAllWeeksWithSchoolOnItsWeekday() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12,14", MONDAY, "08:00-08:45")
                .lesson("1A", "MH", "DAN", "12", FRIDAY, "08:00-08:45")
                .assemble();

        Lesson monday = result.lesson("1a-dan-mon-0800");
        assertThat(monday.title()).isEqualTo("DAN");
        assertThat(monday.subject()).isEqualTo("DAN");
        assertThat(monday.kind()).isEqualTo(Lesson.Kind.TEACHING);
        assertThat(monday.roomId()).isEqualTo(new RoomId("12"));
        assertThat(monday.extraRoomIds()).containsExactly(new RoomId("14"));
        assertThat(monday.groupIds()).containsExactly(new GroupId("1a"));
        assertThat(monday.part()).isFalse();
        // 46 weeks, less the autumn, Christmas, winter, Easter and the Mondays of Easter and Whitsun
        assertThat(monday.time().weeks())
                .hasSize(46 - 6)
                .contains(new IsoWeek(2026, 52), new IsoWeek(2027, 18))
                .doesNotContain(
                        new IsoWeek(2026, 42),
                        new IsoWeek(2026, 53),
                        new IsoWeek(2027, 7),
                        new IsoWeek(2027, 12),
                        new IsoWeek(2027, 13),
                        new IsoWeek(2027, 20));
        // the Friday after Ascension instead of the two Mondays, and two Fridays of Christmas
        assertThat(result.lesson("1a-dan-fri-0800").time().weeks())
                .hasSize(46 - 6)
                .doesNotContain(new IsoWeek(2026, 52), new IsoWeek(2027, 18))
                .contains(new IsoWeek(2027, 13), new IsoWeek(2027, 20));
    }

    @Test
    void weeksCanBeOddOrEvenInTurnsOrNumberedOverNewYear() {
        assertThat(weeks(new SourceDays.WeekPattern.Even()))
                .allMatch(week -> week.week() % 2 == 0)
                .hasSize(19);
        assertThat(weeks(new SourceDays.WeekPattern.Odd()))
                .allMatch(week -> week.week() % 2 == 1)
                .hasSize(21);
        assertThat(weeks(new SourceDays.WeekPattern.Rotation(List.of(false, true))))
                .startsWith(new IsoWeek(2026, 34))
                .doesNotContain(new IsoWeek(2026, 35))
                .contains(new IsoWeek(2027, 1), new IsoWeek(2027, 3)); // week 53 turns the parity
        assertThat(weeks(new SourceDays.WeekPattern.Numbered(new TreeSet<>(List.of(50, 51, 1)))))
                .containsExactly(new IsoWeek(2026, 50), new IsoWeek(2026, 51), new IsoWeek(2027, 1));
    }

    private static List<IsoWeek> weeks(SourceDays.WeekPattern which) {
        var result = new SourceFixture()
                .on("", "1A", "", "MH", "DAN", "", new SourceDays.Weekly(MONDAY, which), "08:00-08:45")
                .assemble();
        return List.copyOf(result.lessons().getFirst().time().weeks());
    }

    @Test
    void classesThatAreTogetherInEvenWeeksOnlyShareTheLessonInThose() {
        var even = new SourceDays.Weekly(MONDAY, new SourceDays.WeekPattern.Even());
        var odd = new SourceDays.Weekly(MONDAY, new SourceDays.WeekPattern.Odd());
        var result = new SourceFixture()
                .on("", "1A", "", "MH", "DAN", "12", even, "08:00-08:45")
                .on("", "1A", "", "MH", "DAN", "12", odd, "08:00-08:45")
                .on("", "1B", "", "MH", "DAN", "12", even, "08:00-08:45")
                .assemble();

        assertThat(result.lessons())
                .extracting(lesson -> lesson.groupIds().size()
                        + " "
                        + lesson.time().weeks().stream().allMatch(week -> week.week() % 2 == 0))
                .containsExactlyInAnyOrder("2 true", "1 false");
    }

    @Test
    void datesBecomeALessonForEachWeekday() {
        var result = new SourceFixture()
                .on("", "1A", "", "MH", "DAN", "", dates("2026-09-07", "2026-09-14", "2026-09-10"), "08:00-08:45")
                .assemble();

        assertThat(result.lesson("1a-dan-mon-0800").time().dates())
                .containsExactly(LocalDate.parse("2026-09-07"), LocalDate.parse("2026-09-14"));
        assertThat(result.lesson("1a-dan-thu-0800").time().dates()).containsExactly(LocalDate.parse("2026-09-10"));
    }

    private static SourceDays dates(String... texts) {
        return new SourceDays.Dates(
                new TreeSet<>(Stream.of(texts).map(LocalDate::parse).toList()));
    }

    @Test
    void aDateOnAHolidayIsLeftOutWithAWord() {
        var result = new SourceFixture()
                .on("", "1A", "", "MH", "DAN", "", dates("2026-09-07", "2026-10-12"), "08:00-08:45")
                .on("", "1A", "", "MH", "DAN", "", dates("2025-09-08"), "08:00-08:45")
                .assemble();

        assertThat(result.lessons()).hasSize(1);
        assertThat(result.lessons().getFirst().time().dates()).containsExactly(LocalDate.parse("2026-09-07"));
        assertThat(result.finding("import.lessons.closed-day").finding().arguments())
                .containsExactly(1, List.of("2026-10-12"));
        assertThat(result.finding("import.lessons.no-week").finding().arguments())
                .containsExactly(1, "line 2");
    }

    @Test
    void numbersBecomeTimesAndDoubleLessonsStayWhole() {
        var result = withBells()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "1x2")
                .lesson("1A", "MH", "MAT", "12", MONDAY, "03")
                .assemble();

        assertThat(result.lesson("1a-dan-mon-0800").time().end()).isEqualTo(LocalTime.of(9, 30));
        assertThat(result.lesson("1a-mat-mon-0950").time().end()).isEqualTo(LocalTime.of(10, 35));
        assertThat(result.lessons()).hasSize(2);
    }

    private static SourceFixture withBells() {
        return new SourceFixture()
                .bell("1", "08:00-08:45")
                .bell("2.", "08:45-09:30")
                .bell("3", "09:50-10:35")
                .bell("4", "10:40-11:25");
    }

    @Test
    void aDoubleLessonIsDividedByItsBreakAndALongOneIsPointedOut() {
        var result = withBells()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "2x2")
                .lesson("1A", "MH", "MAT", "12", TUESDAY, "3x2")
                .assemble();

        assertThat(result.lessonIds())
                .containsExactly("1a-dan-mon-0845", "1a-dan-mon-0950", "1a-mat-tue-0950", "1a-mat-tue-1040");
        assertThat(result.found().stream().filter(each -> each.startsWith("WARNING")))
                .isEmpty();
        assertThat(result.finding("import.lessons.divided").finding().arguments())
                .containsExactly(1, "line 5");
    }

    @Test
    void aLessonByTheClockOverALongBreakStaysAndIsPointedOut() {
        var result = withBells()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:45-10:35")
                .lesson("1A", "MH", "DAN", "12", TUESDAY, "09:50-11:25")
                .assemble();

        assertThat(result.lessons()).hasSize(2);
        assertThat(result.found()).contains("WARNING import.lesson.over-break line 5");
        assertThat(result.found()).doesNotContain("WARNING import.lesson.over-break line 6");
    }

    @Test
    void withoutBellTimesUsualOnesAreProposedAndSaid() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "1")
                .lesson("1A", "MH", "DAN", "12", MONDAY, "3")
                .lesson("1A", "MH", "DAN", "12", MONDAY, "5")
                .assemble();

        assertThat(result.lessons())
                .extracting(each -> each.time().start() + "-" + each.time().end())
                .containsExactlyInAnyOrder("08:00-08:45", "09:50-10:35", "11:50-12:35");
        assertThat(result.finding("import.bells.proposed").finding().arguments())
                .containsExactly(List.of(
                        "1: 08:00–08:45", "2: 08:45–09:30", "3: 09:50–10:35", "4: 10:35–11:20", "5: 11:50–12:35"));
    }

    @Test
    void withoutBellTimesLessonsWithNamesAreAnErrorThatSaysWhatToAdd() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "1")
                .lesson("1A", "MH", "DAN", "12", MONDAY, "17")
                .assemble();

        assertThat(result.assembled().problem()).isNull();
        assertThat(result.finding("import.bells.none").finding().arguments()).containsExactly(2, List.of("1", "17"));
    }

    @Test
    void twoLessonsAtOnceOfSeveralClassesAreOneFinding() {
        var result = new SourceFixture()
                .coupled("17", "1A", "", "MH", "IDR", "hal", MONDAY, "08:00-08:45")
                .coupled("17", "1B", "", "MH", "IDR", "hal", MONDAY, "08:00-08:45")
                .coupled("18", "1A", "", "LK", "MUS", "aula", MONDAY, "08:00-08:45")
                .coupled("18", "1B", "", "LK", "MUS", "aula", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.found().stream().filter(each -> each.contains("class-twice")))
                .hasSize(1);
        assertThat(result.finding("import.class-twice").finding().arguments()).startsWith("1A, 1B");
    }

    @Test
    void namesThatDifferInTheirNumbersAreNoSpellingMistakes() {
        var result = new SourceFixture()
                .lesson("1A", "Lærer nr 1", "Matematik 1", "12", MONDAY, "08:00-08:45")
                .lesson("1A", "Lærer nr 2", "Matematik 2", "12", MONDAY, "08:45-09:30")
                .assemble();

        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @Test
    void aNumberWithoutATimeIsAnErrorAtItsPlaces() {
        var result = withBells()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "9")
                .lesson("1A", "MH", "DAN", "12", TUESDAY, "9")
                .lesson("1A", "MH", "DAN", "12", TUESDAY, "4x2")
                .assemble();

        assertThat(result.finding("import.bells.unknown").finding().arguments()).containsExactly("4 (2)", 1, "line 7");
        assertThat(result.found()).contains("ERROR import.bells.unknown line 7", "ERROR import.bells.unknown line 5");
    }

    @Test
    void aLessonWithoutAClassKeepsItsTeacherBusy() {
        var result = new SourceFixture()
                .lesson("", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lessons().getFirst().kind()).isEqualTo(Lesson.Kind.BUSY);
        assertThat(result.lessons().getFirst().staffIds()).containsExactly(new StaffId("mh"));
        assertThat(result.found()).contains("WARNING import.lesson.no-class line 1");
    }

    @Test
    void aLessonOfNobodyIsLeftOut() {
        var result = new SourceFixture()
                .lesson("", "", "DAN", "", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lessons()).isEmpty();
        assertThat(result.found()).contains("WARNING import.lesson.nobody line 1");
    }

    @Test
    void theSameLessonInTheTeachersAndTheClasssFileIsOne() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .inFile("mh.ics")
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lessons()).hasSize(1);
        assertThat(result.finding("import.lessons.twice").finding().arguments())
                .containsExactly(1, "line 1, mh.ics line 2");
    }

    @Test
    void twoLessonsOfAClassAtOnceAreHalfClassesAndPointedOutWithBothPlaces() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .lesson("1A", "LK", "MAT", "14", MONDAY, "08:30-09:15")
                .lesson("1A", "LK", "MAT", "14", MONDAY, "09:15-10:00")
                .assemble();

        assertThat(result.lessons()).extracting(Lesson::part).containsExactly(true, true, false);
        var finding = result.finding("import.class-twice");
        assertThat(finding.finding().pointer()).isEqualTo("line 1");
        assertThat(finding.finding().arguments())
                .containsExactly("1A", MONDAY, LocalTime.of(8, 0), "DAN 1A", "MAT 1A", "line 2");
        assertThat(result.found()).noneMatch(each -> each.contains("staff-twice"));
    }

    @Test
    void ofAThousandLessonsAtOnceAllArePartsButOnlySomePairsAreSaid() {
        var source = new SourceFixture();
        for (int i = 0; i < 1000; i++) {
            source.lesson("1A", "", "F" + i, "", MONDAY, "08:00-08:45");
        }

        var result = source.assemble();

        assertThat(result.lessons()).hasSize(1000).allMatch(Lesson::part);
        assertThat(result.found().stream().filter(each -> each.contains("class-twice")))
                .hasSize(500);
    }

    @Test
    void lessonsOfOddAndEvenWeeksAreNotHeldAtOnce() {
        var result = new SourceFixture()
                .on(
                        "",
                        "1A",
                        "",
                        "MH",
                        "DAN",
                        "",
                        new SourceDays.Weekly(MONDAY, new SourceDays.WeekPattern.Odd()),
                        "08:00-08:45")
                .on(
                        "",
                        "1A",
                        "",
                        "MH",
                        "MAT",
                        "",
                        new SourceDays.Weekly(MONDAY, new SourceDays.WeekPattern.Even()),
                        "08:00-08:45")
                .assemble();

        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @Test
    void aTeacherInTwoPlacesIsSaidAndKept() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .lesson("1B", "MH", "MAT", "14", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lessons()).hasSize(2).noneMatch(Lesson::part);
        assertThat(result.found()).contains("WARNING import.staff-twice line 1");
    }

    @Test
    void classesThatOneTeacherTeachesTogetherAreOneLesson() {
        var result = new SourceFixture()
                .coupled("17", "1A", "", "MH", "IDR", "hal", MONDAY, "08:00-08:45")
                .coupled("17", "1B", "", "MH", "IDR", "hal", MONDAY, "08:00-08:45")
                .lesson("2A", "LK", "MUS", "aula", MONDAY, "08:00-08:45")
                .lesson("2B", "LK", "MUS", "aula", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lessons()).hasSize(2).noneMatch(Lesson::part);
        assertThat(result.lesson("1a-1b-idr-mon-0800").groupIds())
                .containsExactly(new GroupId("1a"), new GroupId("1b"));
        assertThat(result.lesson("2a-2b-mus-mon-0800").groupIds()).hasSize(2);
        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @Test
    void twoTeachersOfAClassInOneRoomAreOneLesson() {
        var result = new SourceFixture()
                .coupled("17", "1A", "", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .coupled("17", "1A", "", "LK", "DAN", "12", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lessons()).hasSize(1);
        assertThat(result.lessons().getFirst().staffIds()).containsExactly(new StaffId("lk"), new StaffId("mh"));
        assertThat(result.lessons().getFirst().part()).isFalse();
    }

    @Test
    void aBandIsPartLessonsAndSaid() {
        var source = new SourceFixture();
        for (String each : List.of("8A", "8B")) {
            source.coupled("9", each, "", "MH", "TYS", "12", MONDAY, "08:00-08:45");
            source.coupled("9", each, "", "LK", "FRA", "14", MONDAY, "08:00-08:45");
        }
        var result = source.assemble();

        assertThat(result.lessons()).hasSize(2).allMatch(Lesson::part);
        assertThat(result.lessons()).allMatch(each -> each.groupIds().size() == 2);
        assertThat(result.finding("import.band.unknown").finding().arguments())
                .containsExactly(List.of("8A", "8B"), 2, List.of("TYS", "FRA"), "line 1, line 2");
        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @Test
    void aCourseWithKnownMembersIsAGroupOfItsOwn() {
        var result = new SourceFixture()
                .student("e1", "Ida Lund", "8A", "Tysk")
                .student("e2", "Bo Vig", "8A", "Fransk")
                .student("e3", "Per Ro", "8A", "")
                .coupled("9", "8A", "Tysk", "MH", "TYS", "12", MONDAY, "08:00-08:45")
                .coupled("9", "8A", "Fransk", "LK", "FRA", "14", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.lesson("8a-tys-mon-0800").groupIds()).containsExactly(new GroupId("tysk"));
        assertThat(result.lesson("8a-tys-mon-0800").part()).isFalse();
        // Per is in neither: he is busy all the same
        Lesson strays = result.lesson("fra-tys-mon-0800");
        assertThat(strays.studentIds()).containsExactly(new StudentId("e3"));
        assertThat(strays.staffIds()).isEmpty();
        assertThat(strays.part()).isTrue();
        assertThat(result.finding("import.course.strays").finding().arguments()).containsExactly("8A", 1, "FRA / TYS");
        assertThat(result.assembled().understood().lessons()).isEqualTo(2);
    }

    @Test
    void aCourseOfUnknownMembersKeepsTheWholeClassBusy() {
        var result = new SourceFixture()
                .student("e1", "Ida Lund", "8A", "")
                .course("Tysk", "8A", "")
                .coupled("", "", "Tysk", "MH", "TYS", "12", THURSDAY, "08:00-08:45")
                .assemble();

        Lesson lesson = result.lessons().getFirst();
        assertThat(lesson.groupIds()).containsExactly(new GroupId("8a"), new GroupId("tysk"));
        assertThat(lesson.part()).isTrue();
        assertThat(result.finding("import.course.unknown").finding().arguments())
                .containsExactly(1, List.of("Tysk"));
    }

    @Test
    void aSubjectThatIsProbablyAnotherIsPointedOut() {
        var source = new SourceFixture();
        for (DayOfWeek day : DayOfWeek.values()) {
            source.lesson("1A", "MH", "Matematik", "12", day, "08:00-08:45");
        }
        source.lesson("1A", "MH", "Matemtik", "12", MONDAY, "09:00-09:45");
        source.lesson("1A", "MH", "MATEMATIK", "12", TUESDAY, "09:00-09:45");
        source.lesson("1A", "MH", "Musik", "12", TUESDAY, "10:00-10:45");

        var result = source.assemble();

        assertThat(result.found().stream().filter(each -> each.contains("subject")))
                .containsExactly("WARNING import.subject.maybe line 9", "WARNING import.subject.maybe line 8");
    }

    @Test
    void understoodRecordsAreCounted() {
        var result = new SourceFixture()
                .student("e1", "Ida Lund", "1A", "")
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .lesson("1B", "", "DAN", "", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.assembled().understood()).isEqualTo(new ImportCounts(2, 0, 2, 1, 1, 1, 1, 1, 0));
        assertThat(result.problem().schools().getFirst().terms()).hasSize(7);
        assertThat(result.problem().students().getFirst().school())
                .isEqualTo(result.problem().schools().getFirst().id());
    }

    @Test
    void rowsOfSingleDatesThatDifferInNothingElseAreOneLesson() {
        var dated = new SourceFixture();
        for (String day : List.of("2026-08-17", "2026-08-24", "2026-09-07")) {
            dated.on(
                    "",
                    "1A",
                    "",
                    "MH",
                    "DAN",
                    "12",
                    new SourceDays.Dates(new TreeSet<>(Set.of(LocalDate.parse(day)))),
                    "08:00-08:45");
        }
        dated.on(
                "",
                "1A",
                "",
                "LK",
                "DAN",
                "12",
                new SourceDays.Dates(new TreeSet<>(Set.of(LocalDate.parse("2026-08-31")))),
                "08:00-08:45");

        var lessons = dated.assemble().lessons();

        assertThat(lessons).hasSize(2);
        assertThat(lessons.getFirst().time().weeks()).extracting(IsoWeek::week).containsExactly(34, 35, 37);
        assertThat(lessons.getLast().time().weeks()).extracting(IsoWeek::week).containsExactly(36);
    }
}
