package dk.grundskema.api.server.platform;

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
 * Gives each request an id that its answer and every line of the log about it carry. It stands before all else in the web server, so that answers of
 * the web server itself have an id, too: those to requests that it can't parse. These never reach the service's filters, so this class also logs
 * and counts them.
 */
public final class RequestId extends ValveBase {
    /** Header of the answer. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final Logger LOG = LoggerFactory.getLogger(RequestId.class);

    private final FreshIds ids;
    private final ObjectProvider<MeterRegistry> metrics;

    RequestId(FreshIds ids, ObjectProvider<MeterRegistry> metrics) {
        super(true);
        this.ids = ids;
        this.metrics = metrics;
    }

    /** The id of the request that this thread answers; empty if it answers none. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long begun = System.nanoTime();
        String known = response.getHeader(HEADER); // of a request that is gone on with on another thread
        String id = known == null ? ids.code(12) : known;
        MDC.put(KEY, id);
        if (known == null) {
            response.setHeader(HEADER, id);
        }
        try {
            getNext().invoke(request, response);
        } finally {
            if (ServerHttpObservationFilter.findObservationContext(request).isEmpty()) {
                refused(response.getStatus(), Duration.ofNanos(System.nanoTime() - begun));
            }
            MDC.remove(KEY);
        }
    }

    /** Logs and counts a request that the web server refused. What it asked for is in neither, for it may be anything. */
    private void refused(int status, Duration time) {
        LOG.info("A malformed request was answered with status {}.", status);
        HttpStatus known = HttpStatus.resolve(status);
        // The same tags as Spring gives to all other requests: a metric has but one set of them.
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
