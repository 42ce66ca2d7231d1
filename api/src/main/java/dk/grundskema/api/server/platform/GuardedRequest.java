package dk.grundskema.api.server.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request whose content is cut off when there is too much of it, or when it comes too slowly. */
final class GuardedRequest extends HttpServletRequestWrapper {
    /** Whoever sends faster than this, in bytes a second, may take longer. */
    private static final long FAST = 32 << 10;

    private final long most;
    private final Duration patience;
    private @Nullable ServletInputStream content;

    GuardedRequest(HttpServletRequest request, long most, Duration patience) {
        super(request);
        this.most = most;
        this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (content == null) {
            content = new Guarded(super.getInputStream());
        }
        return content;
    }

    private final class Guarded extends ServletInputStream {
        private final ServletInputStream inner;
        private final long begun = System.nanoTime();
        private long count;

        Guarded(ServletInputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            int read = inner.read();
            look(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = inner.read(bytes, from, length);
            look(Math.max(read, 0));
            return read;
        }

        private void look(int more) {
            count += more;
            if (count > most) {
                throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", most >> 20);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (more > 0 && seconds > patience.toSeconds() && count / seconds < FAST) {
                throw Refusal.of(HttpStatus.REQUEST_TIMEOUT, "rest.too-slow", patience.toSeconds());
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
