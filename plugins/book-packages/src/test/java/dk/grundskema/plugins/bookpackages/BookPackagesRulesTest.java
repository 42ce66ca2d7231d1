package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules and check agree about packages that are handed out. */
class BookPackagesRulesTest {
    private static final String ONE = "books/book-package/1/4b/1";
    private static final String TWO = "books/book-package/1/4b/2";
    private static final String NEXT = "books/book-package/2/4b/1";

    private static MeetingTime at(String date, String from, String until) {
        return MeetingTime.on(LocalDate.parse(date), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static RuleBench bench() {
        return RuleBench.of(
                new BookPackagesPlugin(),
                readingTools().handedOut("09:30", "10:30").from("2026-W36").problem());
    }

    /** Returns the penalty of a rule; asserts that the check finds the same. */
    private static List<List<Object>> chargesOfRuleAndCheck(String rule, RuleBench bench) {
        String id = "book-packages." + rule;
        List<List<Object>> checked = bench.pluginViolations(bench.timetable()).stream()
                .filter(fault -> fault.rule().equals(id))
                .map(BookPackagesRulesTest::charge)
                .toList();
        var charged = new ArrayList<List<Object>>();
        bench.matches(id).forEach(match -> charged.add(charge(match.toViolation())));
        assertThat(checked).containsExactlyInAnyOrderElementsOf(charged);
        return charged;
    }

    private static List<Object> charge(RuleViolation fault) {
        var all = new ArrayList<Object>(List.of(fault.amount()));
        all.addAll(fault.arguments());
        return all;
    }

    @Test
    void adjacentPartsOfAClassCostNothingAndEachSharedMinuteCostsOne() {
        assertThat(chargesOfRuleAndCheck(
                        "class-emptied",
                        bench().time(ONE, at("2026-08-31", "09:30", "09:45"))
                                .time(TWO, at("2026-08-31", "09:45", "10:00"))))
                .isEmpty();
        for (var times : List.of(List.of("09:30", "09:40"), List.of("09:40", "09:30"))) {
            LocalTime one = LocalTime.parse(times.getFirst());
            LocalTime two = LocalTime.parse(times.getLast());
            var date = LocalDate.parse("2026-08-31");
            assertThat(chargesOfRuleAndCheck(
                            "class-emptied",
                            bench().time(ONE, MeetingTime.on(date, one, one.plusMinutes(15)))
                                    .time(TWO, MeetingTime.on(date, two, two.plusMinutes(15)))))
                    .containsExactly(List.of(5L, new SessionId(TWO)));
        }
    }

    @Test
    void partsOnAnotherDayOrOfAnotherPackageCostNothing() {
        assertThat(chargesOfRuleAndCheck(
                        "class-emptied",
                        bench().time(ONE, at("2026-08-31", "09:30", "09:45"))
                                .time(TWO, at("2026-09-01", "09:30", "09:45"))
                                .time(NEXT, at("2026-08-31", "09:30", "09:45"))))
                .isEmpty();
    }

    @Test
    void eachMinuteOfAMeetingPartlyOutsideUsableTimeCostsOne() {
        assertThat(chargesOfRuleAndCheck("outside-usable-time", bench().time(ONE, at("2026-08-31", "10:15", "10:30"))))
                .isEmpty();
        assertThat(chargesOfRuleAndCheck("outside-usable-time", bench().time(ONE, at("2026-08-31", "10:16", "10:31"))))
                .containsExactly(List.of(15L, new SessionId(ONE)));
        assertThat(chargesOfRuleAndCheck("outside-usable-time", bench().time(ONE, at("2026-09-03", "09:30", "09:45"))))
                .containsExactly(List.of(15L, new SessionId(ONE)));
    }

    @Test
    void eachStudentNotTaughtByTheAdultCostsOne() {
        var held = bench().time(ONE, at("2026-08-31", "09:30", "09:45"));
        assertThat(chargesOfRuleAndCheck("handed-out-by-a-stranger", held.seat(ONE + "#0", "ann")))
                .isEmpty();
        assertThat(chargesOfRuleAndCheck("handed-out-by-a-stranger", held.seat(ONE + "#0", "bo")))
                .containsExactly(List.of(2L, new SessionId(ONE), new StaffId("bo")));
    }

    @Test
    void eachAdultWhoGivesAClassPackagesCostsOne() {
        var bench = bench().time(ONE, at("2026-08-31", "09:30", "09:45"))
                .time(TWO, at("2026-08-31", "09:45", "10:00"))
                .seat(ONE + "#0", "ann");
        assertThat(bench.penalty("book-packages.few-faces")).isEqualTo(1);
        assertThat(bench.seat(TWO + "#0", "ann").penalty("book-packages.few-faces"))
                .isEqualTo(1);
        assertThat(bench.seat(TWO + "#0", "bo").penalty("book-packages.few-faces"))
                .isEqualTo(2);
    }

    @Test
    void eachStudentWithoutOtherSupportIsNamedOnce() {
        assertThat(RuleBench.of(
                                new BookPackagesPlugin(),
                                readingTools()
                                        .from("2026-W36")
                                        .toStudent("lone", "")
                                        .problem())
                        .places("core.supplementary-alone"))
                .hasSize(5)
                .contains(List.of(new StudentId("lone"), new InterventionId("books")));
    }
}
