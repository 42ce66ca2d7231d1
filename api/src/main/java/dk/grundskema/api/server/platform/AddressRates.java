package dk.grundskema.api.server.platform;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody can begin to sign in elsewhere so often that the others wait: each address may do it so many times a minute. It is asked before who calls is
 * found out, since these requests are answered there. And since answering them takes asking the issuer, only some are answered at once: one that has
 * fallen silent holds up nobody else.
 */
@Component
@Order(AddressRates.BEFORE_SECURITY)
final class AddressRates extends OncePerRequestFilter {
    /** Before Spring Security's chain, which is at -100. */
    static final int BEFORE_SECURITY = -200;

    /** So many at once, of all addresses together. */
    static final int AT_ONCE = 10;

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final PlainProblems problems;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Rates rates;

    AddressRates(
            PlainProblems problems,
            @Value("${grundskema.limits.oidc-requests-per-minute}") int perMinute,
            TimeMeter elapsed) {
        this.problems = problems;
        this.rates = new Rates(perMinute, elapsed);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath(); // decoded, as the chain sees it
        return !path.startsWith("/oauth2/") && !path.startsWith("/login/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rates.take(request.getRemoteAddr(), problems, request, response)) {
            return;
        }
        if (!places.tryAcquire()) {
            problems.answer(Refusal.tooMany("rest.too-many-requests", A_WHILE), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
