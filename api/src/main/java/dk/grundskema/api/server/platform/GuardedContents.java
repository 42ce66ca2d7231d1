package dk.grundskema.api.server.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Cuts contents off of which there is too much, or that come too slowly. It stands where the web server itself reads, since parts of forms and
 * files never come by anything further in.
 */
final class GuardedContents extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedContents.class);
    private static final String ATTRIBUTE = GuardedContents.class.getName();

    /** Most bytes that are heard out. */
    private static final long THROWN_AWAY = 1 << 20;

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

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
            hearOut(request, response, guarded);
            request.getCoyoteRequest().setInputBuffer(inner);
        }
    }

    /**
     * What is still to come of a content when its answer is there is heard out for a moment, so that the answer gets through to whoever sends first and
     * reads afterwards. Then the connection ends: the web server itself would wait for the rest however slowly it comes.
     */
    private static void hearOut(Request request, Response response, Guarded guarded) {
        var asked = request.getCoyoteRequest();
        if (request.isAsync() || asked.hasExpectation() || !guarded.isAwaited(request)) {
            return;
        }
        boolean isHeardOut = false;
        try {
            if (response.getContentWritten() > 0) {
                response.finishResponse();
            }
            isHeardOut = guarded.isHeardOut(request);
        } catch (IOException e) {
            // Whoever asked has gone.
        }
        if (!isHeardOut) {
            asked.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer some = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            some = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return some;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
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
        private boolean isOver;

        /** Why no more of the content can be read; {@code null} while it can. */
        private @Nullable Refusal broken;

        private @Nullable Narrow narrow;

        Guarded(InputBuffer inner) {
            this.inner = inner;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read = readIn(handler);
            isOver = read < 0;
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

        private int readIn(ApplicationBufferHandler handler) throws IOException {
            if (broken != null) {
                throw broken;
            }
            try {
                return inner.doRead(handler);
            } catch (SocketTimeoutException e) {
                broken = Refusal.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", patience.toSeconds());
            } catch (IOException e) {
                LOG.info("Refused unreadable content ({}).", e.getClass().getSimpleName());
                broken = Refusal.of(HttpStatus.BAD_REQUEST, "rest.broken-content");
            }
            throw broken;
        }

        /** Reads the rest; whether that was all, soon, and not too much. */
        boolean isHeardOut(Request request) throws IOException {
            long until = System.nanoTime() + MOMENT.toNanos();
            long left = THROWN_AWAY;
            while (isAwaited(request)) {
                if (broken != null || left <= 0 || System.nanoTime() > until) {
                    return false;
                }
                if (!hasCome(request)) {
                    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                    continue;
                }
                int read = inner.doRead(new Nowhere());
                isOver = read < 0;
                count += Math.max(read, 0);
                left -= Math.max(read, 0);
            }
            return true;
        }

        /** Whether more has come, or the end; nothing is waited for, since the web server would wait for much longer than a moment. */
        private static boolean hasCome(Request request) {
            var asked = request.getCoyoteRequest();
            asked.action(ActionCode.AVAILABLE, true);
            return asked.getAvailable() > 0;
        }

        /** Whether there is more of the content, as far as the request says. */
        boolean isAwaited(Request request) {
            long announced = request.getContentLengthLong();
            return !isOver && (announced > count || (announced < 0 && request.getHeader("Transfer-Encoding") != null));
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
