package dk.grundskema.api.timetable;

import static dk.grundskema.api.timetable.SmallPlan.ANE;
import static dk.grundskema.api.timetable.SmallPlan.BO;
import static dk.grundskema.api.timetable.SmallPlan.CARL;
import static dk.grundskema.api.timetable.SmallPlan.FIRST;
import static dk.grundskema.api.timetable.SmallPlan.HALL;
import static dk.grundskema.api.timetable.SmallPlan.IDA;
import static dk.grundskema.api.timetable.SmallPlan.KAJ;
import static dk.grundskema.api.timetable.SmallPlan.MONDAY;
import static dk.grundskema.api.timetable.SmallPlan.ONE;
import static dk.grundskema.api.timetable.SmallPlan.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.timetable.DayBoard.Part;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.SmallPlan.Held;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A finished timetable seen by team, person, room and day. */
class TimetableViewsTest {
    private static List<String> titles(List<Entry> entries) {
        return entries.stream().map(Entry::title).toList();
    }

    @Test
    void everybodySeesTheirOwnInTheOrderOfTime() {
        var views = new SmallPlan()
                .with(
                        Held.module().called("Sent").at("13:00", "14:00").by(CARL),
                        Held.module().called("Tidligt"),
                        Held.module().called("De andre").teams(TWO).by(CARL).room(HALL))
                .views();

        assertThat(titles(views.of(views.teams().getFirst()))).containsExactly("Tidligt", "Sent");
        assertThat(titles(views.ofPerson(views.staff().getLast()))).containsExactly("De andre", "Sent");
        assertThat(titles(views.ofRoom(views.rooms().getFirst()))).containsExactly("De andre");
        assertThat(titles(views.ofStudent(views.students().getFirst()))).containsExactly("Tidligt", "Sent");
        assertThat(titles(views.on(MONDAY))).hasSize(3);
        assertThat(views.on(MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void aStudentIsThereOnlyInTheWeeksOfTheMembership() {
        var views = new SmallPlan().with(Held.module().teams(TWO).inWeeks(2)).views();
        var kaj = views.students().getFirst();
        var liv = views.students().getLast();

        assertThat(views.ofStudent(kaj)).hasSize(2);
        assertThat(views.ofStudent(liv)).hasSize(1);
        assertThat(views.members(views.teams().getFirst()))
                .extracting(Member::name)
                .containsExactly("Kaj Dam", "Liv Toft");
        assertThat(views.members(views.teams().getFirst(), FIRST.plus(1)))
                .extracting(Member::name)
                .containsExactly("Kaj Dam");
    }

    @Test
    void whatAStudentDoesAloneStandsAmongWhatTheTeamsDoAndNothingTwice() {
        var views = new SmallPlan()
                .with(
                        Held.module().called("Begge hold").teams(ONE, TWO).at("13:00", "14:00"),
                        Held.talk(KAJ, CARL).called("Alene").at("11:00", "12:00"),
                        Held.module().called("De andre").teams(ONE),
                        Held.module().called("Holdet").teams(TWO))
                .views();

        assertThat(titles(views.ofStudent(views.member(KAJ)))).containsExactly("Holdet", "Alene", "Begge hold");
    }

    @Test
    void onlyRoomsAndStudentsOfWhomSomethingIsHeldAreShownButAllStaff() {
        var views = new SmallPlan().with(Held.module()).views();

        assertThat(views.rooms()).extracting(Named::name).containsExactly("Lokale 2");
        assertThat(views.students()).extracting(Member::name).containsExactly("Ida Marie Lund", "Jens Friis");
        assertThat(views.staff()).extracting(Named::brief).containsExactly("Ane", "Bo", "Carl");
    }

    @Test
    void missingAdultsAreCountedAndDoublesNamedOnce() {
        var entry = new SmallPlan()
                .with(Held.module().by(ANE, null, ANE, null))
                .views()
                .entries()
                .getFirst();

        assertThat(entry.missing()).isEqualTo(2);
        assertThat(entry.staff()).extracting(Named::name).containsExactly("Ane Bjerre");
        assertThat(entry.staffWithout(ANE)).isEmpty();
    }

    @Test
    void aMeetingOfAllTeamsIsForAllButNotWhereThereIsOnlyOne() {
        var both = new SmallPlan().with(Held.module().teams(TWO, ONE), Held.module());

        assertThat(both.views().entries()).extracting(Entry::isForAll).containsExactlyInAnyOrder(true, false);
        assertThat(new SmallPlan().with(Held.module()).views().entries())
                .extracting(Entry::isForAll)
                .containsExactly(false);
    }

    @Test
    void whoMeetsAStudentAloneKnowsTheStudent() {
        var views = new SmallPlan().with(Held.talk(IDA, BO), Held.module()).views();

        assertThat(views.studentsOf(views.staff().get(1))).containsExactly(new Member(IDA, "Ida Marie Lund", 1));
        assertThat(views.studentsOf(views.staff().getFirst())).isEmpty();
    }

    @Test
    void aDayHasItsPartsAndTheNightOfTheDayBefore() {
        var views = new SmallPlan()
                .with(
                        Held.night(MONDAY, ANE),
                        Held.module()
                                .called("Vækning")
                                .on(MONDAY.plusDays(1))
                                .at("07:00", "07:30")
                                .by(BO),
                        Held.module()
                                .called("Spil")
                                .on(MONDAY.plusDays(1))
                                .at("17:00", "18:00")
                                .by(BO),
                        Held.night(MONDAY.plusDays(1), BO))
                .task(MONDAY.plusDays(1), "Logbog")
                .views();

        var board = DayBoard.of(MONDAY.plusDays(1), views);

        assertThat(titles(board.fromBefore())).containsExactly("Nat");
        assertThat(titles(board.in(Part.DAY))).containsExactly("Vækning");
        assertThat(titles(board.in(Part.EVENING))).containsExactly("Spil");
        assertThat(titles(board.in(Part.NIGHT))).containsExactly("Nat");
        assertThat(board.tasks()).hasSize(1);
        assertThat(board.off()).extracting(Named::brief).containsExactly("Carl");
    }

    @Test
    void whoeverOnlyVisitsIsNotMissedOnOtherDays() {
        var views = new SmallPlan()
                .with(
                        Held.module().by(BO),
                        Held.talk(IDA, ANE),
                        Held.module().on(MONDAY.plusDays(1)).by(CARL))
                .views();

        assertThat(DayBoard.of(MONDAY.plusDays(1), views).off())
                .extracting(Named::brief)
                .containsExactly("Bo");
    }

    @Test
    void atAGlanceEachTeamsSubjectsStandUnderTheirTimes() {
        var overview = Overview.of(new SmallPlan()
                .with(
                        Held.module(),
                        Held.module().called("Matematik").of("module", "mat").at("11:00", "12:00"),
                        Held.module().teams(TWO).by(CARL).at("11:00", "12:00"),
                        Held.module().called("Frokost").of("meal", "").at("12:00", "13:00"))
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
        assertThat(overview.looks()).extracting(Look::brief).containsExactly("Dan", "Mat");
        assertThat(overview.counts())
                .extracting(Overview.Count::times)
                .containsExactly(List.of(1L, 1L), List.of(1L, 0L));
    }

    @Test
    void aRollIsCalledTwiceWhereThereIsAnEvening() {
        var views = new SmallPlan()
                .with(
                        Held.module().inWeeks(2),
                        Held.module().called("Spil").at("17:00", "18:00"),
                        Held.module().on(MONDAY.plusDays(1)).at("16:59", "18:00"))
                .views();

        var lists = RollCall.of(views.teams().getFirst(), views);

        assertThat(lists).hasSize(2);
        assertThat(lists.getFirst().days()).extracting(RollCall.Day::hasEvening).containsExactly(true, false);
        assertThat(lists.getFirst().members()).extracting(Member::name).containsExactly("Ida Marie Lund", "Jens Friis");
    }

    @Test
    void looksAreThoseOfThePluginAndSharedWhereTheMarkIs() {
        var mark = new Mark("Fag", "Undervisning", Colour.of(0x1F5FA8));
        var plan = new SmallPlan()
                .with(
                        Held.module(),
                        Held.module().called("Matematik").of("module", "mat").at("11:00", "12:00"),
                        Held.module().called("Spil").of("evening", "").at("17:00", "18:00"));
        plan.decoration = new Decoration(new TreeMap<>(Map.of("module", mark)), new TreeMap<>());

        var looks = plan.views().looks();

        assertThat(looks).extracting(Look::name).containsExactly("Fag", "Spil");
        assertThat(looks.getFirst().colour()).isEqualTo(mark.colour());
    }

    @Test
    void readersOfAllLanguagesSeeTheSameStyles() {
        var kinds = new TreeMap<String, Mark>();
        kinds.put("module", new Mark("kind.a", "category", Colour.of(0x1F5FA8)));
        kinds.put("evening", new Mark("kind.b", "category", Colour.of(0x4F5660)));
        var plan = new SmallPlan()
                .with(
                        Held.module(),
                        Held.module().called("Spil").of("evening", "").at("17:00", "18:00"));
        plan.decoration = new Decoration(kinds, new TreeMap<>());
        Timetable timetable = plan.views().timetable();
        Map<String, String> danish = Map.of("kind.a", "Undervisning", "kind.b", "Aften");
        Map<String, String> english = Map.of("kind.a", "Teaching", "kind.b", "Zzz");

        var styles = Stream.of(danish, english)
                .map(words -> new Looks(
                        timetable, Map.of(SmallPlan.CAMP, plan.decoration), key -> words.getOrDefault(key, key)))
                .map(looks -> looks.all().stream()
                        .map(look -> look.number() + " " + look.colour().hex())
                        .toList())
                .toList();

        assertThat(styles.getFirst()).isEqualTo(styles.getLast()).containsExactly("0 #1f5fa8", "1 #4f5660");
    }

    @Test
    void briefsAreAsShortAsTellsNamesApart() {
        assertThat(Looks.briefs(List.of("Dansk", "Matematik", "Madlavning", "Æ", "😀😀😀😀")))
                .isEqualTo(Map.of(
                        "Dansk", "Dan", "Matematik", "Mat", "Madlavning", "Mad", "Æ", "Æ", "😀😀😀😀", "😀😀😀"));
        assertThat(Looks.briefs(List.of("Samling", "Samtale"))).isEqualTo(Map.of("Samling", "Saml", "Samtale", "Samt"));
        assertThat(Looks.briefs(List.of("Fag nummer 1", "Fag nummer 2")).values())
                .containsOnly("Fag nu");
    }

    @Test
    void namesAreSortedAsPeopleSortThem() {
        assertThat(List.of("Hold 10", "Åse", "Hold 2", "Ærø", "Zoo", "Øst").stream()
                        .sorted(NaturalOrder.by(name -> name)))
                .containsExactly("Hold 2", "Hold 10", "Zoo", "Ærø", "Øst", "Åse");
    }
}
