package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.CampNightFixture.CampNightMeeting;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A phone must recognise an event after all its properties changed except the requested session and week. */
class EventIdGeneratorTest {
    private final CampNightFixture camp = new CampNightFixture();

    private String id(CampNightMeeting held) {
        var occurrence = Occurrence.of(held.meeting(), camp.zone).getFirst();
        return EventIdGenerator.of(camp.problem()).newSeries().of(occurrence);
    }

    @Test
    void anIdIsADigestAtOurs() {
        assertThat(id(CampNightMeeting.module())).matches("[0-9a-f]{32}@grundskema");
    }

    @Test
    void eventIdIsTheSameInEveryVersionOfTheProgram() {
        assertThat(id(CampNightMeeting.module())).isEqualTo("4b3169f772ae96658a46e9f793173325@grundskema");
    }

    @Test
    void eventIdStaysWhenSubjectStaffRoomAndTimeOfDayChange() {
        CampNightMeeting changed = CampNightMeeting.module();
        changed.title = "Matematik";
        changed.subject = "matematik";
        changed.staff = Arrays.asList(CampNightFixture.BO, null);
        changed.room = null;
        changed.date = LocalDate.of(2026, 10, 20);
        changed.start = LocalTime.of(11, 0);
        changed.end = LocalTime.of(12, 30);

        assertThat(id(changed)).isEqualTo(id(CampNightMeeting.module()));
    }

    @Test
    void eventIdStaysWhenAnEventIsMovedToAnotherWeek() {
        CampNightMeeting moved = CampNightMeeting.module();
        moved.date = LocalDate.of(2026, 10, 26);
        moved.demandedWeeks = List.of("2026-W43");

        assertThat(id(moved)).isEqualTo(id(CampNightMeeting.module()));
    }

    @Test
    void eventIdStaysWhenASessionIsSplitByDate() {
        CampNightMeeting part = CampNightMeeting.module();
        part.id = "lejr/team-1/2026-10-19/modul-1+2";
        part.origin = CampNightMeeting.module().id;

        assertThat(id(part)).isEqualTo(id(CampNightMeeting.module()));
    }

    @Test
    void anotherWeekAndAnotherSessionHaveAnother() {
        CampNightMeeting nextWeek = CampNightMeeting.module();
        nextWeek.date = LocalDate.of(2026, 10, 26);
        CampNightMeeting other = CampNightMeeting.module();
        other.id = "lejr/team-1/2026-10-19/modul-2";

        assertThat(List.of(id(CampNightMeeting.module()), id(nextWeek), id(other)))
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherPlanInTheSamePhoneHasOthers() {
        String here = id(CampNightMeeting.module());
        camp.title = "Forårscamp";
        String otherTitle = id(CampNightMeeting.module());
        camp.title = "Efterårscamp";
        camp.site = "skoven";

        assertThat(List.of(here, otherTitle, id(CampNightMeeting.module()))).doesNotHaveDuplicates();
    }

    @Test
    void eventIdStaysWhenPersonNamesAndWeeksOfThePlanChange() {
        String before = id(CampNightMeeting.module());
        camp.weeks = 6;
        camp.firstWeek = new IsoWeek(2026, 42);
        camp.bosName = "Bo Nygift";

        assertThat(id(CampNightMeeting.module())).isEqualTo(before);
    }

    @Test
    void twoMeetingsThatSayTheyAreTheSameStillHaveOneEach() {
        CampNightMeeting twin = CampNightMeeting.module();
        twin.id = "lejr/twin";
        twin.origin = CampNightMeeting.module().id;
        var uids = camp.with(CampNightMeeting.module(), twin).lines("personale-ane-bjerre.ics").stream()
                .filter(line -> line.startsWith("UID:"))
                .toList();

        assertThat(uids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anEventHasTheSameIdInAllCalendarsThatItIsIn() {
        camp.with(CampNightMeeting.module());
        var uids = camp.files().keySet().stream()
                .flatMap(file -> camp.lines(file).stream())
                .filter(line -> line.startsWith("UID:"))
                .toList();

        assertThat(uids).hasSize(4).containsOnly(uids.getFirst());
    }
}
