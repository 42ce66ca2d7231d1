package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.member;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CampExpansionTest {
    private static Demand demand(CampBuilder camp) {
        return new CampPlugin().expand(camp.camp(), camp.problem());
    }

    private static Session session(Demand demand, String id) {
        return demand.sessions().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Demand demand) {
        return demand.sessions().stream().map(one -> one.id().value()).toList();
    }

    @Test
    void campInterruptsAllDaysFromItsFirstToItsLast() {
        CampBuilder camp = smallCamp();
        var days = demand(camp).sessions().stream()
                .flatMap(one -> one.times().stream())
                .flatMap(time -> time.dates().stream())
                .sorted()
                .toList();

        assertThat(new CampPlugin().interruptions(camp.camp(), camp.problem()))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.from()).isEqualTo(days.getFirst());
                    assertThat(span.until()).isAfterOrEqualTo(days.getLast());
                });
    }

    @Test
    void eachDayHasItsBlocksInOrderAndEachWeekItsSubjects() {
        assertThat(ids(demand(smallCamp())))
                .containsExactly(
                        "camp/camp-team-1/2026-09-07/module-1",
                        "camp/all/2026-09-07/lunch",
                        "camp/camp-team-1/2026-09-07/module-2",
                        "camp/camp-team-1/2026-09-08/module-1",
                        "camp/all/2026-09-08/lunch",
                        "camp/camp-team-1/2026-09-08/module-2",
                        "camp/camp-team-1/2026-W37/danish/1",
                        "camp/camp-team-1/2026-W37/danish/2",
                        "camp/camp-team-1/2026-W37/creative/1",
                        "camp/camp-team-1/2026-W37/creative/2");
    }

    @Test
    void moduleHasOneTeamTwoTeachersARoomAndPreparation() {
        var demand = demand(smallCamp().teams(2));
        var module = session(demand, "camp/camp-team-2/2026-09-07/module-1");

        assertThat(module.kind()).isEqualTo("module");
        assertThat(module.title()).isEqualTo("Module 1");
        assertThat(module.times()).containsExactly(MeetingTime.on(MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 30)));
        assertThat(module.groups()).containsExactly(CampBuilder.TEAM_2);
        assertThat(module.rooms()).containsExactly(new RoomId("room-1"), new RoomId("room-2"));
        assertThat(module.preparationMinutes()).isEqualTo(30);
        assertThat(module.work()).isTrue();
        assertThat(module.required()).isTrue();
        assertThat(seats(demand, module))
                .extracting(one -> one.id().value(), Seat::position, Seat::role, Seat::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(module.id() + "#0", 0, "teacher", true),
                        org.assertj.core.groups.Tuple.tuple(module.id() + "#1", 1, "teacher", true));
    }

    private static List<Seat> seats(Demand demand, Session session) {
        return demand.seats().stream()
                .filter(seat -> seat.sessions().contains(session.id()))
                .toList();
    }

    @Test
    void mealHasTheWholeCampAndNeitherRoomNorPreparation() {
        var demand = demand(smallCamp().teams(2));
        var lunch = session(demand, "camp/all/2026-09-07/lunch");

        assertThat(lunch.kind()).isEqualTo("meal");
        assertThat(lunch.groups()).containsExactly(CampBuilder.TEAM_1, CampBuilder.TEAM_2);
        assertThat(lunch.rooms()).isEmpty();
        assertThat(lunch.preparationMinutes()).isZero();
        assertThat(seats(demand, lunch)).extracting(Seat::role).containsExactly("adult", "adult");
    }

    @Test
    void handoverHasOneSeatForEachTeamAndNoStudents() {
        var demand = demand(smallCamp().teams(3).blocks(block("talk", Block.Kind.HANDOVER, "08:00", "08:30")));
        var handover = session(demand, "camp/all/2026-09-07/talk");

        assertThat(handover.groups()).isEmpty();
        assertThat(handover.students()).isEmpty();
        assertThat(seats(demand, handover)).hasSize(3).allMatch(Seat::required);
    }

    @Test
    void optionalSeatsComeAfterTheRequiredOnes() {
        var block = new Block(
                "run",
                null,
                Block.Kind.MOVEMENT,
                LocalTime.of(8, 0),
                LocalTime.of(8, 30),
                true,
                1,
                2,
                List.of(),
                List.of());
        var demand = demand(smallCamp().blocks(block));

        assertThat(seats(demand, session(demand, "camp/camp-team-1/2026-09-07/run")))
                .extracting(Seat::required)
                .containsExactly(true, false, false);
    }

    @Test
    void roomsAreTheNamedOnesAndThoseOfTheKindAtTheCampsSite() {
        var block = new Block(
                "play",
                null,
                Block.Kind.MOVEMENT,
                LocalTime.of(8, 0),
                LocalTime.of(8, 30),
                null,
                null,
                0,
                List.of("hall"),
                List.of(new RoomId("room-2")));
        var demand = demand(smallCamp()
                .anotherSite("elsewhere")
                .room("hall-there", "elsewhere", "hall")
                .room("hall-here", "house", "hall")
                .blocks(block));

        assertThat(session(demand, "camp/all/2026-09-07/play").rooms())
                .containsExactly(new RoomId("room-2"), new RoomId("hall-here"));
    }

    @Test
    void subjectsAreGuestsOfTheTeamsModulesOfTheWeekAndNotRequired() {
        var demand = demand(smallCamp().horizonWeeks(2).weeks(2).teams(2));
        var guest = session(demand, "camp/camp-team-2/2026-W38/danish/2");

        assertThat(guest.hosts().stream().map(Object::toString))
                .containsExactly(
                        "camp/camp-team-2/2026-09-14/module-1",
                        "camp/camp-team-2/2026-09-14/module-2",
                        "camp/camp-team-2/2026-09-15/module-1",
                        "camp/camp-team-2/2026-09-15/module-2");
        assertThat(guest.subject()).isEqualTo("danish");
        assertThat(guest.title()).isEqualTo("Danish");
        assertThat(guest.kind()).isEqualTo("module");
        assertThat(guest.groups()).containsExactly(CampBuilder.TEAM_2);
        assertThat(guest.required()).isFalse();
        assertThat(seats(demand, guest)).isEmpty();
    }

    @Test
    void threadShowsItsStepInTitleAndForm() {
        var traits = new Subject("character-traits", null, 2, 1, false, null, List.of("gratitude", "Our own"));
        var demand = demand(smallCamp().language(Language.DA).subjects(traits));

        assertThat(session(demand, "camp/camp-team-1/2026-W37/character-traits/1"))
                .returns("Karaktertræk: taknemmelighed", Session::title)
                .returns("gratitude", Session::form);
        assertThat(session(demand, "camp/camp-team-1/2026-W37/character-traits/2"))
                .returns("Karaktertræk: Our own", Session::title);
    }

    @Test
    void closedDaysAndDaysBeforeTheFirstAreLeftOut() {
        assertThat(ids(demand(smallCamp().closed("2026-09-07")))).noneMatch(id -> id.contains("2026-09-07"));
        assertThat(ids(demand(smallCamp().firstDay("2026-09-08"))))
                .noneMatch(id -> id.contains("2026-09-07"))
                .contains("camp/camp-team-1/2026-09-08/module-1");
    }

    @Test
    void weekThatIsClosedHasNoGuestsAndTakesNoStepOfAThread() {
        var traits = subject("traits", 1, 1, "", "one", "two");
        var demand = demand(smallCamp()
                .horizonWeeks(3)
                .weeks(3)
                .closed("2026-09-14", "2026-09-15")
                .subjects(traits));

        assertThat(ids(demand)).noneMatch(id -> id.contains("W38"));
        assertThat(session(demand, "camp/camp-team-1/2026-W39/traits/1").form()).isEqualTo("two");
    }

    @Test
    void sharedModuleOfTheWholeCampHostsNoSubject() {
        var shared = new Block(
                "module-1",
                null,
                Block.Kind.MODULE,
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                false,
                null,
                0,
                List.of(),
                List.of());
        var demand = demand(smallCamp().blocks(shared, module("module-2", "13:00", "14:30")));

        assertThat(session(demand, "camp/camp-team-1/2026-W37/danish/1").hosts())
                .extracting(Object::toString)
                .containsExactly("camp/camp-team-1/2026-09-07/module-2", "camp/camp-team-1/2026-09-08/module-2");
    }

    @Test
    void seatsOfATeamsDayAndSubjectsOfItsWeekBelongTogether() {
        assertThat(demand(smallCamp()).neighbourhoods())
                .extracting(Neighbourhood::id)
                .containsExactly(
                        "camp/camp-team-1/2026-09-07",
                        "camp/all/2026-09-07",
                        "camp/camp-team-1/2026-09-08",
                        "camp/all/2026-09-08",
                        "camp/camp-team-1/2026-W37");
        var day = demand(smallCamp()).neighbourhoods().getFirst();
        assertThat(day.guests()).isEmpty();
        assertThat(day.seats())
                .extracting(Object::toString)
                .containsExactly(
                        "camp/camp-team-1/2026-09-07/module-1#0",
                        "camp/camp-team-1/2026-09-07/module-1#1",
                        "camp/camp-team-1/2026-09-07/module-2#0",
                        "camp/camp-team-1/2026-09-07/module-2#1");
        assertThat(demand(smallCamp()).neighbourhoods().getLast().guests()).hasSize(4);
    }

    @Test
    void teamsAreFormedOfTheStudentsNamed() {
        var demand = demand(smallCamp().teams(new Teams(2, 2, 3, List.of())).namedStudents("s2", "s4", "s5"));
        var grouping = demand.groupings().getFirst();

        assertThat(grouping.groups())
                .extracting(group -> group.id())
                .containsExactly(CampBuilder.TEAM_1, CampBuilder.TEAM_2);
        assertThat(grouping.groups()).extracting(group -> group.name()).containsExactly("Team 1", "Team 2");
        assertThat(grouping.students()).containsExactly(new StudentId("s2"), new StudentId("s4"), new StudentId("s5"));
        assertThat(grouping.smallest()).isEqualTo(2);
        assertThat(grouping.largest()).isEqualTo(3);
    }

    @Test
    void givenTeamsAreNotFormed() {
        var demand = demand(smallCamp()
                .group("red", member("s1"))
                .group("blue", member("s2"))
                .givenTeams("blue", "red"));

        assertThat(demand.groupings()).isEmpty();
        assertThat(session(demand, "camp/all/2026-09-07/lunch").groups())
                .containsExactly(new GroupId("blue"), new GroupId("red"));
        assertThat(ids(demand)).contains("camp/red/2026-09-07/module-1");
    }

    @Test
    void onlyNamedStaffAreCandidatesAndWorkByTheCampsRules() {
        var rules = new WorkRules(10, 35, null, 9, null, 48, 17, LocalTime.of(18, 0));
        var demand = demand(smallCamp().namedStaff("dan", "bob").work(rules));

        assertThat(demand.seats())
                .allSatisfy(
                        seat -> assertThat(seat.candidates()).containsExactly(new StaffId("bob"), new StaffId("dan")));
        assertThat(demand.work()).containsOnlyKeys(new StaffId("bob"), new StaffId("dan"));
        assertThat(demand.work().get(new StaffId("bob"))).isEqualTo(rules);
        assertThat(demand(smallCamp()).work()).isEmpty();
    }

    @Test
    void decisionExcusesStudentsFromLessonsForAllTheirSessions() {
        var demand = demand(smallCamp()
                .withDecision()
                .blocks(block("talk", Block.Kind.HANDOVER, "08:00", "08:30"), module("module-1", "09:00", "10:00")));
        var decision = new Decision("The head", "Agreed with the schools");

        assertThat(session(demand, "camp/camp-team-1/2026-09-07/module-1").excuse())
                .isEqualTo(decision);
        assertThat(session(demand, "camp/camp-team-1/2026-W37/danish/1").excuse())
                .isEqualTo(decision);
        assertThat(session(demand, "camp/all/2026-09-07/talk").excuse()).isNull();
        assertThat(demand(smallCamp()).sessions()).allMatch(session -> session.excuse() == null);
    }

    @Test
    void givenPreparationReplacesOnlyTheDefaultOfItsKind() {
        var demand = demand(smallCamp().preparation(Block.Kind.MEAL, 5));

        assertThat(session(demand, "camp/all/2026-09-07/lunch").preparationMinutes())
                .isEqualTo(5);
        assertThat(session(demand, "camp/camp-team-1/2026-09-07/module-1").preparationMinutes())
                .isEqualTo(30);
    }

    @Test
    void defaultsMakeFifteenModulesAWeekForEachTeamOfTheirSubjects() {
        var problem = smallCamp().horizonWeeks(3).problem();
        var camp = new Intervention<>(new InterventionId("camp"), "camp", "Camp", CampParameters.defaults());
        var demand = new CampPlugin().expand(camp, problem);

        for (String week : List.of("2026-W37", "2026-W38", "2026-W39")) {
            assertThat(demand.sessions())
                    .filteredOn(one -> one.id().value().startsWith("camp/camp-team-1/" + week + "/"))
                    .hasSize(15)
                    .allSatisfy(guest -> assertThat(guest.hosts()).hasSize(15));
        }
        assertThat(demand.sessions())
                .filteredOn(one -> one.subject().equals("character-traits"))
                .extracting(Session::form)
                .containsExactly(
                        "curiosity",
                        "perseverance",
                        "self-control",
                        "commitment",
                        "commitment",
                        "social-intelligence",
                        "gratitude",
                        "gratitude",
                        "optimism");
    }

    @Test
    void sameCampGivesTheSameDemand() {
        assertThat(demand(smallCamp().teams(3))).isEqualTo(demand(smallCamp().teams(3)));
    }

    @Test
    void blockPastMidnightEndsOnTheNextDay() {
        var demand = demand(smallCamp().days(day("day", "1", block("night", Block.Kind.EVENING, "22:00", "07:00"))));
        var night = session(demand, "camp/all/2026-09-07/night").times().getFirst();

        assertThat(night.endsNextDay()).isTrue();
        assertThat(night.weeks()).isEqualTo(new TreeSet<>(List.of(CampBuilder.WEEK)));
    }
}
