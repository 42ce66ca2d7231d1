package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.SchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.SchoolBuilder.aSchool;
import static dk.grundskema.plugins.coteaching.SchoolBuilder.can;
import static dk.grundskema.plugins.coteaching.SchoolBuilder.need;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is counted before anything is solved: just enough, one too few, by type, by pool and by span. */
class CoTeachingCountingTest {
    private static List<Finding> counted(SchoolBuilder school) {
        var plugin = new CoTeachingPlugin();
        return plugin.precheck(
                school.intervention(), school.problem(), plugin.expand(school.intervention(), school.problem()));
    }

    private static SchoolBuilder school() {
        return aSchool()
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
    void eachTypeIsCountedByItselfAndNotAgainTogether() {
        var needs = List.of(need("1a", Scheme.TYPE_1, 10, 5), need("1b", Scheme.TYPE_2, 5, 5));

        assertThat(counted(school().asks(needs, List.of(can("leo", 11, Scheme.TYPE_1), can("mia", 6, Scheme.TYPE_2)))))
                .isEmpty();
        assertThat(types(counted(
                        school().asks(needs, List.of(can("leo", 10, Scheme.TYPE_1), can("mia", 6, Scheme.TYPE_2))))))
                .containsExactly(List.of(Scheme.TYPE_1));
        assertThat(types(counted(
                        school().asks(needs, List.of(can("leo", 11, Scheme.TYPE_1), can("mia", 5, Scheme.TYPE_2))))))
                .containsExactly(List.of(Scheme.TYPE_2));
        assertThat(types(counted(school().asks(needs, List.of(can("leo", 16))))))
                .as("enough for each, but not for both")
                .containsExactly(List.of(Scheme.TYPE_1, Scheme.TYPE_2));
    }

    @Test
    void hoursGoToTheGreatestNeedAndTheLowestGetNothing() {
        var school = school().asks(
                        List.of(
                                need("1a", Scheme.TYPE_1, 10, 9),
                                need("1b", Scheme.TYPE_1, 10, 5),
                                need("1c", Scheme.TYPE_1, 10, 2)),
                        List.of(can("mia", 14)));

        assertThat(counted(school))
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
                        List.of(Scheme.TYPE_1)));
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
    void thoseOfAPoolGiveNoMoreThanItsBudget() {
        var needs = List.of(need("1a", Scheme.TYPE_1, 9, 5));
        var people = List.of(advisor("mia"), advisor("leo"), can("pia", 3));

        assertThat(counted(school().parameters(
                                parameters(needs, people, List.of(new PoolBudget("advisors", 7)), List.of()))))
                .isEmpty();
        assertThat(counted(school().parameters(
                                parameters(needs, people, List.of(new PoolBudget("advisors", 6)), List.of()))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).startsWith(1, 10.0, 9.0, 1.0));
    }

    @Test
    void eachSpanIsCountedByItself() {
        var later = new PriorityPeriod("later", null, W33.plus(1), null, List.of(), new TreeSet<>(), List.of());
        var needs = List.of(need("1a", Scheme.TYPE_1, 10, 5));

        assertThat(counted(school().parameters(parameters(needs, List.of(can("mia", 11)), List.of(), List.of(later)))))
                .isEmpty();
        assertThat(counted(school().parameters(parameters(needs, List.of(can("mia", 10)), List.of(), List.of(later)))))
                .hasSize(2);
    }
}
