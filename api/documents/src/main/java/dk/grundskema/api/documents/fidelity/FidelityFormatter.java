package dk.grundskema.api.documents.fidelity;

import dk.grundskema.api.documents.fidelity.FidelityView.Row;
import dk.grundskema.api.documents.fidelity.FidelityView.Section;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Converts a fidelity report to a view with texts. */
public final class FidelityFormatter {
    private final Texts texts;
    private final GapGrouper gaps;
    private final BreakdownFormatter tables;

    /** @param texts all texts in the reader's language, with the names that the reader may see */
    public FidelityFormatter(Texts texts) {
        this(texts, new BreakdownFormatter(texts));
    }

    /** Creates a formatter that writes breakdowns with another formatter. */
    public FidelityFormatter(Texts texts, BreakdownFormatter tables) {
        this.texts = texts;
        this.gaps = new GapGrouper(texts);
        this.tables = tables;
    }

    /** Returns the view of the whole report. */
    public FidelityView toView(PlanFidelity fidelity) {
        var sections = new ArrayList<Section>();
        for (FidelityReport report : fidelity.interventions()) {
            var breakdowns = tables.toViews(List.of(report));
            if (!report.asks().isEmpty() || !breakdowns.isEmpty()) {
                String title = texts.text("fidelity.of", report.interventionId());
                sections.add(new Section(title, breakdowns, rows(report.asks())));
            }
        }
        if (!fidelity.everyPlan().isEmpty()) {
            sections.add(new Section(texts.text("fidelity.every-plan"), List.of(), rows(fidelity.everyPlan())));
        }
        return new FidelityView(headline(fidelity), fidelity.isMet(), sections, sources(fidelity));
    }

    private String headline(PlanFidelity fidelity) {
        return texts.text(
                "fidelity.headline",
                fidelity.asks().size(),
                fidelity.count(Ask.Status.MET),
                fidelity.count(Ask.Status.SHORT),
                fidelity.count(Ask.Status.NOT_PLANNED),
                fidelity.count(Ask.Status.NOT_APPLICABLE) + fidelity.count(Ask.Status.NOTED),
                fidelity.count(Ask.Status.ACCEPTED));
    }

    private List<Row> rows(List<Ask> asks) {
        return asks.stream().map(this::row).toList();
    }

    private Row row(Ask ask) {
        AskOrigin origin = ask.origin();
        return new Row(
                ask.code(),
                ask.status(),
                statusMark(ask.status()),
                askName(ask),
                sentence(ask),
                sourceText(origin),
                chapterText(origin),
                ownRuleText(ask),
                ask.asked() > 0 ? amount(ask, ask.asked()) : "",
                givenText(ask),
                ask.shortBy() > 0 ? amount(ask, ask.shortBy()) : "",
                gaps.groupGaps(ask));
    }

    /** Returns where an ask falls short. */
    public String placeText(Ask ask, Shortfall place) {
        return gaps.placeText(ask, place);
    }

    /** Returns the name of an ask. */
    String askName(Ask ask) {
        return texts.text(ask.code());
    }

    /** Returns the sentence that states the requirement. */
    String sentence(Ask ask) {
        return texts.text(ask.code() + ".sentence", ask.arguments());
    }

    /** Returns the note on numbers of an ask that are defaults of the product; empty if there are none. */
    String ownRuleText(Ask ask) {
        String key = ask.code() + ".ours";
        return texts.has(key) ? texts.text(key, ask.arguments()) : "";
    }

    private String givenText(Ask ask) {
        return switch (ask.status()) {
            case MET, SHORT, ACCEPTED, NOTED -> amount(ask, ask.given());
            case NOT_PLANNED -> texts.text("fidelity.not-planned");
            case NOT_APPLICABLE -> texts.text("fidelity.not-applicable");
        };
    }

    private String amount(Ask ask, long number) {
        return texts.text("unit." + ask.unit(), number);
    }

    /** Returns a status as one character. */
    static String statusMark(Ask.Status status) {
        return switch (status) {
            case MET -> "✓";
            case SHORT -> "✗";
            case ACCEPTED -> "≈";
            case NOT_PLANNED -> "–";
            case NOT_APPLICABLE -> "·";
            case NOTED -> "i";
        };
    }

    private String sourceText(AskOrigin origin) {
        String document = origin.document();
        if (document == null) {
            return texts.text("fidelity.ours");
        }
        return origin.kind() == AskOrigin.Kind.PARTLY_OURS
                ? texts.text("fidelity.source-partly-ours", texts.text(document))
                : texts.text(document);
    }

    /** Returns the document and chapter of an ask, with a remark if part of it is a default of the product. */
    String chapterText(AskOrigin origin) {
        String document = origin.document();
        if (document == null) {
            return texts.text("fidelity.ours-altogether");
        }
        String chapter = origin.chapter();
        String where = chapter == null
                ? texts.text(document)
                : texts.text("fidelity.chapter", texts.text(document), texts.text(chapter));
        return origin.kind() == AskOrigin.Kind.PARTLY_OURS ? texts.text("fidelity.partly-ours", where) : where;
    }

    private List<String> sources(PlanFidelity fidelity) {
        return fidelity.asks().stream()
                .map(ask -> ask.origin().document())
                .filter(Objects::nonNull)
                .distinct()
                .map(document -> texts.text("fidelity.source", texts.text(document), texts.text(document + ".name")))
                .toList();
    }
}
