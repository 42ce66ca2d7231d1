package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.away;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.lunch;
import static dk.grundskema.plugins.camp.CampBuilder.member;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampValidationTest {
    private static List<Finding> findings(CampBuilder camp) {
        return new CampPlugin().validate(camp.camp(), camp.problem());
    }

    @Test
    void subjectWhoseRoomsNoModuleOffersIsAWarning() {
        var cooking = new Subject("cooking", "Cooking", 1, 1, false, null, List.of(), List.of("kitchen"));

        assertThat(findings(smallCamp().subjects(cooking)))
                .contains(Finding.warning(
                        "camp.subjects.no-room",
                        "/parameters/subjects/0/roomKinds",
                        "Cooking",
                        List.of(RoomKind.KITCHEN)));
    }

    @Test
    void smallCampHasNoFinding() {
        assertThat(findings(smallCamp())).isEmpty();
    }

    @Test
    void defaultsHaveNoFindingInAProblemWithPeopleRoomsAndSkills() {
        var problem = smallCamp().horizonWeeks(3).problem();
        var camp = new Intervention<>(new InterventionId("camp"), "camp", "Camp", CampParameters.defaults());

        assertThat(new CampPlugin().validate(camp, problem)).isEmpty();
    }

    @Test
    void allFindingsAreReportedAtOnce() {
        var camp = smallCamp()
                .noStaff()
                .noStudents()
                .namedStudents("nobody")
                .weeks(2)
                .blocks(lunch(), block("snack", Block.Kind.MEAL, "12:15", "12:20"));

        assertThat(findings(camp))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "camp.dates.outside-horizon",
                        "camp.base-timetable.blocks-overlap",
                        "camp.subjects.more-than-modules",
                        "camp.subjects.more-than-per-day",
                        "camp.subjects.more-than-per-day",
                        "camp.unknown-student",
                        "camp.students.none",
                        "camp.staff.none");
    }

    @Test
    void campOutsideTheHorizonIsReported() {
        LocalDate sunday = MONDAY.plusDays(6);
        assertThat(findings(smallCamp().firstDay("2026-09-14")))
                .contains(Finding.error(
                        "camp.dates.outside-horizon",
                        "/parameters/firstDay",
                        MONDAY.plusWeeks(1),
                        MONDAY.plusDays(13),
                        MONDAY,
                        sunday));
        assertThat(findings(smallCamp().weeks(2)))
                .containsExactly(Finding.error(
                        "camp.dates.outside-horizon",
                        "/parameters/weeks",
                        MONDAY,
                        MONDAY.plusDays(13),
                        MONDAY,
                        sunday));
    }

    @Test
    void campThatBeginsInMidWeekIsReported() {
        assertThat(findings(smallCamp().subjects().firstDay("2026-09-08")))
                .containsExactly(Finding.info(
                        "camp.dates.not-monday", "/parameters/firstDay", LocalDate.of(2026, 9, 8), MONDAY));
    }

    @Test
    void campWithoutDaysIsReported() {
        assertThat(findings(smallCamp().closed("2026-09-07", "2026-09-08")))
                .containsExactly(
                        Finding.error("camp.dates.no-day", "/parameters/dayKinds", MONDAY, MONDAY.plusDays(6)));
    }

    @Test
    void nightOnTheLastPlannedDayIsReported() {
        var night = block("night", Block.Kind.EVENING, "22:00", "07:00");
        assertThat(findings(smallCamp().subjects().days(day("day", "7", night))))
                .containsExactly(
                        Finding.warning("camp.dates.past-horizon", "/parameters/weeks", "Night", MONDAY.plusDays(6)));
        assertThat(findings(smallCamp().subjects().days(day("day", "6", night))))
                .isEmpty();
    }

    @Test
    void kindsOfDayWithTheSameIdOrWeekdayAreReported() {
        var camp = smallCamp().subjects().days(day("day", "1 2", lunch()), day("day", "2 3", lunch()));

        assertThat(findings(camp))
                .containsExactly(
                        Finding.error("camp.base-timetable.day-kind-twice", "/parameters/dayKinds/1/id", "day"),
                        Finding.error(
                                "camp.base-timetable.weekday-twice",
                                "/parameters/dayKinds/1/weekdays",
                                DayOfWeek.TUESDAY,
                                "day",
                                "day"));
    }

    @Test
    void blocksWithTheSameIdInAKindOfDayAreReported() {
        var camp = smallCamp().subjects().blocks(lunch(), block("lunch", Block.Kind.MEAL, "18:00", "18:30"));

        assertThat(findings(camp))
                .containsExactly(Finding.error(
                        "camp.base-timetable.block-twice", "/parameters/dayKinds/0/blocks/1/id", "lunch", "day"));
    }

    private static Finding overlap(int place, String first, String start, String end, String second) {
        return Finding.error(
                "camp.base-timetable.blocks-overlap",
                "/parameters/dayKinds/0/blocks/" + place,
                first,
                LocalTime.parse(start),
                LocalTime.parse(end),
                second,
                LocalTime.of(12, 0),
                LocalTime.of(12, 30));
    }

    @Test
    void overlappingBlocksAreReportedInOrderOfTime() {
        var early = block("walk", Block.Kind.MOVEMENT, "11:00", "12:01");

        assertThat(findings(smallCamp().subjects().blocks(early, lunch())))
                .containsExactly(overlap(1, "Movement", "11:00", "12:01", "Lunch"));
        assertThat(findings(smallCamp().subjects().blocks(lunch(), early)))
                .containsExactly(overlap(1, "Movement", "11:00", "12:01", "Lunch"));
    }

    @Test
    void adjacentBlocksAndSimultaneousHandoverHaveNoFinding() {
        var camp = smallCamp()
                .subjects()
                .blocks(
                        block("walk", Block.Kind.MOVEMENT, "11:00", "12:00"),
                        lunch(),
                        block("talk", Block.Kind.HANDOVER, "12:00", "12:20"));

        assertThat(findings(camp)).isEmpty();
    }

    @Test
    void nightThatReachesIntoTheFirstBlockOfTheNextDayIsReported() {
        var night = block("night", Block.Kind.EVENING, "22:00", "07:01");
        var run = block("run", Block.Kind.MOVEMENT, "07:00", "07:30");

        assertThat(findings(smallCamp().subjects().days(day("a", "1", night), day("b", "2", run))))
                .containsExactly(Finding.error(
                        "camp.base-timetable.night-overlaps",
                        "/parameters/dayKinds/0/blocks/0",
                        "Night",
                        LocalTime.of(7, 1),
                        "Movement",
                        DayOfWeek.TUESDAY,
                        LocalTime.of(7, 0)));
        assertThat(findings(smallCamp().subjects().days(day("a", "1", night), day("b", "3", run))))
                .isEmpty();
    }

    @Test
    void roomKindOfNoRoomIsReportedOnce() {
        assertThat(findings(smallCamp().noRooms()))
                .containsExactly(Finding.warning(
                        "camp.base-timetable.no-room-of-kind",
                        "/parameters/dayKinds/0/blocks/0/roomKinds/0",
                        RoomKind.CLASSROOM));
    }

    private static Block inRoom(String room) {
        return new Block(
                "lunch",
                null,
                Block.Kind.MEAL,
                LocalTime.of(12, 0),
                LocalTime.of(12, 30),
                null,
                null,
                0,
                List.of(),
                List.of(new RoomId(room)));
    }

    @Test
    void unknownRoomAndRoomOfAnotherSiteAreReported() {
        String place = "/parameters/dayKinds/0/blocks/0/rooms/0";
        assertThat(findings(smallCamp().subjects().blocks(inRoom("cellar"))))
                .containsExactly(Finding.error("camp.unknown-room", place, new RoomId("cellar")));
        assertThat(findings(smallCamp()
                        .subjects()
                        .anotherSite("there")
                        .room("cellar", "there", "classroom")
                        .blocks(inRoom("cellar"))))
                .containsExactly(Finding.error(
                        "camp.base-timetable.room-elsewhere",
                        place,
                        new RoomId("cellar"),
                        new SiteId("there"),
                        new SiteId("house")));
    }

    @Test
    void subjectsWithDuplicateIdOrDuplicateOrMissingTitleAreReported() {
        var nameless = new Subject("chess", null, 1, 1, false, null, List.of());
        var copy = new Subject("other", "danish", 1, 1, false, null, List.of());
        var camp = smallCamp().subjects(subject("danish", 1, 1, ""), subject("danish", 1, 1, ""), nameless, copy);

        assertThat(findings(camp))
                .containsExactly(
                        Finding.error("camp.subjects.twice", "/parameters/subjects/1/id", "danish"),
                        Finding.error("camp.subjects.no-title", "/parameters/subjects/2", "chess"),
                        Finding.error("camp.subjects.title-twice", "/parameters/subjects/3/title", "danish"));
    }

    @Test
    void moreOrFewerModulesThanInTheBaseTimetableAreReported() {
        assertThat(findings(smallCamp().subjects(subject("danish", 5, 3, ""))))
                .containsExactly(Finding.warning("camp.subjects.more-than-modules", "/parameters/subjects", 5, 4, 1));
        assertThat(findings(smallCamp().subjects(subject("danish", 3, 3, ""))))
                .containsExactly(Finding.info("camp.subjects.fewer-than-modules", "/parameters/subjects", 3, 4, 1));
    }

    @Test
    void moreModulesThanTheDailyLimitAllowsAreReported() {
        var camp = smallCamp().subjects(subject("danish", 3, 1, ""), subject("art", 1, 1, ""));

        assertThat(findings(camp))
                .containsExactly(Finding.warning(
                        "camp.subjects.more-than-per-day", "/parameters/subjects/0/maxPerDay", "danish", 3, 2, 1));
    }

    @Test
    void skillOfNobodyIsReported() {
        var camp = smallCamp().subjects(subject("danish", 4, 2, "danish")).namedStaff("bob", "cid");

        assertThat(findings(camp))
                .containsExactly(Finding.warning(
                        "camp.subjects.nobody-skilled", "/parameters/subjects/0/skill", "danish", "danish"));
    }

    @Test
    void unknownSiteStudentStaffAndGroupAreReported() {
        var camp = smallCamp()
                .site("moon")
                .noRooms()
                .subjects()
                .blocks(lunch())
                .namedStudents("s1", "nobody")
                .namedStaff("ann", "someone");

        assertThat(findings(camp))
                .containsExactlyInAnyOrder(
                        Finding.error("camp.unknown-site", "/parameters/site", new SiteId("moon")),
                        Finding.error("camp.unknown-student", "/parameters/students/1", new StudentId("nobody")),
                        Finding.error("camp.unknown-staff", "/parameters/staff/1", new StaffId("someone")));
        assertThat(findings(smallCamp().group("red", member("s1")).givenTeams("red", "blue")))
                .containsExactly(Finding.error("camp.unknown-group", "/parameters/teams/given/1", new GroupId("blue")));
    }

    @Test
    void campWithoutStudentsOrStaffIsReported() {
        assertThat(findings(smallCamp().noStudents()))
                .containsExactly(Finding.error("camp.students.none", "/parameters/students"));
        assertThat(findings(smallCamp().noStaff()))
                .containsExactly(Finding.error("camp.staff.none", "/parameters/staff"));
    }

    @Test
    void studentAbsentDuringTheCampIsReported() {
        assertThat(findings(smallCamp().student("busy", null, away("2026-09-07"))))
                .containsExactly(
                        Finding.warning("camp.students.away", "/parameters/students", new StudentId("busy"), 3));
        assertThat(findings(smallCamp().student("busy", null, away("2026-09-09"))))
                .isEmpty();
    }

    @Test
    void tooFewPlacesInTeamsAreReported() {
        assertThat(findings(smallCamp().teams(new Teams(2, 1, 3, List.of())))).isEmpty();
        assertThat(findings(smallCamp().teams(new Teams(2, 1, 2, List.of()))))
                .containsExactly(Finding.error("camp.teams.too-many-students", "/parameters/teams", 6, 2, 2, 4));
        assertThat(findings(smallCamp().teams(new Teams(2, 3, 4, List.of())))).isEmpty();
        assertThat(findings(smallCamp().teams(new Teams(2, 4, 4, List.of()))))
                .containsExactly(Finding.error("camp.teams.too-few-students", "/parameters/teams", 6, 2, 4, 8));
    }

    @Test
    void groupWithTheIdOfATeamToBeFormedIsReported() {
        assertThat(findings(smallCamp().group("camp-team-1", member("s1"))))
                .containsExactly(Finding.error("camp.teams.id-taken", "/parameters/teams", new GroupId("camp-team-1")));
    }

    @Test
    void studentInTwoTeamsAtOnceIsReported() {
        var camp = smallCamp()
                .group("red", member("s1", WEEK))
                .group("blue", member("s1"))
                .givenTeams("red", "blue");
        assertThat(findings(camp))
                .containsExactly(Finding.error(
                        "camp.teams.student-in-two",
                        "/parameters/teams/given/1",
                        new StudentId("s1"),
                        new GroupId("red"),
                        new GroupId("blue")));

        assertThat(findings(smallCamp()
                        .group("red", member("s1", WEEK))
                        .group("blue", member("s1", WEEK.plus(1)))
                        .horizonWeeks(2)
                        .givenTeams("red", "blue")))
                .isEmpty();
    }

    @Test
    void vetoedPairInAGivenTeamIsReportedOnce() {
        var camp = smallCamp()
                .student("x", null, Availability.always(), "y")
                .student("y", null, Availability.always(), "x")
                .group("red", member("x"), member("y"))
                .givenTeams("red");

        assertThat(findings(camp))
                .containsExactly(Finding.warning(
                        "camp.teams.vetoed-pair",
                        "/parameters/teams/given/0",
                        new StudentId("x"),
                        new StudentId("y"),
                        new GroupId("red")));
    }

    @Test
    void vetoOfTheSecondStudentAgainstTheFirstIsReported() {
        var camp = smallCamp()
                .student("x")
                .student("y", null, Availability.always(), "x")
                .group("red", member("x"), member("y"))
                .givenTeams("red");

        assertThat(findings(camp)).extracting(Finding::code).containsExactly("camp.teams.vetoed-pair");
    }

    @Test
    void emptyGivenTeamAndStudentWithoutTeamAreReported() {
        var camp = smallCamp()
                .group("red")
                .group("blue", member("s1"))
                .givenTeams("red", "blue")
                .namedStudents("s1", "s2");

        assertThat(findings(camp))
                .containsExactly(
                        Finding.warning("camp.teams.empty", "/parameters/teams/given/0", new GroupId("red")),
                        Finding.warning(
                                "camp.teams.student-without-team", "/parameters/students/1", new StudentId("s2")));
    }

    @Test
    void idsUnusableInSessionIdsAreRefused() {
        assertThat(findings(smallCamp().id("a/b"))).containsExactly(Finding.error("camp.id-with-slash", "/id", "a/b"));
        assertThat(findings(smallCamp()
                        .group("a/b", member("s1"))
                        .group("all", member("s2"))
                        .givenTeams("a/b", "all")))
                .containsExactly(
                        Finding.error("camp.teams.id-unusable", "/parameters/teams/given/0", "a/b"),
                        Finding.error("camp.teams.id-unusable", "/parameters/teams/given/1", "all"));
    }

    @Test
    void longestAllowedIdsGiveValidSessions() {
        String longest = "x".repeat(31);
        assertThat(findings(smallCamp().id(longest + "x")))
                .containsExactly(Finding.error("camp.id-too-long", "/id", 72, 71));

        var camp = smallCamp()
                .id(longest)
                .teams(40)
                .teams(new Teams(6, 1, 1, List.of()))
                .blocks(module("m".repeat(30), "09:00", "10:00"));
        assertThat(findings(camp)).noneMatch(Finding::isError);
        assertThat(new CampPlugin().expand(camp.camp(), camp.problem()).seats()).isNotEmpty();
    }

    @Test
    void campInTermReportsMissedSchoolDays() {
        var camp = smallCamp()
                .school("north", "2026-08-10", "2026-09-07")
                .student("x", "north", Availability.always())
                .student("y", "north", Availability.always());

        assertThat(findings(camp))
                .containsExactly(Finding.error(
                        "camp.lessons.school-in-term", "/parameters/takesStudentsFromLessons", 2, 1, MONDAY, MONDAY));
        assertThat(findings(camp.withDecision())).isEmpty();
    }

    @Test
    void campOutsideSchoolHoursOnSaturdayOrInHolidaysReportsNoMissedSchool() {
        var evening = block("evening", Block.Kind.EVENING, "15:30", "18:00");
        var early = block("run", Block.Kind.MOVEMENT, "07:00", "08:00");
        assertThat(findings(inTerm().subjects().blocks(evening, early))).isEmpty();
        assertThat(findings(inTerm().subjects().days(day("day", "6", lunch())))).isEmpty();
        assertThat(findings(inTerm().subjects().blocks(block("late", Block.Kind.EVENING, "15:29", "18:00"))))
                .extracting(Finding::code)
                .containsExactly("camp.lessons.school-in-term");
        assertThat(findings(smallCamp()
                        .school("north", "2026-09-09", "2026-10-09")
                        .student("x", "north", Availability.always())))
                .isEmpty();
    }

    private static CampBuilder inTerm() {
        return smallCamp().school("north", "2026-08-10", "2026-10-09").student("x", "north", Availability.always());
    }

    @Test
    void lessonsThatStudentsWouldMissAreCounted() {
        var camp = smallCamp()
                .horizonWeeks(2)
                .group("class", member("s2"), member("s3", WEEK.plus(1)))
                .lesson("own", MONDAY, "09:00", "09:45", List.of("s1"), List.of())
                .lesson("class", MONDAY, "10:29", "11:00", List.of("s1"), List.of("class"))
                .lesson("touches", MONDAY, "10:30", "11:00", List.of("s4"), List.of())
                .lesson("others", MONDAY, "09:00", "09:45", List.of(), List.of());

        assertThat(findings(camp))
                .containsExactly(Finding.error(
                        "camp.lessons.students-in-lessons", "/parameters/takesStudentsFromLessons", 2, 2));
        assertThat(findings(camp.withDecision())).isEmpty();
    }
}
