package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.proof.PlantedPlugin.Held;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random duties of one person: the model calls them possible exactly if the independent checker finds no violation. {@link DateLimitProofTest} draws
 * limits of dates.
 */
class StaffingModelAgreementTest {
    private static final int DRAWS = 300;
    private static final int DAYS = 7;
    private static final StaffId ANNA = new StaffId("anna");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    /** When the duties of a day begin; each ends when the next one begins, the last one on the next morning. */
    private static final List<LocalTime> STARTS = Stream.of(
                    "07:00", "07:30", "09:00", "10:30", "12:30", "13:15", "14:45", "17:30", "18:30", "21:00", "22:45")
            .map(LocalTime::parse)
            .toList();

    static StaffMember withRules(StaffMember person, WorkRules rules) {
        return new StaffMember(
                person.id(),
                person.name(),
                person.skills(),
                person.availability(),
                person.contractHours(),
                person.hoursAlreadyWorked(),
                person.wishes(),
                person.email(),
                person.language(),
                rules);
    }

    private static WorkRules rules(
            int daily, int weekly, @Nullable AgreedShortRest agreed, @Nullable Integer aDay, int average) {
        return new WorkRules(daily, weekly, agreed, aDay, null, average, 1, LocalTime.of(17, 0));
    }

    /** Returns the rules that some draws break. */
    private static Set<String> compare(WorkRules rules, int seedOffset, boolean isExact, int mostRuns) {
        int possible = 0;
        int tooMany = 0;
        var broken = new TreeSet<String>();
        for (int seed = 0; seed < DRAWS; seed++) {
            PlantedSchool school = draw(rules, new Random(seed + 1_000L * seedOffset), mostRuns);
            Map<SessionId, Map<Integer, StaffId>> holders = new HashMap<>();
            school.held().forEach(held -> holders.put(held.sessionId(), Map.of(0, ANNA)));
            List<RuleViolation> faults = PlantedSchool.CHECKER.checkRules(school.problem(), school.plan(holders));
            boolean isLegal = faults.isEmpty();
            boolean isPossible = school.solve().isPresent();

            if (isLegal || isExact) {
                assertThat(isPossible).as("seed %d: %s", seed, faults).isEqualTo(isLegal);
            }
            faults.forEach(fault -> broken.add(fault.rule()));
            tooMany += !isLegal && isPossible ? 1 : 0;
            possible += isLegal ? 1 : 0;
        }
        assertThat(tooMany).as("draws that only the model allows").isLessThanOrEqualTo(DRAWS / 20);
        assertThat(possible).as("legal draws: enough to mean something").isBetween(DRAWS / 10, DRAWS * 9 / 10);
        return broken;
    }

    /** Gives Anna runs of consecutive duties, each run at one of two sites, and sometimes an absence. */
    private static PlantedSchool draw(WorkRules rules, Random random, int mostRuns) {
        var held = new ArrayList<Held>();
        int runs = 1 + random.nextInt(mostRuns);
        for (int run = 0; run < runs; run++) {
            int first = random.nextInt(DAYS * STARTS.size());
            int length = 1 + random.nextInt(4);
            var site = new SiteId(random.nextInt(4) == 0 ? "far" : "near");
            for (int duty = first; duty < first + length; duty++) {
                held.add(new Held(
                        "run-" + run + "-" + duty,
                        site,
                        MONDAY.plusDays(duty / STARTS.size()),
                        STARTS.get(duty % STARTS.size()),
                        STARTS.get((duty + 1) % STARTS.size()),
                        1,
                        ""));
            }
        }
        LocalDate away = MONDAY.plusDays(random.nextInt(8 * DAYS));
        var anna = new StaffMember(
                ANNA,
                "Anna",
                Collections.emptySortedSet(),
                new Availability(List.of(), List.of(new Period(away, away, new TreeSet<>(), null, LocalTime.NOON))),
                37,
                0,
                List.of(),
                null,
                null,
                rules);
        return new PlantedSchool(List.of(anna), 5 + 5 * random.nextInt(10), held, List.of(), List.of());
    }

    @Test
    void modelAgreesWithTheCheckerUnderTheDefaultRules() {
        assertThat(compare(WorkRules.defaults(), 1, true, 4))
                .contains(
                        "core.person-in-two-places",
                        "core.staff-unavailable",
                        "core.travel-time",
                        "core.daily-rest",
                        "core.daily-hours");
    }

    @Test
    void modelAgreesWithTheCheckerIfTheHoursAreFew() {
        assertThat(compare(rules(11, 48, null, 6, 14), 2, true, 3)).contains("core.average-hours", "core.daily-hours");
    }

    @Test
    void modelAgreesWithTheCheckerOnWeeklyRest() {
        assertThat(compare(rules(8, 48, null, null, 168), 5, true, 12)).contains("core.weekly-rest");
    }

    /** The checker uses an exception as soon as it is needed; the model may choose, so that it never calls a legal plan impossible. */
    @Test
    void modelAllowsEachLegalPlanIfShortRestsAreAgreed() {
        compare(rules(11, 35, new AgreedShortRest(8, 1, "MED"), null, 48), 3, false, 10);
        compare(rules(11, 35, new AgreedShortRest(8, 2, "MED"), null, 48), 4, false, 10);
    }
}
