package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.ProblemDetailsFactory;
import dk.grundskema.api.platform.http.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Renders refusals of page requests as pages. Redirects visitors without a session to the sign-in page, which leads back to the requested page.
 */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageExceptionHandler {
    private final ProblemDetailsFactory problemDetailsFactory;
    private final PageRenderer pageRenderer;

    PageExceptionHandler(ProblemDetailsFactory problemDetailsFactory, PageRenderer pageRenderer) {
        this.problemDetailsFactory = problemDetailsFactory;
        this.pageRenderer = pageRenderer;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handleRefusal(RefusalException refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.UNAUTHORIZED && ProblemPageRenderer.isFromBrowser(request)) {
            String to = AddressEncoder.encode(PageRenderer.currentAddress(request));
            return PageRenderer.redirectTo("/sign-in?to=" + to);
        }
        ProblemDetails problem = problemDetailsFactory.of(refusal);
        return pageRenderer.renderNotice(
                refusal.status(), request, problem.title(), ProblemPageRenderer.sentences(problem));
    }
}
