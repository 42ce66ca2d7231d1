package dk.grundskema.api.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartRequest;

/**
 * The credential that a request was authenticated with.
 *
 * @param credential the credential
 * @param csrf       token that a request must repeat to change something, because browsers send cookies with requests from other sites too;
 *     {@code null} means none: tokens are never sent automatically
 */
public record PresentedCredential(
        Credential credential, @Nullable String csrf) {
    /** Request header with the CSRF token, for scripts of pages. */
    static final String HEADER = "X-CSRF-Token";

    /** Form field with the CSRF token. */
    static final String FIELD = "csrf";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** Returns the CSRF token for the pages of a session. */
    public static String csrf(String session) {
        return SecretHash.hash("csrf " + session).substring(0, 40);
    }

    /** Returns whether the request cannot come from another site's page. */
    boolean isFromOurPages(HttpServletRequest request) {
        if (csrf == null || HARMLESS.contains(request.getMethod())) {
            return true;
        }
        String header = request.getHeader(HEADER);
        if (header == null && request instanceof MultipartRequest uploaded) {
            uploaded.getMultiFileMap(); // reads the request, so that one that is too large is refused as such
        }
        String repeated = header == null && isForm(request) ? request.getParameter(FIELD) : header;
        return repeated != null && SecretHash.isSame(repeated, csrf);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                        || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
    }

    /** Returns only the credential's id. */
    @Override
    public String toString() {
        return credential.toString();
    }
}
