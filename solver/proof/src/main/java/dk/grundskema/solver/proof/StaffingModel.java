package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The exact model of who takes some seats: one variable for each seat and candidate, and the facts that restrict them. It leaves out rules of plugins,
 * rooms, subjects, groups and lessons that a relief may take away; each omission only makes more possible, so that an impossibility of the model is
 * one of the plan, while a solution of the model must be checked.
 */
final class StaffingModel {
    private final StaffingCase input;
    private final List<SeatNeed> seats;
    private final FactFormula formula = new FactFormula();
    private final List<Map<StaffId, Integer>> holders = new ArrayList<>();
    private final Map<ProofFact, SeatNeed> demanded = new LinkedHashMap<>();
    private final Map<StaffId, List<Integer>> seatsOfPerson = new LinkedHashMap<>();

    private record Alike(List<SlotOfDuty> duties, List<StaffId> candidates) {}

    private record SlotOfDuty(Interval interval, SiteId site, boolean work, long minutes) {}

    /**
     * Creates a model with variables for each seat.
     *
     * @param seats      the seats, with the duties that are considered
     * @param mustFilled which of them must be filled
     */
    StaffingModel(StaffingCase input, List<SeatNeed> seats, Predicate<SeatNeed> mustFilled) {
        this.input = input;
        this.seats = List.copyOf(seats);
        for (int seat = 0; seat < seats.size(); seat++) {
            addSeat(seat, mustFilled.test(seats.get(seat)));
        }
        addPeople();
    }

    private StaffingModel(StaffingCase input, List<List<SeatNeed>> pools) {
        this.input = input;
        this.seats = pools.stream().map(List::getFirst).toList();
        for (int pool = 0; pool < pools.size(); pool++) {
            addCandidates(pool, pools.get(pool).getFirst());
        }
        addPeople();
    }

    /**
     * Returns a model in which all seats must be filled, except those that are only locked. Seats with equal times, places and candidates have
     * common variables, since it does not matter who has which of them: proofs become short and fast.
     */
    static StaffingModel ofPools(StaffingCase input, List<SeatNeed> seats, Predicate<SeatNeed> mustFilled) {
        List<List<SeatNeed>> pools = pools(seats, mustFilled);
        var model = new StaffingModel(input, pools);
        for (int pool = 0; pool < pools.size(); pool++) {
            if (mustFilled.test(pools.get(pool).getFirst())) {
                model.demand(pool, pools.get(pool));
            }
        }
        return model;
    }

    /**
     * Returns a model like {@link #ofPools} in which required seats may be vacant.
     *
     * @param vacancies receives a variable for each required seat that is true if one of its kind is vacant, with the number of its meetings
     */
    static StaffingModel withVacancies(StaffingCase input, List<SeatNeed> seats, Map<Integer, Long> vacancies) {
        List<List<SeatNeed>> pools = pools(seats, SeatNeed::required);
        var model = new StaffingModel(input, pools);
        for (int index = 0; index < pools.size(); index++) {
            List<SeatNeed> pool = pools.get(index);
            if (pool.getFirst().required()) {
                var terms = new ArrayList<>(model.holders.get(index).values());
                for (int i = 0; i < pool.size(); i++) {
                    int vacant = model.formula.addVariable();
                    vacancies.put(vacant, fewestSessions(pool));
                    terms.add(vacant);
                }
                long[] weights = new long[terms.size()];
                Arrays.fill(weights, -1);
                model.formula.addSum(null, terms, weights, -pool.size());
            }
        }
        return model;
    }

    private static long fewestSessions(List<SeatNeed> pool) {
        return pool.stream().mapToInt(seat -> seat.sessions().size()).min().orElse(0);
    }

    private static List<List<SeatNeed>> pools(List<SeatNeed> seats, Predicate<SeatNeed> mustFilled) {
        Map<Object, List<SeatNeed>> pools = new LinkedHashMap<>();
        for (SeatNeed seat : seats) {
            boolean isAlone = seat.lock() != null || !mustFilled.test(seat);
            Object key = isAlone
                    ? seat
                    : new Alike(
                            seat.duties().stream()
                                    .map(duty ->
                                            new SlotOfDuty(duty.interval(), duty.site(), duty.work(), duty.minutes()))
                                    .toList(),
                            seat.candidates());
            pools.computeIfAbsent(key, any -> new ArrayList<>()).add(seat);
        }
        return List.copyOf(pools.values());
    }

    /** Adds one fact for each number of seats, so that a proof names as few as it needs. */
    private void demand(int index, List<SeatNeed> pool) {
        List<Integer> variables = List.copyOf(holders.get(index).values());
        for (int count = 1; count <= pool.size(); count++) {
            ProofFact fact = pool.size() == 1 ? demandFactOf(pool.getFirst()) : demandFactOf(pool, count);
            demanded.put(fact, pool.getFirst());
            if (count == 1) {
                formula.addClause(fact, variables);
            } else {
                long[] weights = new long[variables.size()];
                Arrays.fill(weights, -1);
                formula.addSum(fact, variables, weights, -count);
            }
        }
    }

    private Map<StaffId, Integer> addCandidates(int index, SeatNeed seat) {
        Map<StaffId, Integer> variables = new LinkedHashMap<>();
        for (StaffId person : seat.candidates()) {
            variables.put(person, formula.addVariable());
            seatsOfPerson.computeIfAbsent(person, any -> new ArrayList<>()).add(index);
        }
        holders.add(variables);
        SeatNeed.Lock lock = seat.lock();
        if (lock != null) {
            addLock(seat, lock, variables);
        }
        return variables;
    }

    private void addPeople() {
        seatsOfPerson.forEach((person, own) ->
                new PersonDuties(input, formula, person, this.seats, own, seat -> variable(seat, person)).addAll());
    }

    FactFormula formula() {
        return formula;
    }

    List<SeatNeed> seats() {
        return seats;
    }

    /** Returns the seats, one for each kind that is alike, behind the facts that seats must be filled. */
    List<SeatNeed> seatsOf(Set<ProofFact> facts) {
        return demanded.entrySet().stream()
                .filter(entry -> facts.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** Returns the variables of a seat by candidate. */
    Map<StaffId, Integer> candidates(int seat) {
        return holders.get(seat);
    }

    /** Returns the seat behind a fact that seats must be filled; empty for other facts. */
    Optional<SeatNeed> seatOf(ProofFact fact) {
        return Optional.ofNullable(demanded.get(fact));
    }

    /** Returns the seats of each person in a solution; of seats that are alike, always the first. */
    Map<StaffId, List<SeatNeed>> seatsByPerson(boolean[] values) {
        Map<StaffId, List<SeatNeed>> result = new LinkedHashMap<>();
        for (int seat = 0; seat < seats.size(); seat++) {
            SeatNeed need = seats.get(seat);
            holders.get(seat).forEach((person, variable) -> {
                if (values[variable]) {
                    result.computeIfAbsent(person, any -> new ArrayList<>()).add(need);
                }
            });
        }
        return result;
    }

    private int variable(int seat, StaffId person) {
        return Objects.requireNonNull(holders.get(seat).get(person));
    }

    /** Returns the holders of the seats in a solution; vacant seats are left out. */
    Map<SeatNeed, StaffId> holders(boolean[] values) {
        Map<SeatNeed, StaffId> result = new LinkedHashMap<>();
        for (int seat = 0; seat < seats.size(); seat++) {
            SeatNeed need = seats.get(seat);
            holders.get(seat).forEach((person, variable) -> {
                if (values[variable]) {
                    result.put(need, person);
                }
            });
        }
        return result;
    }

    private void addSeat(int index, boolean mustFill) {
        SeatNeed seat = seats.get(index);
        List<Integer> all = List.copyOf(addCandidates(index, seat).values());
        formula.addAtMostOne(null, all);
        if (mustFill) {
            ProofFact fact = demandFactOf(seat);
            demanded.put(fact, seat);
            formula.addClause(fact, all);
        }
    }

    private ProofFact demandFactOf(SeatNeed seat) {
        SeatDuty first = seat.duties().getFirst();
        return ProofFact.of(
                Kind.SEAT,
                seat.session(),
                seat.place() + 1,
                seat.role(),
                first.date(),
                local(first.interval().start()).toLocalTime(),
                local(first.interval().end()).toLocalTime(),
                seat.duties().size() - 1,
                seat.candidates());
    }

    private ProofFact demandFactOf(List<SeatNeed> pool, int count) {
        SeatDuty first = pool.getFirst().duties().getFirst();
        return ProofFact.of(
                Kind.SEATS,
                count,
                first.date(),
                local(first.interval().start()).toLocalTime(),
                local(first.interval().end()).toLocalTime(),
                pool.stream().map(SeatNeed::session).distinct().toList(),
                pool.getFirst().duties().size() - 1,
                pool.getFirst().candidates());
    }

    private void addLock(SeatNeed seat, SeatNeed.Lock lock, Map<StaffId, Integer> variables) {
        StaffId locked = lock.person();
        ProofFact fact = locked == null
                ? ProofFact.of(Kind.LOCKED_EMPTY, seat.session(), seat.place() + 1)
                : ProofFact.of(Kind.LOCKED, seat.session(), seat.place() + 1, locked);
        variables.forEach((person, variable) -> formula.addClause(fact, person.equals(locked) ? variable : -variable));
    }

    private LocalDateTime local(long minute) {
        return Interval.toLocalDateTime(minute, input.problem().horizon().zone());
    }
}
