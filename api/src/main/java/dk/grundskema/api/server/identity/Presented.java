package dk.grundskema.api.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What a request showed so that its caller is known.
 *
 * @param credential what it is
 * @param csrf       what the request must repeat if it changes something, since browsers send cookies whoever made the page;
 *     {@code null} means nothing: tokens are never sent unasked
 */
record Presented(Credential credential, @Nullable String csrf) {
    /** Header by which scripts of pages repeat what only they can read. */
    static final String HEADER = "X-CSRF-Token";

    /** Field by which forms of pages do. */
    static final String FIELD = "csrf";

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
        String header = request.getHeader(HEADER);
        String repeated = header == null && isForm(request) ? request.getParameter(FIELD) : header;
        return repeated != null && Secrets.isSame(repeated, csrf);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Only the credential's id. */
    @Override
    public String toString() {
        return credential.toString();
    }
}
