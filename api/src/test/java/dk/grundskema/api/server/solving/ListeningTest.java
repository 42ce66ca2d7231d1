package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;

@Tag("full")
final class ListeningTest {
    private static String aSolve(Client client, Map<String, ?> asked) {
        String plan = NewPlan.of(client);
        return client.post(plan + "/solves", asked).header("Location");
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverListensIsToldHowItStandsUntilItEnds(Database database) {
        Client client = Services.administrator(Services.on(database));
        String job = aSolve(client, Map.of("seconds", 4));

        List<Heard> heard = Heard.atLeast(Integer.MAX_VALUE, client, job, null);

        assertThat(heard).hasSizeGreaterThan(2);
        assertThat(heard).extracting(Heard::id).isSorted();
        assertThat(heard.getLast().name()).isEqualTo("ended");
        assertThat(heard.getLast().data()).contains("\"DONE\"", "Done · ");
        assertThat(heard.subList(0, heard.size() - 1)).extracting(Heard::name).containsOnly("progress");
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverComesBackIsToldOnlyWhatIsNew(Database database) {
        Client client = Services.administrator(Services.on(database));
        String job = aSolve(client, Map.of("steps", 1_000_000_000));
        List<Heard> first = Heard.atLeast(2, client, job, null);
        String known = String.valueOf(first.getLast().id());

        List<Heard> second = Heard.atLeast(1, client, job, known);
        assertThat(second.getFirst().id()).isGreaterThan(first.getLast().id());

        client.post(job + "/stop", Map.of());
        Answer ended = Waiting.until(() -> client.get(job), Waiting::hasEnded);
        assertThat(ended.at("/state")).isEqualTo("DONE");
        List<Heard> last = Heard.atLeast(Integer.MAX_VALUE, client, job, known);
        assertThat(last).extracting(Heard::name).containsExactly("ended");
        assertThat(Heard.listen(client, job, String.valueOf(last.getLast().id()))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @DatabaseSource
    void manyWhoListenHoldNoConnectionToTheDatabase(Database database) {
        Client client = Services.administrator(Services.on(database));
        String job = aSolve(client, Map.of("steps", 1_000_000_000));
        var open = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> Heard.listen(client, job, null))
                .toList();

        assertThat(open).allMatch(one -> one.statusCode() == 200);
        assertThat(client.get(job).status()).isEqualTo(200);

        client.post(job + "/stop", Map.of());
        open.forEach(one -> assertThat(one.body().toList()).contains("event:ended"));
    }
}
