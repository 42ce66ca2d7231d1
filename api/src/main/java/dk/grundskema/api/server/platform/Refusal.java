package dk.grundskema.api.server.platform;

import dk.grundskema.domain.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The answer to a request that can't be done as asked: what is wrong, all of it, and what sort of no it is. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final transient List<Finding> findings;
    private final transient List<Meanwhile> meanwhile;
    private final transient @Nullable Duration patience;

    /**
     * @param status   the status of the answer, 400 to 499, or 500, 503 or 507
     * @param findings what is wrong, at least one finding; the first one's code is the answer's
     */
    public Refusal(HttpStatus status, List<Finding> findings) {
        this(status, findings, List.of());
    }

    /** @param meanwhile what was done since the caller looked, the latest first; empty if that isn't why */
    public Refusal(HttpStatus status, List<Finding> findings, List<Meanwhile> meanwhile) {
        this(status, findings, meanwhile, null);
    }

    private Refusal(HttpStatus status, List<Finding> findings, List<Meanwhile> meanwhile, @Nullable Duration patience) {
        super(status + " " + findings.stream().map(Finding::code).toList(), null, false, false);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A refusal (%s) without a finding tells nobody why.".formatted(status));
        }
        this.status = status;
        this.findings = List.copyOf(findings);
        this.meanwhile = List.copyOf(meanwhile);
        this.patience = patience;
    }

    /** Too much was asked in too little time; it can be asked again after so long. */
    public static Refusal tooMany(String code, Duration patience) {
        return later(HttpStatus.TOO_MANY_REQUESTS, code, patience);
    }

    /** It can't be done just now, and nothing of it was; it can be asked again after so long. */
    public static Refusal again(String code, Duration patience) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, code, patience);
    }

    private static Refusal later(HttpStatus status, String code, Duration patience) {
        long seconds = Math.max(1, patience.plusMillis(999).toSeconds());
        return new Refusal(status, List.of(Finding.error(code, "", seconds)), List.of(), Duration.ofSeconds(seconds));
    }

    /**
     * Something that was done while the caller looked elsewhere.
     *
     * @param number    the revision that the plan was at afterwards
     * @param code      what was done: key of a text
     * @param arguments what that text mentions; never names of students
     * @param author    id of the account that did it
     * @param authorName what its owner is called; {@code null} if it is gone
     * @param made      when
     * @param problem   hash of the problem that the plan is at now, which calls those by name whom the text mentions by id; {@code null} means that nothing does
     */
    public record Meanwhile(
            int number,
            String code,
            List<String> arguments,
            String author,
            @Nullable String authorName,
            Instant made,
            @Nullable String problem) {
        /** Copies the list. */
        public Meanwhile {
            arguments = List.copyOf(arguments);
        }
    }

    /** Nothing is there, or nothing that the caller may know of. */
    public static Refusal notFound() {
        return of(HttpStatus.NOT_FOUND, "rest.not-found");
    }

    /** The caller may know that it is there, but may not do this. */
    public static Refusal forbidden() {
        return of(HttpStatus.FORBIDDEN, "rest.forbidden");
    }

    /** What was sent can't be used; everything that is wrong with it. */
    public static Refusal unusable(List<Finding> findings) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, findings);
    }

    /** What was sent can't be used, for one reason. */
    public static Refusal unusable(String code, String pointer, Object... arguments) {
        return unusable(List.of(Finding.error(code, pointer, arguments)));
    }

    /** It can be asked, but not as things stand. */
    public static Refusal conflict(String code, Object... arguments) {
        return of(HttpStatus.CONFLICT, code, arguments);
    }

    /** A refusal for one reason that is about the request as a whole. */
    public static Refusal of(HttpStatus status, String code, Object... arguments) {
        return new Refusal(status, List.of(Finding.error(code, "", arguments)));
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** How long to wait before it is asked again; {@code null} means that waiting doesn't help. */
    public @Nullable Duration patience() {
        return patience;
    }

    /** What is wrong. */
    public List<Finding> findings() {
        return findings;
    }

    /** What was done since the caller looked, the latest first. */
    public List<Meanwhile> meanwhile() {
        return meanwhile;
    }
}
