package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.CommandProcess;
import dk.grundskema.api.service.testing.SolvedPlans;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Kills the service while a planner publishes two revisions alternately and while calendars are calculated. A publication exists completely or not at
 * all, and each calendar has the last publication.
 */
@Tag("kills")
final class PublishingKillTest {
    private static final int KILLS = Integer.getInteger("grundskema.kills", 2);
    private static final int LONGEST_MILLIS = 1500;
    private static final Pattern HELD =
            Pattern.compile("BEGIN:VEVENT(?:(?!END:VEVENT).)*?STATUS:CONFIRMED.*?END:VEVENT", Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("(SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r]*\r\n");

    private final Random random = new Random(7);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<String, Map<String, List<String>>> saying = new TreeMap<>();
    private final List<String> revisions = new ArrayList<>();
    private String plan = "";

    @ParameterizedTest
    @DatabaseSource
    void publicationSurvivesKillsAndIsInEveryCalendar(TestDatabase database, @TempDir Path folder) throws Exception {
        ServiceSettings settings = database.fresh(folder);
        try (Server first = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient planner = ServiceClient.administrator(first);
            plan = SolvedPlans.createSolvedPlan(planner, first, "camp-3-weeks", 20);
            revisions.add(String.valueOf(planner.get(plan).at("/revision/id")));
            SolvedPlans.giveTimetable(first, plan, 20, 2);
            revisions.add(String.valueOf(planner.get(plan).at("/revision/id")));
            for (String revision : revisions) {
                publish(planner, acknowledged.get());
                saying.put(revision, calendars(planner));
            }
            assertThat(saying.get(revisions.getFirst())).isNotEqualTo(saying.get(revisions.getLast()));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (CommandProcess next = CommandProcess.serve(folder, settings)) {
                ServiceClient planner = next.administrator();
                check(planner);
                disturb(next, planner);
            }
        }
        try (CommandProcess last = CommandProcess.serve(folder, settings)) {
            check(last.administrator());
            publish(last.administrator(), acknowledged.get());
            check(last.administrator());
        }
        assertThat(acknowledged.get()).isGreaterThan(KILLS);
    }

    /** The two revisions in turn. */
    private void publish(ServiceClient planner, int before) {
        ServiceClient based = planner.withHeader("If-Match", planner.get(plan).tag());
        Answer made = based.post(plan + "/publications", Map.of("revision", revisions.get(before % 2)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        acknowledged.set(Integer.parseInt(String.valueOf(made.at("/number"))));
    }

    private void disturb(CommandProcess process, ServiceClient planner) throws Exception {
        int before = acknowledged.get();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var publishing = threads.submit(() -> {
                try {
                    while (true) {
                        publish(planner, acknowledged.get());
                    }
                } catch (UncheckedIOException killed) {
                    return;
                }
            });
            Polling.until("something was published", () -> acknowledged.get() > before || publishing.isDone());
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            process.kill();
            publishing.get();
        }
    }

    private void check(ServiceClient planner) {
        int known = acknowledged.get();
        List<?> all = (List<?>) planner.get(plan + "/publications").at("/items");
        var latest = (Map<?, ?>) all.getFirst();
        int number = Integer.parseInt(String.valueOf(latest.get("number")));
        assertThat(number).isBetween(known, known + 1);
        for (int i = 0; i < all.size(); i++) {
            var one = (Map<?, ?>) all.get(i);
            assertThat(String.valueOf(one.get("number"))).isEqualTo(String.valueOf(number - i));
            assertThat(one.get("revision")).isEqualTo(revisions.get((number - i - 1) % 2));
        }
        acknowledged.set(number);
        assertThat(calendars(planner)).isEqualTo(saying.get(String.valueOf(latest.get("revision"))));
    }

    /** The confirmed events of each calendar, without sequence numbers and timestamps. */
    private Map<String, List<String>> calendars(ServiceClient planner) {
        var calendars = new TreeMap<String, List<String>>();
        var tokens = new TreeSet<String>();
        for (Object each : (List<?>) planner.get(plan + "/links").at("/items")) {
            var link = (Map<?, ?>) each;
            String path = String.valueOf(link.get("calendar")).replaceFirst("^https?://[^/]+", "");
            tokens.add(path);
            Answer feed = planner.withoutContractCheck().get(path);
            assertThat(feed.status()).isEqualTo(200);
            calendars.put(
                    String.valueOf(link.get("id")),
                    HELD.matcher(feed.body())
                            .results()
                            .map(MatchResult::group)
                            .map(event -> COUNTED.matcher(event).replaceAll(""))
                            .sorted()
                            .toList());
        }
        assertThat(tokens).hasSize(calendars.size()).hasSizeGreaterThan(10);
        return calendars;
    }
}
