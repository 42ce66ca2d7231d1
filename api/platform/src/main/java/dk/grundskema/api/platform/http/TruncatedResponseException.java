package dk.grundskema.api.platform.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * A failure after part of the response was sent. Problem details cannot be sent any more, and must not be appended to a seemingly complete response.
 * {@link FailureFilter} closes the connection, so that the client notices.
 */
final class TruncatedResponseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private TruncatedResponseException(Throwable failure) {
        super("An answer broke off in the middle.", failure, false, false);
    }

    /** Handles such failures before other resolvers turn them into problem details. */
    @Component
    static final class Resolver implements HandlerExceptionResolver, Ordered {
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable ModelAndView resolveException(
                HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
            // A streamed response has its own end marker.
            if (response.isCommitted() && request.getDispatcherType() == DispatcherType.REQUEST) {
                throw new TruncatedResponseException(failure);
            }
            return null;
        }
    }
}
