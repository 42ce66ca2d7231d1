package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A small camp that has a plan is tightened, fact by fact, until the exact model proves that there is none. The proof must name the last fact, since
 * without it there is a plan; the camp before that step must not be accused.
 */
@Tag("proofs")
class PlantedInfeasibilityTest {
    private static final int CASES = Integer.getInteger("grundskema.planted", 20);
    private static final int MOST_STEPS = 40;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final Planner REPAIRING =
            CampFixture.PLANNER.withOpenSeatRepair(new ExactSeatRepair(CampFixture.PROOF));

    /** A tightened problem, and what must be in the proof. */
    private record Tightening(Problem problem, Predicate<ProofFact> named) {}

    @Test
    void proofNamesTheTightenedFactAndTheFeasibleTwinIsNotAccused() {
        int named = 0;
        int accused = 0;
        int facts = 0;
        long slowest = 0;
        int planned = 0;
        var kinds = new TreeSet<String>();
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            Problem problem = CampFixture.camp("small-camp");
            Problem twin = problem;
            @Nullable Tightening last = null;
            List<StaffingConflict> conflicts = List.of();
            for (int step = 0; step < MOST_STEPS && conflicts.isEmpty(); step++) {
                twin = problem;
                last = tighten(problem, random);
                problem = last.problem();
                long started = System.nanoTime();
                conflicts = conflicts(problem);
                slowest = Math.max(slowest, System.nanoTime() - started);
            }
            assertThat(conflicts).as("seed %d: proved infeasible", seed).isNotEmpty();
            accused += conflicts(twin).isEmpty() ? 0 : 1;
            Predicate<ProofFact> expected = Objects.requireNonNull(last).named();
            boolean isNamed = conflicts.stream()
                    .allMatch(conflict -> conflict.facts().stream().anyMatch(expected));
            named += isNamed ? 1 : 0;
            conflicts.getFirst().facts().stream()
                    .filter(expected)
                    .forEach(fact -> kinds.add(fact.kind().name()));
            facts += conflicts.getFirst().facts().size();
            if (!isNamed) {
                System.out.println("seed " + seed + ": " + conflicts);
            }
            var plan = CampFixture.solve(REPAIRING, twin, 2_000, 1);
            planned += CampFixture.openSeats(plan) == 0
                            && CampFixture.CHECKER.check(twin, plan).isEmpty()
                    ? 1
                    : 0;
        }
        System.out.printf(
                "planted: %d cases, %d named, kinds %s, %d facts each, %d twins planned without fault, slowest %d ms%n",
                CASES, named, kinds, facts / CASES, planned, slowest / 1_000_000);
        assertThat(accused).as("twins accused").isZero();
        assertThat(named).as("cases in which each conflict names the last fact").isEqualTo(CASES);
        assertThat(planned).as("twins with a plan that the checker accepts").isEqualTo(CASES);
        assertThat(kinds).hasSizeGreaterThan(2);
    }

    private static List<StaffingConflict> conflicts(Problem problem) {
        return CampFixture.PROOF
                .findConflicts(problem, CampFixture.PLANNER.demands(problem), CampFixture.LIMITS)
                .conflicts();
    }

    private static Tightening tighten(Problem problem, Random random) {
        StaffMember person = problem.staff().get(random.nextInt(problem.staff().size()));
        LocalDate date = FIRST.plusDays(random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> unavailable(problem, person, date, LocalTime.of(17, 0));
            case 1 -> unavailable(problem, person, date, null);
            case 2 -> weeklyRest(problem, person);
            case 3 -> fewerHours(problem, person);
            default -> locked(problem, person, random);
        };
    }

    private static Tightening unavailable(
            Problem problem, StaffMember person, LocalDate date, @Nullable LocalTime from) {
        var except = new ArrayList<>(person.availability().except());
        except.add(new Period(date, date, new TreeSet<>(), from, null));
        var tightened = replace(
                problem,
                person.withAvailability(new Availability(person.availability().only(), except)));
        LocalDateTime start = date.atTime(from == null ? LocalTime.MIDNIGHT : from);
        return new Tightening(
                tightened,
                fact -> fact.kind() == Kind.UNAVAILABLE
                        && fact.arguments().get(0).equals(person.id())
                        && !((LocalDateTime) fact.arguments().get(1)).isAfter(start)
                        && ((LocalDateTime) fact.arguments().get(2)).isAfter(start));
    }

    private static WorkRules rules(StaffMember person) {
        return Objects.requireNonNullElse(person.work(), WorkRules.defaults());
    }

    private static Tightening weeklyRest(Problem problem, StaffMember person) {
        WorkRules now = rules(person);
        Integer ofDay = now.hoursPerDay() == null ? null : now.hoursPerDay().intValue();
        var rules = new WorkRules(now.dailyRestHours(), 48, null, ofDay, null, 48, 17, now.eveningStarts());
        return new Tightening(
                replace(problem, StaffingModelAgreementTest.withRules(person, rules)),
                fact -> fact.kind() == Kind.WEEKLY_REST
                        && fact.arguments().get(0).equals(person.id())
                        && fact.arguments().get(2).equals(48));
    }

    private static Tightening fewerHours(Problem problem, StaffMember person) {
        WorkRules now = rules(person);
        int fewer =
                Math.max(1, (now.hoursPerDay() == null ? 24 : now.hoursPerDay().intValue()) - 2);
        var rules = new WorkRules(
                now.dailyRestHours(), now.weeklyRestHours(), null, fewer, null, 48, 17, now.eveningStarts());
        return new Tightening(
                replace(problem, StaffingModelAgreementTest.withRules(person, rules)),
                fact -> fact.kind() == Kind.DAILY_HOURS
                        && fact.arguments().get(0).equals(person.id())
                        && ((Number) fact.arguments().get(2)).intValue() == fewer);
    }

    private static Tightening locked(Problem problem, StaffMember person, Random random) {
        List<Session> sessions = CampFixture.PLANNER.demands(problem).getFirst().sessions().stream()
                .filter(session -> session.isFixedInTime()
                        && problem.locks().stream()
                                .noneMatch(lock -> lock.sessionId().equals(session.id())))
                .toList();
        Session session = sessions.get(random.nextInt(sessions.size()));
        @Nullable StaffId locked = random.nextInt(4) == 0 ? null : person.id();
        var locks = new ArrayList<>(problem.locks());
        locks.add(new SessionLock(session.id(), null, null, null, List.of(new SeatLock(0, locked))));
        return new Tightening(
                problem.withLocks(locks, List.of()),
                fact -> fact.kind() == (locked == null ? Kind.LOCKED_EMPTY : Kind.LOCKED)
                        && fact.arguments().get(0).equals(session.id())
                        && (locked == null || fact.arguments().get(2).equals(locked)));
    }

    private static Problem replace(Problem problem, StaffMember changed) {
        return problem.withStaff(problem.staff().stream()
                .map(person -> person.id().equals(changed.id()) ? changed : person)
                .toList());
    }
}
