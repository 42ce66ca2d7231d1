package dk.grundskema.api.service.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan whose plugin is taken out of the plugin folder and put back, each time with a new start of the service. */
@Tag("http")
final class RemovedPluginTest {
    private static final Path SAMPLE = Path.of("../../examples/sample-plugin");

    @TempDir
    private Path folder;

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Builds the jar of the sample plugin, as an outside author does. */
    private Path jar() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        var arguments = new ArrayList<>(List.of(
                "--release",
                "21",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                classes.toString()));
        filesIn(SAMPLE.resolve("src/main/java")).forEach(file -> arguments.add(file.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Path jar = folder.resolve("sample.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path root : List.of(classes, SAMPLE.resolve("src/main/resources"))) {
                for (Path file : filesIn(root)) {
                    out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }

    private Server start(ServiceSettings settings, Path jars) {
        return Server.start(
                ServiceApplication.create(new PluginPlanningFacade(Map.of("GRUNDSKEMA_PLUGINS", jars.toString()))),
                settings,
                TestClock.source());
    }

    private static String text(Server server, String path) {
        HttpResponse<String> answer = new PageClient(server).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void planIsSeenAndItsFeedIsServedWithoutThePluginAndIsAsBeforeWithIt() throws IOException {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Path none = Files.createDirectory(folder.resolve("none"));
        Files.copy(jar(), jars.resolve("sample.jar"));
        ServiceSettings settings = TestDatabase.H2
                .fresh(Files.createDirectory(folder.resolve("data")))
                .with(ServiceSettingKey.WORKERS, "1");
        String place;
        String page;
        String feed;
        String published;
        String problem;
        String timetable;
        TestSchool.Person planner;
        try (Server server = start(settings, jars)) {
            TestSchool school = TestSchool.create(server);
            planner = school.addPerson(Role.PLANNER);
            ServiceClient client = ServiceClient.administrator(server);
            place = TestPlans.createPlan(
                            client,
                            school.path(),
                            TestServices.problem(SAMPLE.resolve("src/main/resources/META-INF/grundskema-example.json")))
                    .header("Location");
            page = "/plans/" + TestPlans.planIdOf(place).value();
            Answer solve = client.post(place + "/solves", Map.of("steps", 200));
            assertThat(solve.status()).as(solve.body()).isLessThan(300);
            String plan = place;
            Polling.until(
                    "the plan is made", () -> client.get(plan + "/timetable").status() == 200);
            Answer sent = client.withHeader("If-Match", client.get(place).tag())
                    .post(place + "/publications", Map.of("confirmOpenSeats", true));
            assertThat(sent.status()).as(sent.body()).isEqualTo(201);
            String calendar =
                    String.valueOf(client.get(place + "/links?kind=STAFF").at("/items/0/calendar"));
            feed = URI.create(calendar).getPath();
            published = text(server, feed);
            assertThat(published).contains("BEGIN:VEVENT");
            problem = client.get(place + "/problem").body();
            timetable = client.get(place + "/timetable").body();
        }
        try (Server server = start(settings, none)) {
            assertIsOnlySeen(server, planner, place, page);
            ServiceClient client = ServiceClient.administrator(server);
            assertThat(client.get(place + "/problem").body()).isEqualTo(problem);
            assertThat(client.get(place + "/timetable").body()).isEqualTo(timetable);
            assertThat(text(server, feed)).isEqualTo(published);
        }
        try (Server server = start(settings, jars)) {
            ServiceClient client = ServiceClient.administrator(server);
            assertThat(client.get(place + "/problem").body()).isEqualTo(problem);
            assertThat(client.get(place + "/timetable").body()).isEqualTo(timetable);
            assertThat(text(server, feed)).isEqualTo(published);
            assertThat(PageClient.signedIn(server, planner).get(page).body()).doesNotContain("missing-plugin");
            Answer changed = client.withHeader("If-Match", client.get(place).tag())
                    .put(place + "/title", Map.of("title", "Lektiecafé"));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        }
    }

    private static void assertIsOnlySeen(Server server, TestSchool.Person planner, String place, String page) {
        PageClient pages = PageClient.signedIn(server, planner);
        for (String part : List.of("", "/timetable", "/print", "/history")) {
            HttpResponse<String> seen = pages.get(page + part);
            assertThat(seen.statusCode()).as(page + part + seen.body()).isEqualTo(200);
            assertThat(seen.body())
                    .as(part)
                    .contains("missing-plugin", "Planen bruger study-cafe, som ikke er installeret her")
                    .doesNotContain(page + "/absences", page + "/changes", page + "/plan\"");
        }
        assertThat(pages.get(page + "/plan").body()).contains("study-cafe, som ikke er installeret her");
        pages.submit("/language", Map.of("language", "en", "back", page));
        assertThat(pages.get(page).body()).contains("The plan uses study-cafe, which is not installed here.");
        ServiceClient client = ServiceClient.administrator(server);
        ServiceClient changing = client.withHeader("If-Match", client.get(place).tag());
        for (Answer refused : List.of(
                changing.put(place + "/weights", Map.of()),
                client.post(place + "/solves", Map.of("steps", 1)),
                changing.post(place + "/publications", Map.of("confirmOpenSeats", true)),
                client.post(place + "/changes", Map.of("changes", List.of())))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("plan.plugin-missing", "study-cafe");
        }
    }
}
