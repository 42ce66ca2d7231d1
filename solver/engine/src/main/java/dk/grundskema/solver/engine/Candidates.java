package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.WhoCould.Difference;
import dk.grundskema.solver.engine.WhoCould.Obstacle;
import dk.grundskema.solver.engine.WhoCould.Unable;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries everybody in a seat that fell open, on the score that follows each change; words are made by reading only those rules
 * from scratch that see a difference.
 */
final class Candidates {
    private final Standing standing;
    private final CompiledRules rules;
    private final ScoreState state;
    private final long[] before;

    Candidates(Standing standing) {
        this.standing = standing;
        this.rules = standing.plan().rules();
        this.state = new ScoreState(rules);
        state.load(standing.values());
        state.settle();
        this.before = penalties();
    }

    private long[] penalties() {
        long[] all = new long[rules.rules().size()];
        for (int rule = 0; rule < all.length; rule++) {
            all[rule] = state.penalty(rule);
        }
        return all;
    }

    WhoCould of(FallenSeat seat, Standing.Fallen fallen) {
        var inPlace = new InPlace(fallen);
        var candidates = new ArrayList<Candidate>();
        var unable = new ArrayList<Unable>();
        for (StaffMember one : standing.blueprint().staff()) {
            if (!one.id().equals(seat.staffId())) {
                look(one.id(), seat, inPlace, candidates, unable);
            }
        }
        candidates.sort(Differences.BEST_FIRST);
        return new WhoCould(seat, candidates, unable);
    }

    private void look(StaffId who, FallenSeat seat, InPlace inPlace, List<Candidate> candidates, List<Unable> unable) {
        int decision = inPlace.decision;
        int person = standing.blueprint().index().staff().of(who);
        if (!seat.seat().candidates().contains(who)) {
            unable.add(new Unable(who, Obstacle.NOT_ASKED, List.of()));
        } else if (standing.isFact(decision)) {
            unable.add(new Unable(who, Obstacle.SEAT_IS_FIXED, List.of()));
        } else if (!standing.blueprint().decisions().allows(decision, person)) {
            unable.add(new Unable(who, Obstacle.AWAY, List.of()));
        } else {
            state.set(decision, person);
            List<Difference> differences = differences(inPlace);
            state.set(decision, Decisions.NONE);
            List<String> broken = Differences.broken(differences, Level.HARD);
            if (broken.isEmpty()) {
                candidates.add(candidate(who, inPlace, person, differences));
            } else {
                unable.add(new Unable(who, Obstacle.BREAKS_RULES, broken));
            }
        }
    }

    private List<Difference> differences(InPlace inPlace) {
        state.settle();
        return Differences.of(
                rules,
                rule -> rules.rules().get(rule).type().level() == Level.MEDIUM ? inPlace.penalty(rule) : before[rule],
                state::penalty);
    }

    private Candidate candidate(StaffId who, InPlace inPlace, int person, List<Difference> differences) {
        List<String> broken = Differences.broken(differences, Level.MEDIUM);
        return new Candidate(
                who,
                broken.isEmpty() ? List.of() : newFaults(inPlace, person, broken),
                broken.isEmpty() ? 0 : Differences.cost(differences, Level.MEDIUM),
                Differences.cost(differences, Level.SOFT),
                differences);
    }

    private List<Fault> newFaults(InPlace inPlace, int person, List<String> broken) {
        int[] values = standing.values().clone();
        values[inPlace.decision] = person;
        var faults = new ArrayList<Fault>();
        for (Match match : standing.evaluate(values, Level.MEDIUM).matches()) {
            long more = match.amount() - inPlace.amounts.getOrDefault(Differences.place(match), 0L);
            if (more > 0 && broken.contains(match.type().id())) {
                faults.add(new Fault(match.type().id(), match.type().level(), more, match.arguments()));
            }
        }
        return faults;
    }

    /** The guidelines as they are while whoever is away still sits in one seat: what was thin before is nobody's fault. */
    private final class InPlace {
        final int decision;
        private final Map<List<Object>, Long> amounts = new HashMap<>();
        private final Map<Integer, Long> penalties = new HashMap<>();

        InPlace(Standing.Fallen fallen) {
            this.decision = standing.blueprint().decisions().seat(fallen.seat());
            int[] values = standing.values().clone();
            values[decision] = fallen.person();
            for (Match match : standing.evaluate(values, Level.MEDIUM).matches()) {
                amounts.merge(Differences.place(match), match.amount(), Long::sum);
                penalties.merge(match.rule(), match.amount(), Long::sum);
            }
        }

        long penalty(int rule) {
            return penalties.getOrDefault(rule, 0L);
        }
    }
}
