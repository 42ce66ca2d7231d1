package dk.grundskema.api.server.platform;

import dk.grundskema.domain.finding.InvalidValueException;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** Whatever goes wrong in answering a request is answered as a problem, never with what the program looks like inside. */
@RestControllerAdvice
final class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemAnswers answers;
    private final FullDisk fullDisk;
    private final Failures failures;

    ProblemHandler(ProblemAnswers answers, FullDisk fullDisk, Failures failures) {
        this.answers = answers;
        this.fullDisk = fullDisk;
        this.failures = failures;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetails> refused(Refusal refusal) {
        ProblemDetails problem = answers.of(refusal);
        Duration patience = refusal.patience();
        if (patience == null) {
            return answer(problem);
        }
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(patience.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetails> invalid(InvalidValueException invalid) {
        return answer(answers.of(Refusal.unusable(invalid.findings())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetails> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(answers.of(Refusal.of(HttpStatus.BAD_REQUEST, "rest.no-body")));
    }

    /** What stands in a path and is no id of anything names nothing; what stands in a query is wrong. */
    @ExceptionHandler
    ResponseEntity<ProblemDetails> mismatched(MethodArgumentTypeMismatchException mismatch) {
        boolean inPath = mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return answer(answers.of(
                inPath
                        ? Refusal.notFound()
                        : Refusal.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", mismatch.getName())));
    }

    /** A parameter that the operation can't do without. */
    @ExceptionHandler
    ResponseEntity<ProblemDetails> missing(MissingServletRequestParameterException missing) {
        return answer(
                answers.of(Refusal.of(HttpStatus.BAD_REQUEST, "rest.missing-parameter", missing.getParameterName())));
    }

    /** Parameters that are no text. */
    @ExceptionHandler
    ResponseEntity<ProblemDetails> undecodable(InvalidParameterException undecodable) {
        return answer(answers.of(HttpStatus.BAD_REQUEST));
    }

    /** Parts that can't be told apart, or are too many. */
    @ExceptionHandler
    ResponseEntity<ProblemDetails> broken(MultipartException broken) {
        for (Throwable cause : Causes.of(broken)) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        if (fullDisk.isReasonOf(broken)) {
            return other(broken);
        }
        return broken instanceof ErrorResponse known
                ? answer(answers.of(known.getStatusCode()))
                : answer(answers.of(Refusal.of(HttpStatus.BAD_REQUEST, "rest.bad-parts")));
    }

    /** Whoever asked has gone: there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The client has gone.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetails> other(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(answers.of(status));
        }
        return refused(failures.told(failure));
    }

    private static ResponseEntity<ProblemDetails> answer(ProblemDetails problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
