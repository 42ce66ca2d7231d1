package dk.grundskema.api.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever isn't known has a name, a password or a code to send: a few lines, in a few seconds. */
@Component
@Order(CallerRates.ORDER + 1)
final class StrangersContents extends OncePerRequestFilter {
    private static final int MOST = 8 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;

    StrangersContents(@Value("${grundskema.limits.body-seconds}") int seconds) {
        Duration set = Duration.ofSeconds(seconds);
        this.patience = set.compareTo(PATIENCE) < 0 ? set : PATIENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        GuardedContents.narrow(request, MOST, patience);
        chain.doFilter(request, response);
    }
}
