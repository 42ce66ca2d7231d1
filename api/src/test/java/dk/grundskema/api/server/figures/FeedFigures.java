package dk.grundskema.api.server.figures;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All figures of calendars that people follow, one after the other, on a line each; every answer is looked at. {@code examples/benchmark feeds}
 * runs it.
 */
public final class FeedFigures {
    private static final Map<String, Integer> USUAL =
            Map.of("--starts", 3, "--seconds", 15, "--minutes", 10, "--connections", 3);

    private final Path launcher = Path.of("..", "grundskema").toAbsolutePath().normalize();
    private final Path year;
    private final Path other;
    private final Path municipality;
    private final Asked asked;

    private FeedFigures(List<String> files, Asked asked) {
        this.year = Path.of(files.get(0));
        this.other = Path.of(files.get(1));
        this.municipality = Path.of(files.get(2));
        this.asked = asked;
    }

    /**
     * Measures all.
     *
     * @param args problem files: of a school whose calendars have as many events as a school year has, of a small one like it, and of a
     *             municipality; then options and their numbers in turn
     */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        new FeedFigures(words.subList(0, 3), Asked.of(USUAL, words.subList(3, words.size()))).print();
    }

    private void print() throws Exception {
        Machine.load("begins");
        Path all = Files.createTempDirectory("grundskema-figures");
        try {
            Path folder = all.resolve("service");
            FollowedPlan small;
            FollowedPlan full;
            FollowedPlan large;
            try (var service = MeasuredService.start(launcher, folder)) {
                Client client = service.administrator();
                small = plan(client, "A small school", other);
                full = plan(client, "A school year", year);
                large = plan(client, "A municipality", municipality);
            }
            cold(folder, full, small);
            try (var service = MeasuredService.start(launcher, folder)) {
                ColdFeeds.warmUp(service.port(), small);
                measure(service, full.at(service.administrator()), large.at(service.administrator()));
            }
        } finally {
            Machine.remove(all);
        }
        Machine.load("ends");
    }

    private static FollowedPlan plan(Client client, String title, Path file) throws Exception {
        if (JsonParsing.parse(Files.readString(file)) instanceof Read.Good<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> read) {
            Map<String, Object> problem = new HashMap<>();
            read.forEach((key, value) -> problem.put(String.valueOf(key), value));
            FollowedPlan plan = FollowedPlan.of(MadePlan.of(client, title, problem), problem, 2_000);
            System.out.printf(
                    "%s: %d calendars, %d of them of a year%n",
                    title, plan.calendars().size(), plan.ofAYear().size());
            return plan;
        }
        throw new IllegalStateException("The file (%s) is no JSON.".formatted(file));
    }

    private void cold(Path folder, FollowedPlan year, FollowedPlan other) throws Exception {
        var first = new ColdFeeds();
        var published = new ColdFeeds();
        double cold = 0;
        double fresh = 0;
        for (int start = 1; start <= asked.number("--starts"); start++) {
            try (var service = MeasuredService.start(launcher, folder)) {
                ColdFeeds.warmUp(service.port(), other);
                FollowedPlan here = year.at(service.administrator());
                double begun = service.processorSeconds();
                first.ask(service.port(), here.ofAYear(), "");
                cold += service.processorSeconds() - begun;
                String mark = "start " + start;
                here.rename(mark);
                begun = service.processorSeconds();
                here.publish();
                published.ask(service.port(), here.ofAYear(), mark);
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

    private void measure(MeasuredService service, FollowedPlan year, FollowedPlan large) throws Exception {
        var unchanged = new UnchangedFeeds(service.port(), year.ofAYear());
        unchanged.ask(asked.number("--connections"), 5);
        double worked = service.processorSeconds();
        Waited waited = unchanged.ask(asked.number("--connections"), asked.number("--seconds"));
        waited.print("calendar that hasn't changed, %d connections".formatted(asked.number("--connections")));
        System.out.printf(
                Locale.ROOT,
                "of the processor's time %.2f ms for each of these%n",
                (service.processorSeconds() - worked) * 1000 / waited.micros().length);
        var spreading = new Spreading(service, large);
        for (String mark : List.of("første", "anden", "tredje")) {
            spreading.print(mark);
        }
        spreading.printAlone("fjerde");
        List<FollowedCalendar> all = new ArrayList<>(year.ofAYear());
        all.addAll(large.calendars());
        var crowds = new ManyClients(service.port(), all);
        crowds.guess();
        crowds.minute();
        mixed(service, all);
    }

    /** For many minutes, beside a solve. */
    private void mixed(MeasuredService service, List<FollowedCalendar> calendars) throws Exception {
        MadePlan other =
                MadePlan.of(service.administrator(), "solved meanwhile", Services.example("school-30-classes"));
        String solve = other.solve(Map.of("seconds", 86_400));
        other.await(solve, "RUNNING");
        var requests = new MixedRequests(calendars);
        var clients = new Clients(service.port(), 16);
        clients.paced(300, 60, requests);
        long before = service.liveMegabytes();
        Waited waited = clients.paced(300, 60 * asked.number("--minutes"), requests);
        long after = service.liveMegabytes();
        waited.print("mixed requests for %d minutes, one solve running".formatted(asked.number("--minutes")));
        System.out.println("answers: " + requests.answers());
        System.out.printf(
                "live heap: %d MB before, %d MB after; resident memory %d MB%n", before, after, service.megabytes());
        if (!service.administrator().get(solve).at("/state").equals("RUNNING")) {
            throw new IllegalStateException("The solve didn't run all the time.");
        }
        service.administrator().post(solve + "/stop", Map.of());
        other.await(solve, "DONE");
    }
}
