package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection for many consecutive requests. It implements just enough of HTTP to find the end of each response. */
final class KeepAliveConnection implements AutoCloseable {
    /** From any address. */
    static final int ANY = 0;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int until;
    private boolean isLast;

    KeepAliveConnection(int port) throws IOException {
        this(port, ANY);
    }

    /** @param own last number of the address 127.0.0.N of this machine that it is to come from, or {@link #ANY} */
    KeepAliveConnection(int port, int own) throws IOException {
        if (own != ANY) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) own}), 0));
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        if (socket.getLocalPort() == port) { // nobody listens, and the system has connected it to itself
            socket.close();
            throw new IOException("There is no service at port %d.".formatted(port));
        }
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    /**
     * An answer.
     *
     * @param headers by name in small letters
     * @param content as it came: maybe compressed
     */
    record Reply(int status, Map<String, String> headers, byte[] content) {
        /** A header; empty if the answer doesn't have it. */
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String tag() {
            return header("ETag");
        }
    }

    /** Returns whether the service announced that it closes the connection, as it does after some requests. */
    boolean isLast() {
        return isLast;
    }

    /** Sends a request as the administrator and reads the whole response; fails unless the status is 200. */
    void get(String path) throws IOException {
        Reply got = send("GET", path, "Authorization", "Bearer " + TestDatabase.TOKEN, "Accept-Language", "da");
        if (got.status() != 200) {
            throw new IOException("The service answered (%d).".formatted(got.status()));
        }
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @param headers names and values in turn
     */
    Reply send(String method, String path, String... headers) throws IOException {
        var request = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> told = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            told.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        isLast |= told.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Reply(status, told, method.equals("HEAD") || status == 304 ? new byte[0] : content(told));
    }

    private byte[] content(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return read(Integer.parseInt(length));
        }
        var content = new ByteArrayOutputStream();
        if (headers.containsKey("transfer-encoding")) {
            for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
                content.writeBytes(read(chunk));
                line();
            }
            line();
        }
        return content.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private byte[] read(int many) throws IOException {
        byte[] bytes = new byte[many];
        for (int at = 0; at < many; ) {
            if (from == until) {
                fill();
            }
            int step = Math.min(many - at, until - from);
            System.arraycopy(buffer, from, bytes, at, step);
            from += step;
            at += step;
        }
        return bytes;
    }

    private int read() throws IOException {
        if (from == until) {
            fill();
        }
        return buffer[from++] & 0xff;
    }

    private void fill() throws IOException {
        from = 0;
        until = in.read(buffer);
        if (until <= 0) {
            throw new IOException("The service ended the connection.");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
