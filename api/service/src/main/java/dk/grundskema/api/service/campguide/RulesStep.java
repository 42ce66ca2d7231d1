package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.campguide.CampRulesPage.DoubleModules;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.LevelField;
import dk.grundskema.api.service.rules.RuleScope;
import dk.grundskema.api.service.rules.RuleSentence;
import dk.grundskema.api.service.rules.SubmittedForm;
import dk.grundskema.api.service.rules.WishWeightForm;
import dk.grundskema.api.service.rules.WorkRulesForm;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step with rules and wishes: sentences with one number each. */
@Component
@Order(5)
final class RulesStep implements CampStepForm {
    private static final String DAYS = "dayKinds";
    private static final String WORK = "work";
    private static final String TALKS = "conversations";
    private static final String PREPARATION = "preparationMinutes";
    private static final String FAMILIAR = "familiarStaff";
    /** Staff of all modules together; the file format has it for each module. */
    private static final String IN_MODULES = "/parameters/staffOfModules";

    private static final String BAN = "noDoubleModules";
    private static final String EXCEPT = "except";
    private static final String SUBJECTS = "subjects";
    private static final List<String> PREPARED = List.of("MODULE", "EVENING");

    private final WishWeightForm wishWeightForm;
    private final WorkRulesForm workRulesForm;
    private final CampFormFields fields;
    private final RequestTexts requestTexts;

    RulesStep(
            WishWeightForm wishWeightForm,
            WorkRulesForm workRulesForm,
            CampFormFields fields,
            RequestTexts requestTexts) {
        this.wishWeightForm = wishWeightForm;
        this.workRulesForm = workRulesForm;
        this.fields = fields;
        this.requestTexts = requestTexts;
    }

    @Override
    public CampStep step() {
        return CampStep.RULES;
    }

    @Override
    public List<String> pointers() {
        return List.of(
                at(WORK, ""),
                at(TALKS, ""),
                at(PREPARATION, ""),
                "/parameters/" + FAMILIAR,
                IN_MODULES,
                at(BAN, ""),
                RoomLimitForm.AT,
                WishWeightForm.AT);
    }

    private static String at(String part, String field) {
        return "/parameters/" + part + (field.isEmpty() ? "" : "/" + field);
    }

    @Override
    public String displayPointer(String pointer) {
        return pointer.matches("/parameters/dayKinds/\\d+/blocks/\\d+/staff") ? IN_MODULES : pointer;
    }

    @Override
    public CampForm currentForm(EditedCamp camp) {
        return CampForm.of(camp, camp.said());
    }

    /** Returns the working-time rules of a camp: its own, or those of the plan. */
    private static JsonObjectView workRules(JsonObjectView said, EditedCamp camp) {
        return said.has(WORK)
                ? WorkRulesForm.spellOut(said.part(WORK))
                : WorkRulesForm.spellOut(camp.problem().work());
    }

    @Override
    public CampForm readForm(EditedCamp camp, SubmittedForm submitted) {
        JsonObjectView said = camp.said()
                .with(FAMILIAR, submitted.number("/parameters/" + FAMILIAR))
                .with(TALKS, readTalks(camp.said().part(TALKS), submitted));
        JsonObjectView work = workRules(said, camp);
        JsonObjectView changed = workRulesForm.read(work, submitted, at(WORK, ""));
        said = changed.equals(work) ? said : said.with(WORK, changed.json());
        said = RoomLimitForm.read(camp, withBan(said, submitted), submitted);
        said = withPreparation(said, camp.spelledOut().part(PREPARATION), submitted);
        Optional<Json> staff = submitted.number(IN_MODULES);
        if (staff.isPresent() && !staff.equals(ModuleStaffing.commonStaff(camp.spelledOut()))) {
            said = said.with(DAYS, ModuleStaffing.withStaff(camp.spelledOut(), staff.get()));
        }
        return new CampForm(camp.own().title(), said, readWeights(camp, submitted));
    }

    /** Returns the weights if they changed. */
    private Map<String, Json.JsonObject> readWeights(EditedCamp camp, SubmittedForm submitted) {
        JsonObjectView typed = wishWeightForm.read(scope(camp), submitted);
        return typed.equals(WishWeightForm.weights(camp.problem()))
                ? Map.of()
                : Map.of(WishWeightForm.FIELD, typed.json());
    }

    private static RuleScope scope(EditedCamp camp) {
        return RuleScope.ofIntervention(camp.problem(), camp.own());
    }

    /** Returns the conversations; empty if no number is given. */
    private static Optional<Json> readTalks(JsonObjectView now, SubmittedForm submitted) {
        Optional<Json> howMany = submitted.number(at(TALKS, "perStudent"));
        return howMany.map(number -> now.with("perStudent", number)
                .with("minutes", submitted.number(at(TALKS, "minutes")))
                .json());
    }

    /** Adds or removes the rule on double modules. A form without its level leaves it as it is. */
    private static JsonObjectView withBan(JsonObjectView said, SubmittedForm submitted) {
        String level = at(BAN, LevelField.NAME);
        if (!submitted.fields().containsKey(level)) {
            return said;
        }
        if (submitted.text(level).isEmpty()) {
            return said.has(BAN) ? said.without(BAN) : said;
        }
        JsonObjectView now = said.part(BAN);
        List<String> except = submitted.texts(at(BAN, EXCEPT));
        JsonObjectView ban = except.isEmpty() ? now.without(EXCEPT) : now.withTexts(EXCEPT, except);
        return said.with(BAN, LevelField.read(now, ban, submitted, at(BAN, "")).json());
    }

    private static JsonObjectView withPreparation(JsonObjectView said, JsonObjectView now, SubmittedForm submitted) {
        JsonObjectView own = said.part(PREPARATION);
        for (String kind : PREPARED) {
            Optional<Json> number = submitted.number(at(PREPARATION, kind));
            if (!submitted.text(at(PREPARATION, kind)).equals(now.text(kind))) {
                own = own.with(kind, number);
            }
        }
        return own.json().fields().isEmpty() ? said.without(PREPARATION) : said.with(PREPARATION, own.json());
    }

    @Override
    public String summary(EditedCamp camp) {
        return requestTexts
                .texts()
                .text("pages.camp-rules", camp.problem().weights().size());
    }

    @Override
    public Record buildPage(EditedCamp camp, CampForm typed, FieldErrors fieldErrors) {
        JsonObjectView said = typed.said();
        JsonObjectView work = workRules(said, camp);
        JsonObjectView talks = said.has(TALKS)
                ? said.part(TALKS)
                : JsonObjectView.NOTHING.with(
                        "minutes",
                        Optional.ofNullable(fields.find(camp, TALKS, "minutes").preset()));
        JsonObjectView prepared = preparationMinutes(said, camp);
        Texts texts = requestTexts.texts();
        var own = Stream.of(
                RuleSentence.of("adults", fieldErrors.field(IN_MODULES, staffText(said, camp)), texts),
                RuleSentence.of(
                        "familiar", fieldErrors.field("/parameters/" + FAMILIAR, familiarText(said, camp)), texts),
                sentence("talks", TALKS, "perStudent", talks, fieldErrors),
                sentence("talk-minutes", TALKS, "minutes", talks, fieldErrors),
                sentence("prepared", PREPARATION, "MODULE", prepared, fieldErrors),
                sentence("prepared-evening", PREPARATION, "EVENING", prepared, fieldErrors));
        var ofWork = workRulesForm.buildSentences(work, at(WORK, ""), fieldErrors).stream();
        Json.JsonObject typedWeights = typed.beside().get(WishWeightForm.FIELD);
        JsonObjectView weights =
                typedWeights == null ? WishWeightForm.weights(camp.problem()) : new JsonObjectView(typedWeights);
        return new CampRulesPage(
                Stream.concat(own, ofWork).toList(),
                doubleModules(said, camp, fieldErrors),
                RoomLimitForm.sentences(camp, said, texts, fieldErrors),
                wishWeightForm.buildWishes(scope(camp), weights, fieldErrors));
    }

    @Override
    public Finding reword(CampForm typed, Finding finding) {
        return WorkRulesForm.reword(finding);
    }

    private static DoubleModules doubleModules(JsonObjectView said, EditedCamp camp, FieldErrors fieldErrors) {
        JsonObjectView ban = said.part(BAN);
        List<String> except = ban.texts(EXCEPT);
        return new DoubleModules(
                fieldErrors.field(at(BAN, LevelField.NAME), said.has(BAN) ? LevelField.of(ban) : ""),
                fieldErrors.field(at(BAN, EXCEPT), ""),
                camp.spelledOut().rows(SUBJECTS).stream()
                        .map(subject -> new CheckboxOption(
                                subject.text("id"), subject.text("title"), "", except.contains(subject.text("id"))))
                        .toList());
    }

    private static String staffText(JsonObjectView said, EditedCamp camp) {
        boolean isTyped = !said.rows(DAYS).equals(camp.said().rows(DAYS));
        return ModuleStaffing.commonStaff(isTyped ? said : camp.spelledOut())
                .map(number -> JsonObjectView.NOTHING.with("it", number).text("it"))
                .orElse("");
    }

    private static String familiarText(JsonObjectView said, EditedCamp camp) {
        return (said.has(FAMILIAR) ? said : camp.spelledOut()).text(FAMILIAR);
    }

    private static JsonObjectView preparationMinutes(JsonObjectView said, EditedCamp camp) {
        JsonObjectView all = camp.spelledOut().part(PREPARATION);
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

    private RuleSentence sentence(
            String word, String part, String field, JsonObjectView said, FieldErrors fieldErrors) {
        Texts texts = requestTexts.texts();
        return RuleSentence.of(word, fieldErrors.field(at(part, field), said.text(field, texts.locale())), texts);
    }
}
