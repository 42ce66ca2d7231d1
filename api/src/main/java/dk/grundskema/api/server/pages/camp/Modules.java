package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import java.util.List;
import java.util.Optional;

/** How many adults a camp's modules have, taken together. */
final class Modules {
    private static final String STAFF = "staff";

    private Modules() {}

    /** The number that all modules have; empty if they differ, or there is none. */
    static Optional<Json> staff(Said camp) {
        List<Json> numbers = camp.rows("dayKinds").stream()
                .flatMap(day -> day.rows("blocks").stream())
                .filter(Modules::isOne)
                .map(block -> block.json().fields().getOrDefault(STAFF, Json.Nothing.NOTHING))
                .distinct()
                .toList();
        return numbers.size() == 1 && !(numbers.getFirst() instanceof Json.Nothing)
                ? Optional.of(numbers.getFirst())
                : Optional.empty();
    }

    private static boolean isOne(Said block) {
        return block.text("kind").equals("MODULE");
    }

    /** The kinds of day with so many in each module. */
    static Json with(Said camp, Json staff) {
        return new Json.Listing(camp.rows("dayKinds").stream()
                .<Json>map(day -> day.with("blocks", blocks(day, staff)).json())
                .toList());
    }

    private static Json blocks(Said day, Json staff) {
        return new Json.Listing(day.rows("blocks").stream()
                .<Json>map(block -> isOne(block) ? block.with(STAFF, staff).json() : block.json())
                .toList());
    }
}
