package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.start.Server;
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
 * A camp whose plan was published once, and somebody who follows one of its calendars.
 *
 * @param server the service
 * @param place  where the plan is
 * @param plan   the plan
 */
record Followed(Server server, String place, Plan plan) {
    static final Instant PUBLISHED = Instant.parse("2026-08-03T06:30:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Followed on(Server server) {
        Client client = Services.administrator(server);
        String place = Planned.plan(client, server, "camp-3-weeks", 500);
        Plan plan = server.part(Plans.class).get(NewPlan.id(place));
        var followed = new Followed(server, place, plan);
        followed.publish(1, PUBLISHED, "Gym on Monday");
        return followed;
    }

    private void publish(int number, Instant at, String note) {
        Revision revision = server.part(Plans.class).revision(plan.head());
        var rows = server.part(PublicationRows.class);
        rows.giveSecret(plan.id(), "secret of " + plan.id().value());
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
        rows.insert(published, new TreeMap<>());
        var events = server.part(PublishedCalendars.class).of(published).events();
        server.part(Links.class).make(plan, 1, events);
        server.part(JdbcClient.class)
                .sql("UPDATE feed_link SET created = :created WHERE plan = :plan")
                .param("created", Timestamp.from(at.minusSeconds(1)))
                .param("plan", plan.id().value())
                .update();
    }

    /** The link to the calendar of somebody who has something to do. */
    Link link() {
        var feeds = server.part(Feeds.class);
        return links().stream()
                .filter(link -> link.kind() == LinkKind.STAFF
                        && feeds.now(link).state().events().stream()
                                .anyMatch(one -> one.event().busy()))
                .findFirst()
                .orElseThrow();
    }

    List<Link> links() {
        return server.part(Links.class).of(plan.id());
    }

    /** Lets what is kept of a feed be something else. */
    void keep(Link link, byte[] content) {
        server.part(JdbcClient.class)
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

    /** The same by somebody with an address of their own on this machine. */
    static HttpClient somebodyAt(String address) {
        try {
            return HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(address))
                    .build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request as somebody. */
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
