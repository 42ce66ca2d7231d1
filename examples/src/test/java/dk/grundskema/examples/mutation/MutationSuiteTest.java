package dk.grundskema.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.examples.mutation.PermittedChange.Permission;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Changes good plans in one place at a time; the checker must notice each change and name what was changed. */
@Tag("examples")
class MutationSuiteTest {
    static final List<String> EXAMPLES = List.of(
            "camp-3-weeks",
            "camp-4-weeks-overnight",
            "camp-autumn-clocks",
            "school-12-classes",
            "small-groups",
            "guide-all-five",
            "school-30-classes",
            "camp-too-few-staff");

    /** Rules whose text was tried. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private static final List<Texts> TEXTS = Stream.of(Locale.of("da"), Locale.ENGLISH)
            .map(language -> new Texts(language, new PluginPlanningFacade().textBundles(language), Function.identity()))
            .toList();

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void everyChangeIsNoticed(String example) throws InterruptedException {
        MutatedPlan plan = MutatedPlan.of(example);
        Set<RuleViolation> before = new HashSet<>(plan.checker().check(plan.problem(), plan.plan()));

        assertAllNoticed(plan.mutations(), one -> isNoticed(one, plan, before));
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void everyChangeOfSomeKindsBreaksTheRuleThatIsCitedForIt(String example) throws InterruptedException {
        MutatedPlan plan = MutatedPlan.of(example);
        Set<RuleViolation> before = new HashSet<>(plan.checker().check(plan.problem(), plan.plan()));
        List<Mutation> mutations = plan.mutations().stream()
                .filter(one -> DemandRule.of(one.kind()).isPresent())
                .filter(one ->
                        plan.checker().validate(plan.problem(), one.mutated()).isEmpty())
                .toList();

        List<String> others = mutations.parallelStream()
                .filter(one -> plan.checker().check(plan.problem(), one.mutated()).stream()
                        .filter(fault -> !before.contains(fault) && names(fault.arguments(), one))
                        .noneMatch(fault ->
                                DemandRule.of(one.kind()).orElseThrow().rules().contains(fault.rule())))
                .map(one -> one.kind() + " at " + one.place() + " breaks "
                        + plan.checker().check(plan.problem(), one.mutated()).stream()
                                .filter(fault -> !before.contains(fault))
                                .map(RuleViolation::rule)
                                .distinct()
                                .toList())
                .toList();

        assertThat(mutations).isNotEmpty();
        assertThat(others).isEmpty();
    }

    /** Only what the demand leaves open may be changed without a finding, and the rule that compares it with the demand must accept it. */
    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void noPermittedChangeIsAccusedOfTheRuleThatPermitsIt(String example) throws InterruptedException {
        MutatedPlan plan = MutatedPlan.of(example);
        Set<RuleViolation> before = new HashSet<>(plan.checker().check(plan.problem(), plan.plan()));

        List<String> accused = plan.permitted().parallelStream()
                .flatMap(one -> plan.checker().check(plan.problem(), one.mutated()).stream()
                        .filter(fault -> !before.contains(fault))
                        .filter(fault -> one.permission().rules().contains(fault.rule()))
                        .map(fault -> one.permission() + " at " + one.place() + ": " + fault))
                .toList();

        assertThat(plan.permitted()).isNotEmpty();
        assertThat(accused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPermissionCitesAComponentOfTheDemand(Permission permission) {
        assertThat(permission.source().getRecordComponents())
                .extracting(RecordComponent::getName)
                .contains(permission.component());
        assertThat(permission.rules()).isNotEmpty();
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
        return references.isEmpty()
                && isAnyNew(plan.checker().check(plan.problem(), mutation.mutated()), before, mutation);
    }

    private static boolean isAnyNew(List<RuleViolation> found, Set<RuleViolation> before, Mutation mutation) {
        List<RuleViolation> fresh =
                found.stream().filter(fault -> !before.contains(fault)).toList();
        fresh.stream()
                .filter(fault -> SAID.add(fault.rule()))
                .forEach(fault -> assertThat(TEXTS)
                        .extracting(texts -> texts.sentenceOf(fault))
                        .as("each placeholder has an argument")
                        .noneMatch(sentence -> sentence.contains("{")));
        return fresh.stream().anyMatch(fault -> names(fault.arguments(), mutation));
    }

    private static boolean names(List<Object> arguments, Mutation mutation) {
        return arguments.stream()
                .anyMatch(one ->
                        mutation.objects().contains(one) || mutation.objects().contains(String.valueOf(one)));
    }
}
