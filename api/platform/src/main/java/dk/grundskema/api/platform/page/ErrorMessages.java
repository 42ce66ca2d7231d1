package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.ProblemDetailsFactory;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.finding.Finding;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Formats validation errors and concurrent changes as sentences for pages. */
@Component
public class ErrorMessages {
    private final ProblemDetailsFactory problemDetailsFactory;
    private final AuthorNames authorNames;
    private final RequestTexts requestTexts;

    ErrorMessages(ProblemDetailsFactory problemDetailsFactory, AuthorNames authorNames, RequestTexts requestTexts) {
        this.problemDetailsFactory = problemDetailsFactory;
        this.authorNames = authorNames;
        this.requestTexts = requestTexts;
    }

    /** Returns one sentence per finding, followed by the concurrent changes, latest first. */
    public List<String> sentences(RefusalException refusal) {
        ProblemDetails problem = problemDetailsFactory.ofForm(refusal);
        var said = new ArrayList<>(problem.findings().stream()
                .map(ProblemDetails.FindingView::text)
                .toList());
        said.addAll(changeSentences("pages.meanwhile", problem));
        return said;
    }

    /**
     * Returns the concurrent changes with author and time, latest first, for a list whose heading says that the plan was changed; empty if there
     * are none.
     */
    public List<String> describeChanges(ProblemDetails problem) {
        return changeSentences("pages.done", problem);
    }

    private List<String> changeSentences(String how, ProblemDetails problem) {
        var clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(requestTexts.language());
        return Optional.ofNullable(problem.meanwhile()).orElse(List.of()).stream()
                .map(one -> requestTexts
                        .texts()
                        .text(
                                how,
                                authorNames.displayName(one.authorName()),
                                PageRenderer.toLocalDateTime(one.made()).format(clock),
                                one.text()))
                .toList();
    }

    /** Returns the messages for one field, matched by the pointers of the findings; empty if the field is valid. */
    public String messageForField(String field, List<Finding> findings) {
        return requestTexts.describeFindings(findings).stream()
                .filter(one ->
                        one.pointer().equals("/" + field) || one.pointer().equals(field))
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }

    /** Joins the messages of all findings into one line. */
    public String joinMessages(List<Finding> findings) {
        return requestTexts.describeFindings(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }

    /** Joins the messages of all findings in the wording used beside a field. */
    public String joinFieldMessages(List<Finding> findings) {
        return requestTexts.describeFieldFindings(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }
}
