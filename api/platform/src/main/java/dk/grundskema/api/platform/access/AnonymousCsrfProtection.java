package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Proves that a form that needs no sign-in comes from a page of this service. The browser keeps a random secret in a cookie that scripts cannot read;
 * the form contains a hash of it. Another site can read neither the cookie nor the form, and nothing is stored on the server.
 */
@Component
public final class AnonymousCsrfProtection {
    /** Form field that contains the hash. */
    private static final String FIELD = PresentedCredential.FIELD;

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final IdGenerator ids;
    private final boolean isAlwaysEncrypted;

    AnonymousCsrfProtection(IdGenerator ids, ServerSettings settings) {
        this.ids = ids;
        this.isAlwaysEncrypted = settings.hasSecureCookies();
    }

    /** Returns the value for the form field. An existing secret of the browser is reused, so that forms in several tabs stay valid. */
    public String issueToken(HttpServletRequest request, HttpServletResponse response) {
        boolean isSecure = isSecure(request);
        String secret =
                AuthenticationCookies.anonymousFormSecret(request, isSecure).orElseGet(ids::newSecret);
        AuthenticationCookies.setAnonymousFormSecret(response, secret, isSecure, LIFETIME);
        return hash(secret);
    }

    /** Returns whether the form field matches the browser's secret. */
    public boolean isFromOurPages(HttpServletRequest request) {
        String repeated = request.getParameter(FIELD);
        return repeated != null
                && AuthenticationCookies.anonymousFormSecret(request, isSecure(request))
                        .filter(secret -> SecretHash.isSame(repeated, hash(secret)))
                        .isPresent();
    }

    private boolean isSecure(HttpServletRequest request) {
        return isAlwaysEncrypted || request.isSecure();
    }

    private static String hash(String secret) {
        return SecretHash.hash("form " + secret);
    }
}
