package dk.grundskema.api.platform.http;

import dk.grundskema.domain.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Exception that becomes the error response to a request: HTTP status and all findings. */
public final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final transient List<Finding> findings;
    private final transient List<ConcurrentChange> concurrentChanges;
    private final transient @Nullable Duration retryAfter;

    /**
     * @param status   HTTP status, 400 to 499, or 500, 503 or 507
     * @param findings the findings, at least one; the code of the first one becomes the code of the response
     */
    public RefusalException(HttpStatus status, List<Finding> findings) {
        this(status, findings, List.of());
    }

    /** @param concurrentChanges changes since the caller loaded the data, the latest first; empty if they are not the reason */
    public RefusalException(HttpStatus status, List<Finding> findings, List<ConcurrentChange> concurrentChanges) {
        this(status, findings, concurrentChanges, null);
    }

    private RefusalException(
            HttpStatus status,
            List<Finding> findings,
            List<ConcurrentChange> concurrentChanges,
            @Nullable Duration retryAfter) {
        super(status + " " + findings.stream().map(Finding::code).toList(), null, false, false);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A refusal (%s) needs at least one finding.".formatted(status));
        }
        this.status = status;
        this.findings = List.copyOf(findings);
        this.concurrentChanges = List.copyOf(concurrentChanges);
        this.retryAfter = retryAfter;
    }

    /** Returns a 429 refusal: too many requests; the client may retry after {@code retryAfter}. */
    public static RefusalException tooMany(String code, Duration retryAfter) {
        return withRetryAfter(HttpStatus.TOO_MANY_REQUESTS, code, retryAfter);
    }

    /** Returns a 503 refusal: nothing was done; the client may retry after {@code retryAfter}. */
    public static RefusalException retryLater(String code, Duration retryAfter) {
        return withRetryAfter(HttpStatus.SERVICE_UNAVAILABLE, code, retryAfter);
    }

    private static RefusalException withRetryAfter(HttpStatus status, String code, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new RefusalException(
                status, List.of(Finding.error(code, "", seconds)), List.of(), Duration.ofSeconds(seconds));
    }

    /**
     * A change that was made since the caller loaded the data.
     *
     * @param number     the revision of the plan after the change
     * @param code       what was changed: key of a text
     * @param arguments  arguments of that text; never names of students
     * @param author     id of the account that made the change
     * @param authorName name of the account's owner; {@code null} if the account is deleted
     * @param made       time of the change
     * @param problem    hash of the plan's current problem, which has the names for the ids in the text; {@code null} if there is none
     */
    public record ConcurrentChange(
            int number,
            String code,
            List<String> arguments,
            String author,
            @Nullable String authorName,
            Instant made,
            @Nullable String problem) {
        /** Copies the list. */
        public ConcurrentChange {
            arguments = List.copyOf(arguments);
        }
    }

    /** The resource does not exist, or the caller must not know that it does. */
    public static RefusalException notFound() {
        return of(HttpStatus.NOT_FOUND, "rest.not-found");
    }

    /** The caller may know that the resource exists, but must not do this. */
    public static RefusalException forbidden() {
        return of(HttpStatus.FORBIDDEN, "rest.forbidden");
    }

    /** The content is invalid; the findings list all errors. */
    public static RefusalException unusable(List<Finding> findings) {
        return new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, findings);
    }

    /** The content is invalid for one reason. */
    public static RefusalException unusable(String code, String pointer, Object... arguments) {
        return unusable(List.of(Finding.error(code, pointer, arguments)));
    }

    /** The request is valid but conflicts with the current state. */
    public static RefusalException conflict(String code, Object... arguments) {
        return of(HttpStatus.CONFLICT, code, arguments);
    }

    /** A refusal for one reason that concerns the whole request. */
    public static RefusalException of(HttpStatus status, String code, Object... arguments) {
        return new RefusalException(status, List.of(Finding.error(code, "", arguments)));
    }

    /** Returns the HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** Returns how long to wait before a retry; {@code null} if waiting does not help. */
    public @Nullable Duration patience() {
        return retryAfter;
    }

    /** Returns the findings. */
    public List<Finding> findings() {
        return findings;
    }

    /** Returns the changes since the caller loaded the data, the latest first. */
    public List<ConcurrentChange> concurrentChanges() {
        return concurrentChanges;
    }
}
