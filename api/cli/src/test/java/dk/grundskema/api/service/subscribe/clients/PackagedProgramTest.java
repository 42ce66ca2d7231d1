package dk.grundskema.api.service.subscribe.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.CommandProcess;
import dk.grundskema.api.service.testing.TestPlans;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is packaged, started by the launcher: it answers, a person signs in and sees a plan, and a calendar program reads a feed. */
@Tag("smoke")
final class PackagedProgramTest {
    private static final Path LAUNCHER =
            Path.of("../../grundskema").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private CommandProcess serve() throws IOException {
        Path output = folder.resolve("serve.out");
        Path errors = folder.resolve("serve.log");
        var builder = new ProcessBuilder(
                        LAUNCHER.toString(),
                        "serve",
                        "--port",
                        "0",
                        "--lang",
                        "en",
                        "--data",
                        folder.resolve("data").toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put(ServiceSettingKey.ADMIN_PASSWORD.variable(), TestDatabase.PASSWORD);
        builder.environment().put(ServiceSettingKey.ADMIN_TOKEN.variable(), TestDatabase.TOKEN);
        return new CommandProcess(builder.start(), output, errors);
    }

    @Test
    void planIsMadePublishedSeenInTheBrowserAndFollowedByACalendarProgram() throws IOException {
        try (CommandProcess service = serve()) {
            ServiceClient administrator = service.administrator();
            String plan = TestPlans.createCampPlan(administrator);
            Answer solve = administrator.post(plan + "/solves", Map.of("steps", 500));
            assertThat(solve.status()).as(solve.body()).isEqualTo(202);
            Answer done = Polling.until(() -> administrator.get(solve.header("Location")), Polling::hasEnded);
            assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");

            timetableIsSeen(service.address(), plan);

            Answer publication = administrator
                    .withHeader("If-Match", administrator.get(plan).tag())
                    .post(plan + "/publications", Map.of("confirmOpenSeats", true));
            assertThat(publication.status()).as(publication.body()).isEqualTo(201);
            feedIsRead(administrator, plan);
        }
    }

    private static void timetableIsSeen(String address, String plan) {
        try (var visit = new BrowserVisit(Chromium.shared(), address, ViewingMode.in("en"))
                .signIn("admin", TestDatabase.PASSWORD)) {
            Page page = visit.page();
            visit.open("/plans/" + TestPlans.planIdOf(plan).value() + "/timetable");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("The whole plan")))
                    .isVisible();
        }
    }

    private void feedIsRead(ServiceClient administrator, String plan) throws IOException {
        List<?> links = (List<?>) administrator.get(plan + "/links?kind=STAFF").at("/items");
        URI feed = URI.create(String.valueOf(((Map<?, ?>) links.getFirst()).get("calendar")));
        var program = new ClientProgram(folder.resolve("calendar"), ZoneId.of("Europe/Copenhagen"));
        ClientProgram.ProcessResult copied = new VdirsyncerKhalClient(program).sync(feed);
        assertThat(copied.succeeded()).as(copied.err()).isTrue();
        try (Stream<Path> events = Files.list(program.folder().resolve("one"))) {
            assertThat(events).as("events that vdirsyncer copied").hasSizeGreaterThan(10);
        }
    }
}
