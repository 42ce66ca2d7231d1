package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Camps that are short of staff: each change that is offered is applied, planned and checked again here. */
class StaffingRemediesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final LocalDate LAST_OF_SMALL = LocalDate.of(2026, 9, 9);
    private static final ProofLimits LIMITS = new ProofLimits(1, null);
    private static final StaffId ANNA = new StaffId("anna");
    private static final Planner REPAIRING =
            CampFixture.PLANNER.withOpenSeatRepair(new ExactSeatRepair(CampFixture.PROOF));

    @Test
    void personWhoIsAwayIsAskedToComeForTheTimesOfTheSeat() {
        Problem camp = CampFixture.camp("small-camp");
        Problem problem = change(
                camp, person -> person.id().equals(ANNA) ? person : away(person, LAST_OF_SMALL, LocalTime.of(13, 0)));

        List<Remedy> remedies = confirmedForOpenSeats(problem, 1);

        assertThat(steps(remedies)).hasAtLeastOneElementOfType(RemedyStep.Come.class);
        assertThat(remedies)
                .filteredOn(remedy -> remedy.steps().getFirst() instanceof RemedyStep.Come)
                .allSatisfy(remedy -> assertThat(remedy.agreement()).containsExactly(Agreement.COLLEAGUE));
    }

    @Test
    void lockAsEmptyIsRemovedForTwoPoints() {
        Problem camp = CampFixture.camp("small-camp");
        var lunch = new SessionId("camp/all/2026-09-09/lunch");
        Problem problem = camp.withLocks(
                List.of(new SessionLock(lunch, null, null, null, List.of(new SeatLock(0, null)))), List.of());

        List<Remedy> remedies = confirmedBeforePlanning(problem);

        assertThat(remedies.getFirst().steps()).containsExactly(new RemedyStep.Unlock(List.of(lunch), 1));
        assertThat(remedies.getFirst().cost()).isEqualTo(2);
        assertThat(remedies.getFirst().agreement()).containsExactly(Agreement.PLANNER);
    }

    /** Two teams lack somebody at the same time; a seat fewer of that block serves both. */
    @Test
    void oneSeatFewerIsOfferedOnceForMeetingsOfABlock() {
        Problem camp = CampFixture.camp("small-camp", json -> json.replace("\"count\": 1", "\"count\": 2"));
        Set<StaffId> present =
                camp.staff().stream().limit(2).map(StaffMember::id).collect(Collectors.toSet());
        var morning = new Period(
                FIRST.plusDays(1), FIRST.plusDays(1), new TreeSet<>(), LocalTime.of(9, 0), LocalTime.of(10, 30));
        Problem problem = change(
                camp,
                person -> present.contains(person.id())
                        ? person
                        : person.withAvailability(new Availability(List.of(), List.of(morning))));

        var conflicts = CampFixture.PROOF
                .findConflicts(problem, CampFixture.PLANNER.demands(problem), CampFixture.LIMITS)
                .conflicts();
        List<Remedy> remedies =
                CampFixture.REMEDIES.resolve(problem, conflicts, LIMITS).remedies();

        assertThat(steps(remedies))
                .filteredOn(RemedyStep.OneSeatFewer.class::isInstance)
                .hasSize(1);
    }

    @Test
    void hoursADayAreRaisedByAsManyAsThePlanNeeds() {
        Problem problem = change(CampFixture.camp("small-camp"), person -> rules(person, 35, 8));

        List<Remedy> remedies = confirmedBeforePlanning(problem);

        assertThat(steps(remedies))
                .filteredOn(RemedyStep.RaiseHours.class::isInstance)
                .isNotEmpty()
                .allSatisfy(step -> {
                    var raised = (RemedyStep.RaiseHours) step;
                    assertThat(raised.before()).isEqualByComparingTo("8");
                    assertThat(raised.after()).isBetween(9, 24);
                });
        assertThat(remedies.getFirst().cost()).isLessThanOrEqualTo(4 * RemedyStep.RaiseHours.POINTS_AN_HOUR);
    }

    @Test
    void weeklyRestOfTheLawIsNeverGivenUpButTheSchoolsOwnIs() {
        assertThat(priceOfWeeklyRest(35)).isEmpty();
        assertThat(priceOfWeeklyRest(36)).isPresent();
        WorkRules own = new WorkRules(11, 48, null, 10, null, 48, 17, LocalTime.of(17, 0));
        Problem back = new RemedyStep.LegalWeeklyRest(ANNA, own).applyTo(CampFixture.camp("small-camp"));
        assertThat(Objects.requireNonNull(back.staffMember(ANNA).orElseThrow().work())
                        .weeklyRestHours())
                .isEqualTo(35);
    }

    private static Optional<FactPrice> priceOfWeeklyRest(int hours) {
        Problem problem = change(CampFixture.camp("small-camp"), person -> rules(person, hours, 10));
        return new CorrectionSteps(StaffingCase.beforePlanning(problem, List.of()))
                .price(ProofFact.of(ProofFact.Kind.WEEKLY_REST, ANNA, FIRST, hours));
    }

    @Test
    void personComesAfterAllOnlyForTheHoursOfTheDuty() {
        Problem camp = CampFixture.camp("small-camp");
        Problem problem = change(camp, person -> away(person, LAST_OF_SMALL, null));
        var come = new RemedyStep.Come(ANNA, LAST_OF_SMALL.atTime(12, 30), LAST_OF_SMALL.atTime(13, 15));

        var before = away(problem);
        var after = away(come.applyTo(problem));

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(2);
        assertThat(after.getFirst().start()).isEqualTo(before.getFirst().start());
        assertThat(after.getLast().end()).isEqualTo(before.getFirst().end());
        assertThat(after.getLast().start() - after.getFirst().end()).isEqualTo(45);
        assertThat(come.cost()).isEqualTo(4);
    }

    @Test
    void personWhoComesAfterAllIsStillBusyInOtherPlans() {
        Period day = Period.wholeDay(LAST_OF_SMALL);
        Problem problem = change(
                CampFixture.camp("small-camp"),
                person -> person.withAvailability(new Availability(List.of(), List.of(day), List.of(day))));
        var come = new RemedyStep.Come(ANNA, LAST_OF_SMALL.atTime(12, 30), LAST_OF_SMALL.atTime(13, 15));

        assertThat(away(come.applyTo(problem))).isEqualTo(away(problem));
    }

    private static List<Interval> away(Problem problem) {
        return problem.staffMember(ANNA).orElseThrow().availability().unavailableIntervals(problem.horizon());
    }

    @Test
    @Tag("proofs")
    void everyChangeOfferedForSevenStaffVariantsWorks() {
        Problem camp = CampFixture.camp("seven-staff");
        StaffMember other = camp.staff().get(1);
        Problem fewer = camp.withStaff(camp.staff().subList(1, camp.staff().size()));
        List<Problem> variants = List.of(
                camp.withStaff(camp.staff().subList(2, camp.staff().size())),
                change(
                        fewer,
                        person -> away(person, FIRST.plusDays(2), person.equals(other) ? null : LocalTime.of(22, 0))));
        int offered = 0;
        var kinds = new LinkedHashSet<String>();
        for (Problem problem : variants) {
            List<Remedy> remedies = confirmedForOpenSeats(problem, 1);
            offered += remedies.size();
            steps(remedies).forEach(step -> kinds.add(step.getClass().getSimpleName()));
        }
        assertThat(offered).isGreaterThan(variants.size());
        assertThat(kinds).hasSizeGreaterThan(2);
    }

    /** Returns the remedies of the first open seats of a plan, each applied and checked again. */
    static List<Remedy> confirmedForOpenSeats(Problem problem, int most) {
        Timetable plan = CampFixture.solve(REPAIRING, problem, 2_000, 1);
        Map<String, Long> before = sums(CampFixture.CHECKER.checkRules(problem, plan));
        var all = new ArrayList<Remedy>();
        CampFixture.PROOF
                .explainOpenSeats(problem, CampFixture.PLANNER.demands(problem), plan, CampFixture.LIMITS)
                .stream()
                .limit(most)
                .forEach(seat -> {
                    long start = System.nanoTime();
                    RemedyReport report =
                            CampFixture.REMEDIES.fillSeat(problem, plan, seat.session(), seat.position(), LIMITS);
                    if (Boolean.getBoolean("grundskema.print")) {
                        System.out.println(seat.session() + " " + seat.state() + " tried " + report.tried() + " "
                                + (System.nanoTime() - start) / 1_000_000 + " ms");
                        print(report);
                    }
                    report.remedies().forEach(remedy -> {
                        assertReapplies(problem, remedy);
                        Timetable changed = Objects.requireNonNull(remedy.plan());
                        assertThat(CampFixture.CHECKER.validate(remedy.problem(), changed))
                                .isEmpty();
                        Map<String, Long> after = sums(CampFixture.CHECKER.checkRules(remedy.problem(), changed));
                        assertThat(after.getOrDefault("core.missing-adult", 0L))
                                .isLessThan(before.getOrDefault("core.missing-adult", 0L));
                        assertThat(after)
                                .allSatisfy((rule, amount) ->
                                        assertThat(amount).as(rule).isLessThanOrEqualTo(before.getOrDefault(rule, 0L)));
                        assertNoMoreThanNeeded(problem, remedy, changed, before);
                    });
                    assertThat(report.remedies()).hasSizeLessThanOrEqualTo(StaffingRemedies.MOST);
                    assertThat(report.remedies()).extracting(Remedy::cost).isSorted();
                    all.addAll(report.remedies());
                });
        return all;
    }

    /** A person is asked to come for meetings of the plan only, and no limit of hours could be raised by an hour less. */
    private static void assertNoMoreThanNeeded(
            Problem problem, Remedy remedy, Timetable plan, Map<String, Long> before) {
        for (RemedyStep step : remedy.steps()) {
            if (step instanceof RemedyStep.Come come) {
                var asked = Interval.between(come.from(), come.until(), plan.zone());
                List<Interval> attended = plan.meetings().stream()
                        .filter(meeting -> meeting.seats().stream()
                                .anyMatch(seat -> come.person().equals(seat.staffId())))
                        .flatMap(meeting -> meeting.time().intervals(plan.zone()).stream())
                        .filter(asked::overlaps)
                        .sorted()
                        .toList();
                assertThat(attended).as("%s", step).isNotEmpty();
                assertThat(attended.getFirst().start()).as("%s", step).isLessThanOrEqualTo(asked.start());
                assertThat(attended.getLast().end()).as("%s", step).isGreaterThanOrEqualTo(asked.end());
            } else if (step instanceof RemedyStep.RaiseHours raised
                    && raised.after() - 1 > raised.before().intValue()) {
                Problem less = problem;
                for (RemedyStep other : remedy.steps()) {
                    less = (other.equals(step) ? raised.to(raised.after() - 1) : other).applyTo(less);
                }
                assertThat(sums(CampFixture.CHECKER.checkRules(less, plan)))
                        .as("%s", step)
                        .anySatisfy((rule, amount) -> assertThat(amount).isGreaterThan(before.getOrDefault(rule, 0L)));
            }
        }
    }

    /** Returns the remedies of a problem that cannot be planned, each planned by the solver and checked. */
    static List<Remedy> confirmedBeforePlanning(Problem problem) {
        var conflicts = CampFixture.PROOF
                .findConflicts(problem, CampFixture.PLANNER.demands(problem), CampFixture.LIMITS)
                .conflicts();
        assertThat(conflicts).isNotEmpty();
        long start = System.nanoTime();
        RemedyReport report = CampFixture.REMEDIES.resolve(problem, conflicts, LIMITS);
        if (Boolean.getBoolean("grundskema.print")) {
            System.out.println(
                    "before planning: tried " + report.tried() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
            print(report);
        }
        report.remedies().forEach(remedy -> {
            assertReapplies(problem, remedy);
            Timetable plan = CampFixture.solve(REPAIRING, remedy.problem(), 5_000, 1);
            assertThat(CampFixture.openSeats(plan)).as("%s", remedy.steps()).isZero();
            assertThat(CampFixture.CHECKER.check(remedy.problem(), plan))
                    .as("%s", remedy.steps())
                    .isEmpty();
        });
        assertThat(report.remedies()).extracting(Remedy::cost).isSorted();
        return report.remedies();
    }

    private static void print(RemedyReport report) {
        var texts = new Texts(Locale.of("en"), List.of(ProofTexts.bundle(Locale.of("en"))), Objects::requireNonNull);
        report.remedies()
                .forEach(remedy -> System.out.println("  " + remedy.cost() + " "
                        + remedy.steps().stream()
                                .map(step -> texts.sentenceOf(step.toFinding()))
                                .toList()
                        + " " + remedy.agreement() + " " + remedy.changes().size()));
    }

    private static void assertReapplies(Problem problem, Remedy remedy) {
        Problem changed = problem;
        for (RemedyStep step : remedy.steps()) {
            changed = step.applyTo(changed);
        }
        assertThat(changed).isEqualTo(remedy.problem()).isNotEqualTo(problem);
    }

    private static Map<String, Long> sums(List<RuleViolation> faults) {
        Map<String, Long> sums = new TreeMap<>();
        faults.forEach(fault -> sums.merge(fault.rule(), fault.amount(), Long::sum));
        return sums;
    }

    private static List<RemedyStep> steps(List<Remedy> remedies) {
        return remedies.stream().flatMap(remedy -> remedy.steps().stream()).toList();
    }

    private static Problem change(Problem problem, UnaryOperator<StaffMember> change) {
        return problem.withStaff(problem.staff().stream().map(change).toList());
    }

    private static StaffMember away(StaffMember person, LocalDate date, @Nullable LocalTime from) {
        var except = new ArrayList<>(person.availability().except());
        except.add(new Period(date, date, new TreeSet<>(), from, null));
        return person.withAvailability(new Availability(List.of(), except));
    }

    private static StaffMember rules(StaffMember person, int weeklyRest, int hoursADay) {
        return StaffingModelAgreementTest.withRules(
                person, new WorkRules(11, weeklyRest, null, hoursADay, null, 48, 17, LocalTime.of(17, 0)));
    }
}
