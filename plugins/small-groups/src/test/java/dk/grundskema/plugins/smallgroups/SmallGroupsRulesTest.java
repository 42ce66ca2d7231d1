package dk.grundskema.plugins.smallgroups;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallGroupsRulesTest {
    private static final String GROUP = "sg/dan/town/1";
    private static final String FIRST = "sg/small-group/dan/town/1/1";
    private static final String SECOND = "sg/small-group/dan/town/1/2";
    private static final String TUTOR = FIRST + "#0";

    private static RuleBench bench(SmallGroupsSchoolBuilder school) {
        return RuleBench.of(new SmallGroupsPlugin(), school.problem());
    }

    private static RuleBench usual() {
        return bench(SmallGroupsSchoolBuilder.withTwoClasses());
    }

    private static MeetingTime at(DayOfWeek day, String start) {
        var from = LocalTime.parse(start);
        var weeks = new TreeSet<>(List.of(
                SmallGroupsSchoolBuilder.W33.plus(1),
                SmallGroupsSchoolBuilder.W33.plus(2),
                SmallGroupsSchoolBuilder.W33.plus(3)));
        return new MeetingTime(weeks, day, from, from.plusMinutes(30));
    }

    private static MeetingTime inWeek(int week, String start) {
        var from = LocalTime.parse(start);
        return new MeetingTime(
                new TreeSet<>(List.of(SmallGroupsSchoolBuilder.W33.plus(week))),
                DayOfWeek.MONDAY,
                from,
                from.plusMinutes(20));
    }

    @Test
    void emptyGroupCostsNothing() {
        var bench = usual();

        assertThat(bench.penalty("small-groups.missing-sessions")).isZero();
        assertThat(bench.penalty("small-groups.talks")).isZero();
    }

    @Test
    void eachMissingSessionCostsAShareOfTheMembersNeed() {
        var bench = usual().join("a1", GROUP).join("a2", GROUP).seat(TUTOR, "ann");
        assertThat(bench.penalty("small-groups.missing-sessions")).isEqualTo((9 + 5) * 101);

        bench.time(FIRST, at(DayOfWeek.MONDAY, "08:00"));
        assertThat(bench.penalty("small-groups.missing-sessions")).isEqualTo((9 + 5) * 81);

        bench.time(SECOND, at(DayOfWeek.TUESDAY, "08:00"));
        assertThat(bench.penalty("small-groups.missing-sessions")).isZero();
    }

    @Test
    void sessionsWithoutATutorAreMissing() {
        var bench = usual().join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"));

        assertThat(bench.penalty("small-groups.missing-sessions")).isEqualTo(9 * 101);
    }

    @Test
    void groupWithoutSessionsCostsMoreThanNoGroup() {
        var alone = usual();
        long before = alone.score().medium();
        var inGroup = usual().join("a1", GROUP).join("a2", GROUP);

        assertThat(inGroup.score().medium()).isLessThan(before);
    }

    @Test
    void talkWithATeacherOfTheMembersCounts() {
        var bench = usual().join("a1", GROUP).join("a2", GROUP);
        assertThat(bench.penalty("small-groups.talks")).isEqualTo(3);

        bench.time("sg/talk/dan/town/1/before", inWeek(0, "08:00")).seat(TUTOR, "tom");
        assertThat(bench.penalty("small-groups.talks")).isEqualTo(3);

        bench.seat("sg/talk/dan/town/1/before#1", "ann");
        assertThat(bench.penalty("small-groups.talks")).isEqualTo(2);

        bench.seat("sg/talk/dan/town/1/before#1", null).seat(TUTOR, "ann");
        assertThat(bench.penalty("small-groups.talks")).isEqualTo(2);

        bench.time("sg/talk/dan/town/1/during", inWeek(2, "08:00"))
                .time("sg/talk/dan/town/1/after", inWeek(4, "08:00"));
        assertThat(bench.penalty("small-groups.talks")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a1, b1, 40", "b1, a1, 40", "a1, a2, 5"})
    void groupCostsTheDistanceOfItsLevels(String one, String other, long apart) {
        var bench = usual().join(one, GROUP).join(other, GROUP);

        assertThat(bench.penalty("small-groups.level-spread")).isEqualTo(apart);
    }

    @Test
    void memberBetweenTwoOthersAddsNoLevelSpread() {
        var bench = usual().join("b1", GROUP).join("a1", GROUP).join("a3", GROUP);

        assertThat(bench.penalty("small-groups.level-spread")).isEqualTo(40);
    }

    @Test
    void eachAreaBeyondTheFirstCostsOne() {
        var bench = usual().join("a1", GROUP).join("a2", GROUP);
        assertThat(bench.penalty("small-groups.areas")).isZero();

        bench.join("a3", GROUP).join("b2", GROUP);
        assertThat(bench.penalty("small-groups.areas")).isEqualTo(1);
    }

    @Test
    void blankAreaFitsAll() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.candidates.set(0, new Candidate(school.candidates.get(0).studentId(), "DAN", "", 20, 9));
        var bench = bench(school).join("a1", GROUP).join("a2", GROUP);

        assertThat(bench.penalty("small-groups.areas")).isZero();
    }

    @Test
    void eachClassBeyondTheFirstCostsOne() {
        var bench = usual().join("a1", GROUP).join("a2", GROUP);
        assertThat(bench.penalty("small-groups.classmates")).isZero();

        assertThat(bench.join("b1", GROUP).penalty("small-groups.classmates")).isEqualTo(1);
    }

    @Test
    void anotherTimeOfDayAndASecondSessionOnADayCostOneEach() {
        var bench = usual().join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"));
        assertThat(bench.penalty("small-groups.rhythm")).isZero();
        assertThat(bench.penalty("small-groups.one-a-day")).isZero();

        bench.time(SECOND, at(DayOfWeek.MONDAY, "14:00"));
        assertThat(bench.penalty("small-groups.rhythm")).isEqualTo(1);
        assertThat(bench.penalty("small-groups.one-a-day")).isEqualTo(1);
    }

    @Test
    void anotherRoomCostsOneAndNoRoomNothing() {
        var bench = usual().join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"))
                .room(FIRST, "r1");
        assertThat(bench.room(SECOND, null).penalty("small-groups.same-room")).isZero();
        assertThat(bench.room(SECOND, "r1").penalty("small-groups.same-room")).isZero();
        assertThat(bench.room(SECOND, "r2").penalty("small-groups.same-room")).isEqualTo(1);
    }

    @Test
    void eachMemberWhoHasAnotherTeacherThanTheTutorCostsOne() {
        var bench = usual().join("a1", GROUP).join("b1", GROUP).seat(TUTOR, "ann");
        assertThat(bench.penalty("small-groups.own-teacher")).isEqualTo(1);

        assertThat(bench.seat(TUTOR, "tom").penalty("small-groups.own-teacher")).isEqualTo(2);
    }

    @Test
    void eachSessionOfATutorWithoutTrainingCostsOne() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        var bench = bench(school)
                .join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"))
                .seat(TUTOR, "tom");
        assertThat(bench.penalty("small-groups.untrained-tutor")).isZero();

        assertThat(bench.seat(TUTOR, "bob").penalty("small-groups.untrained-tutor"))
                .isEqualTo(2);
    }

    @Test
    void sessionsAboveTheLimitOfATutorCostOneEach() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, null, 1));
        var bench = bench(school).join("a1", GROUP).seat(TUTOR, "tom").time(FIRST, at(DayOfWeek.MONDAY, "08:00"));
        assertThat(bench.penalty("small-groups.tutor-sessions")).isZero();

        bench.time(SECOND, at(DayOfWeek.TUESDAY, "08:00"));
        assertThat(bench.penalty("small-groups.tutor-sessions")).isEqualTo(1);
        assertThat(bench.seat(TUTOR, "ann").penalty("small-groups.tutor-sessions"))
                .isZero();
    }

    @Test
    void minutesBeyondTheHoursOfAllTutorsCostOneEach() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutorHours = 1.25;
        var bench = bench(school).join("a1", GROUP).seat(TUTOR, "tom").time(FIRST, at(DayOfWeek.MONDAY, "08:00"));
        assertThat(bench.penalty("small-groups.tutor-hours")).isZero();

        bench.time(SECOND, at(DayOfWeek.TUESDAY, "08:00"));
        assertThat(bench.penalty("small-groups.tutor-hours")).isEqualTo(2 * 40 - 75);
    }

    @Test
    void groupsAboveTheLimitCostOneEach() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .candidate("a1", "MAT", "", 30, 4)
                .candidate("b2", "MAT", "", 35, 6);
        school.mostGroups = 1;
        var bench = bench(school).join("a1", GROUP).join("a2", GROUP);
        assertThat(bench.penalty("small-groups.most-groups")).isZero();

        bench.join("b2", "sg/mat/town/1");
        assertThat(bench.penalty("small-groups.most-groups")).isEqualTo(1);
    }

    @Test
    void noTalksAreMissingWhereNoneArePlanned() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.talkMinutes = 0;
        var bench = bench(school).join("a1", GROUP);

        assertThat(bench.pluginMatches()).noneMatch(one -> one.type().id().equals("small-groups.talks"));
    }

    private static final String MATHS = "sg/mat/town/1";
    private static final String MATHS_1 = "sg/small-group/mat/town/1/1";
    private static final String MATHS_2 = "sg/small-group/mat/town/1/2";

    /** A student is in a group of either subject. */
    private static RuleBench inBothSubjects() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .candidate("a1", "MAT", "", 30, 4)
                .candidate("b2", "MAT", "", 35, 6);
        return bench(school)
                .join("a1", GROUP)
                .join("a2", GROUP)
                .join("a1", MATHS)
                .join("b2", MATHS);
    }

    @Test
    void aSecondTutorOfAStudentInTwoGroupsCostsOne() {
        var bench = inBothSubjects().seat(TUTOR, "tom");
        assertThat(bench.penalty("small-groups.same-tutor")).isZero();

        assertThat(bench.seat(MATHS_1 + "#0", "tom").penalty("small-groups.same-tutor"))
                .isZero();
        assertThat(bench.seat(TUTOR, "ann").penalty("small-groups.same-tutor")).isEqualTo(1);
        assertThat(bench.join("a1", null).penalty("small-groups.same-tutor")).isZero();
    }

    @Test
    void dayWithBothGroupsOfAStudentCostsOneForAnyNumberOfSessions() {
        var bench = inBothSubjects()
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"))
                .time(MATHS_1, at(DayOfWeek.WEDNESDAY, "08:00"));
        assertThat(bench.penalty("small-groups.student-days")).isZero();

        bench.time(MATHS_2, at(DayOfWeek.MONDAY, "14:00"));
        assertThat(bench.penalty("small-groups.student-days")).isEqualTo(1);
        bench.time(MATHS_1, at(DayOfWeek.MONDAY, "08:30"));
        assertThat(bench.penalty("small-groups.student-days")).isEqualTo(1);
        bench.time(MATHS_1, at(DayOfWeek.TUESDAY, "08:30"));
        assertThat(bench.penalty("small-groups.student-days")).isEqualTo(2);
    }

    private static SmallGroupsSchoolBuilder withTutors(int most) {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutorsPerGroup = most;
        return school.tutor("tia");
    }

    @Test
    void tutorsBeyondTheNumberAndBeyondTheFirstCostOneEach() {
        var bench = bench(withTutors(2))
                .join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"))
                .seat(FIRST + "#0", "tom")
                .seat(SECOND + "#0", "tom");
        assertThat(bench.penalty("small-groups.further-tutors")).isZero();

        bench.seat(SECOND + "#0", "ann");
        assertThat(bench.penalty("small-groups.further-tutors")).isEqualTo(1);
        assertThat(bench.penalty("small-groups.group-tutors")).isZero();
        assertThat(bench.penalty("small-groups.missing-sessions")).isZero();

        String talk = "sg/talk/dan/town/1/before";
        bench.time(talk, inWeek(0, "08:00")).seat(talk + "#0", "tia");
        assertThat(bench.penalty("small-groups.further-tutors")).isEqualTo(2);
        assertThat(bench.penalty("small-groups.group-tutors")).isEqualTo(1);

        assertThat(bench.seat(talk + "#0", "ann").penalty("small-groups.group-tutors"))
                .isZero();
        assertThat(bench.seat(talk + "#0", "tia").time(talk, null).penalty("small-groups.group-tutors"))
                .isZero();
    }

    @Test
    void eachSessionWithoutATutorIsMissing() {
        var bench = bench(withTutors(2))
                .join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.TUESDAY, "08:00"))
                .seat(FIRST + "#0", "tom");

        assertThat(bench.penalty("small-groups.missing-sessions")).isEqualTo(9 * 81);
    }

    @Test
    void memberCostsOneForEachTutorWhoDoesNotTeachTheSubject() {
        var bench = bench(withTutors(3)).join("a1", GROUP).join("b1", GROUP).seat(FIRST + "#0", "ann");
        assertThat(bench.penalty("small-groups.own-teacher")).isEqualTo(1);

        assertThat(bench.seat(SECOND + "#0", "ann").penalty("small-groups.own-teacher"))
                .isEqualTo(1);
        assertThat(bench.seat(SECOND + "#0", "tom").penalty("small-groups.own-teacher"))
                .isEqualTo(3);
    }

    @Test
    void oneTutorForAllSessionsHasNoRuleOnTutors() {
        assertThat(usual().pluginMatches()).extracting(one -> one.type().id()).noneMatch(id -> id.endsWith("-tutors"));
    }

    @ParameterizedTest
    @CsvSource({"OFF, ''", "WISH, one-a-day", "GUIDELINE, one-a-day-guideline", "REQUIREMENT, one-a-day-requirement"})
    void secondSessionOnADayBreaksTheRuleOfTheChosenStrength(RuleStrength strength, String rule) {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.oneSessionADay = strength;
        var bench = bench(school)
                .join("a1", GROUP)
                .time(FIRST, at(DayOfWeek.MONDAY, "08:00"))
                .time(SECOND, at(DayOfWeek.MONDAY, "14:00"));

        for (String each : List.of("one-a-day", "one-a-day-guideline", "one-a-day-requirement")) {
            boolean isDeclared = bench.pluginMatches().stream()
                    .anyMatch(one -> one.type().id().equals("small-groups." + each));
            assertThat(isDeclared).isEqualTo(each.equals(rule));
        }
        if (!rule.isEmpty()) {
            assertThat(bench.penalty("small-groups." + rule)).isEqualTo(1);
            assertThat(bench.time(SECOND, at(DayOfWeek.TUESDAY, "08:00")).penalty("small-groups." + rule))
                    .isZero();
        }
    }
}
