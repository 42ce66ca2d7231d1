package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CampNightFixture.CampNightMeeting;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The events of each calendar file and their texts. */
class CalendarFilesTest {
    private static final String BO = "personale-bo-oester.ics";
    private static final String ANE = "personale-ane-bjerre.ics";

    private final CampNightFixture camp = new CampNightFixture();

    private static List<String> values(List<String> lines, String property) {
        return lines.stream()
                .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .toList();
    }

    @Test
    void eachOfTheStaffEachTeamThatMeetsAndEachRoomHasACalendar() {
        assertThat(camp.files().keySet()).containsExactly("lokale-salen.ics", ANE, BO);
        camp.with(CampNightMeeting.module());
        assertThat(camp.files().keySet()).containsExactly("hold-aa.ics", "lokale-salen.ics", ANE, BO);
    }

    @Test
    void theNamesOfTheFilesAreKnownBeforeThereIsAPlan() {
        camp.with(CampNightMeeting.module());
        var teams = new java.util.TreeSet<>(List.of(CampNightFixture.TEAM));
        assertThat(CalendarFiles.fileNames(camp.problem(), teams, camp.wording()))
                .isEqualTo(camp.files().keySet());
    }

    @Test
    void oneOfTheStaffReadsWhatWhereWithWhomAndForWhichTeam() {
        var lines = camp.with(CampNightMeeting.module()).lines(BO);

        assertThat(lines)
                .contains(
                        "NAME:Efterårscamp · Bo Øster",
                        "X-WR-CALNAME:Efterårscamp · Bo Øster",
                        "SUMMARY:Dansk · Hold Å",
                        "LOCATION:Salen\\, Lejrskolen Engen",
                        "DESCRIPTION:Sammen med: Ane Bjerre\\nRolle: underviser\\nHold: Hold Å (2 elever)",
                        "DTSTART;TZID=Europe/Copenhagen:20261019T090000",
                        "DTEND;TZID=Europe/Copenhagen:20261019T103000",
                        "TRANSP:OPAQUE");
    }

    @Test
    void groupIsNamedAlthoughTheTitleHasItsLetterInAWord() {
        camp.teamName = "D";

        assertThat(values(camp.with(CampNightMeeting.module()).lines(BO), "SUMMARY"))
                .containsExactly("Dansk · D");
    }

    @Test
    void numberOfStudentsIsLeftOutForAClassWhichTheListMayHaveInPart() {
        camp.teamKind = Group.Kind.CLASS;
        var lines = camp.with(CampNightMeeting.module()).lines(BO);
        camp.teamKind = Group.Kind.COURSE;

        assertThat(values(lines, "DESCRIPTION"))
                .containsExactly("Sammen med: Ane Bjerre\\nRolle: underviser\\nKlasse: Hold Å");
        assertThat(values(camp.lines(BO), "DESCRIPTION"))
                .containsExactly("Sammen med: Ane Bjerre\\nRolle: underviser\\nHold: Hold Å");
    }

    @Test
    void taskOnADateLastsAllDayWithoutStudentNamesAndStaysFree() {
        camp.task(
                        CampNightFixture.BO,
                        LocalDate.parse("2026-10-22"),
                        "Bogpakke 1 til Jens Friis",
                        CampNightFixture.JENS,
                        CampNightFixture.IDA)
                .task(CampNightFixture.BO, LocalDate.parse("2026-10-20"), "Ring til trykkeriet")
                .task(null, LocalDate.parse("2026-10-21"), "Ingen gør det");

        var lines = camp.lines(BO);

        assertThat(lines).contains("DTSTART;VALUE=DATE:20261022", "DTSTART;VALUE=DATE:20261020", "TRANSP:TRANSPARENT");
        assertThat(values(lines, "SUMMARY"))
                .containsExactlyInAnyOrder("Bogpakke 1 til Elev 2 · 2 elever", "Ring til trykkeriet");
        assertThat(values(camp.lines(ANE), "SUMMARY")).isEmpty();
    }

    @Test
    void taskKeepsItsIdWhenItsDateMoves() {
        var before = values(
                new CampNightFixture()
                        .task(CampNightFixture.BO, LocalDate.parse("2026-10-22"), "Bogpakke")
                        .lines(BO),
                "UID");
        var after = values(
                new CampNightFixture()
                        .task(CampNightFixture.BO, LocalDate.parse("2026-10-26"), "Bogpakke")
                        .lines(BO),
                "UID");

        assertThat(after).hasSize(1).isEqualTo(before);
    }

    @Test
    void eachCalendarIsInTheLanguageOfItsOwner() {
        camp.bosLanguage = Language.EN;
        camp.with(CampNightMeeting.module());

        assertThat(values(camp.lines(BO), "DESCRIPTION"))
                .containsExactly("Together with: Ane Bjerre\\nRole: teacher\\nTeam: Hold Å (2 students)");
        assertThat(values(camp.lines(ANE), "DESCRIPTION").getFirst()).startsWith("Sammen med: Bo Øster");
    }

    @Test
    void onlyParticipantsHaveTheEvent() {
        CampNightMeeting module = CampNightMeeting.module();
        module.staff = Arrays.asList(CampNightFixture.ANE, null);
        camp.with(module);

        assertThat(values(camp.lines(BO), "SUMMARY")).isEmpty();
        assertThat(values(camp.lines(ANE), "DESCRIPTION"))
                .containsExactly("Der mangler en voksen.\\nRolle: underviser\\nHold: Hold Å (2 elever)");
    }

    @Test
    void aTeamReadsWhichAdultsComeAndIsNotMadeBusy() {
        var lines = camp.with(CampNightMeeting.module()).lines("hold-aa.ics");

        assertThat(lines)
                .contains(
                        "SUMMARY:Dansk",
                        "TRANSP:TRANSPARENT",
                        "DESCRIPTION:Voksne: Ane Bjerre\\, Bo Øster\\nHold: Hold Å (2 elever)");
    }

    @Test
    void roomHasOnlyTheMeetingsInIt() {
        CampNightMeeting outside = CampNightMeeting.night("2026-10-20");
        outside.room = null;
        var lines = camp.with(CampNightMeeting.module(), outside).lines("lokale-salen.ics");

        assertThat(values(lines, "SUMMARY")).containsExactly("Dansk · Hold Å");
        assertThat(values(lines, "TRANSP")).containsExactly("TRANSPARENT");
    }

    @Test
    void meetingWithoutARoomIsAtTheSite() {
        CampNightMeeting outside = CampNightMeeting.night("2026-10-20");
        outside.room = null;

        assertThat(values(camp.with(outside).lines(BO), "LOCATION")).containsExactly("Lejrskolen Engen");
    }

    @Test
    void ofSeveralSitesWhatNeedsNoRoomIsAtItsOwnOrNobodyKnowsWhere() {
        camp.moreSites.add(new Site(new SiteId("skov"), "Skovskolen"));
        CampNightMeeting outside = CampNightMeeting.night("2026-10-20");
        outside.room = null;
        CampNightMeeting elsewhere = CampNightMeeting.night("2026-10-21");
        elsewhere.room = null;
        camp.sessionSites.put(new SessionId(elsewhere.id), new SiteId("skov"));
        CampNightMeeting part = CampNightMeeting.night("2026-10-22");
        part.room = null;
        part.origin = elsewhere.id;

        var lines =
                camp.with(outside, elsewhere, part, CampNightMeeting.module()).lines(BO);

        assertThat(values(lines, "LOCATION")).containsExactly("Salen\\, Lejrskolen Engen", "Skovskolen", "Skovskolen");
    }

    @Test
    void aStandByAtHomeMakesNobodyBusy() {
        CampNightMeeting standBy = CampNightMeeting.night("2026-10-20");
        standBy.workload = new Workload(false, 0, 0);

        assertThat(values(camp.with(standBy).lines(BO), "TRANSP")).containsExactly("TRANSPARENT");
    }

    @Test
    void aPluginSaysWhichCategoriesAndColourAnEventHas() {
        var marks = new TreeMap<String, Mark>();
        marks.put("dansk", new Mark("Dansk", "title.category.teaching", Colour.of(0x8B0000)));
        camp.decoration = new Decoration(new TreeMap<>(), marks);
        var lines = camp.with(CampNightMeeting.module()).lines(BO);

        assertThat(lines).contains("CATEGORIES:Undervisning,Dansk", "COLOR:darkred");
    }

    @Test
    void withoutAPluginsWordTheKindIsTheCategoryAndTheColourIsNeutral() {
        assertThat(camp.with(CampNightMeeting.module()).lines(BO)).contains("CATEGORIES:modul", "COLOR:slategray");
    }

    @Test
    void theFormIsToldUnlessTheTitleSaysItAlready() {
        CampNightMeeting step = CampNightMeeting.module();
        step.form = "mod";
        step.title = "Karaktertræk: mod";
        CampNightMeeting stations = CampNightMeeting.module();
        stations.id = "lejr/team-1/2026-10-20/modul-1";
        stations.date = LocalDate.of(2026, 10, 20);
        stations.form = "stationer";
        var descriptions = values(camp.with(step, stations).lines(BO), "DESCRIPTION");

        assertThat(descriptions.get(0)).doesNotContain("Form");
        assertThat(descriptions.get(1)).endsWith("\\nForm: stationer");
    }

    @Test
    void theNightOfTheEndOfSummerTimeLastsNineHours() {
        var lines = camp.with(CampNightMeeting.night("2026-10-24")).lines(BO);

        assertThat(lines)
                .contains(
                        "DTSTART;TZID=Europe/Copenhagen:20261024T230000",
                        "DTEND;TZID=Europe/Copenhagen:20261025T070000");
        assertThat(ParsedCalendar.of(camp.files().get(BO)).minutes()).containsExactly(9 * 60L);
    }

    @Test
    void theNightOfTheBeginningOfSummerTimeLastsSevenHours() {
        camp.firstWeek = new dk.grundskema.domain.time.IsoWeek(2027, 12);
        camp.with(CampNightMeeting.night("2027-03-27"));

        assertThat(camp.lines(BO))
                .contains(
                        "DTSTART;TZID=Europe/Copenhagen:20270327T230000",
                        "DTEND;TZID=Europe/Copenhagen:20270328T070000");
        assertThat(ParsedCalendar.of(camp.files().get(BO)).minutes()).containsExactly(7 * 60L);
    }

    @Test
    void meetingInTheHourThatSpringSkipsBeginsAfterIt() {
        camp.firstWeek = new dk.grundskema.domain.time.IsoWeek(2027, 12);
        CampNightMeeting round = CampNightMeeting.night("2027-03-28");
        round.start = LocalTime.of(2, 30);
        round.end = LocalTime.of(3, 0);

        var lines = camp.with(round).lines(BO);

        assertThat(lines).contains("DTSTART;TZID=Europe/Copenhagen:20270328T033000");
        assertThat(values(lines, "DTEND")).isEmpty();
    }

    @Test
    void theSameTimetableIsTheSameFilesByteForByte() {
        camp.with(CampNightMeeting.module(), CampNightMeeting.night("2026-10-24"));
        var again = new CampNightFixture()
                .with(CampNightMeeting.module(), CampNightMeeting.night("2026-10-24"))
                .files();

        assertThat(camp.files().keySet()).isEqualTo(again.keySet());
        camp.files().forEach((name, content) -> assertThat(content).isEqualTo(again.get(name)));
    }

    @Test
    void namesakesHaveFilesOfTheirOwn() {
        camp.bosName = "Ane Bjerre";

        assertThat(camp.files().keySet()).contains(ANE, "personale-ane-bjerre-2.ics");
    }

    @Test
    void aNameWithoutLettersStillIsAFile() {
        camp.bosName = "🌳🌳";
        camp.roomName = "../../etc/passwd";

        assertThat(camp.files().keySet()).contains("personale.ics", "lokale-etc-passwd.ics");
    }
}
