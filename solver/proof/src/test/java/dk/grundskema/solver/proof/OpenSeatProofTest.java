package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A camp for two in each seat, in which all but Anna are away on the last day. */
class OpenSeatProofTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 9);
    private static final SessionId LUNCH = new SessionId("camp/all/2026-09-09/lunch");
    private static final StaffId ANNA = new StaffId("anna");

    private static final Problem PROBLEM = withOnlyAnnaOnTheLastDay();
    private static final Timetable PLAN = CampFixture.solve(CampFixture.PLANNER, PROBLEM, 400, 1);

    private static Problem withOnlyAnnaOnTheLastDay() {
        Problem camp = CampFixture.camp("small-camp");
        var away = new Availability(List.of(), List.of(new Period(LAST_DAY, LAST_DAY, new TreeSet<>(), null, null)));
        return camp.withStaff(camp.staff().stream()
                .map(person -> person.id().equals(ANNA) ? person : person.withAvailability(away))
                .toList());
    }

    @Test
    void boundCountsASeatOfEachMeetingOfTheLastDayAndOfTheNightBefore() {
        OpenSeatBound bound = CampFixture.PROOF.boundOpenSeats(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), PLAN, CampFixture.LIMITS);

        long meetings = PLAN.meetings().stream()
                .filter(meeting -> meeting.time().firstDate().equals(LAST_DAY)
                        && meeting.seats().stream().anyMatch(seat -> seat.required()))
                .count();
        assertThat(bound.open()).isEqualTo((int) CampFixture.openSeats(PLAN));
        assertThat(bound.unavoidable())
                .isNotNull()
                .isGreaterThanOrEqualTo((int) meetings)
                .isLessThanOrEqualTo(bound.open());
    }

    @Test
    void boundThatTheTimeLimitEndedSaysSo() {
        var demands = CampFixture.PLANNER.demands(PROBLEM);
        var noTime = new ProofLimits(20, Duration.ofNanos(1));

        assertThat(CampFixture.PROOF
                        .boundOpenSeats(PROBLEM, demands, PLAN, noTime)
                        .isLimited())
                .isTrue();
        assertThat(CampFixture.PROOF
                        .boundOpenSeats(PROBLEM, demands, PLAN, CampFixture.LIMITS)
                        .isLimited())
                .isFalse();
    }

    @Test
    void openSeatIsUnavoidableBecauseOfTheAbsences() {
        List<SeatVerdict> verdicts = CampFixture.PROOF.explainOpenSeats(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), PLAN, CampFixture.LIMITS);

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.session().equals(LUNCH))
                .isNotEmpty()
                .allSatisfy(verdict -> {
                    assertThat(verdict.state()).isEqualTo(Avoidability.UNAVOIDABLE);
                    assertThat(verdict.reason()).anyMatch(fact -> fact.kind() == Kind.UNAVAILABLE);
                });
    }

    @Test
    void explanationOfAMeetingNamesTheAbsence() {
        var explainer = new CandidateExplainer(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), PLAN, CampFixture.CHECKER, CpSatLibrary.installed());

        assertThat(explainer.explainWithCounterfactuals(LUNCH))
                .hasSize(2)
                .allSatisfy(seat -> assertThat(seat.candidates())
                        .filteredOn(candidate -> !candidate.person().equals(ANNA))
                        .isNotEmpty()
                        .allSatisfy(candidate -> assertThat(candidate.violations())
                                .anyMatch(fault -> fault.rule().equals("core.staff-unavailable")))
                        .allSatisfy(candidate -> assertThat(candidate.toLift())
                                .isNotEmpty()
                                .anyMatch(fact -> fact.kind() == Kind.UNAVAILABLE
                                        && fact.arguments().getFirst().equals(candidate.person()))));
    }

    @Test
    void dutiesInOtherPlansAreNamedAsSuchAndNoRemedyLiftsThem() {
        Problem busy = PROBLEM.withStaff(PROBLEM.staff().stream()
                .map(person -> person.withAvailability(new Availability(
                        List.of(), List.of(), person.availability().except())))
                .toList());
        var demands = CampFixture.PLANNER.demands(busy);
        var explainer = new CandidateExplainer(busy, demands, PLAN, CampFixture.CHECKER, CpSatLibrary.installed());

        assertThat(explainer.explainWithCounterfactuals(LUNCH))
                .hasSize(2)
                .allSatisfy(seat -> assertThat(seat.candidates())
                        .filteredOn(candidate -> !candidate.person().equals(ANNA))
                        .isNotEmpty()
                        .allSatisfy(candidate -> {
                            assertThat(candidate.details())
                                    .anyMatch(detail -> detail.code().equals("proof.fact.elsewhere"));
                            assertThat(candidate.violations())
                                    .noneMatch(fault -> fault.rule().equals("core.staff-unavailable"));
                            assertThat(candidate.toLift()).anyMatch(fact -> fact.kind() == Kind.ELSEWHERE);
                        }));
        assertThat(CampFixture.PROOF.explainOpenSeats(busy, demands, PLAN, CampFixture.LIMITS))
                .filteredOn(verdict -> verdict.session().equals(LUNCH))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.reason()).anyMatch(fact -> fact.kind() == Kind.ELSEWHERE));
        assertThat(comingTo(PROBLEM)).isNotEmpty();
        assertThat(comingTo(busy)).isEmpty();
    }

    @Test
    void personWhoIsAwayAndBusyInAnotherPlanIsToldBoth() {
        Problem both = PROBLEM.withStaff(PROBLEM.staff().stream()
                .map(person -> person.withAvailability(new Availability(
                        List.of(),
                        person.availability().except(),
                        person.availability().except())))
                .toList());
        var explainer = new CandidateExplainer(
                both, CampFixture.PLANNER.demands(both), PLAN, CampFixture.CHECKER, CpSatLibrary.installed());

        assertThat(explainer.explain(LUNCH))
                .allSatisfy(seat -> assertThat(seat.candidates())
                        .filteredOn(candidate -> !candidate.person().equals(ANNA))
                        .isNotEmpty()
                        .allSatisfy(candidate -> {
                            assertThat(candidate.details())
                                    .anyMatch(detail -> detail.code().equals("proof.fact.elsewhere"));
                            assertThat(candidate.violations())
                                    .anyMatch(fault -> fault.rule().equals("core.staff-unavailable"));
                        }));
    }

    private static List<RemedyStep> comingTo(Problem changed) {
        Meeting lunch = meeting(PLAN, LUNCH);
        int open = IntStream.range(0, lunch.seats().size())
                .filter(place -> lunch.seats().get(place).staffId() == null)
                .findFirst()
                .orElseThrow();
        return CampFixture.REMEDIES.fillSeat(changed, PLAN, LUNCH, open + 1, CampFixture.LIMITS).remedies().stream()
                .flatMap(remedy -> remedy.steps().stream())
                .filter(RemedyStep.Come.class::isInstance)
                .toList();
    }

    @Test
    void candidateWithAnotherSeatOfTheMeetingIsToldSo() {
        var explainer = new CandidateExplainer(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), PLAN, CampFixture.CHECKER, CpSatLibrary.installed());
        Meeting shared = PLAN.meetings().stream()
                .filter(one -> one.seats().stream()
                                .filter(seat -> seat.staffId() != null)
                                .count()
                        > 1)
                .findFirst()
                .orElseThrow();
        StaffId second = Objects.requireNonNull(shared.seats().get(1).staffId());

        assertThat(explainer.explain(shared.sessionId()).getFirst().candidates())
                .filteredOn(candidate -> candidate.person().equals(second))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.details())
                            .contains(Finding.info("proof.other-seat", "", second, 2, shared.sessionId()));
                    assertThat(candidate.violations())
                            .noneMatch(fault -> fault.rule().contains("two-places"));
                });
    }

    /** Lifting the facts that are named makes the seat possible for the person; leaving any one of them out does not. */
    @Test
    void whatWouldHaveToChangeIsTheLeast() {
        var explainer = new CandidateExplainer(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), PLAN, CampFixture.CHECKER, CpSatLibrary.installed());
        var night = new SessionId("camp/all/2026-09-08/night");

        List<ProofFact> facts = explainer.explainWithCounterfactuals(night).stream()
                .flatMap(seat -> seat.candidates().stream())
                .flatMap(candidate -> candidate.toLift().stream())
                .toList();

        assertThat(facts).isNotEmpty().noneMatch(fact -> fact.kind() == Kind.ONE_PLACE || fact.kind() == Kind.TRAVEL);
        assertThat(explainer.explainWithCounterfactuals(night))
                .allSatisfy(seat -> assertThat(seat.candidates())
                        .filteredOn(candidate -> !candidate.toLift().isEmpty())
                        .allSatisfy(
                                candidate -> assertThat(candidate.violations().size()
                                                + candidate.details().size())
                                        .isPositive()));
    }

    /** Others than Anna are away on the last day. One of them is on duty in all meetings before, and in one on that day. */
    @Test
    void faultsOfThePlanAreNoReasonToGiveUpDutiesAndDoNotHideAnAbsence() {
        StaffId person = PROBLEM.staff().stream()
                .map(StaffMember::id)
                .filter(one -> !one.equals(ANNA))
                .findFirst()
                .orElseThrow();
        MeetingTime lunch = meeting(PLAN, LUNCH).time();
        Timetable faulty = PLAN;
        boolean isAway = false;
        var taken = new ArrayList<>(List.of(lunch));
        PLAN.meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> person.equals(seat.staffId())))
                .forEach(one -> taken.add(one.time()));
        for (Meeting one : PLAN.meetings()) {
            boolean isFree = taken.stream().noneMatch(time -> MeetingTimeOverlap.overlaps(time, one.time()));
            boolean isOnLastDay = one.time().firstDate().equals(LAST_DAY);
            boolean isWanted = isOnLastDay ? one.end().isBefore(lunch.start()) && !isAway : isFree;
            if (isFree && isWanted && !one.seats().isEmpty()) {
                isAway |= isOnLastDay;
                taken.add(one.time());
                faulty = SeatEditor.withHolders(faulty, Map.of(one.sessionId(), Map.of(0, Optional.of(person))));
            }
        }
        assertThat(CampFixture.CHECKER.check(PROBLEM, faulty))
                .anyMatch(fault -> fault.rule().equals("core.daily-rest"))
                .anyMatch(fault -> fault.rule().equals("core.staff-unavailable"));
        var explainer = new CandidateExplainer(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), faulty, CampFixture.CHECKER, CpSatLibrary.installed());

        assertThat(explainer.explainWithCounterfactuals(LUNCH))
                .flatExtracting(SeatCandidateReport::candidates)
                .filteredOn(candidate -> candidate.person().equals(person))
                .isNotEmpty()
                .allSatisfy(candidate -> assertThat(candidate.toLift())
                        .extracting(ProofFact::kind)
                        .containsExactly(Kind.UNAVAILABLE));
    }

    private static Meeting meeting(Timetable timetable, SessionId id) {
        return timetable.meetings().stream()
                .filter(one -> one.sessionId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutLibraryNothingIsSaidAboutWhatWouldHaveToChange() {
        var explainer = new CandidateExplainer(
                PROBLEM, CampFixture.PLANNER.demands(PROBLEM), PLAN, CampFixture.CHECKER, new CpSatLibrary(() -> {
                    throw new UnsatisfiedLinkError("no jniortools");
                }));

        assertThat(explainer.explainWithCounterfactuals(LUNCH))
                .isNotEmpty()
                .allSatisfy(seat -> assertThat(seat.candidates())
                        .allSatisfy(candidate -> assertThat(candidate.toLift()).isEmpty()));
    }
}
