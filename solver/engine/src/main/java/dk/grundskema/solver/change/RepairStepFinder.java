package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.change.RepairStep.GiveStep;
import dk.grundskema.solver.change.RepairStep.MoveStep;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the possible steps for a waiting seat, the best first. */
final class RepairStepFinder {
    private final RepairState state;
    private final Blueprint blueprint;
    private final Decisions decisions;

    private record RatedStep(RepairStep step, boolean breaks, int days, long medium, long soft) {}

    RepairStepFinder(RepairState state) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.decisions = state.decisions;
    }

    /**
     * Returns the steps after which at most {@code mostDays} person-days differ.
     *
     * @param isLeft whether the seat may stay empty although it is required
     */
    List<RepairStep> findSteps(int seat, int mostDays, long hardLimit, boolean isLeft) {
        var steps = new ArrayList<RepairStep>();
        for (int person : decisions.range(decisions.seat(seat))) {
            if (person != state.formerHolder(seat) && !sitsBeside(seat, person)) {
                steps.add(new GiveStep(seat, person));
            }
        }
        addSessionMoves(seat, steps);
        if (isLeft || mayStayEmpty(seat)) {
            steps.add(new GiveStep(seat, Decisions.NONE));
        }
        var options = new ArrayList<RatedStep>();
        for (RepairStep step : steps) {
            step.apply(state);
            if (state.days.count() <= mostDays) {
                state.updateCosts();
                options.add(new RatedStep(
                        step,
                        state.cost(Level.HARD) > hardLimit,
                        state.days.count(),
                        state.cost(Level.MEDIUM),
                        state.cost(Level.SOFT)));
            }
            step.undo(state);
        }
        options.sort(Comparator.comparing(RatedStep::breaks)
                .thenComparingInt(RatedStep::days)
                .thenComparingLong(RatedStep::medium)
                .thenComparingLong(RatedStep::soft));
        return options.stream().map(RatedStep::step).toList();
    }

    boolean mayStayEmpty(int seat) {
        return !blueprint.seats().get(seat).required() || decisions.range(decisions.seat(seat)).length == 0;
    }

    private boolean sitsBeside(int seat, int person) {
        for (int session : blueprint.sessionsOf()[seat]) {
            for (int other : blueprint.seatsOf()[session]) {
                if (other != seat && state.holder(other) == person) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds moves of a session with variable time to times when its absent holder is back. */
    private void addSessionMoves(int seat, List<RepairStep> steps) {
        for (RepairBaseline.Vacancy vacancy : state.baseline.vacancies()) {
            if (vacancy.seat() != seat
                    || vacancy.sessions().length != 1
                    || state.formerHolder(seat) != vacancy.person()) {
                continue;
            }
            int session = vacancy.sessions()[0];
            if (state.baseline.isFact(decisions.slot(session))
                    || !decisions.allows(decisions.seat(seat), vacancy.person())) {
                continue;
            }
            for (int slot : decisions.range(decisions.slot(session))) {
                if (slot != state.slot(session) && isPossible(session, slot, vacancy.person())) {
                    int[] rooms = decisions.range(decisions.room(session));
                    for (int room : rooms.length == 0 ? new int[] {state.room(session)} : rooms) {
                        steps.add(new MoveStep(seat, session, state.slot(session), slot, state.room(session), room));
                    }
                }
            }
        }
    }

    private boolean isPossible(int session, int slot, int person) {
        var who = blueprint.staff().get(person).id();
        for (int spot : blueprint.spots().of()[session][slot]) {
            Interval when = blueprint.spots().interval(spot);
            if (state.baseline.lost().isPast(when) || state.baseline.lost().isAway(who, when)) {
                return false;
            }
        }
        return true;
    }
}
