package dk.grundskema.api.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Handles failures outside of operations, for example during authentication, in the same way as failures in operations. If part of the response has
 * been sent already, nothing more is sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class FailureFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

    private final ErrorResponseWriter errorResponseWriter;
    private final FailureTranslator failures;

    FailureFilter(ErrorResponseWriter errorResponseWriter, FailureTranslator failures) {
        this.errorResponseWriter = errorResponseWriter;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted()) {
                throw truncateResponse(failure);
            }
            response.resetBuffer();
            errorResponseWriter.write(toRefusal(failure), request, response);
        }
    }

    /** Makes the web server close the connection. Otherwise the client would take the truncated response for complete. */
    private static IOException truncateResponse(Exception failure) {
        if (CauseChain.of(failure).stream()
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException)) {
            LOG.debug("The client has disconnected.");
        } else {
            LOG.error("A response was truncated; the connection is closed.", RedactedException.always(failure));
        }
        return new CloseNowException("An answer broke off in the middle.");
    }

    private RefusalException toRefusal(Exception failure) {
        return failure instanceof RefusalException refusal
                ? refusal
                : failures.toRefusal(failure); // a body that only a filter reads may be refused
    }
}
