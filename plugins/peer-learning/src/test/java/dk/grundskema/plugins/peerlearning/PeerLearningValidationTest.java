package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.set;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.setWith;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.tutoring;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.plugins.peerlearning.PeerSet.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerLearningValidationTest {
    private static List<Finding> findings(PeerSchoolBuilder school) {
        return new PeerLearningPlugin().validate(school.intervention(), school.problem());
    }

    /** Severity, code, place below the parameters and arguments of each finding. */
    private static List<String> findingTexts(PeerSchoolBuilder school) {
        return findings(school).stream()
                .map(one -> "%s %s %s %s"
                        .formatted(
                                one.severity(),
                                one.code().replace("peer-learning.", ""),
                                one.pointer().replace("/parameters/", ""),
                                one.arguments()))
                .toList();
    }

    private static PeerSet setOf(String... students) {
        var nobody = set("x", List.of(), List.of(), Form.EQUALS, MeetingPlacement.INSIDE);
        return setWith(nobody, List.of(students), List.of(), List.of());
    }

    @Test
    void classThatCanMeetHasNoFinding() {
        assertThat(findingTexts(smallSchool().set(peers("4a", "dan ")).pair("ann", "a1", "a2")))
                .isEmpty();
    }

    @Test
    void allUnknownNamesAreReportedAtOnceWithTheNearestOne() {
        var school = smallSchool()
                .set(setWith(peers("9z", "DAB", "ASTRONOMY"), List.of("zoe"), List.of("zak"), List.of("zia"), "attic"))
                .pair("zed", "a1", "a2")
                .pair(null, "a1", "zut")
                .level("zac", 5)
                .supervisor("zeb");
        assertThat(findingTexts(school))
                .containsExactlyInAnyOrder(
                        "ERROR unknown-group sets/0/classes/0 [9z]",
                        "ERROR unknown-student sets/0/students/0 [zoe]",
                        "ERROR unknown-student sets/0/tutors/0 [zak]",
                        "ERROR unknown-student sets/0/without/0 [zia]",
                        "ERROR unknown-room sets/0/rooms/0 [attic]",
                        "ERROR unknown-subject-near sets/0/subjects/0 [DAB, DAN]",
                        "ERROR unknown-subject sets/0/subjects/1 [ASTRONOMY]",
                        "ERROR unknown-student pairs/1/students/1 [zut]",
                        "ERROR unknown-staff pairs/0/confirmedBy [zed]",
                        "ERROR unknown-student levels/0/studentId [zac]",
                        "ERROR unknown-staff supervisors/0 [zeb]");
    }

    @Test
    void missingSetsAreAnError() {
        assertThat(findingTexts(smallSchool())).containsExactly("ERROR no-sets sets []");
    }

    @ParameterizedTest
    @CsvSource({
        "15, 2, 15, few-weeks weeks [15]",
        "16, 1, 15, few-lessons lessonsPerWeek [1]",
        "16, 2, 14, other-swap swapMinutes [14]",
        "16, 2, 16, other-swap swapMinutes [16]",
        "17, 2, 15, few-school-weeks weeks [17; 16]"
    })
    void deviationFromTheGuideIsAWarning(int weeks, int lessons, int swap, String said) {
        var school = smallSchool().set(peers("4a")).numbers(weeks, lessons, 45, swap);
        assertThat(findingTexts(school))
                .singleElement()
                .asString()
                .startsWith("WARNING " + said.substring(0, said.indexOf('[')));
    }

    @Test
    void swapWeeksOfTutorsAreIgnored() {
        assertThat(findingTexts(smallSchool().set(tutoring("4a", "6b")).numbers(16, 2, 45, 30)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void setOfOneStudentIsTooSmall(int students, boolean tooSmall) {
        var some = List.of("a1", "a2", "a3").subList(0, students).toArray(String[]::new);
        assertThat(findingTexts(smallSchool().set(setOf(some))))
                .isEqualTo(tooSmall ? List.of("ERROR set-too-small sets/0 [x, 1]") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, true", "1, 3, false", "2, 4, true", "3, 1, false", "2, 1, true", "4, 4, true"})
    void pairHasAtMostThreeStudents(int tutors, int learners, boolean fits) {
        var twoSides = setWith(
                set("x", List.of(), List.of(), Form.TUTORING, MeetingPlacement.INSIDE),
                List.of("a1", "a2", "a3", "a4").subList(0, learners),
                List.of("b1", "b2", "b3", "b4").subList(0, tutors),
                List.of());
        assertThat(findingTexts(smallSchool().set(twoSides)))
                .isEqualTo(
                        fits
                                ? List.of()
                                : List.of("ERROR uneven-sides sets/0 [x, %d, %d]".formatted(learners, tutors)));
    }

    @Test
    void leftOverStudentJoinsAKeptPairOfTwo() {
        assertThat(findingTexts(smallSchool().set(setOf("a1", "a2", "a3")).pair("ann", "a1", "a2")))
                .isEmpty();
        assertThat(findingTexts(smallSchool().set(setOf("a1", "a2", "a3", "a4")).pair("ann", "a1", "a2", "a3")))
                .containsExactly("ERROR uneven-sides sets/0 [x, 4, 0]");
    }

    @Test
    void studentOnBothSidesIsAnError() {
        var both = setWith(tutoring("4a", "6b"), List.of(), List.of("a1"), List.of());
        assertThat(findingTexts(smallSchool().set(both))).containsExactly("ERROR on-both-sides sets/0 [4a]");
    }

    @Test
    void strongerHalfWithoutAllLevelsIsReported() {
        var half = set("4a", List.of("4a"), List.of(), Form.TUTORING, MeetingPlacement.INSIDE);
        var school = smallSchool().set(half).level("a1", 1).level("a3", 2).level("a4", 3);
        assertThat(findingTexts(school)).containsExactly("ERROR levels-missing sets/0 [4a, [a2]]");
        assertThat(findingTexts(school.level("a2", 4))).isEmpty();
    }

    @Test
    void studentWithoutLessonsIsReported() {
        assertThat(findingTexts(smallSchool().studentWithoutClass("lou").set(setOf("a1", "lou"))))
                .containsExactly("ERROR no-timetable sets/0 [x, [lou]]");
    }

    @Test
    void roomTooSmallForTheSetIsReported() {
        var school = smallSchool().set(setWith(peers("4a"), List.of(), List.of(), List.of(), "nook"));
        assertThat(findingTexts(school.room("nook", 3))).containsExactly("ERROR rooms-too-small sets/0/rooms [4a, 4]");
        assertThat(findingTexts(school.room("nook", 4))).isEmpty();
    }

    @Test
    void missingCommonLessonIsReportedWithTheBestChanges() {
        assertThat(findingTexts(smallSchool().set(tutoring("4a", "6b", "DAN"))))
                .containsExactly("ERROR no-common-time sets/0 [4a, 2]", "INFO change-subject sets/0 [MAT, 10]");
    }

    @Test
    void tooFewCommonLessonsAreAWarningWithTheThreeBestChanges() {
        var school =
                smallSchool().set(setOf("a1", "a2", "b1")).lessonsIn("room-4a").room("room-4a", 2);
        assertThat(findingTexts(school))
                .containsExactly(
                        "ERROR no-common-time sets/0 [x, 2]",
                        "INFO change-room sets/0 [x, 10]",
                        "INFO change-without sets/0 [a1, 10]",
                        "INFO change-without sets/0 [a2, 10]");
    }

    @Test
    void oneTimeForTwoMeetingsIsTooFewAndTwoAreEnough() {
        var one = smallSchool().set(peers("4a", "ENG")).subject("4a/DAN/1/08:00", "ENG");
        assertThat(findingTexts(one))
                .startsWith("WARNING few-common-times sets/0 [4a, 2, 1]")
                .contains("INFO change-subject sets/0 [DAN, 5]", "INFO change-subject sets/0 [MAT, 6]");
        one.subject("4a/DAN/2/08:00", "ENG");
        assertThat(findingTexts(one)).isEmpty();
    }

    @Test
    void missingUsableTimeOutsideLessonsIsReported() {
        var school = smallSchool().set(set("4a", List.of("4a"), List.of(), Form.EQUALS, MeetingPlacement.OUTSIDE));
        var said = new String[] {
            "ERROR no-common-time sets/0 [4a, 2]",
            "INFO change-usable sets/0 [MONDAY, 09:45, 10:30, 1]",
            "INFO change-usable sets/0 [TUESDAY, 09:45, 10:30, 1]",
            "INFO change-usable sets/0 [WEDNESDAY, 09:45, 10:30, 1]"
        };
        assertThat(findingTexts(school)).containsExactly(said);
        school.usable("08:30", "09:50");
        assertThat(findingTexts(school)).containsExactly(said);
        assertThat(findingTexts(school.usable("09:45", "10:30"))).isEmpty();
    }

    @Test
    void pairWithAVetoIsRefusedInBothDirections() {
        for (String vetoer : List.of("a1", "a2")) {
            var school = smallSchool()
                    .set(peers("4a"))
                    .company(vetoer, List.of(), List.of(vetoer.equals("a1") ? "a2" : "a1"))
                    .pair("ann", "a1", "a2");
            assertThat(findingTexts(school)).containsExactly("ERROR pinned-veto pairs/0 [[a1, a2]]");
        }
    }

    @Test
    void wishesThatContradictAVetoAreReportedAsAChain() {
        var school = smallSchool()
                .set(peers("4a"))
                .company("a1", List.of("a2"), List.of("a3"))
                .company("a2", List.of("a3"), List.of());
        assertThat(findings(school)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("peer-learning.wishes-against-veto");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.arguments())
                    .containsExactly(List.of(new StudentId("a1"), new StudentId("a2"), new StudentId("a3")));
        });
    }

    @Test
    void aStudentIsInOnePairOnly() {
        assertThat(findingTexts(
                        smallSchool().set(peers("4a")).pair("ann", "a1", "a2").pair(null, "a3", "a1")))
                .contains("ERROR in-two-pairs pairs [a1]");
    }

    @Test
    void pairAcrossSetsOrOfOneSideIsRefused() {
        assertThat(findingTexts(smallSchool().set(peers("4a")).pair(null, "a1", "b1")))
                .containsExactly("ERROR pair-in-no-set pairs/0 [[a1, b1]]");
        assertThat(findingTexts(smallSchool().set(tutoring("4a", "6b")).pair(null, "a1", "a2")))
                .contains("ERROR pair-without-tutor pairs/0 [[a1, a2]]");
        assertThat(findingTexts(smallSchool().set(tutoring("4a", "6b")).pair(null, "a1", "b1")))
                .isEmpty();
    }

    @Test
    void confirmationByATeacherOfNeitherStudentIsAWarning() {
        assertThat(findings(smallSchool().set(peers("4a")).pair("bob", "a1", "a2")))
                .containsExactly(Finding.warning(
                        "peer-learning.confirmed-by-stranger", "/parameters/pairs/0/confirmedBy", new StaffId("bob")));
        assertThat(findingTexts(smallSchool().set(tutoring("4a", "6b")).pair("bob", "a1", "b1")))
                .isEmpty();
    }

    @Test
    void moreLocksThanPlacesAreRefusedAndAsManyAreNot() {
        var two = smallSchool().set(peers("4a")).member("a1", "peers/pair/4a/2").member("a2", "peers/pair/4a/2");
        assertThat(findingTexts(two)).isEmpty();
        assertThat(findingTexts(two.member("a3", "peers/pair/4a/2")))
                .containsExactly("ERROR too-many-pins pairs [peers/pair/4a/2, 3, 2]");
    }

    @Test
    void locksAndFaultsOfOtherSetsAreReportedBesideUnknownNames() {
        var school = smallSchool()
                .set(peers("9z"))
                .set(peers("4a", "ENG"))
                .set(setOf("b1", "b2"))
                .company("a1", List.of(), List.of("a2"))
                .member("a1", "peers/pair/4a/2")
                .member("a2", "peers/pair/4a/2")
                .pair("zed", "a1", "a2")
                .pair("bob", "b1", "b2")
                .subject("6b/MAT/1/08:00", "ENG");
        school.company("b1", List.of(), List.of("b2"));
        assertThat(findingTexts(school))
                .containsExactly(
                        "ERROR unknown-group sets/0/classes/0 [9z]",
                        "ERROR unknown-staff pairs/0/confirmedBy [zed]",
                        "ERROR no-common-time sets/1 [4a, 2]",
                        "INFO change-subject sets/1 [DAN, 5]",
                        "INFO change-subject sets/1 [MAT, 5]",
                        "ERROR pinned-veto pairs [[a1, a2]]",
                        "ERROR pinned-veto pairs/1 [[b1, b2]]");
    }

    @Test
    void studentsLockedTogetherDespiteAVetoAreRefused() {
        var school = smallSchool()
                .set(peers("4a"))
                .company("a1", List.of(), List.of("a2"))
                .member("a1", "peers/pair/4a/2")
                .member("a2", "peers/pair/4a/2");
        assertThat(findingTexts(school)).containsExactly("ERROR pinned-veto pairs [[a1, a2]]");
    }
}
