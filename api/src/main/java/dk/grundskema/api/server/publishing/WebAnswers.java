package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.ProblemPages;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.Pages;
import dk.grundskema.api.web.WebPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Pages of the web as answers. */
@Component
public final class WebAnswers {
    private static final String POLICY = "Content-Security-Policy";

    private final Map<String, Pages> pages =
            Speaking.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Pages::new));
    private final LocaleResolver languages;

    WebAnswers(LocaleResolver languages) {
        this.languages = languages;
    }

    /** Those who draw pages in a language. */
    public Pages in(Locale language) {
        return Objects.requireNonNull(pages.get(language.getLanguage()));
    }

    /** A page as the answer of an operation. */
    public static ResponseEntity<byte[]> of(HttpStatus status, WebPage page) {
        return ResponseEntity.status(status)
                .header(POLICY, page.policy())
                .contentType(ProblemPages.HTML)
                .body(page.html().getBytes(StandardCharsets.UTF_8));
    }

    /** There is no such link: whatever the reason is, these bytes and these headers. */
    void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.NOT_FOUND, Pages::notThere, request, response);
    }

    /** Somebody has asked too often for links that there aren't. */
    void tooMany(Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(HttpStatus.TOO_MANY_REQUESTS, each -> each.tooMany(seconds), request, response);
    }

    private void write(
            HttpStatus status,
            Function<Pages, WebPage> drawing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WebPage page = drawing.apply(in(languages.resolveLocale(request)));
        byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setHeader(POLICY, page.policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setContentType(ProblemPages.HTML.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
