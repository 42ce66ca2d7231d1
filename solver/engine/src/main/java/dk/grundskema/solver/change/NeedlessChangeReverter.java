package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Takes back the changes of a plan that no rule but wishes, or no change, asks for: all of one person, then all of a session, then one by one. */
final class NeedlessChangeReverter {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] reference;
    private final ScoreState score;

    NeedlessChangeReverter(PreparedPlan plan, SplitPlan split) {
        this.blueprint = plan.blueprint();
        this.decisions = blueprint.decisions();
        this.reference = ReferenceReader.readDecisions(blueprint, split.reference());
        this.score = new ScoreState(plan.rules());
    }

    /** Returns the values with as few changes as this finds; hard and medium cost have not grown. */
    int[] revert(int[] values) {
        score.load(values);
        score.settle();
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (List<Integer> some : bundles()) {
                isChanged |= revertAll(some);
            }
        }
        return values();
    }

    /**
     * Takes back further changes of the values that {@link #revert} returned, such as repairs of what the plan in use lacks anyway.
     *
     * @param isEnough    whether values are good enough
     * @param isTimeSpent whether nothing further is to be tried
     */
    int[] revertWhile(Predicate<int[]> isEnough, BooleanSupplier isTimeSpent) {
        BooleanSupplier test = () -> isEnough.test(values());
        revertIf(vacantBefore(), test);
        for (List<Integer> some : bundles()) {
            if (isTimeSpent.getAsBoolean()) {
                break;
            }
            revertIf(some, test);
        }
        return values();
    }

    /** Returns the seats that nobody has in the plan in use, and somebody has now. */
    private List<Integer> vacantBefore() {
        return IntStream.range(0, decisions.count())
                .filter(decision ->
                        decisions.kind(decision) == Decisions.Kind.SEAT && reference[decision] == Decisions.NONE)
                .boxed()
                .toList();
    }

    private int[] values() {
        int[] now = new int[decisions.count()];
        for (int decision = 0; decision < now.length; decision++) {
            now[decision] = score.value(decision);
        }
        return now;
    }

    /** Returns the decisions that differ, by person, by session, and each by itself. */
    private List<List<Integer>> bundles() {
        Map<Object, List<Integer>> byPerson = new LinkedHashMap<>();
        Map<Object, List<Integer>> bySession = new LinkedHashMap<>();
        List<List<Integer>> alone = new ArrayList<>();
        for (int decision = 0; decision < decisions.count(); decision++) {
            if (!isReverted(decision)) {
                int owner = decisions.owner(decision);
                alone.add(List.of(decision));
                switch (decisions.kind(decision)) {
                    case SLOT, ROOM ->
                        bySession
                                .computeIfAbsent(owner, any -> new ArrayList<>())
                                .add(decision);
                    case SEAT -> {
                        add(byPerson, score.value(decision), decision);
                        add(byPerson, reference[decision], decision);
                        add(bySession, blueprint.sessionsOf()[owner][0], decision);
                    }
                    case MEMBER -> {}
                }
            }
        }
        List<List<Integer>> all = new ArrayList<>(byPerson.values());
        all.addAll(bySession.values());
        all.addAll(alone);
        return all;
    }

    private static void add(Map<Object, List<Integer>> lists, int key, int decision) {
        if (key != Decisions.NONE) {
            lists.computeIfAbsent(key, any -> new ArrayList<>()).add(decision);
        }
    }

    private boolean isReverted(int decision) {
        return !decisions.isOpen(decision)
                || score.value(decision) == reference[decision]
                || !decisions.allows(decision, reference[decision]);
    }

    private boolean revertAll(List<Integer> some) {
        score.settle();
        long hard = score.cost(Level.HARD);
        long medium = score.cost(Level.MEDIUM);
        return revertIf(some, () -> score.cost(Level.HARD) <= hard && score.cost(Level.MEDIUM) <= medium);
    }

    /** Takes back all of some changes if the values are good enough without them. Returns whether it did. */
    private boolean revertIf(List<Integer> some, BooleanSupplier isEnough) {
        List<Integer> left =
                some.stream().filter(decision -> !isReverted(decision)).toList();
        if (left.isEmpty()) {
            return false;
        }
        List<Integer> before = left.stream().map(score::value).toList();
        left.forEach(decision -> score.set(decision, reference[decision]));
        score.settle();
        if (isEnough.getAsBoolean()) {
            return true;
        }
        for (int i = left.size() - 1; i >= 0; i--) {
            score.set(left.get(i), before.get(i));
        }
        score.settle();
        return false;
    }
}
