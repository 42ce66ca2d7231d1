package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.util.Map;

/**
 * A plan of the service that is measured.
 *
 * @param client client that created the plan
 * @param path   path of the plan
 */
record BenchmarkPlan(ServiceClient client, String path) {
    /** Creates a plan of a problem, without a timetable. */
    static BenchmarkPlan of(ServiceClient client, String title, Map<String, ?> problem) {
        Answer made = client.post("/api/v1/organisations/home/plans", Map.of("title", title, "problem", problem));
        if (made.status() != 201) {
            throw new IllegalStateException("No plan could be made: " + made);
        }
        return new BenchmarkPlan(client, made.header("Location"));
    }

    /** Solves the plan for a number of steps and waits for the end. */
    BenchmarkPlan solveFor(long steps) {
        await(solve(Map.of("steps", steps)), "DONE");
        return this;
    }

    /** Starts a solve; returns its path. */
    String solve(Map<String, Object> wishes) {
        Answer answer = client.post(path + "/solves", wishes);
        if (answer.status() != 202) {
            throw new IllegalStateException("The solve was answered so: " + answer);
        }
        return answer.header("Location");
    }

    /** Waits until a solve is in a state. */
    void await(String solve, String state) {
        Answer last = Polling.until(
                () -> client.get(solve),
                now -> now.at("/state").equals(state) || now.at("/state").equals("FAILED"));
        if (!last.at("/state").equals(state)) {
            throw new IllegalStateException("The solve failed: " + last);
        }
    }
}
