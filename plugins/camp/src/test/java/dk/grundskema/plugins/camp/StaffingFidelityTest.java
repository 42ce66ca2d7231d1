package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.TEAM_1;
import static dk.grundskema.plugins.camp.CampBuilder.TUESDAY;
import static dk.grundskema.plugins.camp.CampBuilder.away;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static dk.grundskema.plugins.camp.CampReportFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adults in modules: how many, who, why not more. */
class StaffingFidelityTest {
    private static final IsoWeek WEEK = CampBuilder.WEEK;

    @Test
    void twoAdultsInEveryModuleMeetTheAsk() {
        Ask ask = ask(fillAllModules(bench(smallCamp()), "ann", "bob"), "two-staff");

        assertThat(ask)
                .extracting(Ask::status, Ask::asked, Ask::given, Ask::unit)
                .containsExactly(Status.MET, 4L, 4L, "modules");
        assertThat(ask.origin().kind()).isEqualTo(AskOrigin.Kind.SOURCE);
        assertThat(ask.arguments()).containsExactly(2);
    }

    @Test
    void moduleWithOneAdultIsShortAndNamesFreeStaff() {
        var bench = fillAllModules(bench(smallCamp()), "ann", "bob").seat(TUESDAY_2 + "#1", null);

        Ask ask = ask(bench, "two-staff");

        assertThat(ask).extracting(Ask::status, Ask::given, Ask::shortBy).containsExactly(Status.SHORT, 3L, 1L);
        assertThat(ask.places())
                .containsExactly(at(because("could-have", staff("bob", "cid", "dan")), session(TUESDAY_2)));
    }

    @Test
    void samePersonInTwoSeatsIsOneAdult() {
        var bench = fillAllModules(bench(smallCamp()), "ann", "bob").seat(MONDAY_1 + "#1", "ann");

        assertThat(ask(bench, "two-staff").shortBy()).isEqualTo(1);
    }

    @Test
    void busyAbsentAndFullyBookedStaffAreCountedInTheReason() {
        var long_ = new WorkRules(11, 35, null, 2, null, 48, 17, LocalTime.of(17, 0));
        var camp = smallCamp()
                .noStaff()
                .person("ann")
                .person("eva", away("2026-09-08"))
                .person("fay")
                .person("gus", Availability.always(), long_)
                .lesson("swimming", TUESDAY, "14:29", "15:30", List.of(), List.of(), "fay");
        var bench = fillAllModules(bench(camp), "ann", "gus").seat(TUESDAY_2 + "#1", null);

        assertThat(ask(bench, "two-staff").places())
                .containsExactly(at(because("nobody-free", 1, 1, 1), session(TUESDAY_2)));
    }

    @ParameterizedTest
    @CsvSource({
        "15:10, 16:00, true", // the module ends at 14:30 and the way takes 40 minutes
        "15:09, 16:00, false",
        "11:00, 12:20, true", // the module begins at 13:00
        "11:00, 12:21, false"
    })
    void personWithoutTimeToTravelIsNotFree(String start, String end, boolean isFree) {
        var problem = SchoolBuilder.like(smallCamp()
                        .noStaff()
                        .person("ann")
                        .person("fay")
                        .lesson("swimming", TUESDAY, start, end, List.of(), List.of(), "fay")
                        .problem())
                .site("pool");
        problem.travel(problem.build().sites().getFirst().id().value(), "pool", 40)
                .changeLesson("swimming", lesson -> lesson.site("pool"));
        var bench = fillAllModules(RuleBench.of(new CampPlugin(), problem.build()), "ann", "ann")
                .seat(TUESDAY_2 + "#1", null);

        assertThat(ask(bench, "two-staff").places())
                .contains(at(
                        isFree ? because("could-have", staff("fay")) : because("nobody-free", 1, 0, 0),
                        session(TUESDAY_2)));
    }

    /** The module is on Tuesday from 13:00 to 14:30. */
    @ParameterizedTest
    @CsvSource({
        "longestDay, 390, HARD, 2026-09-08, 08:00, 09:00, true",
        "longestDay, 389, HARD, 2026-09-08, 08:00, 09:00, false",
        "longestDay, 389, MEDIUM, 2026-09-08, 08:00, 09:00, true",
        "restBetweenDates, 1320, HARD, 2026-09-07, 14:00, 15:00, true",
        "restBetweenDates, 1321, HARD, 2026-09-07, 14:00, 15:00, false",
        "restBetweenDates, 1350, HARD, 2026-09-09, 13:00, 14:00, true",
        "restBetweenDates, 1351, HARD, 2026-09-09, 13:00, 14:00, false",
        "restBetweenDates, 1351, SOFT, 2026-09-09, 13:00, 14:00, true",
        "freeDates, 5, HARD, 2026-09-07, 14:00, 15:00, true",
        "freeDates, 6, HARD, 2026-09-07, 14:00, 15:00, false",
        "freeDates, 6, MEDIUM, 2026-09-07, 14:00, 15:00, true"
    })
    void personWhoseLimitOfDatesTheModuleBreaksIsNotFree(
            String limit, int figure, Level level, LocalDate day, String start, String end, boolean isFree) {
        var rules = new WorkRules(8, 24, null, null, null, 48, 17, LocalTime.of(17, 0))
                .withDateLimits(
                        limit.equals("longestDay") ? new DutyLimit(figure, level) : null,
                        limit.equals("restBetweenDates") ? new DutyLimit(figure, level) : null,
                        limit.equals("freeDates") ? new FreeDates(figure, level) : null);
        var camp = smallCamp()
                .noStaff()
                .person("ann")
                .person("gus", Availability.always(), rules)
                .lesson("swimming", day, start, end, List.of(), List.of(), "gus");
        var bench = fillAllModules(bench(camp), "ann", "ann").seat(TUESDAY_2 + "#1", null);

        assertThat(ask(bench, "two-staff").places())
                .contains(at(
                        isFree ? because("could-have", staff("gus")) : because("nobody-free", 0, 0, 1),
                        session(TUESDAY_2)));
    }

    @Test
    void seatThatThePlannerLockedEmptyIsThePlannersReason() {
        var lock = new SessionLock(session(MONDAY_1), null, null, null, List.of(new SeatLock(1, null)));
        var bench = bench(smallCamp().lock(lock));
        fillAllModules(bench, "ann", "bob");

        assertThat(ask(bench, bench.seat(MONDAY_1 + "#1", null).timetable(), "two-staff")
                        .places())
                .containsExactly(at(because("locked-empty"), session(MONDAY_1)));
    }

    @Test
    void moduleNeedsOneQualifiedAdultWhereItsSubjectTakesASkill() {
        var bench = bench(smallCamp().subjects(subject("danish", 1, 1, "danish"), subject("creative", 1, 1, "")))
                .host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1)
                .host("camp/camp-team-1/2026-W37/creative/1", MONDAY_2);

        assertThat(ask(fillAllModules(bench, "ann", "bob"), "qualified"))
                .extracting(Ask::status, Ask::asked, Ask::given)
                .containsExactly(Status.MET, 1L, 1L);
        assertThat(ask(fillAllModules(bench, "cid", "bob"), "qualified").places())
                .containsExactly(at(because("skilled-could-have", staff("ann")), session(MONDAY_1)));
    }

    @Test
    void missingSkillOfAllCampStaffIsNamedAsReason() {
        var bench = bench(smallCamp().namedStaff("bob", "cid").subjects(subject("danish", 1, 1, "danish")))
                .host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1);

        assertThat(ask(bench, "qualified").places())
                .containsExactly(at(because("nobody-skilled", "danish"), session(MONDAY_1)));
    }

    @Test
    void qualificationIsNotApplicableWithoutSkills() {
        assertThat(ask(bench(smallCamp().subjects(subject("x", 1, 1, ""))), "qualified")
                        .status())
                .isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void moreThanSixStudentsForAnAdultAreShort() {
        assertThat(ask(students(6), "staffing").status()).isEqualTo(Status.MET);
        assertThat(ask(students(7), "staffing").places())
                .containsExactly(at(because("students-per-adult", 7, 1), session(MONDAY_1)));
    }

    /** A team of a given size with two adults in all modules except the first, where one is missing. */
    private static RuleBench students(int count) {
        var camp = smallCamp().noStudents();
        for (int i = 0; i < count; i++) {
            camp.student("s" + i);
        }
        var bench = fillAllModules(bench(camp), "ann", "bob").seat(MONDAY_1 + "#1", null);
        for (int i = 0; i < count; i++) {
            bench.join("s" + i, TEAM_1.value());
        }
        return bench;
    }

    @Test
    void teacherOfOneWeekIsNotCountedInAllWeeks() {
        var bench = bench(smallCamp().horizonWeeks(2).weeks(2));
        fillAllModules(bench, "ann", "cid");
        fillSeats(bench, "camp/camp-team-1/2026-09-14/module-1", "ann", "bob");

        Ask ask = ask(bench, "fixed-team");

        assertThat(ask).extracting(Ask::asked, Ask::given, Ask::shortBy).containsExactly(10L, 5L, 5L);
        assertThat(ask.places())
                .containsExactly(
                        at(because("not-in-weeks", List.of(WEEK)), new StaffId("bob")),
                        new Shortfall(List.of(new StaffId("cid")), 4, because("not-in-weeks", List.of(WEEK.plus(1)))));
    }

    @Test
    void absenceInAWeekIsGivenAsTheReason() {
        var camp = smallCamp().noStaff().person("ann").person("eva", away("2026-09-14"));
        var bench = bench(camp.horizonWeeks(2).weeks(2).closed("2026-09-15"));
        fillSeats(bench, MONDAY_1, "ann", "eva");
        bench.seat("camp/camp-team-1/2026-09-14/module-1#0", "ann");

        assertThat(ask(bench, "fixed-team").places())
                .containsExactly(at(because("away-in-weeks", List.of(WEEK.plus(1))), new StaffId("eva")));
    }

    @Test
    void moreThanEightDifferentAdultsOfATeamAreShort() {
        assertThat(ask(differentAdults(8), "few-adults").status()).isEqualTo(Status.MET);
        assertThat(ask(differentAdults(9), "few-adults").places())
                .containsExactly(at(because("many-adults", 9), TEAM_1));
    }

    private static RuleBench differentAdults(int count) {
        var camp = smallCamp().noStaff().horizonWeeks(2).weeks(2);
        for (int i = 0; i < count; i++) {
            camp.person("p" + i);
        }
        var bench = bench(camp);
        var modules = List.of(MONDAY_1, MONDAY_2, TUESDAY_1, TUESDAY_2, "camp/camp-team-1/2026-09-14/module-1");
        for (int i = 0; i < count; i++) {
            bench.seat(modules.get(i / 2) + "#" + i % 2, "p" + i);
        }
        return bench;
    }

    @Test
    void twoAdultsOfTheDayBeforeMeetTheAsk() {
        var bench = fillAllModules(bench(smallCamp()), "ann", "bob");
        assertThat(ask(bench, "familiar-faces"))
                .extracting(Ask::status, Ask::asked)
                .containsExactly(Status.MET, 1L);

        fillSeats(fillSeats(bench, TUESDAY_1, "ann", "cid"), TUESDAY_2, "ann", "cid");
        assertThat(ask(bench, "familiar-faces").places()).containsExactly(at(because("few-known", 1), TEAM_1, TUESDAY));
    }
}
