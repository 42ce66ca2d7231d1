package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.CafePlan.plan;
import static dk.grundskema.solver.spi.toolkit.SchoolProblem.school;
import static dk.grundskema.solver.spi.toolkit.SchoolProblem.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.people.GroupId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How asks are told: in a few words, in lists, line by line. */
class AsksToldTest {
    private static final GroupId RED = new GroupId("cafe/red");

    private final Asks asks = new Asks("cafe");

    private FidelityReport report() {
        return asks.report(CafePlan.CAFE);
    }

    @Test
    void someAreAListAndNoneAreNothing() {
        assertThat(asks.list(List.of("a", 2))).isEqualTo(Phrase.of("cafe.list", List.of("a", 2)));
        assertThat(asks.list(List.of())).isEqualTo(Phrase.NONE);
    }

    @Test
    void timesAreToldWithWeekdayStartAndNumberOfWeeks() {
        var meetings = plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34))
                .meeting("open/2", "open", time(DayOfWeek.FRIDAY, "10:15", "11:00", 33))
                .finished(school().build())
                .meetings();

        assertThat(asks.times("when", meetings))
                .isEqualTo(Phrase.of(
                        "cafe.list",
                        List.of(
                                Phrase.of("cafe.when", DayOfWeek.MONDAY, LocalTime.of(8, 0), 2),
                                Phrase.of("cafe.when", DayOfWeek.FRIDAY, LocalTime.of(10, 15), 1))));
        assertThat(asks.times("when", List.of())).isEqualTo(Phrase.NONE);
    }

    @Test
    void aLineIsMetOrShortAndNamesItsSessions() {
        var session = new SessionId("cafe/open/1");
        asks.table("tables", "name")
                .line(RED, true, List.of(), asks.words("name", "Red"))
                .line(RED, false, List.of(session), Phrase.NONE)
                .done();

        Breakdown told = report().breakdowns().getFirst();
        assertThat(told)
                .isEqualTo(new Breakdown(
                        "cafe.tables",
                        "cafe.tables.of",
                        List.of(new Breakdown.Column("cafe.tables.name", false)),
                        List.of(
                                new Breakdown.Line(
                                        RED,
                                        Ask.Status.MET,
                                        List.of(Phrase.of("cafe.name", "Red")),
                                        List.of(),
                                        List.of()),
                                new Breakdown.Line(
                                        RED, Ask.Status.SHORT, List.of(Phrase.NONE), List.of(), List.of(session)))));
    }

    @Test
    void aTableWithoutALineIsNotTold() {
        asks.table("tables", "name").done();

        assertThat(report().breakdowns()).isEmpty();
    }

    @Test
    void lessThanNothingIsAsShortAsNothing() {
        asks.tally("hours", Asks.ours(), "hours")
                .at(2, -3, asks.why("few"), "a")
                .done();

        assertThat(report().asks().getFirst().shortBy()).isEqualTo(2);
    }

    @Test
    void oneThingAfterTheOtherIsAskedOfEachOfTheSame() {
        asks.of("guests", List.of("Ann"), guest -> guest)
                .least("letters", Asks.ours(), "letters", 3, String::length)
                .all("fine", Asks.ours(), guest -> true)
                .least("more", Asks.ours(), "letters", 4, String::length);

        assertThat(report().asks())
                .extracting(Ask::code)
                .containsExactly("cafe.ask.letters", "cafe.ask.fine", "cafe.ask.more");
    }
}
