package dk.grundskema.api.server.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * Cuts contents off of which there is too much, or that come too slowly. It stands where the web server itself reads, since parts of forms and
 * files never come by anything further in.
 */
final class GuardedContents extends ValveBase {
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
        request.getCoyoteRequest().setInputBuffer(new Guarded(inner));
        try {
            getNext().invoke(request, response);
        } finally {
            request.getCoyoteRequest().setInputBuffer(inner);
        }
    }

    private final class Guarded implements InputBuffer {
        private final InputBuffer inner;
        private final long begun = System.nanoTime();
        private long count;

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
            if (read > 0 && seconds > patience.toSeconds() && count / seconds < FAST) {
                throw Refusal.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", patience.toSeconds());
            }
            return read;
        }

        @Override
        public int available() {
            return inner.available();
        }
    }
}
