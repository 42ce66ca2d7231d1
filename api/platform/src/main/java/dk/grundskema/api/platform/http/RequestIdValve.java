package dk.grundskema.api.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Assigns an id to each request; the response and every log line about the request carry it. It is the first valve of the web server, so responses of
 * the web server itself have an id too, such as those to unparsable requests. These never reach the service's filters, so this class also logs and
 * counts them.
 */
public final class RequestIdValve extends ValveBase {
    /** Response header. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final Logger LOG = LoggerFactory.getLogger(RequestIdValve.class);

    private final IdGenerator ids;
    private final ObjectProvider<MeterRegistry> metrics;

    public RequestIdValve(IdGenerator ids, ObjectProvider<MeterRegistry> metrics) {
        super(true);
        this.ids = ids;
        this.metrics = metrics;
    }

    /** Returns the id of the request that this thread handles; empty if it handles none. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long begun = System.nanoTime();
        String known = response.getHeader(HEADER); // set if the request continues on another thread
        String id = known == null ? ids.newCode(12) : known;
        MDC.put(KEY, id);
        if (known == null) {
            response.setHeader(HEADER, id);
        }
        try {
            getNext().invoke(request, response);
        } finally {
            if (ServerHttpObservationFilter.findObservationContext(request).isEmpty()) {
                recordRefusal(response.getStatus(), Duration.ofNanos(System.nanoTime() - begun));
            }
            MDC.remove(KEY);
        }
    }

    /** Logs and counts a request that the web server refused. Neither contains the requested address, because it may be anything. */
    private void recordRefusal(int status, Duration time) {
        LOG.info("A malformed request was answered with status {}.", status);
        HttpStatus known = HttpStatus.resolve(status);
        // Same tags as Spring uses for all other requests: a metric has exactly one set of tags.
        metrics.ifAvailable(registry -> Timer.builder("http.server.requests")
                .tag("error", "none")
                .tag("exception", "none")
                .tag("method", "UNKNOWN")
                .tag("outcome", known == null ? "UNKNOWN" : known.series().name())
                .tag("status", String.valueOf(status))
                .tag("uri", "UNKNOWN")
                .register(registry)
                .record(time));
    }
}
