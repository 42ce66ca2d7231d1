package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.TEAM_1;
import static dk.grundskema.plugins.camp.CampBuilder.TUESDAY;
import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampRulesTest {
    private static final String MONDAY_1 = "camp/camp-team-1/2026-09-07/module-1";
    private static final String MONDAY_2 = "camp/camp-team-1/2026-09-07/module-2";
    private static final String TUESDAY_1 = "camp/camp-team-1/2026-09-08/module-1";
    private static final String TUESDAY_2 = "camp/camp-team-1/2026-09-08/module-2";
    private static final String DANISH_1 = "camp/camp-team-1/2026-W37/danish/1";
    private static final String DANISH_2 = "camp/camp-team-1/2026-W37/danish/2";

    @Nested
    class BaseTimetable {
        @Test
        void blocksAtTheirTimesCostNothing() {
            assertThat(bench(smallCamp()).penalty("camp.base-timetable")).isZero();
        }

        @ParameterizedTest
        @CsvSource({"2026-09-07,12:15,12:30", "2026-09-07,12:00,12:45", "2026-09-09,12:00,12:30"})
        void blockWithAnotherStartEndOrWeekdayCostsOne(String date, String start, String end) {
            var bench = bench(
                    smallCamp().lockTime("camp/all/2026-09-07/lunch", java.time.LocalDate.parse(date), start, end));

            assertThat(bench.penalty("camp.base-timetable")).isEqualTo(1);
            assertThat(bench.places("camp.base-timetable"))
                    .containsExactly(List.of(new SessionId("camp/all/2026-09-07/lunch")));
        }

        @Test
        void lockOnTheBlocksOwnTimeCostsNothing() {
            var bench = bench(smallCamp().lockTime("camp/all/2026-09-07/lunch", MONDAY, "12:00", "12:30"));

            assertThat(bench.penalty("camp.base-timetable")).isZero();
        }
    }

    @Nested
    class UnqualifiedModule {
        @Test
        void staffWithoutTheSkillCostOne() {
            var bench = bench(smallCamp())
                    .host(DANISH_1, MONDAY_1)
                    .seat(MONDAY_1 + "#0", "bob")
                    .seat(MONDAY_1 + "#1", "cid");

            assertThat(bench.penalty("camp.unqualified-module")).isEqualTo(1);
            assertThat(bench.places("camp.unqualified-module"))
                    .containsExactly(List.of(new SessionId(MONDAY_1), "Danish"));
        }

        @ParameterizedTest
        @CsvSource({"ann,cid", "cid,ann"})
        void oneQualifiedAdultIsEnoughInEitherSeat(String first, String second) {
            var bench = bench(smallCamp())
                    .host(DANISH_1, MONDAY_1)
                    .seat(MONDAY_1 + "#0", first)
                    .seat(MONDAY_1 + "#1", second);

            assertThat(bench.penalty("camp.unqualified-module")).isZero();
        }

        @Test
        void singleUnqualifiedPersonCostsOneAndEmptySeatsCostNothing() {
            var bench = bench(smallCamp()).host(DANISH_1, MONDAY_1);
            assertThat(bench.penalty("camp.unqualified-module")).isZero();

            assertThat(bench.seat(MONDAY_1 + "#1", "cid").penalty("camp.unqualified-module"))
                    .isEqualTo(1);
        }

        @Test
        void subjectWithoutSkillAndModuleWithoutSubjectNeedNoQualifiedStaff() {
            var bench = bench(smallCamp())
                    .host("camp/camp-team-1/2026-W37/creative/1", MONDAY_1)
                    .seat(MONDAY_1 + "#0", "cid")
                    .seat(MONDAY_2 + "#0", "cid");

            assertThat(bench.penalty("camp.unqualified-module")).isZero();
        }
    }

    @Nested
    class UnsuitableRoom {
        private static RuleBench inRoom(String subject, String room, String... kinds) {
            var only = new Subject(subject, "Title", 2, 1, true, null, List.of(), List.of(kinds));
            var camp = smallCamp()
                    .noRooms()
                    .room("place", "house", room)
                    .subjects(only)
                    .blocks(CampBuilder.block("module-1", Block.Kind.MODULE, "09:00", "10:30", room));
            return bench(camp).room(MONDAY_1, "place");
        }

        private static void assertCost(RuleBench bench, long cost) {
            assertThat(bench.penalty("camp.unsuitable-room")).isEqualTo(cost);
            assertThat(bench.check().stream()
                            .filter(fault -> fault.rule().equals("camp.unsuitable-room"))
                            .mapToLong(RuleViolation::amount)
                            .sum())
                    .isEqualTo(cost);
        }

        @ParameterizedTest
        @CsvSource({
            "danish, kitchen, 1",
            "danish, gym, 1",
            "danish, workshop, 1",
            "danish, laboratory, 1",
            "danish, classroom, 0",
            "danish, hall, 0",
            "mathematics, kitchen, 1",
            "character-traits, gym, 1",
            "learning-strategies, workshop, 1",
            "creative, kitchen, 0",
            "movement, gym, 0"
        })
        void bookSubjectInASpecialRoomCostsOneForRuleAndCheck(String subject, String room, long cost) {
            var bench = inRoom(subject, room);

            assertCost(bench, 0);
            assertCost(bench.host("camp/camp-team-1/2026-W37/" + subject + "/1", MONDAY_1), cost);
        }

        @ParameterizedTest
        @CsvSource({"kitchen, kitchen, 0", "kitchen, classroom, 1", "classroom, gym, 1"})
        void kindsThatASubjectNamesCount(String room, String kind, long cost) {
            assertCost(inRoom("danish", room, kind).host(DANISH_1, MONDAY_1), cost);
        }

        @Test
        void violationNamesModuleSubjectAndRoom() {
            assertThat(inRoom("danish", "kitchen").host(DANISH_1, MONDAY_1).places("camp.unsuitable-room"))
                    .containsExactly(List.of(new SessionId(MONDAY_1), "Title", new RoomId("place")));
        }
    }

    @Nested
    class ModulesPerSubject {
        @Test
        void eachMissingModuleCostsOne() {
            var bench = bench(smallCamp());
            assertThat(bench.penalty("camp.modules-per-subject")).isEqualTo(4);
            assertThat(bench.places("camp.modules-per-subject"))
                    .containsExactlyInAnyOrder(
                            List.of(TEAM_1, "Danish", WEEK), List.of(TEAM_1, "Creative workshop", WEEK));

            assertThat(bench.host(DANISH_1, MONDAY_1).penalty("camp.modules-per-subject"))
                    .isEqualTo(3);
        }

        @Test
        void asManyModulesAsRequiredCostNothing() {
            var bench = bench(smallCamp())
                    .host(DANISH_1, MONDAY_1)
                    .host(DANISH_2, TUESDAY_1)
                    .host("camp/camp-team-1/2026-W37/creative/1", MONDAY_2)
                    .host("camp/camp-team-1/2026-W37/creative/2", TUESDAY_2);

            assertThat(bench.penalty("camp.modules-per-subject")).isZero();
        }

        @Test
        void moduleLockedIntoAnotherWeekIsMissingInItsOwnAndTooManyInTheOther() {
            var bench = bench(smallCamp()
                            .horizonWeeks(2)
                            .subjects(subject("danish", 1, 2, ""))
                            .lockTime(MONDAY_1, MONDAY.plusWeeks(1), "09:00", "10:30"))
                    .host(DANISH_1, MONDAY_1);

            assertThat(bench.penalty("camp.modules-per-subject")).isEqualTo(2);
        }

        @Test
        void eachTeamIsChargedSeparately() {
            var bench = bench(smallCamp().teams(2).subjects(subject("danish", 1, 1, "")))
                    .host(DANISH_1, MONDAY_1);

            assertThat(bench.places("camp.modules-per-subject"))
                    .containsExactly(List.of(CampBuilder.TEAM_2, "danish", WEEK));
        }
    }

    @Nested
    class SubjectPerDay {
        @Test
        void subjectAsOftenADayAsAllowedCostsNothingAndOnceMoreCostsOne() {
            var bench = bench(smallCamp()).host(DANISH_1, MONDAY_1);
            assertThat(bench.penalty("camp.subject-per-day")).isZero();

            bench.host(DANISH_2, MONDAY_2);
            assertThat(bench.penalty("camp.subject-per-day")).isEqualTo(1);
            assertThat(bench.places("camp.subject-per-day")).containsExactly(List.of(TEAM_1, "Danish", MONDAY));
        }

        @Test
        void subjectSpreadOverTwoDaysCostsNothing() {
            var bench = bench(smallCamp()).host(DANISH_1, MONDAY_1).host(DANISH_2, TUESDAY_1);

            assertThat(bench.penalty("camp.subject-per-day")).isZero();
        }

        @Test
        void amountIsTheExcessOverTheLimit() {
            var bench = bench(smallCamp()
                            .subjects(subject("danish", 3, 1, ""))
                            .blocks(
                                    module("a", "08:00", "09:00"),
                                    module("b", "09:00", "10:00"),
                                    module("c", "10:00", "11:00")))
                    .host("camp/camp-team-1/2026-W37/danish/1", "camp/camp-team-1/2026-09-07/a")
                    .host("camp/camp-team-1/2026-W37/danish/2", "camp/camp-team-1/2026-09-07/b")
                    .host("camp/camp-team-1/2026-W37/danish/3", "camp/camp-team-1/2026-09-07/c");

            assertThat(bench.penalty("camp.subject-per-day")).isEqualTo(2);
        }
    }

    @Nested
    class ThreadInStep {
        private static final String OTHERS_MONDAY = "camp/camp-team-2/2026-09-07/module-2";

        private static RuleBench traits(int teams, String... steps) {
            return bench(smallCamp().teams(teams).subjects(subject("traits", 2, 2, "", steps)));
        }

        private static String module(int team, int number) {
            return "camp/camp-team-" + team + "/2026-W37/traits/" + number;
        }

        @Test
        void dayCostsTheSmallerSideOfTeamsWithAndWithoutTheStep() {
            var bench = traits(5, "one", "two").host(module(1, 1), MONDAY_1);
            assertThat(bench.penalty("camp.thread-in-step")).isEqualTo(1);
            assertThat(bench.places("camp.thread-in-step")).containsExactly(List.of("traits", MONDAY));

            assertThat(bench.host(module(2, 2), OTHERS_MONDAY).penalty("camp.thread-in-step"))
                    .isEqualTo(2);
            assertThat(bench.host(module(3, 1), "camp/camp-team-3/2026-09-07/module-1")
                            .penalty("camp.thread-in-step"))
                    .isEqualTo(2);
            assertThat(bench.host(module(4, 1), "camp/camp-team-4/2026-09-07/module-2")
                            .penalty("camp.thread-in-step"))
                    .isEqualTo(1);
        }

        @Test
        void stepAtAnotherTimeOfTheSameDayCostsNothing() {
            var bench = traits(2, "one", "two").host(module(1, 1), MONDAY_1).host(module(2, 1), OTHERS_MONDAY);

            assertThat(bench.penalty("camp.thread-in-step")).isZero();
        }

        @Test
        void stepOnAnotherDayCostsOnBothDays() {
            var bench = traits(2, "one", "two")
                    .host(module(1, 1), MONDAY_1)
                    .host(module(2, 1), "camp/camp-team-2/2026-09-08/module-1");

            assertThat(bench.penalty("camp.thread-in-step")).isEqualTo(2);
        }

        @Test
        void stepTwiceADayCostsNothingIfAllTeamsHaveItTwice() {
            var bench = traits(2, "one", "two")
                    .host(module(1, 1), MONDAY_1)
                    .host(module(1, 2), MONDAY_2)
                    .host(module(2, 1), OTHERS_MONDAY);
            assertThat(bench.penalty("camp.thread-in-step")).isEqualTo(1);

            assertThat(bench.host(module(2, 2), "camp/camp-team-2/2026-09-07/module-1")
                            .penalty("camp.thread-in-step"))
                    .isZero();
        }

        @Test
        void weekWithOneStepAndSubjectWithoutThreadCostNothing() {
            assertThat(traits(2, "one").host(module(1, 1), MONDAY_1).penalty("camp.thread-in-step"))
                    .isZero();
            assertThat(traits(2).host(module(1, 1), MONDAY_1).penalty("camp.thread-in-step"))
                    .isZero();
        }

        @Test
        void singleTeamCostsNothing() {
            assertThat(traits(1, "one", "two").host(module(1, 1), MONDAY_1).penalty("camp.thread-in-step"))
                    .isZero();
        }
    }

    @Nested
    class FewFaces {
        @Test
        void eachPersonOfATeamCostsOneForAnyNumberOfMeetings() {
            var bench = bench(smallCamp()).seat(MONDAY_1 + "#0", "ann").seat(TUESDAY_1 + "#0", "ann");
            assertThat(bench.penalty("camp.few-faces")).isEqualTo(1);
            assertThat(bench.places("camp.few-faces")).containsExactly(List.of(TEAM_1, new StaffId("ann")));

            assertThat(bench.seat(TUESDAY_1 + "#1", "bob").penalty("camp.few-faces"))
                    .isEqualTo(2);
        }

        @Test
        void meetingOfTheWholeCampCostsNothing() {
            assertThat(bench(smallCamp())
                            .seat("camp/all/2026-09-07/lunch#0", "ann")
                            .penalty("camp.few-faces"))
                    .isZero();
        }

        @Test
        void onePersonInTwoTeamsCostsTwo() {
            var bench = bench(smallCamp().teams(2))
                    .seat(MONDAY_1 + "#0", "ann")
                    .seat("camp/camp-team-2/2026-09-08/module-1#0", "ann");

            assertThat(bench.penalty("camp.few-faces")).isEqualTo(2);
        }
    }

    @Nested
    class FamiliarFaces {
        @Test
        void dayWithNobodyOfTheDayBeforeCostsTheWholeWantedNumber() {
            var bench = bench(smallCamp()).seat(MONDAY_1 + "#0", "ann").seat(TUESDAY_1 + "#0", "bob");

            assertThat(bench.penalty("camp.familiar-faces")).isEqualTo(2);
            assertThat(bench.places("camp.familiar-faces")).containsExactly(List.of(TEAM_1, TUESDAY));
        }

        @Test
        void onePersonOfTheDayBeforeCostsOneLessForAnyNumberOfMeetings() {
            var bench = bench(smallCamp())
                    .seat(MONDAY_2 + "#1", "ann")
                    .seat(TUESDAY_1 + "#0", "ann")
                    .seat(TUESDAY_1 + "#1", "ann")
                    .seat(TUESDAY_2 + "#0", "ann");

            assertThat(bench.penalty("camp.familiar-faces")).isEqualTo(1);
        }

        @Test
        void twoPeopleOfTheDayBeforeAreEnoughAndMoreChangeNothing() {
            var bench = bench(smallCamp())
                    .seat(MONDAY_1 + "#0", "ann")
                    .seat(MONDAY_1 + "#1", "bob")
                    .seat(MONDAY_2 + "#0", "cid")
                    .seat(TUESDAY_1 + "#0", "bob")
                    .seat(TUESDAY_2 + "#1", "ann");
            assertThat(bench.penalty("camp.familiar-faces")).isZero();

            assertThat(bench.seat(TUESDAY_2 + "#0", "cid").penalty("camp.familiar-faces"))
                    .isZero();
        }

        @Test
        void numberOfTheCampReplacesTheDefault() {
            assertThat(bench(smallCamp().familiarStaff(3)).penalty("camp.familiar-faces"))
                    .isEqualTo(3);
            assertThat(bench(smallCamp().familiarStaff(0)).penalty("camp.familiar-faces"))
                    .isZero();
        }

        @Test
        void daysOnBothSidesOfAWeekendAreConsecutive() {
            var bench = bench(smallCamp()
                            .horizonWeeks(2)
                            .weeks(2)
                            .days(CampBuilder.day("day", "1", module("module-1", "09:00", "10:30"))))
                    .seat(MONDAY_1 + "#0", "ann")
                    .seat("camp/camp-team-1/2026-09-14/module-1#0", "ann");

            assertThat(bench.penalty("camp.familiar-faces")).isEqualTo(1);
        }
    }

    @Nested
    class LeadStaff {
        @Test
        void eachPersonWhoTeachesATeamASubjectCostsOne() {
            var bench = bench(smallCamp())
                    .host(DANISH_1, MONDAY_1)
                    .host(DANISH_2, TUESDAY_1)
                    .seat(MONDAY_1 + "#0", "ann")
                    .seat(TUESDAY_1 + "#1", "ann");
            assertThat(bench.penalty("camp.lead-staff")).isEqualTo(1);

            bench.seat(TUESDAY_1 + "#0", "bob");
            assertThat(bench.penalty("camp.lead-staff")).isEqualTo(2);
            assertThat(bench.places("camp.lead-staff"))
                    .containsExactlyInAnyOrder(
                            List.of(TEAM_1, "Danish", new StaffId("ann")),
                            List.of(TEAM_1, "Danish", new StaffId("bob")));
        }

        @Test
        void moduleWithoutASubjectHasNoTeachers() {
            assertThat(bench(smallCamp()).seat(MONDAY_1 + "#0", "ann").penalty("camp.lead-staff"))
                    .isZero();
        }
    }

    @Nested
    class DemandingBeforeNoon {
        private static RuleBench at(String start, String end) {
            return bench(smallCamp().blocks(module("module-1", start, end))).host(DANISH_1, MONDAY_1);
        }

        @Test
        void demandingSubjectFromNoonOnCostsOne() {
            assertThat(at("11:59", "13:00").penalty("camp.demanding-before-noon"))
                    .isZero();
            assertThat(at("12:00", "13:00").penalty("camp.demanding-before-noon"))
                    .isEqualTo(1);
            assertThat(at("12:00", "13:00").places("camp.demanding-before-noon"))
                    .containsExactly(List.of(new SessionId(MONDAY_1), "Danish"));
        }

        @Test
        void otherSubjectsMayBeInTheAfternoon() {
            var bench = bench(smallCamp()).host("camp/camp-team-1/2026-W37/creative/1", MONDAY_2);

            assertThat(bench.penalty("camp.demanding-before-noon")).isZero();
        }
    }

    @Nested
    class Variety {
        @Test
        void sameSubjectInTheSameBlockOfAWeekCostsEachRepetition() {
            var bench = bench(smallCamp()
                            .subjects(subject("danish", 3, 1, ""))
                            .days(CampBuilder.day("day", "1 2 3", module("module-1", "09:00", "10:30"))))
                    .host("camp/camp-team-1/2026-W37/danish/1", "camp/camp-team-1/2026-09-07/module-1");
            assertThat(bench.penalty("camp.variety")).isZero();

            bench.host("camp/camp-team-1/2026-W37/danish/2", "camp/camp-team-1/2026-09-08/module-1");
            assertThat(bench.penalty("camp.variety")).isEqualTo(1);
            assertThat(bench.places("camp.variety")).containsExactly(List.of(TEAM_1, "danish", WEEK, "Module 1"));

            bench.host("camp/camp-team-1/2026-W37/danish/3", "camp/camp-team-1/2026-09-09/module-1");
            assertThat(bench.penalty("camp.variety")).isEqualTo(2);
        }

        @Test
        void anotherBlockOfTheDayCostsNothing() {
            var bench = bench(smallCamp()).host(DANISH_1, MONDAY_1).host(DANISH_2, TUESDAY_2);

            assertThat(bench.penalty("camp.variety")).isZero();
        }
    }

    @Test
    void sessionsWithoutStudentsOrSubjectsCostNothing() {
        var bench = bench(smallCamp()
                        .familiarStaff(0)
                        .subjects()
                        .blocks(block("talk", Block.Kind.HANDOVER, "08:00", "08:30")))
                .seat("camp/all/2026-09-07/talk#0", "ann");

        assertThat(bench.pluginMatches()).isEmpty();
    }
}
