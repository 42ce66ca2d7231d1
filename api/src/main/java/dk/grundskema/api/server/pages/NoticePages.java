package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Problems as pages, for whoever comes with a browser to an address that isn't for programs. */
@Component
final class NoticePages implements ProblemPages {
    /** Where what went wrong is the address, so that looking up who asks won't fail, too. */
    private static final Set<HttpStatus> OF_ADDRESSES =
            Set.of(HttpStatus.NOT_FOUND, HttpStatus.BAD_REQUEST, HttpStatus.METHOD_NOT_ALLOWED);

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
        HttpStatus status = HttpStatus.valueOf(problem.status());
        List<String> sentences = sentences(problem);
        var page = OF_ADDRESSES.contains(status)
                ? front.notice(status, request, problem.title(), sentences)
                : front.noticeForAnybody(status, request, problem.title(), sentences);
        return Optional.ofNullable(page.getBody());
    }

    /** What there is to say, finding by finding. */
    static List<String> sentences(ProblemDetails problem) {
        return problem.findings().stream().map(ProblemDetails.FindingView::text).toList();
    }
}
