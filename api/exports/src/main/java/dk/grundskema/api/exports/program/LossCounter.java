package dk.grundskema.api.exports.program;

import dk.grundskema.domain.finding.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a format cannot express. */
final class LossCounter {
    private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);

    void add(Loss loss) {
        add(loss, 1);
    }

    void add(Loss loss, int count) {
        if (count > 0) {
            counts.merge(loss, count, Integer::sum);
        }
    }

    void addAll(LossCounter others) {
        others.counts.forEach(this::add);
    }

    /** Returns a finding for each kind, in the order of the kinds. */
    List<Finding> findings() {
        return counts.entrySet().stream()
                .map(each -> new Finding(each.getKey().code(), each.getKey().severity(), "", List.of(each.getValue())))
                .toList();
    }
}
