package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a replan, phones show the same events with other people, and no duplicates. */
class ReplannedCalendarsTest {
    private static final String CAMP = Path.of("../../examples/camp-3-weeks/problem.json")
            .toAbsolutePath()
            .normalize()
            .toString();

    @TempDir
    private Path folder;

    private void type(String... args) {
        var ended = new CommandRunner(folder, PluginPlanningFacade::new).run(args);
        assertThat(ended.code()).as(ended.err()).isIn(0, 3);
    }

    /** The title of each event by its id. */
    private Map<String, String> events(String file) throws IOException {
        String text = Files.readString(folder.resolve(file)).replace("\r\n ", "");
        var events = new TreeMap<String, String>();
        String uid = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("UID:")) {
                uid = line;
            } else if (line.startsWith("SUMMARY:")) {
                assertThat(events.put(uid, line)).as(uid).isNull();
            }
        }
        return events;
    }

    private void solve(String plan, long steps) {
        SolvedFile.write(Path.of(CAMP), folder.resolve(plan), steps);
    }

    @Test
    void anotherPlanOfTheSameProblemHasTheSameEventsInOtherOrder() throws IOException {
        solve("a.json", 1);
        solve("b.json", 300);
        type("calendars", CAMP, "a.json", "a", "--confirm-open-seats");
        type("calendars", CAMP, "b.json", "b", "--confirm-open-seats");

        for (String team : List.of("hold-1.ics", "hold-2.ics", "hold-3.ics")) {
            var before = events("a/" + team);
            var after = events("b/" + team);
            assertThat(before).hasSizeGreaterThan(100);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    void aSickDayMovesEventsToOtherPeopleAndLeavesTheTeamsTheirs() throws IOException {
        solve("a.json", 300);
        type("calendars", CAMP, "a.json", "a");
        type(
                "replan",
                CAMP,
                "a.json",
                "--absent",
                "bente",
                "2026-09-10..2026-09-10",
                "--steps",
                "50",
                "--output",
                "changed");
        type("calendars", "changed/problem.json", "changed/timetable.json", "b");

        assertThat(events("b/hold-1.ics").keySet())
                .isEqualTo(events("a/hold-1.ics").keySet());
        var gone = events("a/personale-bente-kjaer.ics");
        gone.keySet().removeAll(events("b/personale-bente-kjaer.ics").keySet());
        assertThat(gone).isNotEmpty();
        var known = new TreeSet<String>();
        for (Path file : staffFiles("b")) {
            known.addAll(events("b/" + file.getFileName()).keySet());
        }
        assertThat(known).containsAll(gone.keySet());
    }

    private List<Path> staffFiles(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.getFileName().toString().startsWith("personale-"))
                    .toList();
        }
    }
}
