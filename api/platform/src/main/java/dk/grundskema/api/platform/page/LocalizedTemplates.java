package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.ErrorPageRenderer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The templates of a folder in each language. Renders pages and parts of pages as HTTP responses in the visitor's language. */
public final class LocalizedTemplates {
    private final PageRenderer pageRenderer;
    private final Map<String, PageTemplates> templates;

    /** @param templates templates by two-letter language code */
    LocalizedTemplates(PageRenderer pageRenderer, Map<String, PageTemplates> templates) {
        this.pageRenderer = pageRenderer;
        this.templates = Map.copyOf(templates);
    }

    /** Renders a page. The template gets {@code visitor} in addition to the values. */
    public ResponseEntity<byte[]> render(
            HttpStatus status, HttpServletRequest request, String template, PageHead head, Map<String, ?> values) {
        return render(status, request, (own, visitor) -> own.renderPage(visitor, head, template, values));
    }

    /** Renders a page with status 200. The template gets {@code visitor} in addition to the values. */
    public ResponseEntity<byte[]> render(
            HttpServletRequest request, String template, PageHead head, Map<String, ?> values) {
        return render(HttpStatus.OK, request, template, head, values);
    }

    /** Renders a part of a page. The template gets {@code visitor} in addition to the values. */
    public ResponseEntity<byte[]> renderPart(
            HttpStatus status, HttpServletRequest request, String template, Map<String, ?> values) {
        return render(status, request, (own, visitor) -> own.renderPart(visitor, template, values));
    }

    /** Renders a part of a page with status 200. The template gets {@code visitor} in addition to the values. */
    public ResponseEntity<byte[]> renderPart(HttpServletRequest request, String template, Map<String, ?> values) {
        return renderPart(HttpStatus.OK, request, template, values);
    }

    /**
     * Renders with a function, for pages with values that need the texts of the folder or other parts.
     *
     * @param rendering renders the response body with the templates in the visitor's language
     */
    public ResponseEntity<byte[]> render(
            HttpStatus status, HttpServletRequest request, BiFunction<PageTemplates, Visitor, String> rendering) {
        PageTemplates own = Objects.requireNonNull(
                templates.get(pageRenderer.language(request).getLanguage()));
        return htmlResponse(status, rendering.apply(own, pageRenderer.visitor(request)));
    }

    /** Renders with a function and status 200. */
    public ResponseEntity<byte[]> render(
            HttpServletRequest request, BiFunction<PageTemplates, Visitor, String> rendering) {
        return render(HttpStatus.OK, request, rendering);
    }

    static ResponseEntity<byte[]> htmlResponse(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(ErrorPageRenderer.HTML)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
