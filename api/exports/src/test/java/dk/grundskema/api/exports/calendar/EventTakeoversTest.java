package dk.grundskema.api.exports.calendar;

import static dk.grundskema.api.exports.calendar.CampNightFixture.ANE;
import static dk.grundskema.api.exports.calendar.CampNightFixture.BO;
import static dk.grundskema.api.exports.calendar.CampNightFixture.ROOM;
import static dk.grundskema.api.exports.calendar.CampNightFixture.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CampNightFixture.CampNightMeeting;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events that are still held without one of their owners. */
class EventTakeoversTest {
    private static final StaffId CARL = new StaffId("carl");
    private static final RoomId HALL = new RoomId("gym");
    private static final RoomId SHED = new RoomId("skur");
    private static final GroupId OTHERS = new GroupId("team-2");
    private static final GroupId THIRD = new GroupId("team-3");

    private final CampNightMeeting was = CampNightMeeting.module();
    private final CampNightMeeting is = CampNightMeeting.module();
    private String bosName = "Bo Øster";

    private TimetableCalendars events(@Nullable CampNightMeeting held) {
        var camp = new CampNightFixture();
        camp.bosName = bosName;
        camp.moreRooms.add(CampNightFixture.room(HALL, "Gymnastiksalen"));
        camp.moreRooms.add(CampNightFixture.room(SHED, "Skuret"));
        if (held != null) {
            camp.with(held);
        }
        return new TimetableCalendars(
                camp.problem(), camp.timetable(), camp.wording(), EventIdGenerator.of(camp.problem()));
    }

    private Optional<EventTakeover> takeoverOf(CalendarOwner owner, @Nullable CampNightMeeting now) {
        TimetableCalendars before = events(was);
        String uid = before.eventsOf(owner, Language.DA).getFirst().uid();
        return events(now)
                .findTakeover(uid, owner, before.coOwnerIdsByEvent(owner).getOrDefault(uid, List.of()), Language.DA);
    }

    private void assertTakenOverBy(CalendarOwner owner, String... names) {
        assertThat(takeoverOf(owner, is)).contains(new EventTakeover(owner.kind(), List.of(names)));
    }

    private static void staff(CampNightMeeting held, @Nullable StaffId... staff) {
        held.staff = Arrays.asList(staff);
    }

    @Test
    void ofTwoAdultsOnlyWhoHasComeTakesOver() {
        staff(was, ANE, BO);
        staff(is, CARL, BO);

        assertTakenOverBy(CalendarOwner.of(ANE), "carl");
    }

    @Test
    void aSeatThatIsEmptiedIsTakenOverByNobodyWhoWasThereAllAlong() {
        staff(was, ANE, BO);
        staff(is, null, BO);

        assertTakenOverBy(CalendarOwner.of(ANE));
    }

    @Test
    void eventWithAnEmptySeatIsTakenOverByNobody() {
        staff(was, ANE);
        staff(is, (StaffId) null);

        assertTakenOverBy(CalendarOwner.of(ANE));
    }

    @Test
    void peopleAreToldApartByTheirIdsNotByTheirNames() {
        bosName = "carl";
        staff(was, ANE, CARL);
        staff(is, BO, CARL);

        assertTakenOverBy(CalendarOwner.of(ANE), "carl");
    }

    @Test
    void anExtraRoomThatIsDroppedMovesNowhere() {
        was.extraRooms = List.of(HALL);

        assertTakenOverBy(CalendarOwner.of(HALL));
    }

    @Test
    void aRoomIsExchangedForTheOneThatHasCome() {
        was.extraRooms = List.of(HALL);
        is.extraRooms = List.of(SHED);

        assertTakenOverBy(CalendarOwner.of(HALL), "Skuret, Lejrskolen Engen");
        is.room = null;
        assertTakenOverBy(CalendarOwner.of(ROOM), "Skuret, Lejrskolen Engen");
    }

    @Test
    void eventThatLostItsRoomIsTakenOverByNoRoom() {
        is.room = null;

        assertTakenOverBy(CalendarOwner.of(ROOM));
    }

    @Test
    void ofTwoGroupsTheOneThatStaysHasNotCome() {
        was.groups = List.of(TEAM, OTHERS);
        is.groups = List.of(OTHERS);

        assertTakenOverBy(CalendarOwner.of(TEAM));
        is.groups = List.of(OTHERS, THIRD);
        assertTakenOverBy(CalendarOwner.of(TEAM), "team-3");
    }

    @Test
    void eventThatIsGoneOrStillInTheCalendarHasNoTakeover() {
        assertThat(takeoverOf(CalendarOwner.of(ANE), null)).isEmpty();
        assertThat(takeoverOf(CalendarOwner.of(ANE), was)).isEmpty();
        assertThat(takeoverOf(CalendarOwner.of(was.meeting().interventionId()), is))
                .isEmpty();
    }
}
