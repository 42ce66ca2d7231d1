package dk.grundskema.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.start.Server;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The whole way from a school's data to a plan that was changed by hand, by a program that knows nothing but the OpenAPI document. */
final class DescribedStoryTest {
    private final Server server = Services.on(Database.H2);
    private final Client client = Services.administrator(server);
    private final DescribedClient program =
            new DescribedClient(client, client.get("/api/v1/openapi.json").body());

    @Test
    void aPlanIsMadeSolvedWatchedChangedAndTakenOut() {
        String home = text(program.call("listOrganisations", Map.of()), "/items/0/id");
        String school = text(
                program.call("createOrganisation", Map.of("organisation", home), Map.of("name", "Søndre Skole")),
                "/id");
        Answer made = program.call(
                "createPlan",
                Map.of("organisation", school, "Idempotency-Key", "story-1"),
                Map.of("title", "Efterår", "problem", Services.example("camp-3-weeks")));
        String plan = text(made, "/id");

        program.call("precheckPlan", Map.of("plan", plan));
        program.call("getWeights", Map.of("plan", plan));
        program.call("getFindings", Map.of("plan", plan));
        program.call("getWeights", Map.of("plan", plan));

        String solve = text(program.call("createSolve", Map.of("plan", plan), Map.of("steps", 2000, "seed", 1)), "/id");
        assertThat(done(solve).at("/standing/conflicts")).isEqualTo(0);
        Answer solved = program.call("getPlan", Map.of("plan", plan));
        assertThat(solved.at("/revision/number")).isEqualTo(2);

        Answer list = program.call("getTimetableWeeks", Map.of("plan", plan));
        String week = text(list, "/weeks/0");
        Answer own = program.call("getTimetableOfStaffMember", Map.of("plan", plan, "id", "bente", "week", week));
        assertThat((List<?>) own.at("/entries")).isNotEmpty();

        String replan = text(program.call("createReplan", Map.of("plan", plan), Map.of("steps", 500)), "/id");
        done(replan);
        program.call("getSolveChanges", Map.of("job", replan));
        program.call(
                "undo",
                Map.of(
                        "plan",
                        plan,
                        "If-Match",
                        program.call("getPlan", Map.of("plan", plan)).tag()));

        program.call("getFidelity", Map.of("plan", plan));
        program.call("getLedger", Map.of("plan", plan));
        assertThat(program.call("exportTimetable", Map.of("plan", plan)).body()).contains("\"meetings\"");
        assertThat(program.call("getSheets", Map.of("plan", plan)).status()).isEqualTo(200);
    }

    /** Asks until the solve has ended. */
    private Answer done(String solve) {
        for (int i = 0; i < 600; i++) {
            Answer answer = program.call("getSolve", Map.of("job", solve));
            if (List.of("DONE", "FAILED").contains(answer.at("/state"))) {
                assertThat(answer.at("/state")).as(answer.body()).isEqualTo("DONE");
                return answer;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("The solve (%s) doesn't end.".formatted(solve));
    }

    private static String text(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return String.valueOf(answer.at(pointer));
    }
}
