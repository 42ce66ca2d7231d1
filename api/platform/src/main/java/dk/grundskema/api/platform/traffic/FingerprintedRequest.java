package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.documents.file.Sha256;
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

/** A request that computes a hash of its content while the content is read. */
final class FingerprintedRequest extends HttpServletRequestWrapper {
    private final MessageDigest digest;
    private @Nullable ServletInputStream content;
    private boolean areNoted;

    FingerprintedRequest(HttpServletRequest request) {
        super(request);
        this.digest = Sha256.newDigest();
        addToDigest(request.getMethod());
        addToDigest(request.getRequestURI());
        addToDigest(String.valueOf(request.getQueryString()));
    }

    private void addToDigest(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Reads the rest of the body and returns the fingerprint. Multipart content is fingerprinted by its parts, independent of the boundary. */
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

    /** Fingerprints the parts when they are first read: the operation deletes them before the request ends. */
    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        Collection<Part> parts = super.getParts();
        if (!areNoted) {
            areNoted = true;
            for (Part part : parts) {
                addToDigest(part.getName());
                addToDigest(String.valueOf(part.getSubmittedFileName()));
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
            content = new DigestingInput(super.getInputStream());
        }
        return content;
    }

    private final class DigestingInput extends ServletInputStream {
        private final ServletInputStream delegate;

        DigestingInput(ServletInputStream delegate) {
            this.delegate = delegate;
        }

        @Override
        public int read() throws IOException {
            int read = delegate.read();
            if (read >= 0) {
                digest.update((byte) read);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = delegate.read(bytes, from, length);
            if (read > 0) {
                digest.update(bytes, from, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return delegate.isFinished();
        }

        @Override
        public boolean isReady() {
            return delegate.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            delegate.setReadListener(listener);
        }
    }
}
