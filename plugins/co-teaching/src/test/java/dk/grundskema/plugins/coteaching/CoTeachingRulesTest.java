package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoTeachingRulesTest {
    private static final String PREPARATION = "co/preparation/1a/2026-W33";

    private static RuleBench bench(CoTeachingSchoolBuilder school) {
        return RuleBench.of(new CoTeachingPlugin(), school.problem());
    }

    private static String lesson(String id) {
        return "co/lesson/" + id + "/2026-W33#0";
    }

    /** Returns the penalty of a rule; asserts that the plugin's check finds the same. */
    static long chargeOf(RuleBench bench, String rule) {
        var expected =
                bench.matches(rule).stream().map(match -> match.toViolation()).toList();
        assertThat(bench.pluginViolations(bench.timetable()).stream()
                        .filter(fault -> fault.rule().equals(rule)))
                .containsExactlyInAnyOrderElementsOf(expected);
        return bench.penalty(rule);
    }

    /** One class with two lessons a day in four weeks, and two possible co-teachers. */
    private static CoTeachingSchoolBuilder school() {
        return smallSchool()
                .week("1a", 2, "ann")
                .person("mia")
                .person("leo")
                .needs(
                        List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)),
                        List.of(coTeacher("mia", 3), coTeacher("leo", 10)));
    }

    private static RuleBench withCoTeacher(RuleBench bench, String person, String... lessons) {
        for (String one : lessons) {
            bench.seat(lesson(one), person);
        }
        return bench;
    }

    @Test
    void missingMinutesAreMultipliedByWeeksAndNeed() {
        var bench = bench(school());

        assertThat(chargeOf(bench, "co-teaching.minimum")).isEqualTo(135 * 4 * 7);
        assertThat(bench.places("co-teaching.minimum")).containsExactly(List.of(new GroupId("1a"), W33));
        assertThat(chargeOf(withCoTeacher(bench, "mia", "1a-1-0", "1a-1-1"), "co-teaching.minimum"))
                .isEqualTo(45 * 4 * 7);
        assertThat(chargeOf(withCoTeacher(bench, "leo", "1a-2-0"), "co-teaching.minimum"))
                .isZero();
    }

    @Test
    void lessonInOddWeeksIsHalfALesson() {
        var odd = school().lesson(
                        "odd", "1a", "ENG", DayOfWeek.FRIDAY, "11:00", 45, week -> week.week() % 2 == 1, "ann")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 1.5, 1)), List.of(coTeacher("mia", 10)));

        assertThat(chargeOf(withCoTeacher(bench(odd), "mia", "1a-1-0"), "co-teaching.minimum"))
                .as("67 minutes less 45, in four weeks")
                .isEqualTo(22 * 4);
        assertThat(chargeOf(withCoTeacher(bench(odd), "mia", "1a-1-0", "odd"), "co-teaching.minimum"))
                .isZero();
    }

    @Test
    void otherLessonLengthsCountInProportion() {
        var long90 = smallSchool()
                .lesson("a", "1a", "DAN", DayOfWeek.MONDAY, "08:00", 90, week -> true, "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 2, 1)), List.of(coTeacher("mia", 10)));

        assertThat(chargeOf(withCoTeacher(bench(long90), "mia", "a"), "co-teaching.minimum"))
                .isZero();
    }

    @Test
    void budgetLimitsTheFullestWeekIncludingPreparation() {
        var bench = withCoTeacher(bench(school()), "mia", "1a-1-0", "1a-2-0", "1a-3-0");

        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isZero();
        bench.time(PREPARATION, weekly(DayOfWeek.MONDAY, "10:00", 45)).seat(PREPARATION + "#0", "mia");
        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isEqualTo(45);
        assertThat(bench.places("co-teaching.weekly-budget")).containsExactly(List.of(new StaffId("mia"), W33));
        bench.seat(lesson("1a-3-0"), "leo");
        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isZero();
    }

    private static MeetingTime weekly(DayOfWeek day, String start, int minutes) {
        var from = LocalTime.parse(start);
        return new MeetingTime(
                new TreeSet<>(List.of(W33, W33.plus(1), W33.plus(2), W33.plus(3))),
                day,
                from,
                from.plusMinutes(minutes));
    }

    @Test
    void oddAndEvenWeeksAreCountedSeparately() {
        var school = smallSchool()
                .lesson("odd", "1a", "ENG", DayOfWeek.MONDAY, "08:00", 60, week -> week.week() % 2 == 1, "ann")
                .lesson("even", "1a", "ENG", DayOfWeek.TUESDAY, "08:00", 75, week -> week.week() % 2 == 0, "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 1, 1)), List.of(coTeacher("mia", 1)));
        var bench = withCoTeacher(bench(school), "mia", "odd", "even");

        assertThat(chargeOf(bench, "co-teaching.weekly-budget")).isEqualTo(15 + 30);
        assertThat(bench.places("co-teaching.weekly-budget"))
                .containsExactlyInAnyOrder(List.of(new StaffId("mia"), W33), List.of(new StaffId("mia"), W33.plus(1)));
    }

    @Test
    void withoutABudgetTheLimitIsTheContractMinusOwnLessons() {
        var free = new CoTeacher(new StaffId("mia"), new TreeSet<>(), null, null, 0, null, List.of(), List.of(), null);
        var school = smallSchool()
                .week("1a", 1, "ann")
                .person("mia", 2, Availability.always())
                .lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "12:00", "mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1, 1, 1)), List.of(free));

        assertThat(chargeOf(withCoTeacher(bench(school), "mia", "1a-1-0"), "co-teaching.weekly-budget"))
                .isZero();
        assertThat(chargeOf(withCoTeacher(bench(school), "mia", "1a-1-0", "1a-2-0"), "co-teaching.weekly-budget"))
                .as("120 less 45 of her own are 75")
                .isEqualTo(15);
    }

    @Test
    void membersOfAPoolShareItsBudget() {
        var mia = new CoTeacher(
                new StaffId("mia"), new TreeSet<>(), 3.0, null, 0, null, List.of(), List.of(), "advisors");
        var leo = new CoTeacher(
                new StaffId("leo"), new TreeSet<>(), 3.0, null, 0, null, List.of(), List.of(), "advisors");
        var plain = CoTeachingParameters.of(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(mia, leo));
        var school = school().parameters(new CoTeachingParameters(
                null,
                null,
                45,
                plain.classes(),
                plain.pool(),
                List.of(new PoolBudget("advisors", 2)),
                List.of(),
                plain.preparation(),
                2,
                List.of(),
                null,
                List.of()));
        var bench = withCoTeacher(withCoTeacher(bench(school), "mia", "1a-1-0"), "leo", "1a-2-0");

        assertThat(chargeOf(bench, "co-teaching.pool-budget")).isZero();
        assertThat(chargeOf(withCoTeacher(bench, "leo", "1a-3-0"), "co-teaching.pool-budget"))
                .isEqualTo(45);
        assertThat(bench.places("co-teaching.pool-budget")).containsExactly(List.of("advisors", W33));
    }

    @Test
    void unqualifiedAndRefusedCoTeachersAreCharged() {
        var vetoed = new CoTeacher(
                new StaffId("leo"),
                new TreeSet<>(List.of(CoTeachingType.TYPE_2)),
                10.0,
                null,
                0,
                null,
                List.of(new GroupId("1a")),
                List.of(),
                null);
        var colleague = new CoTeacher(
                new StaffId("mia"), new TreeSet<>(), 10.0, null, 0, null, List.of(), List.of(new StaffId("ann")), null);
        var school = school().needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(vetoed, colleague));
        var session = new SessionId("co/lesson/1a-1-0/2026-W33");

        assertThat(bench(school).seat(lesson("1a-1-0"), "leo").places("co-teaching.unqualified"))
                .containsExactly(List.of(session, new StaffId("leo")));
        assertThat(chargeOf(bench(school).seat(lesson("1a-1-0"), "leo"), "co-teaching.unqualified"))
                .isEqualTo(1);
        assertThat(chargeOf(bench(school).seat(lesson("1a-1-0"), "leo"), "co-teaching.veto"))
                .isEqualTo(1);
        assertThat(chargeOf(bench(school).seat(lesson("1a-1-0"), "mia"), "co-teaching.unqualified"))
                .isZero();
        assertThat(chargeOf(bench(school).seat(lesson("1a-1-0"), "mia"), "co-teaching.veto"))
                .as("with ann")
                .isEqualTo(1);
        assertThat(chargeOf(bench(school).seat(lesson("1a-1-0"), "ann"), "co-teaching.unqualified"))
                .as("not in the pool")
                .isEqualTo(1);
    }

    @Test
    void twoAdultsAlwaysCostsEachLessonWithOne() {
        var school = school().needs(List.of(need("1a", CoTeachingType.TWO_ALWAYS)), List.of(coTeacher("mia", 10)));
        var bench = bench(school);

        assertThat(chargeOf(bench, "co-teaching.two-adults")).isEqualTo(10L * 45 * 4 * 5);
        assertThat(bench.matches("co-teaching.two-adults")).hasSize(10);
        assertThat(chargeOf(withCoTeacher(bench, "mia", "1a-1-0"), "co-teaching.two-adults"))
                .isEqualTo(9L * 45 * 4 * 5);
        assertThat(bench.penalty("co-teaching.minimum")).isZero();
    }

    @Test
    void missingPreparationCostsInProportionToTheMissingMinimum() {
        var bench = bench(school());

        assertThat(chargeOf(bench.time(PREPARATION, null), "co-teaching.preparation"))
                .as("no lesson, no preparation")
                .isZero();
        assertThat(chargeOf(withCoTeacher(bench, "leo", "1a-1-0"), "co-teaching.preparation"))
                .isEqualTo(45 * 4 * 7 / 3);
        withCoTeacher(bench, "leo", "1a-2-0", "1a-3-0", "1a-4-0");
        assertThat(chargeOf(bench, "co-teaching.preparation")).isEqualTo(45 * 4 * 7);
        bench.time(PREPARATION, weekly(DayOfWeek.MONDAY, "14:00", 45)).seat(PREPARATION + "#0", "leo");
        assertThat(chargeOf(bench, "co-teaching.preparation"))
                .as("a teacher is missing")
                .isEqualTo(45 * 4 * 7);
        bench.seat(PREPARATION + "#1", "ann");
        assertThat(chargeOf(bench, "co-teaching.preparation")).isZero();
    }

    @Test
    void preparationIsForThoseWithMostLessons() {
        var school = school().lesson("bobs", "1a", "ENG", DayOfWeek.FRIDAY, "12:00", "bob");
        var bench = withCoTeacher(withCoTeacher(bench(school), "leo", "1a-1-0", "1a-2-0", "bobs"), "mia", "1a-3-0")
                .time(PREPARATION, weekly(DayOfWeek.MONDAY, "14:00", 45))
                .seat(PREPARATION + "#0", "leo")
                .seat(PREPARATION + "#1", "ann");

        assertThat(bench.penalty("co-teaching.main-co-teacher")).isZero();
        assertThat(bench.penalty("co-teaching.main-teacher")).isZero();
        bench.seat(PREPARATION + "#0", "mia").seat(PREPARATION + "#1", "bob");
        assertThat(bench.penalty("co-teaching.main-co-teacher"))
                .as("three less one, four weeks")
                .isEqualTo(2 * 4);
        assertThat(bench.places("co-teaching.main-co-teacher"))
                .containsExactly(List.of(new GroupId("1a"), new StaffId("mia"), W33));
        assertThat(bench.penalty("co-teaching.main-teacher"))
                .as("ann has three, bob one")
                .isEqualTo(2 * 4);
        bench.seat(PREPARATION + "#0", null).seat(PREPARATION + "#1", null);
        assertThat(bench.penalty("co-teaching.main-co-teacher")).isZero();
        assertThat(bench.penalty("co-teaching.main-teacher")).isZero();
    }

    @Test
    void eachCoTeacherOfAClassCostsItsWeeksAndFewLessonsCostWhatIsMissingToFour() {
        var bench = withCoTeacher(bench(school()), "leo", "1a-1-0", "1a-2-0", "1a-3-0");

        assertThat(bench.penalty("co-teaching.few-co-teachers")).isEqualTo(4);
        assertThat(bench.penalty("co-teaching.many-lessons-each")).isEqualTo(4);
        withCoTeacher(bench, "leo", "1a-4-0");
        assertThat(bench.penalty("co-teaching.few-co-teachers")).isEqualTo(4);
        assertThat(bench.penalty("co-teaching.many-lessons-each")).isZero();
        withCoTeacher(bench, "mia", "1a-5-0");
        assertThat(bench.penalty("co-teaching.few-co-teachers")).isEqualTo(8);
        assertThat(bench.penalty("co-teaching.many-lessons-each")).isEqualTo(3 * 4);
    }

    @Test
    void coTeacherWithNeitherSubjectNorAdditionalSkillIsCharged() {
        var school = smallSchool()
                .person("ann", "DAN", "special needs")
                .week("1a", 2, "ann")
                .person("mia", "mat")
                .person("leo", "Special needs")
                .person("pia", "special needs", "autism")
                .person("new")
                .needs(
                        List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)),
                        List.of(coTeacher("mia", 9), coTeacher("leo", 9), coTeacher("pia", 9), coTeacher("new", 9)));

        assertThat(bench(school).seat(lesson("1a-1-1"), "mia").penalty("co-teaching.skills"))
                .as("mathematics in MAT")
                .isZero();
        assertThat(bench(school).seat(lesson("1a-1-0"), "mia").penalty("co-teaching.skills"))
                .as("mathematics in DAN")
                .isEqualTo(4);
        assertThat(bench(school).seat(lesson("1a-1-0"), "leo").penalty("co-teaching.skills"))
                .as("ann has it, too")
                .isEqualTo(4);
        assertThat(bench(school).seat(lesson("1a-1-0"), "pia").penalty("co-teaching.skills"))
                .isZero();
        assertThat(bench(school).seat(lesson("1a-1-0"), "new").penalty("co-teaching.skills"))
                .as("nothing is known")
                .isZero();
    }

    @Test
    void fewYearsOfExperienceCostLessonsAndWeeks() {
        var fresh = new CoTeacher(new StaffId("mia"), new TreeSet<>(), 9.0, null, 0, 1, List.of(), List.of(), null);
        var enough = new CoTeacher(new StaffId("leo"), new TreeSet<>(), 9.0, null, 0, 2, List.of(), List.of(), null);
        var school = school().needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(fresh, enough));

        assertThat(withCoTeacher(bench(school), "mia", "1a-1-0", "1a-2-0").penalty("co-teaching.experience"))
                .isEqualTo(8);
        assertThat(withCoTeacher(bench(school), "leo", "1a-1-0", "1a-2-0").penalty("co-teaching.experience"))
                .isZero();
    }

    @Test
    void lessonsBeyondTheEvenShareOfADayCost() {
        var bench = withCoTeacher(bench(school()), "leo", "1a-1-0", "1a-2-0", "1a-3-0", "1a-4-0", "1a-5-0");

        assertThat(bench.penalty("co-teaching.spread")).isZero();
        withCoTeacher(bench, null, "1a-4-0", "1a-5-0");
        assertThat(withCoTeacher(bench, "leo", "1a-1-1").penalty("co-teaching.spread"))
                .as("four lessons on five days, two on Monday")
                .isEqualTo(4);
    }

    @Test
    void anotherCoTeacherInTheNextSpanCostsItsWeeks() {
        var period = new PriorityPeriod("later", null, W33.plus(1), null, List.of(), new TreeSet<>(), List.of());
        var plain = school().intervention().parameters();
        var school = school().parameters(new CoTeachingParameters(
                null,
                null,
                45,
                plain.classes(),
                plain.pool(),
                List.of(),
                List.of(period),
                plain.preparation(),
                2,
                List.of(),
                null,
                List.of()));
        var bench = bench(school).seat(lesson("1a-1-0"), "mia").seat("co/lesson/1a-1-0/2026-W34#0", "leo");

        assertThat(bench.penalty("co-teaching.continuity")).isEqualTo(3);
        assertThat(bench.places("co-teaching.continuity"))
                .containsExactly(List.of(new SessionId("co/lesson/1a-1-0/2026-W34"), new StaffId("leo")));
        assertThat(bench.seat(lesson("1a-1-0"), "leo").penalty("co-teaching.continuity"))
                .isZero();
        assertThat(bench.seat(lesson("1a-1-0"), null).penalty("co-teaching.continuity"))
                .isZero();
    }

    @Test
    void lessonWithoutACoTeacherCostsNeedAndWeeks() {
        var bench = bench(school());

        assertThat(bench.penalty("co-teaching.unused-budget")).isEqualTo(10 * 7 * 4);
        assertThat(withCoTeacher(bench, "leo", "1a-1-0").penalty("co-teaching.unused-budget"))
                .isEqualTo(9 * 7 * 4);
    }

    @Test
    void leastLessonsAreCountedInMinutesOfTheFullestWeek() {
        var mia = new CoTeacher(new StaffId("mia"), new TreeSet<>(), 9.0, null, 2, null, List.of(), List.of(), null);
        var school = school().needs(List.of(need("1a", CoTeachingType.TYPE_1, 3, 7)), List.of(mia));

        assertThat(bench(school).penalty("co-teaching.least-lessons")).isEqualTo(90);
        assertThat(withCoTeacher(bench(school), "mia", "1a-1-0").penalty("co-teaching.least-lessons"))
                .isEqualTo(45);
        assertThat(withCoTeacher(bench(school), "mia", "1a-1-0", "1a-2-0").penalty("co-teaching.least-lessons"))
                .isZero();
    }

    @Test
    void parallelTeachingWithoutASecondRoomCostsHalf() {
        var parallel = new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                3.0,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(Map.of("MAT", TeachingForm.PARALLEL)),
                7,
                null,
                null,
                List.of(),
                null);
        var school = school().room("r1").needs(List.of(parallel), List.of(coTeacher("leo", 10)));
        var bench = bench(school);
        bench.room("co/lesson/1a-1-1/2026-W33", null);

        assertThat(chargeOf(bench, "co-teaching.second-room")).isZero();
        assertThat(chargeOf(withCoTeacher(bench, "leo", "1a-1-1"), "co-teaching.second-room"))
                .isEqualTo(45 * 4 * 7 / 4);
        assertThat(chargeOf(withCoTeacher(bench, "leo", "1a-1-0"), "co-teaching.second-room"))
                .as("one assists: no room needed")
                .isEqualTo(45 * 4 * 7 / 4);
        // the eleventh lesson of 10.5 brings 22.5 minutes a week: parallel teaching without a room must not cost as
        // much
        assertThat(chargeOf(bench, "co-teaching.second-room")).isLessThan(Math.round((10.5 - 10) * 45 * 4 * 7));
        bench.room("co/lesson/1a-1-1/2026-W33", "r1");
        assertThat(chargeOf(bench, "co-teaching.second-room")).isZero();
        assertThat(bench.timetable().meetings())
                .filteredOn(one -> one.sessionId().equals(new SessionId("co/lesson/1a-1-1/2026-W33")))
                .allSatisfy(one -> {
                    assertThat(one.extraRoomIds()).containsExactly(new RoomId("r1"));
                    assertThat(one.kind()).isEqualTo("lesson");
                    assertThat(one.form()).isEqualTo("parallel");
                    assertThat(one.groupIds()).containsExactly(new GroupId("1a"));
                    assertThat(one.seats()).extracting(seat -> seat.role()).containsExactly("teacher", "co-teacher");
                });
    }

    @Test
    void checkFindsMissingDuplicateAndMovedLessons() {
        var bench = bench(school());
        var plan = bench.timetable();
        var session = new SessionId("co/lesson/1a-1-0/2026-W33");

        assertThat(timetableFaults(bench, TimetableEdits.without(plan, session)))
                .containsExactly(List.of(new LessonId("1a-1-0")));
        assertThat(timetableFaults(
                        bench,
                        TimetableEdits.change(plan, session, one -> TimetableEdits.withStart(one, LocalTime.of(9, 0)))))
                .containsExactly(List.of(session));
        assertThat(timetableFaults(bench, TimetableEdits.duplicate(plan, session, "co/lesson/1a-1-0/2026-W34")))
                .containsExactly(List.of(new SessionId("co/lesson/1a-1-0/2026-W34")));
        assertThat(timetableFaults(bench, TimetableEdits.duplicate(plan, session, "co/lesson/unknown/2026-W33")))
                .containsExactly(List.of(new SessionId("co/lesson/unknown/2026-W33")));
        assertThat(timetableFaults(bench, plan)).isEmpty();
    }

    @Test
    void secondRoomIsOfTheKindWithMostLessons() {
        var parallel = new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                3.0,
                List.of(),
                TeachingForm.PARALLEL,
                new TreeMap<>(),
                7,
                null,
                null,
                List.of(),
                null);
        var school = school().room("r1", "klasselokale")
                .room("r2", "klasselokale")
                .room("gym", "idræt")
                .lessonsIn("r1")
                .needs(List.of(parallel), List.of(coTeacher("leo", 10)));

        assertThat(new CoTeachingPlugin()
                        .expand(school.intervention(), school.problem())
                        .sessions())
                .filteredOn(one -> one.lesson() != null)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.rooms()).containsExactly(new RoomId("r2")));
    }

    @Test
    void checkFindsLessonsOfAnotherSubject() {
        var bench = bench(school());
        var session = new SessionId("co/lesson/1a-1-0/2026-W33");
        var other = TimetableEdits.change(
                bench.timetable(), session, one -> TimetableEdits.withTimes(one, one.weeks(), 45, one.form(), "XYZ"));

        assertThat(timetableFaults(bench, other)).containsExactly(List.of(session));
    }

    @Test
    void checkFindsPreparationThatIsTooShortTooRareOrOutsideWorkingHours() {
        var bench = withCoTeacher(bench(school()), "mia", "1a-1-0", "1a-2-0");
        bench.time(PREPARATION, weekly(DayOfWeek.MONDAY, "10:00", 45))
                .seat(PREPARATION + "#0", "mia")
                .seat(PREPARATION + "#1", "ann");
        var plan = bench.timetable();
        var id = new SessionId(PREPARATION);

        assertThat(unprepared(bench, plan)).isZero();
        assertThat(unprepared(
                        bench,
                        TimetableEdits.change(
                                plan, id, one -> TimetableEdits.withTimes(one, one.weeks(), 44, one.form(), ""))))
                .isEqualTo(1);
        assertThat(unprepared(
                        bench,
                        TimetableEdits.change(
                                plan,
                                id,
                                one -> TimetableEdits.withTimes(
                                        one,
                                        new TreeSet<>(List.of(W33, W33.plus(1), W33.plus(2))),
                                        45,
                                        one.form(),
                                        ""))))
                .isEqualTo(1);
        assertThat(unprepared(
                        bench,
                        TimetableEdits.change(plan, id, one -> TimetableEdits.withStart(one, LocalTime.of(15, 16)))))
                .isEqualTo(1);
        assertThat(unprepared(
                        bench,
                        TimetableEdits.change(plan, id, one -> TimetableEdits.withStart(one, LocalTime.of(15, 15)))))
                .isZero();
        assertThat(unprepared(
                        bench,
                        withCoTeacher(bench, "leo", "1a-3-0")
                                .seat(PREPARATION + "#1", null)
                                .timetable()))
                .isEqualTo(1);
    }

    private static long unprepared(RuleBench bench, Timetable timetable) {
        return bench.pluginViolations(timetable).stream()
                .filter(fault -> fault.rule().equals("co-teaching.preparation"))
                .count();
    }

    private static List<List<Object>> timetableFaults(RuleBench bench, Timetable timetable) {
        return bench.pluginViolations(timetable).stream()
                .filter(fault -> fault.rule().equals("co-teaching.timetable"))
                .map(RuleViolation::arguments)
                .toList();
    }

    @Test
    void sessionsAreAtTheSiteOfTheLessons() {
        assertThat(new CoTeachingPlugin()
                        .expand(school().intervention(), school().problem())
                        .sessions())
                .allMatch(session -> session.site().equals(new SiteId("school")));
    }
}
