package dk.grundskema.api.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request showed so that its caller is known.
 *
 * @param credential what it is
 * @param csrf       what the request must repeat if it changes something, since browsers send cookies whoever made the page;
 *     {@code null} means nothing: tokens are never sent unasked
 */
record Presented(Credential credential, @Nullable String csrf) {
    /** Header by which pages repeat what only they can read. */
    static final String HEADER = "X-CSRF-Token";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** What the pages of a session repeat. */
    static String csrf(String session) {
        return Secrets.hash("csrf " + session).substring(0, 40);
    }

    /** Whether the request can't have been made by somebody else's page. */
    boolean isFromOurPages(HttpServletRequest request) {
        if (csrf == null || HARMLESS.contains(request.getMethod())) {
            return true;
        }
        String repeated = request.getHeader(HEADER);
        return repeated != null && Secrets.isSame(repeated, csrf);
    }

    /** Only the credential's id. */
    @Override
    public String toString() {
        return credential.toString();
    }
}
