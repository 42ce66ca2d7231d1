package dk.grundskema.api.server.platform;

import dk.grundskema.domain.finding.Severity;
import java.util.List;

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
 */
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        List<FindingView> findings) {
    /** Copies the findings. */
    public ProblemDetails {
        findings = List.copyOf(findings);
    }

    /**
     * A finding as programs and people read it.
     *
     * @param code     stable name of what was found
     * @param severity whether the input can still be used
     * @param pointer  JSON pointer to the place in what was sent; empty for the whole
     * @param text     what it says, in the language that was asked for
     */
    public record FindingView(String code, Severity severity, String pointer, String text) {}
}
