package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.ProblemAnswers;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.Address;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What pages refuse is said on a page; who isn't signed in is asked to, and comes back to where they were going. */
@ControllerAdvice(basePackageClasses = PageTrouble.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageTrouble {
    private final ProblemAnswers answers;
    private final Front front;

    PageTrouble(ProblemAnswers answers, Front front) {
        this.answers = answers;
        this.front = front;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.UNAUTHORIZED && NoticePages.isFromBrowser(request)) {
            String to = Address.part(Front.here(request));
            return Front.to("/sign-in?to=" + to);
        }
        ProblemDetails problem = answers.of(refusal);
        return front.notice(refusal.status(), request, problem.title(), NoticePages.sentences(problem));
    }
}
