package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";

    @TempDir
    Path folder;

    private static Answer post(Client client, String key, String title) {
        return client.with("Idempotency-Key", key)
                .post(PLANS, Map.of("title", title, "problem", Services.example("camp-3-weeks")));
    }

    private static long plans(Server server, String title) {
        return server.part(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM plan WHERE title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void theSameAgainGetsTheSameAnswerAndDoesNothing(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        Answer first = post(client, "key-1", "Én gang");
        Answer again = post(client, "key-1", "Én gang");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.tag()).isEqualTo(first.tag());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(plans(server, "Én gang")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void somethingElseUnderTheSameKeyIsRefused(Database database) {
        Client client = Services.administrator(Services.on(database));
        post(client, "key-2", "Det ene");
        Answer other = post(client, "key-2", "Det andet");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("rest.idempotency-other");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRefusedIsAskedAnew(Database database) {
        Client client = Services.administrator(Services.on(database));
        Answer refused = client.with("Idempotency-Key", "key-3").post(PLANS, Map.of("title", "Uden"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(post(client, "key-3", "Med").status()).isEqualTo(201);
        assertThat(client.with("Idempotency-Key", "x".repeat(201))
                        .post(PLANS, Map.of())
                        .at("/code"))
                .isEqualTo("rest.idempotency-key");
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneDoesIt(Database database) throws Exception {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        Callable<Answer> ask = () -> post(client, "key-4", "Samtidig");
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Answer> answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask))) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
            }
        }
        assertThat(plans(server, "Samtidig")).isEqualTo(1);
        assertThat(post(client, "key-4", "Samtidig").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void itIsKnownAfterARestartToo(Database database) {
        var settings = database.fresh(folder);
        String location;
        try (Server first = Server.start(new PluginHouse(), settings)) {
            location = post(Services.administrator(first), "key-5", "Genstart").header("Location");
        }
        try (Server second = Server.start(new PluginHouse(), settings)) {
            Answer again = post(Services.administrator(second), "key-5", "Genstart");
            assertThat(again.header("Location")).isEqualTo(location);
            assertThat(plans(second, "Genstart")).isEqualTo(1);
            assertThat(second.part(JdbcClient.class)
                            .sql(
                                    "UPDATE answered_request SET fingerprint = NULL, begun = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'")
                            .update())
                    .isEqualTo(1);
            assertThat(post(Services.administrator(second), "key-5", "Genstart").at("/code"))
                    .isEqualTo("rest.idempotency-lost");
        }
    }
}
