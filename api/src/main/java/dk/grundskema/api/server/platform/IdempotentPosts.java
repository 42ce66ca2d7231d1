package dk.grundskema.api.server.platform;

import dk.grundskema.api.server.platform.AnsweredRequests.Answered;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A post with an {@code Idempotency-Key} is done once: the same again gets the same answer, and of two at once one does it. What was
 * refused did nothing, so it is asked anew. What was done before is answered by {@link ReplayedAnswers}, once it is known that the caller may ask.
 */
@Component
@Order(CallerRates.ORDER + 10)
final class IdempotentPosts extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;
    private static final String[] KEPT = {"Content-Type", "Location", "ETag"};

    private final AnsweredRequests answered;
    private final PlainProblems problems;

    IdempotentPosts(AnsweredRequests answered, PlainProblems problems) {
        this.answered = answered;
        this.problems = problems;
    }

    /** Whoever isn't known has no keys of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST) {
            problems.answer(Refusal.of(HttpStatus.BAD_REQUEST, "rest.idempotency-key", LONGEST), request, response);
            return;
        }
        var name = AnsweredRequests.Name.of(
                request.getUserPrincipal().getName(),
                key,
                String.valueOf(request.getAttribute(AnsweredRequests.SHOWN)));
        var fingerprinted = new FingerprintedRequest(request);
        if (answered.begin(name)) {
            perform(name, fingerprinted, response, chain);
        } else {
            new ReplayedAnswers.Again(name, fingerprinted).ask(fingerprinted);
            chain.doFilter(fingerprinted, response);
        }
    }

    private void perform(
            AnsweredRequests.Name name, FingerprintedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        boolean isDone = false;
        try {
            chain.doFilter(request, caught);
            isDone = caught.getStatus() < 300;
            if (isDone) {
                boolean isSecret = request.getAttribute(ReplayedAnswers.SECRET) != null;
                answered.keep(
                        name,
                        request.fingerprint(),
                        isSecret ? null : answer(caught, ReplayedAnswers.rights(request)),
                        about(request));
            }
        } finally {
            if (!isDone) {
                answered.forget(name);
            }
        }
        caught.copyBodyToResponse();
    }

    private static @Nullable String about(HttpServletRequest request) {
        return request.getAttribute(AnsweredRequests.ABOUT) instanceof String about ? about : null;
    }

    private static Answered answer(ContentCachingResponseWrapper caught, String rights) {
        Map<String, String> headers = new TreeMap<>();
        for (String header : KEPT) {
            String value = header.equals("Content-Type") ? caught.getContentType() : caught.getHeader(header);
            if (value != null) {
                headers.put(header, value);
            }
        }
        return new Answered(rights, caught.getStatus(), headers, caught.getContentAsByteArray());
    }
}
