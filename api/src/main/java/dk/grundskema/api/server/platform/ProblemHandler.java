package dk.grundskema.api.server.platform;

import dk.grundskema.domain.finding.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Whatever goes wrong in answering a request is answered as a problem, or a page that says it, never with what the program looks like inside. */
@RestControllerAdvice
final class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemAnswers answers;
    private final FullDisk fullDisk;
    private final Failures failures;
    private final ObjectProvider<ProblemPages> pages;

    ProblemHandler(ProblemAnswers answers, FullDisk fullDisk, Failures failures, ObjectProvider<ProblemPages> pages) {
        this.answers = answers;
        this.fullDisk = fullDisk;
        this.failures = failures;
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<?> refused(Refusal refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        Duration patience = refusal.patience();
        if (patience != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(patience.toSeconds()));
        }
        return answer(answers.of(refusal), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<?> invalid(InvalidValueException invalid, HttpServletRequest request) {
        return answer(answers.of(Refusal.unusable(invalid.findings())), request);
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(answers.of(Refusal.of(HttpStatus.BAD_REQUEST, "rest.no-body")), request);
    }

    /** What stands in a path and is no id of anything names nothing; what stands in a query is wrong. */
    @ExceptionHandler
    ResponseEntity<?> mismatched(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        boolean inPath = mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        Refusal refusal = inPath
                ? Refusal.notFound()
                : Refusal.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", mismatch.getName());
        return answer(answers.of(refusal), request);
    }

    /** A parameter that the operation can't do without. */
    @ExceptionHandler
    ResponseEntity<?> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return answer(
                answers.of(Refusal.of(HttpStatus.BAD_REQUEST, "rest.missing-parameter", missing.getParameterName())),
                request);
    }

    /** Parameters that are no text. */
    @ExceptionHandler
    ResponseEntity<?> undecodable(InvalidParameterException undecodable, HttpServletRequest request) {
        return answer(answers.of(HttpStatus.BAD_REQUEST), request);
    }

    /** Parts that can't be told apart, or are too many. */
    @ExceptionHandler
    ResponseEntity<?> broken(MultipartException broken, HttpServletRequest request) {
        for (Throwable cause : Causes.of(broken)) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal, request);
            }
        }
        if (fullDisk.isReasonOf(broken)) {
            return other(broken, request);
        }
        return broken instanceof ErrorResponse known
                ? answer(answers.of(known.getStatusCode()), request)
                : answer(answers.of(Refusal.of(HttpStatus.BAD_REQUEST, "rest.bad-parts")), request);
    }

    /** Whoever asked has gone: there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The client has gone.");
    }

    @ExceptionHandler
    ResponseEntity<?> other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            return answer(answers.of(known.getStatusCode()), known.getHeaders(), request);
        }
        return refused(failures.told(failure), request);
    }

    private ResponseEntity<?> answer(ProblemDetails problem, HttpServletRequest request) {
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    private ResponseEntity<?> answer(ProblemDetails problem, HttpHeaders headers, HttpServletRequest request) {
        var answer = ResponseEntity.status(problem.status()).headers(headers);
        return pages.getObject()
                .of(problem, request)
                .<ResponseEntity<?>>map(
                        page -> answer.contentType(ProblemPages.HTML).body(page))
                .orElseGet(() ->
                        answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem));
    }
}
