package dk.grundskema.solver.score;

import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.IdIndex;
import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.registry.GuardedRules;
import dk.grundskema.solver.registry.RuleFailedException;
import dk.grundskema.solver.score.CompiledRules.LessonRelief;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuledScope;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compiles the declared rules of a plan into {@link CompiledRules}. */
public final class RuleCompiler {
    private final Blueprint blueprint;
    private final List<Rule> rules;

    private RuleCompiler(Blueprint blueprint, List<Rule> rules) {
        this.blueprint = blueprint;
        this.rules = rules.stream().map(GuardedRules::guard).toList();
    }

    /**
     * Compiles rules over a blueprint.
     *
     * @throws IllegalArgumentException if a rule's scope refers to something that the blueprint does not contain
     * @throws RuleFailedException if a rule throws; later evaluations of the rule throw it as well
     */
    public static CompiledRules compile(Blueprint blueprint, List<Rule> rules) {
        return new RuleCompiler(blueprint, rules).compile();
    }

    /**
     * Prepares rules for an evaluation from scratch; the arguments and errors are those of {@link #compile(Blueprint, List)}.
     */
    public static ScopedRules scope(Blueprint blueprint, List<Rule> rules) {
        return new RuleCompiler(blueprint, rules).scope();
    }

    private ScopedRules scope() {
        return new ScopedRules(
                blueprint,
                rules,
                rules.stream()
                        .mapToLong(rule -> RuleWeightResolver.resolve(rule.type(), blueprint.problem()))
                        .toArray(),
                compileScopes());
    }

    private CompiledRules compile() {
        ScopedRules scoped = scope();
        @Nullable LessonRelief[] relieving = ReliefCompiler.compile(blueprint);
        return new CompiledRules(
                blueprint,
                rules,
                scoped.weights(),
                new SumCompiler(blueprint, rules, relieving).compile(),
                scoped.scopes(),
                compileWatchers(scoped.scopes()),
                compileTimelines(relieving));
    }

    private List<RuledScope> compileScopes() {
        var memberships = new IdIndex<>(blueprint.memberships(), Function.identity());
        var parts = new ParticipantCount[blueprint.sessions().size()];
        IntFunction<ParticipantCount> taking = session -> {
            if (parts[session] == null) {
                parts[session] = ParticipantCount.of(blueprint.sessions().get(session), blueprint);
            }
            return parts[session];
        };
        var found = new ArrayList<RuledScope>();
        for (int number = 0; number < rules.size(); number++) {
            if (rules.get(number) instanceof LocalRule local) {
                for (LocalRule.Scope scope : local.scopes()) {
                    found.add(new RuledScope(
                            number, local.cost(), NumberedScope.of(scope, blueprint, memberships, taking)));
                }
            }
        }
        return List.copyOf(found);
    }

    private CompiledRules.ScopeWatchers compileWatchers(List<RuledScope> scopes) {
        var ofSession = emptyLists(blueprint.sessions().size());
        var ofGroup = emptyLists(blueprint.groups().size());
        var ofMembership = emptyLists(blueprint.memberships().size());
        for (int i = 0; i < scopes.size(); i++) {
            NumberedScope scope = scopes.get(i).scope();
            int number = i;
            Arrays.stream(scope.sessions())
                    .distinct()
                    .forEach(s -> ofSession.get(s).add(number));
            IntStream.concat(
                            Arrays.stream(scope.groups()),
                            Arrays.stream(scope.parts()).flatMapToInt(part -> Arrays.stream(part.groups())))
                    .distinct()
                    .forEach(g -> ofGroup.get(g).add(number));
            IntStream.concat(
                            Arrays.stream(scope.memberships()),
                            Arrays.stream(scope.parts()).flatMapToInt(part -> Arrays.stream(part.members())))
                    .distinct()
                    .forEach(m -> ofMembership.get(m).add(number));
        }
        return new CompiledRules.ScopeWatchers(arrays(ofSession), arrays(ofGroup), arrays(ofMembership));
    }

    private CompiledRules.Timelines compileTimelines(@Nullable LessonRelief[] relieving) {
        TimeSlots spots = blueprint.spots();
        DutyItems items = DutyItems.of(blueprint, relieving);
        int[][] staffFacts = staffFacts();
        int[][] roomFacts = roomFacts();
        return new CompiledRules.Timelines(
                compileSegments(blueprint.staff(), rulesOver(Owner.STAFF), staffFacts, possibleOfStaff(items), items),
                compileSegments(blueprint.rooms(), rulesOver(Owner.ROOM), roomFacts, possibleOfRooms(items), items),
                items,
                new StudentCompiler(blueprint)
                        .compile(new StudentRules(rules, rulesOver(Owner.STUDENT), createWindows(1), createWindows(7))),
                staffFacts,
                roomFacts,
                relieving,
                new SplittableRandom(0x6b1d).longs(spots.count()).toArray(),
                createWindows(1),
                createWindows(7));
    }

    private OwnerSegments[] compileSegments(
            List<?> owners, OwnerRules all, int[][] facts, List<Map<Integer, Integer>> possible, DutyItems items) {
        var compiler = new OwnerSegmentsCompiler(blueprint, rules, items, createWindows(1), createWindows(7));
        return IntStream.range(0, owners.size())
                .mapToObj(i -> compiler.compile(owners.get(i), all, facts[i], possible.get(i)))
                .toArray(OwnerSegments[]::new);
    }

    private List<Map<Integer, Integer>> possibleOfStaff(DutyItems items) {
        List<Map<Integer, Integer>> possible = emptyMaps(blueprint.staff().size());
        var decisions = blueprint.decisions();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            for (int person : decisions.range(decisions.seat(seat))) {
                for (int session : blueprint.sessionsOf()[seat]) {
                    itemsOfSession(session, items)
                            .forEach(item -> possible.get(person).merge(item, 1, Integer::sum));
                }
            }
        }
        return possible;
    }

    private List<Map<Integer, Integer>> possibleOfRooms(DutyItems items) {
        List<Map<Integer, Integer>> possible = emptyMaps(blueprint.rooms().size());
        var decisions = blueprint.decisions();
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            for (int room : decisions.range(decisions.room(session))) {
                itemsOfSession(session, items)
                        .forEach(item -> possible.get(room).put(item, 1));
            }
        }
        return possible;
    }

    private IntStream itemsOfSession(int session, DutyItems items) {
        int count = blueprint.spots().of()[session].length;
        return IntStream.range(0, count).map(choice -> items.ofSession()[session] + choice);
    }

    private static List<Map<Integer, Integer>> emptyMaps(int count) {
        return IntStream.range(0, count)
                .<Map<Integer, Integer>>mapToObj(any -> new HashMap<>())
                .toList();
    }

    /** Divides the horizon, which begins on a Monday, into windows of the given number of days. */
    private CompiledRules.Windows createWindows(int length) {
        int[] ofSpot = Arrays.stream(blueprint.spots().day())
                .map(day -> Math.floorDiv(day, length))
                .toArray();
        int first = ofSpot.length == 0 ? 0 : ofSpot[0];
        int last = ofSpot.length == 0 ? 0 : ofSpot[ofSpot.length - 1];
        int[] starts = new int[last - first + 2];
        int window = 0;
        for (int spot = 0; spot < ofSpot.length; spot++) {
            ofSpot[spot] -= first;
            while (window < ofSpot[spot]) {
                starts[++window] = spot;
            }
        }
        starts[window + 1] = ofSpot.length;
        return new CompiledRules.Windows(ofSpot, starts);
    }

    private OwnerRules rulesOver(Owner owner) {
        return new OwnerRules(
                rulesOver(owner, Window.HORIZON), rulesOver(owner, Window.DAY), rulesOver(owner, Window.WEEK));
    }

    private CompiledRules.RuleSet rulesOver(Owner owner, Window window) {
        int[] numbers = numbersOver(owner, window);
        return new CompiledRules.RuleSet(timelines(numbers), numbers);
    }

    private int[] numbersOver(Owner owner, Window window) {
        return IntStream.range(0, rules.size())
                .filter(i ->
                        rules.get(i) instanceof TimelineRule line && line.owner() == owner && line.window() == window)
                .toArray();
    }

    private List<TimelineRule> timelines(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(i -> (TimelineRule) rules.get(i)).toList();
    }

    private int[][] staffFacts() {
        var facts = emptyLists(blueprint.staff().size());
        forEachLesson((lesson, spots) -> lesson.teachers()
                .forEach(id -> addAll(facts.get(blueprint.index().staff().indexOf(id)), spots)));
        return arrays(facts);
    }

    private int[][] roomFacts() {
        var facts = emptyLists(blueprint.rooms().size());
        forEachLesson((lesson, spots) -> {
            lesson.rooms()
                    .forEach(id -> addAll(facts.get(blueprint.index().room().indexOf(id)), spots));
        });
        return arrays(facts);
    }

    private interface LessonConsumer {
        void accept(Lesson lesson, int[] spots);
    }

    private void forEachLesson(LessonConsumer each) {
        List<Lesson> lessons = blueprint.problem().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            each.accept(lessons.get(i), blueprint.spots().lessons()[i]);
        }
    }

    private static List<List<Integer>> emptyLists(int count) {
        return IntStream.range(0, count)
                .<List<Integer>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    private static void addAll(List<Integer> list, int[] numbers) {
        Arrays.stream(numbers).forEach(list::add);
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream().map(RuleCompiler::array).toArray(int[][]::new);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
