package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.platform.http.RefusalException;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
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
import org.springframework.http.MediaType;

/**
 * Refuses request bodies that are too large (413) or arrive too slowly (408). It wraps the web server's own input buffer, because multipart content
 * is parsed before any filter sees it. A body may take at most {@code bodyTimeout}, or longer if it arrives faster than 32 KiB/s. {@link #limitFurther}
 * sets a narrower limit for one request. After the response, the rest of the body is drained: up to 1 MiB for up to 2 seconds, of a form with files
 * up to 1 GiB for up to {@code bodyTimeout}, as long as it arrives faster than 32 KiB/s.
 */
final class BodyLimitValve extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(BodyLimitValve.class);
    private static final String ATTRIBUTE = BodyLimitValve.class.getName();

    /** Maximum number of bytes that are drained. */
    private static final long MAX_DISCARDED_BYTES = 1 << 20;

    /** Maximum number of bytes of a form with files that are drained: browsers show the response only when they have sent the whole form. */
    private static final long MAX_DISCARDED_FORM_BYTES = 1 << 30;

    private static final Duration MAX_DRAIN_DURATION = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /** Bodies that arrive faster than this, in bytes per second, may take longer than {@code bodyTimeout}. */
    private static final long MIN_BYTES_PER_SECOND = 32 << 10;

    private final long maxBytes;
    private final Duration bodyTimeout;

    BodyLimitValve(long maxBytes, Duration bodyTimeout) {
        super(true);
        this.maxBytes = maxBytes;
        this.bodyTimeout = bodyTimeout;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        InputBuffer delegate = request.getCoyoteRequest().getInputBuffer();
        var guarded = new LimitedInput(delegate);
        request.getCoyoteRequest().setInputBuffer(guarded);
        request.setAttribute(ATTRIBUTE, guarded);
        try {
            getNext().invoke(request, response);
        } finally {
            drainBody(request, response, guarded);
            request.getCoyoteRequest().setInputBuffer(delegate);
        }
    }

    /**
     * Drains the rest of the body for a moment after the response, so that clients that send everything before they read get the response. Then the
     * connection is closed: the web server itself would wait for the rest without limit.
     */
    private static void drainBody(Request request, Response response, LimitedInput guarded) {
        var asked = request.getCoyoteRequest();
        if (request.isAsync() || asked.hasExpectation() || !guarded.hasMore(request)) {
            return;
        }
        boolean isHeardOut = false;
        try {
            if (response.getContentWritten() > 0) {
                response.finishResponse();
            }
            isHeardOut = guarded.drain(request, response.getStatus());
        } catch (IOException e) {
            // The client has disconnected.
        }
        if (!isHeardOut) {
            asked.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static final class DiscardingBuffer implements ApplicationBufferHandler {
        private ByteBuffer delivered = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            delivered = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return delivered;
        }

        @Override
        public void expand(int size) {
            // Discarded content needs no space.
        }
    }

    /** Limits the body of a request to this many bytes and this duration from now on, however fast it arrives. */
    static void limitFurther(ServletRequest request, int most, Duration bodyTimeout) {
        if (request.getAttribute(ATTRIBUTE) instanceof LimitedInput guarded) {
            guarded.narrowLimit = new BodyLimit(most, bodyTimeout);
        }
    }

    private record BodyLimit(int most, Duration patience) {}

    private final class LimitedInput implements InputBuffer {
        private final InputBuffer delegate;
        private final long startNanos = System.nanoTime();
        private long count;
        private boolean isOver;

        /** Why the body cannot be read any further; {@code null} while it can. */
        private @Nullable RefusalException refusal;

        private @Nullable BodyLimit narrowLimit;

        LimitedInput(InputBuffer delegate) {
            this.delegate = delegate;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read = readOrRefuse(handler);
            isOver = read < 0;
            count += Math.max(read, 0);
            if (count > maxBytes) {
                throw RefusalException.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", maxBytes >> 20);
            }
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            if (narrowLimit != null) {
                checkLimit(narrowLimit, seconds);
            }
            if (read > 0 && seconds > bodyTimeout.toSeconds() && count / seconds < MIN_BYTES_PER_SECOND) {
                throw RefusalException.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", bodyTimeout.toSeconds());
            }
            return read;
        }

        private int readOrRefuse(ApplicationBufferHandler handler) throws IOException {
            if (refusal != null) {
                throw refusal;
            }
            try {
                return delegate.doRead(handler);
            } catch (SocketTimeoutException e) {
                refusal = RefusalException.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", bodyTimeout.toSeconds());
            } catch (IOException e) {
                LOG.info("Refused unreadable content ({}).", e.getClass().getSimpleName());
                refusal = RefusalException.of(HttpStatus.BAD_REQUEST, "rest.broken-content");
            }
            throw refusal;
        }

        /**
         * Reads the rest.
         *
         * @param status status of the response
         * @return whether it ended in time and within the limit
         */
        boolean drain(Request request, int status) throws IOException {
            boolean isForm = isFormToDrain(request, status);
            long start = System.nanoTime();
            long until = start + (isForm ? bodyTimeout : MAX_DRAIN_DURATION).toNanos();
            long lastArrival = start;
            long mostLeft = isForm ? MAX_DISCARDED_FORM_BYTES : MAX_DISCARDED_BYTES;
            long left = mostLeft;
            while (hasMore(request)) {
                long now = System.nanoTime();
                boolean isSlow = now - start > MAX_DRAIN_DURATION.toNanos()
                        && (double) (mostLeft - left) * 1e9 / (now - start) < MIN_BYTES_PER_SECOND;
                boolean isOverdue = now > until || isSlow || now - lastArrival > MAX_DRAIN_DURATION.toNanos();
                if (refusal != null || left <= 0 || isOverdue) {
                    return false;
                }
                if (!hasArrived(request)) {
                    LockSupport.parkNanos(POLL_INTERVAL.toNanos());
                    continue;
                }
                lastArrival = now;
                int read = delegate.doRead(new DiscardingBuffer());
                isOver = read < 0;
                count += Math.max(read, 0);
                left -= Math.max(read, 0);
            }
            return true;
        }

        /** Whether the body is a form with files that was refused for its size and isn't too large to be drained. */
        private boolean isFormToDrain(Request request, int status) {
            String type = request.getContentType();
            long announced = request.getContentLengthLong();
            return narrowLimit == null
                    && status == HttpStatus.CONTENT_TOO_LARGE.value()
                    && type != null
                    && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                    && announced >= 0
                    && announced - count <= MAX_DISCARDED_FORM_BYTES;
        }

        /** Returns whether more content or its end has arrived. It does not block, because the web server would wait much longer than a moment. */
        private static boolean hasArrived(Request request) {
            var asked = request.getCoyoteRequest();
            asked.action(ActionCode.AVAILABLE, true);
            return asked.getAvailable() > 0;
        }

        /** Returns whether the body has more content according to the request headers. */
        boolean hasMore(Request request) {
            long announced = request.getContentLengthLong();
            return !isOver && (announced > count || (announced < 0 && request.getHeader("Transfer-Encoding") != null));
        }

        private void checkLimit(BodyLimit some, double seconds) {
            if (count > some.most) {
                throw RefusalException.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large-unknown", some.most >> 10);
            }
            if (seconds > some.patience.toSeconds()) {
                throw RefusalException.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", some.patience.toSeconds());
            }
        }

        @Override
        public int available() {
            return delegate.available();
        }
    }
}
