package dk.grundskema.api.server.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
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
        boolean isPassedOn = OF_PROXIES.stream().anyMatch(header -> request.getHeader(header) != null);
        if (isPassedOn || !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
