package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.PlantedPlugin.Held;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exact model does not know the limits of dates. So it claims nothing that depends on them: it proves no seat unavoidable because of them, and the
 * independent checker keeps it from offering a plan that breaks them.
 */
class DateLimitProofTest {
    private static final WorkRules FREE = new WorkRules(8, 24, null, null, null, 168, 52, LocalTime.of(17, 0));
    private static final ProofLimits LIMITS = new ProofLimits(5, null);
    private static final StaffingProof PROOF = new StaffingProof(PlantedSchool.CHECKER, CpSatLibrary.installed());
    private static final StaffId ANNA = new StaffId("anna");
    private static final StaffId BO = new StaffId("bo");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Held FIRST = held("first", MONDAY, 8);
    private static final Held SAME_DAY = held("second", MONDAY, 18);
    private static final Held NEXT_DAY = held("second", MONDAY.plusDays(1), 8);

    /**
     * A limit that keeps the person who has the first session from the second one.
     *
     * @param rule   the rule that the second one breaks
     * @param amount by how much
     */
    record Case(String rule, WorkRules work, Held second, long amount) {
        PlantedSchool school(WorkRules rules, StaffId... people) {
            return new PlantedSchool(
                    Stream.of(people).map(person -> member(person, rules)).toList(),
                    15,
                    List.of(FIRST, second),
                    List.of(),
                    List.of());
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    private static Held held(String id, LocalDate date, int hour) {
        return new Held(id, new SiteId("near"), date, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0), 1, "");
    }

    private static StaffMember member(StaffId id, WorkRules work) {
        return new StaffMember(
                id,
                id.value(),
                Collections.emptySortedSet(),
                Availability.always(),
                37,
                0,
                List.of(),
                null,
                null,
                work);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "core.long-day",
                        FREE.withDateLimits(new DutyLimit(600, Level.HARD), null, null),
                        SAME_DAY,
                        120),
                new Case(
                        "core.rest-between-dates",
                        FREE.withDateLimits(null, new DutyLimit(1440, Level.HARD), null),
                        NEXT_DAY,
                        120),
                new Case(
                        "core.free-dates", FREE.withDateLimits(null, null, new FreeDates(6, Level.HARD)), NEXT_DAY, 1));
    }

    /** Anna has the first session, nobody the second one. */
    private static Timetable plan(PlantedSchool school) {
        return school.plan(Map.of(FIRST.sessionId(), Map.of(0, ANNA)));
    }

    private static SeatVerdict verdict(PlantedSchool school) {
        Problem problem = school.problem();
        List<SeatVerdict> verdicts =
                PROOF.explainOpenSeats(problem, PlantedSchool.demands(problem), plan(school), LIMITS);
        assertThat(verdicts).hasSize(1);
        return verdicts.getFirst();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void seatThatOnlyTheLimitKeepsOpenIsCalledNeitherAvoidableNorUnavoidable(Case one) {
        assertThat(verdict(one.school(FREE, ANNA)).state()).isEqualTo(Avoidability.AVOIDABLE);
        PlantedSchool school = one.school(one.work(), ANNA);
        assertThat(verdict(school).state()).isEqualTo(Avoidability.UNKNOWN);

        Problem problem = school.problem();
        assertThat(PROOF.repairOpenSeats(problem, PlantedSchool.demands(problem), plan(school), LIMITS, () -> false))
                .isEmpty();
        assertThat(PROOF.boundOpenSeats(problem, PlantedSchool.demands(problem), plan(school), LIMITS))
                .isEqualTo(new OpenSeatBound(1, 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void seatGoesToACandidateWithinTheLimit(Case one) {
        PlantedSchool school = one.school(one.work(), ANNA, BO);
        SeatVerdict verdict = verdict(school);

        assertThat(verdict.state()).isEqualTo(Avoidability.AVOIDABLE);
        assertThat(verdict.repaired()).isNotNull();
        assertThat(PlantedSchool.CHECKER.checkRules(school.problem(), verdict.repaired()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void explanationOfACandidateNamesTheLimitAndByHowMuchItFails(Case one) {
        Problem problem = one.school(one.work(), ANNA).problem();
        var explainer = new CandidateExplainer(
                problem,
                PlantedSchool.demands(problem),
                plan(one.school(one.work(), ANNA)),
                PlantedSchool.CHECKER,
                CpSatLibrary.installed());
        SessionId second = one.second().sessionId();

        assertThat(explainer.explainWithCounterfactuals(second))
                .flatExtracting(SeatCandidateReport::candidates)
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.person()).isEqualTo(ANNA);
                    assertThat(candidate.violations())
                            .extracting(RuleViolation::rule, RuleViolation::amount)
                            .containsExactly(tuple(one.rule(), one.amount()));
                });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trialBeforePlanningAcceptsNoPlanThatBreaksTheLimit(Case one) {
        assertThat(isPossible(one.school(FREE, ANNA))).isTrue();
        assertThat(isPossible(one.school(one.work(), ANNA))).isFalse();
        assertThat(isPossible(one.school(one.work(), ANNA, BO))).isTrue();
    }

    private static boolean isPossible(PlantedSchool school) {
        return new PlanningTrial(PlantedSchool.CHECKER, PlantedSchool::demands, LIMITS.start())
                .find(school.problem())
                .isPresent();
    }
}
