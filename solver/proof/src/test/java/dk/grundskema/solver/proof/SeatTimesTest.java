package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which time of a seat of four Mondays is named beside other facts. */
class SeatTimesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final LocalDate THIRD = FIRST.plusWeeks(2);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final StaffId ANNA = new StaffId("anna");
    private static final SessionId SESSION = new SessionId("support/3a");

    private final Problem problem = CampFixture.camp("small-camp");
    private final ZoneId zone = problem.horizon().zone();
    private final SeatNeed series = new SeatNeed(
            new SeatId("support/3a#0"),
            List.of(SESSION),
            0,
            "teacher",
            true,
            List.of(ANNA),
            null,
            null,
            IntStream.range(0, 4).mapToObj(FIRST::plusWeeks).map(this::duty).toList());
    private final ProofFact seat =
            ProofFact.of(ProofFact.Kind.SEAT, SESSION, 1, "teacher", FIRST, EIGHT, NINE, 3, List.of(ANNA));

    private SeatDuty duty(LocalDate date) {
        var interval = Interval.between(date.atTime(EIGHT), date.atTime(NINE), zone);
        return new SeatDuty(interval, date, new SiteId("main"), true, 60);
    }

    private ProofFact describe(ProofFact other, List<SeatNeed> seats) {
        var input = new StaffingCase(problem, List.of(series), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        Set<ProofFact> core = new LinkedHashSet<>(List.of(seat, other));
        return new FactDescriber(input).describe(core, seats).getFirst();
    }

    private static ProofFact onThird() {
        return ProofFact.of(ProofFact.Kind.SEAT, SESSION, 1, "teacher", THIRD, EIGHT, NINE, 3, List.of(ANNA));
    }

    @Test
    void dateOfAnAbsenceIsNamed() {
        var away = ProofFact.of(
                ProofFact.Kind.UNAVAILABLE,
                ANNA,
                THIRD.atStartOfDay(),
                THIRD.plusDays(1).atStartOfDay());

        assertThat(describe(away, List.of(series))).isEqualTo(onThird());
    }

    @Test
    void lessonAtTheSameTimeIsNamedNotOneOnAnotherDay() {
        var lesson = ProofFact.of(ProofFact.Kind.LESSON, ANNA, "l", THIRD, LocalTime.of(8, 30), LocalTime.of(9, 15));

        assertThat(describe(lesson, List.of(series))).isEqualTo(onThird());
    }

    @Test
    void dutyThatIsHeldAndSeatsThatAreAlikeNameTheDateToo() {
        var away = ProofFact.of(
                ProofFact.Kind.ELSEWHERE,
                ANNA,
                THIRD.atStartOfDay(),
                THIRD.plusDays(1).atStartOfDay());
        var input = new StaffingCase(problem, List.of(series), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        var describer = new FactDescriber(input);

        assertThat(describer.describe(
                        Set.of(ProofFact.of(ProofFact.Kind.HELD, ANNA, SESSION, 1, FIRST, EIGHT, NINE, 0), away),
                        List.of(series)))
                .contains(ProofFact.of(ProofFact.Kind.HELD, ANNA, SESSION, 1, THIRD, EIGHT, NINE, 3));
        assertThat(describer.describe(
                        Set.of(
                                ProofFact.of(
                                        ProofFact.Kind.SEATS,
                                        2,
                                        FIRST,
                                        EIGHT,
                                        NINE,
                                        List.of(SESSION),
                                        0,
                                        List.of(ANNA)),
                                away),
                        List.of(series)))
                .contains(
                        ProofFact.of(ProofFact.Kind.SEATS, 2, THIRD, EIGHT, NINE, List.of(SESSION), 3, List.of(ANNA)));
    }

    /** A daily rest is between a day and the next, a weekly rest within seven days from a duty on. */
    @Test
    void restNamesTheDutyThatItIsAbout() {
        assertThat(describe(ProofFact.of(ProofFact.Kind.DAILY_REST, ANNA, THIRD.minusDays(1), 11), List.of(series)))
                .isEqualTo(onThird());
        assertThat(describe(ProofFact.of(ProofFact.Kind.DAILY_REST, ANNA, THIRD.minusDays(2), 11), List.of(series)))
                .isEqualTo(seat);
        assertThat(describe(ProofFact.of(ProofFact.Kind.WEEKLY_REST, ANNA, THIRD.minusDays(6), 35), List.of(series)))
                .isEqualTo(onThird());
        assertThat(describe(ProofFact.of(ProofFact.Kind.WEEKLY_REST, ANNA, THIRD.plusDays(1), 35), List.of(series)))
                .isNotEqualTo(onThird());
    }

    @Test
    void dayOrWeekOfALimitIsNamed() {
        assertThat(describe(ProofFact.of(ProofFact.Kind.DAILY_HOURS, ANNA, THIRD, 8, 0), List.of(series)))
                .isEqualTo(onThird());
        assertThat(describe(ProofFact.of(ProofFact.Kind.WEEKLY_HOURS, ANNA, IsoWeek.of(THIRD), 30, 0), List.of(series)))
                .isEqualTo(onThird());
    }

    @Test
    void firstTimeIsNamedWithoutAnotherTime() {
        var average = ProofFact.of(ProofFact.Kind.AVERAGE_HOURS, ANNA, FIRST, 48, 17);

        assertThat(describe(average, List.of(series))).isEqualTo(seat);
    }

    /** The seats of a proof may be cut to the days around it. */
    @Test
    void allFurtherTimesAreCounted() {
        var away = ProofFact.of(
                ProofFact.Kind.UNAVAILABLE,
                ANNA,
                THIRD.atStartOfDay(),
                THIRD.plusDays(1).atStartOfDay());
        var cut = new SeatNeed(
                series.id(),
                series.sessions(),
                0,
                "teacher",
                true,
                List.of(ANNA),
                null,
                null,
                List.of(duty(THIRD), duty(THIRD.plusWeeks(1))));

        assertThat(describe(away, List.of(cut))).isEqualTo(onThird());
    }
}
