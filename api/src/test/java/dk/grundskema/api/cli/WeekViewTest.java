package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.timetable.FirstNames;
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
class WeekViewTest {
    private static List<String> week(boolean colour, int columns, Meeting... meetings) {
        var texts = Speech.own(Locale.of("da"));
        var out = Screen.utf8(new ByteArrayOutputStream());
        var problem = ToyProblem.problem();
        var timetable = ToyProblem.plan(List.of(meetings));
        var names = new Names(texts, problem, List.of(), Names.OfStudents.IDS).with(timetable);
        var view = new WeekView(texts, new Screen(out, out, colour, colour, columns), names, problem, timetable);
        return view.lines(view.weeks().first());
    }

    private static Meeting on(DayOfWeek day, String from, String until, String title, StaffId first, StaffId second) {
        return ToyProblem.held(new SessionId(day + from), title, day, from, until, first, second);
    }

    @Test
    void daysGoAcrossAndBlocksDown() {
        var lines = week(
                false,
                100,
                on(DayOfWeek.TUESDAY, "08:45", "10:00", "Dansk", ToyProblem.ANE, ToyProblem.BO),
                on(DayOfWeek.MONDAY, "10:30", "12:00", "Matematik", ToyProblem.BO, null),
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
    void whatIsHeldWithinABlockStandsBesideIt() {
        var block = on(DayOfWeek.MONDAY, "08:45", "10:00", "Dansk", ToyProblem.ANE, null);
        var visit = ToyProblem.held(
                ToyProblem.held(
                        new SessionId("a-visit"),
                        "Besøg",
                        DayOfWeek.MONDAY,
                        "08:45",
                        "10:00",
                        ToyProblem.BO,
                        ToyProblem.BO),
                List.of(ToyProblem.TEAM),
                List.of(),
                List.of(block.sessionId()));

        assertThat(week(false, 100, visit, block)).contains("08.45  Dansk + Besøg", "-10.00 Ane, Bo, Bo, mangler 1");
    }

    @Test
    void conversationsAreCountedByDayWithTheirStaffAndNoStudent() {
        var lines = week(
                false,
                100,
                on(DayOfWeek.MONDAY, "08:45", "10:00", "Dansk", ToyProblem.ANE, ToyProblem.BO),
                talk("t1", DayOfWeek.MONDAY, ToyProblem.BO),
                talk("t2", DayOfWeek.MONDAY, ToyProblem.ANE),
                talk("t3", DayOfWeek.WEDNESDAY, ToyProblem.BO));

        assertThat(lines)
                .endsWith("Elevsamtale – uge 37", "mandag 7/9: 2 (Ane, Bo)", "onsdag 9/9: 1 (Bo)", "")
                .noneMatch(line -> line.contains(ToyProblem.CAMILLA.value()) || line.contains("Camilla"));
    }

    private static Meeting talk(String id, DayOfWeek day, StaffId who) {
        return ToyProblem.held(
                ToyProblem.held(new SessionId(id), "Elevsamtale", day, "16:30", "16:50", who, who),
                List.of(),
                List.of(ToyProblem.CAMILLA),
                List.of());
    }

    @Test
    void ofAThreadThatIsTooLongTheStepIsShown() {
        var lines = week(
                false,
                100,
                on(DayOfWeek.MONDAY, "08:45", "10:00", "Karaktertræk: taknemmelighed", ToyProblem.ANE, ToyProblem.BO));

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
                    ToyProblem.ANE,
                    ToyProblem.BO));
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
        var names = new FirstNames(List.of(
                ToyProblem.staff(new StaffId("a"), "Mette Holm"),
                ToyProblem.staff(new StaffId("b"), "Mette Hald"),
                ToyProblem.staff(new StaffId("c"), "Bo Øster")));

        assertThat(names.of(new StaffId("a"))).isEqualTo("Mette Ho");
        assertThat(names.of(new StaffId("b"))).isEqualTo("Mette Ha");
        assertThat(names.of(new StaffId("c"))).isEqualTo("Bo");
    }

    @Test
    void aNameWithItsLastNameFirstIsCalledByWhatStandsBehindTheComma() {
        var names = new FirstNames(List.of(
                ToyProblem.staff(new StaffId("a"), "Krogh, Lise"),
                ToyProblem.staff(new StaffId("b"), "Lise Holm"),
                ToyProblem.staff(new StaffId("c"), "Skov Øster, Bo")));

        assertThat(names.of(new StaffId("a"))).isEqualTo("Lise K");
        assertThat(names.of(new StaffId("b"))).isEqualTo("Lise H");
        assertThat(names.of(new StaffId("c"))).isEqualTo("Bo");
    }
}
