package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.WhoCould.Difference;
import dk.grundskema.solver.engine.WhoCould.Obstacle;
import dk.grundskema.solver.engine.WhoCould.Unable;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.GuestKind;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All choices of one thing in a plan, each tried on the state as everything else stands. */
final class Choices {
    private final Workbench workbench;
    private final Bench bench;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;

    Choices(Workbench workbench) {
        this.workbench = workbench;
        this.bench = workbench.bench();
        this.blueprint = bench.blueprint();
        this.decisions = bench.decisions();
        this.values = workbench.values();
    }

    private List<Difference> differences(ScoreState settled) {
        return Differences.of(bench.rules(), workbench.standings()::penalty, settled::penalty);
    }

    Optional<SeatChoices> candidates(SessionId session, int position) {
        if (!workbench.has(session)) {
            return Optional.empty();
        }
        int number = blueprint.index().session().of(session);
        int place =
                position - blueprint.problem().seatsBefore(blueprint.sessions().get(number));
        if (place < 0 || place >= blueprint.seatsOf()[number].length) {
            return Optional.empty();
        }
        int seat = blueprint.seatsOf()[number][place];
        return Optional.of(bench.at(values, state -> candidates(seat, state)));
    }

    private SeatChoices candidates(int number, ScoreState state) {
        Seat seat = blueprint.seats().get(number);
        int decision = decisions.seat(number);
        int now = values[decision];
        var candidates = new ArrayList<Candidate>();
        var unable = new ArrayList<Unable>();
        for (StaffMember one : blueprint.staff()) {
            int person = blueprint.index().staff().of(one.id());
            if (person == now) {
                continue;
            }
            if (!seat.candidates().contains(one.id())) {
                unable.add(new Unable(one.id(), Obstacle.NOT_ASKED, List.of()));
            } else if (!decisions.allows(decision, person)) {
                unable.add(new Unable(one.id(), Obstacle.AWAY, List.of()));
            } else {
                state.set(decision, person);
                List<Difference> differences = differences(state.settle());
                state.set(decision, now);
                List<String> broken = Differences.broken(differences, Level.HARD);
                if (broken.isEmpty()) {
                    candidates.add(candidate(one.id(), decision, person, differences));
                } else {
                    unable.add(new Unable(one.id(), Obstacle.BREAKS_RULES, broken));
                }
            }
        }
        candidates.sort(Differences.BEST_FIRST);
        return new SeatChoices(
                seat, now == Decisions.NONE ? null : blueprint.staff().get(now).id(), candidates, unable);
    }

    private Candidate candidate(StaffId who, int decision, int person, List<Difference> differences) {
        List<String> broken = Differences.broken(differences, Level.MEDIUM);
        return new Candidate(
                who,
                broken.isEmpty() ? List.of() : newFaults(decision, person, broken),
                Differences.cost(differences, Level.MEDIUM),
                Differences.cost(differences, Level.SOFT),
                differences);
    }

    private List<Fault> newFaults(int decision, int person, List<String> broken) {
        int[] then = values.clone();
        then[decision] = person;
        List<Match> places =
                bench.evaluate(then, rule -> broken.contains(id(rule))).matches();
        List<Match> before = workbench.places().stream()
                .filter(match -> broken.contains(match.type().id()))
                .toList();
        return Differences.more(before, places);
    }

    private String id(int rule) {
        return bench.rules().rules().get(rule).type().id();
    }

    List<RoomChoice> rooms(SessionId session) {
        if (!workbench.has(session)) {
            return List.of();
        }
        int decision = decisions.room(blueprint.index().session().of(session));
        return bench.at(values, state -> {
            var all = new ArrayList<RoomChoice>();
            for (int room : decisions.range(decision)) {
                state.set(decision, room);
                List<Difference> differences = differences(state.settle());
                all.add(new RoomChoice(
                        blueprint.rooms().get(room).id(), room == values[decision], state.score(), differences));
            }
            return all;
        });
    }

    List<Target> targets(SessionId session) {
        if (!workbench.has(session)) {
            return List.of();
        }
        int number = blueprint.index().session().of(session);
        var all = new ArrayList<Target>();
        if (decisions.isOpen(decisions.slot(number))) {
            all.addAll(times(number));
        }
        List<Integer> guests = Guests.in(blueprint, values, number);
        if (!guests.isEmpty()) {
            all.addAll(hosts(number, guests));
        }
        all.sort(Comparator.comparing((Target one) -> one.time().firstDate())
                .thenComparing(one -> one.time().start()));
        return List.copyOf(all);
    }

    private List<Target> times(int session) {
        int decision = decisions.slot(session);
        return bench.at(values, state -> {
            var all = new ArrayList<Target>();
            for (int slot : decisions.range(decision)) {
                state.set(decision, slot);
                List<Difference> differences = differences(state.settle());
                all.add(new Target(
                        blueprint.times().get(session).get(slot),
                        null,
                        slot == values[decision],
                        state.score(),
                        differences));
            }
            return all;
        });
    }

    /** A guest goes where another is, which comes here; where it can't, or where the two are alike, there is no target. */
    private List<Target> hosts(int host, List<Integer> guests) {
        int first = guests.getFirst();
        return bench.at(values, state -> {
            var all = new ArrayList<Target>();
            for (int other : blueprint.hosts()[first]) {
                int[] then = exchanged(host, other);
                if (then.length > 0 && (other == host || !kinds(other).equals(kinds(host)))) {
                    for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
                        state.set(decisions.slot(guest), then[decisions.slot(guest)]);
                    }
                    List<Difference> differences = differences(state.settle());
                    all.add(new Target(
                            blueprint.times().get(other).getFirst(),
                            blueprint.sessions().get(other).id(),
                            other == host,
                            state.score(),
                            differences));
                }
            }
            return all;
        });
    }

    /** What is in a host, as far as it matters: to exchange guests of one kind changes nothing. */
    private List<GuestKind> kinds(int host) {
        return Guests.in(blueprint, values, host).stream()
                .map(guest -> GuestKind.of(blueprint.sessions().get(guest)))
                .toList();
    }

    private int[] exchanged(int host, int other) {
        int[] then = values.clone();
        if (host != other) {
            for (int guest : Guests.in(blueprint, values, host)) {
                int choice = Guests.choice(blueprint, guest, other);
                if (choice < 0) {
                    return new int[0];
                }
                then[decisions.slot(guest)] = choice;
            }
            for (int guest : Guests.in(blueprint, values, other)) {
                int choice = Guests.choice(blueprint, guest, host);
                if (choice < 0) {
                    return new int[0];
                }
                then[decisions.slot(guest)] = choice;
            }
        }
        return then;
    }
}
