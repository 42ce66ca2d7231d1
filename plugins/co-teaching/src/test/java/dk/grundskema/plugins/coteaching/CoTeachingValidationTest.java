package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Availability;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class CoTeachingValidationTest {
    private static ListAssert<Finding> findings(CoTeachingSchoolBuilder school) {
        return assertThat(new CoTeachingPlugin().validate(school.intervention(), school.problem()));
    }

    private static CoTeachingSchoolBuilder school() {
        return smallSchool()
                .week("1a", 3, "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 12)));
    }

    private static ClassNeed inSubjects(String... subjects) {
        return new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                null,
                List.of(subjects),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                5,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void goodParametersHaveNoFinding() {
        findings(school()).isEmpty();
    }

    @Test
    void missingClassesAndMissingPoolAreErrors() {
        findings(school().needs(List.of(), List.of()))
                .containsExactlyInAnyOrder(
                        Finding.error("co-teaching.classes.none", "/parameters/classes"),
                        Finding.error("co-teaching.pool.none", "/parameters/pool"));
    }

    @Test
    void unknownSubjectIsReportedWithTheNearestOne() {
        findings(school().needs(List.of(inSubjects("DNA", "sløjd", "mat")), List.of(coTeacher("mia", 12))))
                .containsExactlyInAnyOrder(
                        Finding.error(
                                "co-teaching.classes.unknown-subject",
                                "/parameters/classes/0/subjects/0",
                                new GroupId("1a"),
                                "DNA",
                                List.of("DAN", "MAT")),
                        Finding.error(
                                "co-teaching.classes.unknown-subject",
                                "/parameters/classes/0/subjects/1",
                                new GroupId("1a"),
                                "sløjd",
                                List.of("DAN", "MAT")),
                        Finding.warning(
                                "co-teaching.classes.minimum-above-lessons",
                                "/parameters/classes/0/lessonsPerWeek",
                                new GroupId("1a"),
                                10.5,
                                5.0));
        findings(school().needs(List.of(inSubjects("DANN", "MAT")), List.of(coTeacher("mia", 12))))
                .contains(Finding.error(
                        "co-teaching.classes.unknown-subject-near",
                        "/parameters/classes/0/subjects/0",
                        new GroupId("1a"),
                        "DANN",
                        "DAN"));
    }

    @Test
    void classWithoutEligibleLessonsIsAnErrorWithTheReason() {
        var school = school().lesson("two", "4b", "DAN", DayOfWeek.MONDAY, "08:00", "bob", "cid")
                .lesson("none", "4b", "DAN", DayOfWeek.MONDAY, "09:00")
                .needs(List.of(need("4b", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 12)));

        findings(school)
                .containsExactly(Finding.error(
                        "co-teaching.classes.no-lessons", "/parameters/classes/0", new GroupId("4b"), 2, 0L, 1L, 1L));
    }

    @Test
    void minimumAboveTheLessonsOrBelowTheGuideIsReported() {
        findings(school().needs(List.of(need("1a", CoTeachingType.TYPE_2, 15.5, 5)), List.of(coTeacher("mia", 12))))
                .containsExactly(Finding.warning(
                        "co-teaching.classes.minimum-above-lessons",
                        "/parameters/classes/0/lessonsPerWeek",
                        new GroupId("1a"),
                        15.5,
                        15.0));
        findings(school().needs(List.of(need("1a", CoTeachingType.TYPE_2, 14.4, 5)), List.of(coTeacher("mia", 12))))
                .containsExactly(Finding.info(
                        "co-teaching.classes.below-guide",
                        "/parameters/classes/0/lessonsPerWeek",
                        new GroupId("1a"),
                        14.4,
                        14.5,
                        CoTeachingType.TYPE_2));
        findings(school().needs(List.of(need("1a", CoTeachingType.TYPE_2, 14.5, 5)), List.of(coTeacher("mia", 12))))
                .isEmpty();
    }

    @Test
    void budgetAboveTheContractIsAnErrorAndOneBesideOwnLessonsAWarning() {
        var school = school().person("mia", 10, Availability.always());

        findings(school.needs(List.of(need("1a", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 13.4))))
                .containsExactly(Finding.error(
                        "co-teaching.pool.above-contract",
                        "/parameters/pool/0/lessonsPerWeek",
                        new StaffId("mia"),
                        13.4,
                        10.0));
        findings(school.needs(List.of(need("1a", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 13.3))))
                .isEmpty();
        findings(school.lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "08:00", "mia")
                        .needs(List.of(need("1a", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 13))))
                .containsExactly(Finding.warning(
                        "co-teaching.pool.above-rest",
                        "/parameters/pool/0/lessonsPerWeek",
                        new StaffId("mia"),
                        13.0,
                        1.0,
                        10.0));
    }

    @Test
    void unknownPeopleClassesRoomsAndPoolsAreReported() {
        var one = new CoTeacher(
                new StaffId("mai"),
                new TreeSet<>(),
                5.0,
                null,
                0,
                null,
                List.of(new GroupId("9z")),
                List.of(new StaffId("xxxxxx")),
                "adivsors");
        var need = new ClassNeed(
                new GroupId("1ab"),
                CoTeachingType.TYPE_1,
                null,
                List.of(),
                TeachingForm.PARALLEL,
                new TreeMap<>(Map.of()),
                5,
                null,
                null,
                List.of(new StaffId("nobody-near")),
                null);
        var plain = CoTeachingParameters.of(List.of(need), List.of(one));
        var school = school().parameters(new CoTeachingParameters(
                null,
                null,
                45,
                plain.classes(),
                plain.pool(),
                List.of(new PoolBudget("advisors", 20)),
                List.of(),
                plain.preparation(),
                2,
                List.of(new RoomId("r9")),
                new AdvisorsMeeting(4, 60, List.of(new StaffId("unknown"))),
                List.of(new Supervision("s", null, new StaffId("unknown"), 4, 60, List.of(new StaffId("unknown"))))));

        findings(school)
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactlyInAnyOrder(
                        "co-teaching.unknown-group-near /parameters/classes/0/groupId",
                        "co-teaching.unknown-staff /parameters/classes/0/never/0",
                        "co-teaching.unknown-staff /parameters/pool/0/staffId",
                        "co-teaching.unknown-group /parameters/pool/0/neverClasses/0",
                        "co-teaching.unknown-staff /parameters/pool/0/neverColleagues/0",
                        "co-teaching.unknown-pool-near /parameters/pool/0/pool",
                        "co-teaching.pools.nobody /parameters/pools/0/name",
                        "co-teaching.unknown-room /parameters/secondRooms/0",
                        "co-teaching.unknown-staff /parameters/advisorsMeeting/staff/0",
                        "co-teaching.unknown-staff /parameters/supervision/0/staffId",
                        "co-teaching.unknown-staff /parameters/supervision/0/with/0");
    }

    @Test
    void periodsOutsideThePlannedWeeksOrOverlappingAreReported() {
        var plain = school().intervention().parameters();
        var first = new PriorityPeriod(
                "first", null, W33, W33.plus(1), List.of(new GroupId("4b")), new TreeSet<>(List.of(2)), List.of());
        var second = new PriorityPeriod("second", null, W33.plus(1), null, List.of(), new TreeSet<>(), List.of());
        var third = new PriorityPeriod("third", null, W33.plus(9), W33.plus(9), List.of(), new TreeSet<>(), List.of());
        var school = school().parameters(new CoTeachingParameters(
                null,
                null,
                45,
                plain.classes(),
                plain.pool(),
                List.of(),
                List.of(first, second, third),
                plain.preparation(),
                2,
                List.of(),
                new AdvisorsMeeting(1, 240, List.of()),
                List.of()));

        findings(school)
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly(
                        "co-teaching.periods.no-class /parameters/periods/0/onlyClasses/0",
                        "co-teaching.periods.no-class-of-year /parameters/periods/0/onlyYears/0",
                        "co-teaching.periods.overlap /parameters/periods/1",
                        "co-teaching.periods.outside /parameters/periods/2");
    }

    @Test
    void bandsAndLessonsWithTwoAdultsAreReported() {
        var school = school().lesson("two", "1a", "ENG", DayOfWeek.MONDAY, "13:00", "bob", "cid");

        findings(school)
                .containsExactly(
                        Finding.info("co-teaching.classes.two-adults", "/parameters/classes/0", new GroupId("1a"), 1L));
    }
}
