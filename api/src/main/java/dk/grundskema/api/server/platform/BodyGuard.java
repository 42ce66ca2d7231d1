package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.JsonFile;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees to it that contents come to an end: neither more nor slower than anybody needs. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyGuard extends OncePerRequestFilter {
    private final PlainProblems problems;
    private final long most;
    private final Duration patience;

    BodyGuard(
            PlainProblems problems,
            @Value("${grundskema.limits.upload-megabytes}") int megabytes,
            @Value("${grundskema.limits.body-seconds}") int seconds) {
        this.problems = problems;
        this.most = Math.max((long) megabytes << 20, JsonFile.LARGEST) + (1 << 20);
        this.patience = Duration.ofSeconds(seconds);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            var refusal = Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", most >> 20);
            problems.answer(refusal, request, response);
        } else {
            chain.doFilter(new GuardedRequest(request, most, patience), response);
        }
    }
}
