package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.SelectOption;
import dk.grundskema.api.service.rules.SubmittedForm;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step with dates and kind of the camp. Extends the horizon of the plan by the weeks of the camp. */
@Component
@Order(1)
final class DatesStep implements CampStepForm {
    private static final String FIRST = "/parameters/firstDay";
    private static final String LAST = "/parameters/lastDay";
    private static final String DECISION = "takesStudentsFromLessons";
    private static final String HORIZON = "horizon";

    private final RequestTexts requestTexts;

    DatesStep(RequestTexts requestTexts) {
        this.requestTexts = requestTexts;
    }

    @Override
    public CampStep step() {
        return CampStep.DATES;
    }

    @Override
    public List<String> pointers() {
        return List.of(
                "/title",
                FIRST,
                LAST,
                "/parameters/weeks",
                "/parameters/overnight",
                "/parameters/site",
                "/parameters/" + DECISION,
                "/" + HORIZON);
    }

    @Override
    public String displayPointer(String pointer) {
        return pointer.equals("/parameters/weeks") || pointer.startsWith("/" + HORIZON) ? LAST : pointer;
    }

    @Override
    public CampForm currentForm(EditedCamp camp) {
        JsonObjectView usual = camp.spelledOut();
        JsonObjectView said = camp.said()
                .with("firstDay", new Json.JsonString(usual.text("firstDay")))
                .with("lastDay", new Json.JsonString(usual.text("lastDay")));
        return CampForm.of(camp, said);
    }

    @Override
    public CampForm readForm(EditedCamp camp, SubmittedForm submitted) {
        CellCodec cells = CellCodec.ofPlan(camp.problem().horizon().allWeeks());
        Optional<LocalDate> first = cells.readDate(submitted.text(FIRST)).asOptional();
        Optional<LocalDate> last = cells.readDate(submitted.text(LAST)).asOptional();
        JsonObjectView said = camp.said()
                .with("firstDay", dateOrText(first, submitted.text(FIRST)))
                .with("lastDay", dateOrText(last, submitted.text(LAST)))
                .with(
                        "overnight",
                        new Json.JsonBoolean(
                                submitted.text("/parameters/overnight").equals("true")))
                .with("site", submitted.jsonText("/parameters/site"))
                .with(DECISION, readDecision(submitted));
        if (!submitted.text("fresh").isEmpty()) {
            said = said.without("dayKinds");
        }
        if (first.isEmpty() || last.isEmpty()) {
            return new CampForm(submitted.text("/title"), said, Map.of());
        }
        return new CampForm(
                submitted.text("/title"),
                said.with("weeks", countWeeks(camp, first.get(), last.get())),
                CampDays.isPossible(first.get(), last.get())
                        ? widenHorizon(camp.problem().horizon(), first.get(), last.get())
                        : Map.of());
    }

    /** Returns the number of weeks that the camp touches; the previous number if the dates are invalid. */
    private static Optional<Json> countWeeks(EditedCamp camp, LocalDate first, LocalDate last) {
        if (!IsoWeek.isSupported(first) || !IsoWeek.isSupported(last)) {
            return Optional.ofNullable(camp.said().json().fields().get("weeks"));
        }
        int weeks = IsoWeek.of(first).until(IsoWeek.of(last)) + 1;
        return Optional.of(new Json.JsonNumber(BigDecimal.valueOf(Math.max(1, weeks))));
    }

    private static Optional<Json> readDecision(SubmittedForm submitted) {
        JsonObjectView both = JsonObjectView.NOTHING
                .with("by", submitted.jsonText("/parameters/" + DECISION + "/by"))
                .with("reason", submitted.jsonText("/parameters/" + DECISION + "/reason"));
        return both.has("by") || both.has("reason") ? Optional.of(both.json()) : Optional.empty();
    }

    /** Returns a date in file format; a text that is none stays as it is, and the camp reader reports it. */
    private static Json dateOrText(Optional<LocalDate> date, String text) {
        return new Json.JsonString(date.map(LocalDate::toString).orElse(text));
    }

    /** Returns the horizon extended by the weeks of the camp; empty if it contains them already. */
    private static Map<String, Json.JsonObject> widenHorizon(Horizon now, LocalDate first, LocalDate last) {
        if (now.contains(first) && now.contains(last)) {
            return Map.of();
        }
        IsoWeek from = Stream.of(IsoWeek.of(first), IsoWeek.of(now.firstDay()))
                .min(IsoWeek::compareTo)
                .orElseThrow();
        IsoWeek until = Stream.of(IsoWeek.of(last), IsoWeek.of(now.lastDay()))
                .max(IsoWeek::compareTo)
                .orElseThrow();
        JsonObjectView wider = JsonObjectView.of(RecordWriter.toJsonValue(now))
                .with("firstWeek", RecordWriter.toJsonValue(from))
                .with("weeks", new Json.JsonNumber(BigDecimal.valueOf(from.until(until) + 1)));
        return Map.of(HORIZON, wider.json());
    }

    @Override
    public String summary(EditedCamp camp) {
        return requestTexts
                .texts()
                .text(
                        "pages.camp-dates",
                        new TemplateTexts(requestTexts.language())
                                .period(
                                        LocalDate.parse(camp.spelledOut().text("firstDay")),
                                        LocalDate.parse(camp.spelledOut().text("lastDay"))),
                        camp.said().isTrue("overnight") ? 1 : 0);
    }

    @Override
    public Record buildPage(EditedCamp camp, CampForm typed, FieldErrors fieldErrors) {
        JsonObjectView said = typed.said();
        JsonObjectView decision = said.part(DECISION);
        List<Site> sites = camp.problem().sites();
        return new CampDatesPage(
                fieldErrors.field("/title", typed.title()),
                fieldErrors.field(FIRST, said.text("firstDay")),
                fieldErrors.field(LAST, said.text("lastDay")),
                fieldErrors.field("/parameters/overnight", String.valueOf(said.isTrue("overnight"))),
                camp.said().has("dayKinds"),
                camp.said().has("dayKinds") && !said.has("dayKinds"),
                fieldErrors.field("/parameters/site", said.text("site")),
                sites.size() < 2
                        ? List.of()
                        : sites.stream()
                                .map(one -> new SelectOption(one.id().value(), one.name()))
                                .toList(),
                fieldErrors.field("/parameters/" + DECISION + "/by", decision.text("by")),
                fieldErrors.field("/parameters/" + DECISION + "/reason", decision.text("reason")));
    }
}
