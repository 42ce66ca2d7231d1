package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.platform.http.ErrorResponseWriter;
import dk.grundskema.api.platform.http.RefusalException;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the OpenID Connect sign-ins per minute of each address, so that none delays the others. It runs before authentication, because that filter
 * chain answers these requests. They also wait for the issuer, so only some run at once: an unresponsive issuer delays nobody else.
 */
@Component
@Order(OidcRateLimitFilter.BEFORE_SECURITY)
final class OidcRateLimitFilter extends OncePerRequestFilter {
    /** Before Spring Security's filter chain, which has order -100. */
    static final int BEFORE_SECURITY = -200;

    /** Maximum number of concurrent requests of all addresses. */
    static final int MAX_CONCURRENT_REQUESTS = 10;

    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final ErrorResponseWriter errorResponseWriter;
    private final Semaphore requestSlots = new Semaphore(MAX_CONCURRENT_REQUESTS);
    private final RateLimiter rates;

    OidcRateLimitFilter(ErrorResponseWriter errorResponseWriter, LimitSettings limits, TimeMeter timeMeter) {
        this.errorResponseWriter = errorResponseWriter;
        this.rates = new RateLimiter(limits.oidcRequestsPerMinute(), timeMeter);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath(); // decoded, as the filter chain sees it
        return !path.startsWith("/oauth2/") && !path.startsWith("/login/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rates.takeOrRefuse(request.getRemoteAddr(), errorResponseWriter, request, response)) {
            return;
        }
        if (!requestSlots.tryAcquire()) {
            errorResponseWriter.write(
                    RefusalException.tooMany("rest.too-many-requests", RETRY_INTERVAL), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            requestSlots.release();
        }
    }
}
