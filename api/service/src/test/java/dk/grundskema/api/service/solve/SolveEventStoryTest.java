package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("http")
final class SolveEventStoryTest {
    private static String aSolve(ServiceClient client, Map<String, ?> asked) {
        String plan = TestPlans.createCampPlan(client);
        return client.post(plan + "/solves", asked).header("Location");
    }

    @Test
    void eventStreamReportsProgressUntilTheSolveEnds() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String job = aSolve(client, Map.of("seconds", 4));

        List<ServerSentEvent> heard = ServerSentEvent.receive(Integer.MAX_VALUE, client, job, null);

        assertThat(heard).hasSizeGreaterThan(2);
        assertThat(heard).extracting(ServerSentEvent::id).isSorted();
        assertThat(heard.getLast().name()).isEqualTo("ended");
        assertThat(heard.getLast().data()).contains("\"DONE\"", "Done · ");
        assertThat(heard.subList(0, heard.size() - 1))
                .extracting(ServerSentEvent::name)
                .containsOnly("progress");
    }

    @Test
    void resumedEventStreamReportsOnlyNewEvents() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String job = aSolve(client, Map.of("steps", 1_000_000_000));
        List<ServerSentEvent> first = ServerSentEvent.receive(2, client, job, null);
        String known = String.valueOf(first.getLast().id());

        List<ServerSentEvent> second = ServerSentEvent.receive(1, client, job, known);
        assertThat(second.getFirst().id()).isGreaterThan(first.getLast().id());

        client.post(job + "/stop", Map.of());
        Answer ended = Polling.until(() -> client.get(job), Polling::hasEnded);
        assertThat(ended.at("/state")).isEqualTo("DONE");
        List<ServerSentEvent> last = ServerSentEvent.receive(Integer.MAX_VALUE, client, job, known);
        assertThat(last).extracting(ServerSentEvent::name).containsExactly("ended");
        assertThat(ServerSentEvent.listen(
                                client, job, String.valueOf(last.getLast().id()))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void eventStreamsHoldNoDatabaseConnection() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String job = aSolve(client, Map.of("steps", 1_000_000_000));
        var open = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> ServerSentEvent.listen(client, job, null))
                .toList();

        assertThat(open).allMatch(one -> one.statusCode() == 200);
        assertThat(client.get(job).status()).isEqualTo(200);

        client.post(job + "/stop", Map.of());
        open.forEach(one -> assertThat(one.body().toList()).contains("event:ended"));
    }
}
