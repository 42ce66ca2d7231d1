package dk.grundskema.api.server.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies of a session: the secret, which no script reads, and what pages repeat, which only ours read. */
final class Cookies {
    /** Holds the session's secret. */
    static final String SESSION = "grundskema-session";

    /** Holds what pages repeat in {@link Presented#HEADER}. */
    static final String CSRF = "grundskema-csrf";

    private Cookies() {}

    /** The session's secret, if the request has one. */
    static Optional<String> session(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Lets the browser keep a session. */
    static void set(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, SESSION, secret, true, isSecure, lasts);
        add(response, CSRF, Presented.csrf(secret), false, isSecure, lasts);
    }

    /** Lets the browser forget it. */
    static void clear(HttpServletResponse response, boolean isSecure) {
        add(response, SESSION, "", true, isSecure, Duration.ZERO);
        add(response, CSRF, "", false, isSecure, Duration.ZERO);
    }

    private static void add(
            HttpServletResponse response,
            String name,
            String value,
            boolean isHidden,
            boolean isSecure,
            Duration lasts) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(isHidden)
                .secure(isSecure)
                .sameSite("Lax")
                .maxAge(lasts)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
