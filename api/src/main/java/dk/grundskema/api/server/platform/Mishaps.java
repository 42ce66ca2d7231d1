package dk.grundskema.api.server.platform;

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
 * What fails before an operation is reached, such as looking up who calls, is answered like what fails in one. Of what fails when part of an answer has
 * been sent, no more is sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class Mishaps extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final PlainProblems problems;
    private final Failures failures;

    Mishaps(PlainProblems problems, Failures failures) {
        this.problems = problems;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted()) {
                throw brokenOff(failure);
            }
            response.resetBuffer();
            problems.answer(refusal(failure), request, response);
        }
    }

    /** Lets the web server break the connection: an answer that ended like others would be taken for whole. */
    private static IOException brokenOff(Exception failure) {
        if (Causes.of(failure).stream()
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException)) {
            LOG.debug("The client has gone.");
        } else {
            LOG.error("An answer broke off in the middle.", Unspoken.entirely(failure));
        }
        return new CloseNowException("An answer broke off in the middle.");
    }

    private Refusal refusal(Exception failure) {
        return failure instanceof Refusal refusal
                ? refusal
                : failures.told(failure); // a content that only a filter reads may be refused
    }
}
