package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.IdempotencyRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyFilterTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";

    @TempDir
    Path folder;

    private static Answer post(ServiceClient client, String key, String title) {
        return client.withHeader("Idempotency-Key", key)
                .post(PLANS, Map.of("title", title, "problem", TestServices.exampleProblem("camp-3-weeks")));
    }

    private static long plans(Server server, String title) {
        return server.bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM plan WHERE title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @DatabaseSource
    void theSameAgainGetsTheSameAnswerAndDoesNothing(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
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

    /** Uploaded files are deleted once their request is answered. */
    @ParameterizedTest
    @DatabaseSource
    void theSameFilesAgainMakeNoSecondPlan(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server).withHeader("Idempotency-Key", "key-files");
        String imports = "/api/v1/organisations/home/imports?createPlan=true&acceptWarnings=true&title=Filer";
        Path file = Path.of("../imports/src/test/resources/dk/grundskema/api/imports/systems/small-asc.xml");
        List<UploadedFile> files = List.of(UploadedFile.of("files", file));
        Answer first = client.upload(imports + "&schoolYear=2026/27", files);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Answer again = client.upload(imports + "&schoolYear=2026/27", files);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        String content = files.getFirst().content();
        Answer other = client.upload(
                imports + "&schoolYear=2026/27",
                List.of(new UploadedFile("files", "small-asc.xml", content.replace("Ole Gran", "Ole Bran"))));
        assertThat(other.at("/code")).isEqualTo("rest.idempotency-other");
        assertThat(plans(server, "Filer")).isEqualTo(1);
    }

    @ParameterizedTest
    @DatabaseSource
    void somethingElseUnderTheSameKeyIsRefused(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        post(client, "key-2", "Det ene");
        Answer other = post(client, "key-2", "Det andet");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("rest.idempotency-other");
    }

    @ParameterizedTest
    @DatabaseSource
    void refusedRequestIsProcessedAnew(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        Answer refused = client.withHeader("Idempotency-Key", "key-3").post(PLANS, Map.of("title", "Uden"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(post(client, "key-3", "Med").status()).isEqualTo(201);
        assertThat(client.withHeader("Idempotency-Key", "x".repeat(201))
                        .post(PLANS, Map.of())
                        .at("/code"))
                .isEqualTo("rest.idempotency-key");
    }

    @ParameterizedTest
    @DatabaseSource
    void ofManyAtOnceOneDoesIt(TestDatabase database) throws Exception {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
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
    @DatabaseSource
    @Tag("http")
    void idempotencyKeyIsKnownAfterARestartUnlessItIsOld(TestDatabase database) {
        var settings = database.fresh(folder);
        String location;
        try (Server first = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            post(ServiceClient.administrator(first), "key-old", "Gammel");
            first.bean(JdbcClient.class)
                    .sql("UPDATE answered_request SET begun = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'")
                    .update();
            location = post(ServiceClient.administrator(first), "key-5", "Genstart")
                    .header("Location");
        }
        try (Server second = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            var count = second.bean(JdbcClient.class)
                    .sql("SELECT COUNT(*) FROM answered_request")
                    .query(Long.class);
            assertThat(Polling.until(count::single, left -> left == 1))
                    .as("the old answer goes without anybody asking")
                    .isEqualTo(1);
            Answer again = post(ServiceClient.administrator(second), "key-5", "Genstart");
            assertThat(again.header("Location")).isEqualTo(location);
            assertThat(plans(second, "Genstart")).isEqualTo(1);
            assertThat(second.bean(JdbcClient.class)
                            .sql(
                                    "UPDATE answered_request SET fingerprint = NULL, begun = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'")
                            .update())
                    .isEqualTo(1);
            assertThat(post(ServiceClient.administrator(second), "key-5", "Genstart")
                            .at("/code"))
                    .isEqualTo("rest.idempotency-lost");
        }
    }

    private static Answer postAt(TestSchool school, ServiceClient client, String key) {
        return client.withHeader("Idempotency-Key", key)
                .post(
                        school.path() + "/plans",
                        Map.of("title", key, "problem", TestServices.exampleProblem("camp-3-weeks")));
    }

    private static ServiceClient program(Person person, ServiceClient browser, String... scopes) {
        Answer made = browser.post("/api/v1/me/tokens", token(scopes));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return ServiceClient.anonymous(person.school().server()).withToken((String) made.at("/token"));
    }

    private static Map<String, Object> token(String... scopes) {
        String expires = TestClock.now().plus(Duration.ofDays(1)).toString();
        return Map.of("name", "Skriptet", "scopes", List.of(scopes), "expires", expires);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPersonWhoMayNotAskAnyMoreGetsNoOldAnswer(TestDatabase database) {
        Person person = TestSchool.create(TestServices.on(database)).addPerson(Role.PLANNER);
        ServiceClient browser = person.browser();
        Answer first = postAt(person.school(), browser, "key-lost");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        ServiceClient administrator =
                ServiceClient.administrator(person.school().server());
        Answer taken = administrator
                .withHeader("If-Match", administrator.get(person.path()).tag())
                .put(person.path() + "/roles", Map.of("roles", List.of(Map.of("role", "READER"))));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(postAt(person.school(), browser, "key-lost").status()).isEqualTo(403);
        Answer nothing = administrator
                .withHeader("If-Match", taken.tag())
                .put(person.path() + "/roles", Map.of("roles", List.of()));
        assertThat(nothing.status()).as(nothing.body()).isEqualTo(200);
        assertThat(postAt(person.school(), browser, "key-lost").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void aNarrowerTokenOfTheSameAccountGetsNoOldAnswer(TestDatabase database) {
        Person person = TestSchool.create(TestServices.on(database)).addPerson(Role.PLANNER);
        ServiceClient browser = person.browser();
        ServiceClient wide = program(person, browser, "READ", "PLAN", "READ_STUDENTS");
        assertThat(postAt(person.school(), wide, "key-wide").status()).isEqualTo(201);
        assertThat(postAt(person.school(), wide, "key-wide").header("Idempotency-Replayed"))
                .isEqualTo("true");
        ServiceClient narrow = program(person, browser, "READ", "PLAN");
        Answer narrower = postAt(person.school(), narrow, "key-wide");
        assertThat(narrower.status()).isEqualTo(409);
        assertThat(narrower.at("/code")).isEqualTo("rest.idempotency-shown");
        ServiceClient reader = program(person, browser, "READ");
        assertThat(postAt(person.school(), reader, "key-wide").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPersonWhoMayDoSomethingElseByTheSameSessionGetsNoOldAnswer(TestDatabase database) {
        Person person = TestSchool.create(TestServices.on(database)).addPerson(Role.PLANNER);
        ServiceClient browser = person.browser();
        assertThat(postAt(person.school(), browser, "key-raised").status()).isEqualTo(201);
        ServiceClient administrator =
                ServiceClient.administrator(person.school().server());
        Answer raised = administrator
                .withHeader("If-Match", administrator.get(person.path()).tag())
                .put(
                        person.path() + "/roles",
                        Map.of("roles", List.of(Map.of("role", "PLANNER"), Map.of("role", "ADMINISTRATOR"))));
        assertThat(raised.status()).as(raised.body()).isEqualTo(200);
        Answer again = postAt(person.school(), browser, "key-raised");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("rest.idempotency-rights");
    }

    /** Keys can be guessed. An attacker with the key, the account's name and a copy of the database still cannot read the response. */
    @ParameterizedTest
    @DatabaseSource
    void storedAnswerCannotBeReadByTheKeyAlone(TestDatabase database) {
        Person person = TestSchool.create(TestServices.on(database)).addPerson(Role.PLANNER);
        var storedResponses = person.school().server().bean(IdempotencyRepository.class);
        var name = IdempotencyRepository.RequestKey.of(person.id(), "1", "shown");
        assertThat(storedResponses.tryBegin(name)).isTrue();
        var answer = new IdempotencyRepository.StoredResponse("", 201, Map.of(), new byte[] {1, 2, 3});
        storedResponses.storeResponse(name, "asked", answer, null);
        assertThat(storedResponses
                        .findResponse(name, "asked", "", "gone")
                        .orElseThrow()
                        .content())
                .containsExactly(1, 2, 3);
        var guessed = IdempotencyRepository.RequestKey.of(person.id(), "1", "null");
        assertThat(guessed.id()).isEqualTo(name.id());
        assertThatExceptionOfType(RefusalException.class)
                .isThrownBy(() -> storedResponses.findResponse(guessed, "asked", "", "gone"))
                .satisfies(refusal ->
                        assertThat(refusal.findings().getFirst().code()).isEqualTo("rest.idempotency-shown"));
    }

    @ParameterizedTest
    @DatabaseSource
    void anAnswerWithASecretIsGivenOnce(TestDatabase database) {
        Person person = TestSchool.create(TestServices.on(database)).addPerson(Role.PLANNER);
        ServiceClient browser = person.browser().withHeader("Idempotency-Key", "key-secret-" + person.id());
        var asked = token("READ");
        assertThat(browser.post("/api/v1/me/tokens", asked).status()).isEqualTo(201);
        Answer again = browser.post("/api/v1/me/tokens", asked);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("rest.idempotency-secret");
        assertThat(person.browser().get("/api/v1/me/tokens").at("/items/1")).isEqualTo("null");
        ServiceClient administrator = ServiceClient.administrator(
                        person.school().server())
                .withHeader("Idempotency-Key", "key-code-" + person.id());
        assertThat(administrator
                        .post(person.path() + "/password-code", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(administrator
                        .post(person.path() + "/password-code", Map.of())
                        .at("/code"))
                .isEqualTo("rest.idempotency-secret");
    }
}
