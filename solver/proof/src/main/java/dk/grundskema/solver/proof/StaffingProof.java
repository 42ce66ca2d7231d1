package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.FormulaSolver.Minimum;
import dk.grundskema.solver.proof.FormulaSolver.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Proofs about who takes the seats: what cannot be filled and why, what can and how, and how many seats stay open at least. An impossibility holds for
 * the plan, because the model only leaves rules out; a repair is checked by the independent checker before it is returned. Without CP-SAT's library
 * every answer is "unknown".
 */
public final class StaffingProof {
    /** Days around a seat, or days in a row, that are tried first, so that reasons are short. */
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14);

    private static final int MOST_CONFLICTS = 3;

    /** Most pairs of seat and candidate in a model; larger plans get no proof, because building the model takes too long. */
    private static final int MOST_PAIRS = 150_000;

    private final TimetableChecker checker;
    private final CpSatLibrary library;

    /**
     * @param checker checks repairs
     * @param library CP-SAT's library
     */
    public StaffingProof(TimetableChecker checker, CpSatLibrary library) {
        this.checker = checker;
        this.library = library;
    }

    /** Returns whether proofs are available: CP-SAT's library could be loaded. */
    public boolean isAvailable() {
        return library.isAvailable();
    }

    /**
     * Returns sets of facts of a problem that cannot hold together, at most three: of single days if there are any, otherwise of longer periods. None
     * means that none was found within the limits, not that a plan exists.
     */
    public ConflictReport findConflicts(Problem problem, List<Demand> demands, ProofLimits limits) {
        if (!isAvailable()) {
            return new ConflictReport(List.of(), false);
        }
        ProofLimits.Budget budget = limits.start();
        List<StaffingConflict> conflicts = findConflicts(StaffingCase.beforePlanning(problem, demands), budget);
        return new ConflictReport(conflicts, budget.isOver());
    }

    private static List<StaffingConflict> findConflicts(StaffingCase input, ProofLimits.Budget budget) {
        var dates = new TreeSet<LocalDate>();
        input.seats().forEach(seat -> seat.duties().forEach(duty -> dates.add(duty.date())));
        for (int days : DAYS) {
            var conflicts = new ArrayList<StaffingConflict>();
            for (LocalDate date : dates) {
                if (conflicts.size() < MOST_CONFLICTS && !budget.isOver()) {
                    Interval window = window(input, date, date.plusDays(days - 1L));
                    findConflict(input, window, Set.of(), SeatNeed::required, budget)
                            .ifPresent(conflicts::add);
                }
            }
            if (!conflicts.isEmpty()) {
                return conflicts.stream().distinct().toList();
            }
        }
        return isTooLarge(input) || budget.isOver()
                ? List.of()
                : findConflict(input, null, Set.of(), SeatNeed::required, budget).stream()
                        .toList();
    }

    static boolean isTooLarge(StaffingCase input) {
        return input.seats().stream().mapToInt(seat -> seat.candidates().size()).sum() > MOST_PAIRS;
    }

    static Interval window(StaffingCase input, LocalDate from, LocalDate until) {
        return Interval.between(
                from.atStartOfDay(),
                until.plusDays(1).atStartOfDay(),
                input.problem().horizon().zone());
    }

    private static Set<ProofFact> factsWithout(StaffingModel model, Set<ProofFact> broken) {
        Set<ProofFact> facts = new LinkedHashSet<>(model.formula().facts());
        facts.removeAll(broken);
        return facts;
    }

    static Optional<StaffingConflict> findConflict(
            StaffingCase input,
            @Nullable Interval window,
            Set<ProofFact> broken,
            Predicate<SeatNeed> mustFill,
            ProofLimits.Budget budget) {
        List<SeatNeed> seats = seats(input, window, mustFill);
        StaffingModel model = StaffingModel.ofPools(input, seats, mustFill);
        var lessons = new NeededLessons(input, seats, mustFill, budget);
        return new CoreMinimizer(model.formula(), budget)
                .minimise(factsWithout(model, broken))
                .map(core -> new StaffingConflict(new FactDescriber(input).describe(model, core, lessons.find(core))));
    }

    /** Returns the open required seats of a timetable, and a proved lower bound for any plan with the same times. */
    public OpenSeatBound boundOpenSeats(
            Problem problem, List<Demand> demands, Timetable timetable, ProofLimits limits) {
        ProofLimits.Budget budget = limits.start();
        StaffingCase input = StaffingCase.ofTimetable(problem, demands, timetable);
        int open = input.seats().stream()
                .filter(SeatNeed::isOpen)
                .mapToInt(seat -> seat.sessions().size())
                .sum();
        if (open == 0 || isTooLarge(input) || !isAvailable()) {
            return new OpenSeatBound(open, open == 0 ? 0 : null);
        }
        List<SeatNeed> seats = seats(input, null, SeatNeed::required);
        Integer ofDays = boundOfDays(input, seats, budget);
        if (ofDays == null || ofDays >= open) {
            return new OpenSeatBound(open, ofDays, ofDays == null && budget.isOver());
        }
        Integer ofAll = leastVacancies(input, seats, budget);
        Integer unavoidable = ofAll == null ? null : Integer.valueOf(Math.max(ofDays, ofAll));
        return new OpenSeatBound(open, unavoidable, budget.isOver());
    }

    /** Returns the sum of the bounds of single days: each seat belongs to one. It is found fast, and often the bound of all. */
    private static @Nullable Integer boundOfDays(StaffingCase input, List<SeatNeed> seats, ProofLimits.Budget budget) {
        var days = new TreeMap<LocalDate, List<SeatNeed>>();
        seats.forEach(seat -> days.computeIfAbsent(seat.duties().getFirst().date(), any -> new ArrayList<>())
                .add(seat));
        int sum = 0;
        for (List<SeatNeed> ofDay : days.values()) {
            Integer least = budget.isOver() ? Integer.valueOf(0) : leastVacancies(input, ofDay, budget);
            if (least == null) {
                return null;
            }
            sum += least;
        }
        return sum;
    }

    /** Returns a proved lower bound of vacancies; {@code null} if locks contradict the facts. */
    private static @Nullable Integer leastVacancies(
            StaffingCase input, List<SeatNeed> seats, ProofLimits.Budget budget) {
        Map<Integer, Long> vacancies = new LinkedHashMap<>();
        StaffingModel model = StaffingModel.withVacancies(input, seats, vacancies);
        Minimum minimum = FormulaSolver.minimise(
                model.formula(),
                model.formula().facts(),
                List.copyOf(vacancies.keySet()),
                List.copyOf(vacancies.values()),
                Map.of(),
                budget);
        return minimum.state() == State.UNSATISFIABLE ? null : Integer.valueOf(Math.toIntExact(minimum.bound()));
    }

    /** Returns the included and the locked seats with their duties in a window. */
    static List<SeatNeed> seats(StaffingCase input, @Nullable Interval window, Predicate<SeatNeed> included) {
        return input.seats().stream()
                .filter(seat -> seat.lock() != null || included.test(seat))
                .map(seat -> window == null ? seat : seat.within(window))
                .filter(seat -> !seat.duties().isEmpty())
                .toList();
    }

    /** Returns a verdict for each open required seat of a timetable, in the order of the demand. */
    public List<SeatVerdict> explainOpenSeats(
            Problem problem, List<Demand> demands, Timetable timetable, ProofLimits limits) {
        ProofLimits.Budget budget = limits.start();
        StaffingCase input = StaffingCase.ofTimetable(problem, demands, timetable);
        List<SeatNeed> open = input.seats().stream().filter(SeatNeed::isOpen).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        if (isTooLarge(input) || !isAvailable()) {
            return open.stream().map(StaffingProof::unknown).toList();
        }
        Set<ProofFact> broken = BrokenFacts.of(input, timetable, checker, budget);
        var repairs = new RepairSearch(input, timetable, checker, broken, budget);
        return open.stream()
                .map(seat -> explain(input, seat, broken, repairs, budget))
                .toList();
    }

    private static SeatVerdict unknown(SeatNeed seat) {
        return new SeatVerdict(
                seat.session(), seat.place() + 1, seat.role(), Avoidability.UNKNOWN, List.of(), List.of(), null);
    }

    private static SeatVerdict explain(
            StaffingCase input, SeatNeed seat, Set<ProofFact> broken, RepairSearch repairs, ProofLimits.Budget budget) {
        Predicate<SeatNeed> mustFill = other -> other.required() && (other.holder() != null || isSame(other, seat));
        var date = new TreeSet<>(Set.of(seat.duties().getFirst().date()));
        for (Interval window : windows(input, date)) {
            if (budget.isOver()) {
                return unknown(seat);
            }
            Optional<StaffingConflict> conflict = findConflict(input, window, broken, mustFill, budget);
            if (conflict.isPresent()) {
                return new SeatVerdict(
                        seat.session(),
                        seat.place() + 1,
                        seat.role(),
                        Avoidability.UNAVOIDABLE,
                        conflict.get().facts(),
                        List.of(),
                        null);
            }
        }
        return repairs.search(seat)
                .filter(RepairSearch.Repair::isClean)
                .map(repair -> new SeatVerdict(
                        seat.session(),
                        seat.place() + 1,
                        seat.role(),
                        Avoidability.AVOIDABLE,
                        List.of(),
                        repair.changes(),
                        repair.timetable()))
                .orElseGet(() -> unknown(seat));
    }

    /**
     * Returns a verdict for each of some broken rules of a timetable: whether other people in the filled seats can keep it. What people do not decide,
     * such as the size of a room, is unknown.
     */
    public FaultReport explainFaults(
            Problem problem,
            List<Demand> demands,
            Timetable timetable,
            List<RuleViolation> faults,
            ProofLimits limits) {
        ProofLimits.Budget budget = limits.start();
        if (faults.isEmpty() || !isAvailable() || isTooLarge(StaffingCase.ofTimetable(problem, demands, timetable))) {
            return new FaultReport(faults.stream().map(FaultVerdict::unknown).toList(), false);
        }
        List<FaultVerdict> verdicts = new FaultExplainer(problem, demands, timetable, checker, budget).explain(faults);
        return new FaultReport(verdicts, budget.isOver());
    }

    /** Returns windows around some dates, the shortest first; at last all of the plan. */
    static List<@Nullable Interval> windows(StaffingCase input, NavigableSet<LocalDate> dates) {
        var windows = new ArrayList<@Nullable Interval>();
        if (!dates.isEmpty()) {
            DAYS.forEach(days -> windows.add(window(
                    input, dates.first().minusDays(days - 1L), dates.last().plusDays(days - 1L))));
        }
        windows.add(null);
        return windows;
    }

    private static boolean isSame(SeatNeed one, SeatNeed other) {
        return one.id().equals(other.id()) && one.sessions().equals(other.sessions());
    }

    /**
     * Returns a timetable in which fewer required seats are open, with the fewest changes of holders; empty if there is none, or none was found within
     * the limits. No hard rule is broken more than before; if possible, no other guideline either. The timetable's score is that of the given one.
     *
     * @param stopped returns whether nobody waits for the answer any more; asked between exact searches
     */
    public Optional<Timetable> repairOpenSeats(
            Problem problem, List<Demand> demands, Timetable timetable, ProofLimits limits, BooleanSupplier stopped) {
        ProofLimits.Budget budget = limits.start(stopped);
        StaffingCase input = StaffingCase.ofTimetable(problem, demands, timetable);
        if (input.seats().stream().noneMatch(SeatNeed::isOpen) || isTooLarge(input) || !isAvailable()) {
            return Optional.empty();
        }
        Set<ProofFact> broken = BrokenFacts.of(input, timetable, checker, budget);
        return new RepairSearch(input, timetable, checker, broken, budget)
                .search(null)
                .map(RepairSearch.Repair::timetable);
    }
}
