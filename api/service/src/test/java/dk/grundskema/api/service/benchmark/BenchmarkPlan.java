package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.service.testing.Polling;
import dk.grundskema.api.service.testing.ServiceClient;
import dk.grundskema.api.service.testing.ServiceClient.Answer;
import java.util.Map;

/**
 * A plan of the service that is measured.
 *
 * @param client who made it
 * @param path   where it is
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

    /** Lets it be planned for so many steps, and waits for that. */
    BenchmarkPlan solveFor(long steps) {
        await(solve(Map.of("steps", steps)), "DONE");
        return this;
    }

    /** Begins a solve; where that is. */
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
