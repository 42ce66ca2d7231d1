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

/** Takes back the changes of a plan that no rule but wishes asks for: all of one person, then all of a session, then one by one. */
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
        List<Integer> left =
                some.stream().filter(decision -> !isReverted(decision)).toList();
        if (left.isEmpty()) {
            return false;
        }
        score.settle();
        long hard = score.cost(Level.HARD);
        long medium = score.cost(Level.MEDIUM);
        List<Integer> before = left.stream().map(score::value).toList();
        left.forEach(decision -> score.set(decision, reference[decision]));
        score.settle();
        if (score.cost(Level.HARD) <= hard && score.cost(Level.MEDIUM) <= medium) {
            return true;
        }
        for (int i = left.size() - 1; i >= 0; i--) {
            score.set(left.get(i), before.get(i));
        }
        score.settle();
        return false;
    }
}
