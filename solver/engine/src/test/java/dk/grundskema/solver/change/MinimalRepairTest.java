package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.score.ScoreState;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares a repair reported as the smallest with all possible plans, on small problems. */
class MinimalRepairTest {
    private static final String[] STAFF = {"ane", "bo", "cai", "dea", "eva"};
    /** Evenings and early mornings, so that rest makes days depend on each other. */
    private static final String[] TIMES = {
        "2026-09-07 08:00-12:00",
        "2026-09-07 08:00-10:00",
        "2026-09-07 11:00-15:00",
        "2026-09-07 19:00-22:00",
        "2026-09-08 07:00-10:00",
        "2026-09-08 07:30-12:00",
        "2026-09-08 13:00-18:00",
    };

    private static final int NONE = -1;

    /** A random problem with a plan without fault, or {@code null} if none was found. */
    private static Scenario scenario(long seed) {
        var random = new SplittableRandom(seed);
        List<List<String>> candidates = new ArrayList<>();
        for (int i = 0; i < TIMES.length; i++) {
            candidates.add(IntStream.range(0, STAFF.length)
                    .filter(person -> random.nextInt(3) > 0)
                    .mapToObj(person -> STAFF[person])
                    .toList());
        }
        for (int attempt = 0; attempt < 300; attempt++) {
            Scenario scenario = aScenario();
            boolean isWhole = true;
            for (int i = 0; i < TIMES.length; i++) {
                List<String> some = candidates.get(i);
                isWhole &= !some.isEmpty();
                if (isWhole) {
                    scenario.meeting(aMeeting("s" + i)
                            .at(TIMES[i])
                            .by(some.get(random.nextInt(some.size())))
                            .candidates(some.toArray(String[]::new)));
                }
            }
            if (isWhole && isFine(scenario)) {
                return scenario;
            }
        }
        return null;
    }

    private static boolean isFine(Scenario scenario) {
        return TrialPlan.of(StepLimitedSolves.registry(), scenario.problem(), null)
                .from(scenario.timetable())
                .score()
                .isWithoutFault();
    }

    /** Fewest person-days that change in any plan without fault, or -1 if there is none. */
    private static int fewest(AbsenceTrial trial) {
        RepairBaseline standing = trial.changer().baseline();
        var state = new ScoreState(standing.plan().rules());
        state.load(standing.values());
        int absent = standing.vacancies().getFirst().person();
        return fewest(standing, state, 0, absent, new int[TIMES.length]);
    }

    private static int fewest(RepairBaseline standing, ScoreState state, int seat, int absent, int[] people) {
        if (seat == TIMES.length) {
            state.settle();
            return state.cost(Level.HARD) == 0 && state.cost(Level.MEDIUM) == 0
                    ? changed(standing, people, absent)
                    : NONE;
        }
        int best = NONE;
        int decision = standing.blueprint().decisions().seat(seat);
        for (int person : standing.blueprint().decisions().range(decision)) {
            state.set(decision, person);
            people[seat] = person;
            int found = fewest(standing, state, seat + 1, absent, people);
            best = found == NONE || (best != NONE && best < found) ? best : found;
        }
        return best;
    }

    private static int changed(RepairBaseline standing, int[] people, int absent) {
        var days = new HashSet<String>();
        for (int seat = 0; seat < people.length; seat++) {
            int value = standing.values()[standing.blueprint().decisions().seat(seat)];
            int before = value == NONE ? absent : value;
            if (before != people[seat]) {
                String day = TIMES[seat].substring(0, 10);
                days.add(before + " " + day);
                days.add(people[seat] + " " + day);
            }
        }
        standing.vacancies().forEach(one -> days.remove(absent + " " + TIMES[one.seat()].substring(0, 10)));
        return days.size();
    }

    private static AbsenceTrial replan(Scenario scenario, String who, int days) {
        LocalDateTime from = LocalDateTime.parse("2026-09-07T00:00");
        return AbsenceTrial.of(
                StepLimitedSolves.registry(),
                scenario.problem(),
                scenario.timetable(),
                from,
                new Absence(new StaffId(who), from, from.plusDays(days)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noPlanWithoutFaultChangesFewerPersonDays(int days) {
        int least = 0;
        int hopeless = 0;
        int chains = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Scenario scenario = scenario(seed);
            for (String who : scenario == null ? new String[0] : STAFF) {
                AbsenceTrial replan = replan(scenario, who, days);
                if (replan.vacantSeats().isEmpty()) {
                    continue;
                }
                int fewest = fewest(replan);
                AbsenceTrial.Repair repair = replan.repair(SolveLimits.ofSteps(200_000));
                assertThat(repair.isMended()).as("seed %d, %s", seed, who).isEqualTo(fewest != NONE);
                if (fewest == NONE) {
                    hopeless++;
                } else {
                    assertThat(repair.isLeast()).as("seed %d, %s", seed, who).isTrue();
                    assertThat(repair.personDays()).as("seed %d, %s", seed, who).hasSize(fewest);
                    assertThat(repair.timetable().score().isWithoutFault()).isTrue();
                    least++;
                    chains += fewest > days ? 1 : 0;
                }
            }
        }
        assertThat(least).isGreaterThan(20);
        assertThat(hopeless).isPositive();
        assertThat(chains).isPositive();
    }

    @Test
    void sameStepsGiveTheSameRepair() {
        Scenario scenario = scenario(1);
        String who = scenario.timetable()
                .meetings()
                .getFirst()
                .seats()
                .getFirst()
                .staffId()
                .value();

        AbsenceTrial.Repair one = replan(scenario, who, 2).repair(SolveLimits.ofSteps(50));
        AbsenceTrial.Repair other = replan(scenario, who, 2).repair(SolveLimits.ofSteps(50));

        assertThat(other).isEqualTo(one);
    }
}
