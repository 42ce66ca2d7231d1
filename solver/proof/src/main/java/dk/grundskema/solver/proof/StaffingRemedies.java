package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.FormulaSolver.Correction;
import dk.grundskema.solver.proof.FormulaSolver.State;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds changes of a problem that fill an open seat or resolve a contradiction, and returns only those that it has planned and confirmed.
 *
 * <p>Proposals come from the exact model: which facts must be given up at least, by weight, and what each costs. Others are more people, a
 * qualification, fewer seats, another time. After planning, each is confirmed by a timetable that fills the seat and in which the checker finds
 * nothing worse than before. Before planning, it is confirmed by a solution of the exact model of the whole problem, whose duties the
 * checker accepts.
 */
public final class StaffingRemedies {
    /** Most remedies of a report. */
    public static final int MOST = 5;

    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST_CORRECTIONS = 10;
    private static final int DAYS_AROUND = 6;

    /** Most pairs of seat and candidate around a seat; with more, only its own day is searched. */
    private static final int MOST_PAIRS_AROUND = 12_000;

    private final TimetableChecker checker;
    private final CpSatLibrary library;
    private final RemedyOptions options;

    /**
     * @param checker checks the timetables
     * @param library CP-SAT's library; without it nothing is found
     * @param demands returns the demands of a problem's interventions
     * @param plugins returns the plugin of an intervention type by the type's id, or empty
     */
    public StaffingRemedies(
            TimetableChecker checker,
            CpSatLibrary library,
            Function<Problem, List<Demand>> demands,
            Function<String, Optional<InterventionPlugin<?>>> plugins) {
        this.checker = checker;
        this.library = library;
        this.options = new RemedyOptions(demands, plugins);
    }

    /**
     * Returns changes that fill an open seat.
     *
     * @param timetable a timetable that refers to nothing unknown
     * @param meeting   meeting of the seat
     * @param position  position of the seat in the meeting, from 1
     * @return no remedy if the seat is not an open required one
     */
    public RemedyReport fillSeat(
            Problem problem, Timetable timetable, SessionId meeting, int position, ProofLimits limits) {
        ProofLimits.Budget budget = limits.start();
        StaffingCase input = StaffingCase.ofTimetable(problem, options.demands().apply(problem), timetable);
        Optional<SeatNeed> seat = input.seats().stream()
                .filter(one -> one.isOpen() && one.sessions().contains(meeting) && one.place() + 1 == position)
                .findFirst();
        if (seat.isEmpty()) {
            return new RemedyReport(List.of(), 0, false);
        }
        if (!library.isAvailable() || StaffingProof.isTooLarge(input)) {
            return new RemedyReport(List.of(), 0, true);
        }
        Set<ProofFact> broken = BrokenFacts.of(input, timetable, checker, budget);
        var trial = new OpenSeatTrial(input, timetable, seat.get(), checker, options, budget);
        ProofLimits.Budget half = budget.half();
        Collection<List<RemedyStep>> proposals = proposals(input, timetable, seat.get(), broken, half);
        return confirm(proposals, trial::confirm, budget, half.isOver());
    }

    private Collection<List<RemedyStep>> proposals(
            StaffingCase input, Timetable timetable, SeatNeed seat, Set<ProofFact> broken, ProofLimits.Budget budget) {
        Set<SessionId> held =
                timetable.meetings().stream().map(Meeting::sessionId).collect(Collectors.toSet());
        Predicate<SeatNeed> mustFill = other -> other.required() && (other.holder() != null || other.equals(seat));
        List<SeatNeed> around = around(input, seat);
        var model = new StaffingModel(input, around, need -> isIn(need, seat, mustFill));
        Set<ProofFact> facts = new LinkedHashSet<>(model.formula().facts());
        facts.removeAll(broken);
        var proposals = new LinkedHashSet<List<RemedyStep>>();
        addCorrections(input, model, facts, proposals, budget);
        Problem problem = input.problem();
        addNewcomers(problem, List.of(seat), seat.candidates(), proposals);
        options.qualifications(input, seat).forEach(step -> proposals.add(List.of(step)));
        options.oneSeatFewer(problem, seat.session(), held::contains).ifPresent(step -> proposals.add(List.of(step)));
        otherTimes(problem, seat).forEach(step -> proposals.add(List.of(step)));
        return proposals;
    }

    private static boolean isIn(SeatNeed need, SeatNeed target, Predicate<SeatNeed> mustFill) {
        boolean isTarget = need.id().equals(target.id()) && need.sessions().equals(target.sessions());
        return need.required() && (isTarget || mustFill.test(need));
    }

    private static List<SeatNeed> around(StaffingCase input, SeatNeed seat) {
        Predicate<SeatNeed> included = other -> other.holder() != null || (other.required() && other.equals(seat));
        for (int days : new int[] {DAYS_AROUND, 0}) {
            var date = seat.duties().getFirst().date();
            List<SeatNeed> some = StaffingProof.seats(
                    input,
                    StaffingProof.window(
                            input,
                            date.minusDays(days),
                            seat.duties().getLast().date().plusDays(days)),
                    included);
            int pairs = some.stream().mapToInt(one -> one.candidates().size()).sum();
            if (pairs <= MOST_PAIRS_AROUND || days == 0) {
                return some;
            }
        }
        throw new IllegalStateException("unreachable");
    }

    private static void addCorrections(
            StaffingCase input,
            StaffingModel model,
            Set<ProofFact> facts,
            Collection<List<RemedyStep>> proposals,
            ProofLimits.Budget budget) {
        var steps = new CorrectionSteps(input);
        Map<ProofFact, FactPrice> prices = new LinkedHashMap<>();
        facts.forEach(fact -> steps.price(fact).ifPresent(price -> prices.put(fact, price)));
        for (Correction correction : corrections(model, facts, prices, budget, MOST_CORRECTIONS)) {
            Map<ProofFact, FactPrice> givenUp = new LinkedHashMap<>(prices);
            givenUp.keySet().retainAll(correction.facts());
            Set<ProofFact> kept = new LinkedHashSet<>(facts);
            kept.removeAll(correction.facts());
            boolean[] values =
                    FormulaSolver.exceedLeast(model.formula(), kept, givenUp, correction.values(), budget.tenth());
            steps.of(correction.facts(), model, values).ifPresent(proposals::add);
        }
    }

    /** Returns sets of facts to give up, the lightest first; none contains an earlier one. */
    private static List<Correction> corrections(
            StaffingModel model,
            Set<ProofFact> facts,
            Map<ProofFact, FactPrice> prices,
            ProofLimits.Budget budget,
            int most) {
        var found = new ArrayList<Correction>();
        var excluded = new ArrayList<Set<ProofFact>>();
        while (found.size() < most && !budget.isOver()) {
            Correction correction = FormulaSolver.correct(model.formula(), facts, prices, excluded, budget);
            if (correction.state() != State.SATISFIABLE || correction.facts().isEmpty()) {
                break;
            }
            found.add(correction);
            excluded.add(correction.facts());
        }
        return found;
    }

    private void addNewcomers(
            Problem problem,
            List<SeatNeed> seats,
            Collection<StaffId> colleagues,
            Collection<List<RemedyStep>> proposals) {
        var skills = RemedyOptions.skillsOf(problem, colleagues);
        options.newcomers(problem, seats, new TreeSet<>()).ifPresent(step -> proposals.add(List.of(step)));
        options.newcomers(problem, seats, skills).ifPresent(step -> proposals.add(List.of(step)));
    }

    private List<RemedyStep> otherTimes(Problem problem, SeatNeed seat) {
        if (seat.sessions().size() > 1) {
            return List.of();
        }
        return options.demands().apply(problem).stream()
                .flatMap(demand -> demand.sessions().stream())
                .filter(session ->
                        session.id().equals(seat.session()) && session.times().size() > 1)
                .flatMap(session -> session.times().stream())
                .limit(MOST_CORRECTIONS)
                .<RemedyStep>map(time -> new RemedyStep.Move(seat.session(), time))
                .toList();
    }

    /**
     * Returns changes after which the exact model of the whole problem has a solution.
     *
     * @param conflicts contradictions of the problem, at least one; otherwise nothing is searched
     */
    public RemedyReport resolve(Problem problem, List<StaffingConflict> conflicts, ProofLimits limits) {
        if (conflicts.isEmpty()) {
            return new RemedyReport(List.of(), 0, false);
        }
        ProofLimits.Budget budget = limits.start();
        StaffingCase input =
                StaffingCase.beforePlanning(problem, options.demands().apply(problem));
        if (!library.isAvailable() || StaffingProof.isTooLarge(input)) {
            return new RemedyReport(List.of(), 0, true);
        }
        StaffingModel model = wholeModel(input);
        Set<ProofFact> facts = model.formula().facts();
        var proposals = new LinkedHashSet<List<RemedyStep>>();
        Map<ProofFact, FactPrice> seats = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> fact.kind() == ProofFact.Kind.SEAT || fact.kind() == ProofFact.Kind.SEATS)
                .forEach(fact -> seats.put(fact, FactPrice.ofFact(1)));
        for (Correction correction :
                corrections(model, facts, seats, budget.half().half(), 2)) {
            List<SeatNeed> vacant = vacancies(model, correction.facts());
            var colleagues = new LinkedHashSet<StaffId>();
            vacant.forEach(seat -> colleagues.addAll(seat.candidates()));
            addNewcomers(problem, vacant, colleagues, proposals);
        }
        ProofLimits.Budget half = budget.half();
        addCorrections(input, model, facts, proposals, half);
        boolean isCut = half.isOver();
        var sessions = new LinkedHashSet<SessionId>();
        conflicts.forEach(conflict -> conflict.facts().forEach(fact -> addSessions(fact, sessions)));
        for (SessionId session : sessions) {
            options.oneSeatFewer(problem, session, any -> true).ifPresent(step -> proposals.add(List.of(step)));
        }
        input.seats().stream()
                .filter(seat -> sessions.contains(seat.session()))
                .limit(MOST)
                .forEach(seat -> options.qualifications(input, seat).forEach(step -> proposals.add(List.of(step))));
        var trial = new PlanningTrial(checker, options.demands(), budget);
        return confirm(
                proposals,
                steps -> options.apply(problem, steps)
                        .flatMap(trial::find)
                        .flatMap(plan -> reduced(problem, steps, plan, trial)),
                budget,
                isCut);
    }

    /** Locks are no rules of duties; so the trial cannot tell whether one is needed, and they stay. */
    private Optional<Remedy> reduced(Problem problem, List<RemedyStep> steps, Timetable plan, PlanningTrial trial) {
        List<RemedyStep> needed = new StepReducer(
                        plan,
                        fewer -> locks(fewer).equals(locks(steps))
                                && options.apply(problem, fewer)
                                        .filter(changed -> trial.isKept(changed, plan))
                                        .isPresent())
                .reduce(steps);
        return options.apply(problem, needed).map(changed -> new Remedy(needed, changed, List.of(), null));
    }

    private static List<RemedyStep> locks(List<RemedyStep> steps) {
        return steps.stream().filter(RemedyStep.Unlock.class::isInstance).toList();
    }

    private static StaffingModel wholeModel(StaffingCase input) {
        return StaffingModel.ofPools(input, StaffingProof.seats(input, null, SeatNeed::required), SeatNeed::required);
    }

    /** Returns a seat for each fact that is given up, of meetings that are alike each in turn. */
    private static List<SeatNeed> vacancies(StaffingModel model, Set<ProofFact> givenUp) {
        Map<SeatNeed, Integer> used = new HashMap<>();
        var vacant = new ArrayList<SeatNeed>();
        for (ProofFact fact : givenUp) {
            SeatNeed seat = model.seatOf(fact).orElseThrow();
            int number = used.merge(seat, 1, Integer::sum) - 1;
            List<SessionId> alike = sessions(fact);
            vacant.add(
                    seat.sessions().size() > 1 || alike.size() < 2
                            ? seat
                            : seat.withSessions(List.of(alike.get(number % alike.size()))));
        }
        return vacant;
    }

    private static void addSessions(ProofFact fact, Set<SessionId> sessions) {
        sessions.addAll(sessions(fact));
    }

    private static List<SessionId> sessions(ProofFact fact) {
        return switch (fact.kind()) {
            case SEAT -> List.of((SessionId) fact.arguments().getFirst());
            case SEATS ->
                ((List<?>) fact.arguments().get(4))
                        .stream().map(SessionId.class::cast).toList();
            default -> List.of();
        };
    }

    /**
     * Confirms proposals from the cheapest on, until there are enough; of each kind of change at most two.
     *
     * @param isCut whether the time for proposals was up, so that there may be others
     */
    private static RemedyReport confirm(
            Collection<List<RemedyStep>> proposals,
            Function<List<RemedyStep>, Optional<Remedy>> trial,
            ProofLimits.Budget budget,
            boolean isCut) {
        List<List<RemedyStep>> sorted = proposals.stream()
                .sorted(Comparator.comparingInt(Remedy::costOf))
                .toList();
        var remedies = new ArrayList<Remedy>();
        int tried = 0;
        for (List<RemedyStep> steps : sorted) {
            boolean isMoreThanNeeded = remedies.stream().anyMatch(remedy -> includes(steps, remedy.steps()));
            if (isMoreThanNeeded || isOftenEnough(steps, remedies)) {
                continue;
            }
            if (remedies.size() == MOST || budget.isOver()) {
                break;
            }
            tried++;
            trial.apply(steps).filter(remedy -> isNew(remedy, remedies)).ifPresent(remedy -> {
                remedies.removeIf(other -> includes(other.steps(), remedy.steps()));
                if (!isOftenEnough(remedy.steps(), remedies)) { // it may be of another kind than what was tried
                    remedies.add(remedy);
                }
            });
        }
        remedies.sort(Comparator.comparingInt(Remedy::cost)
                .thenComparingInt(remedy -> remedy.changes().size()));
        return new RemedyReport(remedies, tried, isCut || budget.isOver());
    }

    private static boolean isOftenEnough(List<RemedyStep> steps, List<Remedy> remedies) {
        return remedies.stream()
                        .filter(remedy -> kindOf(remedy.steps()).equals(kindOf(steps)))
                        .count()
                >= MOST_OF_A_KIND;
    }

    private static Set<Class<?>> kindOf(List<RemedyStep> steps) {
        return steps.stream().map(RemedyStep::getClass).collect(Collectors.toSet());
    }

    private static boolean isNew(Remedy remedy, List<Remedy> remedies) {
        return remedies.stream().noneMatch(other -> includes(remedy.steps(), other.steps()));
    }

    private static boolean includes(List<RemedyStep> more, List<RemedyStep> fewer) {
        return fewer.stream().allMatch(needed -> more.stream().anyMatch(step -> includes(step, needed)));
    }

    /** More people without a qualification are needed less than the same with one. One change of an intervention takes a seat from several meetings. */
    private static boolean includes(RemedyStep step, RemedyStep needed) {
        return step.equals(needed)
                || (step instanceof RemedyStep.OneSeatFewer one
                        && needed instanceof RemedyStep.OneSeatFewer other
                        && one.changed().equals(other.changed()))
                || (step instanceof RemedyStep.MorePeople more
                        && needed instanceof RemedyStep.MorePeople fewer
                        && more.meetings().equals(fewer.meetings())
                        && more.people().size() >= fewer.people().size());
    }
}
