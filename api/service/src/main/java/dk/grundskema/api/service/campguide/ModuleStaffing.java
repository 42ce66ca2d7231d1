package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.rules.JsonObjectView;
import java.util.List;
import java.util.Optional;

/** Reads and writes the number of adults of all modules of a camp together. */
final class ModuleStaffing {
    private static final String STAFF = "staff";

    private ModuleStaffing() {}

    /** Returns the number that all modules share; empty if they differ or specify none. */
    static Optional<Json> commonStaff(JsonObjectView camp) {
        List<Json> numbers = camp.rows("dayKinds").stream()
                .flatMap(day -> day.rows("blocks").stream())
                .filter(ModuleStaffing::isModule)
                .map(block -> block.json().fields().getOrDefault(STAFF, Json.JsonNull.NOTHING))
                .distinct()
                .toList();
        return numbers.size() == 1 && !(numbers.getFirst() instanceof Json.JsonNull)
                ? Optional.of(numbers.getFirst())
                : Optional.empty();
    }

    private static boolean isModule(JsonObjectView block) {
        return block.text("kind").equals("MODULE");
    }

    /** Returns the kinds of day with that number in each module. */
    static Json withStaff(JsonObjectView camp, Json staff) {
        return new Json.JsonArray(camp.rows("dayKinds").stream()
                .<Json>map(day -> day.with("blocks", blocks(day, staff)).json())
                .toList());
    }

    private static Json blocks(JsonObjectView day, Json staff) {
        return new Json.JsonArray(day.rows("blocks").stream()
                .<Json>map(block -> isModule(block) ? block.with(STAFF, staff).json() : block.json())
                .toList());
    }
}
