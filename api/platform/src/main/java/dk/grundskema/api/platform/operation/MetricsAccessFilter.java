package dk.grundskema.api.platform.operation;

import dk.grundskema.api.platform.http.ServerSettings;
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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Restricts metrics to callers on this machine, unless configured otherwise. Requests through a proxy are not local, regardless of their address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class MetricsAccessFilter extends OncePerRequestFilter {
    private static final String PATH = "/actuator/prometheus";
    private static final List<String> OF_PROXIES = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

    private final boolean isForAll;

    MetricsAccessFilter(ServerSettings settings) {
        this.isForAll = settings.metrics().equals("all");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isForAll || !request.getServletPath().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromThisMachine(request.getRemoteAddr(), request::getHeader)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Returns whether the request comes directly from this machine. */
    static boolean isFromThisMachine(String address, Function<String, @Nullable String> headers)
            throws UnknownHostException {
        return OF_PROXIES.stream().allMatch(header -> headers.apply(header) == null)
                && InetAddress.getByName(address).isLoopbackAddress();
    }
}
