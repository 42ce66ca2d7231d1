package dk.grundskema.api.server.platform;

import dk.grundskema.api.server.platform.ProblemDetails.MeanwhileView;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** Makes the answers to what was refused or failed, in the language of the request. */
@Component
public final class ProblemAnswers {
    private static final String URN = "urn:grundskema:problem:";

    private final Speaking speaking;
    private final MeanwhileWords words;

    ProblemAnswers(Speaking speaking, MeanwhileWords words) {
        this.speaking = speaking;
        this.words = words;
    }

    /** The answer to what was refused. */
    public ProblemDetails of(Refusal refusal) {
        List<Refusal.Meanwhile> meanwhile = refusal.meanwhile();
        return of(refusal.status(), refusal.findings(), meanwhile.isEmpty() ? null : told(meanwhile));
    }

    /** The same for a form, in which each finding stands beside the field that it is about. */
    public ProblemDetails inForm(Refusal refusal) {
        return of(refusal).with(speaking.besideFields(refusal.findings()));
    }

    /** The answer to what was refused by its status alone, before anything of ours was asked. */
    public ProblemDetails of(HttpStatusCode status) {
        String code = "rest.status-" + status.value();
        String known = speaking.texts().has(code) ? code : "rest.status-other";
        return of(HttpStatus.valueOf(status.value()), List.of(Finding.error(known, "")), null);
    }

    private List<MeanwhileView> told(List<Refusal.Meanwhile> meanwhile) {
        return meanwhile.stream()
                .map(one -> new MeanwhileView(
                        one.number(), one.code(), words.of(one), one.author(), one.authorName(), one.made()))
                .toList();
    }

    private ProblemDetails of(HttpStatus status, List<Finding> findings, @Nullable List<MeanwhileView> meanwhile) {
        Texts texts = speaking.discreet();
        String code = findings.getFirst().code();
        String title = texts.has("rest.title-" + status.value())
                ? texts.text("rest.title-" + status.value())
                : status.getReasonPhrase();
        String detail = findings.size() == 1
                ? texts.of(findings.getFirst())
                : texts.text("rest.several-findings", findings.size(), texts.of(findings.getFirst()));
        return new ProblemDetails(
                URN + code,
                title,
                status.value(),
                detail,
                code,
                RequestId.current(),
                speaking.told(findings, texts),
                meanwhile);
    }
}
