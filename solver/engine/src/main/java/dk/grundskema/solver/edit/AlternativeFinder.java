package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.change.RuleDifferenceCalculator;
import dk.grundskema.solver.change.SeatCandidateRanking;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.InterchangeableGuests;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists the alternatives for one seat, room or time of a plan. Each alternative is tried on the score state with all
 * other decisions unchanged.
 */
final class AlternativeFinder {
    private final Workbench workbench;
    private final EditableProblem bench;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;

    AlternativeFinder(Workbench workbench) {
        this.workbench = workbench;
        this.bench = workbench.editableProblem();
        this.blueprint = bench.blueprint();
        this.decisions = bench.decisions();
        this.values = workbench.values();
    }

    private List<RuleDifference> differences(ScoreState settled) {
        return RuleDifferenceCalculator.of(bench.rules(), workbench.penalties()::penalty, settled::penalty);
    }

    Optional<SeatChoices> findSeatChoices(SessionId session, int position) {
        if (!workbench.hasSession(session)) {
            return Optional.empty();
        }
        int number = blueprint.index().session().indexOf(session);
        int place = position
                - blueprint.problem().countTeacherSeats(blueprint.sessions().get(number));
        if (place < 0 || place >= blueprint.seatsOf()[number].length) {
            return Optional.empty();
        }
        int seat = blueprint.seatsOf()[number][place];
        return Optional.of(bench.withState(values, state -> findSeatChoices(seat, state)));
    }

    private SeatChoices findSeatChoices(int number, ScoreState state) {
        Seat seat = blueprint.seats().get(number);
        int decision = decisions.seat(number);
        int now = values[decision];
        var candidates = new ArrayList<SeatCandidate>();
        var unable = new ArrayList<RejectedCandidate>();
        for (StaffMember one : blueprint.staff()) {
            int person = blueprint.index().staff().indexOf(one.id());
            if (person == now) {
                continue;
            }
            if (!seat.candidates().contains(one.id())) {
                unable.add(new RejectedCandidate(one.id(), SeatObstacle.NOT_ASKED, List.of()));
            } else if (!decisions.allows(decision, person)) {
                unable.add(new RejectedCandidate(one.id(), SeatObstacle.AWAY, List.of()));
            } else {
                state.set(decision, person);
                List<RuleDifference> differences = differences(state.settle());
                state.set(decision, now);
                List<String> broken = RuleDifferenceCalculator.brokenRules(differences, Level.HARD);
                if (broken.isEmpty()) {
                    candidates.add(createCandidate(one.id(), decision, person, differences));
                } else {
                    unable.add(new RejectedCandidate(one.id(), SeatObstacle.BREAKS_RULES, broken));
                }
            }
        }
        candidates.sort(SeatCandidateRanking.BEST_FIRST);
        return new SeatChoices(
                seat, now == Decisions.NONE ? null : blueprint.staff().get(now).id(), candidates, unable);
    }

    private SeatCandidate createCandidate(StaffId who, int decision, int person, List<RuleDifference> differences) {
        List<String> broken = RuleDifferenceCalculator.brokenRules(differences, Level.MEDIUM);
        return new SeatCandidate(
                who,
                broken.isEmpty() ? List.of() : newFaults(decision, person, broken),
                RuleDifferenceCalculator.addedCost(differences, Level.MEDIUM),
                RuleDifferenceCalculator.addedCost(differences, Level.SOFT),
                differences);
    }

    private List<RuleViolation> newFaults(int decision, int person, List<String> broken) {
        int[] then = values.clone();
        then[decision] = person;
        List<RuleMatch> places =
                bench.evaluate(then, rule -> broken.contains(ruleId(rule))).matches();
        List<RuleMatch> before = workbench.violations().stream()
                .filter(match -> broken.contains(match.type().id()))
                .toList();
        return RuleDifferenceCalculator.additionalFaults(before, places);
    }

    private String ruleId(int rule) {
        return bench.rules().rules().get(rule).type().id();
    }

    List<RoomChoice> findRoomChoices(SessionId session) {
        if (!workbench.hasSession(session)) {
            return List.of();
        }
        int decision = decisions.room(blueprint.index().session().indexOf(session));
        return bench.withState(values, state -> {
            var all = new ArrayList<RoomChoice>();
            for (int room : decisions.range(decision)) {
                state.set(decision, room);
                List<RuleDifference> differences = differences(state.settle());
                all.add(new RoomChoice(
                        blueprint.rooms().get(room).id(), room == values[decision], state.score(), differences));
            }
            return all;
        });
    }

    List<MemberChoices> findMemberChoices(Collection<GroupId> groups) {
        return bench.withState(values, state -> {
            var all = new ArrayList<MemberChoices>();
            for (int member = 0; member < blueprint.memberships().size(); member++) {
                int decision = decisions.member(member);
                int now = values[decision];
                if (now != Decisions.NONE
                        && groups.contains(blueprint.groups().get(now).id())) {
                    var others = new ArrayList<GroupChoice>();
                    for (int group : decisions.range(decision)) {
                        if (group != now) {
                            state.set(decision, group);
                            List<RuleDifference> differences = differences(state.settle());
                            others.add(new GroupChoice(
                                    blueprint.groups().get(group).id(), state.score(), differences));
                        }
                    }
                    state.set(decision, now);
                    all.add(new MemberChoices(
                            blueprint.memberships().get(member).student().id(),
                            blueprint.groups().get(now).id(),
                            others));
                }
            }
            return all;
        });
    }

    List<MeetingTarget> findTargets(SessionId session) {
        if (!workbench.hasSession(session)) {
            return List.of();
        }
        int number = blueprint.index().session().indexOf(session);
        var all = new ArrayList<MeetingTarget>();
        if (decisions.isOpen(decisions.slot(number))) {
            all.addAll(findTimeTargets(number));
        }
        List<Integer> guests = GuestPlacements.guestsOf(blueprint, values, number);
        if (!guests.isEmpty()) {
            all.addAll(findHostTargets(number, guests));
        }
        all.sort(Comparator.comparing((MeetingTarget one) -> one.time().firstDate())
                .thenComparing(one -> one.time().start()));
        return List.copyOf(all);
    }

    private List<MeetingTarget> findTimeTargets(int session) {
        int decision = decisions.slot(session);
        return bench.withState(values, state -> {
            var all = new ArrayList<MeetingTarget>();
            for (int slot : decisions.range(decision)) {
                state.set(decision, slot);
                List<RuleDifference> differences = differences(state.settle());
                all.add(new MeetingTarget(
                        blueprint.times().get(session).get(slot),
                        null,
                        slot == values[decision],
                        state.score(),
                        differences));
            }
            return all;
        });
    }

    /**
     * Moves the host's guests to another host, whose guests move here in exchange. There is no target if a guest cannot
     * move, or if the guests of both hosts are of the same kind.
     */
    private List<MeetingTarget> findHostTargets(int host, List<Integer> guests) {
        int first = guests.getFirst();
        return bench.withState(values, state -> {
            var all = new ArrayList<MeetingTarget>();
            for (int other : blueprint.hosts()[first]) {
                int[] then = withGuestsExchanged(host, other);
                if (then.length > 0 && (other == host || !guestKinds(other).equals(guestKinds(host)))) {
                    for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
                        state.set(decisions.slot(guest), then[decisions.slot(guest)]);
                    }
                    List<RuleDifference> differences = differences(state.settle());
                    all.add(new MeetingTarget(
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

    /** Returns the kinds of a host's guests; swapping guests of one kind changes nothing. */
    private List<InterchangeableGuests> guestKinds(int host) {
        return GuestPlacements.guestsOf(blueprint, values, host).stream()
                .map(guest -> InterchangeableGuests.of(blueprint.sessions().get(guest)))
                .toList();
    }

    private int[] withGuestsExchanged(int host, int other) {
        int[] then = values.clone();
        if (host != other) {
            for (int guest : GuestPlacements.guestsOf(blueprint, values, host)) {
                int choice = GuestPlacements.choiceOfHost(blueprint, guest, other);
                if (choice < 0) {
                    return new int[0];
                }
                then[decisions.slot(guest)] = choice;
            }
            for (int guest : GuestPlacements.guestsOf(blueprint, values, other)) {
                int choice = GuestPlacements.choiceOfHost(blueprint, guest, host);
                if (choice < 0) {
                    return new int[0];
                }
                then[decisions.slot(guest)] = choice;
            }
        }
        return then;
    }
}
