package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.platform.http.ErrorResponseWriter;
import dk.grundskema.api.platform.http.IdempotencyRepository;
import dk.grundskema.api.platform.http.IdempotencyRepository.StoredResponse;
import dk.grundskema.api.platform.http.RefusalException;
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
 * Executes a POST request with an {@code Idempotency-Key} only once: a repetition gets the same response, and of two concurrent requests one is
 * executed. A refused request changed nothing, so a repetition is executed again. {@link IdempotencyReplayInterceptor} replays stored responses after
 * the access check.
 */
@Component
@Order(CallerRateLimitFilter.ORDER + 10)
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 200;
    private static final String[] REPLAYED_HEADERS = {"Content-Type", "Location", "ETag"};

    private final IdempotencyRepository storedResponses;
    private final ErrorResponseWriter errorResponseWriter;

    IdempotencyFilter(IdempotencyRepository storedResponses, ErrorResponseWriter errorResponseWriter) {
        this.storedResponses = storedResponses;
        this.errorResponseWriter = errorResponseWriter;
    }

    /** Unauthenticated callers have no keys of their own. */
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
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            errorResponseWriter.write(
                    RefusalException.of(HttpStatus.BAD_REQUEST, "rest.idempotency-key", MAX_KEY_LENGTH),
                    request,
                    response);
            return;
        }
        var name = IdempotencyRepository.RequestKey.of(
                request.getUserPrincipal().getName(),
                key,
                String.valueOf(request.getAttribute(IdempotencyRepository.SECRET_HASH_ATTRIBUTE)));
        var fingerprinted = new FingerprintedRequest(request);
        if (storedResponses.tryBegin(name)) {
            perform(name, fingerprinted, response, chain);
        } else {
            new IdempotencyReplayInterceptor.RepeatedRequest(name, fingerprinted).attachTo(fingerprinted);
            chain.doFilter(fingerprinted, response);
        }
    }

    private void perform(
            IdempotencyRepository.RequestKey name,
            FingerprintedRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        boolean isDone = false;
        try {
            chain.doFilter(request, caught);
            isDone = caught.getStatus() < 300;
            if (isDone) {
                boolean isSecret = request.getAttribute(IdempotencyReplayInterceptor.SECRET) != null;
                storedResponses.storeResponse(
                        name,
                        request.fingerprint(),
                        isSecret ? null : toStoredResponse(caught, IdempotencyReplayInterceptor.rights(request)),
                        organisationOf(request));
            }
        } finally {
            if (!isDone) {
                storedResponses.releaseKey(name);
            }
        }
        caught.copyBodyToResponse();
    }

    private static @Nullable String organisationOf(HttpServletRequest request) {
        return request.getAttribute(IdempotencyRepository.ORGANISATION_ATTRIBUTE) instanceof String about
                ? about
                : null;
    }

    private static StoredResponse toStoredResponse(ContentCachingResponseWrapper caught, String rights) {
        Map<String, String> headers = new TreeMap<>();
        for (String header : REPLAYED_HEADERS) {
            String value = header.equals("Content-Type") ? caught.getContentType() : caught.getHeader(header);
            if (value != null) {
                headers.put(header, value);
            }
        }
        return new StoredResponse(rights, caught.getStatus(), headers, caught.getContentAsByteArray());
    }
}
