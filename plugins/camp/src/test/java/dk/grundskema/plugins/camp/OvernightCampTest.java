package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.lunch;
import static dk.grundskema.plugins.camp.CampBuilder.night;
import static dk.grundskema.plugins.camp.CampBuilder.onDates;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.plugins.camp.Block.Duty;
import dk.grundskema.plugins.camp.Block.Kind;
import dk.grundskema.plugins.camp.DayKind.Occasion;
import dk.grundskema.solver.precheck.CapacityPrecheck;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days, nights and ends of camps at which people sleep. */
class OvernightCampTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static Demand demand(CampBuilder camp) {
        return new CampPlugin().expand(camp.camp(), camp.problem());
    }

    private static List<Finding> findings(CampBuilder camp) {
        return new CampPlugin().validate(camp.camp(), camp.problem());
    }

    private static Session session(Demand demand, String id) {
        return demand.sessions().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Seat> seats(Demand demand, Session session) {
        return demand.seats().stream()
                .filter(seat -> seat.sessions().contains(session.id()))
                .toList();
    }

    private static long minutes(Session session) {
        return session.times().getFirst().intervals(COPENHAGEN).getFirst().minutes();
    }

    /** Which block is on which day, without the camp's prefix. */
    private static List<String> days(CampBuilder camp) {
        return demand(camp).sessions().stream()
                .map(one -> one.id().value().replace("camp/all/", ""))
                .toList();
    }

    private static DayKind markedDay(String id, String weekdays) {
        return day(id, weekdays, block(id, Kind.RITUAL, "08:00", "09:00"));
    }

    private static DayKind markedDay(String id, Occasion occasion) {
        return DayKind.of(id, occasion, List.of(block(id, Kind.RITUAL, "08:00", "09:00")));
    }

    private static DayKind markedOn(String id, String dates) {
        return onDates(id, dates, block(id, Kind.RITUAL, "08:00", "09:00"));
    }

    @Nested
    class Days {
        @Test
        void dateOverridesOccasionAndOccasionOverridesWeekday() {
            var camp = smallCamp()
                    .subjects()
                    .lastDay("2026-09-10")
                    .days(
                            markedDay("day", "1 2 3 4 5"),
                            markedDay("first", Occasion.FIRST_DAY),
                            markedDay("last", Occasion.LAST_DAY),
                            markedOn("trip", "2026-09-08 2026-09-10"));

            assertThat(days(camp))
                    .containsExactly("2026-09-07/first", "2026-09-08/trip", "2026-09-09/day", "2026-09-10/trip");
            assertThat(findings(camp))
                    .containsExactly(
                            Finding.warning("camp.base-timetable.day-kind-unused", "/parameters/dayKinds/2", "last"));
        }

        @Test
        void campOfOneDayHasADayOfArrival() {
            var camp = smallCamp()
                    .subjects()
                    .lastDay("2026-09-07")
                    .days(markedDay("last", Occasion.LAST_DAY), markedDay("first", Occasion.FIRST_DAY));

            assertThat(days(camp)).containsExactly("2026-09-07/first");
        }

        @Test
        void withoutALastDayTheCampEndsOnTheSundayOfItsLastWeek() {
            var camp = smallCamp().horizonWeeks(2).weeks(2).subjects().days(markedDay("last", Occasion.LAST_DAY));

            assertThat(days(camp)).containsExactly("2026-09-20/last");
        }

        @Test
        void closedDaysAndKindsWithoutBlocksHaveNoSessions() {
            var camp = smallCamp()
                    .subjects()
                    .closed("2026-09-07")
                    .days(markedDay("day", "1 2 3"), onDates("home", "2026-09-08"));

            assertThat(days(camp)).containsExactly("2026-09-09/day");
            assertThat(findings(camp))
                    .containsExactly(Finding.info("camp.base-timetable.rest-day", "/parameters/dayKinds/1", "home"));
        }

        @Test
        void twoKindsForADateOrOccasionAreReported() {
            var camp = smallCamp()
                    .subjects()
                    .days(
                            markedOn("trip", "2026-09-08"),
                            markedOn("walk", "2026-09-08 2026-09-09"),
                            markedDay("one", Occasion.LAST_DAY),
                            markedDay("other", Occasion.LAST_DAY));

            assertThat(findings(camp))
                    .containsExactly(
                            Finding.error(
                                    "camp.base-timetable.date-twice",
                                    "/parameters/dayKinds/1/dates",
                                    MONDAY.plusDays(1),
                                    "trip",
                                    "walk"),
                            Finding.error(
                                    "camp.base-timetable.occasion-twice",
                                    "/parameters/dayKinds/3/occasion",
                                    Occasion.LAST_DAY,
                                    "one",
                                    "other"),
                            Finding.warning("camp.base-timetable.day-kind-unused", "/parameters/dayKinds/3", "other"));
        }

        @ParameterizedTest
        @CsvSource({"2026-09-07,2026-09-06", "2026-09-08,2026-09-11"})
        void datesOutsideTheCampAreReported(String inside, String outside) {
            var camp = smallCamp().subjects().lastDay("2026-09-10").days(markedOn("trip", inside + " " + outside));

            assertThat(findings(camp))
                    .containsExactly(Finding.warning(
                            "camp.base-timetable.date-outside",
                            "/parameters/dayKinds/0/dates",
                            LocalDate.parse(outside),
                            "trip",
                            MONDAY,
                            MONDAY.plusDays(3)));
        }

        @Test
        void lastDayLiesBetweenTheFirstDayAndTheEndOfTheWeeks() {
            var camp = smallCamp()
                    .horizonWeeks(2)
                    .subjects()
                    .firstDay("2026-09-14")
                    .days(markedDay("day", "1 2 3 4 5 6 7"));
            var sunday = LocalDate.of(2026, 9, 20);

            assertThat(findings(camp.lastDay("2026-09-13")))
                    .contains(Finding.error(
                            "camp.dates.last-before-first",
                            "/parameters/lastDay",
                            sunday.minusDays(7),
                            sunday.minusDays(6)));
            assertThat(findings(camp.lastDay("2026-09-21")))
                    .containsExactly(Finding.error(
                            "camp.dates.last-after-weeks", "/parameters/lastDay", sunday.plusDays(1), sunday));
            assertThat(findings(camp.lastDay("2026-09-20"))).isEmpty();
            assertThat(findings(camp.lastDay("2026-09-14"))).isEmpty();
        }
    }

    @Nested
    class Nights {
        @Test
        void nightHasTheWholeCampAndTwoAdultsAndCountsInFull() {
            var demand = demand(smallCamp().teams(3).blocks(night()));
            var night = session(demand, "camp/all/2026-09-07/night");

            assertThat(night.kind()).isEqualTo("night");
            assertThat(night.title()).isEqualTo("Night");
            assertThat(night.groups()).hasSize(3);
            assertThat(night.workload()).isEqualTo(new Workload(true, 100, 0));
            assertThat(seats(demand, night)).hasSize(2).allMatch(Seat::required);
            assertThat(minutes(night)).isEqualTo(9 * 60);
        }

        @Test
        void nightCountsItsAgreedShare() {
            var demand = demand(smallCamp().blocks(night(Duty.WORK, 75)));

            assertThat(session(demand, "camp/all/2026-09-08/night").workload()).isEqualTo(new Workload(true, 75, 0));
        }

        @Test
        void standbyAtHomeIsNoWorkAndHasNoStudents() {
            var night = session(demand(smallCamp().blocks(night(Duty.STAND_BY, null))), "camp/all/2026-09-07/night");

            assertThat(night.work()).isFalse();
            assertThat(night.groups()).isEmpty();
        }

        @Test
        void creditedShareIsFrom0To100PercentAndOnlyForWork() {
            assertThat(night(null, 0).effectiveCreditPercent()).isZero();
            assertThat(night(Duty.WORK, 100).effectiveCreditPercent()).isEqualTo(100);
            assertThatThrownBy(() -> night(null, 101))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            refusal -> assertThat(refusal.findings())
                                    .containsExactly(
                                            Finding.error("value.out-of-range", "/creditPercent", 101L, 0L, 100L)));
            assertThatThrownBy(() -> night(Duty.STAND_BY, 50))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            refusal -> assertThat(refusal.findings())
                                    .containsExactly(Finding.error("camp.credit-without-work", "/creditPercent", 50)));
        }

        @Test
        void standbyMayOverlapOtherBlocks() {
            var standBy = new Block(
                    "home",
                    "At home",
                    Kind.NIGHT,
                    LocalTime.of(20, 0),
                    LocalTime.of(8, 0),
                    null,
                    1,
                    0,
                    List.of(),
                    List.of(),
                    Duty.STAND_BY,
                    null);
            var morning = block("run", Kind.MOVEMENT, "07:00", "07:30");

            assertThat(findings(smallCamp().subjects().days(day("day", "1 2 3", morning, lunch(), night(), standBy))))
                    .extracting(Finding::code)
                    .containsOnly("camp.base-timetable.nobody-there");
        }

        @ParameterizedTest
        @CsvSource({"07:00,0", "06:59,1"})
        void nightThatReachesIntoADayOfAnotherKindIsReportedOnce(String start, int times) {
            var trip = onDates(
                    "trip",
                    "2026-09-09",
                    block("walk", Kind.TRIP, start, "21:00"),
                    block("tent", Kind.NIGHT, "21:00", "07:00"));
            var camp = smallCamp().subjects().days(day("day", "1 2 4 5", night()), trip);

            assertThat(findings(camp).stream()
                            .filter(one -> one.code().equals("camp.base-timetable.night-overlaps"))
                            .map(Finding::arguments))
                    .hasSize(times)
                    .allMatch(arguments -> arguments.equals(
                            List.of("Night", LocalTime.of(7, 0), "Trip", DayOfWeek.WEDNESDAY, LocalTime.parse(start))));
        }

        @ParameterizedTest
        @CsvSource({"2,12", "3,14"})
        void twoPeopleCannotCoverSevenNightsAndThreeMayBecauseOfTheWeeklyRest(int people, long covered) {
            var camp = smallCamp().noStaff().horizonWeeks(2).subjects().days(day("day", "1 2 3 4 5 6 7", night()));
            for (int i = 0; i < people; i++) {
                camp.person("p" + i);
            }

            var tooFew = new CapacityPrecheck()
                    .precheck(camp.problem(), List.of(demand(camp))).stream()
                            .filter(one -> one.code().startsWith("precheck.week"))
                            .toList();
            assertThat(tooFew)
                    .hasSize(covered < 14 ? 1 : 0)
                    .allSatisfy(one -> assertThat(one.arguments()).contains(14L, covered, 14 - covered));
        }

        @Test
        void nightBeforeAClosedDayOverlapsNothing() {
            var run = block("run", Kind.MOVEMENT, "06:00", "22:00");

            assertThat(findings(smallCamp().subjects().closed("2026-09-08").days(day("day", "1 2", run, night()))))
                    .isEmpty();
        }

        @Test
        void hoursWithoutAdultsOfAnOvernightCampAreReported() {
            var early = block("breakfast", Kind.MEAL, "07:10", "12:00");

            assertThat(findings(smallCamp().subjects().days(day("day", "1 2 3", early, lunch(), night()))))
                    .containsExactlyInAnyOrder(alone("07:00", "07:10"), alone("12:30", "22:00"));
        }

        private static Finding alone(String from, String until) {
            return Finding.warning(
                    "camp.base-timetable.nobody-there",
                    "/parameters/dayKinds/0/blocks",
                    LocalTime.parse(from),
                    LocalTime.parse(until),
                    "day");
        }
    }

    @Nested
    class SeatsOfBlocks {
        private static int seats(Kind kind, int teams) {
            return block("x", kind, "10:00", "11:00").requiredSeats(teams);
        }

        @Test
        void arrivalAndDepartureHaveASeatForEachTeamAndAtLeastTwo() {
            assertThat(seats(Kind.ARRIVAL, 4)).isEqualTo(4);
            assertThat(seats(Kind.DEPARTURE, 3)).isEqualTo(3);
            assertThat(seats(Kind.ARRIVAL, 1)).isEqualTo(2);
        }

        @ParameterizedTest
        @EnumSource(names = {"WAKE_UP", "NIGHT", "CLEANING", "TRIP"})
        void otherBlocksOfTheCampHaveTwoSeats(Kind kind) {
            assertThat(seats(kind, 4)).isEqualTo(2);
        }

        @Test
        void tripIsPerTeamAndArrivalIsNot() {
            assertThat(block("x", Kind.TRIP, "10:00", "15:00").isPerTeam()).isTrue();
            assertThat(block("x", Kind.ARRIVAL, "10:00", "15:00").isPerTeam()).isFalse();
        }
    }

    @Nested
    class DefaultOvernightCamp {
        private static CampBuilder camp() {
            return smallCamp().horizonWeeks(3).weeks(3).lastDay("2026-09-25").overnight();
        }

        @Test
        void defaultsOfAnOvernightCampReportOnlyFewerSubjectsThanModules() {
            assertThat(findings(camp().subjects(
                                    CampDefaults.subjects().subList(2, 6).toArray(Subject[]::new))))
                    .extracting(Finding::code)
                    .containsExactly("camp.subjects.fewer-than-modules");
        }

        @Test
        void sessionsFollowEachOtherWithoutBreakAndEachWeekHasAsManyModules() {
            var demand = demand(camp());
            var withStudents = demand.sessions().stream()
                    .filter(one -> !one.isGuest() && !one.groups().isEmpty())
                    .map(one -> one.times().getFirst().intervals(COPENHAGEN).getFirst())
                    .sorted()
                    .toList();
            var breaks = new ArrayList<Long>();
            for (int i = 1; i < withStudents.size(); i++) {
                breaks.add(withStudents.get(i).start() - withStudents.get(i - 1).end());
            }

            assertThat(breaks).containsOnly(0L);
            for (int week = 37; week < 40; week++) {
                String of = "2026-W" + week;
                assertThat(demand.sessions().stream()
                                .filter(one -> one.kind().equals("module") && !one.isGuest())
                                .filter(one -> one.times()
                                        .getFirst()
                                        .weeks()
                                        .first()
                                        .toString()
                                        .equals(of)))
                        .hasSize(15);
            }
        }

        @Test
        void bedtimeAndNightAreOneDutyOfTenHours() {
            var demand = demand(camp());

            assertThat(minutes(session(demand, "camp/all/2026-09-07/bedtime"))
                            + minutes(session(demand, "camp/all/2026-09-07/night")))
                    .isEqualTo(10 * 60);
        }
    }

    /** Clocks in Denmark go back on 25 October 2026 at 03:00, forward on 28 March 2027 at 02:00. */
    @Nested
    class Clocks {
        @ParameterizedTest
        @CsvSource({
            "2026, 43, 2026-10-24, 600",
            "2026, 43, 2026-10-23, 540",
            "2026, 43, 2026-10-25, 540",
            "2027, 12, 2027-03-27, 480",
            "2027, 12, 2027-03-28, 540",
        })
        void nightHasItsElapsedLengthWhenClocksChange(int year, int week, String date, long minutes) {
            var camp = smallCamp().firstWeek(year, week).horizonWeeks(2).days(day("day", "5 6 7", night()));

            assertThat(minutes(session(demand(camp), "camp/all/" + date + "/night")))
                    .isEqualTo(minutes);
            assertThat(findings(camp.subjects())).extracting(Finding::code).doesNotContain("camp.dates.skipped-hour");
        }

        @ParameterizedTest
        @CsvSource({
            "02:30, 04:00, 02:30, 03:30",
            "00:30, 02:00, 02:00, 03:00",
        })
        void timeInTheSkippedHourIsReported(String start, String end, String written, String counted) {
            var camp = smallCamp()
                    .firstWeek(2027, 12)
                    .subjects()
                    .days(day("day", "6 7", block("stars", Kind.EVENING, start, end)));

            assertThat(findings(camp))
                    .containsExactly(Finding.warning(
                            "camp.dates.skipped-hour",
                            "/parameters/dayKinds",
                            "Evening activity",
                            LocalDate.of(2027, 3, 28),
                            LocalTime.parse(written),
                            LocalTime.parse(counted)));
        }

        @Test
        void repeatedHourStartsAtItsFirstOccurrence() {
            var camp = smallCamp()
                    .firstWeek(2026, 43)
                    .subjects()
                    .days(day(
                            "day",
                            "7",
                            block("early", Kind.NIGHT, "00:00", "02:30"),
                            block("late", Kind.NIGHT, "02:30", "07:00")));

            assertThat(minutes(session(demand(camp), "camp/all/2026-10-25/early")))
                    .isEqualTo(150);
            assertThat(minutes(session(demand(camp), "camp/all/2026-10-25/late")))
                    .isEqualTo(330);
            assertThat(findings(camp)).isEmpty();
        }
    }

    @Test
    void defaultDaysFollowFromOvernight() {
        var defaults = CampParameters.defaults();

        assertThat(defaults.dayKinds()).isEmpty();
        assertThat(defaults.baseTimetable()).extracting(DayKind::id).containsExactly("weekday", "friday");
        assertThat(smallCamp().overnight().camp().parameters().baseTimetable())
                .extracting(DayKind::id)
                .containsExactly("arrival", "weekday", "weekend", "departure");
    }

    @Test
    void weekdaysAndDatesOfAKindAreTakenOver() {
        var weekdays = new TreeSet<>(List.of(DayOfWeek.MONDAY));
        var kind = DayKind.of("a", weekdays, List.of());
        weekdays.clear();

        assertThat(kind.weekdays()).containsExactly(DayOfWeek.MONDAY);
    }
}
