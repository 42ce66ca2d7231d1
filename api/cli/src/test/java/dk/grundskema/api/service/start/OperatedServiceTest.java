package dk.grundskema.api.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.CommandProcess;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in operation: its own process, its log, concurrent commands, and the signal to stop. */
@Tag("kills")
class OperatedServiceTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";
    private static final String MARK = "Mærkesen";

    @TempDir
    Path folder;

    private CommandProcess serve() {
        return CommandProcess.run(
                folder,
                Map.of(
                        ServiceSettingKey.LOG_FORMAT.variable(),
                        "json",
                        ServiceSettingKey.LOG_REQUESTS.variable(),
                        "true",
                        ServiceSettingKey.ADMIN_PASSWORD.variable(),
                        TestDatabase.PASSWORD,
                        ServiceSettingKey.ADMIN_TOKEN.variable(),
                        TestDatabase.TOKEN),
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
    }

    private static Map<String, Object> body(String title) {
        return Map.of("title", title, "problem", TestServices.exampleProblem("camp-3-weeks"));
    }

    private static Answer plan(ServiceClient client, String title) {
        Answer made = client.post(PLANS, body(title));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static boolean isReady(ServiceClient client) {
        try {
            return client.get("/actuator/health/readiness").status() == 200;
        } catch (java.io.UncheckedIOException refused) {
            return false;
        }
    }

    /** Returns whether a modifying request has arrived and is not yet answered. */
    private static boolean isBeingAnswered(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("http_server_requests_active_seconds_count{"))
                .anyMatch(line -> line.contains("method=\"POST\"") && line.endsWith(" 1"));
    }

    @Test
    void eachLineOfTheLogIsAnObjectThatNamesItsRequestAndNobody() throws Exception {
        try (CommandProcess service = serve()) {
            ServiceClient client = service.administrator();
            Answer made = plan(client, MARK);
            Answer shown = client.get(made.header("Location") + "?x=" + MARK.substring(3));
            client.get("/api/v1/plans/" + MARK.substring(3));
            Polling.until(service::outputSoFar, said -> said.contains("/api/v1/plans/{plan} 404"));
            List<String> lines = Files.readAllLines(service.errors());
            assertThat(lines)
                    .allMatch(line -> JsonTreeParser.parse(line) instanceof ReadResult.Success<Json> good
                            && good.value() instanceof Json.JsonObject);
            assertThat(lines)
                    .anyMatch(line -> line.contains("\"message\":\"GET /api/v1/plans/{plan} 200 ")
                            && line.contains("\"request\":\"" + shown.header("X-Request-Id") + "\""))
                    .anyMatch(
                            line -> line.contains("\"message\":\"POST /api/v1/organisations/{organisation}/plans 201 "))
                    .noneMatch(line -> line.contains(MARK.substring(3)) || line.contains("Bearer"))
                    .noneMatch(line -> line.contains(String.valueOf(made.at("/id"))));
        }
    }

    @Test
    void aCommandBacksUpTheServiceThatRunsAndAnotherBringsItBack() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (CommandProcess service = serve()) {
            ServiceClient client = service.administrator();
            plan(client, "I drift");
            try (CommandProcess command = CommandProcess.run(
                    folder, Map.of(), "backup", "--data", folder.resolve("data").toString(), backup.toString())) {
                assertThat(command.exitCode()).as(command.outputSoFar()).isZero();
            }
            plan(client, "Bagefter");
        }
        Path other = folder.resolve("other");
        try (CommandProcess command =
                CommandProcess.run(folder, Map.of(), "restore", "--data", other.toString(), backup.toString())) {
            assertThat(command.exitCode()).as(command.outputSoFar()).isZero();
        }
        try (Server server =
                Server.start(ServiceApplication.create(new PluginPlanningFacade()), TestDatabase.H2.fresh(other))) {
            assertThat(ServiceClient.administrator(server).get(PLANS).body())
                    .contains("I drift")
                    .doesNotContain("Bagefter");
        }
    }

    @Test
    void askedToStopItEndsWhatItAnswersAndKeepsTheBestPlansSoFar() throws Exception {
        Answer before;
        String solve;
        try (CommandProcess service = serve()) {
            ServiceClient client = service.administrator();
            String place = plan(client, "Regnes").header("Location");
            solve = client.post(place + "/solves", Map.of("seconds", 3600)).header("Location");
            Polling.until(() -> client.get(solve), one -> one.at("/score") instanceof Map);
            assertThat(isReady(client)).isTrue();
            byte[] content = JsonFormatter.format(Json.fromJava(new HashMap<>(body("Undervejs"))))
                    .getBytes(StandardCharsets.UTF_8);
            int half = content.length / 2;
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(client.base()).getPort())) {
                var out = socket.getOutputStream();
                out.write(
                        ("POST " + PLANS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                        + TestDatabase.TOKEN + "\r\nContent-Type: application/json\r\nContent-Length: "
                                        + content.length + "\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.write(content, 0, half);
                out.flush();
                Polling.until(() -> client.get("/actuator/prometheus").body(), OperatedServiceTest::isBeingAnswered);
                before = client.get(solve);
                service.process().destroy();
                Polling.until("it takes no more", () -> !isReady(client));
                assertThat(service.process().isAlive()).isTrue();
                out.write(Arrays.copyOfRange(content, half, content.length));
                out.flush();
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 201 ");
            }
            assertThat(service.exitCode()).as(service.outputSoFar()).isZero();
            assertThat(folder.resolve("data").resolve("service.control")).doesNotExist();
        }
        ServiceSettings settings = TestDatabase.H2.fresh(folder.resolve("data")).with(ServiceSettingKey.WORKERS, "0");
        try (Server next = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(next);
            assertThat(client.get(PLANS).body()).contains("Regnes", "Undervejs");
            assertThat(client.get(solve + "/timetable").status()).isEqualTo(200);
            Answer after = client.get(solve);
            assertThat(Polling.isAtLeastAsGood(after, before))
                    .as("%s after %s", after, before)
                    .isTrue();
        }
    }

    @Test
    void theUnitOfSystemdNamesWhatIsThere() throws IOException, InterruptedException {
        Path unit = Path.of("../../docs/grundskema.service");
        String text = Files.readString(unit);
        String run = text.lines()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow();
        assertThat(run).contains(" -jar /opt/grundskema/grundskema.jar serve --data /var/lib/grundskema");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>grundskema</finalName>");
        assertThat(text).contains("StateDirectory=grundskema\n", "RestartPreventExitStatus=2\n", "TimeoutStopSec=90\n");
        Path verify = Path.of("/usr/bin/systemd-analyze");
        if (Files.isExecutable(verify)) {
            Path copy = folder.resolve("grundskema.service");
            Files.writeString(copy, text.replace("/usr/bin/java", "/bin/sh"));
            Process process = new ProcessBuilder(verify.toString(), "verify", "--man=no", copy.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.lines().filter(line -> line.contains("grundskema.service")))
                    .isEmpty();
        }
    }
}
