package dk.grundskema.api.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What fails before an operation is reached, such as looking up who calls, is answered like what fails in one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class Mishaps extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final PlainProblems problems;
    private final FullDisk fullDisk;

    Mishaps(PlainProblems problems, FullDisk fullDisk) {
        this.problems = problems;
        this.fullDisk = fullDisk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            problems.answer(refusal(failure), request, response);
        }
    }

    private Refusal refusal(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal; // of a content that only a filter reads
        }
        return fullDisk.isReasonOf(failure) ? full() : failed(failure);
    }

    private static Refusal full() {
        LOG.error("There is no room left on the disk.");
        return Refusal.of(HttpStatus.INSUFFICIENT_STORAGE, "rest.disk-full");
    }

    private static Refusal failed(Exception failure) {
        if (AwayDatabase.isReasonOf(failure)) {
            LOG.error("The database can't be reached.", Unspoken.of(failure));
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "rest.database-away");
        }
        LOG.error("A request failed.", Unspoken.of(failure));
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "rest.status-500");
    }
}
