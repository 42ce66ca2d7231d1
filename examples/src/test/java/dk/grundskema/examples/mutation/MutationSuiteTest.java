package dk.grundskema.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes good plans in one place at a time; the checker must notice each change and name what was changed. */
@Tag("full")
class MutationSuiteTest {
    /** Kinds of change that {@link #everyChangeOfAMeetingIsNoticedWithoutTheDemand} leaves out, each with the reason. */
    private static final Map<String, String> NEEDING_THE_DEMAND = Map.ofEntries(
            Map.entry("start-between-choices", "A meeting may start at any time in its part of the week."),
            Map.entry(
                    "adults-between-choices",
                    "Adults may meet at any time in working hours; the core checks that they are free."),
            Map.entry("swap-of-equals", "The plan is the same but for the ids of two meetings."),
            Map.entry("vacate-seat", "A rule of the core reports each vacant seat as the timetable shows it."),
            Map.entry("stranger-in-seat", "The core compares holders with the candidates of seats."),
            Map.entry("lock-of-seat", "The core compares marks of locks with the locks of the problem."),
            Map.entry("lock-of-time", "The core compares marks of locks with the locks of the problem."),
            Map.entry("lock-of-room", "The core compares marks of locks with the locks of the problem."),
            Map.entry("no-room", "The core compares rooms with the sessions' choices."),
            Map.entry("room-of-another-kind", "The core compares rooms with the sessions' choices."),
            Map.entry("excused-without-decision", "The core compares excused students with decisions and lessons."),
            Map.entry("not-excused", "The core compares excused students with decisions and lessons."),
            Map.entry("within-removed", "The core compares it with the sessions' other meetings."),
            Map.entry("drop-member", "The core compares members with the students to be placed."),
            Map.entry("member-in-one-week", "The core compares members with the students to be placed."),
            Map.entry("one-member-more", "The core compares members with the students to be placed."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camp-3-weeks",
                "camp-4-weeks-overnight",
                "camp-autumn-clocks",
                "school-12-classes",
                "small-groups",
                "guide-all-five"
            })
    void everyChangeIsNoticed(String example) throws InterruptedException {
        MutatedPlan plan = MutatedPlan.of(example);
        Set<RuleViolation> before = new HashSet<>(plan.checker().check(plan.problem(), plan.plan()));

        assertThat(before).containsAll(checkWithoutDemand(plan, plan.plan()));
        assertAllNoticed(plan.mutations(), one -> isNoticed(one, plan, before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camp-3-weeks",
                "camp-4-weeks-overnight",
                "camp-autumn-clocks",
                "school-12-classes",
                "small-groups",
                "guide-all-five"
            })
    void everyChangeOfAMeetingIsNoticedWithoutTheDemand(String example) throws InterruptedException {
        MutatedPlan plan = MutatedPlan.of(example);
        Set<RuleViolation> before = new HashSet<>(checkWithoutDemand(plan, plan.plan()));
        List<Mutation> mutations = plan.mutations().stream()
                .filter(one -> !NEEDING_THE_DEMAND.containsKey(one.kind()))
                .toList();

        assertAllNoticed(mutations, one -> isAnyNew(checkWithoutDemand(plan, one.mutated()), before, one));
    }

    /** Each breach must be reported by the rule of the limit itself; other rules that it breaks do not count. */
    @ParameterizedTest
    @CsvSource({"HARD,''", "MEDIUM,-guideline"})
    void everyBreachOfALimitIsNoticedByItsRule(Level level, String ending) throws InterruptedException {
        MutatedPlan plan = MutatedPlan.withLimits(level);
        Set<RuleViolation> before = new HashSet<>(plan.checker().check(plan.problem(), plan.plan()));

        assertThat(plan.mutations().stream().map(Mutation::kind).distinct())
                .containsExactly(
                        "camp.allowed-blocks",
                        "camp.double-module",
                        "camp.rooms-at-once",
                        "core.free-dates",
                        "core.long-day",
                        "core.rest-between-dates");
        assertAllNoticed(
                plan.mutations(),
                one -> plan.checker().check(plan.problem(), one.mutated()).stream()
                        .filter(fault -> fault.rule().equals(one.kind() + ending) && fault.level() == level)
                        .anyMatch(fault -> !before.contains(fault) && names(fault.arguments(), one)));
    }

    private static void assertAllNoticed(List<Mutation> mutations, Predicate<Mutation> isNoticed) {
        List<String> unnoticed = mutations.parallelStream()
                .filter(one -> !isNoticed.test(one))
                .map(one -> one.kind() + " at " + one.place())
                .toList();

        assertThat(mutations).hasSizeGreaterThan(100);
        assertThat(unnoticed)
                .as(
                        "%d changes of %d kinds",
                        mutations.size(),
                        mutations.stream().map(Mutation::kind).distinct().count())
                .isEmpty();
    }

    private static boolean isNoticed(Mutation mutation, MutatedPlan plan, Set<RuleViolation> before) {
        List<Finding> references = plan.checker().validate(plan.problem(), mutation.mutated());
        if (references.stream().anyMatch(one -> names(one.arguments(), mutation))) {
            return true;
        }
        // The first one is faster and a part of the whole check.
        return references.isEmpty()
                && (isAnyNew(checkWithoutDemand(plan, mutation.mutated()), before, mutation)
                        || isAnyNew(plan.checker().check(plan.problem(), mutation.mutated()), before, mutation));
    }

    private static List<RuleViolation> checkWithoutDemand(MutatedPlan plan, Timetable timetable) {
        return plan.checker().checkWithoutDemand(plan.problem(), timetable);
    }

    private static boolean isAnyNew(List<RuleViolation> found, Set<RuleViolation> before, Mutation mutation) {
        return found.stream()
                .filter(fault -> !before.contains(fault))
                .anyMatch(fault -> names(fault.arguments(), mutation));
    }

    private static boolean names(List<Object> arguments, Mutation mutation) {
        return arguments.stream()
                .anyMatch(one ->
                        mutation.objects().contains(one) || mutation.objects().contains(String.valueOf(one)));
    }
}
