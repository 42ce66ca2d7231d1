package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits of a class's co-teachers, of its lessons on a day and beyond its minimum, and who prepares. */
class ClassLimitsTest {
    private static final String PREPARATION = "co/preparation/1a/2026-W33";

    private static ClassNeed need(double lessons, @Nullable ClassLimits limits) {
        return need(CoTeachingType.TYPE_1, lessons, limits);
    }

    private static ClassNeed need(CoTeachingType scheme, double lessons, @Nullable ClassLimits limits) {
        return new ClassNeed(
                new GroupId("1a"),
                scheme,
                lessons,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                7,
                null,
                null,
                List.of(),
                limits);
    }

    private static ClassLimits daily(int least, @Nullable Integer most, RuleStrength strength) {
        return new ClassLimits(0, least, most, strength, false);
    }

    /** A class with two lessons a day in four weeks, and three possible co-teachers. */
    private static CoTeachingSchoolBuilder school(ClassNeed need) {
        return smallSchool()
                .week("1a", 2, "ann")
                .person("mia")
                .person("leo")
                .person("pia")
                .needs(List.of(need), List.of(coTeacher("mia", 9), coTeacher("leo", 9), coTeacher("pia", 9)));
    }

    private static RuleBench bench(CoTeachingSchoolBuilder school) {
        return RuleBench.of(new CoTeachingPlugin(), school.problem());
    }

    private static RuleBench with(RuleBench bench, @Nullable String person, String... lessons) {
        for (String one : lessons) {
            bench.seat("co/lesson/" + one + "/2026-W33#0", person);
        }
        return bench;
    }

    private static List<Finding> findings(CoTeachingSchoolBuilder school, String code) {
        return new CoTeachingPlugin()
                .validate(school.intervention(), school.problem()).stream()
                        .filter(one -> one.code().equals("co-teaching.classes." + code))
                        .toList();
    }

    @Test
    void onlyCoTeachersBeyondTheFreeNumberCost() {
        var bench = bench(school(need(3, new ClassLimits(2, 0, null, RuleStrength.OFF, false))));

        with(bench, "mia", "1a-1-0", "1a-2-0");
        with(bench, "leo", "1a-3-0");
        assertThat(bench.penalty("co-teaching.few-co-teachers")).isZero();
        with(bench, "pia", "1a-4-0", "1a-5-0");
        assertThat(bench.penalty("co-teaching.few-co-teachers")).isEqualTo(4);
        assertThat(bench.places("co-teaching.few-co-teachers"))
                .containsExactly(List.of(new GroupId("1a"), new StaffId("pia"), W33));
    }

    @Test
    void classWithoutAFreeNumberCostsTheSameBesideOneThatHasIt() {
        var other = new ClassNeed(
                new GroupId("4b"),
                CoTeachingType.TYPE_1,
                3.0,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                7,
                null,
                null,
                List.of(),
                new ClassLimits(1, 0, null, RuleStrength.OFF, false));
        var school = school(need(3, null))
                .week("4b", 1, "bob")
                .needs(List.of(need(3, null), other), List.of(coTeacher("mia", 9), coTeacher("leo", 9)));
        var bench = with(with(bench(school), "mia", "1a-1-0", "4b-2-0"), "leo", "1a-3-0", "4b-3-0");

        assertThat(bench.penalty("co-teaching.few-co-teachers"))
                .as("two of 1a, the second of 4b, in four weeks")
                .isEqualTo(3 * 4);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUIREMENT, lessons-a-day-requirement, 1",
        "GUIDELINE, lessons-a-day-guideline, 7",
        "WISH, lessons-a-day, 1"
    })
    void lessonsOutsideTheLimitsOfADayCostEachWeek(RuleStrength strength, String name, int factor) {
        String rule = "co-teaching." + name;
        var bench = bench(school(need(3, daily(1, 1, strength))));
        assertThat(bench.penalty(rule)).as("nobody on five days").isEqualTo(5L * 4 * factor);

        with(bench, "mia", "1a-1-0", "1a-2-0", "1a-3-0", "1a-4-1", "1a-5-0");
        assertThat(bench.penalty(rule)).isZero();
        with(bench, "leo", "1a-1-1");
        assertThat(bench.penalty(rule)).as("two on Monday").isEqualTo(4L * factor);
        assertThat(bench.places(rule)).containsExactly(List.of(new GroupId("1a"), DayOfWeek.MONDAY, W33));
        if (strength.isBinding()) {
            assertThat(CoTeachingRulesTest.chargeOf(bench, rule)).isEqualTo(4L * factor);
        }
        with(bench, null, "1a-1-0", "1a-1-1");
        assertThat(bench.penalty(rule)).as("none on Monday").isEqualTo(4L * factor);
        if (strength.isBinding()) {
            assertThat(CoTeachingRulesTest.chargeOf(bench, rule)).isEqualTo(4L * factor);
        }
    }

    @Test
    void lessonsThatAreOffOnADayHaveNoRule() {
        assertThat(bench(school(need(3, daily(1, 1, RuleStrength.OFF)))).pluginMatches())
                .noneMatch(one -> one.type().id().contains("lessons-a-day"));
        assertThat(bench(school(need(3, daily(0, null, RuleStrength.REQUIREMENT))))
                        .pluginMatches())
                .noneMatch(one -> one.type().id().contains("lessons-a-day"));
    }

    @Test
    void lessonsInOddAndInEvenWeeksAreCountedApart() {
        var limits = daily(0, 1, RuleStrength.REQUIREMENT);
        var school = smallSchool()
                .lesson("odd", "1a", "ENG", DayOfWeek.MONDAY, "08:00", 45, week -> week.week() % 2 == 1, "ann")
                .lesson("even", "1a", "ENG", DayOfWeek.MONDAY, "09:00", 45, week -> week.week() % 2 == 0, "ann")
                .lesson("always", "1a", "ENG", DayOfWeek.MONDAY, "10:00", "ann")
                .person("mia")
                .needs(List.of(need(1, limits)), List.of(coTeacher("mia", 9)));
        var bench = with(bench(school), "mia", "odd", "even");
        String rule = "co-teaching.lessons-a-day-requirement";

        assertThat(CoTeachingRulesTest.chargeOf(bench, rule)).isZero();
        assertThat(CoTeachingRulesTest.chargeOf(with(bench, "mia", "always"), rule))
                .isEqualTo(4);
        assertThat(CoTeachingRulesTest.chargeOf(with(bench, null, "odd"), rule)).isEqualTo(2);
    }

    @Test
    void onlyWholeLessonsBeyondTheMinimumCost() {
        var limits = new ClassLimits(0, 0, null, RuleStrength.OFF, true);
        var bench = bench(school(need(2.5, limits)));

        with(bench, "mia", "1a-1-0", "1a-2-0", "1a-3-0");
        assertThat(bench.penalty("co-teaching.beyond-minimum"))
                .as("with two the class would have less than two and a half")
                .isZero();
        with(bench, "mia", "1a-4-0", "1a-5-0");
        assertThat(bench.penalty("co-teaching.beyond-minimum")).isEqualTo(2 * 4);
        assertThat(bench.places("co-teaching.beyond-minimum")).containsExactly(List.of(new GroupId("1a"), W33, 2L));
    }

    @Test
    void hoursLeftOverAreNotMissedWhereLessonsBeyondTheMinimumCost() {
        var bench = bench(school(need(2, new ClassLimits(0, 0, null, RuleStrength.OFF, true))));
        assertThat(bench.penalty("co-teaching.unused-budget")).isZero();

        var always = new ClassLimits(0, 0, null, RuleStrength.OFF, true);
        assertThat(bench(school(need(CoTeachingType.TWO_ALWAYS, 2, always))).penalty("co-teaching.unused-budget"))
                .as("two adults always have no minimum")
                .isEqualTo(10 * 7 * 4);
    }

    @Test
    void longLessonIsShorterThanWhatItReplaces() {
        var school = smallSchool()
                .lesson("a", "1a", "DAN", DayOfWeek.MONDAY, "08:00", 90, week -> true, "ann")
                .lesson("b", "1a", "DAN", DayOfWeek.TUESDAY, "08:00", 90, week -> true, "ann")
                .person("mia")
                .needs(
                        List.of(need(2.5, new ClassLimits(0, 0, null, RuleStrength.OFF, true))),
                        List.of(coTeacher("mia", 9)));

        assertThat(with(bench(school), "mia", "a", "b").penalty("co-teaching.beyond-minimum"))
                .as("67 minutes more, but a lesson takes 90")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void preparationWithAnotherThanTheMainCoTeacherBreaksTheRuleOfItsStrength(RuleStrength strength) {
        var plain = CoTeachingParameters.of(List.of(need(3, null)), List.of(coTeacher("mia", 9), coTeacher("leo", 9)));
        var times = plain.preparation();
        var school = school(need(3, null))
                .parameters(new CoTeachingParameters(
                        null,
                        null,
                        45,
                        plain.classes(),
                        plain.pool(),
                        List.of(),
                        List.of(),
                        new SharedPreparation(
                                45,
                                25,
                                0,
                                times.weekdays(),
                                times.starts(),
                                times.earliest(),
                                times.latest(),
                                strength),
                        2,
                        List.of(),
                        null,
                        List.of()));
        var weeks = new TreeSet<>(List.of(W33, W33.plus(1), W33.plus(2), W33.plus(3)));
        var bench = with(with(bench(school), "leo", "1a-1-0", "1a-2-0", "1a-3-0"), "mia", "1a-4-0")
                .time(PREPARATION, new MeetingTime(weeks, DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(14, 45)))
                .seat(PREPARATION + "#0", "mia")
                .seat(PREPARATION + "#1", "ann");

        String suffix = strength.isBinding() ? "-" + strength.name().toLowerCase(Locale.ROOT) : "";
        for (String rule : List.of("main-co-teacher", "main-co-teacher-guideline", "main-co-teacher-requirement")) {
            boolean isDeclared = bench.pluginMatches().stream()
                    .anyMatch(one -> one.type().id().equals("co-teaching." + rule));
            assertThat(isDeclared).isEqualTo(strength != RuleStrength.OFF && rule.equals("main-co-teacher" + suffix));
        }
        if (strength.isBinding()) {
            String rule = "co-teaching.main-co-teacher" + suffix;
            assertThat(CoTeachingRulesTest.chargeOf(bench, rule))
                    .as("three less one, four weeks")
                    .isEqualTo(2 * 4);
            assertThat(CoTeachingRulesTest.chargeOf(bench.seat(PREPARATION + "#0", "leo"), rule))
                    .isZero();
        }
    }

    @Test
    void numbersOutOfRangeAndMostBelowLeastAreReportedTogether() {
        assertThatThrownBy(() -> new ClassLimits(21, 13, 12, RuleStrength.WISH, false))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        bad -> assertThat(bad.findings())
                                .extracting(Finding::pointer)
                                .containsExactly("/freeCoTeachers", "/leastLessonsADay", "/mostLessonsADay"));
        assertThatThrownBy(() -> daily(0, 0, RuleStrength.WISH)).isInstanceOf(InvalidValueException.class);
        assertThat(daily(2, 2, RuleStrength.WISH).mostLessonsADay()).isEqualTo(2);
        assertThat(daily(2, null, RuleStrength.WISH).lessonsOutside(13))
                .as("no limit")
                .isZero();
    }

    @Test
    void dayWithFewerLessonsThanRequiredIsAnErrorAndAWarningAsAWish() {
        assertThat(findings(school(need(3, daily(2, null, RuleStrength.REQUIREMENT))), "short-day"))
                .isEmpty();

        var found = findings(school(need(3, daily(3, null, RuleStrength.REQUIREMENT))), "short-day");
        assertThat(found).hasSize(5).allMatch(Finding::isError);
        assertThat(found.getFirst().pointer()).isEqualTo("/parameters/classes/0/limits/leastLessonsADay");
        assertThat(found.getFirst().arguments()).containsExactly(new GroupId("1a"), DayOfWeek.MONDAY, 2, 3);
        assertThat(findings(school(need(3, daily(3, null, RuleStrength.WISH))), "short-day"))
                .hasSize(5)
                .noneMatch(Finding::isError);
        assertThat(findings(school(need(3, daily(3, null, RuleStrength.OFF))), "short-day"))
                .isEmpty();
    }

    @Test
    void mostOnADayThatKeepsTheMinimumOutOfReachIsReported() {
        assertThat(findings(school(need(5, daily(0, 1, RuleStrength.REQUIREMENT))), "days-below-minimum"))
                .isEmpty();

        assertThat(findings(school(need(6, daily(0, 1, RuleStrength.REQUIREMENT))), "days-below-minimum"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.isError()).isFalse();
                    assertThat(one.pointer()).isEqualTo("/parameters/classes/0/limits/mostLessonsADay");
                    assertThat(one.arguments()).containsExactly(new GroupId("1a"), 1, 5.0, 6.0);
                });
        var always = need(CoTeachingType.TWO_ALWAYS, 1, daily(0, 1, RuleStrength.REQUIREMENT));
        assertThat(findings(school(always), "days-below-minimum")).hasSize(1);
    }

    @Test
    void leastOnADayThatTakesMoreThanTheMinimumIsReportedIfMoreCosts() {
        var costs = new ClassLimits(0, 1, null, RuleStrength.WISH, true);
        assertThat(findings(school(need(4.5, costs)), "days-above-minimum")).isEmpty();
        assertThat(findings(school(need(4, daily(1, null, RuleStrength.WISH))), "days-above-minimum"))
                .isEmpty();

        assertThat(findings(school(need(4, costs)), "days-above-minimum"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.isError()).isFalse();
                    assertThat(one.pointer()).isEqualTo("/parameters/classes/0/limits/leastLessonsADay");
                    assertThat(one.arguments()).containsExactly(new GroupId("1a"), 1, 5.0, 4.0);
                });
    }

    @Test
    void dayOnWhichNobodyIsFreeInEnoughLessonsIsCountedBeforePlanning() {
        var limits = daily(1, null, RuleStrength.GUIDELINE);
        var school = smallSchool()
                .week("1a", 1, "ann")
                .lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "08:00", "mia")
                .needs(List.of(need(1, limits)), List.of(coTeacher("mia", 9)));
        var plugin = new CoTeachingPlugin();
        var demand = plugin.expand(school.intervention(), school.problem());

        assertThat(plugin.precheck(school.intervention(), school.problem(), demand))
                .filteredOn(one -> one.code().equals("co-teaching.precheck.day-nobody-free"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.pointer()).isEqualTo("/parameters/classes/0/limits/leastLessonsADay");
                    assertThat(one.arguments())
                            .containsExactly(new GroupId("1a"), W33, W33.plus(3), DayOfWeek.MONDAY, 0, 1);
                });
    }
}
