package dk.grundskema.api.server.figures;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All figures of the service, one after the other, on a line each: how soon it is ready, what it takes of memory, how many timetables of the
 * 30-class example it shows, how long an edit with its effect takes while a solve is running, and what many clients wait for a list of plans.
 * {@code examples/benchmark service} runs it.
 */
public final class ServiceFigures {
    private static final Map<String, Integer> USUAL =
            Map.of("--seconds", 20, "--connections", 8, "--clients", 50, "--edits", 400, "--idle", 60, "--starts", 3);

    private final Path launcher = Path.of("..", "grundskema").toAbsolutePath().normalize();
    private final Asked asked;

    private ServiceFigures(Asked asked) {
        this.asked = asked;
    }

    /** @param args options and their numbers in turn */
    public static void main(String[] args) throws Exception {
        new ServiceFigures(Asked.of(USUAL, List.of(args))).print();
    }

    private void print() throws Exception {
        Machine.load("begins");
        Path all = Files.createTempDirectory("grundskema-figures");
        try {
            startsWithNothing(all);
            Path folder = all.resolve("service");
            try (MeasuredService first = MeasuredService.start(launcher, folder)) {
                plan(first.administrator(), "planned");
            }
            startsWithData(folder);
            try (MeasuredService service = MeasuredService.start(launcher, folder)) {
                measure(service);
            }
        } finally {
            Machine.remove(all);
        }
        Machine.load("ends");
    }

    private void startsWithNothing(Path all) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < asked.number("--starts"); i++) {
            try (MeasuredService service = MeasuredService.start(launcher, all.resolve("new-" + i))) {
                seconds.add(service.readyAfter());
            }
        }
        ready("new database", seconds);
    }

    private void startsWithData(Path folder) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < asked.number("--starts"); i++) {
            try (MeasuredService service = MeasuredService.start(launcher, folder)) {
                seconds.add(service.readyAfter());
            }
        }
        ready("existing database", seconds);
    }

    private static void ready(String what, List<Double> seconds) {
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
        idle(service, "after its start");
        Client client = service.administrator();
        String plan = firstPlan(client);
        new StaffTimetables(service.port(), asked.number("--seconds"), asked.number("--connections"))
                .print(client, plan);
        idle(service, "after these requests");
        HandEdits.of(client, plan, asked.number("--edits")).print("no solve running");
        MadePlan second = plan(client, "edited beside a solve");
        var edits = HandEdits.of(client, second.path(), asked.number("--edits"));
        MadePlan other = plan(client, "solved meanwhile");
        String solve = other.solve(Map.of("seconds", 86_400));
        other.await(solve, "RUNNING");
        edits.print("one solve running");
        System.out.printf("resident memory while a solve runs: %d MB%n", service.megabytes());
        if (!client.get(solve).at("/state").equals("RUNNING")) {
            throw new IllegalStateException("The solve didn't run all the time: " + client.get(solve));
        }
        client.post(solve + "/stop", Map.of());
        other.await(solve, "DONE");
        new PlanLists(service.port(), asked.number("--seconds"), asked.number("--clients")).print(client);
        idle(service, "after all of this");
    }

    private void idle(MeasuredService service, String when) throws IOException, InterruptedException {
        Thread.sleep(asked.number("--idle") * 1000L);
        System.out.printf(
                "resident memory, idle for %d s %s: %d MB%n", asked.number("--idle"), when, service.megabytes());
    }

    private static String firstPlan(Client client) {
        return "/api/v1/plans/" + client.get("/api/v1/organisations/home/plans").at("/items/0/id");
    }

    /** A plan of the example, with a timetable. */
    private static MadePlan plan(Client client, String title) {
        return MadePlan.of(client, title, Services.example("school-30-classes")).planned(200);
    }
}
