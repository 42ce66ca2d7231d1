package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.JsonFile;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses contents that are said to be larger than anybody needs; what isn't said is seen by {@link GuardedContents}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyGuard extends OncePerRequestFilter {
    private final PlainProblems problems;
    private final long most;

    BodyGuard(PlainProblems problems, @Value("${grundskema.limits.upload-megabytes}") int megabytes) {
        this.problems = problems;
        this.most = most(megabytes);
    }

    /** The most bytes that a request's content may have where files, with what is sent around them, have at most so many megabytes. */
    static long most(int megabytes) {
        return Math.max((long) megabytes << 20, JsonFile.LARGEST);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            var refusal = Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", most >> 20);
            problems.answer(refusal, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
