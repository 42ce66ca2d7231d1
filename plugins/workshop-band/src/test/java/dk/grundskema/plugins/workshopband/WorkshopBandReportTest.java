package dk.grundskema.plugins.workshopband;

import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.band;
import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.group;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import org.junit.jupiter.api.Test;

/** The report about a band whose groups were set by hand. */
class WorkshopBandReportTest {
    private static RuleBench bench(BandSchoolBuilder band) {
        return RuleBench.of(new WorkshopBandPlugin(), band.problem());
    }

    private static Ask ask(RuleBench bench, String name) {
        return ask(bench, bench.timetable(), name);
    }

    private static Ask ask(RuleBench bench, Timetable timetable, String name) {
        return bench.fidelity(timetable).getFirst().asks().stream()
                .filter(one -> one.code().equals("workshop-band.ask." + name))
                .findFirst()
                .orElseThrow();
    }

    /** A band in which two students of different classes share a group in each round. */
    private static RuleBench mixed(BandSchoolBuilder band, int rounds) {
        RuleBench bench = bench(band);
        for (int round = 0; round < rounds; round++) {
            bench.join("a1", group(round, "ball")).join("b1", group(round, "ball"));
        }
        return bench;
    }

    @Test
    void bandIsHeldForThreeToFiveWeeks() {
        assertThat(led(mixed(band().weeks(2), 2), "weeks").status()).isEqualTo(Status.SHORT);
        assertThat(led(mixed(band(), 3), "weeks").status()).isEqualTo(Status.MET);
        assertThat(ask(mixed(band(), 3), "weeks").status()).as("nobody leads").isEqualTo(Status.SHORT);
        assertThat(led(mixed(band(6).weeks(5), 5), "most-weeks").status()).isEqualTo(Status.MET);
        assertThat(led(mixed(band(6).weeks(6), 6), "most-weeks").status()).isEqualTo(Status.SHORT);
    }

    /** Returns an ask of a band in which somebody is in each seat. */
    private static Ask led(RuleBench bench, String name) {
        Timetable timetable = bench.timetable();
        return ask(
                bench,
                timetable.withMeetings(timetable.meetings().stream()
                        .map(one -> one.withSeats(one.seats().stream()
                                .map(seat -> new MeetingSeat(
                                        seat.role(), new StaffId("ann"), seat.required(), seat.locked()))
                                .toList()))
                        .toList()),
                name);
    }

    @Test
    void groupIsSmallerThanAClassAndOfSeveral() {
        RuleBench bench = mixed(band(), 1);
        assertThat(ask(bench, "smaller-than-class").status()).isEqualTo(Status.MET);
        assertThat(ask(bench, "across-classes").status()).isEqualTo(Status.MET);

        bench.join("a2", group(0, "music")).join("a3", group(0, "music"));
        Ask mixed = ask(bench, "across-classes");
        assertThat(mixed.status()).isEqualTo(Status.SHORT);
        assertThat(mixed.places().getFirst().where()).containsExactly(new GroupId(group(0, "music")));

        bench.join("b2", group(0, "ball")).join("b3", group(0, "ball"));
        assertThat(ask(bench, "smaller-than-class").status()).isEqualTo(Status.SHORT);
    }

    @Test
    void studentsHaveAPlaceInEachRoundAndNotTooOftenTheSame() {
        RuleBench bench = mixed(band(), 2);
        assertThat(ask(bench, "place").status()).isEqualTo(Status.SHORT);
        assertThat(ask(bench, "punch-card").status()).isEqualTo(Status.MET);

        RuleBench often = mixed(band(), 3);
        Ask punches = ask(often, "punch-card");
        assertThat(punches.status()).isEqualTo(Status.SHORT);
        assertThat(punches.places()).hasSize(2);
    }

    @Test
    void whoHasChosenGetsAChosenWorkshopAndOthersAreCounted() {
        RuleBench bench = mixed(band().wish("a1", "ball", 10).wish("b1", "music", 8), 1);

        Ask wishes = ask(bench, "wishes");
        assertThat(wishes.status()).isEqualTo(Status.SHORT);
        assertThat(wishes.places().getFirst().where()).containsExactly(new StudentId("b1"));
        assertThat(ask(bench, "without-wishes").given()).isEqualTo(6);
    }

    @Test
    void eachMeetingHasItsAdults() {
        RuleBench bench = mixed(band(), 1);
        assertThat(ask(bench, "adults").status()).isEqualTo(Status.SHORT);
    }
}
