package dk.grundskema.api.fidelity;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.fidelity.Reason;
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

/** The fidelity report for programs: codes and arguments, and beside them the texts in each language. */
public final class FidelityJson {
    private final Map<String, Texts> languages;

    /** @param languages texts by their language, such as {@code da}, in the order to be written */
    public FidelityJson(Map<String, Texts> languages) {
        this.languages = new LinkedHashMap<>(languages);
    }

    /** The report as the text of a JSON file; the same report gives the same text. */
    public String text(PlanFidelity fidelity) {
        var root = new LinkedHashMap<String, @Nullable Object>();
        root.put("version", 1);
        root.put("met", fidelity.isMet());
        root.put(
                "interventions",
                fidelity.interventions().stream().map(this::report).toList());
        root.put("everyPlan", asks(fidelity.everyPlan()));
        return JsonText.of(Json.fromJava(root));
    }

    private Object report(FidelityReport report) {
        var fields = map("id", report.interventionId().value(), "asks", asks(report.asks()));
        if (!report.breakdowns().isEmpty()) {
            fields.put(
                    "breakdowns",
                    report.breakdowns().stream().map(this::breakdown).toList());
        }
        return fields;
    }

    private Object breakdown(Breakdown breakdown) {
        return map(
                "title",
                breakdown.title(),
                "columns",
                breakdown.columns().stream().map(Breakdown.Column::heading).toList(),
                "lines",
                breakdown.lines().stream().map(this::line).toList());
    }

    private Object line(Breakdown.Line line) {
        return map(
                "about",
                value(line.about()),
                "status",
                line.status().name(),
                "cells",
                line.cells().stream().map(this::phrase).toList(),
                "notes",
                line.notes().stream().map(this::phrase).toList(),
                "sessions",
                values(List.copyOf(line.sessions())));
    }

    private Object phrase(Phrase phrase) {
        return phrase.code().isEmpty()
                ? Map.of()
                : map(
                        "code",
                        phrase.code(),
                        "arguments",
                        values(phrase.arguments()),
                        "text",
                        each((texts, wording) -> new BreakdownWording(texts).words(phrase)));
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
        fields.put("arguments", values(ask.arguments()));
        fields.put("name", each((texts, wording) -> wording.name(ask)));
        fields.put("sentence", each((texts, wording) -> wording.sentence(ask)));
        fields.put("ours", each((texts, wording) -> wording.ours(ask)));
        fields.put(
                "places", ask.places().stream().map(place -> place(ask, place)).toList());
        return fields;
    }

    private Object origin(Origin origin) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kind", origin.kind().name());
        fields.put("document", origin.document());
        fields.put("chapter", origin.chapter());
        fields.put("text", each((texts, wording) -> wording.chapter(origin)));
        return fields;
    }

    private Object place(Ask ask, Place place) {
        Reason why = place.why();
        return map(
                "where",
                values(place.where()),
                "shortBy",
                place.shortBy(),
                "text",
                each((texts, wording) -> new Gaps(texts).where(ask, place)),
                "why",
                map(
                        "code",
                        why.code(),
                        "arguments",
                        values(why.arguments()),
                        "text",
                        each((texts, wording) -> new Gaps(texts).why(why))));
    }

    private Map<String, String> each(BiFunction<Texts, FidelityWording, String> says) {
        return languages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        language -> says.apply(language.getValue(), new FidelityWording(language.getValue())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static List<Object> values(List<Object> arguments) {
        return arguments.stream().map(FidelityJson::value).toList();
    }

    /** An argument with what sort of thing it is, where that is not seen from a number or a text. */
    private static Object value(Object argument) {
        return switch (argument) {
            case StaffId id -> Map.of("staff", id.value());
            case StudentId id -> Map.of("student", id.value());
            case GroupId id -> Map.of("group", id.value());
            case SessionId id -> Map.of("session", id.value());
            case Phrase phrase -> map("code", phrase.code(), "arguments", values(phrase.arguments()));
            case Id id -> Map.of("id", id.value());
            case IsoWeek week -> Map.of("week", week.toString());
            case TemporalAccessor when -> Map.of("when", when.toString());
            case Collection<?> many ->
                many.stream().map(each -> value((Object) each)).toList();
            default -> argument;
        };
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
