package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.PlantedPlugin.Held;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A conflict is proved only from what it is about: Anna has all seats, some of them by a lock, and Bo could have the others. */
class FaultExplainerTest {
    private static final WorkRules RULES = new WorkRules(8, 24, null, null, null, 168, 52, LocalTime.of(17, 0));
    private static final ProofLimits LIMITS = new ProofLimits(20, null);
    private static final StaffingProof PROOF = new StaffingProof(PlantedSchool.CHECKER, CpSatLibrary.installed());
    private static final StaffId ANNA = new StaffId("anna");
    private static final StaffId BO = new StaffId("bo");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static Held held(String id, LocalDate date, int hour) {
        return new Held(id, new SiteId("near"), date, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0), 1, "");
    }

    private static StaffMember member(StaffId id, Availability availability) {
        return new StaffMember(
                id, id.value(), Collections.emptySortedSet(), availability, 37, 0, List.of(), null, null, RULES);
    }

    private static Availability awayOn(LocalDate date) {
        return new Availability(List.of(), List.of(new Period(date, date, new TreeSet<>(), null, null)));
    }

    private static PlantedSchool school(Availability ofAnna, List<Held> held, String... locked) {
        return new PlantedSchool(
                List.of(member(ANNA, ofAnna), member(BO, Availability.always())),
                15,
                held,
                List.of(),
                Arrays.stream(locked)
                        .map(id -> new SessionLock(
                                new SessionId("planted/" + id), null, null, null, List.of(new SeatLock(0, ANNA))))
                        .toList());
    }

    /** Returns what is said about each violation of a rule while Anna has all seats, by the id of a session or the first date that it names. */
    private static Map<String, Avoidability> explain(PlantedSchool school, String rule) {
        Map<SessionId, Map<Integer, StaffId>> holders = new HashMap<>();
        school.held().forEach(one -> holders.put(one.sessionId(), Map.of(0, ANNA)));
        Timetable plan = school.plan(holders);
        Problem problem = school.problem();
        List<RuleViolation> faults = PlantedSchool.CHECKER.checkRules(problem, plan).stream()
                .filter(fault -> fault.rule().equals(rule))
                .toList();
        Map<String, Avoidability> said = new HashMap<>();
        PROOF.explainFaults(problem, PlantedSchool.demands(problem), plan, faults, LIMITS)
                .verdicts()
                .forEach(verdict -> said.put(
                        verdict.violation().arguments().stream()
                                .filter(argument -> !argument.equals(ANNA))
                                .map(argument -> String.valueOf(argument).replace("planted/", ""))
                                .findFirst()
                                .orElseThrow(),
                        verdict.state()));
        return said;
    }

    @Test
    void lockOfOneMeetingOfASeriesDoesNotHoldThePersonInTheOthers() {
        List<Held> watches = List.of(held("watch/1", MONDAY, 8), held("watch/2", TUESDAY, 8));

        assertThat(explain(school(awayOn(TUESDAY), watches, "watch/1"), "core.staff-unavailable"))
                .containsExactlyEntriesOf(Map.of("watch/2", Avoidability.AVOIDABLE));
        assertThat(explain(school(awayOn(TUESDAY), watches, "watch/2"), "core.staff-unavailable"))
                .containsExactlyEntriesOf(Map.of("watch/2", Avoidability.UNAVOIDABLE));
    }

    @Test
    void absenceIsNotProvedFromAnotherSeatOfThePersonAtThatTime() {
        List<Held> both = List.of(held("locked", MONDAY, 8), held("open", MONDAY, 9));

        assertThat(explain(school(awayOn(MONDAY), both, "locked"), "core.staff-unavailable"))
                .containsEntry("open", Avoidability.AVOIDABLE)
                .hasEntrySatisfying("locked", state -> assertThat(state).isNotEqualTo(Avoidability.AVOIDABLE));
    }

    /** From Monday 8:00 to Tuesday 4:00, and from Tuesday 12:00 to Wednesday 8:00, no rest has 8 hours. */
    @Test
    void shortRestIsNotProvedFromThatOfTheNextRun() {
        LocalDate wednesday = TUESDAY.plusDays(1);
        List<Held> two = List.of(
                held("a1", MONDAY, 8),
                held("a2", MONDAY, 17),
                held("a3", TUESDAY, 2),
                held("b1", TUESDAY, 12),
                held("b2", TUESDAY, 21),
                held("b3", wednesday, 6));

        assertThat(explain(school(Availability.always(), two, "b1", "b2", "b3"), "core.daily-rest"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "2026-09-07T08:00", Avoidability.AVOIDABLE, "2026-09-08T12:00", Avoidability.UNAVOIDABLE));
    }
}
