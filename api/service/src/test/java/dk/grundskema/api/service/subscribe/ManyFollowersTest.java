package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.ManualTimeMeter;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.start.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many concurrent phones, and one client that guesses links; {@code examples/benchmark feeds} has thousands of phones. */
@Tag("http")
class ManyFollowersTest {
    private static final int TIMES = 12;
    private static final int AT_ONCE = 12;

    @Test
    void allStaffBehindOneAddressGetTheirCalendarsWhileSomebodyThereTriesLinks(@TempDir Path folder) throws Exception {
        var settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.LIMIT_REQUESTS, "20")
                .with(ServiceSettingKey.LIMIT_UNKNOWN_LINKS, "60");
        try (Server server = Server.start(Service.of(new PluginPlanningFacade()), settings, new ManualTimeMeter())) {
            FollowedCampFixture camp = FollowedCampFixture.start(server);
            List<FeedLink> links = camp.links();
            var asking = new ArrayList<Callable<HttpResponse<byte[]>>>();
            for (int i = 0; i < TIMES * links.size(); i++) {
                FeedLink link = links.get(i % links.size());
                String wrong = link.token().substring(2) + (char) ('a' + i % 8) + (char) ('a' + i / 8 % 8);
                asking.add(() -> camp.get("/c/" + link.token() + ".ics"));
                asking.add(() -> camp.get("/c/" + wrong + ".ics"));
            }

            List<HttpResponse<byte[]>> answers = all(asking);

            for (int i = 0; i < answers.size(); i += 2) {
                HttpResponse<byte[]> own = answers.get(i);
                assertThat(own.statusCode()).isEqualTo(200);
                assertThat(own.body())
                        .isEqualTo(answers.get(i % (2 * links.size())).body());
                assertThat(answers.get(i + 1).statusCode()).isIn(404, 429);
            }
            assertThat(answers)
                    .as("a caller with so many attempts is limited")
                    .anyMatch(one -> one.statusCode() == 429);
        }
    }

    private static List<HttpResponse<byte[]>> all(List<Callable<HttpResponse<byte[]>>> asking) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<HttpResponse<byte[]>>();
            for (Future<HttpResponse<byte[]>> each : threads.invokeAll(asking)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
