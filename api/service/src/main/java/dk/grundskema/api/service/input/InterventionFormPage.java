package dk.grundskema.api.service.input;

import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import java.util.List;
import java.util.Map;

/**
 * Model of the page on which an intervention is edited.
 *
 * @param plan              id of the plan
 * @param version           plan version that the visitor has seen
 * @param id                id of the intervention; empty if new
 * @param type              id of its type
 * @param typeName          name of the type
 * @param summary           description of the type
 * @param source            document and chapter of the type
 * @param title             title of the intervention
 * @param titleTroubles     errors of the title
 * @param fields            fields of its parameters
 * @param suggestions       suggestions by id of the list
 * @param errors            errors of the intervention as a whole
 * @param concurrentChanges changes of the plan by others since the page was loaded; empty if none
 * @param tables            addresses of table pages, by the pointer of the list of rows
 */
public record InterventionFormPage(
        String plan,
        long version,
        String id,
        String type,
        String typeName,
        String summary,
        String source,
        String title,
        List<String> titleTroubles,
        List<BoundField> fields,
        Map<String, List<String>> suggestions,
        List<String> errors,
        List<String> concurrentChanges,
        Map<String, String> tables) {
    /** Copies the lists. */
    public InterventionFormPage {
        titleTroubles = List.copyOf(titleTroubles);
        fields = List.copyOf(fields);
        suggestions = Map.copyOf(suggestions);
        errors = List.copyOf(errors);
        concurrentChanges = List.copyOf(concurrentChanges);
        tables = Map.copyOf(tables);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofTitle(title.isEmpty() ? typeName : title).withStyle("interventions.css");
    }

    /** Returns the address to which the form is sent. */
    public String address() {
        return "/plans/%s/interventions/%s"
                .formatted(plan, id.isEmpty() ? "new?type=" + type : AddressEncoder.encode(id));
    }

    /** Returns the number of fields with errors. */
    public long wrong() {
        return fields.stream()
                        .flatMap(BoundField::all)
                        .filter(one -> !one.errors().isEmpty())
                        .count()
                + (titleTroubles.isEmpty() ? 0 : 1);
    }
}
