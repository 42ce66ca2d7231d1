package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.problem.WalkPlugin.Stop;
import dk.grundskema.api.documents.problem.WalkPlugin.WalkParameters;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of plugins are reported together with those of the reader, each error once. */
final class ProblemReaderPluginFindingsTest {
    @TempDir
    Path folder;

    private static final String THREE_WALKS = """
            "interventions": [
              {"id": "a", "type": "swim", "title": "Svømning"},
              {"id": "b", "type": "walk", "title": "Lang tur", "parameters": {"kilometres": 41, "kilometers": 3,
                "stops": [{"name": "Bakken", "minutes": 0}, {"minutes": 5}, {"name": "Dalen"}], "ground": "WATER"}},
              {"id": "c", "type": "walk", "title": "Kort tur", "parameters": {"kilometres": 2, "stops": [{"name": "Kilden"}]}}
            ],
            """;

    private static String threeWalks() {
        return WalkProblemFixture.VALID.replaceFirst(
                "(?s)\"interventions\": \\[.*?\\],\\s*\"locks\"", Matcher.quoteReplacement(THREE_WALKS) + "\"locks\"");
    }

    /** Returns findings of a plugin with pointers to every depth. */
    private static List<Finding> findingsOfEveryStop(Problem problem) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < problem.interventions().size(); i++) {
            String at = "/interventions/" + i + "/parameters";
            var walk = (WalkParameters) problem.interventions().get(i).parameters();
            findings.add(Finding.error("walk.length", at + "/kilometres", walk.kilometres()));
            findings.add(Finding.error("walk.ground", at + "/ground", walk.ground()));
            findings.add(Finding.error("walk.few-stops", at + "/stops"));
            findings.add(Finding.warning("walk.far", at + "/speed"));
            for (int j = 0; j < walk.stops().size(); j++) {
                Stop stop = walk.stops().get(j);
                findings.add(Finding.error("walk.stop", at + "/stops/" + j, stop.name(), stop.minutes()));
            }
        }
        return findings;
    }

    private List<Finding> findingsOfReaderAndPlugins(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), text);
        return WalkProblemFixture.READER
                .read(file, ProblemReaderPluginFindingsTest::findingsOfEveryStop)
                .findings();
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(one -> (one.code() + " " + one.pointer()).strip())
                .toList();
    }

    @Test
    void faultInAnInterventionHidesNoOtherFaultAndPointersStayThoseOfTheFile() throws IOException {
        var findings = findingsOfReaderAndPlugins(threeWalks());

        assertThat(places(findings))
                .containsExactlyInAnyOrder(
                        "intervention.unknown-type /interventions/0/type",
                        "value.out-of-range /interventions/1/parameters/kilometres",
                        "value.unknown-field-maybe /interventions/1/parameters/kilometers",
                        "value.out-of-range /interventions/1/parameters/stops/0/minutes",
                        "value.missing /interventions/1/parameters/stops/1/name",
                        "value.not-one-of /interventions/1/parameters/ground",
                        "walk.stop /interventions/1/parameters/stops/0",
                        "walk.stop /interventions/1/parameters/stops/2",
                        "walk.length /interventions/2/parameters/kilometres",
                        "walk.ground /interventions/2/parameters/ground",
                        "walk.few-stops /interventions/2/parameters/stops",
                        "walk.far /interventions/2/parameters/speed",
                        "walk.stop /interventions/2/parameters/stops/0",
                        "intervention.checked-later");
        assertThat(findings.getLast())
                .isEqualTo(Finding.info("intervention.checked-later", "", List.of("Svømning", "Lang tur")));
    }

    @Test
    void aNumberThatIsTooSmallIsTheSmallestWhileTheRestIsLookedAt() throws IOException {
        assertThat(findingsOfReaderAndPlugins(threeWalks()))
                .contains(Finding.error("walk.stop", "/interventions/1/parameters/stops/0", "Bakken", 1));
    }

    @Test
    void wrongNumbersAndUnknownFieldsPostponeNoChecksOfPlugins() throws IOException {
        String broken = WalkProblemFixture.VALID
                .replace("\"kilometres\": 8", "\"kilometres\": 0, \"lenght\": 3")
                .replace("\"name\": \"Anne Holm\"", "\"name\": 7");

        assertThat(places(findingsOfReaderAndPlugins(broken)))
                .contains("walk.stop /interventions/0/parameters/stops/0")
                .doesNotContain("intervention.checked-later");
    }

    @Test
    void warningIsReportedUnlessItMayFollowFromAnError() throws IOException {
        String walks = threeWalks().replaceFirst("(?s)\\{\"id\": \"a\".*?(?=\\{\"id\": \"c\")", "");
        String far = "walk.far /interventions/0/parameters/speed";

        assertThat(places(findingsOfReaderAndPlugins(walks.replace("anne@example.org", "anne"))))
                .contains(far);
        assertThat(places(findingsOfReaderAndPlugins(walks.replace("\"Ida Lund\"", "\"Ida Lund\", \"number\": \"7\""))))
                .as("the number of a student")
                .contains(far);
        assertThat(places(findingsOfReaderAndPlugins(walks.replace("\"name\": \"Ida Lund\"", "\"name\": 7"))))
                .as("a student was removed, which may be the cause")
                .doesNotContain(far);
    }

    @Test
    void pluginIsNotCalledForAFileWithoutHorizonAndThatIsReported() throws IOException {
        var findings = findingsOfReaderAndPlugins(
                WalkProblemFixture.VALID.replace("\"firstWeek\": \"2026-W37\"", "\"firstWeek\": 37"));

        assertThat(places(findings))
                .containsExactly("value.wrong-type /horizon/firstWeek", "intervention.checked-later");
        assertThat(findings.getLast().arguments()).containsExactly(List.of("Tur"));
    }

    @Test
    void pluginFindingAboutALeftOutPartIsDropped() throws IOException {
        Path file = Files.writeString(
                folder.resolve("broken.json"),
                WalkProblemFixture.VALID
                        .replace("{\"name\": \"Bakken\"}", "{\"nam\": \"Bakken\"}")
                        .replace("\"name\": \"Ida Lund\"", "\"name\": 7"));
        String songs = "/interventions/0/parameters/songs";

        var findings = WalkProblemFixture.READER
                .read(
                        file,
                        problem -> List.of(
                                Finding.error("walk.gone", songs, "Bakken"),
                                Finding.error("walk.gone", songs, new StudentId("s1")),
                                Finding.error("walk.there", songs, "Dalen"),
                                Finding.error("walk.there", songs, new StudentId("s2"))))
                .findings();

        assertThat(places(findings).stream().filter(each -> each.startsWith("walk.")))
                .containsExactly("walk.there " + songs, "walk.there " + songs);
    }
}
