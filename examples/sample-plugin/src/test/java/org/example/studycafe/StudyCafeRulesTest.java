package org.example.studycafe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions by hand, and what the rules charge for them. */
class StudyCafeRulesTest {
    private static final String FIRST = "cafe/study-cafe/1";
    private static final String SECOND = "cafe/study-cafe/2";

    private final RuleBench bench = RuleBench.of(
            new StudyCafePlugin(),
            StudyCafeContractTest.school(StudyCafeContractTest.cafe(2, "homework", DayOfWeek.MONDAY, DayOfWeek.TUESDAY))
                    .build());

    private static MeetingTime at(DayOfWeek day, String start, String end) {
        return StudyCafeContractTest.school(StudyCafeContractTest.cafe(1, null, day))
                .time(day, start, end);
    }

    @Test
    void theSecondCafeOfAWeekdayCostsOne() {
        bench.time(FIRST, at(DayOfWeek.MONDAY, "14:00", "15:00"));
        assertThat(bench.penalty("study-cafe.twice-a-day")).isZero();

        bench.time(SECOND, at(DayOfWeek.TUESDAY, "14:00", "15:00"));
        assertThat(bench.penalty("study-cafe.twice-a-day")).isZero();

        bench.time(SECOND, at(DayOfWeek.MONDAY, "15:00", "16:00"));
        assertThat(bench.places("study-cafe.twice-a-day")).containsExactly(List.of(DayOfWeek.MONDAY));
        assertThat(bench.penalty("study-cafe.twice-a-day")).isEqualTo(1);
    }

    @Test
    void onlyATutorWithoutTheSkillIsUnqualified() {
        bench.time(FIRST, at(DayOfWeek.MONDAY, "14:00", "15:00")).seat(FIRST + "#0", "bo");
        assertThat(bench.penalty("study-cafe.unqualified-tutor")).isZero();

        bench.seat(FIRST + "#0", "carl");
        assertThat(bench.places("study-cafe.unqualified-tutor"))
                .containsExactly(List.of(new SessionId(FIRST), new StaffId("carl")));
    }

    @Test
    void eachMinuteOfWaitingBeyondHalfAnHourCostsOneInEachWeek() {
        bench.seat(FIRST + "#0", "anna").time(FIRST, at(DayOfWeek.MONDAY, "14:30", "15:30"));
        assertThat(bench.penalty("study-cafe.long-wait")).isZero();

        bench.time(FIRST, at(DayOfWeek.MONDAY, "14:31", "15:31"));
        assertThat(bench.penalty("study-cafe.long-wait")).isEqualTo(2);
        assertThat(bench.places("study-cafe.long-wait"))
                .contains(List.of(new StaffId("anna"), LocalDate.of(2026, 9, 7)));

        bench.time(FIRST, at(DayOfWeek.TUESDAY, "15:00", "16:00"));
        assertThat(bench.penalty("study-cafe.long-wait")).isZero();
    }

    @Test
    void theReportCountsCafesAndTutors() {
        bench.time(FIRST, at(DayOfWeek.MONDAY, "14:00", "15:00"));

        List<Ask> asks = bench.fidelity(bench.timetable()).getFirst().asks();
        assertThat(asks).extracting(Ask::code).containsExactly("study-cafe.ask.every-week", "study-cafe.ask.tutor");
        assertThat(asks).extracting(Ask::asked).containsExactly(4L, 1L);
        assertThat(asks).extracting(Ask::shortBy).containsExactly(2L, 1L);
    }
}
