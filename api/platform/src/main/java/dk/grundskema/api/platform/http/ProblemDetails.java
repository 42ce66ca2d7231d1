package dk.grundskema.api.platform.http;

import dk.grundskema.domain.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that was refused or failed, as RFC 9457 has it, with our findings.
 *
 * @param type      which sort of problem, as a URN that ends in the code
 * @param title     the same in words
 * @param status    the status of the answer
 * @param detail    what is wrong, in the language that was asked for
 * @param code      stable code of the first finding
 * @param requestId names the request in the service's logs
 * @param findings  everything that is wrong
 * @param meanwhile of a change that came too late: what was done since the caller looked, the latest first; otherwise {@code null}
 */
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        List<FindingView> findings,
        @Nullable List<ConcurrentChangeView> meanwhile) {
    /** Copies the lists. */
    public ProblemDetails {
        findings = List.copyOf(findings);
        meanwhile = meanwhile == null ? null : List.copyOf(meanwhile);
    }

    /** Returns a copy with other findings. */
    ProblemDetails withFindings(List<FindingView> others) {
        return new ProblemDetails(type, title, status, detail, code, requestId, others, meanwhile);
    }

    /**
     * Something that was done meanwhile.
     *
     * @param number the revision that the plan was at afterwards
     * @param code   what was done, for programs
     * @param text   the same in words
     * @param author id of the account that did it
     * @param authorName what its owner is called; {@code null} if it is gone
     * @param made   when it was done
     */
    public record ConcurrentChangeView(
            int number,
            String code,
            String text,
            String author,
            @Nullable String authorName,
            Instant made) {}

    /**
     * A finding as programs and people read it.
     *
     * @param code     stable name of what was found
     * @param severity whether the input can still be used
     * @param pointer  JSON pointer to the place in what was sent; empty for the whole. After {@code problem#} it leads into the plan's problem
     * @param text     what it says, in the language that was asked for
     */
    public record FindingView(String code, Severity severity, String pointer, String text) {}
}
