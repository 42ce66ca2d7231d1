package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.PlantedSchool.Cause;
import dk.grundskema.solver.proof.PlantedSchool.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Small generated problems that have a plan are tightened, fact by fact, until the exact model proves that there is none. Each conflict must name who,
 * when and the figure of what was tightened; the problem before the last step must not be accused, and has a plan that the checker accepts. In half
 * of the cases two rules interact: without the tightening of either, there is a plan.
 */
class PlantedCausesTest {
    private static final int CASES_OF_A_CAUSE = 3;
    private static final int CASES_OF_A_PAIR = 6;
    private static final int MOST_STEPS = 12;
    private static final int MOST_DRAWS = 1_200;
    private static final int MOST_NODES = 3_000;

    /** Seeds that were not used while the proofs were written. */
    private static final long UNSEEN = Long.getLong("grundskema.planted-seed", 2_000_000);

    private static final Set<String> GROWING = Set.of(
            "core.person-in-two-places",
            "core.staff-unavailable",
            "core.daily-rest",
            "core.weekly-rest",
            "core.daily-hours",
            "core.weekly-hours",
            "core.average-hours",
            "core.long-day",
            "core.rest-between-dates",
            "core.free-dates");

    private static final List<List<Cause>> PAIRS = List.of(
            List.of(Cause.DAY_OFF, Cause.DAILY_REST),
            List.of(Cause.LESSON, Cause.TRAVEL),
            List.of(Cause.WEEKLY_REST, Cause.HOURS_A_WEEK),
            List.of(Cause.LOCK, Cause.DAILY_REST),
            List.of(Cause.QUALIFICATION, Cause.HOURS_A_DAY),
            List.of(Cause.DAY_OFF, Cause.HOURS_ON_AVERAGE));

    /** @param earlier steps of the other rule, of which one must be named as well; empty for a single cause */
    private record Planted(PlantedSchool twin, PlantedSchool school, Step last, List<Step> earlier) {}

    private record Figures(int cases, int named, int accused, int twinsPlanned, int enumerated, int remedies) {}

    @Test
    @Tag("proofs")
    void proofsNameAtLeastNineOfTenPlantedCausesAndNoFeasibleTwin() {
        var figures = new ArrayList<Figures>();
        for (Cause cause : Cause.values()) {
            figures.add(run(cause.name(), null, cause, CASES_OF_A_CAUSE, UNSEEN));
        }
        for (List<Cause> pair : PAIRS) {
            figures.add(run(pair.toString(), pair.getFirst(), pair.getLast(), CASES_OF_A_PAIR, UNSEEN));
        }
        int cases = figures.stream().mapToInt(Figures::cases).sum();
        int named = figures.stream().mapToInt(Figures::named).sum();
        System.out.printf(
                "planted: %d cases, %d named exactly, %d twins accused, %d twins with a plan, %d proved by enumeration, %d remedies confirmed%n",
                cases,
                named,
                figures.stream().mapToInt(Figures::accused).sum(),
                figures.stream().mapToInt(Figures::twinsPlanned).sum(),
                figures.stream().mapToInt(Figures::enumerated).sum(),
                figures.stream().mapToInt(Figures::remedies).sum());
        assertThat(cases).isGreaterThanOrEqualTo(60);
        assertThat(named).isGreaterThanOrEqualTo((cases * 9 + 9) / 10);
        assertThat(figures).allSatisfy(some -> {
            assertThat(some.accused()).isZero();
            assertThat(some.twinsPlanned()).isEqualTo(some.cases());
        });
        assertThat(figures.stream().mapToInt(Figures::enumerated).sum()).isGreaterThan(cases / 4);
    }

    @Test
    void proofNamesADayOffAndItsTwinIsNotAccused() {
        Figures figures = run("quick", null, Cause.DAY_OFF, 1, 1);

        assertThat(figures.named()).isEqualTo(1);
        assertThat(figures.accused()).isZero();
        assertThat(figures.twinsPlanned()).isEqualTo(1);
    }

    private static Figures run(String title, @Nullable Cause first, Cause last, int most, long seed) {
        int cases = 0;
        int named = 0;
        int accused = 0;
        int twins = 0;
        int enumerated = 0;
        int remedies = 0;
        for (int draw = 0; draw < MOST_DRAWS && cases < most; draw++) {
            Optional<Planted> drawn = plant(new Random(seed * 31 + title.hashCode() * 1_009L + draw), first, last);
            if (drawn.isEmpty()) {
                continue;
            }
            cases++;
            Planted planted = drawn.get();
            List<StaffingConflict> conflicts = conflicts(planted.school());
            boolean isNamed =
                    !conflicts.isEmpty() && conflicts.stream().allMatch(conflict -> isNamed(conflict, planted));
            named += isNamed ? 1 : 0;
            accused += conflicts(planted.twin()).isEmpty() ? 0 : 1;
            twins += planted.twin()
                            .solve()
                            .filter(plan -> isAccepted(planted.twin(), plan))
                            .isPresent()
                    ? 1
                    : 0;
            Optional<Boolean> possible = conflicts.isEmpty()
                    ? Optional.empty()
                    : new Enumeration(planted.school(), conflicts.getFirst()).isPossible();
            assertThat(possible).as("%s, draw %d: enumeration", title, draw).isNotEqualTo(Optional.of(true));
            enumerated += possible.isPresent() ? 1 : 0;
            remedies += confirmRemedies(planted.school(), conflicts);
            if (!isNamed) {
                System.out.printf("%s, draw %d: %s%n", title, draw, conflicts);
            }
        }
        System.out.printf(
                "%s: %d cases, %d named, %d accused, %d enumerated, %d remedies%n",
                title, cases, named, accused, enumerated, remedies);
        return new Figures(cases, named, accused, twins, enumerated, remedies);
    }

    private static boolean isNamed(StaffingConflict conflict, Planted planted) {
        return conflict.facts().stream().anyMatch(planted.last().named())
                && (planted.earlier().isEmpty()
                        || conflict.facts().stream()
                                .anyMatch(fact -> planted.earlier().stream()
                                        .anyMatch(step -> step.named().test(fact))));
    }

    /** Each remedy is planned with the exact model and accepted by the checker. */
    private static int confirmRemedies(PlantedSchool school, List<StaffingConflict> conflicts) {
        var finder = new StaffingRemedies(
                PlantedSchool.CHECKER,
                CpSatLibrary.installed(),
                PlantedSchool::demands,
                type -> Optional.of(new PlantedPlugin()));
        RemedyReport report = finder.resolve(school.problem(), conflicts, new ProofLimits(1, null));
        for (Remedy remedy : report.remedies()) {
            Problem changed = school.problem();
            for (RemedyStep step : remedy.steps()) {
                changed = step.applyTo(changed);
            }
            PlantedSchool after = school.with(changed);
            assertThat(after.solve())
                    .as("%s", remedy.steps())
                    .hasValueSatisfying(plan -> assertThat(PlantedSchool.CHECKER.check(after.problem(), plan))
                            .as("%s", remedy.steps())
                            .isEmpty());
        }
        return report.remedies().size();
    }

    private static boolean isAccepted(PlantedSchool school, Timetable plan) {
        return PlantedSchool.CHECKER.check(school.problem(), plan).isEmpty();
    }

    private static List<StaffingConflict> conflicts(PlantedSchool school) {
        Problem problem = school.problem();
        return new StaffingProof(PlantedSchool.CHECKER, CpSatLibrary.installed())
                .findConflicts(problem, PlantedSchool.demands(problem), CampFixture.LIMITS)
                .conflicts();
    }

    private static Optional<Planted> plant(Random random, @Nullable Cause first, Cause last) {
        PlantedSchool base = PlantedSchool.draw(random);
        Optional<Timetable> drawn = base.held().isEmpty() ? Optional.empty() : base.solve();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Timetable plan = drawn.get();
        PlantedSchool school = base;
        var earlier = new ArrayList<Step>();
        int most = 3 + random.nextInt(6);
        for (int i = 0; first != null && i < most; i++) {
            Step step = school.tighten(first, random);
            PlantedSchool next = step.change().apply(school);
            Optional<Timetable> kept = solve(next, plan);
            if (kept.isPresent()) {
                earlier.add(step);
                school = next;
                plan = kept.get();
            }
        }
        var later = new ArrayList<Step>();
        for (int i = 0; i < MOST_STEPS; i++) {
            PlantedSchool twin = school;
            Step step = twin.tighten(last, random);
            school = step.change().apply(twin);
            later.add(step);
            Optional<Timetable> kept = solve(school, plan);
            if (kept.isEmpty()) {
                boolean isOne =
                        first == null || solve(after(base, later), drawn.get()).isPresent();
                return isOne ? Optional.of(new Planted(twin, school, step, earlier)) : Optional.empty();
            }
            plan = kept.get();
        }
        return Optional.empty();
    }

    /** Returns a plan, the earlier one if it is still a plan. */
    private static Optional<Timetable> solve(PlantedSchool school, Timetable earlier) {
        return isAccepted(school, earlier) ? Optional.of(earlier) : school.solve();
    }

    private static PlantedSchool after(PlantedSchool school, List<Step> steps) {
        PlantedSchool changed = school;
        for (Step step : steps) {
            changed = step.change().apply(changed);
        }
        return changed;
    }

    /**
     * Tries all holders of the seats that a conflict names, and of locked ones, with the checker alone. While it tries, it leaves what more duties
     * cannot mend.
     */
    private static final class Enumeration {
        private final PlantedSchool school;
        private final Problem problem;
        private final List<SeatNeed> seats;
        private final Map<SessionId, Map<Integer, StaffId>> holders = new HashMap<>();
        private int nodes;

        Enumeration(PlantedSchool school, StaffingConflict conflict) {
            this.school = school;
            this.problem = school.problem();
            this.seats = StaffingCase.beforePlanning(problem, PlantedSchool.demands(problem)).seats().stream()
                    .filter(seat -> seat.lock() != null || isNamed(seat, conflict))
                    .toList();
        }

        /** Of several seats of a meeting, a conflict names how many it needs. */
        private static boolean isNamed(SeatNeed seat, StaffingConflict conflict) {
            return conflict.facts().stream()
                    .filter(fact -> PlantedSchool.sessionsOf(fact).contains(seat.session()))
                    .anyMatch(fact -> fact.kind() == ProofFact.Kind.SEAT
                            || seat.place() < (int) fact.arguments().getFirst());
        }

        /** Returns whether there is a plan; empty if there are too many possibilities. */
        Optional<Boolean> isPossible() {
            boolean found = canFill(0);
            return found ? Optional.of(true) : nodes >= MOST_NODES ? Optional.empty() : Optional.of(false);
        }

        private boolean canFill(int index) {
            if (index == seats.size()) {
                return PlantedSchool.CHECKER.checkRules(problem, school.plan(holders)).stream()
                        .noneMatch(fault -> fault.level() == Level.HARD);
            }
            SeatNeed seat = seats.get(index);
            Map<Integer, StaffId> ofSession = holders.computeIfAbsent(seat.session(), any -> new HashMap<>());
            for (StaffId person : seat.candidates()) {
                if (nodes++ >= MOST_NODES) {
                    return false;
                }
                boolean isLocked =
                        seat.lock() != null && !person.equals(seat.lock().person());
                ofSession.put(seat.place(), person);
                if (!isLocked && !isBroken() && canFill(index + 1)) {
                    return true;
                }
                ofSession.remove(seat.place());
            }
            return false;
        }

        private boolean isBroken() {
            return PlantedSchool.CHECKER.checkRules(problem, school.plan(holders)).stream()
                    .anyMatch(fault -> GROWING.contains(fault.rule()));
        }
    }
}
