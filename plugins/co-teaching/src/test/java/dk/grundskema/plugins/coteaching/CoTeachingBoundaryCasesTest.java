package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingRulesTest.chargeOf;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Exact boundaries, classes without preparation, adjacent spans, and the first staff members of the list. */
class CoTeachingBoundaryCasesTest {
    private static final IsoWeek W34 = W33.plus(1);
    static final SharedPreparation NO_PREPARATION = new SharedPreparation(
            0, 0, 0, new TreeSet<>(), new TreeSet<>(), LocalTime.of(8, 0), LocalTime.of(16, 0), RuleStrength.WISH);

    /** Two who could join come before the class's own teacher. */
    private static CoTeachingSchoolBuilder school() {
        return smallSchool()
                .person("mia")
                .person("leo")
                .week("1a", 2, "ann")
                .needs(
                        List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)),
                        List.of(coTeacher("mia", 3), coTeacher("leo", 10)));
    }

    private static RuleBench bench(CoTeachingSchoolBuilder school) {
        return RuleBench.of(new CoTeachingPlugin(), school.problem());
    }

    private static RuleBench withCoTeacher(RuleBench bench, String person, IsoWeek first, String... lessons) {
        for (String one : lessons) {
            bench.seat("co/lesson/" + one + "/" + first + "#0", person);
        }
        return bench;
    }

    private static CoTeachingSchoolBuilder inTwoSpans(CoTeachingSchoolBuilder school, SharedPreparation preparation) {
        var plain = school.intervention().parameters();
        return school.parameters(new CoTeachingParameters(
                null,
                null,
                45,
                plain.classes(),
                plain.pool(),
                List.of(),
                List.of(new PriorityPeriod("later", null, W34, null, List.of(), new TreeSet<>(), List.of())),
                preparation,
                2,
                List.of(),
                null,
                List.of()));
    }

    private static MeetingTime at(DayOfWeek day, String start, IsoWeek... weeks) {
        var from = LocalTime.parse(start);
        return new MeetingTime(new TreeSet<>(List.of(weeks)), day, from, from.plusMinutes(45));
    }

    @Test
    void budgetInMinutesIsUsedUnchanged() {
        var mia = new CoTeacher(new StaffId("mia"), new TreeSet<>(), null, 89, 0, null, List.of(), List.of(), null);
        var school = school().needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(mia));

        assertThat(chargeOf(withCoTeacher(bench(school), "mia", W33, "1a-1-0"), "co-teaching.weekly-budget"))
                .isZero();
        assertThat(chargeOf(withCoTeacher(bench(school), "mia", W33, "1a-1-0", "1a-2-0"), "co-teaching.weekly-budget"))
                .isEqualTo(1);
    }

    @Test
    void fullestWeekIsDeterminedForEachSpan() {
        var school = inTwoSpans(
                school().needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(coTeacher("mia", 2))),
                SharedPreparation.defaults());
        var bench = withCoTeacher(bench(school), "mia", W33, "1a-1-0", "1a-2-0");
        withCoTeacher(bench, "mia", W34, "1a-1-0")
                .time("co/preparation/1a/2026-W34", at(DayOfWeek.MONDAY, "14:00", W34, W33.plus(2), W33.plus(3)))
                .seat("co/preparation/1a/2026-W34#0", "mia");

        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isZero();
        assertThat(chargeOf(withCoTeacher(bench, "mia", W33, "1a-3-0"), "co-teaching.weekly-budget"))
                .isEqualTo(45);
        withCoTeacher(bench, "mia", W34, "1a-4-0", "1a-5-0");
        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isEqualTo(45 + 90);
        assertThat(bench.places("co-teaching.weekly-budget"))
                .containsExactlyInAnyOrder(List.of(new StaffId("mia"), W33), List.of(new StaffId("mia"), W34));
    }

    @Test
    void classWithoutPreparationIsChargedForMinimumAndContinuityOnly() {
        var bench = bench(inTwoSpans(school(), NO_PREPARATION));
        withCoTeacher(withCoTeacher(bench, "mia", W33, "1a-1-0"), "leo", W34, "1a-1-0");

        assertThat(chargeOf(bench, "co-teaching.preparation")).isZero();
        assertThat(chargeOf(bench, "co-teaching.minimum")).isEqualTo(90 * 7 * (1 + 3));
        assertThat(bench.penalty("co-teaching.continuity")).isEqualTo(3);
    }

    @Test
    void orderOfCoTeachersDoesNotChangeContinuityAndPreparation() {
        var bench = bench(inTwoSpans(school(), SharedPreparation.defaults()));
        withCoTeacher(withCoTeacher(bench, "mia", W33, "1a-1-0"), "leo", W34, "1a-1-0");
        assertThat(bench.penalty("co-teaching.continuity")).as("mia, then leo").isEqualTo(3);
        withCoTeacher(withCoTeacher(bench, "leo", W33, "1a-1-0"), "mia", W34, "1a-1-0");
        assertThat(bench.penalty("co-teaching.continuity")).as("leo, then mia").isEqualTo(3);

        bench.time("co/preparation/1a/2026-W33", at(DayOfWeek.MONDAY, "14:00", W33))
                .seat("co/preparation/1a/2026-W33#0", "mia")
                .seat("co/preparation/1a/2026-W33#1", "ann");
        assertThat(chargeOf(bench, "co-teaching.preparation"))
                .as("only the later span's is missing")
                .isEqualTo(45 * 3 * 7 / 3);
    }

    @Test
    void evenShareIsOverDaysWithLessonsOfTheClass() {
        var bench =
                withCoTeacher(bench(school()), "leo", W33, "1a-1-0", "1a-1-1", "1a-2-0", "1a-3-0", "1a-4-0", "1a-5-0");

        assertThat(bench.penalty("co-teaching.spread"))
                .as("six lessons on five days are up to two a day")
                .isZero();
        var twoDays = smallSchool()
                .lesson("a", "1a", "DAN", DayOfWeek.MONDAY, "08:00", "ann")
                .lesson("b", "1a", "DAN", DayOfWeek.MONDAY, "09:00", "ann")
                .lesson("c", "1a", "DAN", DayOfWeek.TUESDAY, "08:00", "ann")
                .person("leo")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 2, 7)), List.of(coTeacher("leo", 10)));
        assertThat(withCoTeacher(bench(twoDays), "leo", W33, "a", "b").penalty("co-teaching.spread"))
                .as("one too many on Monday, four weeks")
                .isEqualTo(4);
        assertThat(withCoTeacher(bench(twoDays), "leo", W33, "a", "b", "c").penalty("co-teaching.spread"))
                .isZero();
    }

    @Test
    void classThatAlwaysHasTwoAdultsNeedsNoSpread() {
        var school = school().needs(List.of(need("1a", CoTeachingType.TWO_ALWAYS)), List.of(coTeacher("leo", 10)));

        assertThat(withCoTeacher(bench(school), "leo", W33, "1a-1-0", "1a-1-1").penalty("co-teaching.spread"))
                .isZero();
    }

    @Test
    void refusedCoTeacherIsChargedInLessonsAndPreparation() {
        var refuses = new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                3.0,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                7,
                null,
                null,
                List.of(new StaffId("mia")),
                null);
        var bench = bench(school().needs(List.of(refuses), List.of(coTeacher("mia", 9), coTeacher("leo", 9))));

        assertThat(chargeOf(withCoTeacher(bench, "leo", W33, "1a-1-0"), "co-teaching.veto"))
                .isZero();
        withCoTeacher(bench, "mia", W33, "1a-2-0")
                .time("co/preparation/1a/2026-W33", at(DayOfWeek.MONDAY, "14:00", W33, W34))
                .seat("co/preparation/1a/2026-W33#0", "mia");
        assertThat(chargeOf(bench, "co-teaching.veto")).isEqualTo(2);
        assertThat(chargeOf(bench, "co-teaching.unqualified")).isZero();
        assertThat(bench.places("co-teaching.veto"))
                .containsExactlyInAnyOrder(
                        List.of(new SessionId("co/lesson/1a-2-0/2026-W33"), new StaffId("mia")),
                        List.of(new SessionId("co/preparation/1a/2026-W33"), new StaffId("mia")));
    }

    @Test
    void removedCoTeacherCostsNothing() {
        var bench = withCoTeacher(bench(school()), "leo", W33, "1a-1-0");
        bench.seat("co/lesson/1a-1-0/2026-W33#0", null);

        assertThat(bench.penalty("co-teaching.few-co-teachers")).isZero();
        assertThat(bench.penalty("co-teaching.many-lessons-each")).isZero();
    }
}
