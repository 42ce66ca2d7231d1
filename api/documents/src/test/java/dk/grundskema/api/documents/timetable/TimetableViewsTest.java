package dk.grundskema.api.documents.timetable;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.BO;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.CARL;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.FIRST;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.HALL;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.KAJ;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.MONDAY;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.ONE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.DayBoard.DayPart;
import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A finished timetable seen by team, person, room and day. */
class TimetableViewsTest {
    private static List<String> titles(List<TimetableEntry> entries) {
        return entries.stream().map(TimetableEntry::title).toList();
    }

    @Test
    void eachViewHasItsOwnMeetingsInOrderOfTime() {
        var views = new SmallCampFixture()
                .with(
                        CampMeeting.module().called("Sent").at("13:00", "14:00").by(CARL),
                        CampMeeting.module().called("Tidligt"),
                        CampMeeting.module()
                                .called("De andre")
                                .teams(TWO)
                                .by(CARL)
                                .room(HALL))
                .views();

        assertThat(titles(views.ofTeam(views.teams().getFirst()))).containsExactly("Tidligt", "Sent");
        assertThat(titles(views.ofPerson(views.staff().getLast()))).containsExactly("De andre", "Sent");
        assertThat(titles(views.ofRoom(views.rooms().getFirst()))).containsExactly("De andre");
        assertThat(titles(views.ofStudent(views.students().getFirst()))).containsExactly("Tidligt", "Sent");
        assertThat(titles(views.startingOn(MONDAY))).hasSize(3);
        assertThat(views.startingOn(MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void aStudentIsThereOnlyInTheWeeksOfTheMembership() {
        var views = new SmallCampFixture()
                .with(CampMeeting.module().teams(TWO).inWeeks(2))
                .views();
        var kaj = views.students().getFirst();
        var liv = views.students().getLast();

        assertThat(views.ofStudent(kaj)).hasSize(2);
        assertThat(views.ofStudent(liv)).hasSize(1);
        assertThat(views.members(views.teams().getFirst()))
                .extracting(NumberedStudent::name)
                .containsExactly("Kaj Dam", "Liv Toft");
        assertThat(views.members(views.teams().getFirst(), FIRST.plus(1)))
                .extracting(NumberedStudent::name)
                .containsExactly("Kaj Dam");
    }

    @Test
    void studentViewHasOwnAndTeamMeetingsOnceEachInOrderOfTime() {
        var views = new SmallCampFixture()
                .with(
                        CampMeeting.module()
                                .called("Begge hold")
                                .teams(ONE, TWO)
                                .at("13:00", "14:00"),
                        CampMeeting.talk(KAJ, CARL).called("Alene").at("11:00", "12:00"),
                        CampMeeting.module().called("De andre").teams(ONE),
                        CampMeeting.module().called("Holdet").teams(TWO))
                .views();

        assertThat(titles(views.ofStudent(views.student(KAJ)))).containsExactly("Holdet", "Alene", "Begge hold");
    }

    @Test
    void onlyRoomsAndStudentsOfWhomSomethingIsHeldAreShownButAllStaff() {
        var views = new SmallCampFixture().with(CampMeeting.module()).views();

        assertThat(views.rooms()).extracting(NamedEntity::name).containsExactly("Lokale 2");
        assertThat(views.students()).extracting(NumberedStudent::name).containsExactly("Ida Marie Lund", "Jens Friis");
        assertThat(views.staff()).extracting(NamedEntity::brief).containsExactly("Ane", "Bo", "Carl");
    }

    private static SortedSet<IsoWeek> weeksAwayOfCarl(String from, String until) {
        var plan = new SmallCampFixture();
        Problem problem = plan.problem();
        var period = new Period(LocalDate.parse(from), LocalDate.parse(until), new TreeSet<>(), null, null);
        Problem away = problem.withStaff(problem.staff().stream()
                .map(person -> person.id().equals(CARL)
                        ? person.withAvailability(person.availability().without(List.of(period)))
                        : person)
                .toList());
        var timetable = plan.timetable();
        var views =
                new TimetableViews(away, List.of(), timetable, new MeetingStyles(timetable, Map.of(), words -> words));
        assertThat(views.weeksAway(ANE)).isEmpty();
        assertThat(views.weeksAway(ONE)).isEmpty();
        return views.weeksAway(CARL);
    }

    @Test
    void aWeekIsAwayWhoseWorkingDaysAllAre() {
        assertThat(weeksAwayOfCarl("2026-10-19", "2026-10-23")).containsExactly(FIRST);
        assertThat(weeksAwayOfCarl("2026-10-19", "2026-10-22")).isEmpty();
        assertThat(weeksAwayOfCarl("2026-10-20", "2026-11-01")).containsExactly(FIRST.plus(1));
    }

    @Test
    void missingAdultsAreCountedAndDoublesNamedOnce() {
        var entry = new SmallCampFixture()
                .with(CampMeeting.module().by(ANE, null, ANE, null))
                .views()
                .entries()
                .getFirst();

        assertThat(entry.missing()).isEqualTo(2);
        assertThat(entry.staff()).extracting(NamedEntity::name).containsExactly("Ane Bjerre");
        assertThat(entry.staffWithout(ANE)).isEmpty();
    }

    @Test
    void aMeetingOfAllTeamsIsForAllButNotWhereThereIsOnlyOne() {
        var both = new SmallCampFixture().with(CampMeeting.module().teams(TWO, ONE), CampMeeting.module());

        assertThat(both.views().entries()).extracting(TimetableEntry::isForAll).containsExactlyInAnyOrder(true, false);
        assertThat(new SmallCampFixture().with(CampMeeting.module()).views().entries())
                .extracting(TimetableEntry::isForAll)
                .containsExactly(false);
    }

    @Test
    void adultWhoMeetsAStudentAloneKnowsTheStudent() {
        var views = new SmallCampFixture()
                .with(CampMeeting.talk(IDA, BO), CampMeeting.module())
                .views();

        assertThat(views.studentsOf(views.staff().get(1)))
                .containsExactly(new NumberedStudent(IDA, "Ida Marie Lund", 1));
        assertThat(views.studentsOf(views.staff().getFirst())).isEmpty();
    }

    @Test
    void aDayHasItsPartsAndTheNightOfTheDayBefore() {
        var views = new SmallCampFixture()
                .with(
                        CampMeeting.night(MONDAY, ANE),
                        CampMeeting.module()
                                .called("Vækning")
                                .on(MONDAY.plusDays(1))
                                .at("07:00", "07:30")
                                .by(BO),
                        CampMeeting.module()
                                .called("Spil")
                                .on(MONDAY.plusDays(1))
                                .at("17:00", "18:00")
                                .by(BO),
                        CampMeeting.night(MONDAY.plusDays(1), BO))
                .task(MONDAY.plusDays(1), "Logbog")
                .views();

        var board = DayBoard.of(MONDAY.plusDays(1), views);

        assertThat(titles(board.fromBefore())).containsExactly("Nat");
        assertThat(titles(board.entriesIn(DayPart.DAY))).containsExactly("Vækning");
        assertThat(titles(board.entriesIn(DayPart.EVENING))).containsExactly("Spil");
        assertThat(titles(board.entriesIn(DayPart.NIGHT))).containsExactly("Nat");
        assertThat(board.tasks()).hasSize(1);
        assertThat(board.off()).extracting(NamedEntity::brief).containsExactly("Carl");
    }

    @Test
    void aPersonWhoOnlyVisitsIsNotMissedOnOtherDays() {
        var views = new SmallCampFixture()
                .with(
                        CampMeeting.module().by(BO),
                        CampMeeting.talk(IDA, ANE),
                        CampMeeting.module().on(MONDAY.plusDays(1)).by(CARL))
                .views();

        assertThat(DayBoard.of(MONDAY.plusDays(1), views).off())
                .extracting(NamedEntity::brief)
                .containsExactly("Bo");
    }

    @Test
    void atAGlanceEachTeamsSubjectsStandUnderTheirTimes() {
        var overview = TimetableOverview.of(new SmallCampFixture()
                .with(
                        CampMeeting.module(),
                        CampMeeting.module()
                                .called("Matematik")
                                .of("module", "mat")
                                .at("11:00", "12:00"),
                        CampMeeting.module().teams(TWO).by(CARL).at("11:00", "12:00"),
                        CampMeeting.module().called("Frokost").of("meal", "").at("12:00", "13:00"))
                .views());

        assertThat(overview.weeks()).hasSize(1);
        var week = overview.weeks().getFirst();
        assertThat(week.days().getFirst().starts()).hasSize(2);
        assertThat(week.lines().getFirst().cells())
                .extracting(cell -> titles(cell.entries()))
                .containsExactly(List.of("Dansk"), List.of("Matematik"));
        assertThat(week.lines().getLast().cells())
                .extracting(cell -> titles(cell.entries()))
                .containsExactly(List.of(), List.of("Dansk"));
        assertThat(overview.meetingStyles()).extracting(MeetingStyle::brief).containsExactly("Dan", "Mat");
        assertThat(overview.counts())
                .extracting(TimetableOverview.Count::times)
                .containsExactly(List.of(1L, 1L), List.of(1L, 0L));
    }

    @Test
    void aDayWithoutSubjectsIsNamedBesideTheOthers() {
        var overview = TimetableOverview.of(new SmallCampFixture()
                .with(
                        CampMeeting.module(),
                        CampMeeting.module().called("Tur").of("trip", "").on(MONDAY.plusDays(2)),
                        CampMeeting.module().called("Frokost").of("meal", "").on(MONDAY))
                .views());

        assertThat(overview.weeks().getFirst().days())
                .extracting(TimetableOverview.Day::date)
                .containsExactly(MONDAY);
        assertThat(overview.weeks().getFirst().otherDays()).containsExactly(MONDAY.plusDays(2));
    }

    @Test
    void aRollIsCalledTwiceWhereThereIsAnEvening() {
        var views = new SmallCampFixture()
                .with(
                        CampMeeting.module().inWeeks(2),
                        CampMeeting.module().called("Spil").at("17:00", "18:00"),
                        CampMeeting.module().on(MONDAY.plusDays(1)).at("16:59", "18:00"))
                .views();

        var lists = RollCallList.of(views.teams().getFirst(), views);

        assertThat(lists).hasSize(2);
        assertThat(lists.getFirst().days())
                .extracting(RollCallList.Day::hasEvening)
                .containsExactly(true, false);
        assertThat(lists.getFirst().members())
                .extracting(NumberedStudent::name)
                .containsExactly("Ida Marie Lund", "Jens Friis");
    }

    @Test
    void looksAreThoseOfThePluginAndSharedWhereTheMarkIs() {
        var mark = new Mark("Fag", "Undervisning", Colour.of(0x1F5FA8));
        var plan = new SmallCampFixture()
                .with(
                        CampMeeting.module(),
                        CampMeeting.module()
                                .called("Matematik")
                                .of("module", "mat")
                                .at("11:00", "12:00"),
                        CampMeeting.module().called("Spil").of("evening", "").at("17:00", "18:00"));
        plan.decoration = new Decoration(new TreeMap<>(Map.of("module", mark)), new TreeMap<>());

        var meetingStyles = plan.views().meetingStyles();

        assertThat(meetingStyles).extracting(MeetingStyle::name).containsExactly("Fag", "Spil");
        assertThat(meetingStyles.getFirst().colour()).isEqualTo(mark.colour());
    }

    @Test
    void readersOfAllLanguagesSeeTheSameStyles() {
        var kinds = new TreeMap<String, Mark>();
        kinds.put("module", new Mark("kind.a", "category", Colour.of(0x1F5FA8)));
        kinds.put("evening", new Mark("kind.b", "category", Colour.of(0x4F5660)));
        var plan = new SmallCampFixture()
                .with(
                        CampMeeting.module(),
                        CampMeeting.module().called("Spil").of("evening", "").at("17:00", "18:00"));
        plan.decoration = new Decoration(kinds, new TreeMap<>());
        Timetable timetable = plan.views().timetable();
        Map<String, String> danish = Map.of("kind.a", "Undervisning", "kind.b", "Aften");
        Map<String, String> english = Map.of("kind.a", "Teaching", "kind.b", "Zzz");

        var styles = Stream.of(danish, english)
                .map(words -> new MeetingStyles(
                        timetable, Map.of(SmallCampFixture.CAMP, plan.decoration), key -> words.getOrDefault(key, key)))
                .map(meetingStyles -> meetingStyles.all().stream()
                        .map(meetingStyle -> meetingStyle.number() + " "
                                + meetingStyle.colour().hex())
                        .toList())
                .toList();

        assertThat(styles.getFirst()).isEqualTo(styles.getLast()).containsExactly("0 #1f5fa8", "1 #4f5660");
    }

    @Test
    void briefsAreAsShortAsTellsNamesApart() {
        assertThat(MeetingStyles.abbreviations(List.of("Dansk", "Matematik", "Madlavning", "Æ", "😀😀😀😀")))
                .isEqualTo(Map.of(
                        "Dansk", "Dan", "Matematik", "Mat", "Madlavning", "Mad", "Æ", "Æ", "😀😀😀😀", "😀😀😀"));
        assertThat(MeetingStyles.abbreviations(List.of("Samling", "Samtale")))
                .isEqualTo(Map.of("Samling", "Saml", "Samtale", "Samt"));
        assertThat(MeetingStyles.abbreviations(List.of("Fag nummer 1", "Fag nummer 2"))
                        .values())
                .containsOnly("Fag nu");
    }

    @Test
    void namesAreSortedAsPeopleSortThem() {
        assertThat(List.of("Hold 10", "Åse", "Hold 2", "Ærø", "Zoo", "Øst").stream()
                        .sorted(NaturalOrder.by(name -> name)))
                .containsExactly("Hold 2", "Hold 10", "Zoo", "Ærø", "Øst", "Åse");
    }
}
