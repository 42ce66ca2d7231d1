package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.service.rules.RulesPage.InterventionLink;
import dk.grundskema.api.service.rules.RulesPage.PersonRules;
import dk.grundskema.api.service.rules.RulesPage.RulesContent;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads and shows the rules and weights of a plan. */
@Component
class RulesForm {
    private static final String FOLLOW = "/follow";

    private final WorkRulesForm workRulesForm;
    private final WishWeightForm wishWeightForm;

    RulesForm(WorkRulesForm workRulesForm, WishWeightForm wishWeightForm) {
        this.workRulesForm = workRulesForm;
        this.wishWeightForm = wishWeightForm;
    }

    /** Returns the submitted rules. A form without a field leaves it as it is. */
    EditedRules read(Problem problem, SubmittedForm submitted) {
        EditedRules now = EditedRules.of(problem);
        JsonObjectView work = workRulesForm.read(now.work(), submitted, EditedRules.WORK_AT);
        var people = new LinkedHashMap<StaffId, JsonObjectView>();
        var followers = new HashSet<StaffId>();
        for (StaffMember person : problem.staff()) {
            StaffId id = person.id();
            String at = EditedRules.at(id);
            boolean isNew = submitted.text(EditedRules.NEW_PERSON).equals(id.value());
            if (now.people().containsKey(id) || submitted.has(at) || isNew) {
                JsonObjectView own = now.people().getOrDefault(id, work);
                people.put(id, workRulesForm.read(own, submitted, at + EditedRules.WORK_AT));
            }
            if (!submitted.text(at + FOLLOW).isEmpty()) {
                followers.add(id);
            }
        }
        return new EditedRules(work, people, followers, wishWeightForm.read(RuleScope.ofPlan(problem), submitted));
    }

    /** Returns the content of the page; called twice, first to find out which fields exist. */
    RulesContent buildContent(Problem problem, EditedRules rules, FieldErrors fieldErrors) {
        RuleScope scope = RuleScope.ofPlan(problem);
        List<StaffMember> staff = problem.staff();
        return new RulesContent(
                workRulesForm.buildSentences(rules.work(), EditedRules.WORK_AT, fieldErrors),
                problem.interventions().stream()
                        .filter(RulesForm::hasOwnWork)
                        .map(one -> new InterventionLink(AddressEncoder.encode(one.id()), one.title()))
                        .toList(),
                staff.stream()
                        .filter(one -> rules.people().containsKey(one.id()))
                        .map(one -> buildPerson(one, rules, fieldErrors))
                        .toList(),
                fieldErrors.field(EditedRules.NEW_PERSON, ""),
                staff.stream()
                        .filter(one -> !rules.people().containsKey(one.id()))
                        .map(one -> new SelectOption(one.id().value(), one.name()))
                        .toList(),
                wishWeightForm.buildGroups(scope, rules.weights(), fieldErrors),
                wishWeightForm.buildFixed(Level.MEDIUM, scope),
                wishWeightForm.buildFixed(Level.HARD, scope));
    }

    private static boolean hasOwnWork(Intervention<?> one) {
        return RecordWriter.toJsonValue(one.parameters()) instanceof Json.JsonObject parameters
                && new JsonObjectView(parameters).has(EditedRules.WORK);
    }

    private PersonRules buildPerson(StaffMember person, EditedRules rules, FieldErrors fieldErrors) {
        String at = EditedRules.at(person.id());
        JsonObjectView own = rules.people().getOrDefault(person.id(), JsonObjectView.NOTHING);
        return new PersonRules(
                fieldErrors.field(at, ""),
                person.name(),
                fieldErrors.field(at + FOLLOW, ""),
                rules.followers().contains(person.id()),
                workRulesForm.buildSentences(own, at + EditedRules.WORK_AT, fieldErrors));
    }
}
