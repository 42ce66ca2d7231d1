package dk.grundskema.api.documents.fidelity;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the fidelity report as JSON: codes and arguments, and the texts in each language. */
public final class FidelityJsonWriter {
    private final Map<String, Texts> languages;

    /** @param languages texts by language code, such as {@code da}, in output order */
    public FidelityJsonWriter(Map<String, Texts> languages) {
        this.languages = new LinkedHashMap<>(languages);
    }

    /** Returns the report as the text of a JSON file; equal reports give equal texts. */
    public String text(PlanFidelity fidelity) {
        var root = new LinkedHashMap<String, @Nullable Object>();
        root.put("version", 1);
        root.put("met", fidelity.isMet());
        root.put(
                "interventions",
                fidelity.interventions().stream().map(this::report).toList());
        root.put("everyPlan", asks(fidelity.everyPlan()));
        return JsonFormatter.format(Json.fromJava(root));
    }

    private Object report(FidelityReport report) {
        var fields = orderedMap("id", report.interventionId().value(), "asks", asks(report.asks()));
        if (!report.breakdowns().isEmpty()) {
            fields.put(
                    "breakdowns",
                    report.breakdowns().stream().map(this::breakdown).toList());
        }
        return fields;
    }

    private Object breakdown(Breakdown breakdown) {
        return orderedMap(
                "title",
                breakdown.title(),
                "columns",
                breakdown.columns().stream().map(Breakdown.Column::heading).toList(),
                "lines",
                breakdown.lines().stream().map(this::line).toList());
    }

    private Object line(Breakdown.Line line) {
        return orderedMap(
                "about",
                argumentValue(line.about()),
                "status",
                line.status().name(),
                "cells",
                line.cells().stream().map(this::phrase).toList(),
                "notes",
                line.notes().stream().map(this::phrase).toList(),
                "sessions",
                argumentValues(List.copyOf(line.sessions())));
    }

    private Object phrase(Phrase phrase) {
        return phrase.code().isEmpty()
                ? Map.of()
                : orderedMap(
                        "code",
                        phrase.code(),
                        "arguments",
                        argumentValues(phrase.arguments()),
                        "text",
                        inEachLanguage((texts, wording) -> new BreakdownFormatter(texts).phraseText(phrase)));
    }

    private List<Object> asks(List<Ask> asks) {
        return asks.stream().map(this::ask).toList();
    }

    private Object ask(Ask ask) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("code", ask.code());
        fields.put("status", ask.status().name());
        fields.put("origin", origin(ask.origin()));
        fields.put("unit", ask.unit());
        fields.put("asked", ask.asked());
        fields.put("given", ask.given());
        fields.put("shortBy", ask.shortBy());
        fields.put("arguments", argumentValues(ask.arguments()));
        fields.put("name", inEachLanguage((texts, wording) -> wording.askName(ask)));
        fields.put("sentence", inEachLanguage((texts, wording) -> wording.sentence(ask)));
        fields.put("ours", inEachLanguage((texts, wording) -> wording.ownRuleText(ask)));
        fields.put(
                "places", ask.places().stream().map(place -> place(ask, place)).toList());
        return fields;
    }

    private Object origin(AskOrigin origin) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kind", origin.kind().name());
        fields.put("document", origin.document());
        fields.put("chapter", origin.chapter());
        fields.put("text", inEachLanguage((texts, wording) -> wording.chapterText(origin)));
        return fields;
    }

    private Object place(Ask ask, Shortfall place) {
        Reason why = place.why();
        return orderedMap(
                "where",
                argumentValues(place.where()),
                "shortBy",
                place.shortBy(),
                "text",
                inEachLanguage((texts, wording) -> new GapGrouper(texts).placeText(ask, place)),
                "why",
                orderedMap(
                        "code",
                        why.code(),
                        "arguments",
                        argumentValues(why.arguments()),
                        "text",
                        inEachLanguage((texts, wording) -> new GapGrouper(texts).reasonText(why))));
    }

    private Map<String, String> inEachLanguage(BiFunction<Texts, FidelityFormatter, String> says) {
        return languages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        language -> says.apply(language.getValue(), new FidelityFormatter(language.getValue())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static List<Object> argumentValues(List<Object> arguments) {
        return arguments.stream().map(FidelityJsonWriter::argumentValue).toList();
    }

    /** Returns an argument with its type, such as {@code staff}, unless it is a number or a text. */
    private static Object argumentValue(Object argument) {
        return switch (argument) {
            case StaffId id -> Map.of("staff", id.value());
            case StudentId id -> Map.of("student", id.value());
            case GroupId id -> Map.of("group", id.value());
            case SessionId id -> Map.of("session", id.value());
            case Phrase phrase -> orderedMap("code", phrase.code(), "arguments", argumentValues(phrase.arguments()));
            case Id id -> Map.of("id", id.value());
            case IsoWeek week -> Map.of("week", week.toString());
            case TemporalAccessor when -> Map.of("when", when.toString());
            case Figure figure -> argumentValue(figure.value());
            case Collection<?> many ->
                many.stream().map(each -> argumentValue((Object) each)).toList();
            default -> argument;
        };
    }

    private static Map<String, Object> orderedMap(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
