package dk.grundskema.api.server.platform;

import dk.grundskema.api.server.platform.AnsweredRequests.Answered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives the answer that was given before to whoever asks the same again under the same key, if they may still ask and may do what they could then. */
@Component
final class ReplayedAnswers implements HandlerInterceptor {
    /** After it is known that the caller may use the operation. */
    static final int ORDER = 100;

    /** Attribute of a request: its answer is kept nowhere. */
    static final String SECRET = ReplayedAnswers.class.getName() + ".secret";

    private final AnsweredRequests answered;

    ReplayedAnswers(AnsweredRequests answered) {
        this.answered = answered;
    }

    /**
     * A request that was begun before.
     *
     * @param name    its name
     * @param request what it asks
     */
    record Again(AnsweredRequests.Name name, FingerprintedRequest request) {
        private static final String ATTRIBUTE = Again.class.getName();

        /** Lets the request be answered once it is known that the caller may ask. */
        void ask(HttpServletRequest asked) {
            asked.setAttribute(ATTRIBUTE, this);
        }
    }

    /** What the caller may do where the request leads to. */
    static String rights(HttpServletRequest request) {
        return request.getAttribute(AnsweredRequests.RIGHTS) instanceof String rights ? rights : "";
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean isSecret = handler instanceof HandlerMethod method && method.hasMethodAnnotation(ToldOnce.class);
        if (isSecret) {
            request.setAttribute(SECRET, true);
        }
        if (!(request.getAttribute(Again.ATTRIBUTE) instanceof Again again)) {
            return true;
        }
        String gone = isSecret ? "rest.idempotency-secret" : "rest.idempotency-forgotten";
        Answered answer = answered.find(again.name(), again.request().fingerprint(), rights(request), gone)
                .orElseThrow(() -> Refusal.conflict("rest.idempotency-running"));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.content());
        return false;
    }
}
