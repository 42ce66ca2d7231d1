package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.RulesPage;
import dk.grundskema.api.web.app.camp.RulesPage.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the camp asks of everybody, and what is wished, as sentences with a number each. */
@Component
@Order(5)
final class RulesStep implements Step {
    private static final String DAYS = "dayKinds";
    private static final String WORK = "work";
    private static final String TALKS = "conversations";
    private static final String PREPARATION = "preparationMinutes";
    private static final String FAMILIAR = "familiarStaff";
    /** Staff of all modules; files have it module by module. */
    private static final String IN_MODULES = "/parameters/staffOfModules";

    private static final List<String> HOURS =
            List.of("dailyRestHours", "weeklyRestHours", "hoursPerDay", "hoursPerWeek", "averageHoursPerWeek");
    private static final List<String> PREPARED = List.of("MODULE", "EVENING");

    private final Wishes wishes;
    private final CampFields fields;
    private final Speaking speaking;

    RulesStep(Wishes wishes, CampFields fields, Speaking speaking) {
        this.wishes = wishes;
        this.fields = fields;
        this.speaking = speaking;
    }

    @Override
    public CampStep which() {
        return CampStep.RULES;
    }

    @Override
    public List<String> places() {
        return List.of(
                at(WORK, ""), at(TALKS, ""), at(PREPARATION, ""), "/parameters/" + FAMILIAR, IN_MODULES, Wishes.AT);
    }

    private static String at(String part, String field) {
        return "/parameters/" + part + (field.isEmpty() ? "" : "/" + field);
    }

    @Override
    public String at(String pointer) {
        return pointer.matches("/parameters/dayKinds/\\d+/blocks/\\d+/staff") ? IN_MODULES : pointer;
    }

    @Override
    public Typed standing(Camp camp) {
        return Typed.of(camp, camp.said());
    }

    /** The working-time rules of a camp: its own, or the plan's. */
    private static Said work(Said said, Camp camp) {
        return said.has(WORK)
                ? said.part(WORK)
                : Said.of(RecordWriter.json(camp.problem().work()));
    }

    @Override
    public Typed typed(Camp camp, Sent sent) {
        Said said = camp.said()
                .with(FAMILIAR, sent.number("/parameters/" + FAMILIAR))
                .with(TALKS, talks(camp.said().part(TALKS), sent));
        said = withWork(said, work(camp.said(), camp), sent);
        said = withPreparation(said, camp.spelledOut().part(PREPARATION), sent);
        Optional<Json> staff = sent.number(IN_MODULES);
        if (staff.isPresent() && !staff.equals(Modules.staff(camp.spelledOut()))) {
            said = said.with(DAYS, Modules.with(camp.spelledOut(), staff.get()));
        }
        return new Typed(camp.own().title(), said, wishes.typed(camp, sent));
    }

    /** A number of conversations asks for some; none asks for none. */
    private static Optional<Json> talks(Said now, Sent sent) {
        Optional<Json> howMany = sent.number(at(TALKS, "perStudent"));
        return howMany.map(number -> now.with("perStudent", number)
                .with("minutes", sent.number(at(TALKS, "minutes")))
                .json());
    }

    /** Numbers that are the whole plan's stay the plan's. */
    private static Said withWork(Said said, Said now, Sent sent) {
        Said work = now;
        for (String name : HOURS) {
            Optional<Json> number = sent.number(at(WORK, name));
            boolean isNoLimit = number.isEmpty() && name.equals("hoursPerDay");
            work = isNoLimit ? work.with(name, Json.Nothing.NOTHING) : work.with(name, number);
        }
        return work.equals(now) ? said : said.with(WORK, work.json());
    }

    private static Said withPreparation(Said said, Said now, Sent sent) {
        Said own = said.part(PREPARATION);
        for (String kind : PREPARED) {
            Optional<Json> number = sent.number(at(PREPARATION, kind));
            if (!sent.text(at(PREPARATION, kind)).equals(now.text(kind))) {
                own = own.with(kind, number);
            }
        }
        return own.json().fields().isEmpty() ? said.without(PREPARATION) : said.with(PREPARATION, own.json());
    }

    @Override
    public String said(Camp camp) {
        return speaking.texts()
                .text("pages.camp-rules", camp.problem().weights().size());
    }

    @Override
    public Drawn page(Camp camp, Typed typed, Beside beside) {
        Said said = typed.said();
        Said work = work(said, camp);
        Said talks = said.has(TALKS)
                ? said.part(TALKS)
                : Said.NOTHING.with(
                        "minutes",
                        Optional.ofNullable(fields.of(camp, TALKS, "minutes").preset()));
        Said prepared = prepared(said, camp);
        var rules = List.of(
                new Sentence("adults", beside.field(IN_MODULES, staff(said, camp))),
                new Sentence("familiar", beside.field("/parameters/" + FAMILIAR, familiar(said, camp))),
                of("talks", TALKS, "perStudent", talks, beside),
                of("talk-minutes", TALKS, "minutes", talks, beside),
                of("rest", WORK, "dailyRestHours", work, beside),
                of("day-off", WORK, "weeklyRestHours", work, beside),
                of("day", WORK, "hoursPerDay", work, beside),
                of("week", WORK, "hoursPerWeek", work, beside),
                of("average", WORK, "averageHoursPerWeek", work, beside),
                of("prepared", PREPARATION, "MODULE", prepared, beside),
                of("prepared-evening", PREPARATION, "EVENING", prepared, beside));
        Json.Structure typedWeights = typed.beside().get(Wishes.FIELD);
        Said weights = typedWeights == null ? wishes.weights(camp) : new Said(typedWeights);
        var page = new RulesPage(rules, wishes.page(camp, weights, beside));
        return (pages, visitor, bar, guide) -> pages.rules(visitor, bar, guide, page);
    }

    private static String staff(Said said, Camp camp) {
        boolean isTyped = !said.rows(DAYS).equals(camp.said().rows(DAYS));
        return Modules.staff(isTyped ? said : camp.spelledOut())
                .map(number -> Said.NOTHING.with("it", number).text("it"))
                .orElse("");
    }

    private static String familiar(Said said, Camp camp) {
        return (said.has(FAMILIAR) ? said : camp.spelledOut()).text(FAMILIAR);
    }

    private static Said prepared(Said said, Camp camp) {
        Said all = camp.spelledOut().part(PREPARATION);
        for (String kind : PREPARED) {
            if (said.part(PREPARATION).has(kind)) {
                all = all.with(
                        kind,
                        Objects.requireNonNull(
                                said.part(PREPARATION).json().fields().get(kind)));
            }
        }
        return all;
    }

    private static Sentence of(String word, String part, String field, Said said, Beside beside) {
        return new Sentence(word, beside.field(at(part, field), said.text(field)));
    }
}
