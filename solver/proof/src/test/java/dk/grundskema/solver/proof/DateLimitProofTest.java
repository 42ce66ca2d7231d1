package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.FormulaSolver.State;
import dk.grundskema.solver.proof.PlantedPlugin.Held;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.RemedyStep.EaseDates;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest day, the rest between dates and free dates in proofs and remedies, if they are rules. */
class DateLimitProofTest {
    private static final WorkRules FREE = new WorkRules(8, 24, null, null, null, 168, 52, LocalTime.of(17, 0));
    private static final ProofLimits LIMITS = new ProofLimits(5, null);
    private static final StaffingProof PROOF = new StaffingProof(PlantedSchool.CHECKER, CpSatLibrary.installed());
    private static final StaffingRemedies REMEDIES = new StaffingRemedies(
            PlantedSchool.CHECKER,
            CpSatLibrary.installed(),
            PlantedSchool::demands,
            type -> Optional.of(new PlantedPlugin()));
    private static final Texts ENGLISH =
            new Texts(Locale.of("en"), List.of(ProofTexts.bundle(Locale.of("en"))), Objects::requireNonNull);
    private static final int DRAWS = 150;
    private static final StaffId ANNA = new StaffId("anna");
    private static final StaffId BO = new StaffId("bo");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Held FIRST = held("first", MONDAY, 8);
    private static final Held SAME_DAY = held("second", MONDAY, 18);
    private static final Held NEXT_DAY = held("second", MONDAY.plusDays(1), 8);

    /**
     * A limit that keeps the person who has the first session from the second one.
     *
     * @param rule     the rule that the second one breaks
     * @param amount   by how much
     * @param fact     the limit as a fact
     * @param sentence the fact as a sentence
     * @param remedy   the sentence of the change that eases the limit
     */
    record Case(String rule, WorkRules work, Held second, long amount, ProofFact fact, String sentence, String remedy) {
        WorkRules atLevel(Level level) {
            DutyLimit longest = work.longestDay();
            DutyLimit rest = work.restBetweenDates();
            FreeDates free = work.freeDates();
            return work.withDateLimits(
                    longest == null ? null : new DutyLimit(longest.minutes(), level),
                    rest == null ? null : new DutyLimit(rest.minutes(), level),
                    free == null ? null : new FreeDates(free.perWeek(), level));
        }

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
        return new Held(id, new SiteId("near"), date, LocalTime.of(hour, 0), LocalTime.of((hour + 2) % 24, 0), 1, "");
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
                        120,
                        ProofFact.of(Kind.LONGEST_DAY, ANNA, MONDAY, Duration.ofHours(10)),
                        "Anna may be at work for 10 h on Monday 7 September at most, from the start of the first duty to the end of the last.",
                        "Anna may be at work for 12 h on a day instead of 10 h, from the start of the first duty to the end of the last."),
                new Case(
                        "core.rest-between-dates",
                        FREE.withDateLimits(null, new DutyLimit(1440, Level.HARD), null),
                        NEXT_DAY,
                        120,
                        ProofFact.of(Kind.REST_BETWEEN_DATES, ANNA, MONDAY.plusDays(1), Duration.ofHours(24)),
                        "Anna must rest 24 h between the last duty before Tuesday 8 September and the first duty on that date.",
                        "Anna rests at least 22 h between the duties of two dates instead of 24 h."),
                new Case(
                        "core.free-dates",
                        FREE.withDateLimits(null, null, new FreeDates(6, Level.HARD)),
                        NEXT_DAY,
                        1,
                        ProofFact.of(Kind.FREE_DATES, ANNA, new IsoWeek(2026, 37), 6),
                        "Anna must have 6 dates without any work in week 2026-W37.",
                        "Anna gets 5 dates a week without any work instead of 6."));
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
    void seatThatOnlyTheLimitKeepsOpenIsUnavoidableAndNamesTheLimit(Case one) {
        assertThat(verdict(one.school(FREE, ANNA)).state()).isEqualTo(Avoidability.AVOIDABLE);
        PlantedSchool school = one.school(one.work(), ANNA);
        SeatVerdict verdict = verdict(school);
        assertThat(verdict.state()).isEqualTo(Avoidability.UNAVOIDABLE);
        assertThat(verdict.reason()).contains(one.fact());

        Problem problem = school.problem();
        assertThat(PROOF.repairOpenSeats(problem, PlantedSchool.demands(problem), plan(school), LIMITS, () -> false))
                .isEmpty();
        assertThat(PROOF.boundOpenSeats(problem, PlantedSchool.demands(problem), plan(school), LIMITS))
                .isEqualTo(new OpenSeatBound(1, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void contradictionIsTheTwoSeatsAndTheLimit(Case one) {
        assertThat(conflicts(one.school(one.work(), ANNA)))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.facts())
                        .hasSize(3)
                        .contains(one.fact())
                        .filteredOn(fact -> fact.kind() == Kind.SEAT)
                        .hasSize(2));
        assertThat(conflicts(one.school(one.work(), ANNA, BO))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void guidelineOrWishIsNoFactOfAContradiction(Case one) {
        assertThat(conflicts(one.school(one.atLevel(Level.MEDIUM), ANNA))).isEmpty();
        assertThat(conflicts(one.school(one.atLevel(Level.SOFT), ANNA))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void limitEasedByWhatIsMissingIsOfferedAndMakesAPlanPossible(Case one) {
        PlantedSchool school = one.school(one.work(), ANNA);

        Remedy remedy = REMEDIES.resolve(school.problem(), conflicts(school), LIMITS).remedies().stream()
                .filter(some -> some.steps().getFirst() instanceof EaseDates)
                .findFirst()
                .orElseThrow();

        var step = (EaseDates) remedy.steps().getFirst();
        assertThat(remedy.steps()).hasSize(1);
        assertThat(step.by()).isEqualTo((int) one.amount());
        assertThat(remedy.cost()).isEqualTo(6);
        assertThat(remedy.agreement()).containsExactly(Agreement.COLLEAGUE, Agreement.HEAD);
        assertThat(school.with(step.applyTo(school.problem())).solve()).isPresent();
        assertThat(isPossible(school.with(step.applyTo(school.problem())))).isTrue();
        assertThat(ENGLISH.sentenceOf(step.toFinding())).isEqualTo(one.remedy());
        assertThat(ENGLISH.sentenceOf(one.fact().toFinding())).isEqualTo(one.sentence());
    }

    @Test
    void restOfWhichNothingIsLeftDoesNotApply() {
        var work = WorkRules.defaults().withDateLimits(null, new DutyLimit(660, Level.HARD), null);
        var step = new EaseDates(ANNA, work, RemedyStep.DateLimit.REST_BETWEEN_DATES, 660, 660);

        assertThat(ENGLISH.sentenceOf(step.toFinding()))
                .endsWith("between the duties of two dates does not apply to anna; the daily rest still does.");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void easedLimitIsOfferedForAnOpenSeat(Case one) {
        PlantedSchool school = one.school(one.work(), ANNA);

        assertThat(REMEDIES.fillSeat(
                                school.problem(), plan(school), one.second().sessionId(), 1, LIMITS)
                        .remedies())
                .filteredOn(some -> some.steps().getFirst() instanceof EaseDates)
                .singleElement()
                .satisfies(remedy -> assertThat(PlantedSchool.CHECKER.checkRules(
                                remedy.problem(), Objects.requireNonNull(remedy.plan())))
                        .isEmpty());
    }

    /** Nobody but Anna may have the duties, so that there is a contradiction exactly if the checker rejects that. */
    @Test
    void contradictionIsFoundExactlyIfTheCheckerRejectsTheOnlyPlan() {
        int rejected = 0;
        var named = new TreeSet<Kind>();
        for (int seed = 0; seed < DRAWS; seed++) {
            PlantedSchool school = draw(new SplittableRandom(seed));
            Problem problem = school.problem();
            Map<SessionId, Map<Integer, StaffId>> all = new HashMap<>();
            school.held().forEach(held -> all.put(held.sessionId(), Map.of(0, ANNA)));
            List<RuleViolation> faults = PlantedSchool.CHECKER.checkRules(problem, school.plan(all));

            List<StaffingConflict> conflicts = conflicts(school);

            assertThat(conflicts.isEmpty()).as("seed %d: %s", seed, faults).isEqualTo(faults.isEmpty());
            conflicts.forEach(conflict -> conflict.facts().forEach(fact -> named.add(fact.kind())));
            rejected += faults.isEmpty() ? 0 : 1;
        }
        assertThat(rejected).isBetween(DRAWS / 5, DRAWS * 4 / 5);
        assertThat(named).contains(Kind.LONGEST_DAY, Kind.REST_BETWEEN_DATES, Kind.FREE_DATES, Kind.LESSON);
    }

    private static PlantedSchool draw(RandomGenerator random) {
        WorkRules rules = FREE.withDateLimits(
                random.nextBoolean() ? null : new DutyLimit(300 + 60 * random.nextInt(10), Level.HARD),
                random.nextBoolean() ? null : new DutyLimit(600 + 60 * random.nextInt(15), Level.HARD),
                random.nextBoolean() ? null : new FreeDates(4 + random.nextInt(3), Level.HARD));
        var held = new ArrayList<Held>();
        var lessons = new ArrayList<Lesson>();
        for (int day = 0; day < 7; day++) {
            LocalDate date = MONDAY.plusDays(day);
            for (int hour = 8; hour < 24; hour += 5) {
                int drawn = random.nextInt(10);
                if (drawn == 0) {
                    held.add(held("h" + day + "-" + hour, date, hour));
                } else if (drawn == 1) {
                    lessons.add(lesson("l" + day + "-" + hour, date, hour));
                }
            }
        }
        return new PlantedSchool(List.of(member(ANNA, rules)), 15, held, lessons, List.of());
    }

    private static Lesson lesson(String id, LocalDate date, int hour) {
        return new Lesson(
                new LessonId(id),
                "Dansk",
                MeetingTime.on(date, LocalTime.of(hour, 0), LocalTime.of((hour + 2) % 24, 0)),
                new SiteId("near"),
                null,
                List.of(),
                List.of(),
                List.of(ANNA));
    }

    /** A day of lessons may be as long as it is; so may the duties in it, also if a decision can take the lessons away. */
    @Test
    void lessonsThatMayBeTakenAwayCountForWhatIsPermitted() {
        var work = FREE.withDateLimits(new DutyLimit(600, Level.HARD), null, null);
        var school = new PlantedSchool(
                List.of(member(ANNA, work)),
                15,
                List.of(held("early", MONDAY, 8), held("late", MONDAY, 18)),
                List.of(lesson("first", MONDAY, 8), lesson("last", MONDAY, 18)),
                List.of());
        Problem problem = school.problem();
        StaffingCase taught = StaffingCase.beforePlanning(problem, PlantedSchool.demands(problem));

        assertThat(state(withReliefs(taught, taught.lessons()))).isEqualTo(State.SATISFIABLE);
        assertThat(state(withReliefs(taught, Map.of()))).isEqualTo(State.UNSATISFIABLE);
    }

    private static StaffingCase withReliefs(StaffingCase input, Map<StaffId, List<StaffingCase.FixedDuty>> reliefs) {
        return new StaffingCase(
                input.problem(),
                input.seats(),
                input.work(),
                Map.of(),
                reliefs,
                input.unavailable(),
                input.elsewhere());
    }

    private static State state(StaffingCase input) {
        var model = new StaffingModel(input, input.seats(), SeatNeed::required);
        return FormulaSolver.solve(model.formula(), model.formula().facts(), true, LIMITS.start())
                .state();
    }

    @Test
    void lessonThatTakesADateIsNamed() {
        var work = FREE.withDateLimits(null, null, new FreeDates(6, Level.HARD));
        var school = new PlantedSchool(
                List.of(member(ANNA, work)),
                15,
                List.of(held("duty", MONDAY, 8)),
                List.of(lesson("taught", MONDAY.plusDays(2), 8)),
                List.of());

        assertThat(conflicts(school))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.facts())
                        .extracting(ProofFact::kind)
                        .containsExactlyInAnyOrder(Kind.SEAT, Kind.FREE_DATES, Kind.LESSON));
    }

    private static List<StaffingConflict> conflicts(PlantedSchool school) {
        Problem problem = school.problem();
        return PROOF.findConflicts(problem, PlantedSchool.demands(problem), LIMITS)
                .conflicts();
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
