package dk.grundskema.api.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Logs one line for each request if this is configured: operation, status and duration. Neither ids nor queries are logged. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class RequestLogFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger("dk.grundskema.requests");

    private final boolean isOn;

    RequestLogFilter(LogSettings settings) {
        this.isOn = settings.requests();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object operation = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.info(
                    "{} {} {} {} ms",
                    request.getMethod(),
                    operation == null ? "-" : operation,
                    response.getStatus(),
                    (System.nanoTime() - begun) / 1_000_000);
        }
    }
}
