package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.ErrorPageRenderer;
import dk.grundskema.api.platform.http.ProblemDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders problem responses as HTML pages if the request comes from a browser and is not addressed to the REST API. */
@Component
final class ProblemPageRenderer implements ErrorPageRenderer {
    /** Code of the problem that the database is not available. The visitor is then not resolved, because the attempt would take long. */
    private static final String DATABASE_AWAY = "rest.database-away";

    private final PageRenderer pageRenderer;

    ProblemPageRenderer(PageRenderer pageRenderer) {
        this.pageRenderer = pageRenderer;
    }

    /** Returns whether the client accepts HTML. */
    static boolean isFromBrowser(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    public Optional<byte[]> render(ProblemDetails problem, HttpServletRequest request) {
        if (!isFromBrowser(request) || request.getRequestURI().startsWith("/api/")) {
            return Optional.empty();
        }
        return Optional.ofNullable(respond(problem, request).getBody());
    }

    /** Renders the page with the signed-in visitor if possible, so that an error does not look like a sign-out. */
    private ResponseEntity<byte[]> respond(ProblemDetails problem, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(problem.status());
        List<String> sentences = sentences(problem);
        if (!problem.code().equals(DATABASE_AWAY)) {
            try {
                return pageRenderer.renderNotice(status, request, problem.title(), sentences);
            } catch (DataAccessException unknown) {
                // The visitor is unknown, but the error must still be shown.
            }
        }
        return pageRenderer.renderAnonymousNotice(status, request, problem.title(), sentences);
    }

    /** Returns the texts of the findings. */
    static List<String> sentences(ProblemDetails problem) {
        return problem.findings().stream().map(ProblemDetails.FindingView::text).toList();
    }
}
