package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingRulesTest.chargeOf;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.LessonBuilder;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The weeks in which lessons count: rules and check calculate the same amounts independently. */
class CoTeachingWeeksTest {
    private static RuleBench bench(CoTeachingSchoolBuilder school) {
        return RuleBench.of(new CoTeachingPlugin(), school.problem());
    }

    private static RuleBench withCoTeacher(RuleBench bench, String person, String... lessons) {
        for (String one : lessons) {
            bench.seat("co/lesson/" + one + "/2026-W33#0", person);
        }
        return bench;
    }

    private static IsoWeek week(int number) {
        return new IsoWeek(2026, number);
    }

    private static CoTeachingParameters parameters(
            @Nullable IsoWeek first,
            @Nullable IsoWeek last,
            List<ClassNeed> needs,
            List<CoTeacher> people,
            List<PoolBudget> pools,
            List<PriorityPeriod> periods) {
        var usual = CoTeachingParameters.defaults();
        return new CoTeachingParameters(
                first, last, 45, needs, people, pools, periods, usual.preparation(), 2, List.of(), null, List.of());
    }

    private static PriorityPeriod period(
            String id, int first, @Nullable Integer last, List<GroupId> classes, Stream<Integer> years, Priority one) {
        SortedSet<Integer> only = new TreeSet<>(years.toList());
        return new PriorityPeriod(id, null, week(first), last == null ? null : week(last), classes, only, List.of(one));
    }

    @Test
    void coTeachingBeginsAndEndsWithTheWeeksOfTheIntervention() {
        var needs = List.of(need("1a", CoTeachingType.TYPE_1, 3, 7));
        var people = List.of(coTeacher("mia", 9));
        var school = smallSchool().weeks(6).week("1a", 2, "ann").person("mia");

        var inside = bench(school.parameters(parameters(week(34), week(36), needs, people, List.of(), List.of())));
        assertThat(chargeOf(inside, "co-teaching.minimum")).isEqualTo(135 * 3 * 7);
        assertThat(chargeOf(inside, "co-teaching.timetable")).isZero();
        assertThat(inside.places("co-teaching.minimum")).containsExactly(List.of(new GroupId("1a"), week(34)));
        var beyond = bench(school.parameters(parameters(week(30), week(50), needs, people, List.of(), List.of())));
        assertThat(chargeOf(beyond, "co-teaching.minimum")).isEqualTo(135 * 6 * 7);
        assertThat(chargeOf(beyond, "co-teaching.timetable")).isZero();
    }

    private static ClassNeed from(String group, @Nullable IsoWeek first, @Nullable IsoWeek last) {
        return new ClassNeed(
                new GroupId(group),
                CoTeachingType.TYPE_1,
                3.0,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                7,
                first,
                last,
                List.of(),
                null);
    }

    @Test
    void classHasItsOwnFirstAndLastWeek() {
        var school = smallSchool()
                .weeks(5)
                .week("1a", 1, "ann")
                .week("1b", 1, "bob")
                .person("mia")
                .needs(List.of(from("1a", week(34), week(35)), from("1b", null, null)), List.of(coTeacher("mia", 1)));
        var bench = bench(school);

        assertThat(chargeOf(bench, "co-teaching.minimum")).isEqualTo(135 * 7 * (2 + 5));
        assertThat(chargeOf(bench, "co-teaching.timetable")).isZero();
        withCoTeacher(bench, "mia", "1b-1-0", "1b-2-0");
        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isEqualTo(45);
        assertThat(bench.places("co-teaching.weekly-budget"))
                .as("the first week that has all")
                .containsExactly(List.of(new StaffId("mia"), week(34)));
    }

    @Test
    void weekWithALessonMoreIsTheFullestWhicheverComesFirst() {
        assertThat(bench(biweekly(1)).places("co-teaching.weekly-budget")).isEmpty();
        var odd = withCoTeacher(bench(biweekly(1)), "mia", "1a-1-0", "x");
        assertThat(chargeOf(odd, "co-teaching.weekly-budget")).isEqualTo(45);
        assertThat(odd.places("co-teaching.weekly-budget")).containsExactly(List.of(new StaffId("mia"), week(33)));
        var even = withCoTeacher(bench(biweekly(0)), "mia", "1a-1-0", "x");
        assertThat(chargeOf(even, "co-teaching.weekly-budget")).isEqualTo(45);
        assertThat(even.places("co-teaching.weekly-budget")).containsExactly(List.of(new StaffId("mia"), week(34)));
    }

    private static CoTeachingSchoolBuilder biweekly(int rest) {
        return smallSchool()
                .week("1a", 1, "ann")
                .lesson("x", "1a", "ENG", DayOfWeek.FRIDAY, "12:00", 45, week -> week.week() % 2 == rest, "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(coTeacher("mia", 1)));
    }

    @Test
    void periodsChooseClassesByNameOrYearAndHaveNeedsOfTheirOwn() {
        var small = new GroupId("1a");
        var large = new GroupId("4b");
        var periods = List.of(
                period("p1", 33, 34, List.of(large), Stream.of(), new Priority(large, 2, 2.0)),
                period("p2", 35, 36, List.of(), Stream.of(1), new Priority(small, 9, null)),
                period("p3", 37, null, List.of(), Stream.of(), new Priority(small, null, 1.0)));
        var needs = List.of(need("1a", CoTeachingType.TYPE_1, 3, 7), need("4b", CoTeachingType.TYPE_1, 3, 7));
        var bench = bench(smallSchool()
                .weeks(5)
                .week("1a", 1, "ann")
                .week("4b", 1, "bob")
                .person("mia")
                .parameters(parameters(null, null, needs, List.of(coTeacher("mia", 9)), List.of(), periods)));

        chargeOf(bench, "co-teaching.minimum");
        assertThat(bench.places("co-teaching.minimum"))
                .containsExactlyInAnyOrder(
                        List.of(large, week(33)),
                        List.of(small, week(35)),
                        List.of(small, week(37)),
                        List.of(large, week(37)));
        assertThat(bench.penalty("co-teaching.minimum")).isEqualTo(90 * 2 * 2 + 135 * 2 * 9 + 45 * 7 + 135 * 7);
        assertThat(chargeOf(bench, "co-teaching.timetable")).isZero();
    }

    @Test
    void weeksOutsidePeriodsKeepTheirNeedsAndEndAtAPeriodWithoutCoTeaching() {
        var small = new GroupId("1a");
        var periods = List.of(
                period("p1", 34, 34, List.of(), Stream.of(), new Priority(small, 1, 1.0)),
                period("p2", 36, null, List.of(new GroupId("4b")), Stream.of(), new Priority(small, 1, 1.0)));
        var needs = List.of(from("1a", null, null), from("4b", null, week(35)));
        var bench = bench(smallSchool()
                .weeks(5)
                .week("1a", 1, "ann")
                .week("4b", 1, "bob")
                .person("mia")
                .parameters(parameters(null, null, needs, List.of(coTeacher("mia", 9)), List.of(), periods)));

        assertThat(chargeOf(bench, "co-teaching.minimum")).isEqualTo(2 * 135 * 7 + (45 + 135 * 7) + 2 * 135 * 7);
        assertThat(chargeOf(bench, "co-teaching.timetable")).isZero();
        bench.seat("co/lesson/1a-1-0/2026-W35#0", "mia");
        assertThat(chargeOf(bench, "co-teaching.minimum"))
                .as("a lesson of 45 minutes is one, in its only week")
                .isEqualTo(2 * 135 * 7 + (45 + 135 * 7) + (90 + 135) * 7);
    }

    @Test
    void onlyWholeClassesWithOneTeacherAreTaken() {
        var school = smallSchool()
                .week("1a", 1, "ann")
                .lesson("busy", "1a", "DAN", DayOfWeek.MONDAY, "12:00", "ann")
                .lesson("part", "1a", "DAN", DayOfWeek.TUESDAY, "12:00", "ann")
                .lesson("band", "1a", "DAN", DayOfWeek.WEDNESDAY, "12:00", "ann")
                .lesson("two", "1a", "DAN", DayOfWeek.THURSDAY, "12:00", "ann", "bob")
                .lesson("none", "1a", "DAN", DayOfWeek.FRIDAY, "12:00")
                .lesson("other", "1b", "DAN", DayOfWeek.FRIDAY, "12:00", "cid")
                .person("mia")
                .change("busy", LessonBuilder::busy)
                .change("part", LessonBuilder::part)
                .change("band", lesson -> lesson.group("1b"))
                .needs(List.of(need("1a", CoTeachingType.TWO_ALWAYS)), List.of(coTeacher("mia", 9)));

        assertThat(chargeOf(bench(school), "co-teaching.timetable")).isZero();
        assertThat(chargeOf(bench(school), "co-teaching.two-adults")).isEqualTo(5L * 45 * 4 * 5);
    }

    private static ClassNeed inSubjects(List<String> subjects, TeachingForm form, Map<String, TeachingForm> forms) {
        return new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TWO_ALWAYS,
                null,
                subjects,
                form,
                new TreeMap<>(forms),
                5,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void subjectsAreComparedWithoutCapitals() {
        var school = smallSchool()
                .week("1a", 2, "ann")
                .person("mia")
                .needs(
                        List.of(inSubjects(List.of("eng", "dan"), TeachingForm.ONE_ASSISTS, Map.of())),
                        List.of(coTeacher("mia", 9)));

        assertThat(chargeOf(bench(school), "co-teaching.two-adults"))
                .as("DAN on five days")
                .isEqualTo(5L * 45 * 4 * 5);
        assertThat(chargeOf(bench(school), "co-teaching.timetable")).isZero();
    }

    @Test
    void formOfASubjectOverridesThatOfTheClass() {
        var school = smallSchool()
                .week("1a", 2, "ann")
                .person("mia")
                .needs(
                        List.of(inSubjects(List.of(), TeachingForm.PARALLEL, Map.of("mat", TeachingForm.ONE_ASSISTS))),
                        List.of(coTeacher("mia", 9)));

        assertThat(chargeOf(withCoTeacher(bench(school), "mia", "1a-1-1"), "co-teaching.second-room"))
                .isZero();
        assertThat(chargeOf(withCoTeacher(bench(school), "mia", "1a-1-0"), "co-teaching.second-room"))
                .isEqualTo(45 * 4 * 5 / 4);
    }

    private static CoTeacher inPool(String person, String pool) {
        return new CoTeacher(new StaffId(person), new TreeSet<>(), 9.0, null, 0, null, List.of(), List.of(), pool);
    }

    @Test
    void eachPoolHasItsOwnBudget() {
        var needs = List.of(need("1a", CoTeachingType.TYPE_1, 3, 7));
        var people = List.of(inPool("mia", "advisors"), inPool("leo", "teachers"), coTeacher("pia", 9));
        var pools = List.of(new PoolBudget("advisors", 1), new PoolBudget("teachers", 2));
        var bench = bench(smallSchool()
                .week("1a", 2, "ann")
                .person("mia")
                .person("leo")
                .person("pia")
                .parameters(parameters(null, null, needs, people, pools, List.of())));

        withCoTeacher(withCoTeacher(bench, "mia", "1a-1-0"), "leo", "1a-2-0", "1a-3-0");
        assertThat(chargeOf(withCoTeacher(bench, "pia", "1a-4-0", "1a-5-0", "1a-4-1"), "co-teaching.pool-budget"))
                .isZero();
        assertThat(chargeOf(withCoTeacher(bench, "leo", "1a-5-1"), "co-teaching.pool-budget"))
                .isEqualTo(45);
        assertThat(bench.places("co-teaching.pool-budget")).containsExactly(List.of("teachers", W33));
    }

    @Test
    void checkReadsOnlyMeetingsOfItsInterventionAndReportsUnknownOnes() {
        var bench = bench(smallSchool()
                .week("1a", 1, "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(coTeacher("mia", 9))));
        var plan = bench.timetable();
        var session = new SessionId("co/lesson/1a-1-0/2026-W33");
        var without = TimetableEdits.change(
                plan, session, one -> TimetableEdits.withIntervention(one, new InterventionId("camp")));

        assertThat(timetableFaults(bench, without)).containsExactly(List.of(new LessonId("1a-1-0")));
        assertThat(timetableFaults(bench, TimetableEdits.duplicate(plan, session, "co/lesson/1a-1-0/some-day")))
                .containsExactly(List.of(new SessionId("co/lesson/1a-1-0/some-day")));
        assertThat(timetableFaults(bench, TimetableEdits.duplicate(plan, session, "co/other/1a-1-0/2026-W33")))
                .isEmpty();
    }

    private static List<List<Object>> timetableFaults(RuleBench bench, Timetable timetable) {
        return bench.pluginViolations(timetable).stream()
                .filter(fault -> fault.rule().equals("co-teaching.timetable"))
                .map(RuleViolation::arguments)
                .toList();
    }
}
