package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.platform.http.IdempotencyRepository;
import dk.grundskema.api.platform.http.IdempotencyRepository.StoredResponse;
import dk.grundskema.api.platform.http.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Replays the stored response to a repeated request with the same key, if the caller still has access with the same permissions. */
@Component
final class IdempotencyReplayInterceptor implements HandlerInterceptor {
    /** After the access check. */
    static final int ORDER = 100;

    /** Request attribute: the response must not be stored. */
    static final String SECRET = IdempotencyReplayInterceptor.class.getName() + ".secret";

    private final IdempotencyRepository storedResponses;

    IdempotencyReplayInterceptor(IdempotencyRepository storedResponses) {
        this.storedResponses = storedResponses;
    }

    /**
     * A request whose key was used before.
     *
     * @param name    key of the stored response
     * @param request the current request
     */
    record RepeatedRequest(IdempotencyRepository.RequestKey name, FingerprintedRequest request) {
        private static final String ATTRIBUTE = RepeatedRequest.class.getName();

        /** Marks the request, so that it is answered after the access check. */
        void attachTo(HttpServletRequest asked) {
            asked.setAttribute(ATTRIBUTE, this);
        }
    }

    /** Returns the permissions of the caller for this request. */
    static String rights(HttpServletRequest request) {
        return request.getAttribute(IdempotencyRepository.PERMISSIONS_ATTRIBUTE) instanceof String rights ? rights : "";
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean isSecret = handler instanceof HandlerMethod method && method.hasMethodAnnotation(NotReplayed.class);
        if (isSecret) {
            request.setAttribute(SECRET, true);
        }
        if (!(request.getAttribute(RepeatedRequest.ATTRIBUTE) instanceof RepeatedRequest again)) {
            return true;
        }
        String gone = isSecret ? "rest.idempotency-secret" : "rest.idempotency-forgotten";
        StoredResponse answer = storedResponses
                .findResponse(again.name(), again.request().fingerprint(), rights(request), gone)
                .orElseThrow(() -> RefusalException.conflict("rest.idempotency-running"));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.content());
        return false;
    }
}
