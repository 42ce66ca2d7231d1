package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The counts of the pre-check: exactly enough and one too few, by type, by pool and by span. */
class CoTeachingPrecheckTest {
    private static List<Finding> precheck(CoTeachingSchoolBuilder school) {
        var plugin = new CoTeachingPlugin();
        return plugin.precheck(
                school.intervention(), school.problem(), plugin.expand(school.intervention(), school.problem()));
    }

    private static CoTeachingSchoolBuilder school() {
        return smallSchool()
                .week("1a", 2, "ann")
                .week("1b", 2, "bob")
                .week("1c", 2, "cid")
                .person("mia")
                .person("leo")
                .person("pia");
    }

    /** The last argument: the types that are short. */
    private static List<Object> types(List<Finding> findings) {
        return findings.stream().map(finding -> finding.arguments().getLast()).toList();
    }

    @Test
    void eachTypeIsCountedOnce() {
        var needs = List.of(need("1a", CoTeachingType.TYPE_1, 10, 5), need("1b", CoTeachingType.TYPE_2, 5, 5));

        assertThat(precheck(school().needs(
                                needs,
                                List.of(
                                        coTeacher("leo", 11, CoTeachingType.TYPE_1),
                                        coTeacher("mia", 6, CoTeachingType.TYPE_2)))))
                .isEmpty();
        assertThat(types(precheck(school().needs(
                                needs,
                                List.of(
                                        coTeacher("leo", 10, CoTeachingType.TYPE_1),
                                        coTeacher("mia", 6, CoTeachingType.TYPE_2))))))
                .containsExactly(List.of(CoTeachingType.TYPE_1));
        assertThat(types(precheck(school().needs(
                                needs,
                                List.of(
                                        coTeacher("leo", 11, CoTeachingType.TYPE_1),
                                        coTeacher("mia", 5, CoTeachingType.TYPE_2))))))
                .containsExactly(List.of(CoTeachingType.TYPE_2));
        assertThat(types(precheck(school().needs(needs, List.of(coTeacher("leo", 16))))))
                .as("enough for each, but not for both")
                .containsExactly(List.of(CoTeachingType.TYPE_1, CoTeachingType.TYPE_2));
        assertThat(precheck(school().needs(needs, List.of(coTeacher("leo", 10)))))
                .as("one too few for the first, with preparation 6.6 for both")
                .extracting(
                        finding -> finding.arguments().get(3),
                        finding -> finding.arguments().getLast())
                .containsExactly(
                        tuple(1.0, List.of(CoTeachingType.TYPE_1)),
                        tuple(6.6, List.of(CoTeachingType.TYPE_1, CoTeachingType.TYPE_2)));
    }

    @Test
    void hoursGoToTheGreatestNeedFirst() {
        var school = school().needs(
                        List.of(
                                need("1a", CoTeachingType.TYPE_1, 10, 9),
                                need("1b", CoTeachingType.TYPE_1, 10, 5),
                                need("1c", CoTeachingType.TYPE_1, 10, 2)),
                        List.of(coTeacher("mia", 14)));

        assertThat(precheck(school))
                .containsExactly(Finding.warning(
                        "co-teaching.precheck.pool-short",
                        "/parameters/pool",
                        3,
                        33.0,
                        14.0,
                        19.0,
                        List.of(new GroupId("1b")),
                        1,
                        2.0,
                        10.0,
                        W33,
                        W33.plus(3),
                        1,
                        List.of(CoTeachingType.TYPE_1)));
    }

    private static CoTeacher advisor(String person) {
        return new CoTeacher(
                new StaffId(person), new TreeSet<>(), 9.0, null, 0, null, List.of(), List.of(), "advisors");
    }

    private static CoTeachingParameters parameters(
            List<ClassNeed> needs, List<CoTeacher> people, List<PoolBudget> pools, List<PriorityPeriod> periods) {
        return new CoTeachingParameters(
                null,
                null,
                45,
                needs,
                people,
                pools,
                periods,
                SharedPreparation.defaults(),
                2,
                List.of(),
                null,
                List.of());
    }

    @Test
    void membersOfAPoolGiveNoMoreThanItsBudget() {
        var needs = List.of(need("1a", CoTeachingType.TYPE_1, 9, 5));
        var people = List.of(advisor("mia"), advisor("leo"), coTeacher("pia", 3));

        assertThat(precheck(school().parameters(
                                parameters(needs, people, List.of(new PoolBudget("advisors", 7)), List.of()))))
                .isEmpty();
        assertThat(precheck(school().parameters(
                                parameters(needs, people, List.of(new PoolBudget("advisors", 6)), List.of()))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).startsWith(1, 10.0, 9.0, 1.0));
    }

    @Test
    void eachSpanIsCountedSeparately() {
        var later = new PriorityPeriod("later", null, W33.plus(1), null, List.of(), new TreeSet<>(), List.of());
        var needs = List.of(need("1a", CoTeachingType.TYPE_1, 10, 5));

        assertThat(precheck(school().parameters(
                                parameters(needs, List.of(coTeacher("mia", 11)), List.of(), List.of(later)))))
                .isEmpty();
        assertThat(precheck(school().parameters(
                                parameters(needs, List.of(coTeacher("mia", 10)), List.of(), List.of(later)))))
                .hasSize(2);
    }

    /** Leo is free for the preparation only, Mia for the lessons; Ann is the teacher of the class. */
    private static CoTeachingSchoolBuilder busyMain(RuleStrength strength, LocalTime untilOfMia) {
        var days = new TreeSet<>(EnumSet.allOf(DayOfWeek.class));
        var afternoons =
                new Period(W33.date(DayOfWeek.MONDAY), W33.plus(4).date(DayOfWeek.MONDAY), days, untilOfMia, null);
        var mornings =
                new Period(W33.date(DayOfWeek.MONDAY), W33.plus(4).date(DayOfWeek.MONDAY), days, null, LocalTime.NOON);
        var plain = SharedPreparation.defaults();
        var preparation = new SharedPreparation(
                45,
                25,
                0,
                plain.weekdays(),
                new TreeSet<>(List.of(LocalTime.of(14, 0))),
                plain.earliest(),
                plain.latest(),
                strength);
        return smallSchool()
                .week("1a", 2, "ann")
                .person("mia", 37, new Availability(List.of(), List.of(afternoons)))
                .person("leo", 37, new Availability(List.of(), List.of(mornings)))
                .parameters(new CoTeachingParameters(
                        null,
                        null,
                        45,
                        List.of(need("1a", CoTeachingType.TYPE_1, 5, 5)),
                        List.of(coTeacher("mia", 9), coTeacher("leo", 9)),
                        List.of(),
                        List.of(),
                        preparation,
                        2,
                        List.of(),
                        null,
                        List.of()));
    }

    @Test
    void preparationThatNobodyWithLessonsOfTheClassCanAttendIsReportedIfTheMainCoTeacherIsRequired() {
        assertThat(precheck(busyMain(RuleStrength.REQUIREMENT, LocalTime.NOON)))
                .containsExactly(Finding.warning(
                        "co-teaching.precheck.main-co-teacher-busy",
                        "/parameters/preparation/mainCoTeacher",
                        new GroupId("1a"),
                        W33,
                        W33.plus(3),
                        List.of(new StaffId("mia")),
                        45));
        assertThat(precheck(busyMain(RuleStrength.REQUIREMENT, LocalTime.of(14, 44))))
                .as("a minute short")
                .hasSize(1);
        assertThat(precheck(busyMain(RuleStrength.REQUIREMENT, LocalTime.of(14, 45))))
                .isEmpty();
        assertThat(precheck(busyMain(RuleStrength.WISH, LocalTime.NOON))).isEmpty();
    }

    @Test
    void lockedLessonMayMakeSomebodyElseTheMainCoTeacher() {
        var school = busyMain(RuleStrength.REQUIREMENT, LocalTime.NOON);
        SessionId lesson = new CoTeachingPlugin()
                .expand(school.intervention(), school.problem()).sessions().stream()
                        .filter(session -> session.lesson() != null)
                        .findFirst()
                        .orElseThrow()
                        .id();

        assertThat(precheck(school.lock(
                        new SessionLock(lesson, null, null, null, List.of(new SeatLock(1, new StaffId("leo")))))))
                .isEmpty();
    }
}
