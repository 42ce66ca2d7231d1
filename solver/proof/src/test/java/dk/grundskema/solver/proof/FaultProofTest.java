package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A camp whose plan holds, until somebody turns out to be away or is put into another seat by hand. */
class FaultProofTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 9);
    private static final SessionId LUNCH = new SessionId("camp/all/2026-09-09/lunch");

    private static final Problem CAMP = CampFixture.camp("small-camp");
    private static final Timetable PLAN = CampFixture.solve(CampFixture.PLANNER, CAMP, 2_000, 1);

    private static Problem awayOnTheLastDay(Predicate<StaffId> who) {
        var away = new Availability(List.of(), List.of(new Period(LAST_DAY, LAST_DAY, new TreeSet<>(), null, null)));
        return CAMP.withStaff(CAMP.staff().stream()
                .map(person -> who.test(person.id()) ? person.withAvailability(away) : person)
                .toList());
    }

    private static Meeting lunch(Timetable plan) {
        return plan.meetings().stream()
                .filter(meeting -> meeting.sessionId().equals(LUNCH))
                .findFirst()
                .orElseThrow();
    }

    private static StaffId holder(int seat) {
        return Objects.requireNonNull(lunch(PLAN).seats().get(seat).staffId());
    }

    private static List<RuleViolation> faults(Problem problem, Timetable plan, String rule) {
        return CampFixture.CHECKER.checkRules(problem, plan).stream()
                .filter(fault -> fault.rule().equals(rule))
                .toList();
    }

    private static List<FaultVerdict> explain(Problem problem, Timetable plan, List<RuleViolation> faults) {
        return CampFixture.PROOF
                .explainFaults(problem, CampFixture.PLANNER.demands(problem), plan, faults, CampFixture.LIMITS)
                .verdicts();
    }

    @Test
    void dutyOfAPersonWhoIsAwayIsAvoidableIfOthersCanTakeIt() {
        StaffId absent = holder(0);
        Problem problem = awayOnTheLastDay(absent::equals);
        List<RuleViolation> faults = faults(problem, PLAN, "core.staff-unavailable");
        long before = CampFixture.CHECKER.checkRules(problem, PLAN).size();

        assertThat(faults).isNotEmpty();
        assertThat(explain(problem, PLAN, faults)).zipSatisfy(faults, (verdict, fault) -> {
            assertThat(verdict.violation()).isEqualTo(fault);
            assertThat(verdict.state()).isEqualTo(Avoidability.AVOIDABLE);
            assertThat(verdict.changes()).anyMatch(change -> absent.equals(change.before()));
            List<RuleViolation> after =
                    CampFixture.CHECKER.checkRules(problem, Objects.requireNonNull(verdict.repaired()));
            assertThat(after).doesNotContain(fault).hasSizeLessThan((int) before);
        });
    }

    @Test
    void dutyIsUnavoidableIfAllOthersAreAwayToo() {
        StaffId present = holder(0);
        Problem problem = awayOnTheLastDay(person -> !person.equals(present));
        List<RuleViolation> faults = faults(problem, PLAN, "core.staff-unavailable").stream()
                .filter(fault -> fault.arguments().contains(LUNCH))
                .toList();

        assertThat(faults).isNotEmpty();
        assertThat(explain(problem, PLAN, faults)).allSatisfy(verdict -> {
            assertThat(verdict.state()).isEqualTo(Avoidability.UNAVOIDABLE);
            assertThat(verdict.reason())
                    .anyMatch(fact -> fact.kind() == Kind.UNAVAILABLE)
                    .anyMatch(fact -> fact.kind() == Kind.SEAT || fact.kind() == Kind.SEATS);
            assertThat(verdict.repaired()).isNull();
        });
    }

    @Test
    void personInTwoSeatsAtOnceIsAvoidable() {
        Timetable twice = SeatEditor.withHolders(PLAN, Map.of(LUNCH, Map.of(1, Optional.of(holder(0)))));
        List<RuleViolation> faults = faults(CAMP, twice, "core.person-in-two-places");

        assertThat(faults).hasSize(1);
        assertThat(explain(CAMP, twice, faults)).allSatisfy(verdict -> {
            assertThat(verdict.state()).isEqualTo(Avoidability.AVOIDABLE);
            assertThat(verdict.changes())
                    .hasSize(1)
                    .allMatch(change -> change.session().equals(LUNCH));
        });
    }

    @Test
    void seatThatIsLockedToSomebodyWhoIsAwayIsUnavoidable() {
        StaffId absent = holder(0);
        Problem locked = awayOnTheLastDay(absent::equals)
                .withLocks(
                        List.of(new SessionLock(LUNCH, null, null, null, List.of(new SeatLock(0, absent)))), List.of());
        List<RuleViolation> faults = faults(locked, PLAN, "core.staff-unavailable").stream()
                .filter(fault -> fault.arguments().contains(LUNCH))
                .toList();

        assertThat(explain(locked, PLAN, faults)).hasSize(1).allSatisfy(verdict -> {
            assertThat(verdict.state()).isEqualTo(Avoidability.UNAVOIDABLE);
            assertThat(verdict.reason())
                    .anyMatch(fact -> fact.kind() == Kind.LOCKED)
                    .anyMatch(fact -> fact.kind() == Kind.UNAVAILABLE);
        });
    }

    @Test
    void whatPeopleDoNotDecideOrTheTimeLimitEndedIsUnknown() {
        var room = new RuleViolation("core.room-kind", Level.HARD, 1, List.of(LUNCH));
        var noTime = new ProofLimits(20, Duration.ofNanos(1));
        StaffId absent = holder(0);
        Problem problem = awayOnTheLastDay(absent::equals);
        List<RuleViolation> faults = faults(problem, PLAN, "core.staff-unavailable");

        assertThat(explain(CAMP, PLAN, List.of(room)))
                .extracting(FaultVerdict::state)
                .containsExactly(Avoidability.UNKNOWN);
        FaultReport report =
                CampFixture.PROOF.explainFaults(problem, CampFixture.PLANNER.demands(problem), PLAN, faults, noTime);
        assertThat(report.isLimited()).isTrue();
        assertThat(report.verdicts()).isNotEmpty().allMatch(verdict -> verdict.state() == Avoidability.UNKNOWN);
    }

    @Test
    void dutyIsAvoidableThoughAnotherOneInTheSameAbsenceIsNot() {
        StaffId absent = holder(0);
        SessionId other = PLAN.meetings().stream()
                .filter(meeting -> meeting.time().firstDate().equals(LAST_DAY)
                        && !meeting.sessionId().equals(LUNCH)
                        && !meeting.seats().isEmpty()
                        && absent.equals(meeting.seats().getFirst().staffId()))
                .map(Meeting::sessionId)
                .findFirst()
                .orElseThrow();
        Problem locked = awayOnTheLastDay(absent::equals)
                .withLocks(
                        List.of(new SessionLock(other, null, null, null, List.of(new SeatLock(0, absent)))), List.of());
        List<RuleViolation> faults = faults(locked, PLAN, "core.staff-unavailable");

        assertThat(explain(locked, PLAN, faults))
                .filteredOn(verdict -> verdict.violation().arguments().contains(other))
                .extracting(FaultVerdict::state)
                .containsExactly(Avoidability.UNAVOIDABLE);
        assertThat(explain(locked, PLAN, faults))
                .filteredOn(verdict -> verdict.violation().arguments().contains(LUNCH))
                .extracting(FaultVerdict::state)
                .containsExactly(Avoidability.AVOIDABLE);
    }

    @Test
    void clashIsNotProvedFromAnotherClashOfThePersonOnThatDate() {
        StaffId person = holder(0);
        Problem locked = CAMP.withLocks(
                List.of(new SessionLock(
                        LUNCH, null, null, null, List.of(new SeatLock(0, person), new SeatLock(1, person)))),
                List.of());
        Timetable once = SeatEditor.withHolders(PLAN, Map.of(LUNCH, Map.of(1, Optional.of(person))));
        Meeting other = PLAN.meetings().stream()
                .filter(meeting -> meeting.time().firstDate().equals(LAST_DAY)
                        && !meeting.sessionId().equals(LUNCH)
                        && meeting.seats().size() > 1
                        && person.equals(meeting.seats().getFirst().staffId()))
                .findFirst()
                .orElseThrow();
        Timetable twice = SeatEditor.withHolders(once, Map.of(other.sessionId(), Map.of(1, Optional.of(person))));

        assertThat(explain(locked, once, faults(locked, once, "core.person-in-two-places")))
                .extracting(FaultVerdict::state)
                .containsExactly(Avoidability.UNAVOIDABLE);
        assertThat(explain(locked, twice, faults(locked, twice, "core.person-in-two-places")))
                .isNotEmpty()
                .noneMatch(verdict -> verdict.state() == Avoidability.UNAVOIDABLE);
    }

    @Test
    void restThatADutyCutsShortIsAvoidable() {
        Timetable tired = withShortRest();
        List<RuleViolation> faults = faults(CAMP, tired, "core.daily-rest");

        assertThat(explain(CAMP, tired, faults)).isNotEmpty().allSatisfy(verdict -> {
            assertThat(verdict.state()).isEqualTo(Avoidability.AVOIDABLE);
            assertThat(CampFixture.CHECKER.check(CAMP, Objects.requireNonNull(verdict.repaired())))
                    .doesNotContain(verdict.violation());
        });
    }

    /** Returns the plan with somebody else in one seat, who then has too little rest and nothing worse. */
    private static Timetable withShortRest() {
        for (Meeting meeting : PLAN.meetings()) {
            for (StaffMember person : CAMP.staff()) {
                if (!meeting.seats().isEmpty()) {
                    Timetable changed = SeatEditor.withHolders(
                            PLAN, Map.of(meeting.sessionId(), Map.of(0, Optional.of(person.id()))));
                    List<RuleViolation> hard = CampFixture.CHECKER.checkRules(CAMP, changed).stream()
                            .filter(fault -> fault.level() == Level.HARD)
                            .toList();
                    if (hard.size() == 1 && hard.getFirst().rule().equals("core.daily-rest")) {
                        return changed;
                    }
                }
            }
        }
        throw new IllegalStateException("No change cuts a rest short.");
    }
}
