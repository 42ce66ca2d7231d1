package dk.grundskema.api.fidelity;

import dk.grundskema.api.fidelity.BreakdownView.Heading;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what is told line by line into words.
 *
 * @param texts all texts in the reader's language, with the names that the reader may see
 */
public record BreakdownWording(Texts texts) {
    /** All that reports tell line by line, in their order, without what has no line. */
    public List<BreakdownView> views(Collection<FidelityReport> reports) {
        return reports.stream()
                .flatMap(report -> report.breakdowns().stream())
                .filter(breakdown -> !breakdown.lines().isEmpty())
                .map(this::view)
                .toList();
    }

    private BreakdownView view(Breakdown breakdown) {
        var headings = new ArrayList<>(List.of(new Heading(texts.text(breakdown.of()), false)));
        breakdown.columns().forEach(column -> headings.add(new Heading(texts.text(column.heading()), column.number())));
        return new BreakdownView(
                texts.text(breakdown.title()),
                headings,
                breakdown.lines().stream().map(this::line).toList());
    }

    private BreakdownView.Line line(Breakdown.Line line) {
        return new BreakdownView.Line(
                line.about(),
                line.status(),
                FidelityWording.mark(line.status()),
                Stream.concat(
                                Stream.of(texts.text("fidelity.of", line.about())),
                                line.cells().stream().map(this::words))
                        .toList(),
                line.notes().stream().map(this::words).toList(),
                line.sessions());
    }

    /** A phrase in words; nothing if there is nothing to say. */
    String words(Phrase phrase) {
        return phrase.code().isEmpty()
                ? ""
                : texts.text(
                        phrase.code(),
                        phrase.arguments().stream().map(this::shown).toList());
    }

    private Object shown(Object argument) {
        return switch (argument) {
            case Phrase phrase -> words(phrase);
            case Collection<?> many ->
                many.stream().map(each -> shown((Object) each)).toList();
            default -> argument;
        };
    }
}
