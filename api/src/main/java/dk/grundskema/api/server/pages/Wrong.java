package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.ProblemAnswers;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says on a page what was wrong with what was typed on it, and what others did meanwhile. */
@Component
public class Wrong {
    private final ProblemAnswers answers;
    private final Doers doers;
    private final Speaking speaking;

    Wrong(ProblemAnswers answers, Doers doers, Speaking speaking) {
        this.answers = answers;
        this.doers = doers;
        this.speaking = speaking;
    }

    /** Why it was refused: each finding as a sentence, then what was done meanwhile, the latest first. */
    public List<String> sentences(Refusal refusal) {
        ProblemDetails problem = answers.inForm(refusal);
        var said = new ArrayList<>(problem.findings().stream()
                .map(ProblemDetails.FindingView::text)
                .toList());
        said.addAll(said("pages.meanwhile", problem));
        return said;
    }

    /** Who did what meanwhile, and when, the latest first, for a list that says above it that the plan was changed; empty if nobody did anything. */
    public List<String> meanwhile(ProblemDetails problem) {
        return said("pages.done", problem);
    }

    private List<String> said(String how, ProblemDetails problem) {
        var clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(speaking.language());
        return Optional.ofNullable(problem.meanwhile()).orElse(List.of()).stream()
                .map(one -> speaking.texts()
                        .text(
                                how,
                                doers.name(one.authorName()),
                                Front.at(one.made()).format(clock),
                                one.text()))
                .toList();
    }

    /** What is wrong with a field, by the end of the findings' pointers; empty if nothing is. */
    public String of(String field, List<Finding> findings) {
        return speaking.told(findings).stream()
                .filter(one ->
                        one.pointer().equals("/" + field) || one.pointer().equals(field))
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }

    /** All that is wrong, in one line. */
    public String all(List<Finding> findings) {
        return speaking.told(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }

    /** The same as it stands beside the field that it is about. */
    public String beside(List<Finding> findings) {
        return speaking.besideFields(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }
}
