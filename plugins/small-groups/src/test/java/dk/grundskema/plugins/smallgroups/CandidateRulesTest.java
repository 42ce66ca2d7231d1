package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.SingleRuleBench.BLUE_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.GREEN_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.GREEN_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.GREEN;
import static dk.grundskema.solver.testkit.SingleRulePlugin.LATER;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SingleRulePlugin;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Penalties of groups of candidates, and of students in several groups, for decisions set by hand. */
class CandidateRulesTest {
    /** Ada and Bo are taught Danish by Anna, Cy by nobody. */
    private static final List<Candidate> CANDIDATES = List.of(
            candidate("ada", "Danish", "Reading", 40, 9),
            candidate("bo", "danish", "reading", 25, 5),
            candidate("cy", "Danish", "", 70, 2),
            candidate("ada", "Maths", "Fractions", 99, 1),
            candidate("bo", "Maths", "", 1, 1));

    private static Candidate candidate(String who, String subject, String area, int level, int need) {
        return new Candidate(new StudentId(who), subject, area, level, need);
    }

    private static RuleBench red(BiFunction<CandidateRules, RuleType, LocalRule> rule, String... members) {
        RuleBench bench = SingleRulePlugin.bench((type, one, problem, demand) ->
                rule.apply(new CandidateRules(CANDIDATES, problem, demand, "talk"), type));
        for (String member : members) {
            bench.join(member, RED.value());
        }
        return bench;
    }

    @Test
    void membersAreComparedByTheLevelInTheGroupsSubject() {
        costs(red(CandidateRules::levelSpread, "ada", "bo"), 15, RED);
        costs(red(CandidateRules::levelSpread, "bo", "ada"), 15, RED);
        costs(red(CandidateRules::levelSpread, "ada"), 0);
        costs(red(CandidateRules::levelSpread).join("ada", GREEN.value()).join("bo", GREEN.value()), 98, GREEN);
    }

    @Test
    void areasAreComparedIgnoringCaseAndBlankOnesFitAll() {
        costs(red(CandidateRules::severalAreas, "ada", "bo", "cy"), 0);
        var other = List.of(candidate("ada", "Danish", "Reading", 1, 1), candidate("bo", "Danish", "Spelling", 1, 1));
        RuleBench bench = SingleRulePlugin.bench(
                (type, one, problem, demand) -> new CandidateRules(other, problem, demand, "talk").severalAreas(type));
        costs(bench.join("ada", RED.value()).join("bo", RED.value()), 1, RED);
    }

    @Test
    void classesBeyondTheFirstCostOneEach() {
        costs(red(CandidateRules::severalClasses, "ada", "bo"), 0);
        costs(red(CandidateRules::severalClasses, "ada", "bo", "cy"), 1, RED);
    }

    @Test
    void missingSessionsCostAShareOfTheNeed() {
        RuleBench bench = red(CandidateRules::missingSessions, "ada", "bo");
        costs(bench, 14 * 101, RED);
        costs(bench.time(RED_1, MONDAY), 14 * 101, RED);
        costs(bench.seat(RED_1 + "#0", "ben"), 14 * 81, RED);
        costs(bench.time(RED_2, TUESDAY).seat(RED_2 + "#0", "ben"), 0);
        costs(red(CandidateRules::missingSessions), 0);
    }

    @Test
    void meetingWithoutATeacherOfAnyMemberCostsOne() {
        RuleBench bench = red((rules, type) -> rules.ownTeacherIn(type, "talk", 3), "ada");
        costs(bench, 3, RED);
        costs(bench.time(RED_1, MONDAY).seat(RED_1 + "#0", "ben"), 3, RED);
        costs(bench.seat(RED_1 + "#0", "anna"), 2, RED);
        costs(bench.time(RED_1, null), 3, RED);
        costs(bench.time(RED_1, MONDAY).time(RED_2, LATER).seat(RED_2 + "#0", "anna"), 1, RED);
        costs(bench.join("cy", RED.value()).seat(RED_1 + "#0", "ben"), 1, RED);
    }

    @Test
    void eachMemberWhomTheTutorDoesNotTeachCostsOne() {
        RuleBench bench = red(CandidateRules::membersNotTaughtByTutor, "ada", "cy");
        costs(bench, 0);
        costs(bench.seat(RED_1 + "#0", "anna"), 1, RED);
        costs(bench.seat(RED_1 + "#0", "ben"), 2, RED);
    }

    private static RuleBench several(BiFunction<MultiGroupStudentRules, RuleType, LocalRule> rule) {
        return SingleRulePlugin.bench((type, one, problem, demand) ->
                        rule.apply(new MultiGroupStudentRules(problem, demand, "talk"), type))
                .join("ada", RED.value())
                .join("ada", GREEN.value())
                .join("bo", GREEN.value())
                .join("cy", BLUE.value());
    }

    @Test
    void aSecondAdultInTheGroupsOfAStudentCostsOne() {
        RuleBench bench = several(MultiGroupStudentRules::fewAdults).seat(BLUE_1 + "#0", "ben");
        costs(bench.seat(RED_1 + "#0", "anna"), 0);
        costs(bench.seat(GREEN_1 + "#0", "anna"), 0);
        costs(bench.seat(GREEN_1 + "#0", "ben"), 1, new StudentId("ada"));
        costs(bench.seat(RED_1 + "#0", "ben").seat(RED_2 + "#0", "anna"), 0);
    }

    @Test
    void secondGroupOnADayCostsOneForAnyNumberOfSessions() {
        RuleBench bench = several(MultiGroupStudentRules::oneGroupADay).time(BLUE_1, MONDAY);
        costs(bench.time(RED_1, MONDAY).time(RED_2, LATER), 0);
        costs(bench.time(GREEN_1, TUESDAY), 0);
        costs(bench.time(GREEN_2, LATER), 1, new StudentId("ada"));
        costs(bench.time(GREEN_1, MONDAY), 1, new StudentId("ada"));
        costs(bench.time(RED_2, TUESDAY).time(GREEN_1, TUESDAY), 2, new StudentId("ada"));
        costs(bench.join("ada", BLUE.value()).time(GREEN_2, TUESDAY), 0);
    }
}
