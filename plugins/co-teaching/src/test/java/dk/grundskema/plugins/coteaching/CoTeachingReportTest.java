package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.RequiredSupport;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Reports before and after the solve: pre-check, fidelity, and the table by class. */
class CoTeachingReportTest {
    private static final String PREPARATION = "co/preparation/1a/2026-W33";

    private static CoTeachingSchoolBuilder school(ClassNeed need, CoTeacher... pool) {
        return smallSchool().week("1a", 3, "ann").person("mia").person("leo").needs(List.of(need), List.of(pool));
    }

    private static RuleBench bench(CoTeachingSchoolBuilder school) {
        return RuleBench.of(new CoTeachingPlugin(), school.problem());
    }

    /** The first lessons of each day, then the second ones, and so on. */
    private static RuleBench withLessonsGiven(RuleBench bench, int lessons, String person) {
        for (int i = 0; i < lessons; i++) {
            bench.seat("co/lesson/1a-%d-%d/2026-W33#0".formatted(1 + i % 5, i / 5), person);
        }
        return bench;
    }

    private static FidelityReport report(RuleBench bench) {
        return bench.fidelity(bench.timetable()).getFirst();
    }

    private static Ask ask(RuleBench bench, String code) {
        return report(bench).asks().stream()
                .filter(one -> one.code().equals("co-teaching.ask." + code))
                .findFirst()
                .orElseThrow();
    }

    private static Reason why(RuleBench bench, String code) {
        return ask(bench, code).places().getFirst().why();
    }

    @Test
    void typeOneAsksForTenAndAHalfLessonsAndTypeTwoForFourteenAndAHalf() {
        var one = bench(school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 12)));
        var two = bench(school(need("1a", CoTeachingType.TYPE_2), coTeacher("mia", 20)));

        assertThat(ask(one, "type-1").arguments()).containsExactly(10.5);
        assertThat(ask(one, "type-1").asked()).isEqualTo(472);
        assertThat(ask(one, "type-1").places())
                .extracting(Shortfall::where, Shortfall::shortBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of(new GroupId("1a"), W33, W33.plus(3)), 472L));
        assertThat(ask(one, "type-2").status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
        assertThat(ask(two, "type-2").arguments()).containsExactly(14.5);
        assertThat(ask(two, "type-2").asked()).isEqualTo(652);
        assertThat(ask(withLessonsGiven(one, 10, "mia"), "type-1").shortBy()).isEqualTo(22);
        assertThat(ask(withLessonsGiven(one, 11, "mia"), "type-1").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(withLessonsGiven(two, 14, "mia"), "type-2").shortBy()).isEqualTo(22);
    }

    @Test
    void bothReadingsOfTheGuideAreNamed() {
        var bench = withLessonsGiven(
                bench(school(need("1a", CoTeachingType.TYPE_1, 10, 5), coTeacher("mia", 12))), 10, "mia");

        assertThat(ask(bench, "overview").arguments()).containsExactly(10, 14);
        assertThat(ask(bench, "overview").status()).isEqualTo(Ask.Status.MET);
        assertThat(why(bench, "type-1")).isEqualTo(Reason.of("co-teaching.why.asked-less", 10.0));
        assertThat(ask(bench, "own-minimum").status()).isEqualTo(Ask.Status.MET);
        Line line = report(bench).breakdowns().getFirst().lines().getFirst();
        assertThat(line.status()).isEqualTo(Ask.Status.NOTED);
        assertThat(line.notes())
                .containsExactly(Phrase.of(
                        "co-teaching.note.below-guide",
                        Phrase.of("co-teaching.note.weeks", W33, W33.plus(3)),
                        10.0,
                        10.5,
                        10,
                        14));
    }

    @Test
    void tenAdvisorsWithFiveLessonsEachOverFiveClassesGiveTenLessonsAClass() {
        var school = smallSchool();
        var classes = new ArrayList<ClassNeed>();
        var pool = new ArrayList<CoTeacher>();
        for (String one : List.of("1a", "1b", "1c", "1d", "1e")) {
            school.week(one, 3, "t" + one);
            classes.add(need(one, CoTeachingType.TYPE_1));
        }
        for (int i = 0; i < 10; i++) {
            school.person("advisor" + i);
            pool.add(coTeacher("advisor" + i, 5));
        }
        var plain = CoTeachingParameters.of(classes, pool);
        school.parameters(new CoTeachingParameters(
                null,
                null,
                45,
                classes,
                pool,
                List.of(),
                List.of(),
                new SharedPreparation(
                        0,
                        0,
                        0,
                        new TreeSet<>(),
                        new TreeSet<>(),
                        plain.preparation().earliest(),
                        plain.preparation().latest(),
                        RuleStrength.WISH),
                2,
                List.of(),
                null,
                List.of()));
        var bench = bench(school);
        int n = 0;
        for (ClassNeed need : classes) {
            for (int i = 0; i < 10; i++, n++) {
                bench.seat(
                        "co/lesson/%s-%d-%d/2026-W33#0".formatted(need.groupId(), 1 + i % 5, i / 5), "advisor" + n / 5);
            }
        }

        assertThat(bench.penalty("co-teaching.weekly-budget")).isZero();
        assertThat(ask(bench, "overview").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(bench, "type-1").shortBy()).isEqualTo(5 * 22);
        assertThat(ask(bench, "type-1").places())
                .extracting(place -> place.why().code())
                .containsOnly("co-teaching.why.no-budget");
        assertThat(new CoTeachingPlugin()
                        .precheck(
                                school.intervention(),
                                school.problem(),
                                new CoTeachingPlugin().expand(school.intervention(), school.problem())))
                .extracting(Finding::code)
                .containsExactly("co-teaching.precheck.pool-short");
    }

    @Test
    void cheapestReasonIsNamed() {
        var colleague = new CoTeacher(
                new StaffId("leo"), new TreeSet<>(), 20.0, null, 0, null, List.of(), List.of(new StaffId("ann")), null);

        assertThat(why(
                        bench(school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 20, CoTeachingType.TYPE_2))),
                        "type-1"))
                .isEqualTo(Reason.of("co-teaching.why.nobody-qualified", CoTeachingType.TYPE_1));
        assertThat(why(bench(school(need("1a", CoTeachingType.TYPE_1), colleague)), "type-1"))
                .isEqualTo(Reason.of("co-teaching.why.nobody-free", 15L));
        assertThat(why(
                        withLessonsGiven(
                                bench(school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 5.9))), 5, "mia"),
                        "type-1"))
                .isEqualTo(Reason.of("co-teaching.why.no-budget", List.of(new StaffId("mia"))));
        assertThat(why(
                        withLessonsGiven(
                                bench(school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 6))), 5, "mia"),
                        "type-1"))
                .isEqualTo(Reason.of("co-teaching.why.could-have", List.of(new StaffId("mia"))));
        assertThat(why(bench(school(need("1a", CoTeachingType.TYPE_1, 16, 5), coTeacher("mia", 20))), "own-minimum"))
                .isEqualTo(Reason.of("co-teaching.why.few-lessons", 15.0));
    }

    @Test
    void halfASchoolYearIsTwentyWeeks() {
        var pool = List.of(coTeacher("mia", 12));
        var shorter = smallSchool().weeks(19).week("1a", 1, "ann").person("mia");
        var enough = smallSchool().weeks(20).week("1a", 1, "ann").person("mia");

        var few = withLessonsGiven(bench(shorter.needs(List.of(need("1a", CoTeachingType.TYPE_1)), pool)), 1, "mia");
        assertThat(why(few, "duration")).isEqualTo(Reason.of("co-teaching.why.few-weeks", 19));
        var half = withLessonsGiven(bench(enough.needs(List.of(need("1a", CoTeachingType.TYPE_1)), pool)), 1, "mia");
        assertThat(ask(half, "duration").status()).isEqualTo(Ask.Status.MET);
    }

    @Test
    void preparationIsAskedOnlyOfClassesWithCoTeaching() {
        var bench = bench(school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 12)))
                .time(PREPARATION, null);

        assertThat(ask(bench, "preparation").asked()).isZero();
        assertThat(why(withLessonsGiven(bench, 2, "mia"), "preparation").code())
                .isEqualTo("co-teaching.why.no-common-time");
        var weeks = new TreeSet<>(List.of(W33, W33.plus(1), W33.plus(2), W33.plus(3)));
        bench.time(PREPARATION, new MeetingTime(weeks, DayOfWeek.FRIDAY, LocalTime.of(14, 0), LocalTime.of(14, 45)));
        assertThat(why(bench, "preparation").code()).isEqualTo("co-teaching.why.preparation-empty");
        bench.seat(PREPARATION + "#0", "mia").seat(PREPARATION + "#1", "ann");
        assertThat(ask(bench, "preparation").status()).isEqualTo(Ask.Status.MET);
        assertThat(report(bench).breakdowns().getFirst().lines().getFirst().cells())
                .containsExactly(
                        Phrase.of("co-teaching.scheme.type-1"),
                        Phrase.of("co-teaching.lessons", 10.5),
                        Phrase.of("co-teaching.lessons", 2.0),
                        Phrase.of("co-teaching.lessons", 8.0),
                        Phrase.of("co-teaching.percent", 13L),
                        Phrase.of(
                                "co-teaching.classes.who",
                                List.of(Phrase.of("co-teaching.classes.with-lessons", new StaffId("mia"), 2.0))),
                        Phrase.of(
                                "co-teaching.at-with",
                                DayOfWeek.FRIDAY,
                                LocalTime.of(14, 0),
                                List.of(new StaffId("ann"))));
        assertThat(report(bench).breakdowns().getLast().lines().getFirst().cells())
                .containsExactly(
                        Phrase.of("co-teaching.lessons", 3.0),
                        Phrase.of("co-teaching.lessons", 12.0),
                        Phrase.of("co-teaching.people.in", List.of(new GroupId("1a"))));
    }

    /** 22 of 697 minutes; it is one of sixteen lessons. */
    @Test
    void shareOfLessonsIsThatOfTheirMinutesInAFullWeek() {
        var bench = bench(school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 12))
                .lesson("odd", "1a", "ENG", DayOfWeek.FRIDAY, "13:00", 45, week -> week.week() % 2 == 1, "ann"));
        bench.seat("co/lesson/odd/2026-W33#0", "mia");

        assertThat(report(bench).breakdowns().getFirst().lines().getFirst().cells())
                .contains(Phrase.of("co-teaching.percent", 3L));
    }

    @Test
    void twoAdultsFewCoTeachersExperienceAndFormsAreAsked() {
        var fresh = new CoTeacher(new StaffId("mia"), new TreeSet<>(), 20.0, null, 0, 1, List.of(), List.of(), null);
        var bench = withLessonsGiven(bench(school(need("1a", CoTeachingType.TWO_ALWAYS), fresh)), 14, "mia");

        assertThat(ask(bench, "two-adults").shortBy()).isEqualTo(1);
        assertThat(ask(bench, "two-adults").asked()).isEqualTo(15);
        assertThat(why(bench, "experience")).isEqualTo(Reason.of("co-teaching.why.few-years", 1));
        assertThat(ask(bench, "few-co-teachers").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(bench, "forms").given()).isEqualTo(1);
        assertThat(ask(bench, "forms").asked()).isEqualTo(3);
        assertThat(ask(bench, "second-room").status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
        assertThat(ask(bench, "advisors-meeting").status()).isEqualTo(Ask.Status.NOT_PLANNED);
    }

    private static List<Finding> precheck(CoTeachingSchoolBuilder school) {
        var plugin = new CoTeachingPlugin();
        return plugin.precheck(
                school.intervention(), school.problem(), plugin.expand(school.intervention(), school.problem()));
    }

    @Test
    void precheckNamesClassesAndTheirMissingLessons() {
        var school = smallSchool()
                .week("1a", 3, "ann")
                .week("1b", 3, "bob")
                .week("1c", 3, "cid")
                .person("mia")
                .needs(
                        List.of(
                                need("1a", CoTeachingType.TYPE_1, 10, 9),
                                need("1b", CoTeachingType.TYPE_1, 10, 2),
                                need("1c", CoTeachingType.TYPE_1, 10, 2)),
                        List.of(coTeacher("mia", 29)));

        assertThat(precheck(school))
                .containsExactly(Finding.warning(
                        "co-teaching.precheck.pool-short",
                        "/parameters/pool",
                        3,
                        33.0,
                        29.0,
                        4.0,
                        List.of(new GroupId("1b"), new GroupId("1c")),
                        2,
                        8.0,
                        10.0,
                        W33,
                        W33.plus(3),
                        0,
                        List.of(CoTeachingType.TYPE_1)));
        school.needs(school.intervention().parameters().classes(), List.of(coTeacher("mia", 33)));
        assertThat(precheck(school)).isEmpty();
    }

    @Test
    void precheckConsidersQualificationsAndFreeStaff() {
        var unqualified = school(need("1a", CoTeachingType.TYPE_1, 2, 5), coTeacher("mia", 20, CoTeachingType.TYPE_2));
        assertThat(precheck(unqualified))
                .extracting(Finding::code)
                .containsExactly("co-teaching.precheck.nobody-qualified", "co-teaching.precheck.pool-short");
        var busy = smallSchool()
                .week("1a", 1, "ann")
                .week("9x", 1, "mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 2, 5)), List.of(coTeacher("mia", 20)));
        assertThat(precheck(busy))
                .containsExactly(Finding.warning(
                        "co-teaching.precheck.nobody-free",
                        "/parameters/classes/0",
                        new GroupId("1a"),
                        W33,
                        W33.plus(3),
                        0.0,
                        2.0,
                        CoTeachingType.TYPE_1));
    }

    @Test
    void sheetsBecomeParameters() {
        var plugin = new CoTeachingPlugin();

        assertThat(plugin.lists()).extracting(list -> list.key()).containsExactly("needs", "pool");
        assertThat(plugin.fromLists(Map.of(
                        "needs",
                        List.of(Map.of("class", "1a", "scheme", "TYPE_1", "lessons", 11.0, "first-week", "2026-W33")),
                        "pool",
                        List.of(Map.of("staff", "mia", "years", 3, "never-classes", List.of("4b"))))))
                .isEqualTo(Map.of(
                        "classes",
                        List.of(Map.of(
                                "groupId", "1a", "scheme", "TYPE_1", "lessonsPerWeek", 11.0, "firstWeek", "2026-W33")),
                        "pool",
                        List.of(Map.of("staffId", "mia", "yearsOfExperience", 3, "neverClasses", List.of("4b")))));
    }

    @Test
    void kindsHaveNamesAndColours() {
        var school = school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 20));

        assertThat(new CoTeachingPlugin()
                        .decorate(school.intervention(), school.problem())
                        .kinds()
                        .keySet())
                .containsExactly("advisors-meeting", "lesson", "preparation", "supervision");
    }

    @Test
    void minimumOfEachPeriodIsRequiredInItsWeeks() {
        var fewer = new PriorityPeriod(
                "fewer",
                null,
                W33.plus(1),
                W33.plus(1),
                List.of(),
                new TreeSet<>(),
                List.of(new Priority(new GroupId("1a"), null, 1.0)));
        var same = new PriorityPeriod("same", null, W33.plus(3), null, List.of(), new TreeSet<>(), List.of());
        var plain = school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 9))
                .intervention()
                .parameters();
        var school = school(need("1a", CoTeachingType.TYPE_1), coTeacher("mia", 9))
                .parameters(RecordCopy.with(plain, "periods", List.of(fewer, same)));
        var bench = bench(school);

        var plugin = new CoTeachingPlugin();
        List<RequiredSupport> required = plugin.requiredSupport(
                school.intervention(),
                school.problem(),
                plugin.expand(school.intervention(), school.problem(), List.of()),
                bench.timetable());

        assertThat(required)
                .extracting(RequiredSupport::weeks, RequiredSupport::amount)
                .containsExactly(
                        tuple(new TreeSet<>(List.of(W33)), 10.5),
                        tuple(new TreeSet<>(List.of(W33.plus(1))), 1.0),
                        tuple(new TreeSet<>(List.of(W33.plus(2), W33.plus(3))), 10.5));
    }
}
