package dk.grundskema.api.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Reads and writes the cookies for authentication: the session secret, which scripts cannot read; the CSRF token, which only this service's pages
 * read; and the secret of an OpenID Connect sign-in in progress.
 */
public final class AuthenticationCookies {
    /** Cookie with the session secret. */
    public static final String SESSION = "grundskema-session";

    /** Cookie with the CSRF token that pages repeat in {@link PresentedCredential#HEADER}. */
    static final String CSRF = "grundskema-csrf";

    /** Cookie with the secret that leads to an OpenID Connect sign-in in progress. */
    public static final String OIDC_LOGIN = "grundskema-elsewhere";

    /** Cookie with the secret of forms that need no sign-in. */
    private static final String FORM = "grundskema-form";

    /** Prefix of cookie names that browsers accept over HTTPS and from this host only, so a neighbouring host cannot set such a cookie. */
    private static final String HOST_ONLY = "__Host-";

    private static final String OIDC_PATH = "/login/oauth2";

    private AuthenticationCookies() {}

    /** Returns the session secret of the request; empty if it has none. */
    public static Optional<String> sessionSecret(HttpServletRequest request) {
        return value(request, SESSION);
    }

    /** Returns the value of a cookie; empty if the request does not have it. */
    public static Optional<String> value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Sets the cookies of a session. */
    public static void setSession(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, SESSION, secret, "/", true, isSecure, lasts);
        add(response, CSRF, PresentedCredential.csrf(secret), "/", false, isSecure, lasts);
    }

    /** Deletes the cookies of a session. */
    public static void clearSession(HttpServletResponse response, boolean isSecure) {
        add(response, SESSION, "", "/", true, isSecure, Duration.ZERO);
        add(response, CSRF, "", "/", false, isSecure, Duration.ZERO);
    }

    /** Sets the cookie of an OpenID Connect sign-in in progress, which browsers send to its callback only; a duration of 0 deletes it. */
    public static void setOidcRequest(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, OIDC_LOGIN, secret, OIDC_PATH, true, isSecure, lasts);
    }

    /** Returns the secret of anonymous forms; empty if the request has none. */
    static Optional<String> anonymousFormSecret(HttpServletRequest request, boolean isSecure) {
        return value(request, anonymousFormCookieName(isSecure));
    }

    /** Sets the cookie with the secret of anonymous forms. */
    static void setAnonymousFormSecret(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, anonymousFormCookieName(isSecure), secret, "/", true, isSecure, lasts);
    }

    private static String anonymousFormCookieName(boolean isSecure) {
        return isSecure ? HOST_ONLY + FORM : FORM;
    }

    private static void add(
            HttpServletResponse response,
            String name,
            String value,
            String path,
            boolean isHidden,
            boolean isSecure,
            Duration lasts) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(isHidden)
                .secure(isSecure)
                .sameSite("Lax")
                .maxAge(lasts)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
