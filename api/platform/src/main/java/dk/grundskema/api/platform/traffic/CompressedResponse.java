package dk.grundskema.api.platform.traffic;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A response that compresses text content while it is written, if that is worthwhile. It is buffered and sent when it is complete, so its headers can
 * still be changed until then.
 */
final class CompressedResponse extends HttpServletResponseWrapper {
    private static final int MIN_COMPRESSED_BYTES = 2048;
    private static final List<String> TEXTS = List.of(
            "application/json",
            "application/problem+json",
            "application/javascript",
            "image/svg+xml",
            "text/html",
            "text/css",
            "text/plain",
            "text/csv",
            "text/calendar");

    private final boolean isTaken;
    private final ConditionalRequest conditionalRequest;
    private long length = -1;
    private boolean isBegun;
    private @Nullable ByteArrayOutputStream compressed;
    private @Nullable ServletOutputStream out;
    private @Nullable PrintWriter writer;

    /**
     * @param isTaken whether the client accepts compressed responses
     * @param conditionalRequest   the request
     */
    CompressedResponse(HttpServletResponse response, boolean isTaken, ConditionalRequest conditionalRequest) {
        super(response);
        this.isTaken = isTaken;
        this.conditionalRequest = conditionalRequest;
    }

    private boolean isText() {
        String type = getContentType();
        return type != null && TEXTS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private void beginBody() throws IOException {
        isBegun = true;
        if (isText()) {
            addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            boolean isCompressed = getHeader(HttpHeaders.CONTENT_ENCODING) != null;
            if (isCompressed) {
                tagCompressed();
            } else if (isTaken && (length < 0 || length >= MIN_COMPRESSED_BYTES)) {
                compressed = new ByteArrayOutputStream();
                out = new GzipOutput(new GZIPOutputStream(compressed));
                return;
            }
        }
        passLengthOn();
        out = super.getOutputStream();
    }

    private void passLengthOn() {
        if (length >= 0) {
            super.setContentLengthLong(length);
        }
    }

    /** Sends the compressed content; called once, after the last write. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (compressed != null && out != null) {
            out.close();
            setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            tagCompressed();
            super.setContentLengthLong(compressed.size());
            compressed.writeTo(super.getOutputStream());
        } else if (!isBegun) {
            passLengthOn();
            tagNotModified();
        }
    }

    private void tagCompressed() {
        String tag = getHeader(HttpHeaders.ETAG);
        if (tag != null && tag.startsWith("\"")) {
            setHeader(HttpHeaders.ETAG, ConditionalRequest.compressedTag(tag));
        }
    }

    /** Sets the entity tag of the compressed form if the client already has that form. Source: RFC 9110, 15.4.5. */
    private void tagNotModified() {
        String tag = getHeader(HttpHeaders.ETAG);
        if (getStatus() == SC_NOT_MODIFIED && tag != null) {
            addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (isTaken && conditionalRequest.hasCompressedForm(tag)) {
                setHeader(HttpHeaders.ETAG, ConditionalRequest.compressedTag(tag));
            }
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!isBegun) {
            beginBody();
        }
        return out == null ? super.getOutputStream() : out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer =
                    new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isBegun) {
            beginBody();
        }
        if (compressed == null) {
            if (writer != null) {
                writer.flush();
            }
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        super.reset();
        discardBody();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        discardBody();
    }

    private void discardBody() {
        isBegun = false;
        length = -1;
        compressed = null;
        out = null;
        writer = null;
    }

    @Override
    public void sendError(int status) throws IOException {
        discardBody();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        discardBody();
        super.sendError(status, message);
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH) && value != null) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, String.valueOf(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, String.valueOf(value));
    }

    /** Compresses content into a buffer. Nothing is sent yet, so writing never blocks. */
    private static final class GzipOutput extends ServletOutputStream {
        private final GZIPOutputStream gzipStream;

        GzipOutput(GZIPOutputStream gzipStream) {
            this.gzipStream = gzipStream;
        }

        @Override
        public void write(int one) throws IOException {
            gzipStream.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            gzipStream.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            gzipStream.close();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Compressed responses do not support non-blocking writes.");
        }
    }
}
