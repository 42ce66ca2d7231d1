package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.platform.http.ErrorResponseWriter;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the requests per minute of each caller, or of each address of unauthenticated callers, so that none delays the others. Calendar links have
 * limits of their own: a whole school of phones may be behind one address.
 */
@Component
@Order(CallerRateLimitFilter.ORDER)
final class CallerRateLimitFilter extends OncePerRequestFilter {
    /** After authentication. */
    static final int ORDER = 10;

    private static final String LINKS = "/c/";

    private final ErrorResponseWriter errorResponseWriter;
    private final int perMinute;
    private final RateLimiter rates;

    CallerRateLimitFilter(ErrorResponseWriter errorResponseWriter, LimitSettings limits, TimeMeter timeMeter) {
        this.perMinute = limits.requestsPerMinute();
        this.errorResponseWriter = errorResponseWriter;
        this.rates = new RateLimiter(Math.max(1, perMinute), timeMeter);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return perMinute == 0
                || request.getRequestURI().startsWith("/actuator/")
                || request.getServletPath().startsWith(LINKS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal known = request.getUserPrincipal();
        String caller = known == null ? "address " + request.getRemoteAddr() : "account " + known.getName();
        if (rates.takeOrRefuse(caller, errorResponseWriter, request, response)) {
            chain.doFilter(request, response);
        }
    }
}
