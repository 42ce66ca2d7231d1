package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.Choice;
import dk.grundskema.api.web.app.camp.DaysPage;
import dk.grundskema.api.web.app.camp.DaysPage.Block;
import dk.grundskema.api.web.app.camp.DaysPage.Day;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The base timetable: what each kind of day consists of, and which days are of which kind. */
@Component
@Order(2)
final class DaysStep implements Step {
    /** Pointer to the kinds of day. */
    static final String AT = "/parameters/dayKinds";

    private static final String DAYS = "dayKinds";

    private final CampFields fields;
    private final Speaking speaking;

    DaysStep(CampFields fields, Speaking speaking) {
        this.fields = fields;
        this.speaking = speaking;
    }

    @Override
    public CampStep which() {
        return CampStep.DAYS;
    }

    @Override
    public List<String> places() {
        return List.of(AT);
    }

    @Override
    public boolean isBegun(Camp camp) {
        return camp.said().has(DAYS);
    }

    @Override
    public String said(Camp camp) {
        return isBegun(camp)
                ? speaking.texts()
                        .text("pages.camp-days", camp.said().rows(DAYS).size())
                : speaking.texts().text("pages.camp-days-usual");
    }

    @Override
    public Typed standing(Camp camp) {
        List<Said> days = camp.spelledOut().rows(DAYS);
        return with(camp, days.stream().map(TypedDays::inOrder).toList());
    }

    private static Typed with(Camp camp, List<Said> days) {
        return Typed.of(camp, camp.said().withRows(DAYS, days));
    }

    @Override
    public Typed typed(Camp camp, Sent sent) {
        return with(camp, new TypedDays(camp, sent).all());
    }

    @Override
    public Optional<Typed> changed(Camp camp, Sent sent) {
        return sent.asked().map(change -> {
            List<Said> before = new TypedDays(camp, sent).all();
            var changing = new ChangedDays(before, speaking.texts());
            List<Said> days = changing.with(change);
            return with(camp, days).adding(ChangedDays.added(before, days)).full(changing.full());
        });
    }

    @Override
    public Drawn page(Camp camp, Typed typed, Beside beside) {
        List<Said> days = typed.said().rows(DAYS);
        var calendar = new DayCalendar(camp, days, beside);
        var page = new DaysPage(
                beside.field(AT, ""),
                !isBegun(camp),
                Said.drawn(days, AT, (day, at) -> day(day, at, typed, beside)),
                kinds(camp),
                calendar.weekdays(),
                calendar.occasion("FIRST_DAY"),
                calendar.occasion("LAST_DAY"),
                calendar.weeks());
        return (pages, visitor, bar, guide) -> pages.days(visitor, bar, guide, page);
    }

    private static Day day(Said day, String at, Typed typed, Beside beside) {
        return new Day(
                beside.field(at, ""),
                typed.added().equals(at),
                typed.full().equals(at) ? ChangedDays.MOST : 0,
                day.text("id"),
                beside.field(at + "/name", day.text("name")),
                Said.drawn(
                        day.rows("blocks"), at + "/blocks", (block, own) -> block(block, own, typed.added(), beside)));
    }

    private static Block block(Said block, String at, String added, Beside beside) {
        return new Block(
                beside.field(at, ""),
                added.equals(at),
                block.text("id"),
                beside.field(at + "/title", block.text("title")),
                beside.field(at + "/kind", block.text("kind")),
                beside.field(at + "/start", block.text("start")),
                beside.field(at + "/end", block.text("end")),
                beside.field(at + "/staff", block.text("staff")));
    }

    /** What a block can be, in the words of the type's own form. */
    private List<Choice> kinds(Camp camp) {
        return fields.of(camp, DAYS, "blocks", "kind").options().stream()
                .map(one -> new Choice(one.value(), one.text()))
                .toList();
    }
}
