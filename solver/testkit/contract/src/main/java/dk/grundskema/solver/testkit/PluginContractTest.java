package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests the contract that every plugin must keep. A plugin's test inherits from it and supplies the plugin and some problems, both valid ones and
 * ones that violate its validation. It uses the plugin through the contract only: texts, ids, lists, demand, rules against check, reports, and use
 * from several threads. That the demand is what the parameters ask for is up to the plugin's own tests.
 */
public abstract class PluginContractTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.of("en"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** Random plans of each problem. The bundled plugins try fewer in each build, and all of them in a part of their own. */
    private static final int PLANS = Integer.getInteger("grundskema.contract.plans", 20);

    private static final int STEPS = 200;

    /** For subclasses. */
    protected PluginContractTest() {}

    /** Returns a new instance of the plugin. */
    protected abstract InterventionPlugin<?> plugin();

    /**
     * Returns problems whose interventions are all of the plugin's type, and that validate without an error; at least one. Use small ones, because
     * they are solved with full assertion of every score.
     */
    protected abstract List<Problem> problems();

    /**
     * Returns problems for which the validation reports an error or a warning; warnings of the pre-check alone are not sufficient. By default none.
     */
    protected List<Problem> faultyProblems() {
        return List.of();
    }

    private PluginRegistry registry() {
        return PluginRegistry.of(List.of(plugin()));
    }

    private Texts texts(Locale locale) {
        return new Texts(locale, registry().bundles(locale), id -> id);
    }

    @Test
    void registryAcceptsThePlugin() {
        assertThat(registry().typeIds()).containsExactly(plugin().type().id());
    }

    @Test
    void descriptionOfThePluginIsTheSameEachTime() {
        assertThat(plugin().type()).isEqualTo(plugin().type());
        assertThat(plugin().parameterType()).isEqualTo(plugin().parameterType());
        assertThat(plugin().ruleTypes()).isEqualTo(plugin().ruleTypes());
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
        Map<String, Set<String>> danish = placeholders(LANGUAGES.getFirst());

        assertThat(danish).isNotEmpty().isEqualTo(placeholders(LANGUAGES.getLast()));
    }

    @Test
    void apostrophesOfTextsAreWrittenTwice() {
        assertThat(ApostropheContract.complaints(plugin())).isEmpty();
    }

    private Map<String, Set<String>> placeholders(Locale locale) {
        var bundle = plugin().texts(locale);
        var placeholders = new TreeMap<String, Set<String>>();
        for (String key : bundle.keySet()) {
            var numbers = new TreeSet<String>();
            PLACEHOLDER.matcher(bundle.getString(key)).results().forEach(found -> numbers.add(found.group(1)));
            placeholders.put(key, numbers);
        }
        return placeholders;
    }

    @Test
    void findingsBelongToThePluginAndHaveTextsInBothLanguages() {
        String prefix = plugin().type().id() + ".";
        var all = new ArrayList<>(problems());
        all.addAll(faultyProblems());
        for (Problem problem : all) {
            for (Finding finding : new Planner(registry()).validate(problem)) {
                assertThat(finding.pointer()).startsWith("/");
                LANGUAGES.forEach(
                        locale -> assertThat(texts(locale).sentenceOf(finding)).isNotBlank());
            }
            for (var asked : queries(problem)) {
                assertThat(asked.validate()).extracting(Finding::code).allMatch(code -> code.startsWith(prefix));
            }
        }
        for (Problem problem : problems()) {
            for (Finding finding : new Planner(registry()).precheck(problem)) {
                LANGUAGES.forEach(
                        locale -> assertThat(texts(locale).sentenceOf(finding)).isNotBlank());
            }
        }
    }

    @Test
    void validProblemsHaveNoErrorAndFaultyOnesHaveFindings() {
        assertThat(problems()).isNotEmpty();
        problems()
                .forEach(problem ->
                        assertThat(new Planner(registry()).validate(problem)).noneMatch(Finding::isError));
        faultyProblems()
                .forEach(problem ->
                        assertThat(new Planner(registry()).validate(problem)).isNotEmpty());
    }

    @Test
    void sameQuestionHasTheSameAnswer() {
        for (Problem problem : problems()) {
            for (var asked : queries(problem)) {
                assertThat(asked.validate()).isEqualTo(asked.validate());
                assertThat(asked.expand()).isEqualTo(asked.expand());
                assertThat(shapes(asked.rules())).isEqualTo(shapes(asked.rules()));
                assertThat(asked.precheck()).isEqualTo(asked.precheck());
            }
        }
    }

    @Test
    void idsAreUniqueAndBeginWithTheInterventions() {
        for (Problem problem : problems()) {
            var seen = new HashSet<Object>();
            for (var asked : queries(problem)) {
                String prefix = asked.intervention().id() + "/";
                Demand demand = asked.expand();
                demand.sessions().forEach(one -> assertThat(one.id().value()).startsWith(prefix));
                demand.seats().forEach(one -> assertThat(one.id().value()).startsWith(prefix));
                demand.sessions()
                        .forEach(one -> assertThat(seen.add(one.id()))
                                .as("%s", one.id())
                                .isTrue());
                demand.seats()
                        .forEach(one -> assertThat(seen.add(one.id()))
                                .as("%s", one.id())
                                .isTrue());
                assertThat(demand.sessions())
                        .allMatch(one ->
                                one.intervention().equals(asked.intervention().id()));
            }
        }
    }

    @Test
    void idsStayWhenSomethingElseInTheProblemChanges() {
        for (Problem problem : problems()) {
            Set<Object> before = ids(problem);

            assertThat(ids(ProblemVariants.withRoomAndStudent(problem))).isEqualTo(before);
            assertThat(ids(ProblemVariants.inReverseOrder(problem))).isEqualTo(before);
        }
    }

    private Set<Object> ids(Problem problem) {
        var ids = new HashSet<Object>();
        for (var asked : queries(problem)) {
            Demand demand = asked.expand();
            demand.sessions().stream().map(Session::id).forEach(ids::add);
            demand.seats().stream().map(Seat::id).forEach(ids::add);
            demand.groupings().forEach(one -> one.groups().forEach(group -> ids.add(group.id())));
        }
        return ids;
    }

    @Test
    void partsOfADemandFitTogether() {
        for (Problem problem : problems()) {
            for (var asked : queries(problem)) {
                assertThat(DemandContract.complaints(asked.expand(), problem))
                        .as(
                                "What the demand of (%s) contradicts itself in",
                                asked.intervention().id())
                        .isEmpty();
            }
        }
    }

    /** If no student is in a group that may stay empty, sleeping sessions must cost nothing. */
    @Test
    void rulesChargeNothingForSleepingSessions() {
        for (Problem problem : problems()) {
            var open = new HashSet<StudentId>();
            queries(problem)
                    .forEach(asked -> asked.expand().groupings().stream()
                            .filter(Grouping::mayStayEmpty)
                            .forEach(grouping -> open.addAll(grouping.students())));
            if (!open.isEmpty()) {
                var trial = TrialPlan.of(registry(), problem, null);
                for (int plan = 0; plan < PLANS; plan++) {
                    trial.shuffle(new Random(plan));
                    open.forEach(student -> trial.join(student, null));
                    assertSleepersCostNothing(problem, trial);
                }
            }
        }
    }

    private void assertSleepersCostNothing(Problem problem, TrialPlan trial) {
        var empty = new HashSet<Object>();
        trial.timetable("0").groups().stream()
                .filter(group -> group.members().isEmpty())
                .forEach(group -> empty.add(group.id()));
        var asleep = new HashSet<Object>();
        for (var asked : queries(problem)) {
            for (Session session : asked.expand().sessions()) {
                if (session.awakeWith() != null && empty.contains(session.awakeWith())) {
                    asleep.addAll(List.of(session.id(), session.awakeWith()));
                }
            }
        }
        assertThat(trial.matches())
                .filteredOn(match -> isOwn(match.type().id()))
                .as(
                        "Rules that charge for a session or group that sleeps. Ask view.isAsleep(…) first in a local rule; in a sum, don't begin from a constant for it")
                .noneMatch(match -> match.arguments().stream().anyMatch(asleep::contains));
    }

    @Test
    void listsAreReadAsTheirParameters() {
        assertThat(InputListContract.complaints(plugin())).isEmpty();
    }

    @Test
    void eachParameterHasATextInBothLanguages() {
        for (Locale locale : LANGUAGES) {
            assertThat(FieldTextContract.missing(plugin(), locale))
                    .as("Texts of parameters that messages_%s.properties lacks", locale)
                    .isEmpty();
        }
    }

    @Test
    void sourcesNameExistingParametersInBothLanguages() {
        assertThat(FieldTextContract.wrongSources(plugin())).isEmpty();
    }

    @Test
    void rulesAreOfTypesThatWereDeclared() {
        for (Problem problem : problems()) {
            for (var asked : queries(problem)) {
                assertThat(asked.rules()).extracting(Rule::type).isSubsetOf(plugin().ruleTypes());
            }
        }
    }

    @Test
    void eachViolationHasATextWithoutNamesInBothLanguages() {
        for (Problem problem : problems()) {
            Set<String> names = names(problem);
            var trial = TrialPlan.of(registry(), problem, null);
            for (int plan = 0; plan < PLANS; plan++) {
                trial.shuffle(new Random(plan)).matches().stream()
                        .filter(match -> isOwn(match.type().id()))
                        .forEach(match -> assertText(match, names));
            }
        }
    }

    private static Set<String> names(Problem problem) {
        Set<String> names = new HashSet<>();
        problem.staff().forEach(one -> names.add(one.name()));
        problem.students().forEach(one -> names.add(one.name()));
        return names;
    }

    @Test
    void asksOfAnyPlanBelongToThePluginAndHaveTextsWithoutNames() {
        var languages = LANGUAGES.stream().map(this::texts).toList();
        for (Problem problem : problems()) {
            var contract = new FidelityContract(plugin().type().id() + ".", languages, names(problem));
            var trial = TrialPlan.of(registry(), problem, null);
            for (int plan = 0; plan < PLANS; plan++) {
                Timetable timetable = trial.shuffle(new Random(plan)).timetable("0");
                queries(problem).forEach(asked -> contract.verify(asked, timetable));
            }
        }
    }

    private void assertText(RuleMatch match, Set<String> names) {
        for (Locale locale : LANGUAGES) {
            assertThat(texts(locale).sentenceOf(match.toViolation()))
                    .as("%s %s", match.type().id(), match.arguments())
                    .isNotBlank()
                    .doesNotContainPattern("\\{\\d")
                    .doesNotContain("null");
        }
        assertThat(match.arguments())
                .as(
                        "%s; ids were expected, names are put in their place for those who may see them",
                        match.type().id())
                .noneMatch(argument -> argument instanceof String text && names.contains(text));
    }

    private boolean isOwn(String rule) {
        return rule.startsWith(plugin().type().id() + ".");
    }

    @Test
    void checkFindsInAnyPlanWhatTheRulesCharge() {
        List<Problem> problems = problems();
        for (int number = 0; number < problems.size(); number++) {
            var trial = TrialPlan.of(registry(), problems.get(number), null);
            for (int plan = 0; plan < PLANS; plan++) {
                trial.shuffle(new Random(plan));
                assertAgreement(
                        problems.get(number),
                        "problems().get(%d), random plan %d".formatted(number, plan),
                        trial,
                        trial.timetable("0"));
            }
        }
    }

    @Test
    void hintsOfRulesHoldInAnyPlan() {
        List<Problem> problems = problems();
        for (int number = 0; number < problems.size(); number++) {
            var trial = TrialPlan.of(registry(), problems.get(number), null);
            for (int plan = 0; plan < PLANS; plan++) {
                assertThat(trial.shuffle(new Random(plan)).rulesWithFalseHints())
                        .as(
                                "Rules that cost something else with what they declare (withVisibility, monotone, ignoringLessons) than without, in problems().get(%d), random plan %d",
                                number, plan)
                        .isEmpty();
            }
        }
    }

    @Test
    void solvedPlanPassesTheFullAssertionAndCheckAgrees() throws InterruptedException {
        List<Problem> problems = problems();
        for (int number = 0; number < problems.size(); number++) {
            Problem problem = problems.get(number);
            var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null);
            Timetable plan = new Planner(registry())
                    .withFullAssertions()
                    .start(request, progress -> {})
                    .await();

            assertAgreement(
                    problem,
                    "problems().get(%d), solved".formatted(number),
                    TrialPlan.of(registry(), problem, null).from(plan),
                    plan);
        }
    }

    /** Compares the amounts of all hard and medium rules of the core and the plugin, rule by rule. */
    private void assertAgreement(Problem problem, String plan, TrialPlan trial, Timetable timetable) {
        List<RuleViolation> charged = trial.matches().stream()
                .map(RuleMatch::toViolation)
                .filter(fault -> fault.level() != Level.SOFT)
                .toList();
        List<RuleViolation> found = new TimetableChecker(registry()::find).checkRules(problem, timetable);
        assertThat(ViolationComparison.between(charged, found))
                .as(
                        "What the rules charge and the check finds in %s. A place is what a fault's sentence mentions.",
                        plan)
                .isEmpty();
        assertThat(found)
                .allSatisfy(fault -> LANGUAGES.forEach(
                        locale -> assertThat(texts(locale).sentenceOf(fault)).isNotBlank()));
    }

    @Test
    void severalThreadsGetTheSameAnswers() throws InterruptedException, ExecutionException {
        for (Problem problem : problems()) {
            InterventionPlugin<?> shared = plugin();
            var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(1), 1, 1, null);
            var registry = PluginRegistry.of(List.of(shared));
            Timetable plan =
                    new Planner(registry).start(request, progress -> {}).await();
            List<Object> alone = answers(shared, problem, plan);
            Callable<List<Object>> ask = () -> answers(shared, problem, plan);
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (Future<List<Object>> answer : threads.invokeAll(java.util.Collections.nCopies(16, ask))) {
                    assertThat(answer.get()).isEqualTo(alone);
                }
            }
        }
    }

    private static List<Object> answers(InterventionPlugin<?> plugin, Problem problem, Timetable plan) {
        var answers = new ArrayList<Object>();
        for (var asked : PluginQuery.ofProblem(plugin, problem)) {
            answers.add(asked.expand());
            answers.add(shapes(asked.rules()));
            answers.add(asked.check(plan));
            answers.add(asked.assess(plan));
            answers.add(asked.validate());
        }
        return answers;
    }

    /** Returns the comparable parts of rules; functions cannot be compared. */
    private static List<Object> shapes(List<Rule> rules) {
        var shapes = new ArrayList<Object>();
        for (Rule rule : rules) {
            RuleType type = rule.type();
            switch (rule) {
                case LocalRule local -> shapes.add(List.of(type, local.scopes()));
                case TimelineRule line -> shapes.add(List.of(type, line.owner(), line.window()));
                case SumRule sum -> {
                    var starts = new ArrayList<Object>();
                    sum.forEachInitialTotal((key, amount) -> starts.add(List.of(key, amount)));
                    shapes.add(List.of(
                            type,
                            starts,
                            sum.seatTerms().size(),
                            sum.teachingTerms().size()));
                }
            }
        }
        return shapes;
    }

    @Test
    void decorationHasNamesInBothLanguagesAndIsTheSameEachTime() {
        for (Problem problem : problems()) {
            for (var asked : queries(problem)) {
                Decoration decoration = asked.decorate();
                assertThat(decoration).isEqualTo(asked.decorate());
                assertThat(words(decoration, LANGUAGES.getFirst()))
                        .hasSameSizeAs(words(decoration, LANGUAGES.getLast()))
                        .noneMatch(words -> words.matches("[a-z]+([.-][a-z0-9]+)+"));
            }
        }
    }

    /** Returns the texts shown to users; a key without a text would be shown as it is. */
    private List<String> words(Decoration decoration, Locale locale) {
        var texts = new Texts(locale, List.of(plugin().texts(locale)), id -> id);
        return Stream.of(decoration.kinds(), decoration.subjects())
                .flatMap(marks -> marks.values().stream())
                .flatMap(mark -> Stream.of(mark.name(), mark.category()))
                .map(words -> texts.has(words) ? texts.text(words) : words)
                .toList();
    }

    private List<PluginQuery<?>> queries(Problem problem) {
        return PluginQuery.ofProblem(plugin(), problem);
    }

    @Test
    void parametersOfTheProblemsArePluginsOwn() {
        for (Problem problem : problems()) {
            assertThat(problem.interventions())
                    .extracting(Intervention::type)
                    .containsOnly(plugin().type().id());
            assertThat(problem.interventions())
                    .allSatisfy(one -> assertThat(one.parameters()).isInstanceOf(plugin().parameterType()));
        }
    }

    @Test
    void defaultsOfParametersCanBeMade() throws ReflectiveOperationException {
        for (var method : plugin().parameterType().getDeclaredMethods()) {
            if (method.getName().equals("defaults") && method.getParameterCount() == 0) {
                method.setAccessible(true);
                assertThat(method.invoke(null))
                        .isInstanceOf(plugin().parameterType())
                        .isEqualTo(method.invoke(null));
            }
        }
        for (var component : plugin().parameterType().getRecordComponents()) {
            Default value = component.getAnnotation(Default.class);
            assertThat(value == null || !value.value().isBlank())
                    .as(component.getName())
                    .isTrue();
        }
    }
}
