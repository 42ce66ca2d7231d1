package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.contact;
import static dk.grundskema.plugins.camp.CampBuilder.conversations;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.lunch;
import static dk.grundskema.plugins.camp.CampBuilder.member;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AppointmentValidationTest {
    private static final String TALKS = "/parameters/conversations";

    private static CampBuilder quietDays() {
        return smallCamp()
                .subjects(new Subject("creative", null, 2, 2, false, null, List.of()))
                .room("nook", "house", "quiet")
                .days(day(
                        "day",
                        "1 2",
                        block("handover", Block.Kind.HANDOVER, "08:00", "08:30"),
                        module("module-1", "09:00", "10:30"),
                        block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30")));
    }

    private static List<Finding> findings(CampBuilder camp) {
        return new CampPlugin().validate(camp.camp(), camp.problem());
    }

    @Test
    void conversationsAndVisitsThatFitHaveNoFinding() {
        assertThat(findings(quietDays()
                        .person("vera")
                        .person("sub")
                        .conversations(conversations(2, 60, "quiet-hour", contact("s1", "ann")))
                        .visit(visit("north", "vera", "quiet-hour", 2, "sub"))))
                .isEmpty();
    }

    @Test
    void allFaultsOfConversationsAreReportedAtOnce() {
        var camp = quietDays()
                .anotherSite("annexe")
                .room("far", "annexe", "quiet")
                .namedStudents("s1", "s2", "s3")
                .namedStaff("ann", "bob")
                .conversations(new Conversations(
                        2,
                        61,
                        List.of("siesta", "handover", "quiet-hour"),
                        List.of("cell"),
                        List.of(new RoomId("attic"), new RoomId("far")),
                        List.of(
                                contact("s1", "ann"),
                                contact("s1", "bob"),
                                contact("s4", "ann"),
                                contact("nobody", "ann"),
                                contact("s2", "cid"),
                                contact("s3", "zoe")),
                        0));

        assertThat(findings(camp))
                .containsExactlyInAnyOrder(
                        Finding.error("camp.unknown-block", TALKS + "/blocks/0", "siesta"),
                        Finding.error("camp.block-without-students", TALKS + "/blocks/1", "handover"),
                        Finding.error("camp.conversations.longer-than-block", TALKS + "/minutes", "quiet-hour", 60, 61),
                        Finding.error("camp.unknown-room", TALKS + "/rooms/0", new RoomId("attic")),
                        Finding.error(
                                "camp.base-timetable.room-elsewhere",
                                TALKS + "/rooms/1",
                                new RoomId("far"),
                                new SiteId("annexe"),
                                new SiteId("house")),
                        Finding.error(
                                "camp.conversations.contact-twice", TALKS + "/contacts/1/student", new StudentId("s1")),
                        Finding.error(
                                "camp.conversations.student-not-in-camp",
                                TALKS + "/contacts/2/student",
                                new StudentId("s4")),
                        Finding.error("camp.unknown-student", TALKS + "/contacts/3/student", new StudentId("nobody")),
                        Finding.error(
                                "camp.conversations.contact-not-on-staff",
                                TALKS + "/contacts/4/staff",
                                new StaffId("cid")),
                        Finding.error("camp.unknown-staff", TALKS + "/contacts/5/staff", new StaffId("zoe")));
    }

    @Test
    void conversationsWithoutBlocksInACampWithoutFreeTimeAreRefused() {
        assertThat(findings(smallCamp().conversations(Conversations.defaults())))
                .containsExactly(Finding.error("camp.conversations.no-block", TALKS + "/blocks"));
    }

    @Test
    void moreConversationsThanDaysAreReported() {
        assertThat(findings(quietDays().conversations(conversations(3, 20, "quiet-hour"))))
                .containsExactly(Finding.error("camp.conversations.days-short", TALKS + "/perStudent", 3, 2));
    }

    @Test
    void missingRoomOfASuitableKindIsReported() {
        assertThat(findings(quietDays()
                        .conversations(
                                new Conversations(2, 20, List.of(), List.of("cell", "cave"), List.of(), List.of(), 0))))
                .containsExactly(
                        Finding.error("camp.conversations.no-room", TALKS + "/roomKinds", List.of("cell", "cave")));
        assertThat(findings(quietDays()
                        .noRooms()
                        .conversations(new Conversations(2, 20, List.of(), List.of(), List.of(), List.of(), 0))))
                .contains(
                        Finding.error("camp.conversations.no-room", TALKS + "/roomKinds", List.of(RoomKind.CLASSROOM)));
    }

    @Test
    void studentIdTooLongForConversationIdsIsReported() {
        String longest = "x".repeat(120 - "camp/conversation//20".length());

        assertThat(findings(quietDays().student(longest).conversations(conversations(1, 20, "quiet-hour"))))
                .isEmpty();
        assertThat(findings(quietDays().student(longest + "x").conversations(conversations(1, 20, "quiet-hour"))))
                .containsExactly(
                        Finding.error("camp.conversations.id-too-long", TALKS, new StudentId(longest + "x"), 100, 99));
    }

    @Test
    void teamIdThatSessionIdsReserveIsRefused() {
        for (String word : List.of("all", "conversation", "visit", "cover")) {
            assertThat(findings(quietDays().group(word, member("s1")).givenTeams(word)))
                    .containsExactly(Finding.error("camp.teams.id-unusable", "/parameters/teams/given/0", word));
        }
    }

    @Test
    void allFaultsOfVisitsAreReportedAtOnce() {
        var camp = quietDays()
                .person("vera")
                .school("north", "2026-08-10", "2026-08-20")
                .namedStaff("ann", "bob", "cid")
                .visit(new Visit(
                        "north",
                        null,
                        List.of(new StaffId("ann"), new StaffId("zoe"), new StaffId("vera")),
                        List.of(new SchoolId("north"), new SchoolId("south")),
                        List.of(new GroupId("camp-team-9")),
                        new TreeSet<>(List.of(0, 1, 2)),
                        List.of("siesta", "handover"),
                        1,
                        List.of(new StaffId("vera"), new StaffId("yan"))))
                .visit(visit("north", "vera", "quiet-hour", 3));

        String first = "/parameters/visits/0";
        assertThat(findings(camp))
                .containsExactlyInAnyOrder(
                        Finding.error("camp.unknown-block", first + "/blocks/0", "siesta"),
                        Finding.error("camp.block-without-students", first + "/blocks/1", "handover"),
                        Finding.error("camp.visits.week-outside", first + "/weeks/0", "north", 0, 1),
                        Finding.error("camp.visits.week-outside", first + "/weeks/2", "north", 2, 1),
                        Finding.warning("camp.visits.own-staff", first + "/visitors/0", new StaffId("ann")),
                        Finding.error("camp.unknown-staff", first + "/visitors/1", new StaffId("zoe")),
                        Finding.error("camp.visits.cover-visits", first + "/cover/0", new StaffId("vera"), "north"),
                        Finding.error("camp.unknown-staff", first + "/cover/1", new StaffId("yan")),
                        Finding.warning("camp.visits.nobody-of-school", first + "/schools/0", new SchoolId("north")),
                        Finding.error("camp.unknown-school", first + "/schools/1", new SchoolId("south")),
                        Finding.error(
                                "camp.visits.unknown-team",
                                first + "/teams/0",
                                new GroupId("camp-team-9"),
                                List.of(CampBuilder.TEAM_1)),
                        Finding.error("camp.visits.twice", "/parameters/visits/1/id", "north"),
                        Finding.error("camp.visits.days-short", "/parameters/visits/1/times", "north", 3, 2));
    }

    @Test
    void visitWithoutBlocksUsesModulesAndIsReportedWithoutAny() {
        var visit = new Visit(
                "a",
                null,
                List.of(new StaffId("vera")),
                List.of(),
                List.of(),
                new TreeSet<>(),
                List.of(),
                1,
                List.of());

        assertThat(findings(quietDays().person("vera").visit(visit))).isEmpty();
        assertThat(findings(
                        quietDays().person("vera").subjects().blocks(lunch()).visit(visit)))
                .containsExactly(Finding.error("camp.visits.days-short", "/parameters/visits/0/times", "a", 1, 0));
    }

    @Test
    void numbersOutOfRangeAndDuplicatesAreRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(
                        () -> new Conversations(0, 4, List.of("a", "a"), List.of("b", "b"), List.of(), List.of(), 601))
                .satisfies(thrown -> assertThat(thrown.findings())
                        .extracting(Finding::pointer)
                        .containsExactly(
                                "/perStudent", "/minutes", "/blocks/1", "/roomKinds/1", "/preparationMinutes"));
        assertThat(new Conversations(20, 120, List.of(), List.of(), List.of(), List.of(), 600).perStudent())
                .isEqualTo(20);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Visit(
                        "No!", " ", List.of(), List.of(), List.of(), new TreeSet<>(), List.of(), 21, List.of()))
                .satisfies(thrown -> assertThat(thrown.findings())
                        .extracting(Finding::pointer)
                        .containsExactly("/id", "/visitors", "/times", "/title"));
    }
}
