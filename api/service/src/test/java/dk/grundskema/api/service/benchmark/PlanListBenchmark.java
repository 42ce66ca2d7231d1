package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.testing.TestServices;

/** Measures the latency of an organisation's list of plans with many concurrent clients, over REST and as a page. */
final class PlanListBenchmark {
    private static final int PLANS = 51;
    private static final int WARM_UP_SECONDS = 5;
    private static final String REST = "/api/v1/organisations/home/plans";
    private static final String PAGE = "/";

    private final LoadGenerator clients;
    private final int seconds;

    PlanListBenchmark(int port, int seconds, int clients) {
        this.clients = new LoadGenerator(port, clients);
        this.seconds = seconds;
    }

    /** Adds plans until there are {@value #PLANS}, then requests the list. */
    void print(ServiceClient client) throws Exception {
        for (int i = count(client); i < PLANS; i++) {
            BenchmarkPlan.of(client, "Plan " + i, TestServices.exampleProblem("camp-3-weeks"));
        }
        for (String path : new String[] {REST, PAGE}) {
            clients.runSteadily(WARM_UP_SECONDS, (connection, number) -> connection.get(path));
            clients.runSteadily(seconds, (connection, number) -> connection.get(path))
                    .print("list of %d plans, %s, %d clients".formatted(PLANS, path, clients.count()));
        }
    }

    private static int count(ServiceClient client) {
        int count = 0;
        Object next = "";
        while (!next.equals("null")) {
            var page = client.get(REST + (next.equals("") ? "" : "?after=" + next));
            for (int i = 0; !page.at("/items/" + i).equals("null"); i++) {
                count++;
            }
            next = page.at("/next");
        }
        return count;
    }
}
