package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.ProblemAnswers;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
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
    private final Speaking speaking;

    Wrong(ProblemAnswers answers, Speaking speaking) {
        this.answers = answers;
        this.speaking = speaking;
    }

    /** Why it was refused: each finding as a sentence, then what was done meanwhile, the latest first. */
    public List<String> sentences(Refusal refusal) {
        ProblemDetails problem = answers.inForm(refusal);
        var said = new ArrayList<>(problem.findings().stream()
                .map(ProblemDetails.FindingView::text)
                .toList());
        Optional.ofNullable(problem.meanwhile()).ifPresent(all -> all.forEach(one -> said.add(meanwhile(one))));
        return said;
    }

    private String meanwhile(ProblemDetails.MeanwhileView one) {
        Texts texts = speaking.texts();
        var clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(speaking.language());
        String who = Optional.ofNullable(one.authorName()).orElseGet(() -> texts.text("pages.somebody"));
        return texts.text("pages.meanwhile", who, Front.at(one.made()).format(clock), one.text());
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
}
