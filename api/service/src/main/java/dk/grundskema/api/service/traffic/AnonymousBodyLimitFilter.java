package dk.grundskema.api.service.traffic;

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
    private static final int MOST = 8 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;

    AnonymousBodyLimitFilter(LimitSettings limits) {
        Duration set = limits.bodyPatience();
        this.patience = set.compareTo(PATIENCE) < 0 ? set : PATIENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BodyLimitValve.limitFurther(request, MOST, patience);
        chain.doFilter(request, response);
    }
}
