package dk.grundskema.api.documents.fidelity;

import dk.grundskema.api.documents.fidelity.BreakdownView.Heading;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts breakdowns (per-item tables of a fidelity report) to views with texts.
 *
 * @param texts all texts in the reader's language, with the names that the reader may see
 */
public record BreakdownFormatter(Texts texts) {
    /** Returns the breakdowns of the reports that have at least one line, in the order of the reports. */
    public List<BreakdownView> toViews(Collection<FidelityReport> reports) {
        return reports.stream()
                .flatMap(report -> report.breakdowns().stream())
                .filter(breakdown -> !breakdown.lines().isEmpty())
                .map(this::toView)
                .toList();
    }

    private BreakdownView toView(Breakdown breakdown) {
        var headings = new ArrayList<>(List.of(new Heading(texts.text(breakdown.of()), false)));
        breakdown.columns().forEach(column -> headings.add(new Heading(texts.text(column.heading()), column.number())));
        return new BreakdownView(
                texts.text(breakdown.title()),
                headings,
                breakdown.lines().stream().map(this::toLine).toList());
    }

    private BreakdownView.Line toLine(Breakdown.Line line) {
        return new BreakdownView.Line(
                line.about(),
                line.status(),
                FidelityFormatter.statusMark(line.status()),
                Stream.concat(
                                Stream.of(texts.text("fidelity.of", line.about())),
                                line.cells().stream().map(this::phraseText))
                        .toList(),
                line.notes().stream().map(this::phraseText).toList(),
                line.sessions());
    }

    /** Returns the text of a phrase; empty if the phrase has no code. */
    String phraseText(Phrase phrase) {
        return phrase.code().isEmpty()
                ? ""
                : texts.text(
                        phrase.code(),
                        phrase.arguments().stream().map(this::argumentText).toList());
    }

    private Object argumentText(Object argument) {
        return switch (argument) {
            case Phrase phrase -> phraseText(phrase);
            case Collection<?> many ->
                many.stream().map(each -> argumentText((Object) each)).toList();
            default -> argument;
        };
    }
}
