package dk.grundskema.api.web.app.interventions;

import dk.grundskema.api.web.app.Address;
import java.util.List;
import java.util.Map;

/**
 * The page on which an intervention is typed.
 *
 * @param plan        id of the plan
 * @param version     the plan's version that the visitor has seen
 * @param id          the intervention's id; empty if it isn't there yet
 * @param type        id of its type
 * @param typeName    what people call the type
 * @param summary     what the type is
 * @param source      document and chapter that it is from
 * @param title       what people call the intervention
 * @param titleTroubles what is wrong with that
 * @param fields      the fields of its parameters
 * @param suggestions what may be typed, by the id of the list
 * @param troubles    what is wrong with it as a whole
 * @param meanwhile   what others did to the plan since the visitor looked; empty if nothing
 * @param tables      where lists of rows can be changed as tables, by their pointers
 */
public record FormPage(
        String plan,
        long version,
        String id,
        String type,
        String typeName,
        String summary,
        String source,
        String title,
        List<String> titleTroubles,
        List<Bound> fields,
        Map<String, List<String>> suggestions,
        List<String> troubles,
        List<String> meanwhile,
        Map<String, String> tables) {
    /** Copies the lists. */
    public FormPage {
        titleTroubles = List.copyOf(titleTroubles);
        fields = List.copyOf(fields);
        suggestions = Map.copyOf(suggestions);
        troubles = List.copyOf(troubles);
        meanwhile = List.copyOf(meanwhile);
        tables = Map.copyOf(tables);
    }

    /** Where the form is sent. */
    public String address() {
        return "/plans/%s/interventions/%s".formatted(plan, id.isEmpty() ? "new?type=" + type : Address.part(id));
    }

    /** How many fields have something wrong. */
    public long wrong() {
        return fields.stream()
                        .flatMap(Bound::all)
                        .filter(one -> !one.troubles().isEmpty())
                        .count()
                + (titleTroubles.isEmpty() ? 0 : 1);
    }
}
