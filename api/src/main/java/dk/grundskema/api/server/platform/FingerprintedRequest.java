package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.Sha256;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A request of which is noted what it asks, while its content goes by. */
final class FingerprintedRequest extends HttpServletRequestWrapper {
    private final MessageDigest digest;
    private @Nullable ServletInputStream content;
    private boolean areNoted;

    FingerprintedRequest(HttpServletRequest request) {
        super(request);
        this.digest = Sha256.begun();
        note(request.getMethod());
        note(request.getRequestURI());
        note(String.valueOf(request.getQueryString()));
    }

    private void note(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Reads what nobody read yet; what was sent in parts is noted by its parts, whatever stands between them. */
    String fingerprint() throws IOException {
        String type = getContentType();
        if (type != null && type.startsWith("multipart/")) {
            try {
                getParts();
            } catch (ServletException e) {
                throw new IOException(e);
            }
        } else {
            getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Parts are noted when they are first asked for: whoever answers the request lets go of them before it is over. */
    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        Collection<Part> parts = super.getParts();
        if (!areNoted) {
            areNoted = true;
            for (Part part : parts) {
                note(part.getName());
                note(String.valueOf(part.getSubmittedFileName()));
                try (InputStream in = part.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
        }
        return parts;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (content == null) {
            content = new Noted(super.getInputStream());
        }
        return content;
    }

    private final class Noted extends ServletInputStream {
        private final ServletInputStream inner;

        Noted(ServletInputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            int read = inner.read();
            if (read >= 0) {
                digest.update((byte) read);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = inner.read(bytes, from, length);
            if (read > 0) {
                digest.update(bytes, from, read);
            }
            return read;
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
