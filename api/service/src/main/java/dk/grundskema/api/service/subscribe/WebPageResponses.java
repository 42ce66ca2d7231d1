package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.http.ErrorPageRenderer;
import dk.grundskema.api.platform.http.RequestTexts;
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

/** Sends public pages as responses. */
@Component
public final class WebPageResponses {
    private static final String POLICY = "Content-Security-Policy";

    private final Map<String, PublicPageRenderer> pages = RequestTexts.LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(Locale::getLanguage, PublicPageRenderer::new));
    private final LocaleResolver languages;

    WebPageResponses(LocaleResolver languages) {
        this.languages = languages;
    }

    /** Returns the renderer of a language. */
    public PublicPageRenderer pagesIn(Locale language) {
        return Objects.requireNonNull(pages.get(language.getLanguage()));
    }

    /** Returns a page as the response of a controller method. */
    public static ResponseEntity<byte[]> of(HttpStatus status, WebPage page) {
        return ResponseEntity.status(status)
                .header(POLICY, page.policy())
                .contentType(ErrorPageRenderer.HTML)
                .body(page.html().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the response for an invalid link; bytes and headers are the same for every reason. */
    void writeNotFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.NOT_FOUND, PublicPageRenderer::renderNotFound, request, response);
    }

    /** Sends the response for too many requests with invalid links. */
    void writeTooMany(Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(HttpStatus.TOO_MANY_REQUESTS, each -> each.renderTooManyRequests(seconds), request, response);
    }

    private void write(
            HttpStatus status,
            Function<PublicPageRenderer, WebPage> drawing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WebPage page = drawing.apply(pagesIn(languages.resolveLocale(request)));
        byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setHeader(POLICY, page.policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setContentType(ErrorPageRenderer.HTML.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
