package dk.grundskema.api.calendar;

import static dk.grundskema.api.calendar.CampNight.ANE;
import static dk.grundskema.api.calendar.CampNight.BO;
import static dk.grundskema.api.calendar.CampNight.ROOM;
import static dk.grundskema.api.calendar.CampNight.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CampNight.Held;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an event that goes on without somebody or something. */
class HandoversTest {
    private static final StaffId CARL = new StaffId("carl");
    private static final RoomId HALL = new RoomId("gym");
    private static final RoomId SHED = new RoomId("skur");
    private static final GroupId OTHERS = new GroupId("team-2");
    private static final GroupId THIRD = new GroupId("team-3");

    private final Held was = Held.module();
    private final Held is = Held.module();
    private String bosName = "Bo Øster";

    private CalendarEvents events(@Nullable Held held) {
        var camp = new CampNight();
        camp.bosName = bosName;
        camp.moreRooms.add(CampNight.room(HALL, "Gymnastiksalen"));
        camp.moreRooms.add(CampNight.room(SHED, "Skuret"));
        if (held != null) {
            camp.with(held);
        }
        return new CalendarEvents(camp.problem(), camp.timetable(), camp.wording(), EventIds.of(camp.problem()));
    }

    private Optional<StillHeld> became(CalendarOwner owner, @Nullable Held now) {
        CalendarEvents before = events(was);
        String uid = before.of(owner, Language.DA).getFirst().uid();
        return events(now).stillHeld(uid, owner, before.beside(owner).getOrDefault(uid, List.of()), Language.DA);
    }

    private void come(CalendarOwner owner, String... names) {
        assertThat(became(owner, is)).contains(new StillHeld(owner.kind(), List.of(names)));
    }

    private static void staff(Held held, @Nullable StaffId... staff) {
        held.staff = Arrays.asList(staff);
    }

    @Test
    void ofTwoAdultsOnlyWhoHasComeTakesOver() {
        staff(was, ANE, BO);
        staff(is, CARL, BO);

        come(CalendarOwner.of(ANE), "carl");
    }

    @Test
    void aSeatThatIsEmptiedIsTakenOverByNobodyWhoWasThereAllAlong() {
        staff(was, ANE, BO);
        staff(is, null, BO);

        come(CalendarOwner.of(ANE));
    }

    @Test
    void whereNobodyIsSeatedNobodyHasTakenOver() {
        staff(was, ANE);
        staff(is, (StaffId) null);

        come(CalendarOwner.of(ANE));
    }

    @Test
    void peopleAreToldApartByTheirIdsNotByTheirNames() {
        bosName = "carl";
        staff(was, ANE, CARL);
        staff(is, BO, CARL);

        come(CalendarOwner.of(ANE), "carl");
    }

    @Test
    void anExtraRoomThatIsDroppedMovesNowhere() {
        was.extraRooms = List.of(HALL);

        come(CalendarOwner.of(HALL));
    }

    @Test
    void aRoomIsExchangedForTheOneThatHasCome() {
        was.extraRooms = List.of(HALL);
        is.extraRooms = List.of(SHED);

        come(CalendarOwner.of(HALL), "Skuret, Lejrskolen Engen");
        is.room = null;
        come(CalendarOwner.of(ROOM), "Skuret, Lejrskolen Engen");
    }

    @Test
    void whatIsHeldInNoRoomAnyMoreHasMovedNowhere() {
        is.room = null;

        come(CalendarOwner.of(ROOM));
    }

    @Test
    void ofTwoGroupsTheOneThatStaysHasNotCome() {
        was.groups = List.of(TEAM, OTHERS);
        is.groups = List.of(OTHERS);

        come(CalendarOwner.of(TEAM));
        is.groups = List.of(OTHERS, THIRD);
        come(CalendarOwner.of(TEAM), "team-3");
    }

    @Test
    void whatIsNotHeldOrStillInTheCalendarWentToNobody() {
        assertThat(became(CalendarOwner.of(ANE), null)).isEmpty();
        assertThat(became(CalendarOwner.of(ANE), was)).isEmpty();
        assertThat(became(CalendarOwner.of(was.meeting().interventionId()), is)).isEmpty();
    }
}
