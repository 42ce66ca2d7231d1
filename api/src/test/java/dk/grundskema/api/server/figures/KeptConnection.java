package dk.grundskema.api.server.figures;

import dk.grundskema.api.server.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that many requests go over, one after the other; of answers it reads just enough to know where they end. */
final class KeptConnection implements AutoCloseable {
    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int until;
    private boolean last;

    KeptConnection(int port) throws IOException {
        socket.connect(new InetSocketAddress("localhost", port));
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    /** Whether the service said that it ends the connection, as it does after some requests. */
    boolean isLast() {
        return last;
    }

    /** Asks for something, and waits for all of the answer. */
    void get(String path) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Database.TOKEN
                        + "\r\nAccept-Language: da\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        skipAnswer();
    }

    private void skipAnswer() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("The service answered (%s).".formatted(status));
        }
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            last |= header.toLowerCase(Locale.ROOT).startsWith("connection: close");
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length >= 0) {
            skip(length);
            return;
        }
        for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
            skip(chunk + 2);
        }
        line();
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().strip(), 16);
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

    private void skip(long many) throws IOException {
        for (long left = many; left > 0; ) {
            if (from == until) {
                fill();
            }
            int step = (int) Math.min(left, until - from);
            from += step;
            left -= step;
        }
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
