package dk.grundskema.api.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandProblemFixture;
import dk.grundskema.api.cli.command.CommandTexts;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.io.ByteArrayOutputStream;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan as people hang it on the wall. */
class WeekTableFormatterTest {
    private static List<String> week(boolean colour, int columns, Meeting... meetings) {
        var texts = CommandTexts.forLanguage(Locale.of("da"));
        var out = Screen.utf8(new ByteArrayOutputStream());
        var problem = CommandProblemFixture.problem();
        var timetable = CommandProblemFixture.plan(List.of(meetings));
        var names = new PlanNameResolver(texts, problem, List.of(), PlanNameResolver.StudentNaming.IDS)
                .withTimetable(timetable);
        var view =
                new WeekTableFormatter(texts, new Screen(out, out, colour, colour, columns), names, problem, timetable);
        return view.formatWeek(view.weeks().first());
    }

    private static Meeting on(DayOfWeek day, String from, String until, String title, StaffId first, StaffId second) {
        return CommandProblemFixture.withParticipants(
                new SessionId(day + from), title, day, from, until, first, second);
    }

    @Test
    void daysGoAcrossAndBlocksDown() {
        var lines = week(
                false,
                100,
                on(DayOfWeek.TUESDAY, "08:45", "10:00", "Dansk", CommandProblemFixture.ANE, CommandProblemFixture.BO),
                on(DayOfWeek.MONDAY, "10:30", "12:00", "Matematik", CommandProblemFixture.BO, null),
                on(DayOfWeek.MONDAY, "08:45", "10:00", "Bevægelse", null, null));

        assertThat(lines)
                .containsExactly(
                        "Hold Å – uge 37 (1 elev)",
                        "       mandag 7/9              tirsdag 8/9",
                        "08.45  Bevægelse               Dansk",
                        "-10.00 mangler 2               Ane, Bo",
                        "10.30  Matematik",
                        "-12.00 Bo, mangler 1",
                        "");
    }

    @Test
    void meetingWithinABlockStandsBesideIt() {
        var block = on(DayOfWeek.MONDAY, "08:45", "10:00", "Dansk", CommandProblemFixture.ANE, null);
        var visit = CommandProblemFixture.withParticipants(
                CommandProblemFixture.withParticipants(
                        new SessionId("a-visit"),
                        "Besøg",
                        DayOfWeek.MONDAY,
                        "08:45",
                        "10:00",
                        CommandProblemFixture.BO,
                        CommandProblemFixture.BO),
                List.of(CommandProblemFixture.TEAM),
                List.of(),
                List.of(block.sessionId()));

        assertThat(week(false, 100, visit, block)).contains("08.45  Dansk + Besøg", "-10.00 Ane, Bo, Bo, mangler 1");
    }

    @Test
    void conversationsAreCountedByDayWithTheirStaffAndNoStudent() {
        var lines = week(
                false,
                100,
                on(DayOfWeek.MONDAY, "08:45", "10:00", "Dansk", CommandProblemFixture.ANE, CommandProblemFixture.BO),
                talk("t1", DayOfWeek.MONDAY, CommandProblemFixture.BO),
                talk("t2", DayOfWeek.MONDAY, CommandProblemFixture.ANE),
                talk("t3", DayOfWeek.WEDNESDAY, CommandProblemFixture.BO));

        assertThat(lines)
                .endsWith("Elevsamtale – uge 37", "mandag 7/9: 2 (Ane, Bo)", "onsdag 9/9: 1 (Bo)", "")
                .noneMatch(line -> line.contains(CommandProblemFixture.CAMILLA.value()) || line.contains("Camilla"));
    }

    private static Meeting talk(String id, DayOfWeek day, StaffId who) {
        return CommandProblemFixture.withParticipants(
                CommandProblemFixture.withParticipants(
                        new SessionId(id), "Elevsamtale", day, "16:30", "16:50", who, who),
                List.of(),
                List.of(CommandProblemFixture.CAMILLA),
                List.of());
    }

    @Test
    void ofAThreadThatIsTooLongTheStepIsShown() {
        var lines = week(
                false,
                100,
                on(
                        DayOfWeek.MONDAY,
                        "08:45",
                        "10:00",
                        "Karaktertræk: taknemmelighed",
                        CommandProblemFixture.ANE,
                        CommandProblemFixture.BO));

        assertThat(lines.get(2)).isEqualTo("08.45  … taknemmelighed");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120, 300})
    void aWholeWeekFitsTheScreenAndAtMostOneHundredAndTwentyColumns(int columns) {
        var meetings = new ArrayList<Meeting>();
        for (DayOfWeek day : DayOfWeek.values()) {
            meetings.add(on(
                    day,
                    "08:45",
                    "10:00",
                    "Karaktertræk: taknemmelighed og alt det andet",
                    CommandProblemFixture.ANE,
                    CommandProblemFixture.BO));
        }

        var lines = week(false, columns, meetings.toArray(Meeting[]::new));

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Math.min(columns, 120)));
        assertThat(String.join("\n", lines)).contains("…");
    }

    @Test
    void missingAdultsStandOutInColourOnlyWhereColoursAreShown() {
        var thin = on(DayOfWeek.MONDAY, "08:45", "10:00", "Dansk", null, null);

        assertThat(String.join("\n", week(true, 100, thin))).contains("\u001b[31mmangler 2");
        assertThat(String.join("\n", week(false, 100, thin))).doesNotContain("\u001b");
    }

    @Test
    void namesakesAreToldApartByTheirLastNames() {
        var names = new ShortStaffNames(List.of(
                CommandProblemFixture.staff(new StaffId("a"), "Mette Holm"),
                CommandProblemFixture.staff(new StaffId("b"), "Mette Hald"),
                CommandProblemFixture.staff(new StaffId("c"), "Bo Øster")));

        assertThat(names.shortName(new StaffId("a"))).isEqualTo("Mette Ho");
        assertThat(names.shortName(new StaffId("b"))).isEqualTo("Mette Ha");
        assertThat(names.shortName(new StaffId("c"))).isEqualTo("Bo");
    }

    @Test
    void aNameWithItsLastNameFirstIsCalledByWhatStandsBehindTheComma() {
        var names = new ShortStaffNames(List.of(
                CommandProblemFixture.staff(new StaffId("a"), "Krogh, Lise"),
                CommandProblemFixture.staff(new StaffId("b"), "Lise Holm"),
                CommandProblemFixture.staff(new StaffId("c"), "Skov Øster, Bo")));

        assertThat(names.shortName(new StaffId("a"))).isEqualTo("Lise K");
        assertThat(names.shortName(new StaffId("b"))).isEqualTo("Lise H");
        assertThat(names.shortName(new StaffId("c"))).isEqualTo("Bo");
    }
}
