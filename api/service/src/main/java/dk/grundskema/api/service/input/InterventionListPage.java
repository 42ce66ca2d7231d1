package dk.grundskema.api.service.input;

import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import java.util.List;

/**
 * Model of the list of interventions.
 *
 * @param plan    id of the plan
 * @param version plan version
 * @param mayPlan whether the visitor may change it
 * @param all     the interventions
 * @param removed title of the intervention that was just removed; empty if none
 * @param errors  reasons why an action failed; empty if none did
 */
public record InterventionListPage(
        String plan, long version, boolean mayPlan, List<InterventionRow> all, String removed, List<String> errors) {
    /** Copies the lists. */
    public InterventionListPage {
        all = List.copyOf(all);
        errors = List.copyOf(errors);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("all").withStyle("interventions.css");
    }

    /**
     * An intervention.
     *
     * @param id       id
     * @param title    title
     * @param type     name of its type
     * @param groups   number of classes and groups that it names
     * @param students number of students that it names
     * @param staff    number of staff members that it names
     */
    public record InterventionRow(String id, String title, String type, int groups, int students, int staff) {
        /** Returns the id for addresses. */
        public String encodedId() {
            return AddressEncoder.encode(id);
        }
    }

    /**
     * A selectable type.
     *
     * @param id      id
     * @param name    display name
     * @param summary description
     * @param source  document and chapter of the type
     */
    public record InterventionTypeView(String id, String name, String summary, String source) {}
}
