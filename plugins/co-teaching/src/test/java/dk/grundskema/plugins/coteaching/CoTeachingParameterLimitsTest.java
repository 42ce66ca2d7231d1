package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits of the parameters, and the meetings around co-teaching. */
class CoTeachingParameterLimitsTest {
    private static final IsoWeek W36 = W33.plus(3);

    private static CoTeachingSchoolBuilder school() {
        return smallSchool().week("1a", 3, "ann").person("mia");
    }

    private static ListAssert<Finding> findings(CoTeachingSchoolBuilder school, CoTeachingParameters parameters) {
        school.parameters(parameters);
        return assertThat(new CoTeachingPlugin().validate(school.intervention(), school.problem()));
    }

    /** Parameters of which each test changes a thing. */
    private record ParametersDraft(
            @Nullable IsoWeek first,
            @Nullable IsoWeek last,
            ClassNeed need,
            CoTeacher one,
            List<PriorityPeriod> periods,
            SharedPreparation preparation,
            @Nullable AdvisorsMeeting meeting,
            List<Supervision> supervision) {
        static ParametersDraft defaults() {
            return new ParametersDraft(
                    null,
                    null,
                    CoTeachingSchoolBuilder.need("1a", CoTeachingType.TYPE_1),
                    coTeacher("mia", 12),
                    List.of(),
                    SharedPreparation.defaults(),
                    null,
                    List.of());
        }

        ParametersDraft withWeeks(@Nullable IsoWeek from, @Nullable IsoWeek until) {
            return new ParametersDraft(from, until, need, one, periods, preparation, meeting, supervision);
        }

        ParametersDraft withNeed(ClassNeed other) {
            return new ParametersDraft(first, last, other, one, periods, preparation, meeting, supervision);
        }

        ParametersDraft withCoTeacher(CoTeacher other) {
            return new ParametersDraft(first, last, need, other, periods, preparation, meeting, supervision);
        }

        ParametersDraft withPeriods(PriorityPeriod... others) {
            return new ParametersDraft(first, last, need, one, List.of(others), preparation, meeting, supervision);
        }

        ParametersDraft withPreparation(SharedPreparation other) {
            return new ParametersDraft(first, last, need, one, periods, other, meeting, supervision);
        }

        ParametersDraft withMeetings(AdvisorsMeeting other, Supervision... others) {
            return new ParametersDraft(first, last, need, one, periods, preparation, other, List.of(others));
        }

        CoTeachingParameters parameters() {
            return new CoTeachingParameters(
                    first,
                    last,
                    45,
                    List.of(need),
                    List.of(one),
                    List.of(),
                    periods,
                    preparation,
                    2,
                    List.of(),
                    meeting,
                    supervision);
        }
    }

    private static ListAssert<Finding> findings(ParametersDraft asked) {
        return findings(school(), asked.parameters());
    }

    @Test
    void weeksOfTheInterventionMustBePlanned() {
        findings(ParametersDraft.defaults().withWeeks(W36, null)).isEmpty();
        findings(ParametersDraft.defaults().withWeeks(W36.plus(1), null))
                .contains(Finding.error("co-teaching.weeks.outside", "/parameters/firstWeek", W33, W36));
        findings(ParametersDraft.defaults().withWeeks(null, W33)).isEmpty();
        findings(ParametersDraft.defaults().withWeeks(null, W33.plus(-1)))
                .contains(Finding.error("co-teaching.weeks.outside", "/parameters/lastWeek", W33, W36));
    }

    private static ClassNeed inWeeks(@Nullable IsoWeek first, @Nullable IsoWeek last) {
        return new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                null,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                5,
                first,
                last,
                List.of(),
                null);
    }

    @Test
    void weeksOfAClassMustBeAmongThoseOfTheIntervention() {
        var outside = Finding.error(
                "co-teaching.classes.weeks-outside", "/parameters/classes/0", new GroupId("1a"), W33, W36);

        findings(ParametersDraft.defaults().withNeed(inWeeks(W36, null))).isEmpty();
        findings(ParametersDraft.defaults().withNeed(inWeeks(W36.plus(1), null)))
                .containsExactly(outside);
        findings(ParametersDraft.defaults().withNeed(inWeeks(null, W33))).isEmpty();
        findings(ParametersDraft.defaults().withNeed(inWeeks(null, W33.plus(-1))))
                .containsExactly(outside);
    }

    private static PriorityPeriod period(String id, IsoWeek first, @Nullable IsoWeek last) {
        return new PriorityPeriod(id, null, first, last, List.of(), new TreeSet<>(), List.of());
    }

    @Test
    void periodsMayBeAdjacentButNotShareAWeekInAnyOrder() {
        var early = period("a", W33, W33.plus(1));
        var late = period("b", W33.plus(2), W36);

        findings(ParametersDraft.defaults().withPeriods(early, late)).isEmpty();
        findings(ParametersDraft.defaults().withPeriods(late, early)).isEmpty();
        findings(ParametersDraft.defaults().withPeriods(early, period("b", W33.plus(1), W36)))
                .containsExactly(Finding.error("co-teaching.periods.overlap", "/parameters/periods/1", "b", "a"));
        findings(ParametersDraft.defaults().withPeriods(late, period("a", W33, W33.plus(2))))
                .containsExactly(Finding.error("co-teaching.periods.overlap", "/parameters/periods/1", "a", "b"));
    }

    @Test
    void periodsMustTouchThePlannedWeeks() {
        findings(ParametersDraft.defaults().withPeriods(period("a", W33.plus(-3), W33), period("b", W36, W36.plus(9))))
                .isEmpty();
        findings(ParametersDraft.defaults().withPeriods(period("a", W33.plus(-3), W33.plus(-1))))
                .containsExactly(Finding.error("co-teaching.periods.outside", "/parameters/periods/0", "a", W33, W36));
        findings(ParametersDraft.defaults().withPeriods(period("b", W36.plus(1), null)))
                .containsExactly(Finding.error("co-teaching.periods.outside", "/parameters/periods/0", "b", W33, W36));
    }

    @Test
    void periodsMustNameClassesAndYearsWithCoTeaching() {
        var period = new PriorityPeriod(
                "a",
                null,
                W33,
                null,
                List.of(new GroupId("1b")),
                new TreeSet<>(List.of(1, 2, 3)),
                List.of(new Priority(new GroupId("1a"), 3, null), new Priority(new GroupId("9zz"), 3, null)));

        findings(ParametersDraft.defaults().withPeriods(period))
                .containsExactly(
                        Finding.error(
                                "co-teaching.periods.no-class-near", "/parameters/periods/0/onlyClasses/0", "1b", "1a"),
                        Finding.error(
                                "co-teaching.periods.no-class", "/parameters/periods/0/priorities/1/groupId", "9zz"),
                        Finding.error("co-teaching.periods.no-class-of-year", "/parameters/periods/0/onlyYears/1", 2),
                        Finding.error("co-teaching.periods.no-class-of-year", "/parameters/periods/0/onlyYears/2", 3));
    }

    private static SharedPreparation until(int type1, int type2, String latest) {
        return new SharedPreparation(
                type1,
                type2,
                0,
                new TreeSet<>(),
                new TreeSet<>(),
                LocalTime.of(8, 0),
                LocalTime.parse(latest),
                RuleStrength.WISH);
    }

    @Test
    void workingHoursMustHoldPreparationAndMeetings() {
        findings(ParametersDraft.defaults().withPreparation(until(45, 25, "08:45")))
                .isEmpty();
        findings(ParametersDraft.defaults().withPreparation(until(45, 25, "08:44")))
                .containsExactly(Finding.error(
                        "co-teaching.preparation.no-time",
                        "/parameters/preparation",
                        45,
                        LocalTime.of(8, 0),
                        LocalTime.of(8, 44),
                        44L));
        findings(ParametersDraft.defaults().withPreparation(until(0, 240, "08:44")))
                .as("nobody has type 2")
                .isEmpty();
        findings(ParametersDraft.defaults()
                        .withPreparation(until(0, 0, "09:00"))
                        .withMeetings(new AdvisorsMeeting(4, 60, List.of()), supervision(60)))
                .isEmpty();
        findings(ParametersDraft.defaults()
                        .withPreparation(until(0, 0, "09:00"))
                        .withMeetings(new AdvisorsMeeting(4, 61, List.of()), supervision(62)))
                .extracting(
                        finding -> finding.pointer() + " " + finding.arguments().getFirst())
                .containsExactly("/parameters/advisorsMeeting/minutes 61", "/parameters/supervision/0/minutes 62");
    }

    private static Supervision supervision(int minutes) {
        return new Supervision("psy", null, new StaffId("ann"), 4, minutes, List.of());
    }

    private static CoTeacher inMinutes(@Nullable Integer minutes) {
        return new CoTeacher(new StaffId("mia"), new TreeSet<>(), null, minutes, 0, null, List.of(), List.of(), null);
    }

    @Test
    void budgetInMinutesIsComparedWithTheContract() {
        var ten = school().person("mia", 10, Availability.always());
        findings(ten, ParametersDraft.defaults().withCoTeacher(inMinutes(600)).parameters())
                .isEmpty();
        findings(ten, ParametersDraft.defaults().withCoTeacher(inMinutes(601)).parameters())
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("co-teaching.pool.above-contract /parameters/pool/0/minutesPerWeek");
        ten.lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "08:00", "mia");
        findings(ten, ParametersDraft.defaults().withCoTeacher(inMinutes(555)).parameters())
                .isEmpty();
        findings(ten, ParametersDraft.defaults().withCoTeacher(inMinutes(556)).parameters())
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("co-teaching.pool.above-rest /parameters/pool/0/minutesPerWeek");
    }

    @Test
    void withoutABudgetOwnLessonsMustLeaveTime() {
        var own = "co-teaching.pool.nothing-left";
        var school = school().person("mia", 0.75, Availability.always())
                .lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "08:00", "mia");

        findings(
                        school,
                        ParametersDraft.defaults()
                                .withCoTeacher(inMinutes(null))
                                .parameters())
                .containsExactly(Finding.warning(own, "/parameters/pool/0/lessonsPerWeek", new StaffId("mia"), 0.75));
        findings(
                        school.person("mia", 0.8, Availability.always()),
                        ParametersDraft.defaults()
                                .withCoTeacher(inMinutes(null))
                                .parameters())
                .isEmpty();
    }

    private static ClassNeed parallel(TeachingForm form, Map<String, TeachingForm> forms) {
        return new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                null,
                List.of(),
                form,
                new TreeMap<>(forms),
                5,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void parallelTeachingNeedsASecondRoomAndFormsNeedKnownSubjects() {
        var warning = Finding.warning(
                "co-teaching.classes.parallel-without-rooms", "/parameters/classes/0/form", new GroupId("1a"));
        var whole = ParametersDraft.defaults()
                .withNeed(parallel(TeachingForm.PARALLEL, Map.of()))
                .parameters();
        var partly = ParametersDraft.defaults()
                .withNeed(parallel(TeachingForm.ONE_ASSISTS, Map.of("MAT", TeachingForm.PARALLEL)))
                .parameters();

        findings(school(), whole).containsExactly(warning);
        findings(school().room("r1").lessonsIn("r1"), partly).containsExactly(warning);
        findings(school().room("r1").room("r2").lessonsIn("r1"), whole).isEmpty();
        findings(ParametersDraft.defaults()
                        .withNeed(parallel(TeachingForm.ONE_ASSISTS, Map.of("MATT", TeachingForm.STATIONS))))
                .containsExactly(Finding.error(
                        "co-teaching.classes.unknown-subject-near",
                        "/parameters/classes/0/subjectForms/MATT",
                        new GroupId("1a"),
                        "MATT",
                        "MAT"));
    }

    @Test
    void lessonsWithoutTeacherAreCounted() {
        var school = school().lesson("none", "1a", "DAN", DayOfWeek.FRIDAY, "13:00");

        findings(school, ParametersDraft.defaults().parameters())
                .containsExactly(Finding.warning(
                        "co-teaching.classes.without-teacher", "/parameters/classes/0", new GroupId("1a"), 1L));
    }

    private static Ask ask(RuleBench bench, String code) {
        return bench.fidelity(bench.timetable()).getFirst().asks().stream()
                .filter(one -> one.code().equals("co-teaching.ask." + code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksForMeetingsAreMetIfAllTakePart() {
        var asked = ParametersDraft.defaults()
                .withMeetings(new AdvisorsMeeting(4, 60, List.of()), supervision(60))
                .parameters();
        var bench =
                RuleBench.of(new CoTeachingPlugin(), school().parameters(asked).problem());
        var noon = new MeetingTime(
                new TreeSet<>(List.of(W33)), DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(13, 0));

        assertThat(ask(bench, "advisors-meeting").places().getFirst().why())
                .isEqualTo(Reason.of("co-teaching.why.meeting-missing"));
        assertThat(ask(bench, "advisors-meeting").asked()).isEqualTo(1);
        assertThat(ask(bench, "supervision").shortBy()).isEqualTo(1);
        bench.time("co/advisors-meeting", noon).seat("co/advisors-meeting#0", null);
        bench.time("co/supervision/psy", noon)
                .seat("co/supervision/psy#0", null)
                .seat("co/supervision/psy#1", null);

        assertThat(ask(bench, "advisors-meeting").asked()).isEqualTo(1);
        assertThat(ask(bench, "advisors-meeting").shortBy()).isEqualTo(1);
        assertThat(ask(bench, "advisors-meeting").places().getFirst().why())
                .isEqualTo(Reason.of("co-teaching.why.not-all-free", 1));
        assertThat(ask(bench, "supervision").asked()).isEqualTo(2);
        assertThat(ask(bench, "supervision").shortBy()).isEqualTo(2);
        bench.seat("co/advisors-meeting#0", "mia");
        bench.seat("co/supervision/psy#0", "ann").seat("co/supervision/psy#1", "mia");
        assertThat(ask(bench, "advisors-meeting").status()).isEqualTo(Ask.Status.MET);
        assertThat(ask(bench, "supervision").status()).isEqualTo(Ask.Status.MET);
    }

    @Test
    void reportNamesExceededBudgetsAndTheRestOfAPool() {
        var mia = new CoTeacher(
                new StaffId("mia"), new TreeSet<>(), 9.0, null, 0, null, List.of(), List.of(), "advisors");
        var asked = new CoTeachingParameters(
                null,
                null,
                45,
                List.of(need("1a", CoTeachingType.TYPE_1)),
                List.of(mia, coTeacher("ann", 1)),
                List.of(new PoolBudget("advisors", 1.5)),
                List.of(),
                SharedPreparation.defaults(),
                2,
                List.of(),
                null,
                List.of());
        var bench =
                RuleBench.of(new CoTeachingPlugin(), school().parameters(asked).problem());

        bench.seat("co/lesson/1a-1-0/2026-W33#0", "mia");
        assertThat(ask(bench, "type-1").places().getFirst().why())
                .as("half a lesson is left in the pool")
                .isEqualTo(Reason.of("co-teaching.why.no-budget", List.of(new StaffId("mia"))));
        bench.seat("co/lesson/1a-1-0/2026-W33#0", null);
        assertThat(ask(bench, "type-1").places().getFirst().why())
                .isEqualTo(Reason.of("co-teaching.why.could-have", List.of(new StaffId("mia"))));
    }
}
