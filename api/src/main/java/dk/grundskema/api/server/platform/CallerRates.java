package dk.grundskema.api.server.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
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

    private static final int MOST_CALLERS = 100_000;

    private final PlainProblems problems;
    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    CallerRates(PlainProblems problems, @Value("${grundskema.limits.requests-per-minute}") int perMinute) {
        this.problems = problems;
        this.perMinute = perMinute;
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
        ConsumptionProbe probe = buckets.get(caller, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            problems.answer(Refusal.tooMany("rest.too-many-requests", wait), request, response);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
