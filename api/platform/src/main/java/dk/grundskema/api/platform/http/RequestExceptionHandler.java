package dk.grundskema.api.platform.http;

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

/** Turns every exception in an operation into problem details or an error page, without internal details of the program. */
@RestControllerAdvice
final class RequestExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestExceptionHandler.class);

    private final ProblemDetailsFactory problemDetailsFactory;
    private final DiskFullDetector diskFullDetector;
    private final FailureTranslator failures;
    private final ObjectProvider<ErrorPageRenderer> pages;

    RequestExceptionHandler(
            ProblemDetailsFactory problemDetailsFactory,
            DiskFullDetector diskFullDetector,
            FailureTranslator failures,
            ObjectProvider<ErrorPageRenderer> pages) {
        this.problemDetailsFactory = problemDetailsFactory;
        this.diskFullDetector = diskFullDetector;
        this.failures = failures;
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<?> refused(RefusalException refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        Duration retryAfter = refusal.patience();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        return respond(problemDetailsFactory.of(refusal), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<?> invalid(InvalidValueException invalid, HttpServletRequest request) {
        return respond(problemDetailsFactory.of(RefusalException.unusable(invalid.findings())), request);
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return respond(problemDetailsFactory.of(RefusalException.of(HttpStatus.BAD_REQUEST, "rest.no-body")), request);
    }

    /** An invalid id in a path is an unknown resource; an invalid value in a query is an error. */
    @ExceptionHandler
    ResponseEntity<?> mismatched(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        boolean inPath = mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        RefusalException refusal = inPath
                ? RefusalException.notFound()
                : RefusalException.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", mismatch.getName());
        return respond(problemDetailsFactory.of(refusal), request);
    }

    /** A required parameter is missing. */
    @ExceptionHandler
    ResponseEntity<?> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return respond(
                problemDetailsFactory.of(RefusalException.of(
                        HttpStatus.BAD_REQUEST, "rest.missing-parameter", missing.getParameterName())),
                request);
    }

    /** Parameters that cannot be decoded as text. */
    @ExceptionHandler
    ResponseEntity<?> undecodable(InvalidParameterException undecodable, HttpServletRequest request) {
        return respond(problemDetailsFactory.of(HttpStatus.BAD_REQUEST), request);
    }

    /** Multipart content that cannot be parsed or has too many parts. */
    @ExceptionHandler
    ResponseEntity<?> broken(MultipartException broken, HttpServletRequest request) {
        for (Throwable cause : CauseChain.of(broken)) {
            if (cause instanceof RefusalException refusal) {
                return refused(refusal, request);
            }
        }
        if (diskFullDetector.isCauseOf(broken)) {
            return handleFailure(broken, request);
        }
        return broken instanceof ErrorResponse known
                ? respond(problemDetailsFactory.of(known.getStatusCode()), request)
                : respond(
                        problemDetailsFactory.of(RefusalException.of(HttpStatus.BAD_REQUEST, "rest.bad-parts")),
                        request);
    }

    /** The client has disconnected; there is nothing to send. */
    @ExceptionHandler
    void ignoreDisconnect(AsyncRequestNotUsableException disconnect) {
        LOG.debug("The client has gone.");
    }

    @ExceptionHandler
    ResponseEntity<?> handleFailure(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            return respond(problemDetailsFactory.of(known.getStatusCode()), known.getHeaders(), request);
        }
        return refused(failures.toRefusal(failure), request);
    }

    private ResponseEntity<?> respond(ProblemDetails problem, HttpServletRequest request) {
        return respond(problem, HttpHeaders.EMPTY, request);
    }

    private ResponseEntity<?> respond(ProblemDetails problem, HttpHeaders headers, HttpServletRequest request) {
        var response = ResponseEntity.status(problem.status()).headers(headers);
        return pages.getObject()
                .render(problem, request)
                .<ResponseEntity<?>>map(
                        page -> response.contentType(ErrorPageRenderer.HTML).body(page))
                .orElseGet(() ->
                        response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem));
    }
}
