package dk.grundskema.api.service.subscribe.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Serves the bytes of a feed on this machine, or 304 if the client has them. */
final class LoopbackFeedServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicReference<byte[]> feed = new AtomicReference<>(new byte[0]);
    private final AtomicInteger unchanged = new AtomicInteger();

    LoopbackFeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/c/bo.ics", this::answer);
        server.start();
    }

    /** Gives these from now on. */
    LoopbackFeedServer serve(byte[] bytes) {
        feed.set(bytes.clone());
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/c/bo.ics");
    }

    /** Returns the number of 304 responses. */
    int unchangedCount() {
        return unchanged.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = feed.get();
            String tag = '"' + Integer.toHexString(Arrays.hashCode(bytes)) + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
