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

/** The two cookies of a session: the secret, which no script reads, and what pages repeat, which only ours read. And the one on the way to it. */
public final class Cookies {
    /** Holds the session's secret. */
    public static final String SESSION = "grundskema-session";

    /** Holds what pages repeat in {@link Presented#HEADER}. */
    static final String CSRF = "grundskema-csrf";

    /** Leads to what somebody must bring back who signs in elsewhere. */
    static final String ELSEWHERE = "grundskema-elsewhere";

    /** Holds the secret of forms for which nobody needs to be signed in. */
    private static final String FORM = "grundskema-form";

    /** A browser accepts a cookie of this name over https and from this very host only, so a neighbouring host can set none. */
    private static final String HOST_ONLY = "__Host-";

    private static final String BACK = "/login/oauth2";

    private Cookies() {}

    /** The session's secret, if the request has one. */
    static Optional<String> session(HttpServletRequest request) {
        return value(request, SESSION);
    }

    /** What a cookie holds, if the request has it. */
    static Optional<String> value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Lets the browser keep a session. */
    static void set(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, SESSION, secret, "/", true, isSecure, lasts);
        add(response, CSRF, Presented.csrf(secret), "/", false, isSecure, lasts);
    }

    /** Lets the browser forget it. */
    static void clear(HttpServletResponse response, boolean isSecure) {
        add(response, SESSION, "", "/", true, isSecure, Duration.ZERO);
        add(response, CSRF, "", "/", false, isSecure, Duration.ZERO);
    }

    /** Lets the browser keep what it must bring back from elsewhere, and bring it nowhere else; nothing lasts no time. */
    static void setElsewhere(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, ELSEWHERE, secret, BACK, true, isSecure, lasts);
    }

    /** The secret of anonymous forms, if the request has one. */
    static Optional<String> form(HttpServletRequest request, boolean isSecure) {
        return value(request, formName(isSecure));
    }

    /** Lets the browser keep the secret of anonymous forms. */
    static void setForm(HttpServletResponse response, String secret, boolean isSecure, Duration lasts) {
        add(response, formName(isSecure), secret, "/", true, isSecure, lasts);
    }

    private static String formName(boolean isSecure) {
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
