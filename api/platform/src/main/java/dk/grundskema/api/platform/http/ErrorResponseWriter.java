package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Writes responses to requests that are refused before they reach an operation. */
@Component
public final class ErrorResponseWriter {
    private final ProblemDetailsFactory problemDetailsFactory;
    private final LocaleResolver languages;
    private final ObjectProvider<ErrorPageRenderer> pages;

    ErrorResponseWriter(
            ProblemDetailsFactory problemDetailsFactory,
            LocaleResolver languages,
            ObjectProvider<ErrorPageRenderer> pages) {
        this.problemDetailsFactory = problemDetailsFactory;
        this.languages = languages;
        this.pages = pages;
    }

    /** Writes the complete response. */
    public void write(RefusalException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        try {
            ProblemDetails problem = problemDetailsFactory.of(refusal);
            Optional<byte[]> page = pages.getObject().render(problem, request);
            byte[] body = page.orElseGet(
                    () -> JsonFormatter.format(RecordWriter.toJson(problem)).getBytes(StandardCharsets.UTF_8));
            page.ifPresent(drawn -> response.setHeader("Content-Security-Policy", ErrorPageRenderer.POLICY));
            response.setStatus(refusal.status().value());
            response.setContentType(
                    String.valueOf(page.isPresent() ? ErrorPageRenderer.HTML : MediaType.APPLICATION_PROBLEM_JSON));
            response.setContentLength(body.length);
            Duration retryAfter = refusal.patience();
            if (retryAfter != null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
            }
            response.getOutputStream().write(body);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
