package dk.grundskema.api.server.platform;

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

/** Nobody can ask so much that the others wait: each caller, or each address of callers who aren't known, has so many requests a minute. */
@Component
@Order(CallerRates.ORDER)
final class CallerRates extends OncePerRequestFilter {
    /** After it is known who calls. */
    static final int ORDER = 10;

    private final int perMinute;
    private final Rates rates;

    CallerRates(PlainProblems problems, @Value("${grundskema.limits.requests-per-minute}") int perMinute) {
        this.perMinute = perMinute;
        this.rates = new Rates(problems, perMinute);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return perMinute == 0 || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal known = request.getUserPrincipal();
        String caller = known == null ? "address " + request.getRemoteAddr() : "account " + known.getName();
        if (rates.take(caller, request, response)) {
            chain.doFilter(request, response);
        }
    }
}
