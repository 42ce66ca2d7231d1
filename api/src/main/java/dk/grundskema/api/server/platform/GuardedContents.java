package dk.grundskema.api.server.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Cuts contents off of which there is too much, or that come too slowly. It stands where the web server itself reads, since parts of forms and
 * files never come by anything further in.
 */
final class GuardedContents extends ValveBase {
    private static final String ATTRIBUTE = GuardedContents.class.getName();

    /** Whoever sends faster than this, in bytes a second, may take longer. */
    private static final long FAST = 32 << 10;

    private final long most;
    private final Duration patience;

    GuardedContents(long most, Duration patience) {
        super(true);
        this.most = most;
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        InputBuffer inner = request.getCoyoteRequest().getInputBuffer();
        var guarded = new Guarded(inner);
        request.getCoyoteRequest().setInputBuffer(guarded);
        request.setAttribute(ATTRIBUTE, guarded);
        try {
            getNext().invoke(request, response);
        } finally {
            request.getCoyoteRequest().setInputBuffer(inner);
        }
    }

    /** Takes no more of a request's content than this, from here on, and no longer, however fast it comes. */
    static void narrow(ServletRequest request, int most, Duration patience) {
        if (request.getAttribute(ATTRIBUTE) instanceof Guarded guarded) {
            guarded.narrow = new Narrow(most, patience);
        }
    }

    private record Narrow(int most, Duration patience) {}

    private final class Guarded implements InputBuffer {
        private final InputBuffer inner;
        private final long begun = System.nanoTime();
        private long count;
        private @Nullable Narrow narrow;

        Guarded(InputBuffer inner) {
            this.inner = inner;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read = inner.doRead(handler);
            count += Math.max(read, 0);
            if (count > most) {
                throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", most >> 20);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (narrow != null) {
                within(narrow, seconds);
            }
            if (read > 0 && seconds > patience.toSeconds() && count / seconds < FAST) {
                throw Refusal.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", patience.toSeconds());
            }
            return read;
        }

        private void within(Narrow some, double seconds) {
            if (count > some.most) {
                throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large-unknown", some.most >> 10);
            }
            if (seconds > some.patience.toSeconds()) {
                throw Refusal.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", some.patience.toSeconds());
            }
        }

        @Override
        public int available() {
            return inner.available();
        }
    }
}
