package dk.grundskema.plugins.smallgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.Gathering;
import dk.grundskema.solver.spi.toolkit.Tutor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallGroupsValidationTest {
    private static List<Finding> validate(TownSchool school) {
        return SmallGroupsValidation.of(school.intervention(), school.problem());
    }

    private static List<Finding> of(TownSchool school, String code) {
        return validate(school).stream()
                .filter(one -> one.code().equals("small-groups." + code))
                .toList();
    }

    private static TownSchool likeTheGuide() {
        var school = TownSchool.usual();
        school.firstWeek = null;
        school.horizon = 12;
        school.weeks = 12;
        school.sessionsPerWeek = 4;
        return school;
    }

    @Test
    void numbersOfTheGuideAreNotMentioned() {
        for (String code : List.of("few-weeks", "few-sessions", "other-minutes", "other-size")) {
            assertThat(of(likeTheGuide(), code)).isEmpty();
        }
    }

    @Test
    void eachNumberOutsideTheGuideIsAllowedAndSaid() {
        var school = likeTheGuide();
        school.weeks = 11;
        school.sessionsPerWeek = 3;
        school.sessionMinutes = 24;
        school.smallest = 1;
        school.largest = 5;

        assertSaid(school, "few-weeks", "weeks", 11L, "12");
        assertSaid(school, "few-sessions", "sessionsPerWeek", 3L, "4");
        assertSaid(school, "other-minutes", "sessionMinutes", 24L, "25–40");
        assertSaid(school, "other-size", "smallest", 1L, "2–4");
        assertSaid(school, "other-size", "largest", 5L, "2–4");
    }

    private static void assertSaid(TownSchool school, String code, String place, Object... arguments) {
        Finding one = of(school, code).stream()
                .filter(each -> each.pointer().equals("/parameters/" + place))
                .findFirst()
                .orElseThrow();
        assertThat(one.isError()).isFalse();
        assertThat(one.arguments()).containsExactly(arguments);
    }

    @Test
    void everythingUnknownIsNamedAtOnce() {
        var school = TownSchool.usual().candidate("ghost", "DAN", "reading", 20, 5);
        school.candidate("a1", "DANN", "reading", 20, 5);
        school.tutors.add(new Tutor(new StaffId("nobody"), List.of(), null, null, null));
        school.cover.add(new StaffId("noone"));

        assertThat(validate(school))
                .extracting(Finding::code)
                .contains(
                        "small-groups.unknown-student",
                        "small-groups.unknown-subject-near",
                        "small-groups.unknown-staff");
        assertThat(of(school, "unknown-staff"))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/tutors/2/staffId", "/parameters/cover/0");
    }

    @Test
    void aCandidateIsNamedOnceForASubject() {
        var school = TownSchool.usual().candidate("a1", "MAT", "", 20, 5);
        assertThat(of(school, "candidate-twice")).isEmpty();

        assertThat(of(school.candidate("a1", "dan ", "", 20, 5), "candidate-twice"))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/candidates/6");
    }

    @Test
    void anAreaThatIsProbablyMisspeltIsSaid() {
        var school = TownSchool.usual();
        assertThat(of(school, "area-near")).isEmpty();

        school.candidate("b1", "DAN", "readng", 20, 5);
        assertThat(of(school, "area-near").getFirst().arguments()).containsExactly("readng", "reading");
    }

    @Test
    void aStudentWithoutATimetableIsSaid() {
        var school = TownSchool.usual().student("c1", "4c").candidate("c1", "DAN", "", 20, 5);

        assertThat(of(school, "no-timetable").getFirst().arguments()).containsExactly(new StudentId("c1"));
    }

    @Test
    void trainingThatRunsOutHalfWayIsSaidWithItsDates() {
        var school = TownSchool.usual();
        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, LocalDate.parse("2026-09-03"), null));
        assertThat(of(school, "training-runs-out").getFirst().arguments())
                .containsExactly(new StaffId("tom"), LocalDate.parse("2026-09-03"), LocalDate.parse("2026-09-04"));

        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, LocalDate.parse("2026-09-04"), null));
        assertThat(of(school, "training-runs-out")).isEmpty();
    }

    @Test
    void aSubjectWithoutATrainedTutorIsAnError() {
        var school = TownSchool.usual();
        school.tutors.clear();
        school.tutor("tom", "MAT");

        assertThat(of(school, "no-tutor")).hasSize(1).allMatch(Finding::isError);
    }

    @Test
    void withoutUsableTimeTheThreeChangesThatWouldGiveMostAreNamed() {
        var school = TownSchool.usual();
        school.usable.clear();
        school.usable.add(TownSchool.usable("09:00", "09:30"));

        assertThat(of(school, "no-time")).hasSize(1).allMatch(Finding::isError);
        assertThat(of(school, "would-help"))
                .hasSize(3)
                .allMatch(one -> one.arguments().get(3).equals(5L))
                .extracting(one -> one.arguments().getFirst())
                .doesNotHaveDuplicates();
    }

    @Test
    void theTimesThatWouldHelpAreThoseAtWhichMostAreFree() {
        var school = TownSchool.usual();
        school.usable.clear();
        school.usable.add(TownSchool.usable("09:00", "09:30", DayOfWeek.MONDAY));
        List.of("a1", "a2", "a3").forEach(one -> school.away(one, "07:00", "16:30"));

        assertThat(of(school, "would-help").getFirst().arguments())
                .startsWith(DayOfWeek.MONDAY, LocalTime.of(16, 30), LocalTime.of(17, 0), 5L);
    }

    @Test
    void wishesThatAVetoContradictsAreNamedAsAChain() {
        var school =
                TownSchool.usual().company("a1", List.of("a2"), List.of("a3")).company("a2", List.of("a3"), List.of());

        assertThat(of(school, "wishes-and-veto").getFirst().arguments())
                .containsExactly(List.of(new StudentId("a1"), new StudentId("a2"), new StudentId("a3")));
    }

    @Test
    void pinsThatCannotBeAreErrors() {
        var school = TownSchool.usual()
                .company("a1", List.of(), List.of("a2"))
                .pin("a1", "sg/dan/town/1")
                .pin("a2", "sg/dan/town/1");
        school.largest = 2;
        assertThat(of(school, "pinned-veto")).hasSize(1);
        assertThat(of(school, "too-many-pins")).isEmpty();

        school.candidate("ghost", "DAN", "", 20, 5);
        assertThat(of(school.pin("a3", "sg/dan/town/1"), "too-many-pins")
                        .getFirst()
                        .arguments())
                .as("in words, whatever else is wrong")
                .containsExactly("DAN, group 1", 3, 2);
    }

    @Test
    void aGatheringOnAClosedDayIsAnError() {
        var school = TownSchool.usual().closed("2026-08-27");
        school.gatherings.add(gathering("2026-08-26"));
        assertThat(of(school, "gathering-closed")).isEmpty();

        school.gatherings.add(gathering("2026-08-27"));
        assertThat(of(school, "gathering-closed"))
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
    void candidatesWhoAreTooFewForAGroupAreSaidAndDoNotStopTheRest() {
        var school = TownSchool.usual().candidate("a1", "MAT", "", 20, 5);
        assertThat(of(school, "too-few").getFirst().arguments()).containsExactly("MAT", 1, 2);
        assertThat(validate(school)).noneMatch(Finding::isError);

        assertThat(of(school.candidate("a2", "MAT", "", 20, 5), "too-few")).isEmpty();
    }

    @Test
    void noSchoolWeekIsAnError() {
        var school = TownSchool.usual();
        school.firstWeek = TownSchool.W33.plus(10);

        assertThat(of(school, "no-weeks")).hasSize(1);
    }

    @Test
    void whatIsShortIsCountedBeforeSolving() {
        var school = TownSchool.usual();
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

    private static Finding precheck(TownSchool school, String code) {
        return precheck(school).stream()
                .filter(one -> one.code().equals("small-groups." + code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTutorsHoursLimitTheGroupsThatTheyCarry() {
        var school = TownSchool.usual();
        school.tutorHours = 160.0 / 60;
        assertThat(precheck(school)).isEmpty();

        school.tutorHours = 159.0 / 60;
        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 1L, 4L, 2L);
    }

    @Test
    void withCoverForTheirLessonsTutorsHaveMoreTimes() {
        var school = TownSchool.usual();
        school.usable.clear();
        school.usable.add(TownSchool.usable("09:00", "09:45", DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        school.tutors.clear();
        school.tutor("ann");
        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 0L, 0L, 4L);

        school.person("cora").cover.add(new StaffId("cora"));
        assertThat(precheck(school, "few-tutors").arguments()).containsExactly(5, 1L, 4L, 2L);
    }

    @Test
    void roomsThatDoNotHoldAllSessionsAreSaid() {
        var school = TownSchool.usual();
        school.usable.clear();
        school.usable.add(TownSchool.usable("08:00", "08:30", DayOfWeek.MONDAY));
        school.named.add(new dk.grundskema.domain.place.RoomId("r1"));

        assertThat(precheck(school, "few-rooms").arguments()).containsExactly("DAN", 4L, 1, 1L);
    }

    @Test
    void whatWouldHelpThoseWithoutEnoughTimesIsSaid() {
        var school = TownSchool.usual().away("a1", "07:00", "15:00");
        assertThat(precheck(school)).extracting(Finding::code).contains("small-groups.few-times");
        assertThat(precheck(school))
                .filteredOn(one -> !one.code().startsWith("small-groups.few-"))
                .isNotEmpty();
    }

    @Test
    void twoGatheringsAtATimeAreRefused() {
        var school = TownSchool.usual();
        school.gatherings.add(gathering("2026-08-20"));
        school.gatherings.add(gathering("2026-08-21"));
        assertThat(school.intervention().parameters().gatherings()).hasSize(2);

        school.gatherings.add(gathering("2026-08-20"));
        assertThatThrownBy(school::intervention).isInstanceOf(InvalidValueException.class);
    }

    private static List<Finding> precheck(TownSchool school) {
        var demand = SmallGroupsExpansion.of(school.intervention(), school.problem(), List.of());
        return SmallGroupsPrecheck.of(school.intervention(), school.problem(), demand);
    }
}
