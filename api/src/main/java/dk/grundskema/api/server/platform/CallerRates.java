package dk.grundskema.api.server.platform;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody can ask so much that the others wait: each caller, or each address of callers who aren't known, has so many requests a minute. Links that people follow
 * have limits of their own: behind one address there may be a whole school of phones.
 */
@Component
@Order(CallerRates.ORDER)
final class CallerRates extends OncePerRequestFilter {
    /** After it is known who calls. */
    static final int ORDER = 10;

    private static final String LINKS = "/c/";

    private final PlainProblems problems;
    private final int perMinute;
    private final Rates rates;

    CallerRates(
            PlainProblems problems,
            @Value("${grundskema.limits.requests-per-minute}") int perMinute,
            TimeMeter elapsed) {
        this.perMinute = perMinute;
        this.problems = problems;
        this.rates = new Rates(Math.max(1, perMinute), elapsed);
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
        if (rates.take(caller, problems, request, response)) {
            chain.doFilter(request, response);
        }
    }
}
