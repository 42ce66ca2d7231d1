package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures all figures of subscribed calendars and prints each on a line. Every response is verified. {@code examples/benchmark feeds} runs it.
 */
public final class FeedBenchmark {
    private static final Map<String, Integer> USUAL =
            Map.of("--starts", 3, "--seconds", 15, "--minutes", 10, "--connections", 3);

    private final Path launcher =
            Path.of("..", "..", "grundskema").toAbsolutePath().normalize();
    private final Path year;
    private final Path other;
    private final Path municipality;
    private final BenchmarkOptions options;

    private FeedBenchmark(List<String> files, BenchmarkOptions options) {
        this.year = Path.of(files.get(0));
        this.other = Path.of(files.get(1));
        this.municipality = Path.of(files.get(2));
        this.options = options;
    }

    /**
     * Measures all.
     *
     * @param args problem files: of a school whose calendars have as many events as a school year has, of a small one like it, and of a
     *             municipality; then options and their numbers in turn
     */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        new FeedBenchmark(words.subList(0, 3), BenchmarkOptions.parse(USUAL, words.subList(3, words.size()))).run();
    }

    private void run() throws Exception {
        Machine.printLoad("begins");
        Path all = Files.createTempDirectory("grundskema-figures");
        try {
            Path folder = all.resolve("service");
            SubscribedPlan small;
            SubscribedPlan full;
            SubscribedPlan large;
            try (var service = MeasuredService.start(launcher, folder)) {
                ServiceClient client = service.administrator();
                small = plan(client, "A small school", other);
                full = plan(client, "A school year", year);
                large = plan(client, "A municipality", municipality);
            }
            measureColdFeeds(folder, full, small);
            try (var service = MeasuredService.start(launcher, folder)) {
                ColdFeedBenchmark.warmUp(service.port(), small);
                measure(service, full.withClient(service.administrator()), large.withClient(service.administrator()));
            }
        } finally {
            Machine.deleteFolder(all);
        }
        Machine.printLoad("ends");
    }

    private static SubscribedPlan plan(ServiceClient client, String title, Path file) throws Exception {
        if (JsonTreeParser.parse(Files.readString(file)) instanceof ReadResult.Success<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> read) {
            Map<String, Object> problem = new HashMap<>();
            read.forEach((key, value) -> problem.put(String.valueOf(key), value));
            SubscribedPlan plan = SubscribedPlan.of(BenchmarkPlan.of(client, title, problem), problem, 2_000);
            System.out.printf(
                    "%s: %d calendars, %d of them of a year%n",
                    title, plan.calendars().size(), plan.yearCalendars().size());
            return plan;
        }
        throw new IllegalStateException("The file (%s) is no JSON.".formatted(file));
    }

    private void measureColdFeeds(Path folder, SubscribedPlan year, SubscribedPlan other) throws Exception {
        var first = new ColdFeedBenchmark();
        var published = new ColdFeedBenchmark();
        double cold = 0;
        double fresh = 0;
        for (int start = 1; start <= options.number("--starts"); start++) {
            try (var service = MeasuredService.start(launcher, folder)) {
                ColdFeedBenchmark.warmUp(service.port(), other);
                SubscribedPlan here = year.withClient(service.administrator());
                double begun = service.processorSeconds();
                first.ask(service.port(), here.yearCalendars(), "");
                cold += service.processorSeconds() - begun;
                String mark = "start " + start;
                here.rename(mark);
                begun = service.processorSeconds();
                here.publish();
                published.ask(service.port(), here.yearCalendars(), mark);
                fresh += service.processorSeconds() - begun;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "of the processor's time %.1f ms for each of the first, %.1f ms for each of the others with the publication%n",
                1000 * cold / first.size(),
                1000 * fresh / published.size());
        first.print("calendar of a year that nobody has asked for since the start");
        published.print("calendar of a year that was published just now");
    }

    private void measure(MeasuredService service, SubscribedPlan year, SubscribedPlan large) throws Exception {
        var unchanged = new UnchangedFeedBenchmark(service.port(), year.yearCalendars());
        unchanged.ask(options.number("--connections"), 5);
        double worked = service.processorSeconds();
        LatencyResult waited = unchanged.ask(options.number("--connections"), options.number("--seconds"));
        waited.print("calendar that hasn't changed, %d connections".formatted(options.number("--connections")));
        System.out.printf(
                Locale.ROOT,
                "of the processor's time %.2f ms for each of these%n",
                (service.processorSeconds() - worked) * 1000 / waited.micros().length);
        var spreading = new PublicationSpreadBenchmark(service, large);
        for (String mark : List.of("første", "anden", "tredje")) {
            spreading.print(mark);
        }
        spreading.printAlone("fjerde");
        List<SubscribedCalendar> all = new ArrayList<>(year.yearCalendars());
        all.addAll(large.calendars());
        var crowds = new CrowdBenchmark(service.port(), all);
        crowds.measureGuessing();
        crowds.measureRushMinute();
        measureMixedLoad(service, all);
    }

    /** Measures for many minutes while a solve runs. */
    private void measureMixedLoad(MeasuredService service, List<SubscribedCalendar> calendars) throws Exception {
        BenchmarkPlan other = BenchmarkPlan.of(
                service.administrator(), "solved meanwhile", TestServices.exampleProblem("school-30-classes"));
        String solve = other.solve(Map.of("seconds", 86_400));
        other.await(solve, "RUNNING");
        var requests = new MixedLoad(calendars);
        var clients = new LoadGenerator(service.port(), 16);
        clients.runPaced(300, 60, requests);
        long before = service.liveMegabytes();
        LatencyResult waited = clients.runPaced(300, 60 * options.number("--minutes"), requests);
        long after = service.liveMegabytes();
        waited.print("mixed requests for %d minutes, one solve running".formatted(options.number("--minutes")));
        System.out.println("answers: " + requests.answerCounts());
        System.out.printf(
                "live heap: %d MB before, %d MB after; resident memory %d MB%n", before, after, service.megabytes());
        if (!service.administrator().get(solve).at("/state").equals("RUNNING")) {
            throw new IllegalStateException("The solve didn't run all the time.");
        }
        service.administrator().post(solve + "/stop", Map.of());
        other.await(solve, "DONE");
    }
}
