package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A camp whose plan was published once, with a subscriber of one of its calendars.
 *
 * @param server the service
 * @param place  path of the plan
 * @param plan   the plan
 */
record FollowedCampFixture(Server server, String place, Plan plan) {
    static final Instant PUBLISHED = Instant.parse("2026-08-03T06:30:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static FollowedCampFixture start(Server server) {
        ServiceClient client = ServiceClient.administrator(server);
        String place = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 500);
        Plan plan = server.bean(PlanStore.class).get(TestPlans.planIdOf(place));
        var followed = new FollowedCampFixture(server, place, plan);
        followed.publish(1, PUBLISHED, "Gym on Monday");
        return followed;
    }

    private void publish(int number, Instant at, String note) {
        Revision revision = server.bean(PlanStore.class).revision(plan.head());
        var publicationRepository = server.bean(PublicationRepository.class);
        publicationRepository.setSecretIfMissing(
                plan.id(), "secret of " + plan.id().value());
        var published = new Publication(
                plan.id(),
                number,
                revision.id(),
                revision.problem(),
                Objects.requireNonNull(revision.timetable()),
                new AccountId("tests"),
                at,
                "",
                note,
                List.of());
        publicationRepository.insert(published, new TreeMap<>());
        var events = server.bean(PublishedPlanCache.class).get(published).events();
        server.bean(LinkRepository.class).createMissing(plan, 1, events);
        server.bean(JdbcClient.class)
                .sql("UPDATE feed_link SET created = :created WHERE plan = :plan")
                .param("created", Timestamp.from(at.minusSeconds(1)))
                .param("plan", plan.id().value())
                .update();
    }

    /** Returns the link to the calendar of a person with meetings. */
    FeedLink link() {
        var feeds = server.bean(FeedCalculator.class);
        return links().stream()
                .filter(link -> link.kind() == LinkKind.STAFF
                        && feeds.currentFeed(link).state().events().stream()
                                .anyMatch(one -> one.event().busy()))
                .findFirst()
                .orElseThrow();
    }

    List<FeedLink> links() {
        return server.bean(LinkRepository.class).find(plan.id());
    }

    /** Replaces the stored state of a feed. */
    void storeContent(FeedLink link, byte[] content) {
        server.bean(JdbcClient.class)
                .sql("UPDATE feed_state SET content = :content, step = step + 1 WHERE link = :link")
                .param("content", content)
                .param("link", link.id().value())
                .update();
    }

    /** Sends a request without signing in. */
    HttpResponse<byte[]> send(String method, String path, String... headers) {
        return send(HTTP, method, path, headers);
    }

    /** Sends a form without content. */
    static HttpResponse<byte[]> post(Server server, String path) {
        return send(server, HTTP, "POST", path);
    }

    /** Returns a client with a local address of its own. */
    static HttpClient clientAt(String address) {
        try {
            return HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(address))
                    .build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request as a user. */
    HttpResponse<byte[]> send(HttpClient somebody, String method, String path, String... headers) {
        return send(server, somebody, method, path, headers);
    }

    private static HttpResponse<byte[]> send(
            Server server, HttpClient somebody, String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return somebody.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
