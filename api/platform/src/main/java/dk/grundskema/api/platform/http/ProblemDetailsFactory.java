package dk.grundskema.api.platform.http;

import dk.grundskema.api.platform.http.ProblemDetails.ConcurrentChangeView;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** Creates problem details for refused or failed requests, in the language of the request. */
@Component
public final class ProblemDetailsFactory {
    private static final String URN = "urn:grundskema:problem:";

    private final RequestTexts requestTexts;
    private final ConcurrentChangeDescriber concurrentChangeDescriber;

    ProblemDetailsFactory(RequestTexts requestTexts, ConcurrentChangeDescriber concurrentChangeDescriber) {
        this.requestTexts = requestTexts;
        this.concurrentChangeDescriber = concurrentChangeDescriber;
    }

    /** Returns the problem details of a refusal. */
    public ProblemDetails of(RefusalException refusal) {
        List<RefusalException.ConcurrentChange> concurrentChanges = refusal.concurrentChanges();
        return of(
                refusal.status(),
                refusal.findings(),
                concurrentChanges.isEmpty() ? null : describeConcurrentChanges(concurrentChanges));
    }

    /** Returns the problem details of a refusal for a form, in which each finding is shown beside its field. */
    public ProblemDetails ofForm(RefusalException refusal) {
        return of(refusal).withFindings(requestTexts.describeFieldFindings(refusal.findings()));
    }

    /** Returns the problem details for a request that was refused with a status before it reached the service's own code. */
    public ProblemDetails of(HttpStatusCode status) {
        String code = "rest.status-" + status.value();
        String known = requestTexts.texts().has(code) ? code : "rest.status-other";
        return of(HttpStatus.valueOf(status.value()), List.of(Finding.error(known, "")), null);
    }

    private List<ConcurrentChangeView> describeConcurrentChanges(
            List<RefusalException.ConcurrentChange> concurrentChanges) {
        return concurrentChanges.stream()
                .map(one -> new ConcurrentChangeView(
                        one.number(),
                        one.code(),
                        concurrentChangeDescriber.describe(one),
                        one.author(),
                        one.authorName(),
                        one.made()))
                .toList();
    }

    private ProblemDetails of(
            HttpStatus status, List<Finding> findings, @Nullable List<ConcurrentChangeView> concurrentChanges) {
        Texts texts = requestTexts.textsHidingStudents();
        String code = findings.getFirst().code();
        String title = texts.has("rest.title-" + status.value())
                ? texts.text("rest.title-" + status.value())
                : status.getReasonPhrase();
        String detail = findings.size() == 1
                ? texts.sentenceOf(findings.getFirst())
                : texts.text("rest.several-findings", findings.size(), texts.sentenceOf(findings.getFirst()));
        return new ProblemDetails(
                URN + code,
                title,
                status.value(),
                detail,
                code,
                RequestIdValve.current(),
                requestTexts.describeFindings(findings, texts),
                concurrentChanges);
    }
}
