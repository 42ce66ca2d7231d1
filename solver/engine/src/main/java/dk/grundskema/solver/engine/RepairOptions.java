package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.engine.RepairStep.Give;
import dk.grundskema.solver.engine.RepairStep.Move;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be done about a seat that waits for somebody, the best first. */
final class RepairOptions {
    private final RepairState state;
    private final Blueprint blueprint;
    private final Decisions decisions;

    private record Option(RepairStep step, boolean breaks, int days, long medium, long soft) {}

    RepairOptions(RepairState state) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.decisions = state.decisions;
    }

    /**
     * The steps that leave at most so many person-days changed.
     *
     * @param isLeft whether the seat may stay empty though it is required
     */
    List<RepairStep> of(int seat, int mostDays, long hardLimit, boolean isLeft) {
        var steps = new ArrayList<RepairStep>();
        for (int person : decisions.range(decisions.seat(seat))) {
            if (person != state.leaver(seat) && !sitsBeside(seat, person)) {
                steps.add(new Give(seat, person));
            }
        }
        moves(seat, steps);
        if (isLeft || mayStayEmpty(seat)) {
            steps.add(new Give(seat, Decisions.NONE));
        }
        var options = new ArrayList<Option>();
        for (RepairStep step : steps) {
            step.apply(state);
            if (state.days.count() <= mostDays) {
                state.look();
                options.add(new Option(
                        step,
                        state.cost(Level.HARD) > hardLimit,
                        state.days.count(),
                        state.cost(Level.MEDIUM),
                        state.cost(Level.SOFT)));
            }
            step.undo(state);
        }
        options.sort(Comparator.comparing(Option::breaks)
                .thenComparingInt(Option::days)
                .thenComparingLong(Option::medium)
                .thenComparingLong(Option::soft));
        return options.stream().map(Option::step).toList();
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

    /** A session of open time that can be held when whoever is away is back. */
    private void moves(int seat, List<RepairStep> steps) {
        for (Standing.Fallen fallen : state.standing.fallen()) {
            if (fallen.seat() != seat || fallen.sessions().length != 1 || state.leaver(seat) != fallen.person()) {
                continue;
            }
            int session = fallen.sessions()[0];
            if (state.standing.isFact(decisions.slot(session))
                    || !decisions.allows(decisions.seat(seat), fallen.person())) {
                continue;
            }
            for (int slot : decisions.range(decisions.slot(session))) {
                if (slot != state.slot(session) && isPossible(session, slot, fallen.person())) {
                    int[] rooms = decisions.range(decisions.room(session));
                    for (int room : rooms.length == 0 ? new int[] {state.room(session)} : rooms) {
                        steps.add(new Move(seat, session, state.slot(session), slot, state.room(session), room));
                    }
                }
            }
        }
    }

    private boolean isPossible(int session, int slot, int person) {
        var who = blueprint.staff().get(person).id();
        for (int spot : blueprint.spots().of()[session][slot]) {
            Interval when = blueprint.spots().interval(spot);
            if (state.standing.absent().isPast(when) || state.standing.absent().isAway(who, when)) {
                return false;
            }
        }
        return true;
    }
}
