package dk.grundskema.api.server.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language that somebody has chosen on a page; otherwise the one that the browser or program asks for. */
public final class ChosenLanguage extends AcceptHeaderLocaleResolver {
    private static final String COOKIE = "grundskema-language";
    private static final Duration LASTS = Duration.ofDays(365);

    ChosenLanguage() {
        setSupportedLocales(Speaking.LANGUAGES);
        setDefaultLocale(Speaking.LANGUAGES.getFirst());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> known(value).stream())
                .findFirst()
                .orElseGet(() -> super.resolveLocale(request));
    }

    private static Optional<Locale> known(String language) {
        return Speaking.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language))
                .findFirst();
    }

    /** The cookie by which a browser remembers a choice; of a language that there isn't, one that forgets it. */
    public static ResponseCookie cookie(String language) {
        Optional<Locale> chosen = known(language);
        return ResponseCookie.from(COOKIE, chosen.map(Locale::getLanguage).orElse(""))
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(chosen.isPresent() ? LASTS : Duration.ZERO)
                .build();
    }
}
