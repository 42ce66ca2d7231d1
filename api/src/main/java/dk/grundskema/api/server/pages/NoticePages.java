package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Problems as pages, for whoever comes with a browser to an address that isn't for programs. */
@Component
final class NoticePages implements ProblemPages {
    /** Where nobody can be looked up, and trying would take long. */
    private static final String AWAY = "rest.database-away";

    private final Front front;

    NoticePages(Front front) {
        this.front = front;
    }

    /** Whether somebody reads the answer in a browser. */
    static boolean isFromBrowser(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    public Optional<byte[]> of(ProblemDetails problem, HttpServletRequest request) {
        if (!isFromBrowser(request) || request.getRequestURI().startsWith("/api/")) {
            return Optional.empty();
        }
        return Optional.ofNullable(page(problem, request).getBody());
    }

    /** Who is signed in stays so, whatever went wrong, and sees that. */
    private ResponseEntity<byte[]> page(ProblemDetails problem, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(problem.status());
        List<String> sentences = sentences(problem);
        if (!problem.code().equals(AWAY)) {
            try {
                return front.notice(status, request, problem.title(), sentences);
            } catch (DataAccessException unknown) {
                // What went wrong is still to be said, if not to whom.
            }
        }
        return front.noticeForAnybody(status, request, problem.title(), sentences);
    }

    /** What there is to say, finding by finding. */
    static List<String> sentences(ProblemDetails problem) {
        return problem.findings().stream().map(ProblemDetails.FindingView::text).toList();
    }
}
