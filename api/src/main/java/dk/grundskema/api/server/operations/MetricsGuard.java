package dk.grundskema.api.server.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Metrics are for this machine, unless it is set otherwise: what a proxy passes on isn't from here, whatever its address. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class MetricsGuard extends OncePerRequestFilter {
    private static final String PATH = "/actuator/prometheus";
    private static final List<String> OF_PROXIES = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

    private final boolean isForAll;

    MetricsGuard(@Value("${grundskema.metrics}") String who) {
        this.isForAll = who.equals("all");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isForAll || !request.getServletPath().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromHere(request.getRemoteAddr(), request::getHeader)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Whether a program on this machine asks, and not for somebody elsewhere. */
    static boolean isFromHere(String address, Function<String, @Nullable String> headers) throws UnknownHostException {
        return OF_PROXIES.stream().allMatch(header -> headers.apply(header) == null)
                && InetAddress.getByName(address).isLoopbackAddress();
    }
}
