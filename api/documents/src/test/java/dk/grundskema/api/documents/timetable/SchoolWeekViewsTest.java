package dk.grundskema.api.documents.timetable;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_10B;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_7A;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.JONAS;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.LONE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.METTE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.PETER;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeksBut;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The school weeks of a plan and the people in them. */
class SchoolWeekViewsTest {
    private final SmallSchoolFixture plan = new SmallSchoolFixture();

    private static NamedEntity<GroupId> group(GroupId id, SchoolWeekViews school) {
        return school.allViews().teams().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static NamedEntity<StaffId> person(StaffId id, SchoolWeekViews school) {
        return school.allViews().staff().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles(GroupId id, int week) {
        var school = plan.school();
        return school.allViews().ofTeam(group(id, school)).stream()
                .filter(entry -> entry.occurrence().week().equals(new IsoWeek(2026, week)))
                .map(entry -> entry.title()
                        + entry.helpers().stream()
                                .map(helper -> " + " + helper.person().brief())
                                .reduce("", String::concat))
                .toList();
    }

    @Test
    void aClassHasItsWholeTimetableAndEachLessonOnce() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE);
        plan.lesson("Idræt", MONDAY, "09:00").untouched();
        plan.lesson("Matematik", TUESDAY, "08:00").with(null);

        assertThat(titles(CLASS_7A, 33)).containsExactly("Dansk + Mette", "Idræt", "Matematik");
        assertThat(plan.school().allViews().weeks()).hasSize(41).isEqualTo(weeks());
    }

    @Test
    void atAGlanceOnlyLessonsWithSomebodyMoreAreThePlans() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE);
        plan.lesson("Idræt", MONDAY, "09:00").untouched();
        plan.lesson("Matematik", TUESDAY, "08:00").with(null);

        assertThat(TimetableOverview.of(plan.school().allViews()).weeks().getFirst().lines().stream()
                        .flatMap(line -> line.cells().stream())
                        .flatMap(cell -> cell.entries().stream()))
                .extracting(TimetableEntry::title)
                .containsExactly("Dansk");
    }

    @Test
    void aLessonStaysInWeeksThatTheMeetingDoesNotHave() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "stations", null, weeksBut(38, 39, 40));

        assertThat(titles(CLASS_7A, 37)).containsExactly("Dansk + Mette");
        assertThat(titles(CLASS_7A, 38)).containsExactly("Dansk");
        assertThat(titles(CLASS_7A, 41)).containsExactly("Dansk + Mette");
    }

    @Test
    void halvesOfAClassAtOneTimeAreTwoLessonsAndNoClash() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE);
        plan.lesson("Engelsk", MONDAY, "08:00")
                .of(CLASS_7A, PETER, ROOM_14)
                .asPart()
                .untouched();

        assertThat(titles(CLASS_7A, 33)).containsExactlyInAnyOrder("Dansk + Mette", "Engelsk");
        var both = plan.school().allViews().startingOn(new IsoWeek(2026, 33).date(MONDAY));
        assertThat(both.getFirst().isClashOf(both.getLast())).isFalse();
        assertThat(both.getFirst().isClashForStudents(both.getLast())).isFalse();
    }

    @Test
    void coTeacherWithAnotherLessonAtThatTimeIsInTwoPlaces() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE);
        plan.lesson("Engelsk", MONDAY, "08:30").of(CLASS_10B, METTE, ROOM_14).untouched();

        var both = plan.school().allViews().startingOn(new IsoWeek(2026, 33).date(MONDAY));
        assertThat(both.getFirst().isClashOf(both.getLast())).isTrue();
        assertThat(both.getLast().isClashOf(both.getFirst())).isTrue();
    }

    @Test
    void onlyWhomThePlanConcernsHasSheets() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "parallel", ROOM_14, weeks());
        plan.lesson("Idræt", MONDAY, "09:00").of(CLASS_10B, PETER, ROOM_14).untouched();
        var school = plan.school();

        assertThat(school.classes()).extracting(NamedEntity::name).containsExactly("7A");
        assertThat(school.staff(Set.of())).extracting(NamedEntity::id).containsExactly(LONE, METTE);
        assertThat(school.staff(Set.of(JONAS))).extracting(NamedEntity::id).containsExactly(LONE, METTE, JONAS);
        assertThat(school.rooms()).extracting(NamedEntity::name).containsExactly("Lok. 14");
        assertThat(school.hasEvents()).isFalse();
    }

    @Test
    void aTimetableThatWasOnlyImportedIsShownAsItIs() {
        plan.hasIntervention = false;
        plan.lesson("Dansk", MONDAY, "08:00").untouched();
        plan.lesson("Idræt", MONDAY, "09:00").of(CLASS_10B, PETER, ROOM_14).untouched();
        var school = plan.school();

        assertThat(school.classes()).extracting(NamedEntity::name).containsExactly("7A", "10B");
        assertThat(school.staff(Set.of())).extracting(NamedEntity::id).containsExactly(LONE, PETER);
        assertThat(school.rooms()).isEmpty();
    }

    @Test
    void aCampInTermIsAnEventWhosePeopleAreInBoth() {
        plan.lesson("Dansk", MONDAY, "08:00").with(JONAS, "stations", null, weeksBut(38, 39, 40));
        plan.camp();
        var parts = plan.parts();

        assertThat(parts.events().entries())
                .extracting(TimetableEntry::title)
                .containsOnly("Lejrmodul")
                .hasSize(3);
        assertThat(parts.events().students()).hasSize(1);
        var school = plan.school();
        assertThat(school.hasEvents()).isTrue();
        assertThat(school.classes()).extracting(NamedEntity::name).containsExactly("7A");
        assertThat(school.allViews().ofPerson(person(JONAS, school))).hasSize(41);
    }

    @Test
    void aPlanWithoutRepeatingInterventionsHasNoSchoolsWeeks() {
        plan.lesson("Dansk", MONDAY, "08:00").untouched();
        plan.camp();

        assertThat(plan.parts().school()).isEmpty();
        assertThat(plan.parts().events().entries()).hasSize(3);
    }

    @Test
    void hoursAreThoseOfThePlanNotOfTheExistingTimetable() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE);
        plan.lesson("Idræt", WEDNESDAY, "09:00").untouched();
        plan.preparation(weeks());
        var week = new IsoWeek(2026, 33);
        var hours = plan.hours();

        assertThat(hours.get(0).person().id()).isEqualTo(LONE);
        assertThat(hours.get(0).hoursIn(week)).isEqualTo(new PayrollHours(45, 0, 0, 0, 0, 0, 0));
        assertThat(hours.get(2).person().id()).isEqualTo(METTE);
        assertThat(hours.get(2).hoursIn(week)).isEqualTo(new PayrollHours(90, 0, 0, 0, 10, 0, 0));
        assertThat(hours.get(1).total()).isEqualTo(PayrollHours.NONE);
    }

    @Test
    void weeksThatAreAlikeAreToldTogetherInTheOrderOfTheFirst() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "stations", null, weeksBut(38, 39, 40));
        plan.lesson("Idræt", TUESDAY, "08:00").in(weeksBut(18)).untouched();
        var school = plan.school();
        var alike = IdenticalWeeks.of(school.allViews().ofTeam(group(CLASS_7A, school)));

        assertThat(alike).hasSize(3);
        assertThat(alike.get(0).weeks()).hasSize(37).isEqualTo(weeksBut(38, 39, 40, 18));
        assertThat(alike.get(1).weeks()).isEqualTo(weeks(38, 39, 40));
        assertThat(alike.get(2).weeks()).isEqualTo(weeks(18));
        assertThat(IdenticalWeeks.of(List.of())).isEmpty();
    }

    @Test
    void anotherRoomPersonOrTimeIsAnotherWeek() {
        plan.lesson("Dansk", MONDAY, "08:00").in(weeks(33)).untouched();
        plan.lesson("Dansk", MONDAY, "08:00")
                .of(CLASS_7A, PETER, SmallSchoolFixture.ROOM_12)
                .in(weeks(34))
                .untouched();
        plan.lesson("Dansk", MONDAY, "08:00")
                .of(CLASS_7A, LONE, ROOM_14)
                .in(weeks(35))
                .untouched();
        plan.lesson("Dansk", TUESDAY, "08:00").in(weeks(36)).untouched();
        plan.lesson("Dansk", MONDAY, "08:05").in(weeks(37)).untouched();
        plan.lesson("Dansk", MONDAY, "08:00").in(weeks(38)).with(METTE, "stations", null, weeks(38));
        plan.lesson("Dansk", MONDAY, "08:00").in(weeks(39)).with(METTE, "parallel", null, weeks(39));
        plan.lesson("Dansk", MONDAY, "08:00").in(weeks(40)).with(JONAS, "parallel", null, weeks(40));
        var school = plan.school();

        assertThat(IdenticalWeeks.of(school.allViews().ofTeam(group(CLASS_7A, school))))
                .hasSize(8);
    }
}
