package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
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

/** Answers what is refused before any operation is asked. */
@Component
final class PlainProblems {
    private final ProblemAnswers answers;
    private final LocaleResolver languages;
    private final ObjectProvider<ProblemPages> pages;

    PlainProblems(ProblemAnswers answers, LocaleResolver languages, ObjectProvider<ProblemPages> pages) {
        this.answers = answers;
        this.languages = languages;
        this.pages = pages;
    }

    /** Writes the whole answer. */
    void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        try {
            ProblemDetails problem = answers.of(refusal);
            Optional<byte[]> page = pages.getObject().of(problem, request);
            byte[] body = page.orElseGet(
                    () -> JsonText.of(RecordWriter.toJson(problem)).getBytes(StandardCharsets.UTF_8));
            page.ifPresent(drawn -> response.setHeader("Content-Security-Policy", ProblemPages.POLICY));
            response.setStatus(refusal.status().value());
            response.setContentType(
                    String.valueOf(page.isPresent() ? ProblemPages.HTML : MediaType.APPLICATION_PROBLEM_JSON));
            response.setContentLength(body.length);
            Duration patience = refusal.patience();
            if (patience != null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(patience.toSeconds()));
            }
            response.getOutputStream().write(body);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
