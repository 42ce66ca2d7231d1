package dk.grundskema.api.service.subscribe.clients;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.domain.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The camp on a running service, published by a planner over REST. Bo has nothing but his link. */
final class PublishedCampService {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(
            CampPublicationSequence.publications().getFirst().when());

    private final Server server = SharedService.RUNNING;
    private final ServiceClient planner = ServiceClient.administrator(server);
    private final String organisation;
    private final String place;
    private final List<CampPublication> published = new ArrayList<>();

    /** One service for all tests, each with its own plan. Its clock shows the time of the last publication. */
    private static final class SharedService {
        static final Server RUNNING = start();

        private static Server start() {
            try {
                var settings = TestDatabase.H2
                        .fresh(Files.createTempDirectory("grundskema-test"))
                        .with(ServiceSettingKey.LOG_REQUESTS, "true");
                Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings, NOW::get);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PublishedCampService() {
        Answer made = planner.post("/api/v1/organisations/home/organisations", Map.of("name", "Ungdomsskolen"));
        assertStatus(made, 201);
        this.organisation = "/api/v1/organisations/" + made.at("/id");
        this.place = TestPlans.createPlan(planner, organisation, json(ClientCampFixture.problem()))
                .header("Location");
    }

    @SuppressWarnings("unchecked") // a problem is an object
    private static Map<String, Object> json(Problem problem) {
        return (Map<String, Object>) Json.toJava(RecordWriter.toJsonValue(problem));
    }

    /** Gives the plan a timetable, and publishes it. */
    void publish(CampPublication next) {
        NOW.set(next.when());
        var plans = server.bean(PlanStore.class);
        var documents = server.bean(DocumentStore.class);
        Plan plan = plans.get(TestPlans.planIdOf(place));
        StoredDocument.StoredProblem problem =
                documents.problem(plans.revision(plan.head()).problem());
        var change = new RevisionContent(
                "revision.created",
                List.of(),
                problem,
                documents.store(
                        next.timetable(problem.hash(), problem.value().horizon().zone())));
        plans.change(plan.id(), plan.version(), change, new AccountId("tests"));
        assertStatus(clientOnHead().post(place + "/publications", Map.of("confirmOpenSeats", true)), 201);
        published.add(next);
    }

    /** The plan is of another problem from now on. */
    void replaceProblem(Problem other) {
        assertStatus(clientOnHead().put(place + "/problem", Map.of("problem", json(other))), 200);
    }

    private ServiceClient clientOnHead() {
        return planner.withHeader("If-Match", planner.get(place).tag());
    }

    private static void assertStatus(Answer answer, int expected) {
        if (answer.status() != expected) {
            throw new AssertionError("The planner was answered: " + answer);
        }
    }

    /** Advances the clock. */
    void setClock(Instant now) {
        NOW.set(now);
    }

    /** Returns the publications so far. */
    List<CampPublication> published() {
        return List.copyOf(published);
    }

    /** Where Bo's calendar is. */
    URI address() {
        return ((List<?>) planner.get(place + "/links?kind=STAFF").at("/items"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> ClientCampFixture.Person.BO.id().value().equals(one.get("ownerId")))
                        .map(one -> URI.create(String.valueOf(one.get("calendar"))))
                        .findFirst()
                        .orElseThrow();
    }

    /** Where a new link to the year of the camp's organisation leads. */
    URI year() {
        Answer made = planner.post(organisation + "/year-links", Map.of("language", "DA"));
        assertStatus(made, 201);
        return URI.create(String.valueOf(made.at("/calendar")));
    }

    /** The plan is thrown away. */
    void discardPlan() {
        assertStatus(clientOnHead().delete(place), 204);
    }

    /** Returns the feed that subscribers get. */
    HttpResponse<byte[]> answer(URI address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The page of the link. */
    String page() {
        HttpResponse<byte[]> answer = answer(URI.create(address().toString().replaceFirst("\\.ics$", "")));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The calendar as it is served. */
    byte[] bytes() {
        return bytes("");
    }

    /** The same as it is wished. */
    byte[] bytes(String query) {
        HttpResponse<byte[]> answer = answer(URI.create(address() + query));
        if (answer.statusCode() != 200) {
            throw new AssertionError("Bo was answered: " + answer);
        }
        return answer.body();
    }
}
