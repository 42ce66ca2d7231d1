package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.FreshIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Proves that a form for which nobody needs to be signed in comes from a page of this service. The browser keeps a random secret in a cookie that no
 * script reads; the form repeats a hash of it. Another site can neither read the cookie nor the form, and nothing is stored on the server.
 */
@Component
public final class AnonymousForms {
    /** Field by which forms repeat the hash. */
    private static final String FIELD = Presented.FIELD;

    private static final Duration LASTS = Duration.ofHours(12);

    private final FreshIds ids;
    private final boolean isAlwaysEncrypted;

    AnonymousForms(FreshIds ids, @Value("${grundskema.secure-cookies:false}") boolean isAlwaysEncrypted) {
        this.ids = ids;
        this.isAlwaysEncrypted = isAlwaysEncrypted;
    }

    /** What a form of the answer repeats. The browser keeps its secret if it has one, so that forms in several tabs stay valid. */
    public String token(HttpServletRequest request, HttpServletResponse response) {
        boolean isSecure = isSecure(request);
        String secret = Cookies.form(request, isSecure).orElseGet(ids::secret);
        Cookies.setForm(response, secret, isSecure, LASTS);
        return hash(secret);
    }

    /** Whether the request repeats what a page of this service gave to this browser. */
    public boolean isFromOurPages(HttpServletRequest request) {
        String repeated = request.getParameter(FIELD);
        return repeated != null
                && Cookies.form(request, isSecure(request))
                        .filter(secret -> Secrets.isSame(repeated, hash(secret)))
                        .isPresent();
    }

    private boolean isSecure(HttpServletRequest request) {
        return isAlwaysEncrypted || request.isSecure();
    }

    private static String hash(String secret) {
        return Secrets.hash("form " + secret);
    }
}
