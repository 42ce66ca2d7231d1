package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code solve --continue-from} about the differences from the earlier plan. */
class ComparisonPrinterTest {
    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("p.json"), "{}");
        Files.writeString(folder.resolve("t.json"), "{}");
    }

    private CommandOutput continueFrom(Timetable before, Timetable after, String... more) {
        planning.earlier = before;
        planning.plan = after;
        var args = new java.util.ArrayList<>(List.of("solve", "p.json", "--continue-from", "t.json"));
        args.addAll(List.of(more));
        return CommandRunner.inFolder(folder, planning).run(args.toArray(String[]::new));
    }

    private static Timetable plan(List<GroupMembers> groups, Meeting... meetings) {
        Timetable plain = CommandProblemFixture.plan(List.of(meetings));
        return new Timetable(
                plain.version(),
                plain.problem(),
                plain.zone(),
                plain.seed(),
                plain.score(),
                plain.rules(),
                groups,
                plain.meetings(),
                plain.tasks());
    }

    private static GroupMembers team() {
        return new GroupMembers(CommandProblemFixture.TEAM, List.of(GroupMember.always(CommandProblemFixture.CAMILLA)));
    }

    private static Meeting danish(int number, DayOfWeek day, String from, @Nullable StaffId who) {
        return CommandProblemFixture.withParticipants(
                new SessionId("toy/" + number), "Dansk " + number, day, from, "11:30", who, null);
    }

    @Test
    void aPlanThatIsTheSameIsSaidToBe() {
        var plan = plan(List.of(team()), danish(1, DayOfWeek.MONDAY, "09:00", CommandProblemFixture.ANE));

        assertThat(continueFrom(plan, plan).out().lines())
                .contains("Ingen hold og ingen møder er ændret i forhold til den tidligere plan.");
    }

    @Test
    void planOfAnotherProblemIsSaidToAnswerAnotherQuestion() {
        var plan = plan(List.of(team()));
        var earlier = new Timetable(
                plan.version(),
                "another",
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                plan.groups(),
                plan.meetings(),
                plan.tasks());

        assertThat(continueFrom(earlier, plan).out()).contains("lavet ud fra en anden udgave af problemet");
        assertThat(continueFrom(plan, plan).out()).doesNotContain("en anden udgave");
    }

    @Test
    void withoutAnEarlierPlanNothingIsCompared() {
        CommandOutput ended = CommandRunner.inFolder(folder, planning).run("solve", "p.json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Planen holder").doesNotContain("tidligere plan");
    }

    @Test
    void aMeetingThatMovedOneWithOtherPeopleOneNewAndOneGoneAreToldEachOnce() {
        var before = plan(
                List.of(team()),
                danish(1, DayOfWeek.MONDAY, "09:00", CommandProblemFixture.ANE),
                danish(2, DayOfWeek.TUESDAY, "09:00", CommandProblemFixture.ANE),
                danish(3, DayOfWeek.FRIDAY, "09:00", CommandProblemFixture.ANE),
                danish(9, DayOfWeek.FRIDAY, "10:00", CommandProblemFixture.ANE));
        var after = plan(
                List.of(team()),
                danish(1, DayOfWeek.WEDNESDAY, "10:00", CommandProblemFixture.ANE),
                danish(2, DayOfWeek.TUESDAY, "09:00", CommandProblemFixture.BO),
                danish(4, DayOfWeek.FRIDAY, "09:00", CommandProblemFixture.ANE),
                danish(9, DayOfWeek.FRIDAY, "10:00", CommandProblemFixture.ANE));

        CommandOutput ended = continueFrom(before, after);

        assertThat(ended.out().lines())
                .containsSubsequence(
                        "Ændret i forhold til den tidligere plan:",
                        "  1 møde er flyttet:",
                        "    - Dansk 1 – Hold Å, mandag 7. september kl. 09.00 → onsdag 9. september kl. 10.00–11.30",
                        "  1 møde har andre voksne:",
                        "    - Dansk 2 – Hold Å, tirsdag 8. september kl. 09.00: ind: Bo Øster; ud: Ane Bjerregård",
                        "  1 møde er kommet til:",
                        "    - Dansk 4 – Hold Å, fredag 11. september kl. 09.00",
                        "  1 møde holdes ikke mere:",
                        "    - Dansk 3 – Hold Å, fredag 11. september kl. 09.00")
                .noneMatch(line -> line.contains("Dansk 9"));
    }

    @Test
    void groupsWithOtherMembersAreToldAndTheirStudentsNamedOnlyWhenNamesAreAskedFor() {
        var dora = GroupMember.always(new StudentId("d4"));
        var emil = GroupMember.always(new StudentId("e5"));
        var before = plan(List.of(new GroupMembers(CommandProblemFixture.TEAM, List.of(dora, emil))));
        var after = plan(List.of(
                new GroupMembers(
                        CommandProblemFixture.TEAM, List.of(emil, GroupMember.always(CommandProblemFixture.CAMILLA))),
                new GroupMembers(new GroupId("team-2"), List.of(GroupMember.always(new StudentId("f6"))))));

        assertThat(continueFrom(before, after).out().lines())
                .containsSubsequence(
                        "  1 gruppe har andre medlemmer:",
                        "    - Hold Å: ind: eleven c1; ud: d4",
                        "  1 ny gruppe:",
                        "    - team-2")
                .noneMatch(line -> line.contains("Camilla"));
        assertThat(continueFrom(before, after, "--names").out().lines())
                .contains("    - Hold Å: ind: eleven Camilla Dahl; ud: d4");
        assertThat(continueFrom(after, before).out().lines())
                .containsSubsequence("  1 gruppe findes ikke mere:", "    - team-2");
    }

    @Test
    void firstFiveAreListedAndTheOthersCounted() {
        var before = plan(
                List.of(team()),
                IntStream.range(0, 7)
                        .mapToObj(i -> danish(i, DayOfWeek.MONDAY, "09:00", CommandProblemFixture.ANE))
                        .toArray(Meeting[]::new));
        var after = plan(
                List.of(team()),
                IntStream.range(0, 7)
                        .mapToObj(i -> danish(i, DayOfWeek.MONDAY, "10:00", CommandProblemFixture.ANE))
                        .toArray(Meeting[]::new));

        assertThat(continueFrom(before, after).out().lines())
                .containsSubsequence("  7 møder er flyttet:", "    og 2 mere")
                .filteredOn(line -> line.startsWith("    - Dansk"))
                .hasSize(5);
    }
}
