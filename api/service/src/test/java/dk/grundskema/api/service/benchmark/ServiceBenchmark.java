package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures all figures of the service and prints each on a line: start time, memory, timetables of the 30-class example per second, duration of an
 * edit with its effect during a solve, and latency of a list of plans for many clients. {@code examples/benchmark service} runs it.
 */
public final class ServiceBenchmark {
    private static final Map<String, Integer> USUAL =
            Map.of("--seconds", 20, "--connections", 8, "--clients", 50, "--edits", 400, "--idle", 60, "--starts", 3);

    private final Path launcher =
            Path.of("..", "..", "grundskema").toAbsolutePath().normalize();
    private final BenchmarkOptions options;

    private ServiceBenchmark(BenchmarkOptions options) {
        this.options = options;
    }

    /** @param args options and their numbers in turn */
    public static void main(String[] args) throws Exception {
        new ServiceBenchmark(BenchmarkOptions.parse(USUAL, List.of(args))).run();
    }

    private void run() throws Exception {
        Machine.printLoad("begins");
        Path all = Files.createTempDirectory("grundskema-figures");
        try {
            measureFreshStarts(all);
            Path folder = all.resolve("service");
            try (MeasuredService first = MeasuredService.start(launcher, folder)) {
                plan(first.administrator(), "planned");
            }
            measureStartsWithData(folder);
            try (MeasuredService service = MeasuredService.start(launcher, folder)) {
                measure(service);
            }
        } finally {
            Machine.deleteFolder(all);
        }
        Machine.printLoad("ends");
    }

    private void measureFreshStarts(Path all) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < options.number("--starts"); i++) {
            try (MeasuredService service = MeasuredService.start(launcher, all.resolve("new-" + i))) {
                seconds.add(service.readyAfter());
            }
        }
        printReadyTimes("new database", seconds);
    }

    private void measureStartsWithData(Path folder) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < options.number("--starts"); i++) {
            try (MeasuredService service = MeasuredService.start(launcher, folder)) {
                seconds.add(service.readyAfter());
            }
        }
        printReadyTimes("existing database", seconds);
    }

    private static void printReadyTimes(String what, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "ready, %s: median %.2f s, longest %.2f s (%d starts)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getLast(),
                sorted.size());
    }

    private void measure(MeasuredService service) throws Exception {
        printIdleMemory(service, "after its start");
        ServiceClient client = service.administrator();
        String plan = firstPlan(client);
        new StaffTimetableBenchmark(service.port(), options.number("--seconds"), options.number("--connections"))
                .print(client, plan);
        printIdleMemory(service, "after these requests");
        HandEditBenchmark.of(client, plan, options.number("--edits")).print("no solve running");
        BenchmarkPlan second = plan(client, "edited beside a solve");
        var edits = HandEditBenchmark.of(client, second.path(), options.number("--edits"));
        BenchmarkPlan other = plan(client, "solved meanwhile");
        String solve = other.solve(Map.of("seconds", 86_400));
        other.await(solve, "RUNNING");
        edits.print("one solve running");
        System.out.printf("resident memory while a solve runs: %d MB%n", service.megabytes());
        if (!client.get(solve).at("/state").equals("RUNNING")) {
            throw new IllegalStateException("The solve didn't run all the time: " + client.get(solve));
        }
        client.post(solve + "/stop", Map.of());
        other.await(solve, "DONE");
        new PlanListBenchmark(service.port(), options.number("--seconds"), options.number("--clients")).print(client);
        printIdleMemory(service, "after all of this");
    }

    private void printIdleMemory(MeasuredService service, String when) throws IOException, InterruptedException {
        Thread.sleep(options.number("--idle") * 1000L);
        System.out.printf(
                "resident memory, idle for %d s %s: %d MB%n", options.number("--idle"), when, service.megabytes());
    }

    private static String firstPlan(ServiceClient client) {
        return "/api/v1/plans/" + client.get("/api/v1/organisations/home/plans").at("/items/0/id");
    }

    /** A plan of the example, with a timetable. */
    private static BenchmarkPlan plan(ServiceClient client, String title) {
        return BenchmarkPlan.of(client, title, TestServices.exampleProblem("school-30-classes"))
                .solveFor(200);
    }
}
