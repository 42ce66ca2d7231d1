package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Common times and rooms of students inside or outside lessons, and helpful changes. */
class CommonTimeFinderTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");
    private static final List<StudentId> BOTH = List.of(IDA, OLE);

    /** A student without lessons. */
    private static final StudentId EVA = new StudentId("eva");

    private static SetMembers members(StudentId... students) {
        return SetMembers.of(List.of(students), one -> weeks(33, 34, 35));
    }

    /** Ida has Danish at 8 and Maths at 9 on Mondays, Ole Maths at 8 and Danish at 9, and both Music on Tuesdays; in week 35 there is no Music. */
    private final SchoolBuilder school = school().student("ida", "4a", Availability.always())
            .student("ole", "4b", Availability.always())
            .group("4a", Group.Kind.CLASS)
            .group("4b", Group.Kind.CLASS)
            .room("small", 1)
            .room("large", 2)
            .lesson("a1", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35), "Danish", "4a")
            .inRoom("large")
            .lesson("b1", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35), "Maths", "4b")
            .inRoom("large")
            .lesson("a2", time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34, 35), "Maths", "4a")
            .inRoom("small")
            .lesson("b2", time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34, 35), "Danish", "4b")
            .inRoom("small")
            .lesson("a3", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33, 34), "Music", "4a")
            .lesson("b3", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33, 34, 35), "music ", "4b");

    private CommonTimeFinder common(int minutes) {
        return new CommonTimeFinder(school.build(), weeks(33, 34, 35), minutes);
    }

    private static List<MeetingTime> mondays(CommonTimeFinder common, boolean inOwnRooms, String... subjects) {
        return common
                .timesInsideLessons(members(IDA, OLE), CommonTimeFinder.teachingOf(List.of(subjects)), inOwnRooms)
                .stream()
                .filter(time -> time.weekday() == DayOfWeek.MONDAY)
                .toList();
    }

    @Test
    void timeInsideLessonsHasAllStudentsInASuitableLessonInEachWeek() {
        assertThat(common(45)
                        .timesInsideLessons(members(IDA, OLE), CommonTimeFinder.teachingOf(List.of("Music")), false))
                .containsExactly(time(DayOfWeek.TUESDAY, "08:00", "08:45", 33, 34));
        assertThat(mondays(common(45), false, "Danish")).isEmpty();
        assertThat(mondays(common(45), false, "Danish", "Maths"))
                .containsExactly(
                        time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35),
                        time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34, 35));
        assertThat(common(46).timesInsideLessons(members(IDA, OLE), CommonTimeFinder.teachingOf(List.of()), false))
                .isEmpty();
    }

    @Test
    void roomsOfTheLessonsHoldAllStudentsEachCountedOnce() {
        assertThat(mondays(common(45), true)).containsExactly(time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35));
        var lessons = school.build().lessons();
        assertThat(common(45).roomCapacity(lessons.subList(0, 2))).isEqualTo(2);
        assertThat(common(45).roomCapacity(lessons.subList(0, 4))).isEqualTo(3);
        assertThat(common(45).roomCapacity(lessons)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void timeOutsideLessonsIsUsableAndAllStudentsAreFree() {
        var usable = List.of(
                new UsableTime(new TreeSet<>(Set.of(DayOfWeek.TUESDAY)), LocalTime.of(8, 0), LocalTime.of(9, 30)));

        assertThat(common(45).timesOutsideLessons(members(IDA, OLE), usable))
                .containsExactly(time(DayOfWeek.TUESDAY, "08:45", "09:30", 33, 34, 35));
        assertThat(common(45).timesOutsideLessons(members(IDA, EVA), usable))
                .containsExactly(
                        time(DayOfWeek.TUESDAY, "08:00", "08:45", 35),
                        time(DayOfWeek.TUESDAY, "08:45", "09:30", 33, 34, 35));
    }

    @Test
    void onlyStudentsWhoAreThereNeedACommonTimeAndTwoMustBe() {
        var some = new LinkedHashMap<StudentId, SortedSet<IsoWeek>>();
        some.put(OLE, weeks(33));
        some.put(IDA, weeks(33, 34, 35));
        some.put(EVA, weeks(33, 34));
        var monday = List.of(
                new UsableTime(new TreeSet<>(Set.of(DayOfWeek.MONDAY)), LocalTime.of(9, 0), LocalTime.of(11, 15)));

        assertThat(common(45).timesOutsideLessons(new SetMembers(some), monday))
                .as("Ida is alone in week 35")
                .first()
                .isEqualTo(time(DayOfWeek.MONDAY, "09:45", "10:30", 33, 34));
        some.put(EVA, weeks(33, 34, 35));
        some.remove(OLE);
        some.put(new StudentId("pia"), weeks());
        assertThat(common(45).timesOutsideLessons(new SetMembers(some), monday))
                .as("nobody waits for somebody who has left")
                .first()
                .isEqualTo(time(DayOfWeek.MONDAY, "09:45", "10:30", 33, 34, 35));
    }

    @Test
    void studentWhoLeavesTheClassEndsNoTimeOfTheClass() {
        for (String first : List.of("ann", "zoe")) {
            var school = school().student("ann")
                    .student("mia")
                    .student("tom")
                    .student("zoe")
                    .group("4a", Group.Kind.CLASS, "ann", "mia", "tom", "zoe")
                    .lesson("a1", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35), "Danish", "4a")
                    .build();
            var leaver = new StudentId(first);
            var members = school.groups().getFirst().members().stream()
                    .map(one -> one.studentId().equals(leaver) ? new GroupMember(leaver, weeks(33)) : one)
                    .toList();
            var problem = school.withGroups(List.of(new Group(new GroupId("4a"), "4a", Group.Kind.CLASS, members)));
            var homes = new HomeClasses(problem);
            var finder = new CommonTimeFinder(problem, weeks(33, 34, 35), 45);
            var some = SetMembers.of(
                    homes.members(new GroupId("4a")), one -> homes.weeks(one, List.of(new GroupId("4a")), List.of()));

            assertThat(finder.timesInsideLessons(some, lesson -> true, false))
                    .as("%s leaves after week 33", first)
                    .containsExactly(time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35));
        }
    }

    @Test
    void unsuitableLessonContainsNoTime() {
        var monday = time(DayOfWeek.MONDAY, "08:10", "08:45", 33);

        assertThat(common(45).hostLesson(IDA, monday, CommonTimeFinder.teachingOf(List.of("danish"))))
                .map(Lesson::id)
                .contains(new LessonId("a1"));
        assertThat(common(45).hostLesson(OLE, monday, CommonTimeFinder.teachingOf(List.of("danish"))))
                .isEmpty();
        assertThat(common(45).hostLesson(IDA, time(DayOfWeek.MONDAY, "08:10", "08:46", 33), lesson -> true))
                .isEmpty();
        assertThat(common(45).suitableLessonIds(BOTH, CommonTimeFinder.teachingOf(List.of("Maths"))))
                .containsExactly(new LessonId("a2"), new LessonId("b1"));
    }

    @Test
    void changesAreSuggestedWithTheTimesTheyAdd() {
        school.student("una", "4b", Availability.always());
        var una = new StudentId("una");
        assertThat(offered(BOTH))
                .as("without one of two students there is no meeting")
                .containsExactly(
                        Finding.info("cafe.change-subject", "/parameters/sets/0", "Danish", 1L),
                        Finding.info("cafe.change-subject", "/parameters/sets/0", "Music", 1L));
        assertThat(offered(List.of(IDA, OLE, una)))
                .containsExactly(
                        Finding.info("cafe.change-subject", "/parameters/sets/0", "Music", 1L),
                        Finding.info("cafe.change-without", "/parameters/sets/0", IDA, 1L));
    }

    private List<Finding> offered(List<StudentId> students) {
        var found = new FindingCollector("cafe", school.build());
        var changes = new ChangeSuggestions();
        common(45)
                .offerChangesInside(
                        members(students.toArray(StudentId[]::new)), List.of("Maths"), true, "all", changes);
        changes.reportBest(found, 0, "sets/0");
        return found.all();
    }

    @Test
    void usableTimeOfADayOrOneStudentFewerIsSuggestedOutsideLessons() {
        var found = new FindingCollector("cafe", school.build());
        var changes = new ChangeSuggestions();
        var monday = List.of(
                new UsableTime(new TreeSet<>(Set.of(DayOfWeek.MONDAY)), LocalTime.of(8, 45), LocalTime.of(9, 30)));
        common(45).offerChangesOutside(members(IDA, OLE), monday, changes);
        changes.reportBest(found, 0, "sets/0");

        // on Mondays 8:45 would be in Maths and Danish at 9; on other days no student has a lesson after which it could
        // be added
        assertThat(found.all())
                .containsExactly(
                        Finding.info(
                                "cafe.change-usable",
                                "/parameters/sets/0",
                                DayOfWeek.MONDAY,
                                LocalTime.of(9, 45),
                                LocalTime.of(10, 30),
                                1L),
                        Finding.info(
                                "cafe.change-usable",
                                "/parameters/sets/0",
                                DayOfWeek.TUESDAY,
                                LocalTime.of(8, 45),
                                LocalTime.of(9, 30),
                                1L));
    }

    @Test
    void timeBeforeTheFirstLessonIsSuggestedIfTimesAfterLessonsAreUsable() {
        var found = new FindingCollector("cafe", school.build());
        var changes = new ChangeSuggestions();
        var day = List.of(new UsableTime(new TreeSet<>(), LocalTime.of(8, 0), LocalTime.of(17, 0)));
        common(60).offerChangesOutside(members(OLE, EVA), day, changes);
        changes.reportBest(found, 0, "x");

        assertThat(found.all())
                .extracting(one -> one.arguments().subList(0, 3))
                .containsExactly(
                        List.of(DayOfWeek.MONDAY, LocalTime.of(7, 0), LocalTime.of(8, 0)),
                        List.of(DayOfWeek.TUESDAY, LocalTime.of(7, 0), LocalTime.of(8, 0)));
        var later = new ChangeSuggestions();
        common(61).offerChangesOutside(members(OLE, EVA), day, later);
        var nothing = new FindingCollector("cafe", school.build());
        later.reportBest(nothing, 0, "x");
        assertThat(nothing.all()).as("7:00 is the first decent hour").isEmpty();
    }

    @Test
    void onlyTheThreeBestChangesThatAddTimesAreNamed() {
        var found = new FindingCollector("cafe", school.build());
        var changes = new ChangeSuggestions();
        changes.offer("a", "one", 3);
        changes.offer("b", "two", 2);
        changes.offer("c", "three", 4);
        changes.offer("d", "four", 5);
        changes.reportBest(found, 4, "x");
        assertThat(found.all()).containsExactly(Finding.info("cafe.d", "/parameters/x", "four", 5L));
        changes.reportBest(found, 1, "y");
        assertThat(found.all().subList(1, 4)).extracting(Finding::code).containsExactly("cafe.d", "cafe.c", "cafe.a");
    }

    @Test
    void roomForAllIsSuggestedIfTheRoomsOfTheLessonsAreTooSmall() {
        var found = new FindingCollector("cafe", school.build());
        var changes = new ChangeSuggestions();
        common(45).offerChangesInside(members(IDA, OLE), List.of("Maths", "Danish"), true, "all", changes);
        changes.reportBest(found, 1, "sets/0");

        assertThat(found.all())
                .filteredOn(one -> one.code().equals("cafe.change-room"))
                .containsExactly(Finding.info("cafe.change-room", "/parameters/sets/0", "all", 2L));
        var common = common(45);
        assertThat(common.freeTime().lessons().of(IDA)).hasSize(3);
    }
}
