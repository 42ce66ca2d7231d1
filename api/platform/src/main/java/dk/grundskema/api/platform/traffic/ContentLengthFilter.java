package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.documents.json.JsonFileReader;
import dk.grundskema.api.platform.http.ErrorResponseWriter;
import dk.grundskema.api.platform.http.RefusalException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies with a {@code Content-Length} above the limit; bodies without one are limited by {@link BodyLimitValve}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ContentLengthFilter extends OncePerRequestFilter {
    private final ErrorResponseWriter errorResponseWriter;
    private final long maxBytes;

    ContentLengthFilter(ErrorResponseWriter errorResponseWriter, LimitSettings limits) {
        this.errorResponseWriter = errorResponseWriter;
        this.maxBytes = maxBytes(limits);
    }

    /** Returns the maximum size of a body in bytes which may consist of files with their multipart overhead. */
    static long maxBytes(LimitSettings limits) {
        return Math.max((long) limits.uploadMegabytes() << 20, JsonFileReader.LARGEST);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maxBytes) {
            var refusal = RefusalException.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", maxBytes >> 20);
            errorResponseWriter.write(refusal, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
