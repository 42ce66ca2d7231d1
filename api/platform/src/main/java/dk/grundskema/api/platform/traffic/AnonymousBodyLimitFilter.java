package dk.grundskema.api.platform.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the bodies of unauthenticated requests, which only contain a name, a password or a code: a few lines within a few seconds. */
@Component
@Order(CallerRateLimitFilter.ORDER + 1)
final class AnonymousBodyLimitFilter extends OncePerRequestFilter {
    private static final int MAX_BODY_BYTES = 8 << 10;
    private static final Duration MAX_BODY_DURATION = Duration.ofSeconds(10);

    private final Duration bodyTimeout;

    AnonymousBodyLimitFilter(LimitSettings limits) {
        Duration set = limits.bodyPatience();
        this.bodyTimeout = set.compareTo(MAX_BODY_DURATION) < 0 ? set : MAX_BODY_DURATION;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BodyLimitValve.limitFurther(request, MAX_BODY_BYTES, bodyTimeout);
        chain.doFilter(request, response);
    }
}
