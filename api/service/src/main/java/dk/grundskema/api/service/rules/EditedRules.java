package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rules and weights of a plan as the page shows them.
 *
 * @param work      working-time rules of the plan
 * @param people    working-time rules of people who have their own, in the order of the plan
 * @param followers those of them who are to follow the plan instead
 * @param weights   weights, by rule id
 */
record EditedRules(
        JsonObjectView work, Map<StaffId, JsonObjectView> people, Set<StaffId> followers, JsonObjectView weights) {
    static final String WORK = "work";
    static final String WORK_AT = "/" + WORK;
    static final String STAFF = "staff";
    static final String NEW_PERSON = "/people-new";

    private static final Pattern OF_PERSON = Pattern.compile("/staff/(\\d{1,6})(/.*)?");

    /** Copies the collections. */
    EditedRules {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        followers = Set.copyOf(followers);
    }

    /** Returns the rules of a problem. */
    static EditedRules of(Problem problem) {
        var people = new LinkedHashMap<StaffId, JsonObjectView>();
        for (StaffMember one : problem.staff()) {
            WorkRules own = one.work();
            if (own != null) {
                people.put(one.id(), WorkRulesForm.spellOut(own));
            }
        }
        return new EditedRules(
                WorkRulesForm.spellOut(problem.work()), people, Set.of(), WishWeightForm.weights(problem));
    }

    /** Returns the pointer to a person in the form. It contains the id, because the list of people may change while the form is filled in. */
    static String at(StaffId person) {
        return "/people/" + Finding.escapePointerSegment(person.value());
    }

    /** Returns a finding about the problem with the pointer of its field in the form. */
    static Finding atField(Finding finding, Problem problem) {
        Matcher person = OF_PERSON.matcher(finding.pointer());
        if (!person.matches()
                || Integer.parseInt(person.group(1)) >= problem.staff().size()) {
            return finding;
        }
        StaffId id = problem.staff().get(Integer.parseInt(person.group(1))).id();
        String inside = person.group(2) == null ? "" : person.group(2);
        return new Finding(finding.code(), finding.severity(), at(id) + inside, finding.arguments());
    }

    /**
     * Returns the fields of the problem that differ from the current rules, with their new values.
     *
     * @param now   current rules
     * @param staff current staff in file format
     */
    Map<String, Json> changes(EditedRules now, List<Json> staff) {
        var changes = new LinkedHashMap<String, Json>();
        if (!work.equals(now.work)) {
            changes.put(WORK, work.json());
        }
        List<Json> changedStaff = staff.stream().map(one -> changed(one, now)).toList();
        if (!changedStaff.equals(staff)) {
            changes.put(STAFF, new Json.JsonArray(changedStaff));
        }
        if (!weights.equals(now.weights)) {
            changes.put(WishWeightForm.FIELD, weights.json());
        }
        return changes;
    }

    private Json changed(Json element, EditedRules now) {
        JsonObjectView person = JsonObjectView.of(element);
        StaffId id = new StaffId(person.text("id"));
        JsonObjectView own = people.get(id);
        if (own == null) {
            return element;
        }
        if (followers.contains(id)) {
            return person.without(WORK).json();
        }
        return own.equals(now.people.get(id))
                ? element
                : person.with(WORK, own.json()).json();
    }

    /** Returns the numbers of people only. */
    @Override
    public String toString() {
        return IntStream.of(people.size(), followers.size()).boxed().toList().toString();
    }
}
