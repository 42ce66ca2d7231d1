package dk.grundskema.api.fidelity;

import dk.grundskema.api.fidelity.FidelityView.Row;
import dk.grundskema.api.fidelity.FidelityView.Section;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a fidelity report into words. */
public final class FidelityWording {
    private final Texts texts;
    private final Gaps gaps;
    private final BreakdownWording tables;

    /** @param texts all texts in the reader's language, with the names that the reader may see */
    public FidelityWording(Texts texts) {
        this(texts, new BreakdownWording(texts));
    }

    /** Likewise with other words for what is told line by line. */
    public FidelityWording(Texts texts, BreakdownWording tables) {
        this.texts = texts;
        this.gaps = new Gaps(texts);
        this.tables = tables;
    }

    /** The whole report. */
    public FidelityView view(PlanFidelity fidelity) {
        var sections = new ArrayList<Section>();
        for (FidelityReport report : fidelity.interventions()) {
            var breakdowns = tables.views(List.of(report));
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
                fidelity.count(Ask.Status.NOT_APPLICABLE) + fidelity.count(Ask.Status.NOTED));
    }

    private List<Row> rows(List<Ask> asks) {
        return asks.stream().map(this::row).toList();
    }

    private Row row(Ask ask) {
        Origin origin = ask.origin();
        return new Row(
                ask.code(),
                ask.status(),
                mark(ask.status()),
                name(ask),
                sentence(ask),
                source(origin),
                chapter(origin),
                ours(ask),
                ask.asked() > 0 ? amount(ask, ask.asked()) : "",
                given(ask),
                ask.shortBy() > 0 ? amount(ask, ask.shortBy()) : "",
                gaps.of(ask));
    }

    /** What an ask is called. */
    String name(Ask ask) {
        return texts.text(ask.code());
    }

    /** What is asked. */
    String sentence(Ask ask) {
        return texts.text(ask.code() + ".sentence", ask.arguments());
    }

    /** What of an ask is a number of ours; empty if nothing is. */
    String ours(Ask ask) {
        String key = ask.code() + ".ours";
        return texts.has(key) ? texts.text(key, ask.arguments()) : "";
    }

    private String given(Ask ask) {
        return switch (ask.status()) {
            case MET, SHORT, NOTED -> amount(ask, ask.given());
            case NOT_PLANNED -> texts.text("fidelity.not-planned");
            case NOT_APPLICABLE -> texts.text("fidelity.not-applicable");
        };
    }

    private String amount(Ask ask, long number) {
        return texts.text("unit." + ask.unit(), number);
    }

    /** A status as one character. */
    static String mark(Ask.Status status) {
        return switch (status) {
            case MET -> "✓";
            case SHORT -> "✗";
            case NOT_PLANNED -> "–";
            case NOT_APPLICABLE -> "·";
            case NOTED -> "i";
        };
    }

    private String source(Origin origin) {
        String document = origin.document();
        if (document == null) {
            return texts.text("fidelity.ours");
        }
        return origin.kind() == Origin.Kind.PARTLY_OURS
                ? texts.text("fidelity.source-partly-ours", texts.text(document))
                : texts.text(document);
    }

    /** Which document asks where, and whether part of it is ours. */
    String chapter(Origin origin) {
        String document = origin.document();
        if (document == null) {
            return texts.text("fidelity.ours-altogether");
        }
        String chapter = origin.chapter();
        String where = chapter == null
                ? texts.text(document)
                : texts.text("fidelity.chapter", texts.text(document), texts.text(chapter));
        return origin.kind() == Origin.Kind.PARTLY_OURS ? texts.text("fidelity.partly-ours", where) : where;
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
