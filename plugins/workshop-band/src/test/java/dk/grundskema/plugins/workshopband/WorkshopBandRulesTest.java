package dk.grundskema.plugins.workshopband;

import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.band;
import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.group;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkshopBandRulesTest {
    private static final StudentId A1 = new StudentId("a1");

    private static RuleBench bench(BandSchoolBuilder band) {
        return RuleBench.of(new WorkshopBandPlugin(), band.problem());
    }

    @Test
    void eachRoundBeyondThePunchCardCostsOne() {
        var bench = bench(band()).join("a1", group(0, "ball")).join("a1", group(1, "ball"));
        assertThat(bench.penalty("workshop-band.punch-card")).isZero();

        bench.join("a1", group(2, "ball"));
        assertThat(bench.penalty("workshop-band.punch-card")).isEqualTo(1);
        assertThat(bench.places("workshop-band.punch-card")).containsExactly(List.of(A1, "ball", 2));
    }

    @Test
    void aWorkshopsOwnLimitReplacesThePunchCard() {
        var bench = bench(band()).join("a1", group(0, "baking"));
        assertThat(bench.penalty("workshop-band.punch-card")).isZero();

        bench.join("a1", group(2, "baking"));
        assertThat(bench.places("workshop-band.punch-card")).containsExactly(List.of(A1, "baking", 1));
    }

    @Test
    void aGroupCostsEachStudentBelowItsFewestAndAboveItsMost() {
        var bench = bench(
                new BandSchoolBuilder().workshop("small", 1, 8, null, 0, null).workshop("pair", 2, 3, null, 0, null));
        assertThat(bench.penalty("workshop-band.group-size")).isZero();

        bench.join("a1", group(0, "pair"));
        assertThat(bench.places("workshop-band.few-students")).containsExactly(List.of(new GroupId(group(0, "pair"))));

        bench.join("a2", group(0, "pair")).join("a3", group(0, "pair"));
        assertThat(bench.penalty("workshop-band.few-students")).isZero();
        assertThat(bench.penalty("workshop-band.group-size")).isZero();

        bench.join("a4", group(0, "pair")).join("b1", group(0, "pair"));
        assertThat(bench.penalty("workshop-band.group-size")).isEqualTo(2);
    }

    @Test
    void aWorkshopIsOfferedInAsManyRoundsAsAskedAndNoMore() {
        var bench = bench(band());
        assertThat(bench.penalty("workshop-band.few-rounds")).isEqualTo(1);

        bench.join("a1", group(0, "baking")).join("a2", group(0, "baking"));
        assertThat(bench.penalty("workshop-band.few-rounds")).isZero();

        bench.join("a3", group(1, "baking"));
        assertThat(bench.penalty("workshop-band.many-rounds")).isZero();

        bench.join("a4", group(2, "baking"));
        assertThat(bench.places("workshop-band.many-rounds")).containsExactly(List.of("baking", 2));
    }

    @Test
    void oneWishedWorkshopIsEnough() {
        var bench = bench(band().wish("a1", "music", 4));
        assertThat(bench.penalty("workshop-band.no-wish")).isZero();

        bench.join("a1", group(0, "ball"));
        assertThat(bench.places("workshop-band.no-wish")).containsExactly(List.of(A1));

        bench.join("a1", group(1, "music"));
        assertThat(bench.penalty("workshop-band.no-wish")).isZero();
    }

    @Test
    void pointsMissingToTenCountInEachRoundForThoseWithWishes() {
        var bench = bench(band().wish("a1", "music", 4));
        bench.join("b1", group(0, "ball"));
        assertThat(bench.penalty("workshop-band.wish-missed")).isZero();

        bench.join("a1", group(0, "music")).join("a1", group(1, "ball"));
        assertThat(bench.penalty("workshop-band.wish-missed")).isEqualTo(16);
    }

    @Test
    void theSameWorkshopInTheNextRoundCostsOneUnlessWished() {
        var bench = bench(band().wish("a1", "music", 4));
        bench.join("a1", group(0, "music")).join("a1", group(1, "music"));
        bench.join("a2", group(0, "ball")).join("a2", group(2, "ball"));
        assertThat(bench.penalty("workshop-band.same-again")).isZero();

        bench.join("a2", group(1, "ball"));
        assertThat(bench.penalty("workshop-band.same-again")).isEqualTo(2);
    }

    @Test
    void eachAdultOfAWorkshopCostsOneHoweverOftenTheyLeadIt() {
        var bench = bench(band()).join("a1", group(0, "ball")).join("a1", group(1, "ball"));
        bench.seat("band/workshop/ball/1/2026-09-08/12:00#0", "anna");
        bench.seat("band/workshop/ball/1/2026-09-15/12:00#0", "anna");
        assertThat(bench.penalty("workshop-band.many-adults")).isEqualTo(1);

        bench.seat("band/workshop/ball/1/2026-09-15/12:00#0", "bo");
        assertThat(bench.penalty("workshop-band.many-adults")).isEqualTo(2);
    }
}
