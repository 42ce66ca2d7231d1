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
import java.util.Set;

/**
 * All figures of calendars that people follow, one after the other, on a line each; every answer is looked at. {@code examples/benchmark feeds}
 * runs it.
 */
public final class FeedFigures {
    private static final Set<String> OPTIONS =
            Set.of("--classes", "--starts", "--seconds", "--minutes", "--connections");

    private final Path launcher = Path.of("..", "grundskema").toAbsolutePath().normalize();
    private final Path municipality;
    private final Map<String, Integer> asked;

    private FeedFigures(Path municipality, Map<String, Integer> asked) {
        this.municipality = municipality;
        this.asked = asked;
    }

    /** @param args the problem file of a municipality, then options and their numbers in turn */
    public static void main(String[] args) throws Exception {
        var asked = new HashMap<String, Integer>(
                Map.of("--classes", 30, "--starts", 3, "--seconds", 15, "--minutes", 10, "--connections", 3));
        for (int i = 1; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                System.err.println("There are: " + OPTIONS.stream().sorted().toList() + ", each with a number.");
                System.exit(2);
            }
            asked.put(args[i], Integer.parseInt(args[i + 1]));
        }
        new FeedFigures(Path.of(args[0]), asked).print();
    }

    private int number(String option) {
        return asked.getOrDefault(option, 1);
    }

    private void print() throws Exception {
        Machine.load("begins");
        Path all = Files.createTempDirectory("grundskema-figures");
        try {
            Path folder = all.resolve("service");
            FollowedPlan year;
            FollowedPlan other;
            FollowedPlan large;
            try (var service = MeasuredService.start(launcher, folder)) {
                Client client = service.administrator();
                other = year(client, 3);
                year = year(client, number("--classes"));
                large = large(client);
            }
            cold(folder, year, other);
            try (var service = MeasuredService.start(launcher, folder)) {
                ColdFeeds.warmUp(service.port(), other);
                measure(service, year.at(service.administrator()), large.at(service.administrator()));
            }
        } finally {
            Machine.remove(all);
        }
        Machine.load("ends");
    }

    private static FollowedPlan year(Client client, int classes) throws InterruptedException {
        Map<String, Object> problem = SchoolYear.problem(classes);
        FollowedPlan plan = FollowedPlan.of(MadePlan.of(client, "A school year", problem), problem, 2_000);
        System.out.printf(
                "a school with %d calendars of a year%n",
                plan.ofAbout(SchoolYear.EVENTS).size());
        return plan;
    }

    private FollowedPlan large(Client client) throws Exception {
        if (JsonParsing.parse(Files.readString(municipality)) instanceof Read.Good<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> read) {
            Map<String, Object> problem = new HashMap<>();
            read.forEach((key, value) -> problem.put(String.valueOf(key), value));
            FollowedPlan plan = FollowedPlan.of(MadePlan.of(client, "A municipality", problem), problem, 2_000);
            System.out.printf(
                    "a municipality with %d calendars%n", plan.calendars().size());
            return plan;
        }
        throw new IllegalStateException("The file (%s) is no JSON.".formatted(municipality));
    }

    private void cold(Path folder, FollowedPlan year, FollowedPlan other) throws Exception {
        var first = new ColdFeeds();
        var published = new ColdFeeds();
        double cold = 0;
        double fresh = 0;
        for (int start = 1; start <= number("--starts"); start++) {
            try (var service = MeasuredService.start(launcher, folder)) {
                ColdFeeds.warmUp(service.port(), other);
                FollowedPlan here = year.at(service.administrator());
                double begun = service.processorSeconds();
                first.ask(service.port(), here.ofAbout(SchoolYear.EVENTS), "");
                cold += service.processorSeconds() - begun;
                String mark = "start " + start;
                here.rename(mark);
                begun = service.processorSeconds();
                here.publish();
                published.ask(service.port(), here.ofAbout(SchoolYear.EVENTS), mark);
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
        var unchanged = new UnchangedFeeds(service.port(), year.ofAbout(SchoolYear.EVENTS));
        unchanged.ask(number("--connections"), 5);
        double worked = service.processorSeconds();
        Waited waited = unchanged.ask(number("--connections"), number("--seconds"));
        waited.print("calendar that hasn't changed, %d connections".formatted(number("--connections")));
        System.out.printf(
                Locale.ROOT,
                "of the processor's time %.2f ms for each of these%n",
                (service.processorSeconds() - worked) * 1000 / waited.micros().length);
        var spreading = new Spreading(service, large);
        for (String mark : List.of("første", "anden", "tredje")) {
            spreading.print(mark);
        }
        spreading.printAlone("fjerde");
        List<FollowedCalendar> all = new ArrayList<>(year.ofAbout(SchoolYear.EVENTS));
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
        Waited waited = clients.paced(300, 60 * number("--minutes"), requests);
        long after = service.liveMegabytes();
        waited.print("mixed requests for %d minutes, one solve running".formatted(number("--minutes")));
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
