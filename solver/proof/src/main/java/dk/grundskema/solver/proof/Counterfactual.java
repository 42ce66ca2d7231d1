package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.proof.FormulaSolver.Correction;
import dk.grundskema.solver.proof.FormulaSolver.State;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What would have to change so that a person can take a seat: the fewest facts about the person without which it is possible beside what the person
 * has in the timetable. What is impossible in itself stays: one place at a time and the time to travel; then a seat or a lesson goes to somebody else.
 */
final class Counterfactual {
    private final StaffingCase input;
    private final ProofLimits.Budget budget;

    Counterfactual(StaffingCase input, ProofLimits.Budget budget) {
        this.input = input;
        this.budget = budget;
    }

    /** Returns the facts, described for reading; empty if the model knows nothing against it, or the fewest were not proved within the limits. */
    List<ProofFact> find(SeatNeed target, StaffId person) {
        List<SeatNeed> seats = ownSeats(target, person);
        Optional<Set<ProofFact>> broken = brokenAlready(seats, person);
        Optional<Set<ProofFact>> alone = corrected(seats.subList(0, 1), person, true, fact -> true, Set.of());
        if (broken.isEmpty() || alone.isEmpty()) {
            return List.of();
        }
        Optional<Set<ProofFact>> needed = corrected(seats, person, true, fact -> true, broken.get());
        if (needed.isEmpty()) {
            return List.of();
        }
        Set<ProofFact> facts = new LinkedHashSet<>(needed.get());
        facts.removeAll(broken.get());
        facts.addAll(alone.get());
        return new FactDescriber(input).describe(facts, seats);
    }

    private List<SeatNeed> ownSeats(SeatNeed target, StaffId person) {
        var seats = new ArrayList<SeatNeed>();
        seats.add(target.withCandidates(List.of(person)));
        input.seats().stream()
                .filter(seat -> person.equals(seat.holder()) && !seat.equals(target))
                .forEach(seat -> seats.add(seat.withCandidates(List.of(person))));
        return seats;
    }

    /** Returns what the timetable breaks; duties only if the person is in two places at once, since nothing else mends that. */
    private Optional<Set<ProofFact>> brokenAlready(List<SeatNeed> seats, StaffId person) {
        return corrected(seats, person, false, fact -> fact.kind() != Kind.HELD, Set.of())
                .or(() -> corrected(seats, person, false, fact -> true, Set.of()));
    }

    /**
     * Returns the facts that are given up.
     *
     * @param seats   the seat that is asked about, then those that the person has
     * @param isTaken whether the person takes the seat; otherwise returns what the timetable breaks already
     * @param which   facts that may be given up
     * @param broken  what the timetable breaks already: giving it up once more costs next to nothing, so that no duty is given up to mend it
     */
    private Optional<Set<ProofFact>> corrected(
            List<SeatNeed> seats, StaffId person, boolean isTaken, Predicate<ProofFact> which, Set<ProofFact> broken) {
        var model = new StaffingModel(input, seats, seat -> false);
        for (int i = 0; i < model.seats().size(); i++) {
            int variable = model.candidates(i).values().iterator().next();
            if (i > 0) {
                model.formula().addClause(held(model.seats().get(i), person), variable);
            } else {
                model.formula().addClause(null, isTaken ? variable : -variable);
            }
        }
        Set<ProofFact> facts = model.formula().facts();
        Map<ProofFact, FactPrice> weights = new LinkedHashMap<>();
        facts.stream()
                .filter(which)
                .forEach(fact -> weight(fact)
                        .ifPresent(weight -> weights.put(fact, FactPrice.ofFact(broken.contains(fact) ? 1L : weight))));
        Correction correction = FormulaSolver.correct(model.formula(), facts, weights, List.of(), budget);
        return correction.state() == State.SATISFIABLE && correction.isMinimal()
                ? Optional.of(correction.facts())
                : Optional.empty();
    }

    private ProofFact held(SeatNeed seat, StaffId person) {
        SeatDuty first = seat.duties().getFirst();
        var zone = input.problem().horizon().zone();
        return ProofFact.of(
                Kind.HELD,
                person,
                seat.session(),
                seat.place() + 1,
                first.date(),
                Interval.toLocalDateTime(first.interval().start(), zone).toLocalTime(),
                Interval.toLocalDateTime(first.interval().end(), zone).toLocalTime(),
                seat.duties().size() - 1);
    }

    /** The fewest facts come first; among as few, those that are agreed most easily. */
    private static Optional<Long> weight(ProofFact fact) {
        return switch (fact.kind()) {
            case HELD, LOCKED, LOCKED_EMPTY -> Optional.of(1_000L);
            case UNAVAILABLE -> Optional.of(1_001L);
            case DAILY_HOURS, WEEKLY_HOURS, LONGEST_DAY, REST_BETWEEN_DATES, FREE_DATES -> Optional.of(1_002L);
            case LESSON, ELSEWHERE -> Optional.of(1_003L);
            case AVERAGE_HOURS, WEEKLY_REST, DAILY_REST, SHORT_REST -> Optional.of(1_004L);
            case SEAT, SEATS, ONE_PLACE, TRAVEL, DAILY_REST_BETWEEN -> Optional.empty();
        };
    }
}
