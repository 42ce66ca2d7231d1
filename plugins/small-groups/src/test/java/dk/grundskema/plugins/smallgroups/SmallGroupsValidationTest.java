package dk.grundskema.plugins.smallgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SmallGroupsValidationTest {
    private static List<Finding> validate(SmallGroupsSchoolBuilder school) {
        return SmallGroupsValidation.of(school.intervention(), school.problem());
    }

    private static List<Finding> findingsOf(SmallGroupsSchoolBuilder school, String code) {
        return validate(school).stream()
                .filter(one -> one.code().equals("small-groups." + code))
                .toList();
    }

    private static SmallGroupsSchoolBuilder guideSchool() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.firstWeek = null;
        school.horizon(12);
        school.weeks = 12;
        school.sessionsPerWeek = 4;
        return school;
    }

    @Test
    void numbersOfTheGuideHaveNoFinding() {
        for (String code : List.of("few-weeks", "few-sessions", "other-minutes", "other-size")) {
            assertThat(findingsOf(guideSchool(), code)).isEmpty();
        }
    }

    @Test
    void eachNumberOutsideTheGuideIsAWarning() {
        var school = guideSchool();
        school.weeks = 11;
        school.sessionsPerWeek = 3;
        school.sessionMinutes = 24;
        school.smallest = 1;
        school.largest = 5;

        assertFinding(school, "few-weeks", "weeks", 11L, "12");
        assertFinding(school, "few-sessions", "sessionsPerWeek", 3L, "4");
        assertFinding(school, "other-minutes", "sessionMinutes", 24L, "25–40");
        assertFinding(school, "other-size", "smallest", 1L, "2–4");
        assertFinding(school, "other-size", "largest", 5L, "2–4");
    }

    private static void assertFinding(SmallGroupsSchoolBuilder school, String code, String place, Object... arguments) {
        Finding one = findingsOf(school, code).stream()
                .filter(each -> each.pointer().equals("/parameters/" + place))
                .findFirst()
                .orElseThrow();
        assertThat(one.isError()).isFalse();
        assertThat(one.arguments()).containsExactly(arguments);
    }

    @Test
    void allUnknownNamesAreReportedAtOnce() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().candidate("ghost", "DAN", "reading", 20, 5);
        school.candidate("a1", "DANN", "reading", 20, 5);
        school.tutors.add(new Tutor(new StaffId("nobody"), List.of(), null, null, null));
        school.cover.add(new StaffId("noone"));

        assertThat(validate(school))
                .extracting(Finding::code)
                .contains(
                        "small-groups.unknown-student",
                        "small-groups.unknown-subject-near",
                        "small-groups.unknown-staff");
        assertThat(findingsOf(school, "unknown-staff"))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/tutors/2/staffId", "/parameters/cover/0");
    }

    @Test
    void aCandidateIsNamedOnceForASubject() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().candidate("a1", "MAT", "", 20, 5);
        assertThat(findingsOf(school, "candidate-twice")).isEmpty();

        assertThat(findingsOf(school.candidate("a1", "dan ", "", 20, 5), "candidate-twice"))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/candidates/6");
    }

    @Test
    void probablyMisspeltAreaIsReported() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        assertThat(findingsOf(school, "area-near")).isEmpty();

        school.candidate("b1", "DAN", "readng", 20, 5);
        assertThat(findingsOf(school, "area-near").getFirst().arguments()).containsExactly("readng", "reading");
    }

    @Test
    void studentWithoutLessonsIsReported() {
        var school =
                SmallGroupsSchoolBuilder.withTwoClasses().student("c1", "4c").candidate("c1", "DAN", "", 20, 5);

        assertThat(findingsOf(school, "no-timetable").getFirst().arguments()).containsExactly(new StudentId("c1"));
    }

    @Test
    void trainingThatExpiresHalfWayIsReportedWithItsDates() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, LocalDate.parse("2026-09-03"), null));
        assertThat(findingsOf(school, "training-runs-out").getFirst().arguments())
                .containsExactly(new StaffId("tom"), LocalDate.parse("2026-09-03"), LocalDate.parse("2026-09-04"));

        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, LocalDate.parse("2026-09-04"), null));
        assertThat(findingsOf(school, "training-runs-out")).isEmpty();
    }

    @Test
    void aSubjectWithoutATrainedTutorIsAnError() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.clear();
        school.tutor("tom", "MAT");

        assertThat(findingsOf(school, "no-tutor")).hasSize(1).allMatch(Finding::isError);
    }

    @Test
    void missingUsableTimeIsReportedWithTheThreeBestChanges() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.usable.clear();
        school.usable.add(SmallGroupsSchoolBuilder.usable("09:00", "09:30"));

        assertThat(findingsOf(school, "no-time")).hasSize(1).allMatch(Finding::isError);
        assertThat(findingsOf(school, "would-help"))
                .hasSize(3)
                .allMatch(one -> one.arguments().get(3).equals(5L))
                .extracting(one -> one.arguments().getFirst())
                .doesNotHaveDuplicates();
    }

    @Test
    void suggestedTimesAreThoseWithMostFreeStudents() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.usable.clear();
        school.usable.add(SmallGroupsSchoolBuilder.usable("09:00", "09:30", DayOfWeek.MONDAY));
        List.of("a1", "a2", "a3").forEach(one -> school.away(one, "07:00", "16:30"));

        assertThat(findingsOf(school, "would-help").getFirst().arguments())
                .startsWith(DayOfWeek.MONDAY, LocalTime.of(16, 30), LocalTime.of(17, 0), 5L);
    }

    @Test
    void wishesThatContradictAVetoAreReportedAsAChain() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .company("a1", List.of("a2"), List.of("a3"))
                .company("a2", List.of("a3"), List.of());

        assertThat(findingsOf(school, "wishes-and-veto").getFirst().arguments())
                .containsExactly(List.of(new StudentId("a1"), new StudentId("a2"), new StudentId("a3")));
    }

    @Test
    void impossibleLocksAreErrors() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .company("a1", List.of(), List.of("a2"))
                .lockMember("a1", "sg/dan/town/1")
                .lockMember("a2", "sg/dan/town/1");
        school.largest = 2;
        assertThat(findingsOf(school, "pinned-veto")).hasSize(1);
        assertThat(findingsOf(school, "too-many-pins")).isEmpty();

        school.candidate("ghost", "DAN", "", 20, 5);
        assertThat(findingsOf(school.lockMember("a3", "sg/dan/town/1"), "too-many-pins")
                        .getFirst()
                        .arguments())
                .as("in words, regardless of other errors")
                .containsExactly("DAN, group 1", 3, 2);
    }

    @Test
    void aGatheringOnAClosedDayIsAnError() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().closed("2026-08-27");
        school.gatherings.add(gathering("2026-08-26"));
        assertThat(findingsOf(school, "gathering-closed")).isEmpty();

        school.gatherings.add(gathering("2026-08-27"));
        assertThat(findingsOf(school, "gathering-closed"))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/gatherings/1/date");
    }

    private static Gathering gathering(String date) {
        return new Gathering(
                Gathering.Kind.TRAINING,
                null,
                LocalDate.parse(date),
                LocalTime.of(9, 0),
                LocalTime.of(15, 0),
                List.of(),
                null);
    }

    @Test
    void tooFewCandidatesForAGroupAreReportedWithoutError() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().candidate("a1", "MAT", "", 20, 5);
        assertThat(findingsOf(school, "too-few").getFirst().arguments()).containsExactly("MAT", 1, 2);
        assertThat(validate(school)).noneMatch(Finding::isError);

        assertThat(findingsOf(school.candidate("a2", "MAT", "", 20, 5), "too-few"))
                .isEmpty();
    }

    @Test
    void noSchoolWeekIsAnError() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.firstWeek = SmallGroupsSchoolBuilder.W33.plus(10);

        assertThat(findingsOf(school, "no-weeks")).hasSize(1);
    }

    @Test
    void shortageIsCountedBeforeSolving() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        assertThat(precheck(school)).isEmpty();

        school.tutors.clear();
        school.tutors.add(new Tutor(new StaffId("tom"), List.of(), null, null, 2));
        school.named.add(new dk.grundskema.domain.place.RoomId("r1"));
        List.of("a1").forEach(one -> school.away(one, "07:00", "16:30"));

        assertThat(precheck(school))
                .extracting(Finding::code)
                .contains("small-groups.few-tutors", "small-groups.few-times");
        assertThat(precheck(school).getFirst().arguments()).containsExactly(5, 1L, 4L, 2L);
    }

    private static Finding precheck(SmallGroupsSchoolBuilder school, String code) {
        return precheck(school).stream()
                .filter(one -> one.code().equals("small-groups." + code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hoursOfTutorsLimitTheNumberOfGroups() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutorHours = 160.0 / 60;
        assertThat(precheck(school)).isEmpty();

        school.tutorHours = 159.0 / 60;
        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 1L, 4L, 1L);
    }

    @Test
    void weeksInWhichTutorsAreAwayAreNamed() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.forEach(one -> school.staffAway(one.staffId().value(), "2026-08-24", "2026-08-28"));

        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 0L, 0L, 4L);
        assertThat(precheck(school, "tutors-away").arguments())
                .containsExactly(
                        new TreeSet<>(List.of(new IsoWeek(2026, 35))),
                        school.tutors.stream().map(Tutor::staffId).toList(),
                        1,
                        2);
    }

    @Test
    void weeksOfTutorsAreNotNamedIfFewGroupsAreAllowedOrASessionIsPossible() {
        var limited = SmallGroupsSchoolBuilder.withTwoClasses().staffAway("ann", "2026-08-24", "2026-08-28");
        limited.mostGroups = 1;
        assertThat(precheck(limited)).extracting(Finding::code).containsExactly("small-groups.few-groups");
        assertThat(precheck(limited).getFirst().arguments()).containsExactly(5, 1, 4L);

        var monday = SmallGroupsSchoolBuilder.withTwoClasses()
                .closed("2026-08-24")
                .staffAway("ann", "2026-08-24", "2026-08-28");
        monday.tutors.removeIf(one -> one.staffId().equals(new StaffId("tom")));
        monday.sessionsPerWeek = 4;
        assertThat(precheck(monday)).extracting(Finding::code).containsExactly("small-groups.few-tutors");
    }

    /** Another intervention takes all of the week in which the tutors are away, so the groups have the week after the others. */
    @Test
    void weeksOfTheDemandCountNotThoseOfTheParameters() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.forEach(one -> school.staffAway(one.staffId().value(), "2026-08-24", "2026-08-28"));
        var week = new DateSpan(LocalDate.parse("2026-08-24"), LocalDate.parse("2026-08-30"));
        assertThat(precheck(school, week)).isEmpty();

        school.tutors.forEach(one -> school.staffAway(one.staffId().value(), "2026-09-07", "2026-09-11"));
        assertThat(precheck(school)).isEmpty();
        assertThat(precheck(school, week))
                .extracting(Finding::code)
                .contains("small-groups.few-tutors", "small-groups.tutors-away");
    }

    @Test
    void tutorsWhoAreAwayInSingleWeeksAreNotNamedIfOthersSuffice() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.staffAway("ann", "2026-08-24", "2026-08-28");

        assertThat(precheck(school)).isEmpty();
    }

    /** Ann is the only tutor for mathematics; Danish has enough, and so have all subjects together. */
    @Test
    void tutorsOfASubjectAreCountedForItsCandidates() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().candidate("a1", "MAT", "", 30, 4);
        school.tutors.clear();
        school.tutor("ann", "MAT");
        school.tutor("tom", "DAN");
        assertThat(precheck(school)).isEmpty();

        school.staffAway("ann", "2026-08-24", "2026-08-28");

        assertThat(precheck(school)).extracting(Finding::code).doesNotContain("small-groups.few-tutors");
        assertThat(precheck(school, "few-tutors-of").arguments()).containsExactly("MAT", 1, 0L, 0L, 2L);
        assertThat(precheck(school, "tutors-away").arguments())
                .containsExactly(new TreeSet<>(List.of(new IsoWeek(2026, 35))), List.of(new StaffId("ann")), 1, 1);
    }

    @Test
    void coverOfLessonsGivesTutorsMoreTimes() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.usable.clear();
        school.usable.add(SmallGroupsSchoolBuilder.usable("09:00", "09:45", DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        school.tutors.clear();
        school.tutor("ann");
        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 0L, 0L, 4L);

        school.person("cora").cover.add(new StaffId("cora"));
        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 1L, 4L, 2L);
    }

    @Test
    void tooFewRoomsForAllSessionsAreReported() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.usable.clear();
        school.usable.add(SmallGroupsSchoolBuilder.usable("08:00", "08:30", DayOfWeek.MONDAY));
        school.named.add(new dk.grundskema.domain.place.RoomId("r1"));

        assertThat(precheck(school, "few-rooms").arguments()).containsExactly("DAN", 4L, 1, 1L);
    }

    @Test
    void helpForStudentsWithTooFewTimesIsSuggested() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().away("a1", "07:00", "15:00");
        assertThat(precheck(school)).extracting(Finding::code).contains("small-groups.few-times");
        assertThat(precheck(school))
                .filteredOn(one -> !one.code().startsWith("small-groups.few-"))
                .isNotEmpty();
    }

    @Test
    void simultaneousGatheringsAreRefused() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.gatherings.add(gathering("2026-08-20"));
        school.gatherings.add(gathering("2026-08-21"));
        assertThat(school.intervention().parameters().gatherings()).hasSize(2);

        school.gatherings.add(gathering("2026-08-20"));
        assertThatThrownBy(school::intervention).isInstanceOf(InvalidValueException.class);
    }

    private static List<Finding> precheck(SmallGroupsSchoolBuilder school, DateSpan... interruptions) {
        var demand = SmallGroupsExpansion.of(school.intervention(), school.problem(), List.of(interruptions));
        return SmallGroupsPrecheck.of(school.intervention(), school.problem(), demand);
    }

    @Test
    void requiredDaysBeyondTheUsableWeekdaysAreAnErrorAndAGuidelineIsAWarning() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.usable.clear();
        school.usable.add(SmallGroupsSchoolBuilder.usable("08:00", "09:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        school.oneSessionADay = RuleStrength.REQUIREMENT;
        assertThat(findingsOf(school, "few-days")).isEmpty();

        school.sessionsPerWeek = 3;
        assertThat(findingsOf(school, "few-days")).singleElement().satisfies(one -> {
            assertThat(one.isError()).isTrue();
            assertThat(one.pointer()).isEqualTo("/parameters/oneSessionADay");
            assertThat(one.arguments()).containsExactly(3, 2L);
        });

        school.oneSessionADay = RuleStrength.GUIDELINE;
        assertThat(findingsOf(school, "few-days")).singleElement().matches(one -> !one.isError(), "a warning");
        school.oneSessionADay = RuleStrength.WISH;
        assertThat(findingsOf(school, "few-days")).isEmpty();
    }

    @Test
    void moreTutorsThanSessionsAreReported() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutorsPerGroup = 5;
        assertThat(findingsOf(school, "more-tutors-than-sessions"))
                .as("two sessions a week and three talks")
                .isEmpty();

        school.tutorsPerGroup = 6;
        assertFinding(school, "more-tutors-than-sessions", "tutorsPerGroup", 6, 5);
    }

    @Test
    void numberOfTutorsIsFromOneToTen() {
        for (int wrong : List.of(0, 11)) {
            var school = SmallGroupsSchoolBuilder.withTwoClasses();
            school.tutorsPerGroup = wrong;
            assertThatThrownBy(school::intervention)
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            bad -> assertThat(bad.findings())
                                    .extracting(Finding::pointer)
                                    .containsExactly("/tutorsPerGroup"));
        }
    }

    @Test
    void candidatesWhoCanComeOnTooFewWeekdaysAreCountedIfOneSessionADayIsBinding() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.sessionsPerWeek = 5;
        school.busyOn("a1", DayOfWeek.MONDAY);

        for (RuleStrength strength : RuleStrength.values()) {
            school.oneSessionADay = strength;
            var problem = school.problem();
            var demand = SmallGroupsExpansion.of(school.intervention(), problem, List.of());
            var found = SmallGroupsPrecheck.of(school.intervention(), problem, demand).stream()
                    .filter(one -> one.code().equals("small-groups.few-weekdays"))
                    .toList();
            if (strength.isBinding()) {
                assertThat(found).singleElement().satisfies(one -> {
                    assertThat(one.pointer()).isEqualTo("/parameters/oneSessionADay");
                    assertThat(one.arguments()).containsExactly("DAN", 1L, 5);
                });
            } else {
                assertThat(found).isEmpty();
            }
        }
    }
}
