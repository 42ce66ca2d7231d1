package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.testing.ServiceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server-sent event.
 *
 * @param id   number of the event
 * @param name name of the event
 * @param data content of the event
 */
record ServerSentEvent(long id, String name, String data) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Listens to a solve until a number of events has arrived, or to its end. */
    static List<ServerSentEvent> receive(int most, ServiceClient client, String job, @Nullable String lastEvent) {
        HttpResponse<Stream<String>> answer = listen(client, job, lastEvent);
        if (answer.statusCode() != 200) {
            throw new AssertionError("Nobody may listen: " + answer.statusCode());
        }
        var all = new ArrayList<ServerSentEvent>();
        try (Stream<String> lines = answer.body()) {
            long id = -1;
            String name = "";
            String data = "";
            for (Iterator<String> each = lines.iterator(); all.size() < most && each.hasNext(); ) {
                String line = each.next();
                if (line.startsWith("id:")) {
                    id = Long.parseLong(line.substring(3).strip());
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5);
                } else if (line.isEmpty() && id >= 0) {
                    all.add(new ServerSentEvent(id, name, data));
                    data = "";
                    id = -1;
                }
            }
        }
        return all;
    }

    static HttpResponse<Stream<String>> listen(ServiceClient client, String job, @Nullable String lastEvent) {
        ServiceClient asking = lastEvent == null ? client : client.withHeader("Last-Event-ID", lastEvent);
        HttpRequest request = HttpRequest.newBuilder(URI.create(client.base() + job + "/events"))
                .headers(asking.headers().toArray(String[]::new))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody listens any more.", e);
        }
    }
}
