package dk.grundskema.api.feeds.clients;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
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
final class ServedCamp {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicReference<Instant> NOW =
            new AtomicReference<>(CampStory.publications().getFirst().when());

    private final Server server = Service.RUNNING;
    private final Client planner = Services.administrator(server);
    private final String organisation;
    private final String place;
    private final List<Publication> published = new ArrayList<>();

    /** One for all tests; each has a plan of its own. Its clock shows when the last publication was. */
    private static final class Service {
        static final Server RUNNING = start();

        private static Server start() {
            try {
                var settings = Database.H2
                        .fresh(Files.createTempDirectory("grundskema-test"))
                        .with(Setting.LOG_REQUESTS, "true");
                Server server = Server.start(new PluginHouse(), settings, NOW::get);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ServedCamp() {
        Answer made = planner.post("/api/v1/organisations/home/organisations", Map.of("name", "Ungdomsskolen"));
        ok(made, 201);
        this.organisation = "/api/v1/organisations/" + made.at("/id");
        this.place = NewPlan.made(planner, organisation, json(Camp.problem())).header("Location");
    }

    @SuppressWarnings("unchecked") // a problem is an object
    private static Map<String, Object> json(Problem problem) {
        return (Map<String, Object>) Json.toJava(RecordWriter.json(problem));
    }

    /** Gives the plan a timetable, and publishes it. */
    void publish(Publication next) {
        NOW.set(next.when());
        var plans = server.part(Plans.class);
        var documents = server.part(Documents.class);
        Plan plan = plans.get(NewPlan.id(place));
        Kept.OfProblem problem = documents.problem(plans.revision(plan.head()).problem());
        var change = new Change(
                "revision.created",
                List.of(),
                problem,
                documents.keep(
                        next.timetable(problem.hash(), problem.value().horizon().zone())));
        plans.change(plan.id(), plan.version(), change, new AccountId("tests"));
        ok(based().post(place + "/publications", Map.of()), 201);
        published.add(next);
    }

    /** The plan is of another problem from now on. */
    void become(Problem other) {
        ok(based().put(place + "/problem", Map.of("problem", json(other))), 200);
    }

    private Client based() {
        return planner.with("If-Match", planner.get(place).tag());
    }

    private static void ok(Answer answer, int expected) {
        if (answer.status() != expected) {
            throw new AssertionError("The planner was answered: " + answer);
        }
    }

    /** Lets time pass. */
    void at(Instant now) {
        NOW.set(now);
    }

    /** What was published until now. */
    List<Publication> published() {
        return List.copyOf(published);
    }

    /** Where Bo's calendar is. */
    URI address() {
        return ((List<?>) planner.get(place + "/links?kind=STAFF").at("/items"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> Camp.Person.BO.id().value().equals(one.get("ownerId")))
                        .map(one -> URI.create(String.valueOf(one.get("calendar"))))
                        .findFirst()
                        .orElseThrow();
    }

    /** Where a new link to the year of the camp's organisation leads. */
    URI year() {
        Answer made = planner.post(organisation + "/year-links", Map.of("language", "DA"));
        ok(made, 201);
        return URI.create(String.valueOf(made.at("/calendar")));
    }

    /** The plan is thrown away. */
    void goes() {
        ok(based().delete(place), 204);
    }

    /** What whoever follows a calendar gets. */
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
