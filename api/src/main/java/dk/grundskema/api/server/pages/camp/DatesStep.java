package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.exports.Words;
import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.Choice;
import dk.grundskema.api.web.app.camp.DatesPage;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the camp is and of which kind; the plan gets the weeks that the camp needs. */
@Component
@Order(1)
final class DatesStep implements Step {
    private static final String FIRST = "/parameters/firstDay";
    private static final String LAST = "/parameters/lastDay";
    private static final String DECISION = "takesStudentsFromLessons";
    private static final String HORIZON = "horizon";

    private final Speaking speaking;

    DatesStep(Speaking speaking) {
        this.speaking = speaking;
    }

    @Override
    public CampStep which() {
        return CampStep.DATES;
    }

    @Override
    public List<String> places() {
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
    public String at(String pointer) {
        return pointer.equals("/parameters/weeks") || pointer.startsWith("/" + HORIZON) ? LAST : pointer;
    }

    @Override
    public Typed standing(Camp camp) {
        Said usual = camp.spelledOut();
        Said said = camp.said()
                .with("firstDay", new Json.Text(usual.text("firstDay")))
                .with("lastDay", new Json.Text(usual.text("lastDay")));
        return Typed.of(camp, said);
    }

    @Override
    public Typed typed(Camp camp, Sent sent) {
        Said said = camp.said()
                .with("firstDay", new Json.Text(sent.text(FIRST)))
                .with("lastDay", new Json.Text(sent.text(LAST)))
                .with(
                        "overnight",
                        new Json.Truth(sent.text("/parameters/overnight").equals("true")))
                .with("site", sent.said("/parameters/site"))
                .with(DECISION, decision(sent));
        if (!sent.text("fresh").isEmpty()) {
            said = said.without("dayKinds");
        }
        Optional<LocalDate> first = date(sent.text(FIRST));
        Optional<LocalDate> last = date(sent.text(LAST));
        if (first.isEmpty() || last.isEmpty()) {
            return new Typed(sent.text("/title"), said, Map.of());
        }
        return new Typed(
                sent.text("/title"),
                said.with("weeks", weeks(camp, first.get(), last.get())),
                CampDays.isPossible(first.get(), last.get())
                        ? horizon(camp.problem().horizon(), first.get(), last.get())
                        : Map.of());
    }

    /** How many weeks it touches; as many as before if they can't be counted. */
    private static Optional<Json> weeks(Camp camp, LocalDate first, LocalDate last) {
        if (!IsoWeek.has(first) || !IsoWeek.has(last)) {
            return Optional.ofNullable(camp.said().json().fields().get("weeks"));
        }
        int weeks = IsoWeek.of(first).until(IsoWeek.of(last)) + 1;
        return Optional.of(new Json.Numeric(BigDecimal.valueOf(Math.max(1, weeks))));
    }

    private static Optional<Json> decision(Sent sent) {
        Said both = Said.NOTHING
                .with("by", sent.said("/parameters/" + DECISION + "/by"))
                .with("reason", sent.said("/parameters/" + DECISION + "/reason"));
        return both.has("by") || both.has("reason") ? Optional.of(both.json()) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // said by whoever reads the camp
        }
    }

    /** The weeks that are planned, with those of the camp; nothing if they are planned already. */
    private static Map<String, Json.Structure> horizon(Horizon now, LocalDate first, LocalDate last) {
        if (now.contains(first) && now.contains(last)) {
            return Map.of();
        }
        IsoWeek from = Stream.of(IsoWeek.of(first), IsoWeek.of(now.firstDay()))
                .min(IsoWeek::compareTo)
                .orElseThrow();
        IsoWeek until = Stream.of(IsoWeek.of(last), IsoWeek.of(now.lastDay()))
                .max(IsoWeek::compareTo)
                .orElseThrow();
        Said wider = Said.of(RecordWriter.json(now))
                .with("firstWeek", RecordWriter.json(from))
                .with("weeks", new Json.Numeric(BigDecimal.valueOf(from.until(until) + 1)));
        return Map.of(HORIZON, wider.json());
    }

    @Override
    public String said(Camp camp) {
        return speaking.texts()
                .text(
                        "pages.camp-dates",
                        new Words(speaking.language())
                                .period(
                                        LocalDate.parse(camp.spelledOut().text("firstDay")),
                                        LocalDate.parse(camp.spelledOut().text("lastDay"))),
                        camp.said().isTrue("overnight") ? 1 : 0);
    }

    @Override
    public Drawn page(Camp camp, Typed typed, Beside beside) {
        Said said = typed.said();
        Said decision = said.part(DECISION);
        List<Site> sites = camp.problem().sites();
        var page = new DatesPage(
                beside.field("/title", typed.title()),
                beside.field(FIRST, said.text("firstDay")),
                beside.field(LAST, said.text("lastDay")),
                beside.field("/parameters/overnight", String.valueOf(said.isTrue("overnight"))),
                camp.said().has("dayKinds"),
                camp.said().has("dayKinds") && !said.has("dayKinds"),
                beside.field("/parameters/site", said.text("site")),
                sites.size() < 2
                        ? List.of()
                        : sites.stream()
                                .map(one -> new Choice(one.id().value(), one.name()))
                                .toList(),
                beside.field("/parameters/" + DECISION + "/by", decision.text("by")),
                beside.field("/parameters/" + DECISION + "/reason", decision.text("reason")));
        return (pages, visitor, bar, guide) -> pages.dates(visitor, bar, guide, page);
    }
}
