package dk.grundskema.api.server.platform;

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
 * Something failed when part of the answer had been sent already. No problem can be told any more, least of all behind that part, as if the answer were
 * whole: {@link Mishaps} breaks the connection, and so whoever asked knows.
 */
final class BrokenOff extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private BrokenOff(Throwable failure) {
        super("An answer broke off in the middle.", failure, false, false);
    }

    /** Sees to such failures before anybody makes problems of them. */
    @Component
    static final class Resolver implements HandlerExceptionResolver, Ordered {
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable ModelAndView resolveException(
                HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
            // What is told bit by bit has an end of its own.
            if (response.isCommitted() && request.getDispatcherType() == DispatcherType.REQUEST) {
                throw new BrokenOff(failure);
            }
            return null;
        }
    }
}
