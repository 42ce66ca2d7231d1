package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.contact;
import static dk.grundskema.plugins.camp.CampBuilder.conversations;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Availability;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AppointmentExpansionTest {
    /** Five days, each with a module for each team and an hour of quiet. */
    private static CampBuilder quietDays() {
        return smallCamp()
                .subjects()
                .room("nook", "house", "quiet")
                .days(day(
                        "day",
                        "1 2 3 4 5",
                        module("module-1", "09:00", "10:30"),
                        block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30")));
    }

    private static Demand expand(CampBuilder camp) {
        return new CampPlugin().expand(camp.camp(), camp.problem());
    }

    private static Session session(Demand demand, String id) {
        return demand.sessions().stream()
                .filter(one -> one.id().equals(new SessionId(id)))
                .findFirst()
                .orElseThrow();
    }

    private static Seat seat(Demand demand, String session) {
        return demand.seats().stream()
                .filter(one -> one.sessions().contains(new SessionId(session)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> times(Session session) {
        return session.times().stream()
                .map(time -> time.firstDate() + " " + time.start() + "-" + time.end())
                .toList();
    }

    @Test
    void campWithoutConversationsAndVisitsHasNoAppointments() {
        assertThat(expand(quietDays()).sessions())
                .extracting(Session::kind)
                .doesNotContain("conversation", "visit", "cover");
    }

    @Test
    void eachStudentHasAsManyConversationsAsAskedForSpreadOverTheDays() {
        var demand = expand(quietDays().conversations(conversations(2, 20, "quiet-hour")));

        assertThat(demand.sessions().stream()
                        .filter(one -> one.kind().equals("conversation"))
                        .toList())
                .hasSize(12);
        assertThat(times(session(demand, "camp/conversation/s3/1")))
                .containsExactly(
                        "2026-09-07 16:30-16:50",
                        "2026-09-07 16:50-17:10",
                        "2026-09-07 17:10-17:30",
                        "2026-09-08 16:30-16:50",
                        "2026-09-08 16:50-17:10",
                        "2026-09-08 17:10-17:30");
        assertThat(session(demand, "camp/conversation/s3/2").times())
                .extracting(time -> time.firstDate().getDayOfMonth())
                .containsExactly(9, 9, 9, 10, 10, 10, 11, 11, 11);
    }

    @Test
    void conversationsAreInDifferentWeeksWhereThereAreEnough() {
        var demand = expand(quietDays().horizonWeeks(4).weeks(4).conversations(conversations(3, 20, "quiet-hour")));

        assertThat(weeksOf(demand, 1)).containsExactly(37);
        assertThat(weeksOf(demand, 2)).containsExactly(38);
        assertThat(weeksOf(demand, 3)).containsExactly(39, 40);
    }

    private static List<Integer> weeksOf(Demand demand, int number) {
        return session(demand, "camp/conversation/s3/" + number).times().stream()
                .map(time -> time.weeks().first().week())
                .distinct()
                .toList();
    }

    @Test
    void conversationIsOfOneStudentAloneWithinTheBlocksOfItsDays() {
        var one = session(
                expand(quietDays()
                        .withDecision()
                        .conversations(new Conversations(
                                2, 25, List.of("quiet-hour"), List.of("quiet"), List.of(), List.of(), 7))),
                "camp/conversation/s3/1");

        assertThat(one.students()).containsExactly(new StudentId("s3"));
        assertThat(one.groups()).isEmpty();
        assertThat(one.title()).isEqualTo("Student conversation");
        assertThat(one.rooms()).containsExactly(new RoomId("nook"));
        assertThat(one.preparationMinutes()).isEqualTo(7);
        assertThat(one.required()).isTrue();
        assertThat(one.work()).isTrue();
        assertThat(one.excuse()).isNotNull();
        assertThat(one.times()).hasSize(4);
        assertThat(one.within())
                .containsExactly(
                        new SessionId("camp/all/2026-09-07/quiet-hour"),
                        new SessionId("camp/all/2026-09-08/quiet-hour"));
    }

    @Test
    void titleIsInTheProblemsLanguageAndHasNoName() {
        var danish = expand(quietDays().language(Language.DA).conversations(conversations(1, 20, "quiet-hour")));

        assertThat(session(danish, "camp/conversation/s3/1").title()).isEqualTo("Elevsamtale");
    }

    @Test
    void oneSeatIsForAllConversationsOfAStudent() {
        var demand = expand(quietDays().conversations(conversations(2, 20, "quiet-hour", contact("s2", "cid"))));

        Seat seat = seat(demand, "camp/conversation/s1/2");
        assertThat(seat.sessions())
                .containsExactly(new SessionId("camp/conversation/s1/1"), new SessionId("camp/conversation/s1/2"));
        assertThat(seat.id().value()).isEqualTo("camp/conversation/s1#0");
        assertThat(seat.role()).isEqualTo("contact");
        assertThat(seat.required()).isTrue();
        assertThat(seat.candidates()).extracting(StaffId::value).containsExactly("ann", "bob", "cid", "dan");
        assertThat(seat(demand, "camp/conversation/s2/1").candidates()).containsExactly(new StaffId("cid"));
    }

    @Test
    void conversationsAreInFreeTimeAndQuietHoursAndInClassroomsByDefault() {
        var demand = expand(smallCamp()
                .days(day(
                        "day",
                        "1 2",
                        module("module-1", "09:00", "10:30"),
                        block("play", Block.Kind.FREE_TIME, "15:00", "15:20"),
                        block("rest", Block.Kind.QUIET_HOUR, "16:00", "16:39")))
                .subjects()
                .conversations(new Conversations(1, 20, List.of(), List.of(), List.of(), List.of(), 0)));

        Session one = session(demand, "camp/conversation/s1/1");
        assertThat(times(one))
                .containsExactly(
                        "2026-09-07 15:00-15:20",
                        "2026-09-07 16:00-16:20",
                        "2026-09-08 15:00-15:20",
                        "2026-09-08 16:00-16:20");
        assertThat(one.rooms()).containsExactly(new RoomId("room-1"), new RoomId("room-2"));
    }

    @Test
    void conversationsOutOfATeamBlockMayUseTheBlockOfAnyTeam() {
        var demand = expand(quietDays().teams(2).conversations(conversations(5, 90, "module-1")));

        assertThat(session(demand, "camp/conversation/s1/1").within())
                .containsExactly(
                        new SessionId("camp/camp-team-1/2026-09-07/module-1"),
                        new SessionId("camp/camp-team-2/2026-09-07/module-1"));
        assertThat(times(session(demand, "camp/conversation/s1/5"))).containsExactly("2026-09-11 09:00-10:30");
    }

    @Test
    void noConversationIsHeldPastMidnight() {
        assertThat(AppointmentTimes.possibleStarts(block("late", Block.Kind.EVENING, "23:10", "01:00"), 20))
                .extracting(Object::toString)
                .containsExactly("23:10", "23:30");
        assertThat(AppointmentTimes.possibleStarts(block("late", Block.Kind.EVENING, "23:20", "00:20"), 20))
                .extracting(Object::toString)
                .containsExactly("23:20", "23:40");
    }

    @Test
    void visitIsAWholeBlockLongInItsWeeksWithASeatForEachVisitor() {
        var visitors = List.of(new StaffId("vera"), new StaffId("will"));
        var demand = expand(quietDays()
                .horizonWeeks(2)
                .weeks(2)
                .person("vera")
                .person("will")
                .visit(new Visit(
                        "north",
                        null,
                        visitors,
                        List.of(),
                        List.of(),
                        new TreeSet<>(List.of(2)),
                        List.of("quiet-hour"),
                        2,
                        List.of())));

        Session first = session(demand, "camp/visit/north/1");
        assertThat(first.title()).isEqualTo("Teacher visit");
        assertThat(first.kind()).isEqualTo("visit");
        assertThat(times(first)).containsExactly("2026-09-14 16:30-17:30", "2026-09-15 16:30-17:30");
        assertThat(first.within())
                .containsExactly(
                        new SessionId("camp/all/2026-09-14/quiet-hour"),
                        new SessionId("camp/all/2026-09-15/quiet-hour"));
        assertThat(times(session(demand, "camp/visit/north/2"))).hasSize(3);
        assertThat(first.groups()).containsExactly(CampBuilder.TEAM_1);
        assertThat(first.rooms()).isEmpty();
        var seats = demand.seats().stream()
                .filter(one -> one.sessions().contains(first.id()))
                .toList();
        assertThat(seats).extracting(Seat::position).containsExactly(0, 1);
        assertThat(seats).extracting(Seat::role).containsOnly("visitor");
        assertThat(seats).allMatch(Seat::required);
        assertThat(seats)
                .extracting(Seat::candidates)
                .containsExactly(List.of(visitors.getFirst()), List.of(visitors.getLast()));
    }

    @Test
    void visitorsAndCoversAreNotCampStaffUnlessNamed() {
        var camp = quietDays().person("vera").person("sub").visit(visit("north", "vera", "quiet-hour", 1, "sub"));
        var modules = seat(expand(camp), "camp/camp-team-1/2026-09-07/module-1");

        assertThat(modules.candidates()).extracting(StaffId::value).containsExactly("ann", "bob", "cid", "dan");
        assertThat(seat(expand(camp.namedStaff("ann", "vera")), "camp/camp-team-1/2026-09-07/module-1")
                        .candidates())
                .extracting(StaffId::value)
                .containsExactly("ann", "vera");
    }

    @Test
    void visitToATeamIsWithinItsBlocksAndVisitToASchoolIsToItsStudents() {
        var camp = quietDays()
                .person("vera")
                .school("north", "2026-08-10", "2026-08-20")
                .student("n1", "north", Availability.always())
                .teams(2);
        var toTeam = session(
                expand(camp.visit(new Visit(
                        "a",
                        "Hello",
                        List.of(new StaffId("vera")),
                        List.of(),
                        List.of(CampBuilder.TEAM_2),
                        new TreeSet<>(),
                        List.of(),
                        5,
                        List.of()))),
                "camp/visit/a/1");
        var toSchool = session(
                expand(camp.visit(new Visit(
                        "b",
                        null,
                        List.of(new StaffId("vera")),
                        List.of(new SchoolId("north")),
                        List.of(),
                        new TreeSet<>(),
                        List.of(),
                        5,
                        List.of()))),
                "camp/visit/b/1");

        assertThat(toTeam.title()).isEqualTo("Hello");
        assertThat(toTeam.groups()).extracting(GroupId::value).containsExactly("camp-team-2");
        assertThat(toTeam.within()).containsExactly(new SessionId("camp/camp-team-2/2026-09-07/module-1"));
        assertThat(toTeam.students()).isEmpty();
        assertThat(toSchool.groups()).isEmpty();
        assertThat(toSchool.students()).containsExactly(new StudentId("n1"));
        assertThat(toSchool.within()).hasSize(2);
    }
}
