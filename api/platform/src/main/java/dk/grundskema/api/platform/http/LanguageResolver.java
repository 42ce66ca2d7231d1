package dk.grundskema.api.platform.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Resolves the language of a request: the one chosen on a page, otherwise the one that the client asks for. */
public final class LanguageResolver extends AcceptHeaderLocaleResolver {
    private static final String COOKIE = "grundskema-language";
    private static final Duration LIFETIME = Duration.ofDays(365);

    public LanguageResolver() {
        setSupportedLocales(RequestTexts.LANGUAGES);
        setDefaultLocale(RequestTexts.LANGUAGES.getFirst());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> supportedLanguage(value).stream())
                .findFirst()
                .orElseGet(() -> super.resolveLocale(request));
    }

    private static Optional<Locale> supportedLanguage(String language) {
        return RequestTexts.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language))
                .findFirst();
    }

    /** Returns the cookie that stores the chosen language; for an unknown language, a cookie that deletes the choice. */
    public static ResponseCookie languageCookie(String language) {
        Optional<Locale> chosen = supportedLanguage(language);
        return ResponseCookie.from(COOKIE, chosen.map(Locale::getLanguage).orElse(""))
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(chosen.isPresent() ? LIFETIME : Duration.ZERO)
                .build();
    }
}
